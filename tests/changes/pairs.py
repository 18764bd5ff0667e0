"""Two states of small dossiers, and what is told of their differences, for the tests of `changes`."""

from collections.abc import Mapping
from dataclasses import replace

from mkdocs_dossier.changes.changesentences import nested
from mkdocs_dossier.changes.compare import compare
from mkdocs_dossier.changes.plainchanges import Title, plain_sentence
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.findings.contents import Content
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.words import Words
from tests.support import errors, folder_of

TEXTS = {
    "morning.txt": "Ann said: “The bridge is closed.” Bob said: “It is open.” At least 16 people were hurt.",
    "evening.txt": "Ann said: “The bridge is closed.” Bob said: “It is open.” 20 people. Carl said: “Yes.”",
}
RECORDS = """\
sources:
  morning: {title: The morning, text: morning.txt, published: 2024-02-05}
  evening: {title: The evening, text: evening.txt, published: 2024-02-06}
actors:
  ann:
    name: Ann
    kind: person
    roles:
      - {title: Mayor, at: town}
  bob: {name: Bob, kind: person}
  carl: {name: Carl, kind: person}
  town: {name: The town, kind: organisation}
places:
  river: {name: The river}
events:
  storm:
    name: The storm
    kind: storm
    when: 2024-02-04
    figures:
      - {measure: hurt, value: ">=16", source: morning, passage: At least 16 people}
claims:
  closed: {text: The bridge is closed., question: Is the bridge closed?}
  open: {text: The bridge is open.}
statements:
  ann-closed:
    speaker: ann
    said: 2024-02-05
    source: morning
    quote: The bridge is closed.
    positions: {closed: asserts}
"""
"""A dossier in which nothing is contested."""

BOB = """\
  bob-open:
    speaker: bob
    said: 2024-02-06
    source: morning
    quote: It is open.
    positions: {closed: denies}
"""
"""A statement that contradicts the one of the others."""


def loaded(records: str = RECORDS, texts: Mapping[str, str] = TEXTS, redirects: str = "") -> Loaded:
    """Load a dossier that has to be without errors."""
    found = load(replace(folder_of(records, texts), redirects=redirects.encode()))
    assert errors(found) == [], "\n".join(map(str, found.problems))
    return found


def titles(*states: Content) -> Title:
    """Name records as they are called in the first of some states that has them."""
    published = [Published(one.dossier, one.findings) for one in states]

    def title(ref: Ref) -> str | None:
        known = (one for one in published if ref.id in one.dossier.section(ref.section))
        return next((one.title(ref) for one in known), None)

    return title


def told(old: Loaded, new: Loaded) -> list[str]:
    """Say in English what changed, a line each; what follows from another change is indented below it."""
    title = titles(new.reviewed, old.reviewed)
    found = nested(compare(old.reviewed, new.reviewed))
    return ["  " * depth + plain_sentence(one, Words(), title) for depth, one in found]


def edited(*pairs: tuple[str, str], records: str = RECORDS) -> str:
    """Replace parts of the records, each of which stands there once."""
    for old, new in pairs:
        assert records.count(old) == 1, old
        records = records.replace(old, new)
    return records
