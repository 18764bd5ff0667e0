"""`sources.ris`: all sources in RIS, as specified by Research Information Systems (2001)."""

from collections.abc import Iterator

from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.references import Reference, all_references, day
from mkdocs_dossier.text.messages import mark

_KINDS = {
    "article": "NEWS",
    "transcript": "HEAR",
    "report": "RPRT",
    "post": "BLOG",
    "video": "VIDEO",
    "document": "GEN",
}


def ris_record(cited: Reference) -> str:
    """Write a record of RIS, without the end of its last line."""
    tags = [
        ("TY", _KINDS[cited.kind]),
        ("TI", cited.title),
        *(("AU", name) for name in cited.authors),
        ("PB", cited.publisher),
        ("DA", day(cited.published).replace("-", "/")),
        ("LA", cited.language),
        ("UR", cited.url),
        ("N1", cited.note),
        ("ID", cited.key),
    ]
    # In RIS, the end of a line ends a field.
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - "])


def _write(published: Published) -> Iterator[bytes]:
    for number, one in enumerate(all_references(published)):
        yield ("\n" * bool(number) + ris_record(one) + "\n").encode()


RIS = Export("sources.ris", mark("All sources in RIS, for lists of references."), _write, "ris")
