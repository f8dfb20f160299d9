"""Parts that need a package which is not always installed."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from reconcile.errors import InputError

#: The package that is missing -> the extra that brings it.
_EXTRAS = {"pyarrow": "batch", "fastwarc": "warc"}


def load(name: str) -> ModuleType:
    """The module `name` of this project. Raises InputError where a package that it needs is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRAS:
            raise
        remedy = f"pip install 'press-reconcile[{_EXTRAS[package]}]'"
        raise InputError(f"the package {package}", "is needed for this and not installed", remedy) from error
