"""Where a sentence of a language with the subject first says that somebody speaks: « …, a dit la ministre ».

The subject stands before the verb; behind it, where what was said goes before both.
"""

from dataclasses import dataclass

from mkdocs_dossier.drafting.nouns.closed import is_closed
from mkdocs_dossier.drafting.nouns.phrases import SPEAKERS, Phrase, What
from mkdocs_dossier.drafting.packs.grammar import SubjectFirst
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.clauses import (
    BACK,
    NEAR,
    before_verb,
    behind_verb,
    bounds,
    ending_at,
    head_of,
    phrase_at,
)
from mkdocs_dossier.drafting.verbs.cue import Cue, Force

_BETWEEN = 5
"""How many small words may stand between an auxiliary and its participle, or before a verb."""

_OPENING = 2
"""Where the infinitive of « Et d’ajouter » stands."""


def cues(tokens: tuple[Token, ...], pack: Pack, grammar: SubjectFirst) -> tuple[Cue, ...]:
    """Return the cues of a sentence, in order."""
    reader = _Reader(tokens, pack, grammar, [])
    done = 0
    for at in range(len(tokens)):
        cue = (reader.source(at) or reader.saying(at)) if at >= done else None
        if cue:
            reader.found.append(cue)
            done = cue.end
    return tuple(reader.found)


def main_subject(tokens: tuple[Token, ...], pack: Pack, grammar: SubjectFirst) -> Phrase | None:
    """Return the subject of a sentence, as far as it shows; or whose view it tells."""
    at = 1 if tokens and tokens[0].low in pack.conjunctions else 0
    at += 1 if at and at < len(tokens) and tokens[at].text == "," else 0
    if at < len(tokens) and tokens[at].low in grammar.for_whom:
        return phrase_at(tokens, at + 1, pack)
    last = min(len(tokens), BACK)
    while at < last and not tokens[at].is_quoted:
        low = tokens[at].low
        is_adverbial = low in pack.prepositions or low.endswith(grammar.absolute)
        if tokens[at].is_word and is_adverbial and low not in pack.posts:
            # Up to its comma.
            at = next((place + 1 for place in range(at, last) if tokens[place].text == ","), last)
            continue
        found = phrase_at(tokens, at, pack)
        if found:
            return found
        at += 1
    return None


def tells(tokens: tuple[Token, ...], cue: Cue, grammar: SubjectFirst) -> bool:
    """Tell whether a cue without a quotation tells of something said: what is not said tells nothing."""
    if cue.is_source:
        return True
    has_that = any(token.low in grammar.that for token in tokens[cue.end : cue.end + _BETWEEN])
    if cue.subject is None or (cue.subject.what is What.OTHER and not has_that):
        return False
    if any(token.low in grammar.negations for token in tokens[max(0, cue.start - 2) : cue.end]):
        return False
    return cue.force is Force.SAYING or has_that


