"""Find in which words, signs and characters a quotation differs from the passage that is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from unicodedata import category

from mkdocs_dossier.quotes.letters import UNSPACED
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.sourcetext import SourceText, lower

_SIGNS = (
    r"\s!-/:-@\[-`{-~¡-©«-¬®-±´-¸»-¿\u2010-\u205e"
    "\u055a-\u055f\u0589\u05be\u05c0\u05c3\u05f3\u05f4"  # Armenian, Hebrew
    "،؛؞؟٪-٭۔\u0964\u0965\u0970"  # Arabic, Devanagari and its neighbours
    "\u1361-\u1368\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"  # Ethiopic, full width
)
# A word goes from a letter to a letter, whatever signs it has inside: "it’s", "1,500", "al-Awadi".
_TOKEN = re.compile(rf"[{UNSPACED}]|[^{_SIGNS}{UNSPACED}](?:[^\s\[\]{UNSPACED}]*[^{_SIGNS}{UNSPACED}])?")
# A note in brackets, as "[1]" or "[sic]".
_NOTE = re.compile(r" ?\[[^\[\]]{1,12}\]")
_WORDS_SHOWN, _SIGNS_NAMED, _LETTERS_SHOWN = 6, 2, 24
_LOOKED_AT = 200

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """The first words in which a source and a quotation differ; empty on the side that has none there.

    `is_repeated` says that the additional words only repeat those beside them.
    """

    source: str
    quotation: str
    is_repeated: bool = False

    @property
    def characters(self) -> tuple[str, str] | None:
        """The characters of the source and of the quotation that differ, if these are very few; else None.

        At most one letter or digit, or two signs, on either side.
        """
        ours, theirs = self.source, self.quotation
        if not ours or not theirs:
            return None
        # Cut off what both begin with, then what both end with.
        most = min(len(ours), len(theirs))
        before = next((at for at in range(most) if ours[at] != theirs[at]), most)
        most -= before
        after = next((at for at in range(most) if ours[-1 - at] != theirs[-1 - at]), most)
        pair = ours[before : len(ours) - after], theirs[before : len(theirs) - after]
        # Two letters may already make another word; two signs do not.
        most = 1 if any(map(str.isalnum, "".join(pair))) else _SIGNS_NAMED
        return pair if max(map(len, pair)) <= most else None


@dataclass(frozen=True, slots=True)
class Edge:
    """The signs at one end of a quotation that its source does not have there.

    `source` holds the signs that the source has instead; where it has none, `word` is the word that follows.
    """

    is_end: bool
    quotation: str
    source: str = ""
    word: str = ""


def _is_sign(char: str) -> bool:
    """Tell whether a character is punctuation, a symbol or white space, and so no part of a word."""
    return category(char)[0] in "PSZ" or char.isspace()


def core(text: str, start: int = 0, end: int | None = None) -> Span:
    """Return the span of a stretch of text without the signs at its ends; empty where it is all signs."""
    end = len(text) if end is None else end
    while start < end and _is_sign(text[start]):
        start += 1
    while end > start and _is_sign(text[end - 1]):
        end -= 1
    return start, end


class Wanted(SourceText):
    """A fragment that was not found, and what it has in common with the text of its source."""

    @cached_property
    def core(self) -> Span:
        """The span of its words in its folded text."""
        return core(self.folded.text)

    def edges(self, source: SourceText, span: Span) -> Iterator[Edge]:
        """List the ends at which it has other signs than a source that has its words at a folded span."""
        quoted, (begin, end) = self.folded.text, self.core
        start, stop = self._with_common_signs(source.folded.text, span)
        before, after = (0, begin - (span[0] - start)), (end + (stop - span[1]), len(quoted))
        if quoted[slice(*before)].strip():
            there = _signs_before(source.folded.text, start, before[1])
            yield _edge(_written(self, before), _written(source, there), is_end=False)
        if quoted[slice(*after)].strip():
            there = _signs_after(source.folded.text, stop, quoted[slice(*after)])
            word = "" if there[1] > stop else _word_after(source, stop)
            yield _edge(_written(self, after), _written(source, there), word, is_end=True)

    def quotable(self, text: str, span: Span) -> Span:
        """Grow the span of its words in a folded text by the signs that both have, quotation marks aside."""
        start, stop = self._with_common_signs(text, span)
        while start < span[0] and (text[start] in MARKS or text[start].isspace()):
            start += 1
        while stop > span[1] and (text[stop - 1] in MARKS or text[stop - 1].isspace()):
            stop -= 1
        return start, stop

    def _with_common_signs(self, text: str, span: Span) -> Span:
        quoted, (begin, end), (start, stop) = self.folded.text, self.core, span
        while start > 0 and begin > 0 and text[start - 1] == quoted[begin - 1]:
            start, begin = start - 1, begin - 1
        while stop < len(text) and end < len(quoted) and text[stop] == quoted[end]:
            stop, end = stop + 1, end + 1
        return start, stop


def _signs_before(text: str, at: int, most: int) -> Span:
    """Return the span of the signs right before an offset, at most `most` of them."""
    start = at
    while start > max(0, at - most) and _is_mark(text[start - 1]):
        start -= 1
    return start, at


def _signs_after(text: str, at: int, extra: str) -> Span:
    """Return the span of the signs right after an offset, as many as in `extra`, or of a note in brackets."""
    if note := _NOTE.match(text, at):
        return note.span()
    # A blank may stand before the sign, as French sets it.
    stop = at + (text[at : at + 2] == " " + extra[0])
    last = min(len(text), stop + len(extra))
    while stop < last and _is_mark(text[stop]):
        stop += 1
    return at, stop


def _word_after(source: SourceText, at: int) -> str:
    """Return the next word after an offset of the folded text in its paragraph; empty where there is none."""
    following = _TOKEN.search(source.folded.text, at, at + _LOOKED_AT)
    paragraph = source.paragraph(source.folded.around(at, at)[0])
    if following is None or source.folded.around(*following.span())[0] >= paragraph[1]:
        return ""
    return following[0][:_LETTERS_SHOWN]


def _edge(theirs: str, ours: str, word: str = "", *, is_end: bool) -> Edge:
    """Make an edge of the signs of both sides, without blanks at their ends unless only these differ."""
    if theirs.strip() != ours.strip():
        theirs, ours = theirs.strip(), ours.strip()
    return Edge(is_end, theirs, ours, word)


def _written(text: SourceText, span: Span) -> str:
    """Return the characters of a span of the folded text as they are written."""
    return text.text[slice(*text.folded.around(*span))]


def _is_mark(char: str) -> bool:
    return _is_sign(char) and not char.isspace()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of the words in a stretch of text; in a script without spaces, of its characters."""
    return [found.span() for found in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def words(text: str, spans: list[Span]) -> list[str]:
    """Return the words of a text at these spans."""
    return [text[start:end] for start, end in spans]


def first_difference(text: str, quoted: str) -> Difference | None:
    """Find the first words in which a passage and a quotation differ, or the signs between two words.

    None where they have the same words and signs; signs at their ends do not count.
    """
    ours, theirs = tokens(text), tokens(quoted)
    source_words, quoted_words = words(text, ours), words(quoted, theirs)
    for kind, a, a_end, b, b_end in _steps(source_words, quoted_words):
        if kind != "equal":
            return Difference(
                _shown(text, ours[a : min(a_end, a + _WORDS_SHOWN)]),
                _shown(quoted, theirs[b : min(b_end, b + _WORDS_SHOWN)]),
                (kind == "insert" and _repeats(quoted_words, b, b_end))
                or (kind == "delete" and _repeats(source_words, a, a_end)),
            )
        for i, j in zip(range(a, a_end), range(b, b_end), strict=True):
            if source_words[i] != quoted_words[j]:
                return Difference(source_words[i], quoted_words[j])
            # Of equal words, the signs between one and the next may still differ.
            pair = Difference(
                _shown(text, ours[i : min(i + 2, a_end)]), _shown(quoted, theirs[j : min(j + 2, b_end)])
            )
            if lower(pair.source) != lower(pair.quotation):
                return pair
    return None


def _steps(ours: list[str], theirs: list[str]) -> list[tuple[str, int, int, int, int]]:
    """List the steps that turn words into others, case aside, as `SequenceMatcher.get_opcodes` does."""
    first, second = [lower(word) for word in ours], [lower(word) for word in theirs]
    if first == second:
        return [("equal", 0, len(first), 0, len(second))]
    return list(SequenceMatcher(None, first, second, autojunk=False).get_opcodes())


def _repeats(all_words: list[str], start: int, end: int) -> bool:
    """Tell whether words are the same as those right before or after them."""
    count = end - start
    return all_words[start:end] in (all_words[max(0, start - count) : start], all_words[end : end + count])


def _shown(text: str, spans: list[Span]) -> str:
    """Return the stretch of text that words cover, with a bracket at either end that belongs to it."""
    if not spans:
        return ""
    start, end = spans[0][0], spans[-1][1]
    start -= text[start - 1 : start] == "[" and "[" not in text[start:end]
    end += text[end : end + 1] == "]" and "[" in text[start:end]
    return text[start:end]
