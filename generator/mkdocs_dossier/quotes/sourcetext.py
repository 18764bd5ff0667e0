"""The text of a source, and the form of it in which quotations are looked up."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import starmap
from unicodedata import category, is_normalized, normalize

from mkdocs_dossier.quotes.brackets import bracketed
from mkdocs_dossier.quotes.marks import quotations
from mkdocs_dossier.quotes.proclitics import arabic_words
from mkdocs_dossier.quotes.speech import speech
from mkdocs_dossier.text.lines import line_spans, split_lines

_ONE_FORM = {
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‘’‚‛‹›`´ʼ′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
"""What the typographic tier takes for one, character by character; spaces and ellipses are apart."""

_ELLIPSIS, _DOTS = "…", "..."
_LENGTH_CHANGES = rf"\s{{2,}}|{_ELLIPSIS}"
# What a line ends with in the midst of a sentence.
_NO_END = re.compile(r"[\w,;–—-]$")
_WRAPPED_AT_MOST = 100
"""The longest line of a hard-wrapped text; a paragraph written as one line is nearly always longer."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the form that the typographic tier compares, and the way back to the text's own offsets.

    The form is NFC, with one character for each kind of quotation mark, dash and space, three dots for an
    ellipsis, and one space for each run of white space. `starts` and `ends` bound, in the folded text, each
    stretch whose length may have changed; `source_starts` and `source_ends` bound the same stretches in the
    text as it was. Between two stretches offsets differ by a constant, so a binary search leads from one to
    the other.
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"
    source_starts: "array[int]"
    source_ends: "array[int]"

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the text's own offsets of a folded span; None where an end parts what was one character."""
        outer = self.around(start, end)
        return outer if (self.fold_start(outer[0]), self.fold_end(outer[1])) == (start, end) else None

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return the text's own offsets of a folded span, grown to whole characters of the text."""
        # The last stretches that begin at or before the two ends; an end inside its stretch takes all of it.
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end) - 1
        if first < 0 or start >= self.ends[first]:
            source_start = self._shift(first) + start
        else:
            source_start = self.source_starts[first]
        if last < 0 or end >= self.ends[last]:
            return source_start, self._shift(last) + end
        inside = end > self.starts[last]
        return source_start, self.source_ends[last] if inside else self.source_starts[last]

    def fold_start(self, offset: int) -> int:
        """Return the first folded offset at or after one of the text's own."""
        index = bisect_right(self.source_starts, offset) - 1
        if index >= 0 and offset < self.source_ends[index]:
            exact = offset == self.source_starts[index]
            return self.starts[index] if exact else self.ends[index]
        return offset - self._shift(index)

    def fold_end(self, offset: int) -> int:
        """Return the last folded offset at or before one of the text's own."""
        index = bisect_right(self.source_starts, offset) - 1
        if index >= 0 and offset < self.source_ends[index]:
            return self.starts[index]
        return offset - self._shift(index)

    def _shift(self, index: int) -> int:
        """Return by how much the text's own offsets are ahead of the folded ones behind a stretch."""
        return self.source_ends[index] - self.ends[index] if index >= 0 else 0


def _fold(text: str) -> Folded:
    """Bring a text into the form that the typographic tier compares.

    Only the stretches that may change their length are looked at one by one; the rest is copied whole, since
    sources may have millions of characters.
    """
    starts, ends, source_starts, source_ends = (array("q") for _ in range(4))
    pieces: list[str] = []
    done = length = 0
    for found in _stretches(text).finditer(text):
        old = found.group()
        new = " " if old.isspace() else normalize("NFC", old).replace(_ELLIPSIS, _DOTS)
        if new == old:
            continue
        start, end = found.span()
        length += start - done
        pieces += (text[done:start], new)
        starts.append(length)
        source_starts.append(start)
        length += len(new)
        ends.append(length)
        source_ends.append(end)
        done = end
    pieces.append(text[done:])
    return Folded(_unify("".join(pieces)), starts, ends, source_starts, source_ends)


def _breaks_off(line: str, following: str) -> bool:
    """Tell whether a sentence seems to go on in the next line: it has no end here, and no capital there."""
    return bool(_NO_END.search(line)) and following[:1].isalpha() and not following[:1].isupper()


