"""Where a sentence says that somebody speaks: a verb and whose verb it is, or "according to"."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_dossier.drafting.nouns.phrases import (
    SPEAKERS,
    Phrase,
    What,
    is_nominal,
    phrase_after,
    phrase_before,
)
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.headlines import in_small_letters
from mkdocs_dossier.drafting.splitting.token import Kind, Token
from mkdocs_dossier.drafting.verbs.cue import Cue, Force
from mkdocs_dossier.drafting.verbs.subjects import is_finite, is_small, main_subject, subject_before

_NEAR = 4
"""How many small words may stand between the parts of a verb."""

APART = frozenset(",–—―-()")
"""Signs that set a part of a sentence apart."""


@dataclass
class _Walk:
    """What is known on the way through a sentence: the subject of the main clause, and the latest one."""

    main: Phrase | None
    latest: Phrase | None
    told_from: int = -1
    """The token at which a clause begins that is told; a subject there is not that of the main clause."""

    beside: Phrase | None = None
    """The subject of a clause beside the main one, up to the comma behind it: "when she spoke and called"."""

    def meet(self, subject: Phrase, tokens: Sequence[Token], pack: Pack) -> None:
        """Take note of the subject of a verb."""
        self.latest = subject
        before = tokens[subject.start - 1] if subject.start else None
        is_told = subject.start == self.told_from or subject.until
        if before is not None and not is_told:
            listed = (pack.complementizers, pack.relatives, pack.subordinators)
            is_told = any(before.low in words for words in listed)
        if before is not None and before.low in pack.subordinators:
            self.beside = subject
        if not is_told and subject.what in SPEAKERS:
            self.main = subject

    def latest_of_all(self, pack: Pack) -> Phrase | None:
        """Return the latest subject who can say something: not the "it" of "it was too early to tell"."""
        latest = self.latest
        return self.main if latest and latest.words[0].low in pack.impersonal else latest

    def inherited(self) -> Phrase | None:
        """Return whose a verb is that has no subject of its own."""
        return self.beside or self.main or self.latest


def cues(tokens: tuple[Token, ...], pack: Pack) -> tuple[Cue, ...]:
    """Return the cues of a sentence, in order."""
    tokens = in_small_letters(tokens, pack)
    found: list[Cue] = []
    main = main_subject(tokens, pack)
    walk = _Walk(main, main)
    for at in range(len(tokens)):
        if tokens[at].text == "," or tokens[at].is_quoted:
            walk.beside = None
        cue = _source(tokens, at, pack) or _verb(tokens, at, walk, pack)
        if cue:
            found.append(cue)
            walk.told_from = cue.end
            if cue.subject and cue.has_own_subject and not cue.is_source:
                walk.meet(cue.subject, tokens, pack)
        elif is_finite(tokens, at, pack):
            subject = subject_before(tokens, at, pack)
            if subject:
                walk.meet(subject, tokens, pack)
    return tuple(found)


def _source(tokens: tuple[Token, ...], at: int, pack: Pack) -> Cue | None:
    for words in pack.according:
        end = at + len(words)
        if tokens[at].low == words[0] and tuple(token.low for token in tokens[at:end]) == words:
            subject = phrase_after(tokens, end, pack)
            if subject:
                return Cue(at, end, subject, Force.SAYING, is_source=True)
    return None


def _verb(tokens: tuple[Token, ...], at: int, walk: _Walk, pack: Pack) -> Cue | None:
    token = tokens[at]
    if not token.is_word or (token.is_capital and at):
        return None
    low = token.low
    if at and _is_article(tokens[at - 1], pack):
        # "the accused"
        return None
    if low in pack.needs and (at + 1 == len(tokens) or tokens[at + 1].low not in pack.needs[low]):
        return None
    if low in pack.participles:
        return _participle(tokens, at, walk, pack)
    if low not in pack.verbs and low not in pack.views:
        return None
    force = Force.SAYING if low in pack.verbs else Force.VIEW
    if at and tokens[at - 1].low in pack.infinitive:
        return Cue(at, at + 1, walk.latest_of_all(pack), force, has_own_subject=False)
    if at and _is_passive(tokens, at, pack):
        return _by(tokens, at, force, pack)
    if low in pack.doubtful and not _is_verb(tokens, at, pack) and not _tags(tokens, at, pack):
        return None
    return _finite(tokens, at, walk, force, pack)


def _finite(tokens: tuple[Token, ...], at: int, walk: _Walk, force: Force, pack: Pack) -> Cue | None:
    """Return the cue of a verb that has a subject: behind it, before it, or that of the verb before."""
    inverted = _inverted(tokens, at, pack)
    if inverted:
        return Cue(at, at + 1, inverted, force)
    before = tokens[at - 1].low if at else ""
    if not before or (before in pack.subordinators and before not in pack.relatives):
        # "Asked about it, Patel", "when asked"
        return None
    subject = None if before in pack.conjunctions else subject_before(tokens, at, pack)
    if subject and _is_object_of_verb(tokens, subject, pack):
        # "They attacked a loophole called “…”"
        subject = None
    if subject and subject.what is What.OTHER and subject.start and not _has_article(subject, pack):
        # "Protesters marching through the streets chanted"
        subject = None
    return Cue(at, at + 1, subject or walk.inherited(), force, has_own_subject=subject is not None)


def _participle(tokens: tuple[Token, ...], at: int, walk: _Walk, pack: Pack) -> Cue | None:
    before = tokens[at - 1] if at else None
    if before is None:
        return None
    if before.low in pack.determiners or before.low in pack.prepositions or before.low in pack.possessives:
        return None
    if before.low in pack.copulas or is_small(before, pack):
        own = subject_before(tokens, at, pack)
    else:
        own = phrase_before(tokens, at, pack)
        if own and (own.what not in SPEAKERS or _is_object(tokens, own, pack)):
            own = None
    return Cue(at, at + 1, own or walk.inherited(), Force.SAYING, has_own_subject=own is not None)


def _is_object(tokens: tuple[Token, ...], phrase: Phrase, pack: Pack) -> bool:
    """Tell whether a preposition governs a phrase, other than in "with Patel saying"."""
    before = tokens[phrase.start - 1].low if phrase.start else ""
    return before in pack.prepositions and before not in pack.absolutes


def _inverted(tokens: tuple[Token, ...], at: int, pack: Pack) -> Phrase | None:
    """Return the subject behind a verb: "“…,” said Patel"."""
    quotation = _quotation_before(tokens, at)
    if not _may_be_inverted(tokens, at, quotation, pack):
        return None
    found = phrase_after(tokens, at + 1, pack)
    if found is None or (found.what is What.OTHER and not (found.names or _has_article(found, pack))):
        return None
    follows = tokens[found.end] if found.end < len(tokens) else None
    if quotation >= 0:
        # "Patel, citing “…,” said the road could": the phrase is the subject of what is told.
        has_verb = follows is not None and (follows.low in pack.auxiliaries or follows.low in pack.finite)
        return None if has_verb and subject_before(tokens, at, pack) else found
    return found if follows is None or follows.kind is Kind.SIGN or follows.low in pack.prepositions else None


def _quotation_before(tokens: tuple[Token, ...], at: int) -> int:
    """Return the quotation right before a verb, a comma or a dash aside; -1 where there is none."""
    place = at - 2 if at > 1 and tokens[at - 1].text in APART else at - 1
    return place if place >= 0 and tokens[place].is_quoted else -1


def _may_be_inverted(tokens: tuple[Token, ...], at: int, quotation: int, pack: Pack) -> bool:
    """Tell whether a subject may stand behind a verb, which may stand behind a quotation."""
    low = tokens[at].low
    if low in pack.needs or (at + 1 < len(tokens) and tokens[at + 1].low in pack.complementizers):
        return False
    if quotation >= 0 and not (quotation and tokens[quotation - 1].is_word):
        return True
    # Behind a part of a clause, and without a quotation, only few verbs do so.
    return low in pack.inverting and (not at or quotation >= 0 or tokens[at - 1].text in APART)


def _is_object_of_verb(tokens: tuple[Token, ...], phrase: Phrase, pack: Pack) -> bool:
    """Tell whether a phrase is the object of the verb before it, which no clause may follow."""
    before = tokens[phrase.start - 1] if phrase.start and not phrase.until else None
    if before is None or before.is_capital or before.low in pack.clausal or before.low in pack.auxiliaries:
        return False
    return any(before.low in words for words in (pack.verbs, pack.views, pack.participles, pack.finite))


def _is_article(token: Token, pack: Pack) -> bool:
    """Tell whether a word only stands before a noun, as "the" does, while "some" may stand alone."""
    if token.low in pack.people or token.low in pack.complementizers:
        return False
    return token.low in pack.determiners or token.low in pack.possessives


def _has_article(found: Phrase, pack: Pack) -> bool:
    first = found.words[0]
    return first.low in pack.determiners or first.low in pack.possessives or first.text[0].isdigit()


def _by(tokens: tuple[Token, ...], at: int, force: Force, pack: Pack) -> Cue | None:
    """Return the cue of a passive verb that says by whom: "was described by Clinton as"."""
    for place in range(at + 1, min(at + _NEAR, len(tokens))):
        if tokens[place].low in pack.agents:
            subject = phrase_after(tokens, place + 1, pack)
            return Cue(at, place + 1, subject, force) if subject else None
    return None


def _is_passive(tokens: tuple[Token, ...], at: int, pack: Pack) -> bool:
    """Tell whether a verb is passive: "was denied", "a claim denied by"."""
    if not tokens[at].low.endswith(pack.passive_endings):
        return False
    before = tokens[at - 1]
    has_agent = at + 1 < len(tokens) and tokens[at + 1].low in pack.agents
    if has_agent and before.is_word and not before.is_capital:
        return before.low not in pack.pronouns
    for place in range(at - 1, max(at - _NEAR, -1), -1):
        if tokens[place].low in pack.copulas:
            return True
        if not is_small(tokens[place], pack):
            return False
    return False


def _tags(tokens: tuple[Token, ...], at: int, pack: Pack) -> bool:
    """Tell whether a form that may be a noun has a subject with an article, beside what is said.

    "“…,” the statement read", "The ad claims “…”", "The ad claims that".
    """
    found = phrase_before(tokens, at, pack)
    if found is None or not _has_article(found, pack):
        return False
    before = tokens[found.start - 1] if found.start else None
    if before is not None and (before.is_quoted or before.low in pack.manner):
        return True
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    is_said = follows is not None and (follows.is_quoted or follows.low in pack.complementizers)
    return is_said and (not found.start or tokens[found.start - 1].text in APART)


def _is_verb(tokens: tuple[Token, ...], at: int, pack: Pack) -> bool:
    """Tell whether a form that is a noun or a verb is a verb here, by what stands before it."""
    if not at:
        return False
    before = tokens[at - 1]
    if before.is_quoted or before.text in APART:
        return True
    if before.kind is Kind.OWNER:
        return False
    if before.low in pack.relatives:
        # "that claims" may be "that" and a noun.
        return before.low not in pack.complementizers or (at > 1 and is_nominal(tokens, at - 2, pack))
    listed = (pack.pronouns, pack.selves, pack.auxiliaries, pack.adverbs, pack.people)
    if any(before.low in words for words in listed):
        return True
    closed = (pack.no_names, pack.determiners, pack.possessives, pack.prepositions)
    return (
        before.is_capital
        and tokens[at].low not in pack.bare
        and not any(before.low in words for words in closed)
    )
