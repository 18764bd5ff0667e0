"""Find the places where fragments stand in a text: each by itself, and several in their order."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from unicodedata import category

from mkdocs_dossier.quotes.brackets import Elided, after, alters, before, elided
from mkdocs_dossier.quotes.edges import may_end, may_start
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.messages import Choice, mark

_CANDIDATES, _MOST_OF_PART = 200, 1000
"""How many places of a fragment are weighed, and how many at most of one part of an elided fragment."""

_MOST_OF_ALL_PARTS = 8000
"""How many places of all parts of an elided fragment are weighed, about."""

_CHAINED_AT_MOST = 64
"""An elided fragment of more parts is taken at the first places of all of them."""

_EFFORT = 1 << 22
"""About how many characters are compared for one fragment before the search for it ends."""

_PER_PLACE = 32
"""How many characters the look at one place counts as, besides the fragment's own."""

# White space that an editor may put in place of another; a no-break space is another character.
_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_ASCII_LETTERS = re.compile("[A-Za-z]*")


class Tier(Choice):
    """How closely a fragment agrees with its source, the strictest first; the last: it was not looked up."""

    EXACT = "exact", mark("word for word")
    TYPOGRAPHIC = "typographic", mark("word for word, punctuation aside")
    ELIDED = "elided", mark("in parts, word for word")
    UNVERIFIED = "unverified", mark("not looked up")

    @property
    def explanation(self) -> str:
        """What the tier means, in a sentence for readers, in English; `Words.say` translates it."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    Tier.EXACT: mark("The same characters stand in the archived text of the source."),
    Tier.TYPOGRAPHIC: mark(
        "The same words stand in the archived text; quotation marks, dashes or blanks differ."
    ),
    Tier.ELIDED: mark(
        "The parts stand in the archived text in this order; what is left out or added is in brackets."
    ),
    Tier.UNVERIFIED: mark("The dossier holds no text of this source to look the words up in."),
}


class Hit(NamedTuple):
    """An occurrence of a fragment in the text: its span (end exclusive), the spans of its parts, its tier."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    tier: Tier


def candidates(source: SourceText, fragment: str, start: int, end: int | None) -> list[Hit]:
    """Find a fragment's occurrences between two offsets, by any tier, sorted; the first 200 of very many.

    An `end` of None is the end of the text.
    """
    if not has_substance(fragment):
        return []
    hits = list(islice(_occurrences(source, fragment, start, end), _CANDIDATES))
    return sorted([*hits, *_elided(source, fragment, start, end)])


def first(source: SourceText, fragment: str, start: int, end: int | None) -> Hit | None:
    """Find the occurrence of a fragment between two offsets, by any tier, that ends first."""
    if not has_substance(fragment):
        return None
    # By where it ends, so that most of the text is left for the fragments that follow.
    whole = verbatim(source, fragment, start, end)
    taken = elided(fragment)
    chain = _one_by_one(source, taken, start, end) if taken else []
    joined = _joined(chain) if taken and len(chain) == len(taken.parts) else None
    return min((hit for hit in (whole, joined) if hit), key=lambda hit: hit.end, default=None)


def verbatim(source: SourceText, words: str, start: int, end: int | None = None) -> Hit | None:
    """Find the first place between two offsets where these very words stand, typography aside."""
    return next(_occurrences(source, words, start, end), None)


def has_substance(fragment: str) -> bool:
    """Tell whether a fragment can be a quotation: it has a letter, a digit or a pictograph.

    An emoji may be all that somebody answered; a punctuation mark alone is anybody's.
    """
    return any(char.isalnum() or category(char) == "So" for char in fragment)


def altered(source: SourceText, taken: Elided, place: int, hit: Hit) -> tuple[str, str] | None:
    """Return what an author put in brackets in place of the source's own, and these; None where nothing.

    It looks at the brackets of the source on both sides of a part, which is the one at `place`. Beyond the
    ends of a quotation the source goes on, so that only a bracket without any sign between is meant there.
    """
    text, spans, last = source.text, source.bracketed, len(taken.parts) - 1
    found = (
        (taken.brackets[place], before(text, spans, hit.start, blanks_only=place == 0)),
        (taken.brackets[place + 1], after(text, spans, hit.end, blanks_only=place == last)),
    )
    for theirs, beside in found:
        ours = [text[slice(*span)] for span in beside]
        if ours and alters(list(map(_needle, theirs)), list(map(_needle, ours))):
            return " ".join(theirs), " ".join(ours)
    return None


def _places(source: SourceText, taken: Elided, place: int, start: int, end: int | None) -> Iterator[Hit]:
    """Find where a part of a fragment stands and alters no bracket of the source beside it."""
    hits = _occurrences(source, taken.parts[place], start, end)
    return (hit for hit in hits if not altered(source, taken, place, hit))


def _one_by_one(source: SourceText, taken: Elided, start: int, end: int | None) -> list[Hit]:
    """Find parts one after the other, each as early as can be, up to the first that is not found."""
    chain: list[Hit] = []
    for place in range(len(taken.parts)):
        hit = next(_places(source, taken, place, start, end), None)
        if hit is None:
            break
        chain.append(hit)
        start = hit.end
    return chain


