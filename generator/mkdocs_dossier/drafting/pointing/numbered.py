"""A text with a number at all that a model may point at: sentences, quotations, parties, days.

A model answers in numbers, and the program cuts the words out of the text. So no quotation can be wrong by a
letter, and nothing that a model writes gets between quotation marks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_dossier.drafting.cast.mention import Mention, Sort
from mkdocs_dossier.drafting.cast.mentioned import mentioned
from mkdocs_dossier.drafting.cast.people import kind_of, shown
from mkdocs_dossier.drafting.content.nameddays import named_days
from mkdocs_dossier.drafting.content.readout import NamedDay, Party
from mkdocs_dossier.drafting.nouns.phrases import phrase_after, phrase_before
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.sentences import Sentence, sentences
from mkdocs_dossier.drafting.splitting.token import Span, Token
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.text.shortening import cut_line

_TRAILING = " \t\r\n,،;" + "".join(MARKS)
_PART = re.compile(r"[.?!…؟۔。][\"'”’»)\]]*\s+(?=\S)")
"""What ends a sentence inside a quotation, up to where the next one begins."""

_PARTS = 20
"""How many sentences of a quotation get a number of their own."""

_LONGEST = 2_000
"""The most characters of a sentence that a model is shown; what stands behind cannot be pointed at."""

_NAME = 100
"""The most characters of words for a speaker."""

_SENTENCES, _CHARACTERS = 40, 8_000
"""What a model is shown at once; the first that is reached ends it."""

_BEFORE = 6
"""How many sentences before those in question are shown too, since "he" may be named there."""

_OFFERED = 150
"""How many numbers of each sort a model may choose from at once; servers bound the size of a schema."""

_OPENS, _CLOSES = "⟦", "⟧"
"""What marks our numbers; in the text itself they are written as square brackets, so that it has none."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation or a sentence of one, without its marks: its span, and the index of its sentence."""

    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Phrased:
    """Words that may mean a speaker who is no party yet, and the party that they would be."""

    words: str
    party: Party


@dataclass(frozen=True, slots=True)
class Window:
    """Some neighbouring sentences of a text, as a model is shown them, with the numbers that it may use.

    `block` is data, all of it: it begins and ends with a line that the text cannot have.
    """

    first: int
    last: int
    block: str
    sentences: tuple[str, ...]
    quotes: tuple[str, ...]
    speakers: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """What is numbered in one sentence; the phrases by the numbers that they have in the whole text."""

    quotes: tuple[str, ...]
    phrases: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True)
class Numbered:
    """A text with its numbers, and what it is read by: its day of publication, and the words of its language.

    S1 is a sentence, Q1 a quotation, Q1.1 a part of it, A1 a party, N1 other words for somebody, D1 a day.
    """

    text: str
    published: date | None
    pack: Pack
    sentences: tuple[Sentence, ...]
    parties: Mapping[str, Party]
    quotes: Mapping[str, Quoted]
    phrases: Mapping[str, Phrased]
    days: Mapping[str, NamedDay]
    _marked: tuple[_Marked, ...]

    def windows(self) -> Iterator[Window]:
        """Divide the text into what a model is shown at once, in order; each is made when it is asked for."""
        first = 0
        while first < len(self.sentences):
            last, length = first, 0
            while last < len(self.sentences) and last - first < _SENTENCES:
                start, end = self.sentences[last].span
                length += min(end - start, _LONGEST)
                if last > first and length > _CHARACTERS:
                    break
                last += 1
            yield self._window(first, last)
            first = last

    def _window(self, first: int, last: int) -> Window:
        since = max(0, first - _BEFORE)
        offered = range(first, last)
        seen = range(since, last)
        words = folded(self.text[self.sentences[since].span[0] : self.sentences[last - 1].span[1]])
        parties = [one for one, party in self.parties.items() if _is_named(party, words)][:_OFFERED]
        phrases = list(dict.fromkeys(one for at in seen for one in self._marked[at].phrases))[:_OFFERED]
        lines = [self._line(at) for at in seen]
        lines += ["", *(f"{one} = {self._shown_party(one)}" for one in parties)]
        lines += [f"{one} = {data(self.phrases[one].words)}" for one in phrases]
        return Window(
            first,
            last,
            block(lines),
            tuple(sentence_number(at) for at in offered),
            tuple(one for at in offered for one in self._marked[at].quotes if self._is_shown(one, at))[
                :_OFFERED
            ],
            (*parties, *phrases),
            tuple(one for at in offered for one in self._marked[at].days if self._is_shown(one, at))[
                :_OFFERED
            ],
        )

    def _is_shown(self, number: str, at: int) -> bool:
        start = self.quotes[number].span[0] if number in self.quotes else self.days[number].start
        return start < self.sentences[at].span[0] + _LONGEST

    def _shown_party(self, number: str) -> str:
        party = self.parties[number]
        names = ", ".join(data(cut_line(name, _NAME)) for name in (party.name, *party.names[:3]))
        return f"{names} ({party.kind})"

    def _line(self, at: int) -> str:
        start, end = self.sentences[at].span
        stop = min(end, start + _LONGEST)
        marks = [(self.quotes[one].span[0], one) for one in self._marked[at].quotes]
        marks += [(self.days[one].start, one) for one in self._marked[at].days]
        pieces, done = [], start
        for place, number in sorted(marks, key=lambda mark: mark[0]):
            if place >= stop:
                break
            pieces += [data(self.text[done:place]), f"{_OPENS}{number}{_CLOSES}"]
            done = place
        pieces += [data(self.text[done:stop]), "…" if stop < end else ""]
        return f"{_OPENS}{sentence_number(at)}{_CLOSES} {''.join(pieces)}"

    def speaker(self, number: str) -> tuple[Party, str]:
        """Return who has the number A1 or N1, with the words of the text for them."""
        if number in self.parties:
            return self.parties[number], self.parties[number].name
        return self.phrases[number].party, self.phrases[number].words


