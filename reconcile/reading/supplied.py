"""Posts supplied beside an article: read from files in the platforms' forms, joined with those in it."""

from __future__ import annotations

import json
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from attrs import evolve

from reconcile.errors import InputError
from reconcile.model import Post
from reconcile.patterns import lazy_regex
from reconcile.reading import exports
from reconcile.reading.decode import decode
from reconcile.reading.exports import Misfit, delimited, own
from reconcile.reading.file_bytes import read_bytes

#: The archive of X wraps its JSON into a line of script.
_SCRIPT = lazy_regex(r"\s*window\.[\w.\[\]\"' ]{1,80}=\s*")
#: Forms that are tried last: tweets have few fields of their own, and ours takes what is left.
_LAST = ("x_api", "own")
_WORD = lazy_regex(r"[\p{L}\p{N}]+")
_LINK = lazy_regex(r"https?://\S+|pic\.(?:twitter|x)\.com/\w+")
_FORMS = "JSON Lines of posts, oEmbed, X API or archive, Bluesky, Mastodon or ActivityPub JSON, or CSV"


def read_posts(path: str | Path) -> tuple[Post, ...]:
    """The posts in the file at `path`, in its order, with ids p1, p2 ...

    Read are JSON Lines or JSON of our own form, oEmbed answers, tweets of X's API (1.1, 2) and archive,
    records and answers of Bluesky, statuses of Mastodon, notes of ActivityPub, and CSV; the content tells.

    Raises InputError, with the line where one is at fault: there is no such file, it is a directory or empty,
    no text, broken JSON, or of no form that is read.
    """
    place = str(path)
    return posts_in(_text(place), place)


def posts_in(text: str, place: str) -> tuple[Post, ...]:
    """The posts in a text that a file for `read_posts` could hold; `place` is what an error calls it.

    Raises InputError, as `read_posts` does.
    """
    posts = tuple(_posts(text, place))
    if not posts:
        raise InputError(place, "there are no posts in it", f"give {_FORMS}")
    return tuple(evolve(post, id=f"p{n}") for n, post in enumerate(posts, 1))


def _text(place: str) -> str:
    text = decode(read_bytes(place), place, _FORMS).text
    if not text.strip():
        raise InputError(place, "the file is empty", f"give {_FORMS}")
    return text


def _posts(text: str, place: str) -> Iterator[Post]:
    script = _SCRIPT.match(text)
    start = script.end() if script else len(text) - len(text.lstrip())
    if text[start : start + 1] not in ("{", "["):
        yield from _table(text, place)
        return
    try:
        whole = json.loads(text[start:].rstrip().rstrip(";"))
    except (json.JSONDecodeError, RecursionError) as error:
        yield from _json_lines(text, place, error)
        return
    if not isinstance(whole, list):
        yield from _records(whole, place, 1 if "\n" not in text.strip() else None)
        return
    for number, record in enumerate(whole, 1):
        yield from _records(record, place, None, f"object {number}: ")


