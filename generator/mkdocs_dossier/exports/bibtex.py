"""`sources.bib`: all sources in BibTeX, in UTF-8, as biblatex reads it."""

import re
from collections.abc import Iterator

from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.references import Reference, all_references
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.dates import EdtfDate

_KINDS = {"article": "article", "report": "report"}
_SYNTAX = re.compile(r"[\\{}%&#_$~^]")
# BibTeX counts braces even behind a backslash: one alone would end the entry.
_WORDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex_entry(cited: Reference) -> str:
    """Write an entry of BibTeX, without the end of its last line."""
    fields = {
        "title": cited.title,
        # In braces of its own, so that biblatex does not split a name, of a body perhaps, into first and
        # last.
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in cited.authors),
        "journaltitle" if cited.kind == "article" else "organization": cited.publisher,
        "date": _edtf(cited.published),
        "url": cited.url,
        "urldate": _edtf(cited.retrieved),
        "langid": cited.language,
        "note": cited.note,
    }
    # Fields that biblatex reads as they are, and names, which are escaped above.
    verbatim = {"url", "date", "urldate", "author"}
    lines = [
        f"  {name} = {{{value if name in verbatim else _escaped(value)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{_KINDS.get(cited.kind, 'online')}{{{cited.key},", *lines, "}"])


def _escaped(value: str) -> str:
    return _SYNTAX.sub(lambda found: _WORDS.get(found[0], f"\\{found[0]}"), value)


def _edtf(date: EdtfDate | None) -> str:
    """Write a date in EDTF, which biblatex reads; of a moment, the day."""
    return date.text[:10] if date and date.time else date.text if date else ""


def _write(published: Published) -> Iterator[bytes]:
    for number, one in enumerate(all_references(published)):
        yield ("\n" * bool(number) + bibtex_entry(one) + "\n").encode()


BIBTEX = Export("sources.bib", mark("All sources in BibTeX, for lists of references."), _write, "bibtex")
