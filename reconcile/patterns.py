"""Patterns that are compiled when they are first used.

A module's patterns stand at its head, where a reader looks for them. There are some four hundred, and to compile
them all takes a fifth of a short run, of which most articles use a third: so they wait for their first use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, AnyStr, cast

if TYPE_CHECKING:
    import regex


def lazy_re(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile(pattern, flags)`, when it is first used."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(lambda: re.compile(pattern, flags)))


def lazy_regex(pattern: AnyStr, flags: int = 0, **lists: Iterable[AnyStr]) -> regex.Pattern[AnyStr]:
    r"""`regex.compile(pattern, flags)`, when it is first used; `lists` are those that it names as `\L<name>`."""

    def compiled() -> regex.Pattern[AnyStr]:
        import regex

        return regex.compile(pattern, flags, False, None, **lists)

    return cast("regex.Pattern[AnyStr]", _Uncompiled(compiled))


def lazily(make: Callable[[], re.Pattern[str]]) -> re.Pattern[str]:
    """The pattern that `make` compiles, when it is first used."""
    return cast("re.Pattern[str]", _Uncompiled(make))


class _Compiled:
    """Has the methods of a compiled pattern as attributes."""


class _Uncompiled(_Compiled):
    """Stands for a pattern until it is asked for a method; then it compiles it and takes over all its methods."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> object:
        pattern = self._make()
        vars(self).update((each, getattr(pattern, each)) for each in dir(pattern) if each[0] != "_")
        # Asking an object for a method takes half as long again where its class has a `__getattr__`.
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(self, name)
