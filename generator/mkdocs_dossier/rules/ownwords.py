"""The dossier's own words: every field that its authors write in words of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.dossier.link import Key, Path
from mkdocs_dossier.model.fields import Section
from mkdocs_dossier.model.prose import PATTERN
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.problems import Location
from mkdocs_dossier.rules.rule import Context

SETTINGS_FIELDS = ("title", "summary")
FIELDS: dict[Section, tuple[str, ...]] = {
    "actors": ("description", "roles.title", "relations.kind"),
    "events": ("name", "when_note", "summary", "participants.role"),
    "claims": ("text", "question", "note"),
    "statements": ("said_note", "summary"),
}

_QUOTED = re.compile('“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]|‹[^‹›]*›|「[^「」]*」')
_ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of the dossier's authors, without what they quote, and the field of a record or the settings."""

    text: str
    path: Path
    owner: Key | None = None

    def place(self, context: Context) -> Location:
        """Find where they stand."""
        if self.owner is None:
            return context.settings_place(self.path)
        return context.place(*self.owner, *self.path)


def own_words(context: Context) -> Iterator[OwnWords]:
    """List all words of a dossier's own."""
    for field in SETTINGS_FIELDS:
        if value := getattr(context.dossier.settings, field):
            yield OwnWords(_unquoted(value), (field,))
    for section, fields in FIELDS.items():
        for identifier, record in context.dossier.section(section).items():
            for field in fields:
                for path, value in _values(record, field):
                    yield OwnWords(_unquoted(value), path, (section, identifier))


def _values(record: Record, field: str) -> Iterator[tuple[Path, str]]:
    """Give the text of a field, or of a field of each of its parts, with its path."""
    name, _, inner = field.partition(".")
    value = getattr(record, name)
    if inner:
        yield from (((name, index, inner), getattr(part, inner)) for index, part in enumerate(value))
    elif value is not None:
        yield (name,), value


def _unquoted(text: str) -> str:
    """Leave out what stands inside quotation marks, addresses, and the ids of links."""
    if "[" in text:
        text = PATTERN.sub(lambda link: link[2] or " ", text)
    if ":" in text:
        text = _ADDRESS.sub(" ", text)
    return _QUOTED.sub(" ", text)
