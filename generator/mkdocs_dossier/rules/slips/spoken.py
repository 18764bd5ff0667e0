"""List each report of what somebody said, with its text: what the rules on quotations look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.findings.found import Checked, Fragment
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.problems import Location
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.rule import Context
from mkdocs_dossier.values.refs import Path


@dataclass(frozen=True, slots=True)
class Quoted:
    """A fragment that was found in its source: as its author wrote it, and where it stands."""

    words: str
    match: Match
    place: Location


@dataclass(frozen=True, slots=True)
class Spoken:
    """A report of a statement: its source's text, and where its words stand there."""

    statement: Statement
    text: SourceText
    checked: Checked

    @property
    def speakers(self) -> tuple[str, ...]:
        """The ids of who speaks."""
        return self.statement.speakers

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.checked.source

    @property
    def path(self) -> Path:
        """The way from the statement to the report; empty for the first one."""
        return self.checked.path

    def quoted(self, context: Context) -> Iterator[Quoted]:
        """List the fragments of the quote that were found, each with its place in the files."""
        return self._found(context, "quote", self.checked.quote)

    def told(self, context: Context) -> Iterator[Quoted]:
        """List the fragments that say what was said: those of the quote, or else those of the passage."""
        if self.checked.quote:
            return self.quoted(context)
        return self._found(context, "passage", self.checked.passage)

    def _found(self, context: Context, name: str, fragments: Sequence[Fragment]) -> Iterator[Quoted]:
        for index, fragment in enumerate(fragments):
            if fragment.match:
                place = context.place("statements", self.statement.id, *self.path, name, index)
                yield Quoted(fragment.words, fragment.match, place)


def spoken(context: Context) -> Iterator[Spoken]:
    """List the reports of all statements whose source has a text."""
    for statement in context.dossier.statements.values():
        for known in context.findings.reports[statement.id]:
            text = context.dossier.text_in(*known.checked.place)
            if text is not None:
                yield Spoken(statement, text, known.checked)
