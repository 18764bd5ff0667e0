"""List the dossier's own words: every field that its authors write in words of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.model.fields import Mark
from mkdocs_dossier.model.proselinks import PATTERN
from mkdocs_dossier.model.walk import leaves
from mkdocs_dossier.problems import Location
from mkdocs_dossier.rules.rule import Context
from mkdocs_dossier.values.refs import SECTIONS

# Not what stands in single marks such as ‘…’, which may be apostrophes.
_QUOTED = re.compile('“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]|‹[^‹›]*›|「[^「」]*」')
_ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of the dossier's authors, without what they quote, and the place where they stand."""

    text: str
    place: Location


def own_words(context: Context) -> Iterator[OwnWords]:
    """List all texts in a dossier's own words: those of the settings, then those of the records."""
    for leaf in leaves(context.dossier.settings, Mark.OWN_WORDS):
        yield OwnWords(_unquoted(leaf.value), context.source_map.settings_place(leaf.path))
    for section in SECTIONS:
        for identifier, record in context.dossier.section(section).items():
            for leaf in leaves(record, Mark.OWN_WORDS):
                yield OwnWords(_unquoted(leaf.value), context.place(section, identifier, *leaf.path))


def _unquoted(text: str) -> str:
    """Return a text without words in quotation marks, addresses, and the ids of links."""
    if "[" in text:
        text = PATTERN.sub(lambda link: link[2] or " ", text)
    if ":" in text:
        text = _ADDRESS.sub(" ", text)
    return _QUOTED.sub(" ", text)
