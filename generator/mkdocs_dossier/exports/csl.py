"""`sources.csl.json`: all sources in CSL-JSON, as in the Citation Style Language's `csl-data.json` 1.0.2."""

import json
from collections.abc import Iterator
from json.encoder import encode_basestring

from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.references import Reference, all_references
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.dates import EdtfDate

_KINDS = {
    "article": "article-newspaper",
    "transcript": "speech",
    "report": "report",
    "post": "post",
    "video": "motion_picture",
    "document": "document",
}
_INSIDE = "\n  "
"""How a line begins that stands in the list of all."""


def csl_item(cited: Reference) -> dict[str, object]:
    """Return an item of CSL-JSON."""
    item: dict[str, object] = {
        "id": cited.key,
        "type": _KINDS[cited.kind],
        "title": cited.title,
        "author": [{"literal": name} for name in cited.authors],
        "container-title": cited.publisher,
        "issued": _date(cited.published),
        "accessed": _date(cited.retrieved),
        "language": cited.language,
        "URL": cited.url,
        "note": cited.note,
    }
    return {name: value for name, value in item.items() if value}


def csl_json(value: object, around: str = "\n") -> str:
    """Write JSON with a line for each value, as `json.dumps` does, which takes its time for that."""
    within = f"{around}  "
    match value:
        case str():
            return encode_basestring(value)
        case dict():
            items = (f"{encode_basestring(key)}: {csl_json(one, within)}" for key, one in value.items())
            return f"{{{within}{f',{within}'.join(items)}{around}}}"
        case list():
            return f"[{within}{f',{within}'.join(csl_json(one, within) for one in value)}{around}]"
    return json.dumps(value)


def _date(date: EdtfDate | None) -> dict[str, object] | None:
    """Write a date for CSL-JSON: in parts if it is a single day, otherwise as text."""
    if date is None:
        return None
    return {"date-parts": [list(date.earliest)]} if date.is_day and date.earliest else {"literal": date.text}


def _write(published: Published) -> Iterator[bytes]:
    yield b"["
    for number, one in enumerate(all_references(published)):
        item = csl_json(csl_item(one), _INSIDE)
        yield f"{',' if number else ''}{_INSIDE}{item}".encode()
    yield b"\n]\n"


CSL = Export("sources.csl.json", mark("All sources in CSL-JSON, for lists of references."), _write, "csl")