def sentence_number(index: int) -> str:
    """Return the number by which a model points at a sentence."""
    return f"S{index + 1}"


def block(lines: Sequence[str]) -> str:
    """Return lines of data between two lines that no data can have."""
    return "\n".join([f"{_OPENS}article{_CLOSES}", *lines, f"{_OPENS}end of article{_CLOSES}"])


def data(words: str) -> str:
    """Return words of a text on one line, without what could be taken for our numbers, and nothing hidden."""
    plain = re.sub(r"\s+", " ", words).replace(_OPENS, "[").replace(_CLOSES, "]")
    return visible(plain)


def numbered(text: SourceText, published: date | None, pack: Pack, parties: Sequence[Party]) -> Numbered:
    """Give a text its numbers, in which the rules found these parties.

    `published` is the day from which "Monday" and "yesterday" are counted.
    """
    found = sentences(text, pack)
    quotes: dict[str, Quoted] = {}
    days: dict[str, NamedDay] = {}
    phrases = _Phrases(parties)
    mentions: dict[int, list[Mention]] = {}
    for mention in mentioned(found, pack):
        mentions.setdefault(mention.sentence.index, []).append(mention)
    marked, count = [], 0
    for sentence in found:
        own = dict(_quoted(text.text, sentence, count))
        count += sum("." not in one for one in own)
        quotes |= own
        named = {f"D{len(days) + at}": day for at, day in enumerate(named_days(sentence, published, pack), 1)}
        days |= named
        spoken = phrases.of(sentence, mentions.get(sentence.index, []), pack)
        marked.append(_Marked(tuple(own), tuple(dict.fromkeys(spoken)), tuple(named)))
    actors = {f"A{at}": party for at, party in enumerate(parties, 1)}
    return Numbered(text.text, published, pack, found, actors, quotes, phrases.found, days, tuple(marked))


def _quoted(text: str, sentence: Sentence, before: int) -> Iterator[tuple[str, Quoted]]:
    """List the quotations of a sentence with their numbers, each before its own sentences, if it has some."""
    at = before
    for token in sentence.tokens:
        span = _inside(token) if token.is_quoted else None
        if span is None:
            continue
        at += 1
        number = f"Q{at}"
        yield number, Quoted(span, sentence.index)
        parts = list(_parts(text, span))
        if len(parts) > 1:
            for place, part in enumerate(parts[:_PARTS], 1):
                yield f"{number}.{place}", Quoted(part, sentence.index)


def _inside(token: Token) -> Span | None:
    """Return the span of the words inside a quotation, without a comma of the sentence around."""
    words = token.inside
    start = token.start + token.text.index(words)
    kept = words.rstrip(_TRAILING)
    return (start, start + len(kept)) if kept else None


def _parts(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    for found in _PART.finditer(text, *span):
        yield start, start + len(text[start : found.end()].rstrip())
        start = found.end()
    if start < end:
        yield start, end


class _Phrases:
    """Collects the words that may mean a speaker and are the name of no party, each once."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self.found: dict[str, Phrased] = {}
        self._numbers: dict[str, str] = {}
        self._known = {folded(name) for party in parties for name in (party.name, *party.names)}

    def of(self, sentence: Sentence, mentions: Sequence[Mention], pack: Pack) -> Iterator[str]:
        """List the numbers of the phrases of a sentence."""
        taken: set[int] = set()
        people: set[int] = set()
        for mention in mentions:
            name = shown(mention.words)
            yield from self._number(name, Party(name, kind_of(mention.words, mention.sort, pack)))
            taken.update(range(mention.start, mention.end))
            if mention.sort is Sort.PERSON:
                people.update(range(mention.start, mention.end))
        tokens = sentence.plain
        end = 0
        for at in range(len(tokens)):
            # A title before a name is a part of who has it.
            if at < end or at in taken or at + 1 in taken or not _ends_post(tokens, at, pack):
                continue
            phrase = phrase_before(tokens, at + 1, pack)
            if phrase is None:
                continue
            if phrase.end < len(tokens) and tokens[phrase.end].low in pack.linking:
                phrase = phrase_after(tokens, phrase.start, pack) or phrase
            end = phrase.end
            if end - 1 in people:
                continue
            name = shown(tokens[phrase.start : phrase.end])
            yield from self._number(name, Party(name, ActorKind.ANONYMOUS))

    def _number(self, words: str, party: Party) -> Iterator[str]:
        key = folded(words)
        if not key or len(words) > _NAME or key in self._known:
            return
        if key not in self._numbers:
            self._numbers[key] = f"N{len(self._numbers) + 1}"
            self.found[self._numbers[key]] = Phrased(words, party)
        yield self._numbers[key]


def _ends_post(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a token is the noun of a description: "a ministry official" ends with "official"."""
    return _may_speak(tokens[at], pack) and not (at + 1 < len(tokens) and _may_speak(tokens[at + 1], pack))


def _may_speak(token: Token, pack: Pack) -> bool:
    return token.is_word and any(token.low in nouns for nouns in (pack.posts, pack.people, pack.bodies))


def _is_named(party: Party, words: str) -> bool:
    return any(folded(name) in words for name in (party.name, *party.names))