def _occurrences(source: SourceText, fragment: str, start: int, end: int | None) -> Iterator[Hit]:
    """Find the places where the very words of a fragment stand, white space and typography aside.

    Places may overlap. The search ends early where a text repeats a fragment very often.
    """
    wanted = fragment.strip()
    needle, folded, text = _needle(wanted), source.folded, source.text
    at = folded.fold_start(start)
    limit = folded.fold_end(len(text) if end is None else end)
    effort = 0
    while needle and effort < _EFFORT and (at := folded.text.find(needle, at, limit)) >= 0:
        span = folded.span(at, at + len(needle))
        effort += len(needle) + _PER_PLACE
        if span and may_start(text, span[0], source.stands) and may_end(text, span[1]):
            yield Hit(*span, (span,), _tier(text[slice(*span)], wanted))
            at += 1  # not behind the match: the next one may overlap it
        else:
            at = _next_start(folded.text, at)


@lru_cache(maxsize=256)
def _needle(fragment: str) -> str:
    """Return the folded form of a fragment; kept, since it is looked up several times in a row."""
    return SourceText(fragment).folded.text


def _tier(words: str, wanted: str) -> Tier:
    """Return the tier of words that agree but for typography: exact, if they agree but for white space."""
    alike = words == wanted or _SPACES.sub(" ", words) == _SPACES.sub(" ", wanted)
    return Tier.EXACT if alike else Tier.TYPOGRAPHIC


def _next_start(text: str, at: int) -> int:
    """Return where to search on after a place inside a word: behind its run of letters."""
    run = _ASCII_LETTERS.match(text, at)
    return max(at + 1, run.end() if run else 0)


def _elided(source: SourceText, fragment: str, start: int, end: int | None) -> list[Hit]:
    """Find the tightest places where the parts of a fragment stand in their order, whatever is between."""
    taken = elided(fragment)
    chain = _one_by_one(source, taken, start, end) if taken else []
    if not taken or len(chain) < len(taken.parts):
        return []
    count = len(taken.parts)
    if count > _CHAINED_AT_MOST:
        return [_joined(chain)]
    # The fewer parts, the more places of each are affordable.
    most = min(_MOST_OF_PART, max(_CANDIDATES, _MOST_OF_ALL_PARTS // count))
    layers = [list(islice(_places(source, taken, place, start, end), most)) for place in range(count)]
    # Of those that begin at one place, the one that ends first.
    tightest: dict[int, Hit] = {}
    for found in sorted(chains(layers, lambda _: 0), key=lambda found: found.hit.end):
        tightest.setdefault(found.start, _joined(found.hits()))
    return list(tightest.values()) or [_joined(chain)]


def _joined(chain: Sequence[Hit]) -> Hit:
    parts = tuple(part for hit in chain for part in hit.parts)
    return Hit(chain[0].start, chain[-1].end, parts, Tier.ELIDED)


class Chain(NamedTuple):
    """One occurrence of each fragment, in order and without overlap, linked from the last one back.

    `score` is the sum of their weights, `start` where the first one begins, `hit` the last one.
    """

    score: int
    start: int
    hit: Hit
    before: "Chain | None"

    def hits(self) -> tuple[Hit, ...]:
        """Return the occurrences in the order of the text."""
        hits: list[Hit] = []
        chain: Chain | None = self
        while chain:
            hits.append(chain.hit)
            chain = chain.before
        return tuple(reversed(hits))


def chains(layers: Sequence[Sequence[Hit]], weigh: Callable[[Hit], int]) -> list[Chain]:
    """Find, for each occurrence of the last fragment, the best chain to it through all the others.

    The best chain has the highest sum of weights, and of several the latest start, so that it is the
    tightest. `layers` holds the occurrences of each fragment. The work grows with the number of occurrences,
    not with that of their combinations, because only the best chain up to each offset is carried on.
    """
    reached: list[Chain] | None = None
    for hits in layers:
        reached = list(_extended(reached, hits, weigh))
    return reached or []


def _extended(
    reached: list[Chain] | None, hits: Sequence[Hit], weigh: Callable[[Hit], int]
) -> Iterator[Chain]:
    """Extend the chains so far by each occurrence of the next fragment that stands after one of them."""
    if reached is None:
        yield from (Chain(weigh(hit), hit.start, hit, None) for hit in hits)
        return
    by_end = sorted(reached, key=lambda chain: chain.hit.end)
    ends = [chain.hit.end for chain in by_end]
    # At each index, the best of the chains that end up to there.
    best: list[Chain] = []
    for chain in by_end:
        best.append(max(best[-1], chain, key=_rank) if best else chain)
    for hit in hits:
        index = bisect_right(ends, hit.start) - 1
        if index >= 0:
            before = best[index]
            yield Chain(before.score + weigh(hit), before.start, hit, before)


def _rank(chain: Chain) -> tuple[int, int, int]:
    return chain.score, chain.start, chain.hit.start
