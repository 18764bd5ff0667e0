"""Turn structured YAML, extracted from news articles, into a dossier that MkDocs builds.

Other code may import what `__all__` lists: `load`, `check`, `build` and `verify`, the types that they return,
and what a package needs to add a rule, a kind of page or an export by an entry point (see `extensions`). All
else is internal, and may change with any release.

To read the program, follow a datum from file to page: `text`, `values`, `problems`, `yaml`, `words`, `terms`,
`model`, `quotes`, `dossier`, `findings`, `rules`, then `loading`, which puts these together; `changes` tells
two states apart; `document`, `pictures`, `exports` and `pages` say what is written, `verifying` checks it
again, `site` puts those together; `disk`, `authoring`, `reports`, `faults`, `guard`, `plugin`, `cli` and
`surface` are the edges.
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
        Published,
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
    "Published",
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
    """Import the program only when a name of `surface` is asked for, so that the command line starts fast."""
    if name in __all__:
        return getattr(import_module("mkdocs_dossier.surface"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