def _json_lines(text: str, place: str, error: Exception) -> Iterator[Post]:
    """JSON Lines; `error` is what was wrong with the text as one JSON document."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) < 2 or not lines[0][1].rstrip().endswith("}"):
        raise InputError(place, f"is no JSON: {_told(error)}", line=getattr(error, "lineno", 1)) from error
    for number, line in lines:
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as fault:
            raise InputError(
                place, f"is no JSON: {_told(fault)}", "write one object a line", number
            ) from fault
        yield from _records(record, place, number)


def _records(record: object, place: str, line: int | None, which: str = "") -> Iterator[Post]:
    """The posts of one JSON object, by the first form that it fits."""
    if not isinstance(record, Mapping):
        raise InputError(place, f"{which}is no JSON object", f"give {_FORMS}", line)
    leaf = next((leaf for leaf in _leaves() if leaf.fits(record)), None)
    if leaf is None:
        fields = ", ".join(map(str, record))[:80]
        problem = f"{which}is no post of a known form (it has: {fields})"
        raise InputError(place, problem, own.misspelt_field(record) or f"give {_FORMS}", line)
    try:
        yield from leaf.read(record)
    except (Misfit, RecursionError) as problem:
        raise InputError(place, f"{which}{problem}", line=line) from problem


def _table(text: str, place: str) -> Iterator[Post]:
    try:
        yield from delimited.read_table(text)
    except delimited.BadRow as problem:
        remedy = "" if problem.in_row else f"give {_FORMS}"
        raise InputError(place, str(problem), remedy, problem.line) from problem


def _told(error: Exception) -> str:
    return getattr(error, "msg", "nested too deeply")


@cache
def _leaves() -> tuple[ModuleType, ...]:
    """The forms, in the order in which they are tried: those that are told by more fields first."""
    names = {m.name for m in pkgutil.iter_modules(exports.__path__)} - {"delimited", *_LAST}
    return tuple(import_module(f"{exports.__name__}.{name}") for name in [*sorted(names), *_LAST])


# -- one post, reproduced and supplied ------------------------------------------------------------------


def join_posts(reproduced: Sequence[Post], supplied: Iterable[Post]) -> tuple[Post, ...]:
    """All posts with ids p1 ... pn, those in the article first; one for a post that is both.

    A supplied post is the same as one in the article where platform and status id agree, or where the account
    agrees and the words nearly do. What the article leaves out (link, name, date) is then filled from the
    supplied one, which stays at hand whole as `Post.supplied`.
    """
    joined: list[Post] = []
    known: dict[tuple[str, str], list[int]] = {}
    moved: dict[tuple[str, str], str] = {}
    for post in (*reproduced, *supplied):
        keys = [(post.platform, f"@{post.handle}".casefold())] if post.handle else []
        keys += [(post.platform, post.status_id)] if post.status_id else []
        near = (i for key in keys for i in known.get(key, ()))
        same = (i for i in near if post.origin == "supplied" and _same(joined[i], post))
        at = next(same, len(joined))
        if at == len(joined):
            joined.append(post)
            for key in keys:
                known.setdefault(key, []).append(at)
        elif joined[at].origin == "reproduced" and joined[at].supplied is None:
            joined[at] = _filled(joined[at], post)
        moved.setdefault((post.origin, post.id), f"p{at + 1}")
    return tuple(
        evolve(post, id=f"p{n}", parent=moved.get((post.origin, post.parent)) if post.parent else None)
        for n, post in enumerate(joined, 1)
    )


def _same(known: Post, post: Post) -> bool:
    """Whether two posts of one platform, which share their account or their id, are one."""
    if known.status_id and post.status_id:
        return known.status_id == post.status_id
    a, b = _words(known.text), _words(post.text)
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) >= 4 and _alike(a, b))


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether nine words in ten are shared, or the shorter is the other's beginning, cut."""
    short, long = sorted((a, b), key=len)
    if len(short) >= 6 and short[:-1] == long[: len(short) - 1]:
        return True
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared >= 0.9 * (len(a) + len(b))


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(_LINK.sub(" ", text or "")))


def _filled(known: Post, post: Post) -> Post:
    """The post of the article with what only the supplied one tells."""
    told = {
        name: getattr(post, name)
        for name in ("text", "author_name", "handle", "posted_at", "url", "status_id", "media", "links")
        if not getattr(known, name) and getattr(post, name)
    }
    if known.posted is None and post.posted is not None:
        told |= {"posted": post.posted, "posted_from": post.posted_from}
    elif "posted_at" in told and known.posted != post.posted:
        del told["posted_at"]
    if known.text is None and post.text is not None:
        told |= {
            "mentions": post.mentions,
            "hashtags": post.hashtags,
            "links": post.links,
            "media": post.media,
        }
    return evolve(known, supplied=post, **told)
