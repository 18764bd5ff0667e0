"""What the configuration of a site asks of the dossier's pages: which it names, and where they are edited."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier.pages.editing import Repository, repository_of


def pages(nav: object) -> Iterator[str]:
    """List the pages that a navigation in `mkdocs.yml` names, by their paths."""
    match nav:
        case str():
            yield nav
        case list():
            for item in nav:
                yield from pages(item)
        case dict():
            for item in nav.values():
                yield from pages(item)


def titles(nav: object) -> dict[str, str]:
    """Return the titles that a navigation in `mkdocs.yml` gives to pages, by their paths."""
    match nav:
        case list():
            return {path: title for item in nav for path, title in titles(item).items()}
        case dict():
            named = {path: str(title) for title, path in nav.items() if isinstance(path, str)}
            return named | {path: title for item in nav.values() for path, title in titles(item).items()}
    return {}


def repository(config: MkDocsConfig, source: str) -> Repository | None:
    """Return where the files of the dossier in the folder `source` are kept, as far as that is said."""
    beside = Path(config.config_file_path or "mkdocs.yml").parent.absolute()
    docs = Path(os.path.relpath(config.docs_dir, beside)).as_posix()
    return repository_of(config.repo_url, config.edit_uri, docs, Path(source).as_posix())
