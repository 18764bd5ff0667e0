"""Where a verb's subject can stand: before it, up to the head of its clause, or behind it."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.drafting.nouns import capitalnouns, smallnouns
from mkdocs_dossier.drafting.nouns.closed import is_closed
from mkdocs_dossier.drafting.nouns.phrases import Phrase
from mkdocs_dossier.drafting.packs.grammar import Clauses, SubjectFirst, VerbSecond
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token

BACK = 30
"""How many tokens before a verb may hold the head of its clause."""

NEAR = 16
"""How many tokens are passed on the way from a verb to its subject behind it."""

BREAKS = frozenset(",;:–—-()?!")
"""Signs that part clauses."""

_FULL = frozenset(";:")
_TIME_WORDS = 3


def phrase_at(tokens: tuple[Token, ...], start: int, pack: Pack) -> Phrase | None:
    """Return the phrase that begins with a token, with what a comma sets behind it; None where none does."""
    match pack.grammar:
        case VerbSecond():
            return capitalnouns.phrase_at(tokens, start, pack, pack.grammar)
        case SubjectFirst():
            return smallnouns.phrase_at(tokens, start, pack, pack.grammar)
    return None


def head_of(tokens: Sequence[Token], at: int) -> int:
    """Return the first token of the clause that a verb is in."""
    head = at
    while head and at - head < BACK and not bounds(tokens, head - 1):
        head -= 1
    return head


def bounds(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token parts two clauses: a sign, or a quotation that is no part of one."""
    if not tokens[at].is_quoted:
        return tokens[at].text in BREAKS
    return not at or tokens[at - 1].text in BREAKS or tokens[at - 1].is_quoted


def is_oblique(phrase: Phrase, pack: Pack) -> bool:
    """Tell whether a phrase is no subject, by its article: "dem Sender"."""
    grammar = pack.grammar
    if not isinstance(grammar, Clauses):
        return False
    first, second = phrase.words[0], phrase.words[1] if len(phrase.words) > 1 else None
    if first.low in grammar.oblique:
        return True
    if not isinstance(grammar, VerbSecond) or second is None or second.is_capital:
        return False
    return first.low == grammar.weak[0] and second.is_word and second.low.endswith(grammar.weak[1])


def ending_at(tokens: tuple[Token, ...], end: int, pack: Pack) -> Phrase | None:
    """Return the longest phrase that ends right before a token."""
    for start in range(max(0, end - NEAR), end):
        found = phrase_at(tokens, start, pack)
        if found and found.end == end:
            return found
    return None


def before_verb(tokens: tuple[Token, ...], head: int, at: int, pack: Pack) -> Phrase | None:
    """Return the phrase before a verb that reaches up to it, past what commas set apart."""
    for start in reversed(list(_starts(tokens, head, at))):
        first = start
        while first < at and (tokens[first].low in pack.conjunctions or tokens[first].low in pack.adverbs):
            first += 1
        if first >= at or tokens[first].low in pack.prepositions:
            continue
        found = phrase_at(tokens, first, pack)
        if found and found.end <= at and not is_oblique(found, pack) and reaches(tokens, found.end, at, pack):
            return found
    return None


def _starts(tokens: Sequence[Token], head: int, at: int) -> Iterator[int]:
    """Go from the head of a clause to the heads before it, in which its subject may stand."""
    yield head
    place = head
    while (
        place
        and at - place < BACK
        and not tokens[place - 1].is_quoted
        and tokens[place - 1].text not in _FULL
    ):
        place -= 1
        if not place or tokens[place - 1].text in BREAKS or tokens[place - 1].is_quoted:
            yield place


def reaches(tokens: tuple[Token, ...], end: int, at: int, pack: Pack) -> bool:
    """Tell whether nothing but adverbials and asides stand between the end of a phrase and a verb."""
    clitics = pack.grammar.clitics if isinstance(pack.grammar, Clauses) else frozenset()
    while end < at:
        token = tokens[end]
        if token.low in clitics:
            end += 1
        elif token.low in pack.prepositions:
            further = past_object(tokens, end + 1, pack)
            if further == end + 1 and token.low not in pack.adverbs:
                return False
            end = further
        elif token.low in pack.adverbs:
            end += 1
        elif token.low in pack.conjunctions and (further := past_object(tokens, end + 1, pack)) > end + 1:
            # "Roe und Patel sagten"
            end = further
        elif token.text == ",":
            return _is_aside(tokens, end, at, pack)
        else:
            return False
    return True


def _is_aside(tokens: Sequence[Token], comma: int, at: int, pack: Pack) -> bool:
    """Tell whether a comma opens or closes what is set apart before a verb: "Roe, der zurücktrat, sagte"."""
    clitics = pack.grammar.clitics if isinstance(pack.grammar, Clauses) else frozenset()
    while at - 1 > comma and (tokens[at - 1].low in clitics or tokens[at - 1].low in pack.adverbs):
        at -= 1
    if comma + 1 == at:
        return any(token.text == "," for token in tokens[max(0, comma - NEAR) : comma])
    if tokens[at - 1].text != ",":
        return False
    opens = tokens[comma + 1]
    listed = (pack.relatives, pack.prepositions, pack.adverbs, pack.participles, pack.pronouns, pack.objects)
    return opens.text[0].isdigit() or any(opens.low in words for words in listed)


def past_object(tokens: tuple[Token, ...], at: int, pack: Pack) -> int:
    """Return the end of the noun that a preposition before a token governs; the token where none follows."""
    if at < len(tokens) and tokens[at].low in pack.weekdays:
        return at + 1
    if at < len(tokens) and tokens[at].low.isdigit():
        return at + 2 if at + 1 < len(tokens) and tokens[at + 1].low in pack.months else at + 1
    found = phrase_at(tokens, at, pack)
    if found is None:
        # "am frühen Morgen"
        for step in range(at, min(at + _TIME_WORDS, len(tokens))):
            if not tokens[step].is_word or is_closed(tokens[step], pack):
                break
            if tokens[step].is_capital:
                return step + 1
        return at
    # What a comma sets behind it may be the subject.
    return next((place for place in range(found.start, found.end) if tokens[place].text == ","), found.end)


def behind_verb(tokens: tuple[Token, ...], at: int, pack: Pack) -> Phrase | None:
    """Return the subject behind a verb: the first phrase there that no preposition governs."""
    place = at + 1
    while place < len(tokens) and place - at <= NEAR and tokens[place].is_word:
        if tokens[place].low in pack.prepositions:
            place = max(past_object(tokens, place + 1, pack), place + 1)
            continue
        found = phrase_at(tokens, place, pack)
        if found and not is_oblique(found, pack):
            return found
        place = found.end if found else place + 1
    if place == at + 1 and place < len(tokens) and tokens[place].is_quoted:
        return phrase_at(tokens, place, pack)
    return None
