"""Find speech that a text sets without quotation marks: after dashes, colons and names.

Each form has its look-alike, which is a reporter's own: a list with dashes, a headline, a note, the place
where a report was written. In doubt it is no speech: a warning too many is read, one that is missing is not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from unicodedata import normalize

from mkdocs_dossier.quotes.speechwords import (
    ABOUT,
    ASCRIBING,
    ASCRIBING_AT_ONCE,
    ASKED,
    ASKING,
    NO_SPEAKERS,
    PARTICLES,
    PLACES_OF_WORDS,
    SAYING,
    THAT,
    TITLES,
)

Span = tuple[int, int]

_COLON = re.compile("[:：]")
_WORD = re.compile(r"[^\W\d_]+")
_DASH = re.compile(r"[—–―‒]\s*|-\s+")
_BULLET = re.compile(r"[—–―‒*•▪●·-]|\d+[.)]")
_BEGINS = frozenset("“„«‘‚‹「『\"'»”¿¡…(")
"""What a sentence may begin with besides a letter."""

_MARKED = _BEGINS - frozenset("¿¡…(")
_ENDS = re.compile(r"[.?!…؟۔。！？][\"'”’»)\]]*$")
_ENDS_TURN = re.compile(r"[.?!…؟۔。！？—–-][\"'”’»)\]]*$")
_ASKS = re.compile(r"[?؟？][\"'”’»)\]]*$")
_CLAUSE_BEGINS = re.compile(r"[,،?!…؟]|\s[—–-]")
_CLAUSE, _SHORT_WORDS, _SHORT_LETTERS, _CLAUSES = 60, 3, 4, 100
"""How far a verb is looked for behind a sign, after how many short words, of how many letters; how often."""

_ANNOUNCES, _LABEL = 300, 60
"""The most characters of a line that announces speech, and of what stands before the colon of a turn."""

_LABEL_WORDS, _LEAST_TURNS = 6, 2
_LAST = 8
"""How many characters tell how a paragraph ends."""

_CONJUNCTIONS = ("و", "ف")


def speech(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans of what is set as speech in a text, in order and without overlap.

    `paragraphs` are the spans of its paragraphs, in order.
    """
    spans = sorted((*_dialogues(text, paragraphs), *_blocks(text, paragraphs), *_turns(text, paragraphs)))
    kept: list[Span] = []
    for span in spans:
        # Speech inside a block is part of it.
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _dialogues(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """List the paragraphs that begin with a dash and are somebody's words, as French and Russian set them.

    A run of such paragraphs is a dialogue where one of them says who speaks, or asks, or where a line above
    announces it. Else it is a list.
    """
    run: list[Span] = []
    above = (0, 0)
    for span in (*paragraphs, (len(text), len(text))):
        if _DASH.match(text, *span):
            run.append(span)
            continue
        if run and _is_dialogue(text, above, run):
            yield from (one for one in run if _is_turn_after_dash(text, one))
        run, above = [], span


def _is_dialogue(text: str, above: Span, run: Sequence[Span]) -> bool:
    if _last(text, above).endswith((":", "：")):
        return _announces(text, above)
    turns = [span for span in run if _is_turn_after_dash(text, span)]
    return any(_ascribes(text, span) or _ASKS.search(_last(text, span)) for span in turns)


def _is_turn_after_dash(text: str, span: Span) -> bool:
    found = _DASH.match(text, *span)
    return found is not None and _is_sentence(text, (found.end(), span[1])) and _ends(text, span)


def _ascribes(text: str, span: Span) -> bool:
    """Tell whether a paragraph says who speaks behind the words: "…, a dit Ana Roe"."""
    signs = islice(_CLAUSE_BEGINS.finditer(text, span[0] + 1, span[1]), _CLAUSES)
    return any(_is_clause(_words(text[sign.end() : min(sign.end() + _CLAUSE, span[1])])) for sign in signs)


def _is_clause(words: Sequence[str]) -> bool:
    """Tell whether words begin with a verb of saying, or with short words and one, as "a-t-il dit"."""
    for place, word in enumerate(words[: _SHORT_WORDS + 1]):
        if word in (ASCRIBING if place else ASCRIBING | ASCRIBING_AT_ONCE):
            return THAT.isdisjoint(words[place + 1 : place + 2])
        if len(word) > _SHORT_LETTERS:
            return False
    return False


def _blocks(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """List the blocks of words that a line of their own announces: "Ana Roe wrote on X:".

    A block is the next paragraph, and those after it that are set off in the same way: further in than the
    line, or behind a `>`.
    """
    reached = -1
    for place, span in enumerate(paragraphs[:-1]):
        first = paragraphs[place + 1]
        if place <= reached or not _announces(text, span) or not _may_be_block(text, first):
            continue
        reached = place + 1
        while reached + 1 < len(paragraphs) and _is_set_off(text, span, first, paragraphs[reached + 1]):
            reached += 1
        yield first[0], paragraphs[reached][1]


def _announces(text: str, span: Span) -> bool:
    """Tell whether a paragraph announces the words below it."""
    if span[1] - span[0] > _ANNOUNCES or not _last(text, span).endswith((":", "：")):
        return False
    words = _words(text[slice(*span)])
    if not words or words[0] in ASKING:
        return False
    if not SAYING.isdisjoint(words):
        return True
    return not PLACES_OF_WORDS.isdisjoint(words) and ABOUT.isdisjoint(words)


def _may_be_block(text: str, span: Span) -> bool:
    """Tell whether a paragraph may be words that are announced: marks and bullets say what it is instead."""
    return text[span[0]] not in _MARKED and not _BULLET.match(text, *span)


def _is_set_off(text: str, line: Span, first: Span, span: Span) -> bool:
    if text[first[0]] == ">":
        return text[span[0]] == ">"
    return min(_indent(text, first), _indent(text, span)) > _indent(text, line)


def _indent(text: str, span: Span) -> int:
    """Return how many blanks stand before a paragraph on its line."""
    at = span[0]
    while at > 0 and text[at - 1] in " \t\u00a0":
        at -= 1
    return span[0] - at


def _turns(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """List what stands behind a name and a colon at the beginning of a paragraph, as in a transcript.

    A question and an answer are known by their letters, and "MR. ROE" by its title. Any other name may be
    that of a place where a report was written, unless the text has several turns.
    """
    found = [turn for span in paragraphs if (turn := _turn(text, span))]
    for span, is_certain in found:
        if is_certain or len(found) >= _LEAST_TURNS:
            yield span


def _turn(text: str, span: Span) -> tuple[Span, bool] | None:
    """Return where a turn's words stand, and whether it is one for certain; None if it is none."""
    colon = _COLON.search(text, span[0], min(span[1], span[0] + _LABEL))
    start = colon.end() if colon else span[1]
    while start < span[1] and text[start].isspace():
        start += 1
    if colon is None or start == span[1] or (start == colon.end() and colon[0] == ":"):
        return None
    # How somebody is heard, as "(via video)", is no part of the name.
    label = text[span[0] : colon.start()].partition("(")[0]
    is_certain = _is_certain(label)
    said = (start, span[1])
    if is_certain or (_is_name(label) and _is_sentence(text, said) and _ENDS_TURN.search(_last(text, said))):
        return said, is_certain
    return None


def _is_certain(label: str) -> bool:
    """Tell whether a label is that of a question or answer, or begins with a title: `Q`, `Q2`, `MR. ROE`."""
    words = _words(label)
    if len(words) == 1:
        return words[0] in ASKED and not label[0].islower()
    return bool(words) and words[0] in TITLES and _is_name(label)


def _is_name(label: str) -> bool:
    """Tell whether all words of a label but particles have a capital, and none names something else."""
    words = _WORD.findall(normalize("NFC", label))
    lowered = _words(label)
    return (
        bool(words)
        and len(label.split()) <= _LABEL_WORDS
        and label[0].isupper()
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and NO_SPEAKERS.isdisjoint(lowered)
    )


def _is_sentence(text: str, span: Span) -> bool:
    """Tell whether a stretch begins as a sentence does: with a capital, or a letter of no case, or a mark."""
    first = text[span[0] : span[0] + 1]
    return first in _BEGINS or (first.isalpha() and not first.islower())


def _ends(text: str, span: Span) -> bool:
    return _ENDS.search(_last(text, span)) is not None


def _last(text: str, span: Span) -> str:
    return text[max(span[0], span[1] - _LAST) : span[1]]


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters, without the "and" that Arabic writes onto them."""
    words = _WORD.findall(normalize("NFC", text).lower())
    return [word[1:] if word.startswith(_CONJUNCTIONS) and word[1:] in SAYING else word for word in words]
