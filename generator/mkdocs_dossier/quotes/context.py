"""The words around a match, for showing it where it stands."""

import re

from mkdocs_dossier.quotes.edges import may_end, may_start
from mkdocs_dossier.quotes.letters import splits_character
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText

_SENTENCE_END = re.compile(r"[.!?…؟۔][\"'”’»)\]]*(?=\s)|[。！？][」』”’）]*")
_LONGEST_WORD = 40


def context(source: SourceText, match: Match, *, limit: int = 280) -> tuple[str, str]:
    """Return the text before and after a match as it stands, at most `limit` characters on each side.

    It goes to the ends of the paragraph; if these are further off, to the furthest bound of a sentence within
    the limit, else of a word. With the match's `exact` in between it is one stretch of the source.
    """
    text = source.text
    first, last = source.paragraph(match.start)[0], source.paragraph(max(match.start, match.end - 1))[1]
    start, end = min(first, match.start), max(last, match.end)
    if match.start - start > limit:
        start = _latest_start(source, match.start - limit, match.start)
    if end - match.end > limit:
        end = _earliest_end(source, match.end, match.end + limit)
    return text[start : match.start], text[match.end : end]


def _latest_start(source: SourceText, start: int, stop: int) -> int:
    """Return the first place from `start` on where a sentence begins, or else a word, or a character."""
    text = source.text
    sentence = _SENTENCE_END.search(text, start, stop)
    if sentence:
        start = sentence.end()
        while start < stop and text[start].isspace():
            start += 1
        return start
    words = (at for at in range(start, min(stop, start + _LONGEST_WORD)) if _is_word_start(source, at))
    return next(words, next((at for at in range(start, stop) if not splits_character(text, at)), stop))


def _earliest_end(source: SourceText, start: int, end: int) -> int:
    """Return the last place up to `end` where a sentence ends, or else a word, or a character."""
    text = source.text
    sentences = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    if sentences:
        return sentences[-1]
    words = (at for at in range(end, max(start, end - _LONGEST_WORD), -1) if _is_word_end(source, at))
    return next(words, next((at for at in range(end, start, -1) if not splits_character(text, at)), start))


def _is_word_start(source: SourceText, at: int) -> bool:
    return may_start(source.text, at, source.stands) and not source.text[at].isspace()


def _is_word_end(source: SourceText, at: int) -> bool:
    return may_end(source.text, at) and not source.text[at - 1].isspace()
