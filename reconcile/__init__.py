"""Hold a news article against the social posts it embeds and the press releases it retells.

`import reconcile` loads nothing else; each name below is loaded when it is first used.
"""

from __future__ import annotations

#: Type checkers take it for true; loading `typing` for it would double the cost of `import reconcile`.
TYPE_CHECKING = False

__version__ = "0.1.0"

if TYPE_CHECKING:
    from reconcile.errors import InputError as InputError
    from reconcile.errors import ReconcileError as ReconcileError
    from reconcile.links.index import ClaimIndex as ClaimIndex
    from reconcile.model import Post as Post
    from reconcile.model import Release as Release
    from reconcile.model import Report as Report
    from reconcile.names.compare import compare_names as compare_names
    from reconcile.names.handles import resolve_handle as resolve_handle
    from reconcile.names.roster import read_roster as read_roster
    from reconcile.pipeline import reconcile as reconcile
    from reconcile.reading.releases import read_release as read_release
    from reconcile.reading.supplied import read_posts as read_posts
    from reconcile.settings.reading import read_settings as read_settings

#: Public name -> the module that holds it.
_HOMES = {
    "ClaimIndex": "reconcile.links.index",
    "InputError": "reconcile.errors",
    "Post": "reconcile.model",
    "ReconcileError": "reconcile.errors",
    "Release": "reconcile.model",
    "Report": "reconcile.model",
    "compare_names": "reconcile.names.compare",
    "read_posts": "reconcile.reading.supplied",
    "read_release": "reconcile.reading.releases",
    "read_roster": "reconcile.names.roster",
    "read_settings": "reconcile.settings.reading",
    "reconcile": "reconcile.pipeline",
    "resolve_handle": "reconcile.names.handles",
}

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> object:
    """Load a public name from its home when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
