"""Cards as JSON, kept from one build to the next."""

from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from mkdocs_dossier.cards.card import Card

_CARDS = TypeAdapter(tuple[Card, ...])


def to_json(cards: Iterable[Card]) -> bytes:
    """Write cards."""
    return _CARDS.dump_json(tuple(cards))


def from_json(content: bytes) -> tuple[Card, ...] | None:
    """Read cards that `to_json` wrote; None where it did not."""
    try:
        return _CARDS.validate_json(content)
    except ValidationError:
        return None
