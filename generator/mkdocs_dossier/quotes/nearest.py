"""Find out why a fragment was not found: it is out of order, or inside a word, or worded otherwise.

Nothing here verifies anything; it helps an author to mend a quotation. All bounds keep the work small, since
a dossier may hold thousands of wrong quotations.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from mkdocs_dossier.quotes.brackets import elided
from mkdocs_dossier.quotes.differences import (
    Difference,
    Edge,
    Span,
    Wanted,
    core,
    first_difference,
    tokens,
    words,
)
from mkdocs_dossier.quotes.edges import may_end, may_start
from mkdocs_dossier.quotes.hyphens import parts_number, parts_prefix
from mkdocs_dossier.quotes.letters import UNSPACED
from mkdocs_dossier.quotes.search import Hit, altered, first, has_substance, verbatim
from mkdocs_dossier.quotes.sourcetext import SourceText, lower

_PIECE, _UNSPACED_PIECE = 600, 120
"""How many characters of a long fragment are compared, around where it first differs from the source.

Fewer of scripts without spaces, where each character is compared as a word.
"""

_SHORT = 40
"""A fragment of at most so many characters is compared character by character, not word by word."""

_ANCHORS, _PLACES, _WINDOWS = 12, 40, 3
"""How many anchors vote for windows, how many places of each are looked at, how many windows are compared."""

_SAMPLES = 48
"""How many sequences of characters of a fragment are tried as anchors."""

_ENOUGH_WORDS, _ENOUGH_LETTERS = 0.5, 0.65
"""Which part of a fragment's words, or of a short one's letters, the nearest passage must share."""

_LONGEST_WORD = 40
_LEFT_OUT = 3
"""How many words of the source a short fragment may leave out, if all that it has stand there in order."""

_UNSPACED = re.compile(f"[{UNSPACED}]")


class Reason(StrEnum):
    """Why a fragment was not found."""

    OUT_OF_ORDER = "out-of-order"
    INSIDE_WORD = "inside-word"
    CUT_PREFIX = "cut-prefix"
    CUT_NUMBER = "cut-number"
    ALTERED_BRACKET = "altered-bracket"
    NO_WORDS = "no-words"
    SIMILAR = "similar"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a fragment was not found, and what the source has instead.

    `fragment` is what was looked for, of an elided fragment the part that was not found. `suggestion` is
    `text[start:end]` of the source: the fragment itself if it is out of order, the whole words if it begins
    or ends inside one, or parts one from its prefix or number, else the nearest passage; None if nothing is
    near. `difference` is the first one between the words, or between the brackets of the source and those
    that alter them; `edges` are the ends at which the signs differ.
    """

    reason: Reason
    fragment: str
    suggestion: str | None = None
    start: int = 0
    end: int = 0
    difference: Difference | None = None
    edges: tuple[Edge, ...] = ()


def explain_missing(source: SourceText, fragment: str, *, after: int = 0) -> Missing:
    """Find out why a fragment was not found after an offset. The work is bounded, whatever the two texts."""
    if not has_substance(fragment):
        return Missing(Reason.NO_WORDS, fragment)
    taken = elided(fragment)
    # The brackets may be the source's own, and mark nothing that is left out.
    if taken and (near := _same_words(source, fragment, Wanted(fragment.strip()), after)):
        return near
    hits: list[Hit] = []
    for part in taken.parts if taken else ():
        hit = verbatim(source, part, after)
        if hit is None:
            return _explained(source, part, after)
        hits.append(hit)
        after = hit.end
    pairs = (altered(source, taken, place, hit) for place, hit in enumerate(hits)) if taken else ()
    if pair := next(filter(None, pairs), None):
        missing = _missing(source, Reason.ALTERED_BRACKET, fragment, (hits[0].start, hits[-1].end))
        return replace(missing, difference=Difference(source=pair[1], quotation=pair[0]))
    return _explained(source, fragment, after)


def _explained(source: SourceText, fragment: str, after: int) -> Missing:
    found = first(source, fragment, 0, None)
    if found:
        return _missing(source, Reason.OUT_OF_ORDER, fragment, (found.start, found.end))
    wanted = Wanted(fragment.strip())
    at = source.folded.text.find(wanted.folded.text) if wanted.folded.text else -1
    if at >= 0:
        span = source.folded.around(at, at + len(wanted.folded.text))
        return _missing(source, _reason_of_cut(source.text, span), fragment, _whole_words(source, *span))
    near = _same_words(source, fragment, wanted, after) or _nearest(source, fragment, wanted)
    return near or Missing(Reason.ABSENT, fragment)


