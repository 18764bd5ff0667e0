"""The list of the drafts that a server shows to who reviews them, by source. No built site has it."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

from mkdocs_dossier.document.compose import bullets, heading, join, stack
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.walk import references
from mkdocs_dossier.pages.findable import RECORD_KINDS
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.kinds import PageKind
from mkdocs_dossier.pages.ordering import date_order
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import SECTIONS, Ref


def _items(view: View) -> list[tuple[str, Ref]]:
    """List the drafts by source, kind and id, each after the id of its source, "" where it has none.

    The dossier that the other pages are written from has none of them.
    """
    sources = _sources(view)

    def order(ref: Ref) -> tuple[object, ...]:
        source = view.dossier.sources.get(sources[ref])
        published = date_order(source.published, source.id) if source else ()
        return (source is None, *published, SECTIONS.index(ref.section), ref.id)

    return [(sources[ref], ref) for ref in sorted(sources, key=order)]


def _sources(view: View) -> dict[Ref, str]:
    """Return from which source each draft is: the one that it names, or those that name it, or its file."""
    drafts = {ref: path for ref, path in view.drafts.items() if ref.id in view.dossier.section(ref.section)}
    own: dict[Ref, str] = {}
    named: dict[Ref, str] = {}
    filed: dict[str, str] = {}
    for ref, path in drafts.items():
        targets = [one.target for one in references(view.dossier.section(ref.section)[ref.id])]
        is_source = ref.section == "sources"
        own[ref] = ref.id if is_source else next((one.id for one in targets if one.section == "sources"), "")
        if own[ref]:
            filed.setdefault(path, own[ref])
            named.update({one: own[ref] for one in targets if one not in named})
    return {ref: own[ref] or named.get(ref) or filed.get(path, "") for ref, path in drafts.items()}


def _listed(here: Here, items: Sequence[tuple[str, Ref]]) -> Block:
    """List drafts below their sources."""
    groups = groupby(items, key=lambda item: item[0])
    return stack(*(_group(here, source, [ref for _, ref in members]) for source, members in groups))


def _group(here: Here, source: str, drafts: Iterable[Ref]) -> Block:
    is_known = source in here.dossier.sources
    title = here.record("sources", source) if is_known else here.say("Of no source")
    listed = bullets(_row(here, ref) for ref in drafts)
    return heading(2, title, f"source-{source}" if is_known else "no-source") + listed


def _row(here: Here, ref: Ref) -> Inline:
    return join([here.say(RECORD_KINDS[ref.section]), here.record(*ref)], here.words.say(": "))


_INDEX = Index(
    "drafts",
    mark("Drafts"),
    mark("What nobody has approved yet. It is not in a built site."),
    _items,
    _listed,
)

# Without a title, so that the navigation is that of a built site.
DRAFTS = PageKind(110, _INDEX.section, "", partial(_INDEX.page, number=1), index=_INDEX)
