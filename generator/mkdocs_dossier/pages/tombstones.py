"""The pages of records that were withdrawn: that they were, when and why, and nothing else of them."""

from collections.abc import Iterator
from functools import partial

from mkdocs_dossier.document.compose import heading, paragraph, stack, text
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.pages.tracing import Piece
from mkdocs_dossier.pages.view import WITHDRAWN, View, record_path
from mkdocs_dossier.values.refs import Ref


def tombstones(view: View) -> Iterator[Piece]:
    """List the pieces of all withdrawn records."""
    for ref in sorted(view.dossier.gone):
        yield Piece(f"withdrawn/{ref.section}/{ref.id}", partial(_page, view, ref))


def _page(view: View, ref: Ref) -> Iterator[Page]:
    here, withdrawn = view.here(record_path(ref.section, ref.id)), view.dossier.gone[ref]
    since = here.fill("Withdrawn {date}", date=here.date(withdrawn.on))
    by = here.fill("decided by {name}", name=here.own(withdrawn.by)) if withdrawn.by else ()
    title = view.words.say(WITHDRAWN)
    stays = here.say(
        "This page stays at its address. Nothing else of the record is shown or offered as data."
    )
    yield Page(
        here.path,
        title,
        here.plain(withdrawn.why),
        stack(
            heading(1, text(title), "withdrawn"),
            paragraph(here.join([since, by] if by else [since], ", "), cls="dossier-withdrawn"),
            here.prose(withdrawn.why),
            paragraph(stays),
        ),
    )