def _missing(source: SourceText, reason: Reason, fragment: str, span: Span) -> Missing:
    return Missing(reason, fragment, source.text[slice(*span)], *span)


def _reason_of_cut(text: str, span: Span) -> Reason:
    """Return why a quotation cannot begin and end at both ends of a span."""
    if any(parts_prefix(text, at) for at in span):
        return Reason.CUT_PREFIX
    return Reason.CUT_NUMBER if any(parts_number(text, at) for at in span) else Reason.INSIDE_WORD


def _whole_words(source: SourceText, start: int, end: int) -> Span:
    """Grow a span to the next places where a quotation may begin and end."""
    text = source.text
    places = range(start, max(-1, start - _LONGEST_WORD), -1)
    starts = (at for at in places if may_start(text, at, source.stands))
    ends = (at for at in range(end, min(len(text), end + _LONGEST_WORD) + 1) if may_end(text, at))
    return next(starts, start), next(ends, end)


def _same_words(source: SourceText, fragment: str, wanted: Wanted, after: int) -> Missing | None:
    """Find the words of a fragment where they stand with other signs around them, or in another case.

    Of several places, those behind the offset `after` come first, then those in the same case, then those
    that have signs at the same ends.
    """
    begin, end = wanted.core
    words_only = wanted.folded.text[begin:end]
    if not words_only:
        return None
    # From the offset on, and from the beginning: only so many places are looked at from each.
    starts = (source.folded.fold_start(after), 0)
    places = (at for start in starts for at in _places(source.lowered, lower(words_only), start))
    whole = [(at, at + end - begin) for at in places if _is_whole(source, at, at + end - begin)]

    def rank(span: Span) -> tuple[bool, bool, int]:
        signs = wanted.edges(source, span)
        recased = source.folded.text[slice(*span)] != words_only
        return source.folded.around(*span)[0] < after, recased, sum(not sign.source for sign in signs)

    return _told(source, fragment, wanted, min(whole, key=rank)) if whole else None


def _is_whole(source: SourceText, start: int, end: int) -> bool:
    """Tell whether a quotation may begin and end at the ends of a span of the folded text."""
    span = source.folded.span(start, end)
    if span is None or not may_start(source.text, span[0], source.stands):
        return False
    return may_end(source.text, span[1])


def _told(source: SourceText, fragment: str, wanted: Wanted, span: Span) -> Missing:
    """Return how a fragment differs from the source, which has its words at a span of the folded text."""
    text = source.folded.text
    difference = first_difference(text[slice(*span)], wanted.folded.text[slice(*wanted.core)])
    whole = source.folded.around(*wanted.quotable(text, span))
    signs = tuple(wanted.edges(source, span))
    return replace(_missing(source, Reason.SIMILAR, fragment, whole), difference=difference, edges=signs)


def _nearest(source: SourceText, fragment: str, wanted: Wanted) -> Missing | None:
    """Find the passage of the source that is nearest to a fragment, if one is near enough."""
    lowered = wanted.lowered
    size = _UNSPACED_PIECE if _UNSPACED.search(lowered) else _PIECE
    start = _compared_from(source.lowered, lowered, size)
    piece = lowered[start : start + size]
    regions = (_region(source.lowered, window, piece) for window in _windows(source.lowered, piece))
    likeness, begin, end = max(filter(None, regions), key=_likeness, default=(0.0, 0, 0))
    if not likeness:
        return None
    quoted = wanted.folded.text[start : start + size]
    difference = first_difference(source.folded.text[begin:end], quoted)
    span = begin, end
    # Signs at the ends can be compared only where all of the fragment was.
    signs: tuple[Edge, ...] = ()
    if len(piece) == len(lowered):
        span, signs = _signs_around(source, span, wanted)
    span = _whole_words(source, *source.folded.around(*span))
    return replace(_missing(source, Reason.SIMILAR, fragment, span), difference=difference, edges=signs)


def _signs_around(source: SourceText, span: Span, wanted: Wanted) -> tuple[Span, tuple[Edge, ...]]:
    """List the ends of a passage at which a quotation has other signs, if the words there are the same.

    Return the passage's span too, grown by the signs that both have if the words at both ends are the same.
    """
    ours = words(source.lowered, tokens(source.lowered, *span))
    theirs = words(wanted.lowered, tokens(wanted.lowered))
    same = {False: ours[:1] == theirs[:1], True: ours[-1:] == theirs[-1:]}
    within = core(source.folded.text, *span)
    signs = tuple(one for one in wanted.edges(source, within) if same[one.is_end])
    return wanted.quotable(source.folded.text, within) if all(same.values()) else span, signs


