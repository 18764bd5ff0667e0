"""Where a sentence of a language that puts the verb second says that somebody speaks: „…“, sagte Roe."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_dossier.drafting.nouns.closed import is_closed
from mkdocs_dossier.drafting.nouns.phrases import SPEAKERS, Phrase, What
from mkdocs_dossier.drafting.packs.grammar import VerbSecond
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.clauses import (
    BACK,
    BREAKS,
    NEAR,
    behind_verb,
    bounds,
    ending_at,
    head_of,
    is_oblique,
    phrase_at,
)
from mkdocs_dossier.drafting.verbs.cue import Cue, Force
from mkdocs_dossier.drafting.verbs.verbsubject import main_subject, subject_of_verb

_AHEAD = 30
"""How many tokens behind a verb may hold its particle, or the clause that it tells."""

_PAPERS = frozenset({What.BODY, What.THING, What.PEOPLE})
"""What can be read in."""

_HELPERS = 3
"""How many tokens behind a participle may hold its auxiliary."""


def cues(tokens: tuple[Token, ...], pack: Pack, grammar: VerbSecond) -> tuple[Cue, ...]:
    """Return the cues of a sentence, in order."""
    reader = _Reader(tokens, pack, grammar, [])
    for at in range(len(tokens)):
        last = reader.found[-1] if reader.found else None
        cue = reader.source(at) or reader.verb(at)
        if cue and not (last and last.is_source and last.subject and last.end > at):
            reader.found.append(cue)
    # One that begins with "wie" may begin before an earlier one.
    return tuple(sorted(reader.found, key=lambda cue: cue.start))


def tells(tokens: tuple[Token, ...], cue: Cue, grammar: VerbSecond) -> bool:
    """Tell whether a cue without a quotation tells of something said, by its verb or a clause with it."""
    if cue.is_source:
        return True
    ahead = tokens[cue.end : cue.end + _AHEAD]
    has_that = any(token.low in grammar.that for token in ahead)
    if has_that or cue.force is not Force.SAYING:
        return has_that
    around = tokens[max(0, cue.start - _AHEAD) : cue.end + _AHEAD]
    if any(token.low in grammar.told for token in around):
        return True
    if cue.subject is None or cue.subject.what not in SPEAKERS:
        return False
    verbs = {tokens[cue.start].low, tokens[cue.end - 1].low}
    behind_comma = cue.start > 0 and tokens[cue.start - 1].text == ","
    has_clause = behind_comma or any(token.text in BREAKS for token in ahead[:-1])
    return not verbs.isdisjoint(grammar.plain) or (has_clause and verbs.isdisjoint(grammar.having))


def is_told(tokens: Sequence[Token], grammar: VerbSecond) -> bool:
    """Tell whether a sentence has a form of a verb that only reported words have: "sei", "er habe"."""
    ending, other = grammar.told_ending
    return any(
        token.low in grammar.told
        or (before.low in grammar.told_by and token.low.endswith(ending) and not token.low.endswith(other))
        for before, token in pairwise(tokens)
        if not token.is_capital
    )


@dataclass
class _Reader:
    """Finds the cues of a sentence; `found` are those before."""

    tokens: tuple[Token, ...]
    pack: Pack
    grammar: VerbSecond
    found: list[Cue]

    def source(self, at: int) -> Cue | None:
        """Return the cue of words such as "laut Roe", "Roe zufolge", "so Roe", „ihrer Ansicht nach“."""
        tokens, grammar = self.tokens, self.grammar
        low = tokens[at].low
        if low in grammar.behind:
            subject = ending_at(tokens, at, self.pack)
            return Cue(at, at + 1, subject, Force.SAYING, is_source=True) if subject else None
        if low in grammar.so:
            return self._so(at)
        if low in grammar.after and at > 1 and tokens[at - 1].low in grammar.opinions:
            if tokens[at - 2].low not in self.pack.possessives:
                return None
            # Whose opinion it is shows before it in the sentence, or in the one before.
            holder = main_subject(tokens, self.pack, grammar) if at > NEAR // 2 else None
            return Cue(at - 2, at + 1, holder, Force.SAYING, is_source=True, has_own_subject=False)
        return self._according(at)

    def _so(self, at: int) -> Cue | None:
        tokens = self.tokens
        if not at or not (tokens[at - 1].is_quoted or tokens[at - 1].text in BREAKS):
            return None
        if at + 1 == len(tokens) or tokens[at + 1].is_quoted:
            return None
        subject = phrase_at(tokens, at + 1, self.pack)
        if subject is None or is_oblique(subject, self.pack):
            return None
        is_behind = tokens[at - 1].is_quoted or (at > 1 and tokens[at - 2].is_quoted)
        if is_behind or subject.what in SPEAKERS:
            return Cue(at, at + 1, subject, Force.SAYING, is_source=True)
        return None

    def _according(self, at: int) -> Cue | None:
        tokens, pack = self.tokens, self.pack
        low = tokens[at].low
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        for words in pack.according:
            end = at + len(words)
            if low != words[0] or tuple(token.low for token in tokens[at:end]) != words:
                continue
            start = end + 1 if end < len(tokens) and tokens[end].low in pack.linking else end
            subject = phrase_at(tokens, start, pack)
            if subject and subject.what is not What.PRONOUN:
                return Cue(at, end, subject, Force.SAYING, is_source=True)
        if low in self.grammar.after and following in self.grammar.reports:
            # „nach Polizeiangaben“
            subject = phrase_at(tokens, at + 1, pack)
            return Cue(at, at + 1, subject, Force.SAYING, is_source=True) if subject else None
        return None

    def verb(self, at: int) -> Cue | None:
        """Return the cue of a verb of saying, or of „mit den Worten“."""
        tokens, pack, grammar = self.tokens, self.pack, self.grammar
        token = tokens[at]
        low = token.low
        if low in grammar.words and at > 1 and tokens[at - 2].low in grammar.with_words:
            subject = self._cited(at) or main_subject(tokens, pack, grammar)
            return Cue(at, at + 1, subject, Force.SAYING) if subject else None
        if not token.is_word or (token.is_capital and at):
            return None
        if low in pack.doubtful and low not in grammar.split and not (at and bounds(tokens, at - 1)):
            return None
        unlisted = self._unlisted(at)
        if unlisted:
            return unlisted
        if low in grammar.perfects:
            return self._perfect(at)
        if at and tokens[at - 1].low in grammar.to:
            return None
        if low in grammar.impersonal:
            return self._impersonal(at)
        return self._finite(at)

    def _finite(self, at: int) -> Cue | None:
        """Return the cue of a finite verb, which may need its particle."""
        low = self.tokens[at].low
        particle = self._particle(at)
        is_listed = low in self.pack.verbs or low in self.pack.views or low in self.pack.doubtful
        if particle is None and not is_listed:
            return None
        is_saying = particle is not None or low in self.pack.verbs
        return self._cue(at, at + 1, Force.SAYING if is_saying else Force.VIEW)

    def _particle(self, at: int) -> int | None:
        """Return where a verb's particle stands, at the end of a clause; None where none does."""
        tokens = self.tokens
        particles = self.grammar.split.get(tokens[at].low, frozenset())
        for place in range(at + 1, min(len(tokens), at + _AHEAD) if particles else at):
            if tokens[place].text in ";:":
                return None
            if tokens[place].low in particles:
                follows = tokens[place + 1] if place + 1 < len(tokens) else None
                if follows is None or not follows.is_word or follows.low in self.grammar.behind_particle:
                    return place
        return None

    def _cited(self, at: int) -> Phrase | None:
        """Return whom a paper cites: „zitiert einen Augenzeugen mit den Worten“."""
        for place in range(max(0, at - NEAR), at):
            if self.tokens[place].low in self.grammar.citing:
                return phrase_at(self.tokens, place + 1, self.pack)
        return None

    def _unlisted(self, at: int) -> Cue | None:
        """Return the cue of a verb that no table lists, right behind a quotation: „…“, lächelte Roe."""
        tokens = self.tokens
        before, further = tokens[at - 1] if at else None, tokens[at - 2] if at > 1 else None
        is_behind = before is not None and before.is_quoted
        is_behind = is_behind or (
            before is not None and before.text == "," and bool(further and further.is_quoted)
        )
        if (
            not is_behind
            or not tokens[at].low.endswith(self.grammar.verbal)
            or is_closed(tokens[at], self.pack)
        ):
            return None
        subject = behind_verb(tokens, at, self.pack)
        return Cue(at, at + 1, subject, Force.SAYING) if subject and subject.what in SPEAKERS else None

    def _perfect(self, at: int) -> Cue | None:
        """Return the cue of a participle: "hat … gesagt", "wie … gesagt hatte", "wird … zitiert"."""
        tokens, grammar = self.tokens, self.grammar
        low = tokens[at].low
        force = Force.SAYING if low in self.pack.verbs else Force.VIEW
        helper = self._helper(at)
        if helper is None:
            # "berichtet" is a form of the present as well.
            is_present = low in self.pack.verbs and low.endswith("t") and not low.startswith("ge")
            return self._cue(at, at + 1, force) if is_present else None
        if tokens[helper].low in grammar.passive and low not in grammar.quoted:
            return self._by(min(at, helper), max(at, helper) + 1, force)
        between = tokens[helper:at]
        if any(token.text in ";:" for token in between) and not any(token.is_quoted for token in between):
            return None
        return self._cue(helper, max(helper, at) + 1, force)

    def _helper(self, at: int) -> int | None:
        """Return where the auxiliary of a participle stands: behind it, or before it in the sentence."""
        tokens = self.tokens
        places = (*range(at + 1, min(at + _HELPERS, len(tokens))), *range(at - 1, max(-1, at - BACK), -1))
        auxiliaries = self.grammar.having | self.grammar.passive
        return next((place for place in places if tokens[place].low in auxiliaries), None)

    def _by(self, start: int, end: int, force: Force) -> Cue | None:
        """Return the cue of a passive that says by whom: "wurde von Roe kritisiert"."""
        for place in range(start, end):
            if self.tokens[place].low in self.pack.agents:
                subject = phrase_at(self.tokens, place + 1, self.pack)
                is_speaker = subject is not None and subject.what in SPEAKERS
                return Cue(start, end, subject, force) if is_speaker else None
        for place in range(head_of(self.tokens, start), end):
            if self.tokens[place].low in self.grammar.leading:
                # „in den Medien als … bezeichnet“
                subject = phrase_at(self.tokens, place + 1, self.pack)
                if subject and subject.what in _PAPERS:
                    return Cue(start, end, subject, force)
        return None

    def _impersonal(self, at: int) -> Cue | None:
        """Return the cue of "hieß es aus Paris": whom a preposition before or behind it leads to."""
        tokens = self.tokens
        for place in (*range(head_of(tokens, at), at), *range(at + 1, min(at + NEAR, len(tokens)))):
            if place > at and (tokens[place].is_quoted or tokens[place].text in BREAKS):
                break
            if tokens[place].low in self.grammar.leading:
                subject = phrase_at(tokens, place + 1, self.pack)
                if subject and subject.words[0].low not in self.pack.weekdays:
                    return Cue(at, at + 1, subject, Force.SAYING)
        earlier = self._earlier()
        return Cue(at, at + 1, earlier, Force.SAYING, has_own_subject=False) if earlier else None

    def _earlier(self) -> Phrase | None:
        return self.found[-1].subject if self.found else None

    def _cue(self, at: int, end: int, force: Force) -> Cue | None:
        """Return the cue of a verb that stands, or whose auxiliary stands, at a token."""
        tokens, pack, grammar = self.tokens, self.pack, self.grammar
        if self.found and tokens[head_of(tokens, at)].low in grammar.that and self.found[-1].subject:
            # It is what the verb before it tells.
            return None
        subject, start = subject_of_verb(tokens, self._modal(at), pack, grammar)
        if tokens[at].low in grammar.citing:
            subject = self._second(subject, at)
        if subject:
            return Cue(min(start, at), end, subject, force)
        inherited = self._earlier() or main_subject(tokens, pack, grammar)
        return Cue(at, end, inherited, force, has_own_subject=False)

    def _modal(self, at: int) -> int:
        """Return where the verb stands that the subject belongs to: "will … sagen", "soll … gesagt haben"."""
        tokens = self.tokens
        if not tokens[at].low.endswith(self.grammar.infinitive):
            return at
        head = head_of(tokens, at)
        return next(
            (at_ for at_ in range(at - 1, head - 1, -1) if tokens[at_].low in self.grammar.modals), at
        )

    def _second(self, subject: Phrase | None, at: int) -> Phrase | None:
        """Return who is cited, where a paper cites somebody: "zitiert der Sender den Minister"."""
        place = subject.end if subject and subject.start > at else at + 1
        cited = phrase_at(self.tokens, place, self.pack)
        return cited if subject and cited and cited.what in SPEAKERS else subject
