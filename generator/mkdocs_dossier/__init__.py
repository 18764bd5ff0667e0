"""Turns the structured YAML extracted from news articles into a dossier that MkDocs builds.

What other code may import stands in `__all__`: `load`, `check`, `build` and `verify`, with what they
return; and what a package needs that adds a rule, a kind of page or an export by an entry point (see
`extensions`). All else is internal, and may change with any release.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.version import __version__

if TYPE_CHECKING:
    from mkdocs_dossier.surface import (
        Context,
        Example,
        Export,
        Finding,
        Level,
        Loaded,
        Page,
        PageKind,
        Problem,
        Rule,
        Verification,
        View,
        build,
        check,
        load,
        verify,
    )

__all__ = [
    "Context",
    "Example",
    "Export",
    "Finding",
    "Level",
    "Loaded",
    "Page",
    "PageKind",
    "Problem",
    "Rule",
    "Verification",
    "View",
    "__version__",
    "build",
    "check",
    "load",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Import the program only when something of it is asked for: the command line starts without it."""
    if name in __all__:
        return getattr(import_module("mkdocs_dossier.surface"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
