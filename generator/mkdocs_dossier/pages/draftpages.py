"""The pages of drafts, which a server shows to who reviews them, each marked; no built site has any."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from mkdocs_dossier.document.compose import container, paragraph
from mkdocs_dossier.document.nodes import Block, Inline, Link, Page
from mkdocs_dossier.document.relinking import relinked
from mkdocs_dossier.pages.kinds import EachOf, Paged
from mkdocs_dossier.pages.lengths import page_section
from mkdocs_dossier.pages.tracing import Piece
from mkdocs_dossier.pages.view import Here, View, index_path, record_path
from mkdocs_dossier.values.refs import SECTIONS, Ref

_IsThere = Callable[[str], bool]
"""A function that tells of the path of an index whether the site has it: one of nothing is left out."""


def draft_pieces(
    view: View, reviewed: View, paged: Mapping[str, Paged], writing: Mapping[str, EachOf]
) -> Iterator[Piece]:
    """List the pieces that show drafts: all of them in a list, and the pages of each.

    `view` is of the dossier that has them, `reviewed` of the one that all other pages are written from; the
    names of the pieces begin with the realm of the `view`. `paged` and `writing` are those of `navigation`.
    """
    index, is_there = paged["drafts"], partial(_is_there, reviewed, paged)
    for number in index.shown(view):
        yield Piece(f"{view.realm}pages/{number}", partial(index.page, view, number))
    for ref in view.drafts:
        write = partial(_pages, view, is_there, writing[ref.section], ref.id)
        yield Piece(f"{view.realm}{ref.address}", write)


def _pages(view: View, is_there: _IsThere, write: EachOf, key: str) -> Iterator[Page]:
    """Write the pages of a draft as those of a record, and mark them.

    Where a link would lead to what the other pages do not have, it leads to the page as a whole, or nowhere.
    """
    for page in write(view, key):
        lead = partial(_led, view, is_there, page)
        yield replace(page, blocks=_banner(view.here(page.path)) + relinked(page.blocks, lead))


def _banner(here: Here) -> Block:
    said = here.say("Draft: nobody has approved this yet. It is not in a built site.")
    # The box of problems, which no page of a built site has: drafts need no style of their own.
    return container(paragraph(said), name="aside", cls="dossier-problems dossier-draft")


def _led(view: View, is_there: _IsThere, page: Page, link: Link) -> Inline:
    """Return a link of a draft's page that leads somewhere, or its label."""
    written = link.target.partition("#")[0]
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), written)) if written else page.path
    ref = _record_at(view, path)
    if path == page.path or (ref and ref in view.drafts):
        return (link,)
    here = view.here(page.path)
    if ref:
        return (Link(link.label, here.target(record_path(*ref))),)
    return (Link(link.label, here.target(path)),) if is_there(path) else link.label


def _record_at(view: View, path: str) -> Ref | None:
    """Return the record that a page is of, also one of its further pages."""
    folder, _, rest = path.partition("/")
    section = next((one for one in SECTIONS if one == folder), None)
    identifier = rest.partition("/")[0]
    return Ref(section, identifier) if section and identifier in view.dossier.section(section) else None


def _is_there(reviewed: View, paged: Mapping[str, Paged], path: str) -> bool:
    index = paged.get(path.partition("/")[0])
    if index is None:
        return True
    pages = {
        index_path(page_section(path.partition("/")[0], number)): one
        for number, one in index.shown(reviewed).items()
    }
    return path in pages and bool(pages[path].items)
