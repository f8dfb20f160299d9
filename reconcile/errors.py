"""What can go wrong with input, one class a cause. Each is one line for a person and carries its data."""

from __future__ import annotations


class ReconcileError(Exception):
    """The base of every error that reconcile raises for its user's input."""


class InputError(ReconcileError):
    """An input that cannot be read: what it is, what is wrong with it, and what to do.

    `place` names the file, option or argument; `line` counts from 1 where a line is at fault.
    """

    def __init__(self, place: str, problem: str, remedy: str = "", line: int | None = None) -> None:
        self.place, self.problem, self.remedy, self.line = place, problem, remedy, line
        where = f"{place}, line {line}" if line is not None else place
        super().__init__(f"{where}: {problem}" + (f"; {remedy}" if remedy else ""))
