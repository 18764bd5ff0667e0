"""The links to records inside prose: `[[id]]`, `[[kind/id]]`, `[[kind/id|label]]`."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_dossier.values.refs import SECTION_OF, SECTIONS, Ref, Section

PATTERN = re.compile(r"\[\[([^\[\]\n|]+)(?:\|([^\[\]\n]*))?\]\]")

# The kind may be written in the plural too: `[[events/the-strikes]]`.
_KINDS: dict[str, Section] = {**SECTION_OF, **{section: section for section in SECTIONS}}


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link as written: the record's kind where it is given, its id, and the label to show."""

    kind: str | None
    id: str
    label: str | None


def prose_links(prose: str) -> Iterator[ProseLink]:
    """List the links to records in prose, in their order."""
    for found in PATTERN.finditer(prose):
        yield read_link(found)


def read_link(found: re.Match[str]) -> ProseLink:
    """Return the link that a match of `PATTERN` stands for."""
    kind, slash, identifier = found[1].strip().partition("/")
    if not slash:
        kind, identifier = "", kind
    return ProseLink(kind.strip() or None, identifier.strip(), (found[2] or "").strip() or None)


def targets(link: ProseLink, records: Mapping[Section, Container[str]]) -> list[Ref]:
    """List the records that a link may mean: none, one, or several where it lacks their kind.

    `records` holds the ids of each section.
    """
    sections = SECTIONS if link.kind is None else (_KINDS[link.kind],) if link.kind in _KINDS else ()
    return [Ref(section, link.id) for section in sections if link.id in records[section]]
