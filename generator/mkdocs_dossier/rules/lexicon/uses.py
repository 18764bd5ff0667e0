"""Words of verdict, and where a text uses them: each use with what stands around it in its sentence."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_ENDS = frozenset(".!?;:…؟۔")
"""What ends a sentence, or a half of one."""

MARKS = _ENDS | frozenset(",()[]-–—،؛*_#>|")
"""What bounds a look around: punctuation, and the signs of Markdown."""

_AROUND = 40
"""The most tokens before and after a word that are looked at: a sentence may have a million words."""

_TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_ENGLISH_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
# Where Markdown begins a new block: a blank line, or the sign of a list, quotation or heading.
_BLOCK = re.compile(r"\n\s*(?:\n|[-*+>#]|\d+[.)])")
# Arabic vowel signs, and the stroke that only lengthens a word.
_HARAKAT = re.compile("[\u0640\u064b-\u0652\u0670]")
# "And", which Arabic writes onto the word that follows.
_CONJUNCTIONS = ("و", "ف")


@dataclass(frozen=True, slots=True)
class Use:
    """A word where it stands, with the tokens before and after it in its sentence, all in lower case.

    `written` holds the tokens after it as they are written, to tell names by their capitals.
    """

    word: str
    before: Sequence[str]
    after: Sequence[str]
    written: Sequence[str]

    @property
    def next(self) -> str:
        """The token after it; empty at the end of a sentence."""
        return self.after[0] if self.after else ""

    @property
    def last(self) -> str:
        """The token before it; empty at the beginning of a sentence."""
        return self.before[-1] if self.before else ""

    def follows(self, words: Container[str], within: int) -> bool:
        """Tell whether one of these words is among the `within` tokens before it, with no mark between."""
        return any(token in words for token in back(self.before[-within:]))

    def precedes(self, words: Container[str], within: int, stops: Container[str] = ()) -> bool:
        """Tell whether one of these words is among the `within` tokens after it, before any mark or stop."""
        return any(token in words for token in ahead(self.after[:within], stops))


class Implies(StrEnum):
    """What a word of verdict says of what somebody said: the end of a sentence in a message."""

    TRUE_AND_AGAINST = "takes what was said to be true, and to be against the speaker"
    TRUE = "takes what was said to be true"
    FALSE = "says that it is not true"
    UNDESERVED = "says that it does not deserve its name"


def _always(_: Use) -> bool:
    """Judge a word that passes a verdict wherever it stands."""
    return True


@dataclass(frozen=True, slots=True)
class Verdict:
    """Words that pass the same verdict: what they imply, and what to write instead.

    `words` are their forms, with blanks between. `passes` judges a use: whether the word passes a verdict
    there, or has another sense.
    """

    words: str
    implies: Implies
    instead: str
    passes: Callable[[Use], bool] = _always


def ahead(tokens: Sequence[str], stops: Container[str] = ()) -> Iterator[str]:
    """List tokens up to the first mark or stop."""
    for token in tokens:
        if token in MARKS or token in stops:
            return
        yield token


def back(tokens: Sequence[str]) -> Iterator[str]:
    """List tokens backwards, from the last one to the last mark."""
    return ahead(tokens[::-1])


def uses(text: str, language: str, known: Container[str]) -> Iterator[Use]:
    """List the uses of known words in a text of a language (as `en`); in Arabic also behind a conjunction."""
    for sentence in _sentences(text, language):
        lowered = [token.casefold().replace("’", "'") for token in sentence]
        for at, token in enumerate(lowered):
            if word := next((form for form in _forms(token, language) if form in known), ""):
                before, after = slice(max(0, at - _AROUND), at), slice(at + 1, at + 1 + _AROUND)
                yield Use(word, lowered[before], lowered[after], sentence[after])


def _forms(token: str, language: str) -> Iterator[str]:
    yield token
    if language == "ar" and token.startswith(_CONJUNCTIONS):
        yield token[1:]


def _sentences(text: str, language: str) -> Iterator[Sequence[str]]:
    """List the sentences of a text, each as its tokens; an item of a list is a sentence by itself."""
    pattern = _ENGLISH_TOKEN if language == "en" else _TOKEN
    for block in _BLOCK.split(_HARAKAT.sub("", text) if language == "ar" else text):
        tokens = pattern.findall(block)
        start = 0
        for at, token in enumerate(tokens):
            if token in _ENDS:
                yield tokens[start : at + 1]
                start = at + 1
        yield tokens[start:]
