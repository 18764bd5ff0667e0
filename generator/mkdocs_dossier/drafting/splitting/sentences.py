"""The sentences of a text. A quotation is inside one sentence, however many it holds itself."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.parting import parted
from mkdocs_dossier.drafting.splitting.token import Kind, Span, Token
from mkdocs_dossier.drafting.splitting.tokens import tokens
from mkdocs_dossier.quotes.sourcetext import SourceText

_ENDS = frozenset(".?!…؟۔。")
_ENDS_QUOTATION = re.compile(r"[.?!…؟۔。][\"'”’»“«)\]\s]*$")
_CLOSES = frozenset(")]")
_GOES_ON = frozenset(",;:)]،؛")
_IN_BRACKETS = 8
"""How many tokens a bracket has at most that is passed over."""

_LONGEST, _AROUND = 2000, 500
"""The most characters of a sentence that is a passage as a whole; else how many are told on either side."""

_IN_DATELINE = 12
"""How many tokens a dateline has at most."""

_AHEAD = 8
"""How many words behind a quotation may hold the verb that it belongs to."""


@dataclass(frozen=True)
class Sentence:
    """A sentence: its tokens, which paragraph it is in, and its place among the sentences of the text."""

    tokens: tuple[Token, ...]
    paragraph: int
    index: int

    @cached_property
    def plain(self) -> tuple[Token, ...]:
        """The tokens without what stands in short brackets: "Gov. Pat McCrory (R) said"."""
        kept: list[Token] = []
        closed = 0
        for at, token in enumerate(self.tokens):
            if at < closed:
                continue
            closed = _bracket(self.tokens, at)
            if not closed:
                kept.append(token)
        return tuple(kept)

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.tokens[0].start, self.tokens[-1].end

    def around(self, start: int, end: int) -> Span:
        """Return the part of it around some of its words that can be told as a passage: most often all of it.

        Of a sentence without end, each of whose clauses somebody says, not everyone is given the whole.
        """
        first, last = self.span
        if last - first <= _LONGEST:
            return first, last
        begins = bisect_left(self.tokens, start - _AROUND, key=lambda token: token.start)
        ends = bisect_right(self.tokens, end + _AROUND, key=lambda token: token.end)
        return self.tokens[begins].start, self.tokens[ends - 1].end


def sentences(text: SourceText, pack: Pack) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; none runs over the end of a paragraph."""
    found: list[Sentence] = []
    for paragraph, span in enumerate(text.paragraphs):
        for one in _split(_with_points(tuple(parted(tokens(text, span), pack)), pack), pack):
            found.append(Sentence(tuple(one), paragraph, len(found)))
    return tuple(found)


def _with_points(words: Sequence[Token], pack: Pack) -> list[Token]:
    """Join abbreviations and initials to their points, so that "Mr." and "J." are words."""
    joined: list[Token] = []
    for at, token in enumerate(words):
        last = joined[-1] if joined else None
        follows = words[at + 1] if at + 1 < len(words) else None
        if (
            token.text == "."
            and last
            and follows
            and last.end == token.start
            and _is_short(last, follows, pack)
        ):
            joined[-1] = Token(last.start, token.end, f"{last.text}.", Kind.WORD)
        else:
            joined.append(token)
    return joined


def _is_short(word: Token, follows: Token, pack: Pack) -> bool:
    """Tell whether the point behind a word is that of an abbreviation or an initial."""
    if not word.is_word:
        return False
    if word.low == "no":
        return follows.text[0].isdigit()
    return (
        len(word.text) == 1 and word.text.isupper() and word.text != "I"
    ) or word.low in pack.abbreviations


def _bracket(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind a short bracket that opens at a token; 0 where none does."""
    if tokens[at].text != "(":
        return 0
    for end in range(at + 1, min(at + 2 + _IN_BRACKETS, len(tokens))):
        if tokens[end].is_quoted:
            return 0
        if tokens[end].text == ")":
            return end + 1
    return 0


def _split(words: Sequence[Token], pack: Pack) -> Iterator[Sequence[Token]]:
    start = _dateline(words)
    if start:
        yield words[:start]
    for at in range(start, len(words)):
        if _ends(words, at, pack):
            yield words[start : at + 1]
            start = at + 1
    if start < len(words):
        yield words[start:]


def _dateline(words: Sequence[Token]) -> int:
    """Return the index behind the place a text was written from: "ERBIL, Kurdistan Region -"; 0 for none."""
    if not words or not words[0].is_acronym:
        return 0
    for at, token in enumerate(words[1:_IN_DATELINE], start=1):
        if token.text in "–—-":
            return at + 1 if at + 1 < len(words) else 0
        if not token.is_capital and token.text not in ",()./":
            return 0
    return 0


def _ends(words: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a sentence ends with a token."""
    token = words[at]
    if at + 1 == len(words):
        return True
    following = words[at + 1]
    if token.is_quoted:
        return _ends_with_quotation(words, at, pack)
    if token.is_word:
        return token.text.endswith(".") and _ends_with_abbreviation(token, following, pack)
    if token.text in _CLOSES and at and words[at - 1].text in _ENDS:
        return following.text not in _ENDS and _begins(following)
    if token.text not in _ENDS or following.text in _ENDS or following.text in _CLOSES:
        return False
    # No blank between: a number, an address or an abbreviation.
    return following.start > token.end and _begins(following)


def _ends_with_abbreviation(token: Token, following: Token, pack: Pack) -> bool:
    """Tell whether an abbreviation ends a sentence: a small word with a capital follows, which is no name."""
    if token.low not in pack.late_abbreviations or not following.is_capital:
        return False
    low = following.low
    return (
        low in pack.pronouns
        or low in pack.determiners
        or low in pack.prepositions
        or low in pack.conjunctions
    )


def _begins(token: Token) -> bool:
    """Tell whether a sentence may begin with a token."""
    first = token.text[0]
    return token.is_quoted or (first not in _GOES_ON and not first.islower())


def _ends_with_quotation(words: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a quotation ends a sentence: it has a full stop, and no "…, she said" follows."""
    following = words[at + 1]
    if not _ENDS_QUOTATION.search(words[at].text[-4:]) or not _begins(following):
        return False
    if following.is_quoted or words[at].inside[-1:] not in "?!…":
        return True
    # "Why?" Trump asked.
    ahead = words[at + 1 : at + 1 + _AHEAD]
    stop = next((place for place, one in enumerate(ahead) if not one.is_word), len(ahead))
    return not any(one.low in pack.verbs for one in ahead[:stop])
