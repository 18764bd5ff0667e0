"""Why a fragment was not found: it stands out of order, inside a word, or in other words nearby.

Nothing here verifies anything; it helps the author of a dossier to mend a quotation.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from mkdocs_dossier.quotes.edges import UNSPACED, may_end, may_start
from mkdocs_dossier.quotes.search import elided_parts, first
from mkdocs_dossier.quotes.text import Folded, SourceText, fold, lower

_PIECE, _UNSPACED_PIECE = 600, 120
"""How many characters of a long fragment are compared: those around where it first differs."""

_SHORT = 40
"""A fragment of at most so many characters is compared character by character, not word by word."""

_ANCHORS, _PLACES, _WINDOWS, _WORDS_SHOWN = 12, 40, 3, 6
_SAMPLES = 48
_ENOUGH_WORDS, _ENOUGH_LETTERS = 0.5, 0.65
_LONGEST_WORD = 40

_SIGNS = r"\s!-/:-@\[-`{-~¡-©«-¬®-±´-¸»-¿\u2010-\u205e،؛؟۔"
_TOKEN = re.compile(rf"[{UNSPACED}]|[^{_SIGNS}{UNSPACED}](?:[^\s{UNSPACED}]*[^{_SIGNS}{UNSPACED}])?")
_UNSPACED = re.compile(f"[{UNSPACED}]")

_Span = tuple[int, int]


class Reason(StrEnum):
    """Why a fragment was not found."""

    OUT_OF_ORDER = "out-of-order"
    INSIDE_WORD = "inside-word"
    SIMILAR = "similar"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Difference:
    """The first words in which the source and a quotation differ; empty where one has none there."""

    source: str
    quotation: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a fragment was not found, and what the source has instead.

    `fragment` is what was looked for: of an elided quotation, the part that was not found. `suggestion` is
    `text[start:end]` of the source: the fragment itself where it stands out of order, the whole words where
    it begins or ends inside one, the nearest passage; None where nothing is near.
    """

    reason: Reason
    fragment: str
    suggestion: str | None = None
    start: int = 0
    end: int = 0
    difference: Difference | None = None


def explain_missing(source: SourceText, fragment: str, *, after: int = 0) -> Missing:
    """Say why a fragment was not found after an offset. The work is bounded, whatever the two texts."""
    for part in elided_parts(fragment):
        hit = first(source, part, after, None)
        if hit is None:
            return _explained(source, part)
        after = hit.end
    return _explained(source, fragment)


def _explained(source: SourceText, fragment: str) -> Missing:
    found = first(source, fragment, 0, None)
    if found:
        return _missing(source, Reason.OUT_OF_ORDER, fragment, (found.start, found.end))
    wanted = fold(fragment.strip())
    at = source.folded.text.find(wanted.text) if wanted.text else -1
    if at >= 0:
        span = _whole_words(source.text, *source.folded.around(at, at + len(wanted.text)))
        return _missing(source, Reason.INSIDE_WORD, fragment, span)
    return _nearest(source, fragment, wanted) or Missing(Reason.ABSENT, fragment)


def _missing(
    source: SourceText, reason: Reason, fragment: str, span: _Span, difference: Difference | None = None
) -> Missing:
    return Missing(reason, fragment, source.text[slice(*span)], *span, difference)


def _whole_words(text: str, start: int, end: int) -> _Span:
    """Grow a span to where a quotation may begin and end."""
    starts = (at for at in range(start, max(-1, start - _LONGEST_WORD), -1) if may_start(text, at))
    ends = (at for at in range(end, min(len(text), end + _LONGEST_WORD) + 1) if may_end(text, at))
    return next(starts, start), next(ends, end)


def _nearest(source: SourceText, fragment: str, wanted: Folded) -> Missing | None:
    """Find the passage of the source that is nearest to a fragment, if one is near enough."""
    lowered = lower(wanted.text)
    size = _UNSPACED_PIECE if _UNSPACED.search(lowered) else _PIECE
    start = _compared_from(source.lowered, lowered, size)
    piece = lowered[start : start + size]
    regions = (_region(source.lowered, window, piece) for window in _windows(source.lowered, piece))
    likeness, begin, end = max(filter(None, regions), key=_likeness, default=(0.0, 0, 0))
    if not likeness:
        return None
    quoted = wanted.text[start : start + size]
    difference = _first_difference(source.folded.text[begin:end], quoted)
    span = _whole_words(source.text, *source.folded.around(begin, end))
    return _missing(source, Reason.SIMILAR, fragment, span, difference)


