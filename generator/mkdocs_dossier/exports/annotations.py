"""`annotations.jsonld`: each quoted passage as an annotation of its source (W3C Web Annotation Data Model).

It is an AnnotationCollection whose one page is in it, as the Web Annotation Protocol has it. The target of an
annotation is the source where it was published; else the copy of an archive; else its page on this site. Each
has two selectors, which name the same words: the words themselves with what stands around them, and their
positions. These count the code points of the archived text, which is the state of the source that is meant:
`schema:sha256` is the hash of that text, and `sourceDate` when it was taken. The body is the page of the
record that quotes the words. Words that were not found are no annotation.
"""

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Any

from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.selectors import Selector, Span, selector
from mkdocs_dossier.findings.found import Checked, Fragment
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref

_Json = dict[str, Any]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NAME = "annotations.jsonld"


def _write(published: Published) -> Iterator[bytes]:
    """Write the collection, one annotation to a line."""
    file, settings = published.file(_NAME), published.dossier.settings
    head: _Json = {
        # Without the site's address, all others count from its root, which is above this file.
        "@context": _CONTEXT if published.address else [_CONTEXT, {"@base": "../"}],
        "id": file,
        "type": "AnnotationCollection",
        "label": settings.title,
        **_by_editors(published),
    }
    page = {"id": f"{file}#page", "type": "AnnotationPage", "partOf": file, "startIndex": 0}
    yield f'{_line(head)[:-1]}, "first": {_line(page)[:-1]}, "items": ['.encode()
    total = 0
    for one in _annotations(published):
        yield f"{',' if total else ''}\n{_line(one)}".encode()
        total += 1
    yield f'\n]}}, "total": {total}}}\n'.encode()


def _line(value: _Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _by_editors(published: Published) -> _Json:
    """Name who answers for the dossier, if it says so: whether they are people or bodies it does not say."""
    named = [{"name": one} for one in published.dossier.settings.editors]
    return {"creator": named} if named else {}


def _annotations(published: Published) -> Iterator[_Json]:
    dossier, creator = published.dossier, _by_editors(published)
    for checked in published.findings.quotations.values():
        source = dossier.sources[checked.source]
        named = [*_numbered("quote", checked.quote), *_numbered("passage", checked.passage)]
        for name, fragment in named:
            if fragment.match is None:
                continue
            targets = list(_targets(published, source, checked, fragment))
            yield {
                "id": _identifier(published, checked, name),
                "type": "Annotation",
                "motivation": "linking",
                **creator,
                "body": {
                    "id": published.page(checked.owner),
                    "type": "Text",
                    "format": "text/html",
                    "language": dossier.settings.language,
                },
                "target": targets[0] if len(targets) == 1 else targets,
            }


def _numbered(name: str, fragments: tuple[Fragment, ...]) -> Iterator[tuple[str, Fragment]]:
    yield from ((f"{name}/{number}", one) for number, one in enumerate(fragments))


def _identifier(published: Published, checked: Checked, name: str) -> str:
    """Return what names a fragment: the record, the way to its part, and which of its words it is."""
    way = "/".join((checked.owner.section, checked.owner.id, *map(str, checked.path), name))
    return f"{published.file(_NAME)}#{way}"


def _targets(published: Published, source: Source, checked: Checked, fragment: Fragment) -> Iterator[_Json]:
    """List where the words stand: in one place, or in several where what is between them is not to go out."""
    found = selector(fragment, source)
    where = source.url or next(iter(source.archived), None) or published.page(Ref("sources", source.id))
    state = _state(source, checked, where)
    for one in _selectors(found):
        yield {
            "type": "SpecificResource",
            "source": where,
            "selector": one,
            **({"state": state} if state else {}),
        }


def _selectors(found: Selector) -> Iterator[list[_Json]]:
    """List the two selectors of each stretch; what stands before and after is that of the whole."""
    if found.start is None or found.end is None:
        return
    spans = found.parts or (Span(found.start, found.end, found.exact),)
    for number, span in enumerate(spans):
        around = {
            "prefix": found.prefix if number == 0 else None,
            "suffix": found.suffix if number == len(spans) - 1 else None,
        }
        known = {name: words for name, words in around.items() if words}
        yield [
            {"type": "TextQuoteSelector", "exact": span.exact, **known},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ]


def _state(source: Source, checked: Checked, where: str) -> _Json | None:
    """Say which text of the source is meant; None where nothing is known of it."""
    versions = source.versions
    if checked.version is None or checked.version >= len(versions):
        return None
    version = versions[checked.version]
    is_current = checked.version == len(versions) - 1
    copies = [one for one in source.archived if one != where] if is_current else []
    said = {
        "sourceDate": _moment(version.retrieved),
        "cached": copies,
        "schema:sha256": version.sha256,
    }
    known = {name: value for name, value in said.items() if value}
    return {"type": "TimeState", **known} if known else None


def _moment(date: EdtfDate | None) -> str | None:
    """Write a moment in UTC, as the standard asks; None for a date that is none."""
    return date.time.astimezone(UTC).isoformat().replace("+00:00", "Z") if date and date.time else None


ANNOTATIONS = Export(
    _NAME,
    mark("Each quoted passage as a web annotation of its source, for programs that look it up there."),
    _write,
    "annotations",
)
