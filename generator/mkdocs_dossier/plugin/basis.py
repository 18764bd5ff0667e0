"""What all pages of a site hang on, besides what each is written from: when in doubt, more than they do."""

import sys
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section

from mkdocs_dossier.pages.tracing import digest
from mkdocs_dossier.plugin.shortcut import Shortcut

# Settings that no template prints of pages of ours, or that are looked at by themselves.
_ASIDE = {
    "config_file_path",
    "dev_addr",
    "docs_dir",
    "hooks",
    "markdown_extensions",
    "mdx_configs",
    "nav",
    "plugins",
    "site_dir",
    "strict",
    "theme",
    "validation",
    "watch",
}


def basis(dossier: str, way: Shortcut) -> str:
    """Digest what the content of all pages hangs on: the dossier's part of it, and the program itself."""
    return digest("\n".join([dossier, repr(way), *_program(), *_installed()]).encode())


def frame(config: MkDocsConfig, nav: Navigation, imprint: Iterable[str]) -> str:
    """Digest what a theme makes of all pages; "", which is never as before, where templates are an author's.

    Such templates may print anything.
    """
    if config.theme.custom_dir:
        return ""
    settings = [f"{name}: {config[name]!r}" for name in sorted(config) if name not in _ASIDE]
    theme = [f"{name}: {config.theme[name]!r}" for name in sorted(config.theme)]
    plugins = [f"{name}: {dict(plugin.config)!r}" for name, plugin in config.plugins.items()]
    parts = (settings, theme, [str(config.theme.name)], plugins, map(repr, _items(nav.items)), imprint)
    return digest("\n".join(one for part in parts for one in part).encode("utf-8", "surrogatepass"))


def _items(items: Iterable[StructureItem]) -> Iterator[tuple[Any, ...]]:
    """List the titles and addresses of a navigation."""
    for item in items:
        yield type(item).__name__, item.title, getattr(item, "url", None)
        yield from _items(item.children if isinstance(item, Section) else ())
        yield ("end",)


def _program() -> Iterator[str]:
    """Name the files of the program as they are: its version says nothing of a copy that is worked on."""
    root = Path(str(resources.files("mkdocs_dossier")))
    for path in sorted(root.rglob("*")):
        if path.suffix not in (".pyc", "") and path.is_file():
            found = path.stat()
            yield f"{path.relative_to(root)} {found.st_size} {found.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """Name Python and all that is installed with it, with their versions."""
    yield sys.version
    for folder in sys.path:
        try:
            names = sorted(path.name for path in Path(folder).iterdir())
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))
