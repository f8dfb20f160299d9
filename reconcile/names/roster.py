"""Read a roster: known people and bodies, with other spellings, accounts, and roles with their dates.

Three forms: CSV, Popolo JSON (popoloproject.com) and FollowTheMoney entities as JSON Lines
(followthemoney.tech).
"""

from __future__ import annotations

import csv
import json
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from reconcile.errors import InputError
from reconcile.model import Account, EntityKind, KnownName
from reconcile.reading.decode import refuse_binary, refuse_empty
from reconcile.reading.file_bytes import read_bytes

#: A larger file is no roster.
MAX_BYTES = 200_000_000
_FORMS = "a roster as CSV, Popolo JSON or FollowTheMoney JSON Lines"
_COLUMNS = ("name", "kind", "aliases", "handles", "roles")
_KINDS: dict[str, EntityKind] = {
    "": "person", "person": "person", "politician": "person",
    "organization": "organization", "organisation": "organization",
    "body": "organization", "company": "organization", "publicbody": "organization",
    "legalentity": "organization",
    "place": "place", "location": "place", "country": "place",
}  # fmt: skip
#: Hosts of profile links -> platform.
_HOSTS: dict[str, str] = {
    "twitter.com": "x", "x.com": "x", "bsky.app": "bluesky", "threads.net": "threads",
    "threads.com": "threads",
    "instagram.com": "instagram", "facebook.com": "facebook", "tiktok.com": "tiktok",
    "truthsocial.com": "truthsocial",
    "t.me": "telegram", "reddit.com": "reddit", "linkedin.com": "linkedin", "youtube.com": "youtube",
}  # fmt: skip
_PLATFORMS = frozenset({*_HOSTS.values(), "mastodon"})


def read_roster(path: str | Path) -> tuple[KnownName, ...]:
    """The names of the roster in the file `path`, in its order.

    CSV has a header line with `name` and, where wanted, `kind` (person, organization, place), `aliases`
    (parted by ;), `handles` (`platform:handle` or the handle alone, which is one on X; parted by ;) and
    `roles` (parted by ;, each with its dates in brackets if known: `minister (2021-05-01..2023-03-31)`).

    Raises InputError, with the line, where the file cannot be read as one of the three.
    """
    place = str(path)
    raw = read_bytes(place)
    if len(raw) > MAX_BYTES:
        raise InputError(place, f"larger than {MAX_BYTES} bytes", "split the roster")
    refuse_empty(raw, place, _FORMS)
    refuse_binary(raw, place, _FORMS)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError(place, "not UTF-8 text", "save it as UTF-8", line) from None
    start = text.lstrip()[:1]
    if start not in ("{", "["):
        return tuple(_from_csv(place, text))
    lines = [(i, line) for i, line in enumerate(text.splitlines(), 1) if line.strip()]
    if start == "{" and len(lines) > 1 and _is_json(lines[0][1]):
        return tuple(known for i, line in lines if (known := _from_ftm(place, i, line)))
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(place, f"not JSON: {error.msg}", "", error.lineno) from None
    except RecursionError:
        raise InputError(place, "not a roster: nested too deep") from None
    if isinstance(whole, dict) and "schema" in whole:
        known = _from_ftm(place, 1, text)
        return (known,) if known else ()
    return tuple(_from_popolo(place, whole))


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return False
    return True


# -- CSV -------------------------------------------------------------------------------------------------


def _from_csv(place: str, text: str) -> Iterator[KnownName]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = [column.strip().casefold() for column in next(reader, [])]
        if "name" not in header:
            raise InputError(place, "no column `name`", f"the columns are {', '.join(_COLUMNS)}", 1)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _known_row(
                    place, reader.line_num, dict(zip(header, (cell.strip() for cell in row), strict=False))
                )
    except csv.Error as error:
        raise InputError(place, f"not CSV: {error}", "", reader.line_num) from None


def _known_row(place: str, line: int, row: Mapping[str, str]) -> KnownName:
    if not row.get("name"):
        raise InputError(place, "a row without a name", "", line)
    kind = _KINDS.get(row.get("kind", "").casefold())
    if kind is None:
        raise InputError(place, f"unknown kind {row['kind']!r}", "one of person, organization, place", line)
    return KnownName(
        row["name"],
        kind,
        tuple(_listed(row.get("aliases", ""))),
        tuple(_account(handle) for handle in _listed(row.get("handles", ""))),
        tuple(_role(place, line, role) for role in _listed(row.get("roles", ""))),
    )


def _listed(cell: str) -> list[str]:
    return [part for piece in cell.split(";") if (part := piece.strip())]


def _account(handle: str) -> Account:
    """`platform:handle`, a profile's link, `user@server` (Mastodon), a domain (Bluesky), or a handle on X."""
    if "//" in handle:
        return _linked(handle) or Account("x", handle)
    platform, colon, rest = handle.partition(":")
    if colon and platform.casefold() in {*_PLATFORMS, "twitter"}:
        return Account(
            "x" if platform.casefold() == "twitter" else platform.casefold(), rest.strip().removeprefix("@")
        )
    bare = handle.removeprefix("@")
    return Account("mastodon" if "@" in bare else "bluesky" if "." in bare else "x", bare)


