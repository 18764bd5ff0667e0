"""What a search of a text gives: a place, and the tier by which a fragment stands there."""

from enum import StrEnum
from typing import NamedTuple


class Tier(StrEnum):
    """How a fragment stands in its source, the strictest first; `unverified` where the source has no text."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    UNVERIFIED = "unverified"


class Hit(NamedTuple):
    """An occurrence of a fragment in the text: from where to where, the spans of its parts, the tier."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    tier: Tier
