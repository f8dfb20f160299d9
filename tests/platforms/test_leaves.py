"""What a platform's file must have, so that links, reports and the schema of the report know the platform."""

from __future__ import annotations

import json
import re
from datetime import datetime
from importlib.resources import files

import pytest

from reconcile.platforms import Address, leaves, platform_name, split_url

SCHEMA = json.loads((files("reconcile.reports") / "report-1.schema.json").read_text("utf-8"))
#: What a leaf may have beside NAME, HOSTS and read_link: `platforms/__init__.py` tells what each is.
OPTIONAL = {
    *("read_any_host", "time_of", "read_embed"),
    *("EMBED_CLASSES", "EMBED_TAGS", "ID_ATTRIBUTES", "KEY_LINK"),
}

each = pytest.mark.parametrize("platform", leaves())


@each
def test_it_has_what_every_platform_has(platform):
    leaf = leaves()[platform]
    for name, kind in (("NAME", str), ("HOSTS", frozenset)):
        assert isinstance(getattr(leaf, name, None), kind), f"platforms/{platform}.py lacks {name} ({kind})"
        assert getattr(leaf, name), f"{name} in platforms/{platform}.py is empty"
    assert callable(getattr(leaf, "read_link", None)), f"platforms/{platform}.py lacks read_link(address)"
    assert leaf.__doc__ and "http" in leaf.__doc__, f"platforms/{platform}.py tells no source for its rules"


@each
def test_its_other_public_names_are_those_that_are_read(platform):
    leaf = leaves()[platform]
    own = {n for n, v in vars(leaf).items() if getattr(v, "__module__", leaf.__name__) == leaf.__name__}
    public = {n for n in own if not n.startswith("_") and (n.isupper() or callable(getattr(leaf, n)))}
    extra = public - OPTIONAL - {"NAME", "HOSTS", "read_link", "UTC", "TYPE_CHECKING"}
    assert not extra, f"platforms/{platform}.py has {extra}, which nothing reads: misspelt?"


@each
def test_its_hosts_are_domains_and_no_other_platforms(platform):
    for host in leaves()[platform].HOSTS:
        assert split_url(f"https://{host}/") == Address(host, ()), f"{host!r} is no domain in lower case"
        others = [name for name, leaf in leaves().items() if name != platform and host in leaf.HOSTS]
        assert not others, f"{host} is a host of {platform} and of {others}"


@each
def test_what_is_no_link_of_it_is_refused_quietly(platform):
    leaf = leaves()[platform]
    for parts in [(), ("",), ("\u202e",), ("about",), ("a", "b", "c", "d", "e")]:
        link = leaf.read_link(Address(min(leaf.HOSTS), parts))
        assert link is None or link.platform == platform, f"read_link gives {link} for {parts}"


@each
def test_malformed_ids_have_no_time(platform):
    time_of = getattr(leaves()[platform], "time_of", lambda _: None)
    for status_id in ["", "0", "-1", "x" * 300, "9" * 300, "\u0663" * 18]:
        moment = time_of(status_id)
        assert moment is None or isinstance(moment, datetime), f"time_of({status_id[:20]!r}) gives {moment!r}"


@each
def test_the_schema_of_the_report_takes_it(platform):
    pattern = SCHEMA["$defs"]["platform"]["pattern"]
    assert re.search(pattern, platform), f"name the file of {platform!r} so that it fits {pattern}"


@each
def test_it_goes_by_its_display_name(platform):
    assert platform_name(platform) == leaves()[platform].NAME


def test_display_names_differ():
    names = [leaf.NAME.casefold() for leaf in leaves().values()]
    assert len(set(names)) == len(names)


def test_what_is_no_platform_keeps_its_word():
    assert platform_name("pigeon") == "pigeon"