def _linked(link: str) -> Account | None:
    """The account that a profile's link names, where its host is a platform's."""
    host, _, path = link.partition("//")[2].partition("/")
    host = host.casefold().removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    handle = (
        path.partition("?")[0]
        .strip("/")
        .removeprefix("profile/")
        .removeprefix("user/")
        .removeprefix("in/")
        .lstrip("@")
    )
    if host in _HOSTS and handle and "/" not in handle:
        return Account(_HOSTS[host], handle)
    if path.startswith("@") and handle and "/" not in handle:
        return Account("mastodon", f"{handle}@{host}")
    return None


def _role(place: str, line: int, text: str) -> tuple[str, date | None, date | None]:
    """A role with its dates: `minister (2021-05-01..2023-03-31)`; either date may be missing."""
    title, bracket, dates = text.partition("(")
    if not bracket or ".." not in dates:
        return text, None, None
    first, _, last = dates.rstrip(" )").partition("..")
    return title.strip(), _day(place, line, first, first_of=True), _day(place, line, last, first_of=False)


def _day(place: str, line: int | None, text: str, *, first_of: bool) -> date | None:
    """A date as rosters give it: a day, a month or a year (then its first or last day); None for nothing."""
    text = text.strip()[:10]
    if not text:
        return None
    try:
        if len(text) == 4:
            return date(int(text), 1 if first_of else 12, 1 if first_of else 31)
        if len(text) == 7:
            year, month = int(text[:4]), int(text[5:])
            return date(year, month, 1 if first_of else monthrange(year, month)[1])
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(place, f"not a date: {text!r}", "write it as 2023-06-12", line) from None


# -- JSON ------------------------------------------------------------------------------------------------


def _strings(found: object) -> Iterator[str]:
    """The strings in a JSON value: one string, a list of them, or a list of objects with a name."""
    if isinstance(found, str):
        if found.strip():
            yield found.strip()
    elif isinstance(found, list):
        for one in found:
            yield from _strings(one.get("name") if isinstance(one, dict) else one)


def _first(found: object) -> str:
    return next(_strings(found), "")


def _objects(found: object) -> list[dict[str, object]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _from_popolo(place: str, whole: object) -> Iterator[KnownName]:
    """Persons and organizations of a Popolo document, with their memberships as roles."""
    document = cast("dict[str, object]", whole) if isinstance(whole, dict) else {"persons": whole}
    if "persons" not in document and "organizations" not in document:
        raise InputError(place, "neither `persons` nor `organizations` in it", "Popolo JSON has them")
    bodies = {
        str(body.get("id")): _first(body.get("name")) for body in _objects(document.get("organizations"))
    }
    roles: dict[str, list[tuple[str, date | None, date | None]]] = {}
    for membership in _objects(document.get("memberships")):
        title = _first(membership.get("label")) or _first(membership.get("role"))
        body = bodies.get(str(membership.get("organization_id")), "")
        whole_title = ", ".join(part for part in (title, body) if part)
        if whole_title:
            first = _day(place, None, str(membership.get("start_date") or ""), first_of=True)
            last = _day(place, None, str(membership.get("end_date") or ""), first_of=False)
            roles.setdefault(str(membership.get("person_id")), []).append((whole_title, first, last))
    kinds: tuple[tuple[str, EntityKind], ...] = (("persons", "person"), ("organizations", "organization"))
    for key, kind in kinds:
        for one in _objects(document.get(key)):
            name = _first(one.get("name"))
            if name:
                links = [_first(link.get("url")) for link in _objects(one.get("links"))]
                details = _objects(one.get("contact_details"))
                handles = [_first(d.get("value")) for d in details if d.get("type") in ("twitter", "x")]
                accounts = [
                    *filter(None, map(_linked, links)),
                    *(_account(handle) for handle in handles if handle),
                ]
                yield KnownName(
                    name,
                    kind,
                    tuple(dict.fromkeys(_strings(one.get("other_names")))),
                    tuple(dict.fromkeys(accounts)),
                    tuple(roles.get(str(one.get("id")), ())),
                )


def _from_ftm(place: str, line: int, text: str) -> KnownName | None:
    """One FollowTheMoney entity; None for those that are no person, body or place."""
    try:
        entity = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(place, f"not JSON: {error}", "one entity a line", line) from None
    if not isinstance(entity, dict) or not isinstance(properties := entity.get("properties"), dict):
        raise InputError(
            place, "no entity with `schema` and `properties`", "one FollowTheMoney entity a line", line
        )
    kind = _KINDS.get(str(entity.get("schema", "-")).casefold())
    names = [*_strings(entity.get("caption")), *_strings(properties.get("name"))]
    if kind is None or not names:
        return None
    aliases = [
        *names[1:],
        *(n for key in ("alias", "weakAlias", "previousName") for n in _strings(properties.get(key))),
    ]
    accounts = [account for link in _links(properties) if (account := _linked(link))]
    roles = tuple((role, None, None) for role in dict.fromkeys(_strings(properties.get("position"))))
    return KnownName(
        names[0], kind, tuple(a for a in dict.fromkeys(aliases) if a != names[0]), tuple(accounts), roles
    )


def _links(properties: Mapping[str, object]) -> Iterable[str]:
    return (
        link for key in ("website", "sourceUrl", "wikipediaUrl") for link in _strings(properties.get(key))
    )
