"""The page of what changed in the dossier: day by day, the last first, over several pages if it is long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from mkdocs_dossier.changes.changesentences import nested, sentence, shown
from mkdocs_dossier.document.compose import bullets, container, heading, link, paragraph, stack
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.exports.feed import FEED
from mkdocs_dossier.model.changelog import Change
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.words import Words

_AROUND = 200
"""About how many bytes stand around the words of a change."""


class _Row(NamedTuple):
    """A change, and how deep it stands below what it follows from."""

    depth: int
    change: Change


@dataclass(frozen=True)
class _PagePen:
    """Writes sentences for a page, with links to the records."""

    here: Here

    @property
    def words(self) -> Words:
        """The program's own words."""
        return self.here.words

    def name(self, ref: Ref, title: str | None) -> Inline:
        """Link to a record; one that is not in the dossier any more has no page."""
        dossier = self.here.dossier
        today = dossier.redirects.get(ref, ref)
        if today.id in dossier.section(today.section) or today in dossier.gone:
            return self.here.record(*today)
        return self.here.own(title or ref.id)

    def own(self, value: str) -> Inline:
        """Write text of the dossier."""
        return self.here.own(value)

    def said(self, value: str) -> Inline:
        """Write words of the program's own."""
        return self.here.own(value)

    def term(self, identifier: str) -> Inline:
        """Name a measure."""
        return self.here.term(identifier)

    def fill(self, message: str, **parts: Inline) -> Inline:
        """Say a message with these parts in its places."""
        return self.here.fill(message, **parts)

    def listed(self, parts: Sequence[Inline]) -> Inline:
        """Write several parts as a list in a line."""
        return self.here.join(parts, "; ")


def _rows(view: View) -> list[_Row]:
    """List all changes, each behind that which it follows from, the last day first."""
    return [
        _Row(depth, change)
        for of_day in view.dossier.changes.values()
        for depth, change in nested(shown(of_day, view.dossier))
    ]


def _weight(view: View, row: _Row) -> int:
    """Return how many bytes of text a change has, about."""
    one = row.change
    named = (one.record, *one.by[:2]) if one.record else one.by[:2]
    there = (ref for ref in named if ref.id in view.dossier.section(ref.section))
    words = (one.title, one.was, one.now_, one.about, *(view.title(*ref) for ref in there))
    return _AROUND + sum(len(said.encode()) for said in words if said)


def _listed(here: Here, rows: Sequence[_Row]) -> Block:
    days = groupby(rows, lambda row: row.change.on.text)
    return stack(*(_day(here, day, list(of_day)) for day, of_day in days))


def _day(here: Here, day: str, rows: Sequence[_Row]) -> Block:
    listed = container(*_items(here, rows), name="ul", cls="dossier-changes")
    return heading(2, here.date(rows[0].change.on), f"on-{day}") + listed


def _items(here: Here, rows: Sequence[_Row]) -> Iterator[Block]:
    """Write each change with what follows from it; a page may begin in the middle of that."""
    pen = _PagePen(here)
    groups: list[list[Inline]] = []
    for depth, change in rows:
        said = sentence(change, pen, change.title)
        if depth and groups:
            groups[-1].append(said)
        else:
            groups.append([said])
    for first, *following in groups:
        yield container(paragraph(first), bullets(following), name="li")


def _feed(here: Here) -> Block:
    return paragraph(link(here.say("Follow the changes in a program that reads feeds"), here.target(FEED)))


CHANGES = Index(
    "changes",
    mark("Changes"),
    mark("What changed in this dossier, the last day first."),
    _rows,
    _listed,
    _feed,
    _weight,
).kind(95)
