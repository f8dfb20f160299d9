"""What passes between the sources and the workers: an entry of the input, and the article read from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeAlias

from attrs import frozen

from reconcile.errors import ReconcileError
from reconcile.model import Post

#: The most bytes that one article may have: a row says so, and no worker is filled with a disk image.
MAX_BYTES = 64 * 2**20


class Unread(ReconcileError):
    """An entry of which no article can be made: what is wrong with it, and its id where it has one."""

    def __init__(self, problem: str, id: str | None = None) -> None:  # noqa: A002 - the field's own name
        self.problem, self.id = problem, id
        super().__init__(problem)


@frozen
class Article:
    """One article with what is supplied beside it: the arguments of `reconcile()`."""

    id: str
    source: str | bytes
    media_type: str | None = None
    uri: str | None = None
    published: date | None = None
    posts: tuple[Post, ...] = ()
    releases: tuple[str, ...] = ()


@frozen
class Entry:
    """An article as it stands in the input: nothing of it is parsed before it has reached a worker."""

    #: Where it stands, for a person: "pages/a.html", "articles.jsonl, line 7".
    place: str
    #: Makes the article of it, in the worker; raises Unread or InputError. A module's function, so that it pickles.
    read: Callable[[], Article]
    #: The id alone, for the parent, when the worker was lost over the entry: cheap, and safe with any content.
    name: Callable[[], str | None]
    #: About how many bytes it is to pass on.
    weight: int = 0


#: An entry, and how much of the input is behind it once it is read: from 0 to 1.
Step: TypeAlias = tuple[float, Entry]


def broken_entry(place: str, problem: str, name: str | None = None) -> Entry:
    """An entry of which its source knows already that there is no article in it, and why."""
    return Entry(place, partial(_raise, problem, name), partial(as_given, name))


def as_given(name: str | None) -> str | None:
    """`Entry.name` where the source knows it."""
    return name


def _raise(problem: str, name: str | None) -> Article:
    raise Unread(problem, name)
