"""The places that a text names as places: "in Iraq", and the one that it was written from."""

from collections.abc import Sequence

from mkdocs_dossier.drafting.cast.countries import country
from mkdocs_dossier.drafting.cast.mention import Mention, Sort
from mkdocs_dossier.drafting.cast.people import key_of, shown
from mkdocs_dossier.drafting.content.readout import Spot
from mkdocs_dossier.drafting.packs.pack import Pack

_COMMAS = frozenset(",،")
_APART = 2
"""How many tokens stand between two names of a list: ", and"."""


def as_places(mentions: Sequence[Mention], pack: Pack) -> tuple[Mention, ...]:
    """Return the mentions that stand behind a preposition of place, or in a list that does."""
    found: list[Mention] = []
    last: Mention | None = None
    for mention in mentions:
        follows = (
            last is not None and last.sentence is mention.sentence and mention.start - last.end <= _APART
        )
        is_listed = follows and (mention.before in pack.conjunctions or mention.before in _COMMAS)
        if mention.before in pack.places or (is_listed and found and found[-1] is last):
            found.append(mention)
        last = mention
    return tuple(found)


def spots(mentions: Sequence[Mention], pack: Pack) -> tuple[Spot, ...]:
    """Return the places that a text names, each once."""
    found: dict[tuple[str, ...], Spot] = {}
    for mention in as_places(mentions, pack):
        name = shown(mention.words)
        if mention.sort is Sort.UNKNOWN and not mention.is_owner and country(name, pack):
            found.setdefault(key_of(mention.words), Spot(name))
    return tuple(found.values())
