"""Where quoted words stand in their source, as exports may say it: one place for what is not to go out.

The names are those of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): `exact`,
`prefix` and `suffix` of a TextQuoteSelector, `start` and `end` of a TextPositionSelector.
"""

from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_dossier.findings.found import Fragment
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.model.vocabulary import Rights
from mkdocs_dossier.quotes.excerpts import pieces, shown
from mkdocs_dossier.quotes.search import Tier


class Span(NamedTuple):
    """A stretch of a source's text, from where to where in code points, and its words."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Selector:
    """Where the words of a fragment stand in their source, and how closely they agree.

    `exact` are the source's own words, or those of the author where they were not found: then all others are
    None. Where words are left out that may not be shown, `exact` has `[…]` for them, and `parts` are the
    stretches that are quoted, in their order; else there are no `parts`.
    """

    tier: Tier
    start: int | None
    end: int | None
    exact: str
    prefix: str | None
    suffix: str | None
    parts: tuple[Span, ...] = ()


def selector(fragment: Fragment, source: Source | None) -> Selector:
    """Return where a fragment stands in its source, without what an author left out of it.

    All between its first word and its last is shown only where all of the source may be. `source` is None for
    one that is not a record.
    """
    match = fragment.match
    if match is None:
        return Selector(fragment.tier, None, None, fragment.words, None, None)
    exact = match.exact
    parts: tuple[Span, ...] = ()
    if fragment.tier is Tier.ELIDED and (source is None or source.rights is not Rights.PUBLISH):
        exact = shown(match)
        spans = zip(match.parts, pieces(match), strict=True)
        parts = tuple(Span(start, end, words) for (start, end), words in spans)
    return Selector(fragment.tier, match.start, match.end, exact, match.prefix, match.suffix, parts)
