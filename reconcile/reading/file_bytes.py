"""The bytes of a file that somebody named, and one voice for what is wrong with it."""

from __future__ import annotations

from reconcile.errors import InputError


def read_bytes(path: str) -> bytes:
    """All of the file at `path`.

    Raises InputError where there is no such file, it is a directory, or the system refuses it.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs a fifth of the start-up
            return file.read()
    except IsADirectoryError as error:
        raise InputError(path, "is a directory", "give a file") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(path, "there is no such file") from error
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or error
        raise InputError(path, f"cannot be read: {problem}") from error
