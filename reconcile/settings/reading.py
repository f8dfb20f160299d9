"""Settings from a file: `reconcile.toml`, or the table `[tool.reconcile]` of `pyproject.toml`.

The form is TOML 1.0 (https://toml.io/en/v1.0.0); README.md shows every key. A key or kind that does not exist is an
error and never passed over: a misspelt `ignore` would let everything through, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from reconcile.errors import InputError
from reconcile.model import Level
from reconcile.rules import kinds_named
from reconcile.settings import Ignored, Settings

FILE, PROJECT = "reconcile.toml", "pyproject.toml"
_KEYS = ("select", "ignore", "levels", "spellings", "fail-on")
_IGNORED_KEYS = ("kind", "reason", "words", "article", "until")
_LEVELS: Mapping[str, Level | None] = {"note": "note", "warning": "warning", "error": "error", "off": None}
_FAIL_ON = ("error", "warning", "note", "never")


def find_settings(folder: Path) -> Settings:
    """The settings that hold for an article in `folder`: of the nearest file there or above, else none.

    Raises InputError where the file cannot be read or says what there is not.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        for name in (FILE, PROJECT):
            path = place / name
            if path.is_file() and (name == FILE or b"[tool.reconcile" in path.read_bytes()):
                return read_settings(path)
    return Settings()


def read_settings(path: Path | str) -> Settings:
    """The settings in the file `path`. Raises InputError where it cannot be read or says what there is not."""
    import tomllib

    file = Path(path)
    try:
        table: object = tomllib.loads(file.read_bytes().decode())
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"is no TOML: {' '.join(str(error).split())}") from None
    if file.name == PROJECT:
        tool = table.get("tool", {}) if isinstance(table, dict) else {}
        table = tool.get("reconcile") if isinstance(tool, dict) else None
        if table is None:
            raise InputError(str(path), "has no table [tool.reconcile]")
    return _Reader(str(path)).read(table)


class _Reader:
    """Reads the table of one file; knows where it stands, for what has to be complained of."""

    def __init__(self, path: str) -> None:
        self._path = path

    def read(self, table: object) -> Settings:
        given = self._table(table, "the settings", _KEYS)
        fail_on = given.get("fail-on")
        if fail_on is not None and fail_on not in _FAIL_ON:
            raise self._fault("fail-on", fail_on, f"write one of {', '.join(_FAIL_ON)}")
        return Settings(
            path=self._path,
            select=kinds_named(self._words(given.get("select", []), "select"), self._path),
            ignored=self._ignored(given.get("ignore", [])),
            levels=self._levels(given.get("levels", {})),
            spellings=self._spellings(given.get("spellings", {})),
            fail_on=None if fail_on is None else str(fail_on),
        )

    def _ignored(self, entries: object) -> tuple[Ignored, ...]:
        if not isinstance(entries, list):
            raise self._fault("ignore", entries, "write a list of kinds or tables")
        return tuple(self._ignored_entry(entry) for entry in entries)

    def _ignored_entry(self, entry: object) -> Ignored:
        if isinstance(entry, str):
            return Ignored(kinds_named([entry], self._path))
        given = self._table(entry, "ignore", _IGNORED_KEYS)
        kinds, until = given.get("kind"), given.get("until")
        if kinds is None:
            raise InputError(self._path, "an entry of ignore names no kind", 'write kind = "name.spelling"')
        if not str(given.get("reason", "")).strip():
            raise InputError(self._path, f"the entry of ignore for {kinds!r} gives no reason", "write one")
        # A date and time is a date to Python, but says no day here.
        if until is not None and type(until) is not date:
            raise self._fault("until", until, "write a day, as 2025-12-31, without quotes")
        wanted = self._words([kinds] if isinstance(kinds, str) else kinds, "kind")
        return Ignored(
            kinds_named(wanted, self._path),
            reason=self._text(given["reason"], "reason"),
            words=self._text(given.get("words", ""), "words"),
            article=self._text(given.get("article", ""), "article"),
            until=until,
        )

    def _levels(self, table: object) -> Mapping[str, Level | None]:
        given = self._table(table, "levels")
        levels: dict[str, Level | None] = {}
        # A family first, so that one of its kinds may differ from it.
        for name in sorted(given, key=lambda name: "." in name):
            if given[name] not in _LEVELS:
                raise self._fault(f"levels.{name}", given[name], f"write one of {', '.join(_LEVELS)}")
            levels.update(dict.fromkeys(kinds_named([name], self._path), _LEVELS[str(given[name])]))
        return levels

    def _spellings(self, table: object) -> Mapping[str, str]:
        given = self._table(table, "spellings")
        found: dict[str, str] = {}
        for house, others in given.items():
            for other in self._words([others] if isinstance(others, str) else others, f"spellings.{house}"):
                if found.setdefault(other.lower(), house) != house:
                    raise InputError(
                        self._path, f"“{other}” is given to both {found[other.lower()]} and {house}"
                    )
        return found

    # -- what a value must be --------------------------------------------------------------------------

    def _table(self, value: object, name: str, keys: Sequence[str] = ()) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self._fault(name, value, "write a table")
        for key in value:
            if keys and key not in keys:
                from difflib import get_close_matches

                near = next(iter(get_close_matches(key, keys, 1)), "")
                remedy = f"did you mean {near!r}?" if near else f"there are {', '.join(keys)}"
                raise InputError(self._path, f"there is no key {key!r}", remedy)
        return value

    def _words(self, value: object, name: str) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            raise self._fault(name, value, "write a list of words in quotes")
        return value

    def _text(self, value: object, name: str) -> str:
        if not isinstance(value, str):
            raise self._fault(name, value, "write it in quotes")
        return value

    def _fault(self, name: str, value: object, remedy: str) -> InputError:
        return InputError(self._path, f"{name} cannot be {value!r}", remedy)
