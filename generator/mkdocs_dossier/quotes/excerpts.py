"""What a page may show of a source around quoted words: their sentences, without what was left out.

A source whose rights are to be quoted from is shown no further than its quotations reach. So nothing here
goes beyond the sentence that holds quoted words, nor into what an author left out with `[…]`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mkdocs_dossier.quotes.edges import may_end, may_start
from mkdocs_dossier.quotes.letters import splits_character
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText

Span = tuple[int, int]
"""From where to where in a source's text, in characters (code points); the end is not included."""

LEFT_OUT = "[…]"
"""What stands for words that are left out."""

LONGEST = 300
"""How many characters of a source a page shows around one stretch of quoted words, these included."""

# A closing mark may stand behind a no-break space, as in French.
_SENTENCE_END = re.compile(r"[.!?…؟۔](?:[\u00a0\u202f]?[\"'”’»)\]])*(?=\s)|[。！？][」』”’）]*")
_LONGEST_WORD = 40


def pieces(match: Match) -> tuple[str, ...]:
    """Return the source's own words for the parts of a match, without what is left out between them."""
    return tuple(match.exact[start - match.start : end - match.start] for start, end in match.parts)


def shown(match: Match) -> str:
    """Return the source's own words for a match, with `[…]` for what is left out."""
    return f" {LEFT_OUT} ".join(pieces(match))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Sort spans, and join those that touch or overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def merged_parts(matches: Iterable[Match]) -> list[Span]:
    """Return the spans of what is quoted, without what an elision leaves out, sorted and joined."""
    return _merged(part for match in matches for part in match.parts)


def left_out(matches: Iterable[Match]) -> list[Span]:
    """Return the spans that matches leave out and none of them quotes, sorted and apart."""
    found = list(matches)
    gaps = _merged(gap for match in found for gap in _gaps(match))
    return [(start, end) for start, end in _without(gaps, merged_parts(found)) if start < end]


def excerpts(source: SourceText, matches: Sequence[Match], hidden: Sequence[Span] = ()) -> list[Span]:
    """Return the stretches of a source that show matches in their sentences, sorted and joined.

    Around each stretch of quoted words stands at most the sentence that holds them, up to 300 characters.
    What one of the matches leaves out is in none of the stretches, unless another one quotes it; nor is what
    else is `hidden`.
    """
    quoted = merged_parts(matches)
    around = _merged(_around(source, start, end) for start, end in quoted)
    gaps = _merged([*(gap for match in matches for gap in _gaps(match)), *hidden])
    kept = [span for span in _without(around, gaps) if source.text[slice(*span)].strip()]
    return _merged([*quoted, *(_trimmed(source.text, span) for span in kept)])


def _gaps(match: Match) -> Iterator[Span]:
    """List the spans that a match leaves out between its parts; white space alone is nothing."""
    for (_, end), (start, _) in pairwise(match.parts):
        if match.exact[end - match.start : start - match.start].strip():
            yield end, start


def _without(spans: Iterable[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """List what is left of spans, where neither holes nor spans overlap among themselves."""
    for start, end in spans:
        at = start
        for hole, hole_end in holes:
            if at < hole_end and hole < end:
                yield at, max(at, hole)
                at = hole_end
        yield at, max(at, end)


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    start, end = span
    inner = text[start:end]
    return end - len(inner.lstrip()), start + len(inner.rstrip())


def _around(source: SourceText, start: int, end: int) -> Span:
    """Return the span of the sentences that hold quoted words, cut to `LONGEST` characters at words."""
    first = source.paragraph(start)[0]
    last = source.paragraph(max(start, end - 1))[1]
    begin, stop = _sentence(source.text, min(first, start), max(last, end), start, end)
    room = max(0, LONGEST - (end - start))
    if stop - begin <= LONGEST or stop - begin <= end - start:
        return begin, stop
    # Half of the room on each side, and what one side does not need goes to the other.
    before = min(start - begin, max(room // 2, room - (stop - end)))
    after = min(stop - end, room - before)
    if before < start - begin:
        begin = _word_start(source, start - before, start)
    if after < stop - end:
        stop = _word_end(source.text, end, end + after)
    return begin, stop


def _sentence(text: str, first: int, last: int, start: int, end: int) -> Span:
    """Return where the sentence around a span begins and ends, between two offsets."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, first, start)]
    begin = ends[-1] if ends else first
    while begin < start and text[begin].isspace():
        begin += 1
    # From one character before the end, since the words may bring their own full stop.
    following = _SENTENCE_END.search(text, max(start, end - 1), last)
    return begin, following.end() if following else last


def _word_start(source: SourceText, start: int, stop: int) -> int:
    """Return the first place from `start` on where a word begins, or else a character."""
    text, places = source.text, range(start, min(stop, start + _LONGEST_WORD))
    words = (at for at in places if may_start(text, at, source.stands) and not text[at].isspace())
    # Only a word that goes on and on is cut.
    cuts = (at for at in range(start, stop) if not splits_character(text, at))
    return next(words, next(cuts, stop) if len(places) == _LONGEST_WORD else stop)


def _word_end(text: str, start: int, end: int) -> int:
    """Return the last place up to `end` where a word ends, or else a character."""
    places = range(end, max(start, end - _LONGEST_WORD), -1)
    words = (at for at in places if may_end(text, at) and not text[at - 1].isspace())
    cuts = (at for at in range(end, start, -1) if not splits_character(text, at))
    return next(words, next(cuts, start) if len(places) == _LONGEST_WORD else start)