def _likeness(region: tuple[float, int, int]) -> tuple[float, int]:
    """Rank a region by how like it is; of two alike, the earlier."""
    return region[0], -region[1]


def _compared_from(text: str, wanted: str, size: int) -> int:
    """Choose where the compared piece of a fragment begins: half a piece before it leaves the text."""
    if len(wanted) <= size:
        return 0
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in text else (low, middle - 1)
    start = max(0, low - size // 2)
    return wanted.find(" ", start, start + _LONGEST_WORD) + 1 if start else 0


def _windows(text: str, piece: str) -> Iterator[_Span]:
    """Find the stretches of a text that share most, and most rare, sequences of characters with a piece."""
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
            votes[(at - offset) // width] += 1000 // count + 1
            votes[(at - offset) // width + 1] += 1000 // count + 1
    slack = max(48, len(piece) // 4)
    for bucket, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_WINDOWS]:
        start = bucket * width
        yield max(0, start - width - slack), min(len(text), start + len(piece) + slack)


def _places(text: str, anchor: str) -> Iterator[int]:
    at = -1
    for _ in range(_PLACES):
        at = text.find(anchor, at + 1)
        if at < 0:
            return
        yield at


def _tokens(text: str, start: int = 0, end: int | None = None) -> list[_Span]:
    """Find the words of a stretch of text; in a script without spaces, its characters."""
    return [found.span() for found in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def _words(text: str, tokens: list[_Span]) -> list[str]:
    return [text[start:end] for start, end in tokens]


def _region(text: str, window: _Span, piece: str) -> tuple[float, int, int] | None:
    """Find the part of a window that is most like a piece: how like (to 1), from where, to where."""
    tokens, wanted = _tokens(text, *window), _tokens(piece)
    if not tokens or not wanted:
        return None
    if len(piece) <= _SHORT:
        return _most_alike(text, tokens, piece, len(wanted))
    blocks = SequenceMatcher(
        None, _words(text, tokens), _words(piece, wanted), autojunk=False
    ).get_matching_blocks()
    shared = sum(end - start for block in blocks for start, end in tokens[block.a : block.a + block.size])
    likeness = shared / sum(end - start for start, end in wanted)
    if likeness < _ENOUGH_WORDS:
        return None
    opening, closing = blocks[0], blocks[-2]
    begin = max(0, opening.a - opening.b)
    end = min(len(tokens), closing.a + len(wanted) - closing.b) - 1
    return likeness, tokens[begin][0], tokens[end][1]


def _most_alike(text: str, tokens: list[_Span], piece: str, size: int) -> tuple[float, int, int] | None:
    """Find the run of words that shares most characters with a short piece."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(piece)
    best = (_ENOUGH_LETTERS, 0, 0)
    for count in (size, size + 1, size - 1):
        for first_token in range(len(tokens) - count + 1 if count else 0):
            begin, end = tokens[first_token][0], tokens[first_token + count - 1][1]
            matcher.set_seq1(text[begin:end])
            if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
                best = max(best, (matcher.ratio(), begin, end), key=lambda region: region[0])
    return best if best[2] else None


def _first_difference(text: str, quoted: str) -> Difference | None:
    """Find the first words in which a passage and a quotation differ, or the signs between two words."""
    ours, theirs = _tokens(text), _tokens(quoted)
    source_words, quoted_words = _words(text, ours), _words(quoted, theirs)
    matcher = SequenceMatcher(None, _lowered(source_words), _lowered(quoted_words), autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind != "equal":
            return Difference(
                _shown(text, ours[a : min(a_end, a + _WORDS_SHOWN)]),
                _shown(quoted, theirs[b : min(b_end, b + _WORDS_SHOWN)]),
            )
        for i, j in zip(range(a, a_end), range(b, b_end), strict=True):
            if source_words[i] != quoted_words[j]:
                return Difference(source_words[i], quoted_words[j])
            pair = Difference(
                _shown(text, ours[i : min(i + 2, a_end)]), _shown(quoted, theirs[j : min(j + 2, b_end)])
            )
            if pair.source.lower() != pair.quotation.lower():
                return pair
    return None


def _lowered(words: list[str]) -> list[str]:
    return [lower(word) for word in words]


def _shown(text: str, tokens: list[_Span]) -> str:
    return text[tokens[0][0] : tokens[-1][1]] if tokens else ""