@dataclass
class _Reader:
    """Finds the cues of a sentence; `found` are those before."""

    tokens: tuple[Token, ...]
    pack: Pack
    grammar: SubjectFirst
    found: list[Cue]

    def source(self, at: int) -> Cue | None:
        """Return the cue of words such as « selon la police »."""
        for words in self.pack.according:
            end = at + len(words)
            if tuple(token.low for token in self.tokens[at:end]) == words:
                subject = phrase_at(self.tokens, end, self.pack)
                if subject:
                    return Cue(at, end, subject, Force.SAYING, is_source=True)
        return None

    def saying(self, at: int) -> Cue | None:
        """Return the cue of a verb of saying, or of an infinitive or participle in its place."""
        token, low, grammar = self.tokens[at], self.tokens[at].low, self.grammar
        if not token.is_word or (token.is_capital and at):
            return None
        if low in grammar.infinitives:
            return self._readable(at)
        if low in grammar.adding and at == _OPENING:
            return Cue(at, at + 1, None, Force.SAYING, has_own_subject=False)
        unlisted = self._unlisted(at)
        if unlisted:
            return unlisted
        if low in grammar.having:
            end = self._perfect_end(at)
            return self._cue(at, end) if end else None
        if low in self.pack.participles:
            inherited = self._earlier() or main_subject(self.tokens, self.pack, grammar)
            return Cue(at, at + 1, inherited, Force.SAYING, has_own_subject=False) if inherited else None
        return self._cue(at, at + (2 if low in self.pack.needs else 1)) if self._is_verb(at) else None

    def _earlier(self) -> Phrase | None:
        return self.found[-1].subject if self.found else None

    def _is_verb(self, at: int) -> bool:
        """Tell whether a word is a form of the present of a verb of saying, and no noun."""
        low, before = self.tokens[at].low, self.tokens[at - 1].low if at else ""
        if low not in self.pack.verbs and low not in self.pack.views:
            return False
        if not self._has_needs(at):
            return False
        return low not in self.pack.doubtful or before not in self.grammar.articles or self._has_clitic(at)

    def _has_needs(self, at: int) -> bool:
        """Tell whether the word that a verb needs follows it: « fait valoir »."""
        needs = self.pack.needs.get(self.tokens[at].low)
        return needs is None or (at + 1 < len(self.tokens) and self.tokens[at + 1].low in needs)

    def _has_clitic(self, at: int) -> bool:
        """Tell whether the word before a verb is its object: « Son rival l’accuse »."""
        if self.tokens[at - 1].low not in self.grammar.clitics or at < 2:  # noqa: PLR2004 - the subject too
            return False
        return before_verb(self.tokens, head_of(self.tokens, at), at, self.pack) is not None

    def _unlisted(self, at: int) -> Cue | None:
        """Return the cue of a verb that no table lists, right behind a quotation: « …, a balayé Ana Roe »."""
        tokens, pack = self.tokens, self.pack
        first = self._verb_start(at)
        further = tokens[first - 2] if first > 1 else None
        behind_comma = (
            first > 0 and tokens[first - 1].text == "," and further is not None and further.is_quoted
        )
        if not first or not (tokens[first - 1].is_quoted or behind_comma):
            return None
        verb = at
        if tokens[at].low in self.grammar.having:
            verb = self._past_small(at + 1)
            if verb == len(tokens) or not tokens[verb].low.endswith(self.grammar.verbal):
                return None
        if tokens[verb].is_capital or not tokens[verb].is_word or is_closed(tokens[verb], pack):
            return None
        places = range(at + 1, min(verb + 2, len(tokens)))
        pronoun = next((place for place in places if tokens[place].low in pack.pronouns), 0)
        subject = phrase_at(tokens, pronoun, pack) if pronoun else behind_verb(tokens, verb, pack)
        is_speaker = subject is not None and subject.what in SPEAKERS
        return Cue(first, max(verb, pronoun) + 1, subject, Force.SAYING) if is_speaker else None

    def _past_small(self, at: int) -> int:
        """Return the token behind adverbs and pronouns."""
        end = at
        while end < len(self.tokens) and end - at < _BETWEEN:
            low = self.tokens[end].low
            if low not in self.pack.adverbs and low not in self.pack.pronouns:
                break
            end += 1
        return end

    def _perfect_end(self, at: int) -> int:
        """Return the token behind the participle of an auxiliary; 0 where no verb of saying follows it."""
        tokens, pack = self.tokens, self.pack
        for place in range(at + 1, min(at + 1 + _BETWEEN, len(tokens))):
            low = tokens[place].low
            if low in pack.copulas:
                return 0
            if low in self.grammar.perfects:
                return place + (2 if low in pack.needs else 1) if self._has_needs(place) else 0
            if tokens[place].text == ",":
                continue
            if not tokens[place].is_word or not self._may_part(place):
                return 0
        return 0

    def _may_part(self, at: int) -> bool:
        """Tell whether a word may stand between an auxiliary and its participle: « a, lundi, assuré »."""
        pack, low, before = self.pack, self.tokens[at].low, self.tokens[at - 1].low
        small = (pack.adverbs, pack.pronouns, pack.auxiliaries, pack.prepositions, pack.objects)
        governing = (pack.prepositions, pack.determiners, pack.possessives)
        return any(low in words for words in small) or any(before in words for words in governing)

    def _readable(self, at: int) -> Cue | None:
        """Return the cue of « peut-on lire dans un communiqué »."""
        tokens = self.tokens
        for place in range(at + 1, min(at + NEAR, len(tokens))):
            if tokens[place].low in self.grammar.leading:
                subject = phrase_at(tokens, place + 1, self.pack)
                start = at
                while start and at - start < _BETWEEN and self._is_of_verb(start - 1):
                    start -= 1
                return Cue(start, at + 1, subject, Force.SAYING) if subject else None
        return None

    def _is_of_verb(self, at: int) -> bool:
        return self.tokens[at].low in self.pack.pronouns or self.tokens[at].low in self.pack.auxiliaries

    def _cue(self, at: int, end: int) -> Cue | None:
        """Return the cue of a verb, or an auxiliary, at a token, whose last word ends before `end`."""
        force = Force.VIEW if self.tokens[end - 1].low in self.pack.views else Force.SAYING
        if at + 1 < len(self.tokens) and self.tokens[at + 1].low in self.pack.pronouns:
            # « a-t-il dit »
            return Cue(at, max(end, at + 2), phrase_at(self.tokens, at + 1, self.pack), force)
        subject = self._before(at) or self._behind(at, end)
        if subject:
            return Cue(self._verb_start(at), end, subject, force)
        earlier = self._earlier()
        return Cue(at, end, earlier, force, has_own_subject=False) if earlier else None

    def _before(self, at: int) -> Phrase | None:
        """Return the subject that stands before a verb."""
        tokens, pack = self.tokens, self.pack
        head = head_of(tokens, at)
        if 0 < head < at and tokens[head].low in self.grammar.relating and tokens[head - 1].text == ",":
            return ending_at(tokens, head - 1, pack)
        subject = before_verb(tokens, head, at, pack)
        if subject or head == at:
            return subject
        is_adverbial = tokens[head].low in pack.prepositions or tokens[head].low in pack.adverbs
        return self._past_adverbials(head, at) if is_adverbial else None

    def _past_adverbials(self, head: int, at: int) -> Phrase | None:
        """Return the phrase that ends right before a verb in a clause with an adverbial at its head."""
        tokens, pack = self.tokens, self.pack
        end = self._verb_start(at)
        while end > head and tokens[end - 1].low in pack.adverbs:
            end -= 1
        for start in range(max(head, end - NEAR), end):
            is_governed = start > 0 and tokens[start - 1].low in pack.prepositions
            found = None if is_governed else phrase_at(tokens, start, pack)
            if found and found.end == end and found.what in SPEAKERS:
                return found
        return None

    def _behind(self, at: int, end: int) -> Phrase | None:
        """Return the subject behind a verb at the head of its clause."""
        start = self._verb_start(at)
        if start and not bounds(self.tokens, start - 1) and not self.tokens[start - 1].is_quoted:
            return None
        subject = behind_verb(self.tokens, end - 1, self.pack)
        return subject if subject and (subject.what is not What.OTHER or not self._earlier()) else None

    def _verb_start(self, at: int) -> int:
        """Return the first of the small words that belong to a verb: "s’", "n’"."""
        start = at
        while start and at - start < _BETWEEN and self.tokens[start - 1].low in self.grammar.clitics:
            start -= 1
        return start
