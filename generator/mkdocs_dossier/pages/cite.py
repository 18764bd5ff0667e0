"""Citations of a statement as plain text, BibTeX, RIS and CSL-JSON.

The formats: BibTeX in UTF-8, as biblatex reads it; RIS as specified by Research Information Systems (2001);
CSL-JSON as in the Citation Style Language's `csl-data.json` 1.0.2. They have no type for a statement: what is
cited is its source, with the statement as a note.
"""

import json
import re
from collections.abc import Iterator

from mkdocs_dossier.document.compose import container, join, text, verbatim
from mkdocs_dossier.document.nodes import Block, Inline, Listing
from mkdocs_dossier.model.records import Source, Statement
from mkdocs_dossier.pages.view import Here
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
_BIBTEX_SYNTAX = re.compile(r"[\\{}%&#_$~^]")
# BibTeX counts braces even behind a backslash: one alone would end the entry.
_BIBTEX_WORDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citations(here: Here, statement: Statement) -> Iterator[Block]:
    """Write a statement's citations, each as a listing to copy from."""
    sentence = _plain_citation(here, statement)
    boxes = (
        Listing(here.words.say("Plain text"), sentence, here.view.direction, is_open=True),
        # The syntax of the others runs from left to right in any language.
        Listing("BibTeX", verbatim(_bibtex(here, statement)), "ltr"),
        Listing("RIS", verbatim(_ris(here, statement)), "ltr"),
        Listing("CSL-JSON", verbatim(_csl_json(here, statement)), "ltr"),
    )
    # Left out of search: the page has the same words above.
    yield container(boxes, name="section", attributes={"data-search-exclude": ""})


def _speaker(here: Here, statement: Statement) -> str:
    return here.view.speakers(statement)


def _source(here: Here, statement: Statement) -> Source:
    return here.dossier.sources[statement.source]


def _names(here: Here, source: Source) -> list[str]:
    return [here.dossier.actors[one].name for one in source.authors]


def _publisher(here: Here, source: Source) -> str:
    return here.dossier.actors[source.publisher].name if source.publisher else ""


def _fragments(statement: Statement) -> list[str]:
    return [" ".join(part.split()) for part in statement.quote or statement.passage or ()]


def _words(here: Here, statement: Statement) -> str:
    words = " … ".join(f"“{part}”" for part in _fragments(statement))
    return words if statement.quote else here.words.say("as reported, {words}", words=words)


def _plain_citation(here: Here, statement: Statement) -> Inline:
    """Cite a statement as a sentence, each part in its own direction."""
    source = _source(here, statement)
    tag = here.dossier.language_of(statement) if statement.quote else here.dossier.source_language(source.id)
    said = [here.speakers(statement, linked=False), _date(here, statement.said)]
    words = join((here.quoted(part, tag) for part in _fragments(statement)), " … ")
    if not statement.quote:
        words = here.fill("as reported, {words}", words=words)
    published = [here.own(_publisher(here, source)), _date(here, source.published)]
    parts = [
        here.join(map(here.own, _names(here, source)), ", "),
        here.title("sources", source.id),
        here.join(published, ", "),
        here.own(source.url or ""),
    ]
    statement_part = here.join([here.join(said, ", "), words], ": ")
    return here.fill("{statement} In: {source}.", statement=statement_part, source=join(parts, ". "))


def _date(here: Here, date: EdtfDate | None) -> Inline:
    return text(here.words.moment(date)) if date else text("")


def _bibtex(here: Here, statement: Statement) -> str:
    """Cite the source of a statement for BibTeX, the statement in its note."""
    source = _source(here, statement)
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
        "note": f"{_speaker(here, statement)}: {_words(here, statement)}",
    }
    # Fields that biblatex reads as they are, and names, which are escaped above.
    verbatim = {"url", "date", "urldate", "author"}
    lines = [
        f"  {name} = {{{value if name in verbatim else _bibtex_text(value)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{BIBTEX_KINDS.get(source.kind, 'online')}{{{statement.id},", *lines, "}"])


def _bibtex_text(value: str) -> str:
    return _BIBTEX_SYNTAX.sub(lambda found: _BIBTEX_WORDS.get(found[0], f"\\{found[0]}"), value)


def _ris(here: Here, statement: Statement) -> str:
    """Cite the source of a statement in RIS, the statement as its note."""
    source = _source(here, statement)
    tags = [
        ("TY", RIS_KINDS[source.kind]),
        ("TI", source.title),
        *(("AU", name) for name in _names(here, source)),
        ("PB", _publisher(here, source)),
        ("DA", (_day(source.published) or "").replace("-", "/")),
        ("LA", here.dossier.source_language(source.id)),
        ("UR", source.url or ""),
        ("N1", f"{_speaker(here, statement)}: {_words(here, statement)}"),
        ("ID", statement.id),
    ]
    # In RIS, the end of a line ends a field.
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - "])


def _csl_json(here: Here, statement: Statement) -> str:
    """Cite the source of a statement in CSL-JSON, the statement as its note."""
    source = _source(here, statement)
    item: dict[str, object] = {
        "id": statement.id,
        "type": CSL_KINDS[source.kind],
        "title": source.title,
        "author": [{"literal": name} for name in _names(here, source)],
        "container-title": _publisher(here, source),
        "issued": _csl_date(source.published),
        "accessed": _csl_date(source.retrieved),
        "language": here.dossier.source_language(source.id),
        "URL": source.url,
        "note": f"{_speaker(here, statement)}: {_words(here, statement)}",
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2)


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