def _likeness(region: tuple[float, int, int]) -> tuple[float, int]:
    """Return the rank of a region: the more alike, and of two as alike the earlier, the higher."""
    return region[0], -region[1]


def _compared_from(text: str, wanted: str, size: int) -> int:
    """Return where the compared piece of a fragment begins: half a piece before the text has it no more."""
    if len(wanted) <= size:
        return 0
    # A binary search for the longest beginning of the fragment that the text holds.
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in text else (low, middle - 1)
    start = max(0, low - size // 2)
    return wanted.find(" ", start, start + _LONGEST_WORD) + 1 if start else 0


def _windows(text: str, piece: str) -> Iterator[Span]:
    """Find the stretches of a text that share most sequences of characters with a piece, above all rare ones.

    Each place of such a sequence (an anchor) votes for where the piece would begin: the rarer, the more.
    """
    # Longer sequences are rarer, but a changed letter spoils more of them.
    size = 2 if _UNSPACED.search(piece) else min(5, max(2, len(piece) // 3))
    step = max(1, (len(piece) - size + 1) // _SAMPLES)
    counts = {}
    for offset in range(0, len(piece) - size + 1, step):
        anchor = piece[offset : offset + size]
        if anchor not in counts and (count := text.count(anchor)):
            counts[anchor] = (count, offset)
    width = max(16, len(piece) // 4)
    votes: Counter[int] = Counter()
    for anchor, (count, offset) in sorted(counts.items(), key=lambda item: item[1])[:_ANCHORS]:
        for at in _places(text, anchor):
            # For two neighbouring buckets, so that a bound between them does not divide the votes.
            votes[(at - offset) // width] += 1000 // count + 1
            votes[(at - offset) // width + 1] += 1000 // count + 1
    # Room for words that the fragment leaves out or changes.
    slack = max(48, len(piece) // 4)
    for bucket, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_WINDOWS]:
        start = bucket * width
        yield max(0, start - width - slack), min(len(text), start + len(piece) + slack)


def _places(text: str, anchor: str, start: int = 0) -> Iterator[int]:
    """List the places of an anchor from an offset of a text on, `_PLACES` at most."""
    at = start - 1
    for _ in range(_PLACES):
        at = text.find(anchor, at + 1)
        if at < 0:
            return
        yield at


def _region(text: str, window: Span, piece: str) -> tuple[float, int, int] | None:
    """Find the part of a window that is most like a piece: how alike it is (0 to 1), its start, its end."""
    ours, wanted = tokens(text, *window), tokens(piece)
    if not ours or not wanted:
        return None
    found = _sharing_words(text, ours, piece, wanted)
    # One changed word is too much of a short piece: unless all its words are there, compare letters.
    if len(piece) > _SHORT or (
        found and found[0] == 1 and len(tokens(text, *found[1:])) <= len(wanted) + _LEFT_OUT
    ):
        return found
    return _most_alike(text, ours, piece, len(wanted))


def _sharing_words(
    text: str, ours: list[Span], piece: str, wanted: list[Span]
) -> tuple[float, int, int] | None:
    """Find the run of words that shares most words with a piece, in order; None if it shares too few."""
    blocks = SequenceMatcher(
        None, words(text, ours), words(piece, wanted), autojunk=False
    ).get_matching_blocks()
    shared = sum(end - start for block in blocks for start, end in ours[block.a : block.a + block.size])
    likeness = shared / sum(end - start for start, end in wanted)
    if likeness < _ENOUGH_WORDS:
        return None
    # The last block is a sentinel of no words. The run has room for the words of the piece that differ.
    opening, closing = blocks[0], blocks[-2]
    begin = max(0, opening.a - opening.b)
    end = min(len(ours), closing.a + len(wanted) - closing.b) - 1
    return likeness, ours[begin][0], ours[end][1]


def _most_alike(text: str, ours: list[Span], piece: str, size: int) -> tuple[float, int, int] | None:
    """Find the run of words that shares most characters with a short piece; None if it shares too few."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(piece)
    best = (_ENOUGH_LETTERS, 0, 0)
    # As many words as the piece has, one more, or one less.
    for count in (size, size + 1, size - 1):
        for first_token in range(len(ours) - count + 1 if count else 0):
            begin, end = ours[first_token][0], ours[first_token + count - 1][1]
            matcher.set_seq1(text[begin:end])
            if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
                best = max(best, (matcher.ratio(), begin, end), key=lambda region: region[0])
    return best if best[2] else None
