"""Citations of a statement, with all sources that report it, as plain text, BibTeX, RIS and CSL-JSON.

The formats are those of the exports `bibtex`, `ris` and `csl`. They have no type for a statement: what is
cited is its source, with the statement as a note.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_dossier.document.compose import join, text, unsearched, verbatim
from mkdocs_dossier.document.nodes import Block, Inline, Listing
from mkdocs_dossier.exports.bibtex import bibtex_entry
from mkdocs_dossier.exports.csl import csl_item, csl_json
from mkdocs_dossier.exports.references import Reference, reference
from mkdocs_dossier.exports.ris import ris_record
from mkdocs_dossier.model.recordparts import Reported
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.text.shortening import cut_long
from mkdocs_dossier.values.dates import EdtfDate

_MOST_WORDS = 2_000
"""How many characters of a statement a citation has."""


def citations(here: Here, statement: Statement, reports: Iterable[Reported]) -> Iterator[Block]:
    """Write a statement's citations, each a listing to copy from, with an entry for each of some reports."""
    wanted = set(map(id, reports))
    cited = [
        _Cited(here, statement, _key(statement, nth), one)
        for nth, one in enumerate(_reports(statement), 1)
        if id(one) in wanted
    ]
    if not cited:
        return
    references = [one.reference for one in cited]
    boxes = (
        Listing(
            here.words.say("Plain text"),
            _plain_citation(cited, references),
            here.view.direction,
            is_open=True,
        ),
        # The syntax of the others runs from left to right in any language.
        Listing("BibTeX", verbatim("\n\n".join(map(bibtex_entry, references))), "ltr"),
        Listing("RIS", verbatim("\n\n".join(map(ris_record, references))), "ltr"),
        Listing("CSL-JSON", verbatim(csl_json([csl_item(one) for one in references])), "ltr"),
    )
    # The page has the same words above.
    yield unsearched(boxes, cls="dossier-citations")


@dataclass(frozen=True, slots=True)
class _Cited:
    """A report of a statement, to be cited by its source under a key of its own."""

    here: Here
    statement: Statement
    key: str
    report: Reported

    @property
    def reference(self) -> Reference:
        """The source, with what is cited of it."""
        dossier = self.here.dossier
        return reference(dossier, dossier.sources[self.report.source], self.key, self.note)

    @property
    def note(self) -> str:
        """What is cited of the source: who said what."""
        words = " … ".join(f"“{part}”" for part in _fragments(self.report))
        if not self.report.quote:
            words = self.here.words.say("as reported, {words}", words=words)
        return f"{self.here.view.speakers(self.statement)}: {words}"


def _reports(statement: Statement) -> list[Reported]:
    """Return the reports that a citation names: of each source the first."""
    first = {one.source: one for one in reversed(statement.reports)}
    return [one for one in statement.reports if first[one.source] is one]


def _key(statement: Statement, nth: int) -> str:
    """Return what programs know a report by: the statement's id, of a further one with its number."""
    return statement.id if nth == 1 else f"{statement.id}-{nth}"


def _fragments(report: Reported) -> list[str]:
    """Return the words of a report, each fragment on one line; of very many words the first."""
    kept: list[str] = []
    room = _MOST_WORDS
    for part in report.quote or report.passage or ():
        if room <= 0:
            kept[-1] += " …"
            break
        line = " ".join(part.split())
        kept.append(cut_long(line, room))
        room -= len(line)
    return kept


def _plain_citation(cited: Sequence[_Cited], references: Sequence[Reference]) -> Inline:
    """Cite a statement as a sentence, each part in its own direction."""
    first = cited[0]
    here, report = first.here, first.report
    tag = here.dossier.language_of(report) if report.quote else here.dossier.source_language(report.source)
    said = [here.speakers(first.statement, linked=False), _date(here, first.statement.said)]
    words = join((here.quoted(part, tag) for part in _fragments(report)), " … ")
    if not report.quote:
        words = here.fill("as reported, {words}", words=words)
    statement = here.join([here.join(said, ", "), words], ": ")
    named = zip(cited, references, strict=True)
    sources = here.join((_plain_source(here, one.report.source, other) for one, other in named), "; ")
    return here.fill("{statement} In: {source}.", statement=statement, source=sources)


def _plain_source(here: Here, source: str, cited: Reference) -> Inline:
    published = [here.own(cited.publisher), _date(here, cited.published)]
    parts = [
        here.join(map(here.own, cited.authors), ", "),
        here.title("sources", source),
        here.join(published, ", "),
        here.own(cited.url),
    ]
    return join(parts, ". ")


def _date(here: Here, date: EdtfDate | None) -> Inline:
    return text(here.words.moment(date)) if date else text("")