def _stretches(text: str) -> re.Pattern[str]:
    """Make the pattern of all that may change its length: runs of spaces, ellipses, what NFC composes.

    A stretch that NFC may compose is a character with all that may compose with it, so that folding stretch
    by stretch gives the same as folding the whole text. Only marks and conjoining Hangul vowels and finals
    compose with what stands before them (NFC_Quick_Check, UAX #15).
    """
    if is_normalized("NFC", text):
        return re.compile(_LENGTH_CHANGES)
    characters = set(text)
    joining = _character_class(c for c in characters if category(c)[0] == "M" or "\u1160" <= c <= "\u11ff")
    single = _character_class(c for c in characters if normalize("NFC", c) != c)
    patterns = [_LENGTH_CHANGES]
    if joining:
        patterns.append(f"[^{joining}]?[{joining}]+")
    if single:
        patterns.append(f"[{single}]")
    return re.compile("|".join(patterns), re.DOTALL)


def _character_class(characters: Iterable[str]) -> str:
    return "".join(map(re.escape, sorted(characters)))


def _unify(text: str) -> str:
    """Replace each character by the one form of its kind; the length stays the same.

    A text has few different characters, so that to replace them one after the other is quick.
    """
    for char in set(text):
        one = " " if char.isspace() else _ONE_FORM.get(char, char)
        if one != char:
            text = text.replace(char, one)
    return text


class SourceText:
    """The decoded text of a source, with what it takes to look up many quotations in it, computed once.

    Offsets count code points from the start of the text; the ends of spans are exclusive.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """The text in the form that the typographic tier compares."""
        return _fold(self.text)

    @cached_property
    def lowered(self) -> str:
        """The folded text in lower case, of the same length. It serves suggestions only, never a match."""
        return lower(self.folded.text)

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The spans of the paragraphs that are not blank, without the white space around them.

        Each line is a paragraph, unless the text is hard-wrapped: then blank lines bound them. A text counts
        as hard-wrapped if it has no long line, and either has blank lines or breaks off at least half of its
        lines in the middle of a sentence.
        """
        placed = line_spans(self.text)
        short = all(end - start <= _WRAPPED_AT_MOST for start, end in placed)
        lines = [line.strip() for line in split_lines(self.text.strip())]
        broken = sum(map(_breaks_off, lines, lines[1:]))
        wrapped = short and (not all(lines) or (broken > 0 and 2 * broken >= len(lines) - 1))
        spans: list[tuple[int, int]] = []
        fresh = True  # whether a paragraph begins here in a hard-wrapped text
        for start, end in starmap(self._trim, placed):
            if start < end and wrapped and not fresh:
                spans[-1] = (spans[-1][0], end)
            elif start < end:
                spans.append((start, end))
            fresh = start >= end
        return tuple(spans)

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """The spans inside quotation marks, marks included, in order and without overlap."""
        return quotations(self.text, self.paragraphs)

    @cached_property
    def bracketed(self) -> tuple[tuple[int, int], ...]:
        """The spans of what stands in square brackets, the brackets included."""
        return bracketed(self.text)

    def is_quoted(self, start: int, end: int) -> bool:
        """Tell whether all of a span stands inside one pair of quotation marks."""
        return self._is_within(self.quotations, start, end)

    @cached_property
    def speech(self) -> tuple[tuple[int, int], ...]:
        """The spans of what is set as speech without quotation marks, in order and without overlap."""
        return speech(self.text, self.paragraphs)

    def is_spoken(self, start: int, end: int) -> bool:
        """Tell whether all of a span is speech that is set without quotation marks."""
        return self._is_within(self.speech, start, end)

    def _is_within(self, spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
        index = bisect_right(spans, (start, len(self.text) + 1)) - 1
        return index >= 0 and spans[index][1] >= end

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Return the span of the paragraph at an offset, or the last one before it; else the whole text's."""
        index = bisect_right(self.paragraphs, (offset, len(self.text) + 1)) - 1
        return self.paragraphs[index] if index >= 0 else (0, len(self.text))

    def stands(self, word: str) -> bool:
        """Tell whether an Arabic word, without its marks, stands in the text by itself."""
        return word in self._arabic_words

    @cached_property
    def _arabic_words(self) -> frozenset[str]:
        return arabic_words(self.text)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        line = self.text[start:end]
        return end - len(line.lstrip()), start + len(line.rstrip())


def lower(text: str) -> str:
    """Return a text in lower case, of the same length."""
    # Only this letter becomes two characters in lower case.
    return text.replace("İ", "i").lower()
