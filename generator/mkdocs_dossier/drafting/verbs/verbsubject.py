"""Whose a verb is in a language that puts it second in main clauses: „Am Montag sagte Roe“."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_dossier.drafting.nouns.closed import is_closed
from mkdocs_dossier.drafting.nouns.phrases import SPEAKERS, Phrase, What
from mkdocs_dossier.drafting.packs.grammar import VerbSecond
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.clauses import (
    BACK,
    before_verb,
    behind_verb,
    ending_at,
    head_of,
    is_oblique,
    past_object,
    phrase_at,
    reaches,
)


def subject_of_verb(
    tokens: tuple[Token, ...], at: int, pack: Pack, grammar: VerbSecond
) -> tuple[Phrase | None, int]:
    """Return the subject of the verb at a token, and where what says so begins: "wie", or the verb.

    None where the verb shares the subject of one before it.
    """
    head = head_of(tokens, at)
    if head < at and tokens[head].low in pack.conjunctions:
        head += 1
    first = tokens[head].low
    if head < at and first in pack.subordinators and _is_last(tokens, at, pack):
        subject = _in_clause(tokens, head + 1, at, pack)
        if subject:
            return subject, head if first in grammar.telling else at
    if head < at and head and first in pack.relatives and tokens[head - 1].text == ",":
        subject = _of_relative(tokens, head, at, pack, grammar)
        if subject:
            return subject, at
    return _of_main_clause(tokens, head, at, pack, grammar), at


def main_subject(tokens: tuple[Token, ...], pack: Pack, grammar: VerbSecond) -> Phrase | None:
    """Return the subject of a sentence, as far as it shows."""
    if not tokens or tokens[0].is_quoted:
        return None
    if tokens[0].low in grammar.for_whom:
        # „Für Roe ist …“: whose view it is.
        return phrase_at(tokens, 1, pack)
    first = 1 if tokens[0].low in pack.conjunctions or tokens[0].low in pack.adverbs else 0
    found = phrase_at(tokens, first, pack)
    if found and not is_oblique(found, pack) and not _is_loose(found, grammar):
        verb = _past_adverbials(tokens, found.end, pack)
        behind = behind_verb(tokens, verb, pack) if _is_verb(tokens, verb, pack) else None
        return behind if behind and _goes_behind(found, behind, grammar) else found
    at = _past_adverbials(tokens, first, pack)
    for verb in range(max(at, 1), min(len(tokens), first + BACK)):
        if tokens[verb].is_quoted:
            return None
        if _is_verb(tokens, verb, pack):
            return behind_verb(tokens, verb, pack)
    return None


def _is_verb(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a token is a word in small letters that no list of small words has, or an auxiliary."""
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].is_capital:
        return False
    low = tokens[at].low
    return (
        low in pack.auxiliaries or low in pack.verbs or low in pack.views or not is_closed(tokens[at], pack)
    )


def _past_adverbials(tokens: tuple[Token, ...], at: int, pack: Pack) -> int:
    """Return the token behind the adverbials that begin with one: the verb, in a main clause."""
    first = at
    while at < len(tokens) and at - first < BACK:
        if tokens[at].low in pack.prepositions:
            at = max(past_object(tokens, at + 1, pack), at + 1)
        elif tokens[at].low in pack.adverbs:
            at += 1
        else:
            break
    return at


def _is_last(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a verb is the last word of its clause, or only a verb follows it there."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        following is None
        or not following.is_word
        or following.low in pack.auxiliaries
        or (not following.is_capital and (following.low in pack.verbs or following.low in pack.conjunctions))
    )


def _in_clause(tokens: tuple[Token, ...], start: int, end: int, pack: Pack) -> Phrase | None:
    """Return the first phrase between two tokens that can be a subject."""
    at = start
    while at < end:
        if tokens[at].low in pack.prepositions:
            at = max(past_object(tokens, at + 1, pack), at + 1)
            continue
        found = phrase_at(tokens, at, pack)
        if found and not is_oblique(found, pack):
            return found
        at = found.end if found else at + 1
    return None


def _of_relative(
    tokens: tuple[Token, ...], head: int, at: int, pack: Pack, grammar: VerbSecond
) -> Phrase | None:
    """Return the subject of a clause that may be a relative one: „Roe, der sagte“."""
    named = phrase_at(tokens, head + 1, pack)
    if named and named.what is What.NAME and named.start == named.name[0] and _is_last(tokens, at, pack):
        # „die Marke, die Roe erreicht hatte“
        return named
    whole = phrase_at(tokens, head, pack)
    if whole and whole.end > head + 1:
        # An article: "…, der Sprecher sagte".
        if reaches(tokens, whole.end, at, pack):
            return whole
        if not _is_last(tokens, at, pack):
            return None
    if tokens[head].low in grammar.oblique:
        return _in_clause(tokens, head + 1, at, pack)
    found = ending_at(tokens, head - 1, pack)
    return replace(found, until=head + 1) if found else None


def _of_main_clause(
    tokens: tuple[Token, ...], head: int, at: int, pack: Pack, grammar: VerbSecond
) -> Phrase | None:
    before = before_verb(tokens, head, at, pack)
    behind = behind_verb(tokens, at, pack)
    if before is None or behind is None:
        if before is None and at and tokens[at - 1].low in pack.conjunctions:
            # "kam und sagte": the same subject goes on.
            return None
        return before or behind
    if tokens[at + 1].low in grammar.reflexive and before.end - before.start == 1 and behind.what in SPEAKERS:
        # „Besorgt äußerte sich die Regierung“
        return behind
    return behind if _goes_behind(before, behind, grammar) else before


def _goes_behind(before: Phrase, behind: Phrase, grammar: VerbSecond) -> bool:
    """Tell whether, of the phrases on either side of a verb, the one behind it is its subject."""
    if behind.what is What.PRONOUN and behind.words[0].low in grammar.subjects:
        return True
    is_open = before.what in (What.OTHER, What.THING) or _is_loose(before, grammar)
    return is_open and behind.what in SPEAKERS


def _is_loose(found: Phrase, grammar: VerbSecond) -> bool:
    """Tell whether a phrase begins with a word that, by its ending, is no name."""
    return found.what is What.NAME and found.start == 0 and found.words[0].low.endswith(grammar.loose)
