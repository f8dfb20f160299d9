"""Reports: one file a format. Each has `render(report)`, which returns the whole text and prints nothing.

A format is found by its name in this folder: `reconcile check --format NAME`. What the formats share stands
in `located.py`, `wording.py` and `marked.py`; beyond that a format imports no sibling.
"""

from __future__ import annotations

import pkgutil

#: Not formats: what the formats share.
_SHARED = ("located", "wording", "marked")


def formats() -> tuple[str, ...]:
    """The names of the formats, sorted; nothing is imported."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name not in _SHARED))
