"""`ro-crate-metadata.json`: what the folder of data is and holds, as archives read it (RO-Crate 1.1).

The folder `/data/` with this file in it is a crate: it can be deposited as it is. The standard asks for a
date of publication, which is the `updated` of the settings; a dossier without it has none here either, and
an archive will ask for it. See https://www.researchobject.org/ro-crate/specification/1.1/.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from mkdocs_dossier.exports.downloads import Export, downloads
from mkdocs_dossier.exports.isodates import shortened
from mkdocs_dossier.exports.plainwords import plain_words
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.text.messages import mark

_Entity = dict[str, Any]

_NAME = "ro-crate-metadata.json"
_CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -]([1-4]\.0)", re.IGNORECASE)
_ZERO = re.compile(r"CC0(?:[ -]1\.0)?", re.IGNORECASE)

_FORMATS = {
    ".csl.json": "application/vnd.citationstyles.csl+json",
    ".ftm.json": "application/x-ndjson",
    ".schema.json": "application/schema+json",
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ris": "application/x-research-info-systems",
    ".sqlite": "application/vnd.sqlite3",
    ".xml": "application/xml",
}
"""What a file holds, by the end of its name; the longer ends come first."""


def _write(published: Published) -> Iterator[bytes]:
    """Write the crate, one entity to a line."""
    yield b'{"@context": "https://w3id.org/ro/crate/1.1/context",\n"@graph": ['
    for number, one in enumerate(_entities(published)):
        line = json.dumps({name: value for name, value in one.items() if value}, ensure_ascii=False)
        yield f"{',' if number else ''}\n{line}".encode()
    yield b"\n]}\n"


def _entities(published: Published) -> Iterator[_Entity]:
    settings = published.dossier.settings
    files, editors = list(_files()), list(_editors(settings.editors))
    licence = _licence(settings.licence) if settings.licence else None
    site = (
        {"@id": published.address, "@type": "WebSite", "name": settings.title} if published.address else None
    )
    yield {
        "@id": _NAME,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": settings.title,
        "description": plain_words(published, settings.summary) if settings.summary else settings.title,
        "datePublished": shortened(settings.updated),
        "license": licence and {"@id": licence["@id"]},
        "editor": [{"@id": one["@id"]} for one in editors],
        "inLanguage": settings.language,
        "isPartOf": site and {"@id": site["@id"]},
        "hasPart": [{"@id": one["@id"]} for one in files],
    }
    yield from files
    yield from editors
    yield from (one for one in (licence, site) if one)


def _files() -> Iterator[_Entity]:
    """List the other files of data, with what each is for."""
    for export in downloads():
        for name in export.files:
            if name != _NAME:
                yield {
                    "@id": name,
                    "@type": "File",
                    "name": name,
                    "description": export.purpose if name == export.name else None,
                    "encodingFormat": next(
                        (one for end, one in _FORMATS.items() if name.endswith(end)), None
                    ),
                }


def _editors(names: Sequence[str]) -> Iterator[_Entity]:
    """Name who answers for the dossier; whether they are people or bodies it does not say."""
    for number, name in enumerate(names, 1):
        yield {"@id": f"#editor-{number}", "@type": "Thing", "name": name}


def _licence(written: str) -> _Entity:
    """Name a licence by its address, if it is one or stands for one."""
    address = "#licence"
    if written.startswith(("https://", "http://")):
        address = written
    elif found := _CREATIVE_COMMONS.fullmatch(written):
        address = f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    elif _ZERO.fullmatch(written):
        address = "https://creativecommons.org/publicdomain/zero/1.0/"
    return {"@id": address, "@type": "CreativeWork", "name": written}


CRATE = Export(
    _NAME,
    mark("What all these files are, for archives that take them in (RO-Crate)."),
    _write,
    "ro-crate",
)
