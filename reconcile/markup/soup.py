"""BeautifulSoup without its CSS selectors, which nothing here asks for.

It loads the library that reads them, soupsieve, with itself, and that takes as long as all the rest of it. Here a
module stands for that library which loads it when a selector is first used, by whomever.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType


class _Later(ModuleType):
    """Stands for a module that is not loaded yet, and loads it when something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


sys.modules.setdefault("soupsieve", _Later("soupsieve"))

from bs4 import BeautifulSoup  # noqa: E402
from bs4.builder import HTMLTreeBuilder  # noqa: E402
from bs4.element import CData, NavigableString, PageElement, Tag  # noqa: E402

__all__ = ["BeautifulSoup", "CData", "HTMLTreeBuilder", "NavigableString", "PageElement", "Tag"]
