"""Makes the site of a dossier that was read, with the help of other processes where that is worth it."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TypeVar

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_dossier import site
from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.loading import Read
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.plugin import asked
from mkdocs_dossier.plugin.made import Kept
from mkdocs_dossier.plugin.ourfiles import OtherFiles
from mkdocs_dossier.plugin.preparing import prepare_markdown
from mkdocs_dossier.plugin.rebuild import Rebuild
from mkdocs_dossier.plugin.shortcut import Shortcut, shortcut
from mkdocs_dossier.words import Words

_log = logging.getLogger("mkdocs.plugins.dossier")

Done = TypeVar("Done")

_WAITING = b"# No dossier yet\n\nIt shows here as soon as it can be read.\n"


@dataclass(frozen=True)
class Asked:
    """How a site is to be made: where its dossier is, in how many processes, and whether by a server."""

    source: str
    processes: int
    serving: bool


@dataclass(frozen=True)
class Making:
    """The site of a dossier, as far as it is made before MkDocs has read what else there is.

    `title` is the dossier's, which the header bears where `mkdocs.yml` names no site. `imprint` is what a
    page says on paper of where it comes from: that title, and the dossier's date.
    """

    title: str
    imprint: tuple[str, ...]
    words: Words
    files: OtherFiles
    """The site's files that are no pages of the dossier: styles, scripts, exports, redirects."""
    assets: tuple[str, ...]
    """The paths of the styles and scripts among them."""
    kept: Kept
    rebuild: Rebuild | None
    page_cards: tuple[Card, ...]


NOTHING = Making("", (), Words(), OtherFiles({}), (), Kept(Shortcut("")), None, ())
"""No site, before a dossier could be read."""


def none_yet(words: Words) -> Making:
    """Make the site of a dossier that is not there yet: a page that says so, which a server shows."""
    # The styles of the box with the problems; the page itself needs none.
    styles = {path: content for path, content in site.assets(words).items() if path.endswith(".css")}
    files = {path: partial(bytes, content) for path, content in {"index.md": _WAITING, **styles}.items()}
    return replace(NOTHING, files=OtherFiles(files), assets=tuple(styles))


def make(
    read: Read,
    config: MkDocsConfig,
    how: Asked,
    last: Rebuild | None,
    begin: Callable[[site.Site, Words], None],
) -> Making:
    """Make the site of a dossier; where other processes help, what was `read` is let go of on the way.

    `last` is what a server knows of the build before. `begin` is called before the pages are written.
    """
    settings = read.reviewed.dossier.settings
    words = site.words_in(settings.language)
    made = site.make_site(
        read,
        words,
        directory_urls=config.use_directory_urls,
        repository=asked.repository(config, how.source),
        wanted=set(asked.pages(config.nav)),
        with_drafts=how.serving,
        address=_address(config),
    )
    if how.processes > 1:
        read.let_go()
    files = OtherFiles(made.files, how.processes)
    begin(made, words)
    prepare_markdown(config, words)
    way = shortcut(config)
    if way.reason:
        _log.debug("Python-Markdown makes the HTML of all pages, because %s.", way.reason)
    kept = Kept(way, config.use_directory_urls, how.processes)
    rebuild = Rebuild(config, made.basis, made.digests, last, serving=how.serving)
    kept.add(made.pieces, rebuild.known(), rebuild.table, made.notes)
    if how.processes > 1:
        made.forget()
    return Making(
        settings.title,
        _imprint(settings, words),
        words,
        files,
        tuple(site.assets(words)),
        kept,
        rebuild,
        tuple(_page_cards(made, kept)),
    )


def _imprint(settings: Settings, words: Words) -> tuple[str, ...]:
    updated = [words.date(settings.updated)] if settings.updated else []
    return (settings.title, *updated)


def _address(config: MkDocsConfig) -> str:
    """Return the address of the site's root, with a `/` at its end; empty where nobody knows it."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def _page_cards(made: site.Site, kept: Kept) -> Iterator[Card]:
    return chain.from_iterable(made.page_cards(one.page, one.parts) for one in kept.pages.values())


def attempt(work: Callable[[], Done]) -> Callable[[], Done]:
    """Do work that may turn out not to be wanted; return what gives its result, or raises what it raised."""
    try:
        done = work()
    except Exception as trouble:
        caught = trouble

        def fail() -> Done:
            raise caught

        return fail
    return lambda: done
