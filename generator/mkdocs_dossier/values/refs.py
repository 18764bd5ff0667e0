"""References: which record is meant, by its section and its id."""

from typing import Literal, NamedTuple

Section = Literal["sources", "actors", "places", "events", "claims", "statements"]
SECTIONS: tuple[Section, ...] = ("sources", "actors", "places", "events", "claims", "statements")
SINGULAR: dict[Section, str] = {
    "sources": "source",
    "actors": "actor",
    "places": "place",
    "events": "event",
    "claims": "claim",
    "statements": "statement",
}
SECTION_OF: dict[str, Section] = {singular: section for section, singular in SINGULAR.items()}

Path = tuple[str | int, ...]
"""The way to a value inside a record: names of fields as the format spells them, indices, keys."""


class Ref(NamedTuple):
    """A record, by its section and its id. As text it is `event/the-strikes`, with its kind."""

    section: Section
    id: str

    @property
    def kind(self) -> str:
        """The kind of the record in the singular, as `event`."""
        return SINGULAR[self.section]

    @property
    def address(self) -> str:
        """The address of the record's page below the site's root, as `events/the-strikes`."""
        return f"{self.section}/{self.id}"

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"
