"""Where a fragment stands in a text, for the tests of the search."""

from mkdocs_dossier.quotes import edges
from mkdocs_dossier.quotes.match import Match, _match_of
from mkdocs_dossier.quotes.search import Tier, candidates
from mkdocs_dossier.quotes.sourcetext import SourceText


def find(source: SourceText, fragment: str, *, start: int = 0, end: int | None = None) -> list[Match]:
    """Find the places of a fragment between two offsets, by the best tier that holds.

    In the order of the text; shortened ones with the tightest first.
    """
    hits = candidates(source, fragment, start, end)
    best = next((tier for tier in Tier if any(hit.tier is tier for hit in hits)), None)
    found = [hit for hit in hits if hit.tier is best]
    if best is Tier.ELIDED:
        found.sort(key=lambda hit: (hit.end - hit.start, hit.start))
    return [_match_of(source, hit) for hit in found]


def may_start(source: SourceText, at: int) -> bool:
    """Tell whether a quotation may begin at an offset of a text."""
    return edges.may_start(source.text, at, source.stands)


def may_end(source: SourceText, at: int) -> bool:
    """Tell whether one may end there."""
    return edges.may_end(source.text, at)
