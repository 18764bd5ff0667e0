"""Where a sentence of a language with the verb first says that somebody speaks: "قال المتحدث … إن".

The subject follows the verb. Where none does, the verb holds it: who spoke before goes on ("وأضاف").
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_dossier.drafting.nouns.arabicwords import kind_of_word
from mkdocs_dossier.drafting.nouns.phrases import Phrase, What
from mkdocs_dossier.drafting.nouns.uncasednouns import Manner, phrase_at
from mkdocs_dossier.drafting.packs.grammar import VerbFirst
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.cue import Cue, Force

_BACK = 14
"""How many tokens before a verb may hold its subject, or behind it what it tells."""

_NEXT = 3
"""How many tokens behind a verb a preposition may stand that leads to who speaks."""

_SIGNS = frozenset(",،;؛:–—-()?!؟")


def cues(tokens: tuple[Token, ...], pack: Pack, grammar: VerbFirst) -> tuple[Cue, ...]:
    """Return the cues of a sentence, in order; one without a subject is of who spoke before."""
    reader = _Reader(tokens, pack, grammar, [])
    for at in range(len(tokens)):
        cue = reader.source(at) or reader.saying(at)
        if cue:
            reader.found.append(cue)
    return tuple(reader.found)


def main_subject(tokens: tuple[Token, ...], pack: Pack, grammar: VerbFirst) -> Phrase | None:
    """Return the subject of a sentence, as far as it shows: the phrase behind its first word, a verb."""
    first = 1 if tokens and tokens[0].low in pack.conjunctions else 0
    if first >= len(tokens) or tokens[first].is_quoted:
        return None
    low = tokens[first].low
    if low.startswith(grammar.article) or kind_of_word(low, pack):
        return phrase_at(tokens, first, pack, grammar)
    return phrase_at(tokens, first + 1, pack, grammar)


def tells(tokens: tuple[Token, ...], cue: Cue, pack: Pack, grammar: VerbFirst) -> bool:
    """Tell whether a cue without a quotation tells of something said: what is not said tells nothing."""
    if cue.is_source:
        return True
    low = tokens[cue.start].low
    if cue.start and tokens[cue.start - 1].low in grammar.negations:
        return False
    if low in pack.views or cue.subject is None:
        ahead = tokens[cue.end : cue.end + _BACK]
        return low in pack.verbs or any(token.low in pack.complementizers for token in ahead)
    return cue.subject.what is not What.OTHER


@dataclass
class _Reader:
    """Finds the cues of a sentence; `found` are those before."""

    tokens: tuple[Token, ...]
    pack: Pack
    grammar: VerbFirst
    found: list[Cue]

    def source(self, at: int) -> Cue | None:
        """Return the cue of words such as "بحسب الوزارة"."""
        for words in self.pack.according:
            end = at + len(words)
            if tuple(token.low for token in self.tokens[at:end]) == words:
                subject = phrase_at(self.tokens, end, self.pack, self.grammar, Manner(governed=True))
                return Cue(at, end, subject, Force.SAYING, is_source=True) if subject else None
        return None

    def saying(self, at: int) -> Cue | None:
        """Return the cue of a verb of saying, or of a noun or participle in its place."""
        low, grammar = self.tokens[at].low, self.grammar
        earlier = self._earlier()
        if earlier and earlier.start <= at < earlier.end:
            return None
        if low in self.pack.participles:
            inherited = earlier or (None if self.found else main_subject(self.tokens, self.pack, grammar))
            return Cue(at, at + 1, inherited, Force.SAYING, has_own_subject=False)
        ahead = range(at + 1, min(at + _BACK, len(self.tokens)))
        if low in grammar.whose:
            return self._led(at, range(at - 1, max(-1, at - _BACK), -1), grammar.from_whom)
        if low in grammar.impersonal:
            return self._led(at, ahead[: _NEXT - 1], grammar.leading)
        if low in grammar.carried:
            return self._led(at, ahead, grammar.from_whom)
        return self._verb(at) if self._is_verb(at) else None

    def _earlier(self) -> Phrase | None:
        return self.found[-1].subject if self.found else None

    def _before(self, at: int) -> str:
        return self.tokens[at - 1].low if at else ""

    def _led(self, at: int, places: Iterable[int], leading: frozenset[str]) -> Cue | None:
        """Return the cue whose speaker the first of some prepositions leads to."""
        place = next((place for place in places if self.tokens[place].low in leading), None)
        subject = phrase_at(self.tokens, place + 1, self.pack, self.grammar) if place is not None else None
        return Cue(at, at + 1, subject, Force.SAYING) if subject else None

    def _is_verb(self, at: int) -> bool:
        """Tell whether a word is a verb of saying here, and no noun that is written like one."""
        low, before, pack = self.tokens[at].low, self._before(at), self.pack
        if low not in pack.verbs and low not in pack.views:
            return False
        ahead = self.tokens[at + 1 : at + _BACK]
        if low in pack.needs and not any(token.low in pack.needs[low] for token in ahead):
            return False
        if before in pack.verbs or (low in pack.doubtful and not self._is_head(at)):
            return False
        if before in pack.relatives:
            return not before.startswith(self.grammar.article)
        return before not in pack.prepositions and not self._is_told(at)

    def _is_told(self, at: int) -> bool:
        """Tell whether a verb stands in what the one before it tells."""
        if not self.found or self._before(at) in self.pack.conjunctions:
            return False
        between = self.tokens[max(self.found[-1].end, at - _BACK) : at]
        return any(token.low in self.pack.complementizers for token in between)

    def _verb(self, at: int) -> Cue | None:
        """Return the cue of a verb, with its subject, or as that of who spoke before."""
        force = Force.SAYING if self.tokens[at].low in self.pack.verbs else Force.VIEW
        is_head = self._is_head(at)
        subject = self._subject(at, is_head=is_head or self._before(at) in self.grammar.opening)
        if subject:
            return Cue(at, at + 1, subject, force)
        earlier = self._earlier()
        if earlier:
            return Cue(at, at + 1, earlier, force, has_own_subject=False)
        return Cue(at, at + 1, None, force) if is_head else None

    def _subject(self, at: int, *, is_head: bool) -> Phrase | None:
        """Return the subject of a verb, which may stand before it; None where the verb holds it."""
        before, low = self._before(at), self.tokens[at].low
        if before in self.grammar.held:
            return None
        if before in self.pack.auxiliaries or not is_head:
            # "كانت النقابة قد دعت", "الجيش قال"
            subject = self._standing_before(at)
            if subject or not is_head:
                return subject
        manner = Manner(about=low in self.grammar.transitive, with_b=low in self.grammar.with_b)
        subject = phrase_at(self.tokens, at + 1, self.pack, self.grammar, manner)
        if subject is None and before in self.grammar.resuming:
            return self._standing_before(at - 1)
        return subject

    def _standing_before(self, at: int) -> Phrase | None:
        """Return the phrase at the head of a clause that ends before a verb and its small words."""
        end = at
        small = self.pack.auxiliaries | self.pack.adverbs
        while end and at - end < _BACK and self.tokens[end - 1].low in small:
            end -= 1
        heads = self.grammar.past | self.grammar.opening | self.pack.conjunctions
        for start in range(max(0, end - _BACK), end):
            opens = self.tokens[start - 1] if start else None
            if opens is None or opens.low in heads or opens.text in _SIGNS:
                found = phrase_at(self.tokens, start, self.pack, self.grammar)
                if found and found.end == end and found.what is not What.OTHER:
                    return found
        return None

    def _is_head(self, at: int) -> bool:
        """Tell whether a verb stands at the head of its clause."""
        before = self.tokens[at - 1] if at else None
        if before is None or before.is_quoted or before.text in _SIGNS:
            return True
        return any(
            before.low in words for words in (self.pack.conjunctions, self.pack.objects, self.pack.adverbs)
        )
