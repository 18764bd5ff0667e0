"""Citations of a statement, with all sources that report it, as plain text, BibTeX, RIS and CSL-JSON.

The formats: BibTeX in UTF-8, as biblatex reads it; RIS as specified by Research Information Systems (2001);
CSL-JSON as in the Citation Style Language's `csl-data.json` 1.0.2. They have no type for a statement: what is
cited is its source, with the statement as a note.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring

from mkdocs_dossier.document.compose import join, text, unsearched, verbatim
from mkdocs_dossier.document.nodes import Block, Inline, Listing
from mkdocs_dossier.model.recordparts import Reported
from mkdocs_dossier.model.records import Source, Statement
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.text.shortening import cut_long
from mkdocs_dossier.values.dates import EdtfDate

CSL_KINDS = {
    "article": "article-newspaper",
    "transcript": "speech",
    "report": "report",
    "post": "post",
    "video": "motion_picture",
    "document": "document",
}
RIS_KINDS = {
    "article": "NEWS",
    "transcript": "HEAR",
    "report": "RPRT",
    "post": "BLOG",
    "video": "VIDEO",
    "document": "GEN",
}
BIBTEX_KINDS = {"article": "article", "report": "report"}
_MOST_WORDS, _MOST_AUTHORS = 2_000, 50
"""How many characters of a statement a citation has, and how many authors of a source it names."""

_BIBTEX_SYNTAX = re.compile(r"[\\{}%&#_$~^]")
# BibTeX counts braces even behind a backslash: one alone would end the entry.
_BIBTEX_WORDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


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
    csl = [_csl_item(one) for one in cited]
    boxes = (
        Listing(here.words.say("Plain text"), _plain_citation(cited), here.view.direction, is_open=True),
        # The syntax of the others runs from left to right in any language.
        Listing("BibTeX", verbatim("\n\n".join(map(_bibtex, cited))), "ltr"),
        Listing("RIS", verbatim("\n\n".join(map(_ris, cited))), "ltr"),
        Listing("CSL-JSON", verbatim(_json(csl)), "ltr"),
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
    def source(self) -> Source:
        return self.here.dossier.sources[self.report.source]

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


def _names(here: Here, source: Source) -> list[str]:
    return [here.dossier.actors[one].name for one in source.authors[:_MOST_AUTHORS]]


def _publisher(here: Here, source: Source) -> str:
    return here.dossier.actors[source.publisher].name if source.publisher else ""


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


def _plain_citation(cited: Sequence[_Cited]) -> Inline:
    """Cite a statement as a sentence, each part in its own direction."""
    first = cited[0]
    here, report = first.here, first.report
    tag = here.dossier.language_of(report) if report.quote else here.dossier.source_language(report.source)
    said = [here.speakers(first.statement, linked=False), _date(here, first.statement.said)]
    words = join((here.quoted(part, tag) for part in _fragments(report)), " … ")
    if not report.quote:
        words = here.fill("as reported, {words}", words=words)
    statement = here.join([here.join(said, ", "), words], ": ")
    sources = here.join((_plain_source(here, one.source) for one in cited), "; ")
    return here.fill("{statement} In: {source}.", statement=statement, source=sources)


def _plain_source(here: Here, source: Source) -> Inline:
    published = [here.own(_publisher(here, source)), _date(here, source.published)]
    parts = [
        here.join(map(here.own, _names(here, source)), ", "),
        here.title("sources", source.id),
        here.join(published, ", "),
        here.own(source.url or ""),
    ]
    return join(parts, ". ")


def _date(here: Here, date: EdtfDate | None) -> Inline:
    return text(here.words.moment(date)) if date else text("")


def _bibtex(cited: _Cited) -> str:
    """Cite a source for BibTeX, the statement in its note."""
    here, source = cited.here, cited.source
    fields = {
        "title": source.title,
        # In braces of its own, so that biblatex does not split a name, of a body perhaps, into first and
        # last.
        "author": " and ".join(f"{{{_bibtex_text(name)}}}" for name in _names(here, source)),
        "journaltitle" if source.kind == "article" else "organization": _publisher(here, source),
        "date": _edtf(source.published),
        "url": source.url or "",
        "urldate": _edtf(source.retrieved),
        "langid": here.dossier.source_language(source.id),
        "note": cited.note,
    }
    # Fields that biblatex reads as they are, and names, which are escaped above.
    verbatim = {"url", "date", "urldate", "author"}
    lines = [
        f"  {name} = {{{value if name in verbatim else _bibtex_text(value)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{BIBTEX_KINDS.get(source.kind, 'online')}{{{cited.key},", *lines, "}"])


def _bibtex_text(value: str) -> str:
    return _BIBTEX_SYNTAX.sub(lambda found: _BIBTEX_WORDS.get(found[0], f"\\{found[0]}"), value)


def _ris(cited: _Cited) -> str:
    """Cite a source in RIS, the statement as its note."""
    here, source = cited.here, cited.source
    tags = [
        ("TY", RIS_KINDS[source.kind]),
        ("TI", source.title),
        *(("AU", name) for name in _names(here, source)),
        ("PB", _publisher(here, source)),
        ("DA", (_day(source.published) or "").replace("-", "/")),
        ("LA", here.dossier.source_language(source.id)),
        ("UR", source.url or ""),
        ("N1", cited.note),
        ("ID", cited.key),
    ]
    # In RIS, the end of a line ends a field.
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - "])


def _csl_item(cited: _Cited) -> dict[str, object]:
    """Cite a source in CSL-JSON, the statement as its note."""
    here, source = cited.here, cited.source
    item: dict[str, object] = {
        "id": cited.key,
        "type": CSL_KINDS[source.kind],
        "title": source.title,
        "author": [{"literal": name} for name in _names(here, source)],
        "container-title": _publisher(here, source),
        "issued": _csl_date(source.published),
        "accessed": _csl_date(source.retrieved),
        "language": here.dossier.source_language(source.id),
        "URL": source.url,
        "note": cited.note,
    }
    return {name: value for name, value in item.items() if value}


def _json(value: object, around: str = "\n") -> str:
    """Write JSON with a line for each value, as `json.dumps` does, which takes its time for that."""
    within = f"{around}  "
    match value:
        case str():
            return encode_basestring(value)
        case dict():
            items = (f"{encode_basestring(key)}: {_json(one, within)}" for key, one in value.items())
            return f"{{{within}{f',{within}'.join(items)}{around}}}"
        case list():
            return f"[{within}{f',{within}'.join(_json(one, within) for one in value)}{around}]"
    return json.dumps(value)


def _edtf(date: EdtfDate | None) -> str:
    """Write a date in EDTF, which biblatex reads; of a moment, the day."""
    return date.text[:10] if date and date.time else date.text if date else ""


def _day(date: EdtfDate | None) -> str | None:
    """Write a date as YYYY-MM-DD, if it is a single day."""
    return (
        f"{date.earliest[0]:04}-{date.earliest[1]:02}-{date.earliest[2]:02}"
        if date and date.is_day and date.earliest
        else None
    )


def _csl_date(date: EdtfDate | None) -> dict[str, object] | None:
    """Write a date for CSL-JSON: in parts if it is a single day, otherwise as text."""
    if date is None:
        return None
    return {"date-parts": [list(date.earliest)]} if date.is_day and date.earliest else {"literal": date.text}
