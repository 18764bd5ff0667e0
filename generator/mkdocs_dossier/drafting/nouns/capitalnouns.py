"""The words for somebody in a language whose nouns all have capitals: "der Sprecher der Regierung, Ana Roe".

A name is what is no noun that the language's table lists, and has no article before it.
"""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_dossier.drafting.nouns.closed import is_closed
from mkdocs_dossier.drafting.nouns.phrases import Phrase, What, noun_kind
from mkdocs_dossier.drafting.packs.grammar import VerbSecond
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Span, Token

_DOUBLE = 2
"""How many articles may begin a phrase ("die beiden"), or particles a name ("Von der")."""

_ADJECTIVES = 5
"""How many words in small letters a phrase has at most before its noun."""

_CORE = 8
"""How many nouns and names may stand side by side."""

_PARTS = 3
"""How many parts a phrase has at most behind its first."""

_QUOTED_WORDS = 4
"""How many words a quotation has at most that is the name of a paper, say."""


def phrase_at(tokens: tuple[Token, ...], start: int, pack: Pack, grammar: VerbSecond) -> Phrase | None:
    """Return the phrase that begins with a token, with what a comma sets behind it; None where none does."""
    found = _phrase_at(tokens, start, pack, grammar)
    if found is None or found.what is What.PRONOUN:
        return found
    return _with_apposition(tokens, found, pack, grammar)


def _phrase_at(tokens: tuple[Token, ...], start: int, pack: Pack, grammar: VerbSecond) -> Phrase | None:
    if start >= len(tokens):
        return None
    low = tokens[start].low
    if low in pack.pronouns:
        return Phrase(tokens, start, start + 1, What.PRONOUN, (start, start))
    if tokens[start].is_capital and low in pack.particles and low in pack.prepositions:
        return _particle_first(tokens, start, pack)
    first = _past_articles(tokens, start, pack)
    core = _past_adjectives(tokens, first, pack)
    end = _core_end(tokens, core, pack)
    if end == core:
        if first == start or tokens[first - 1].low not in pack.people:
            return None
        # "einer ihrer Kommandeure"
        end = core = first
        what, name = What.PEOPLE, (start, start)
    else:
        what, name = _read(tokens, core, end, pack, has_article=first > start)
    end = _with_parts(tokens, end, what, pack, grammar)
    return Phrase(tokens, start, end, what, name)


def _particle_first(tokens: tuple[Token, ...], start: int, pack: Pack) -> Phrase | None:
    """Return the name that begins with a particle, at the head of a sentence: "Von der Leyen sagte"."""
    core = start + _DOUBLE
    if core + 1 >= len(tokens) or tokens[core - 1].low not in pack.particles or tokens[core - 1].is_capital:
        return None
    low = tokens[core + 1].low
    is_verb = any(low in words for words in (pack.verbs, pack.views, pack.auxiliaries))
    if not is_verb or not _is_noun(tokens[core], pack) or _kind(tokens[core], pack):
        return None
    return Phrase(tokens, start, core + 1, What.NAME, (start, core + 1))


def _past_articles(tokens: Sequence[Token], start: int, pack: Pack) -> int:
    at = start
    while at < min(len(tokens), start + _DOUBLE) and (
        tokens[at].low in pack.determiners or tokens[at].low in pack.possessives
    ):
        if at > start and (tokens[at].low in pack.definite or tokens[at].low in pack.possessives):
            # „…, der diese Maßnahme“: the first is a relative pronoun.
            break
        at += 1
    return at


def _past_adjectives(tokens: Sequence[Token], first: int, pack: Pack) -> int:
    """Return the first token behind the adjectives; the same one where no noun follows them."""
    at = first
    while at < len(tokens) and at - first < _ADJECTIVES and _is_adjective(tokens[at], pack):
        at += 1
        if at + 1 < len(tokens) and tokens[at].text == "," and _is_adjective(tokens[at + 1], pack):
            at += 1
    return at if at < len(tokens) and (tokens[at].is_capital or tokens[at].is_quoted) else first


def _is_adjective(token: Token, pack: Pack) -> bool:
    if not token.is_word or token.is_capital:
        return False
    if token.text[0].isdigit() or token.low == "nicht":
        return True
    return token.low.endswith(("e", "en", "er", "es", "em", "-")) and not is_closed(token, pack)


def _core_end(tokens: Sequence[Token], core: int, pack: Pack) -> int:
    at = core
    while at < len(tokens) and at - core < _CORE:
        token = tokens[at]
        if token.is_quoted:
            if not _is_name_in_marks(tokens, at, core, pack):
                break
        elif not _is_noun(token, pack) and not _is_particle(tokens, at, core, pack):
            break
        at += 1
    if at == core + 1 and tokens[core].is_quoted and (not core or not tokens[core - 1].is_word):
        return core
    return at


def _is_name_in_marks(tokens: Sequence[Token], at: int, core: int, pack: Pack) -> bool:
    """Tell whether a quotation is a name behind an article or a noun: "die Zeitung „Tagblatt“"."""
    inside = tokens[at].inside
    if inside[:1].islower() or len(inside.split()) > _QUOTED_WORDS:
        return False
    return at == core or _kind(tokens[at - 1], pack) is not None


def _is_noun(token: Token, pack: Pack) -> bool:
    return token.is_capital and token.low not in pack.no_names and not is_closed(token, pack)


def _is_particle(tokens: Sequence[Token], at: int, core: int, pack: Pack) -> bool:
    """Tell whether a small word stands inside a name: "Ursula von der Leyen"."""
    if tokens[at].low not in pack.particles or at == core or at + 1 >= len(tokens):
        return False
    before = tokens[at - 1]
    is_behind_name = before.low in pack.given or (before.low in pack.particles and not before.is_capital)
    return is_behind_name and (_is_noun(tokens[at + 1], pack) or tokens[at + 1].low in pack.particles)


def _read(
    tokens: Sequence[Token], core: int, end: int, pack: Pack, *, has_article: bool
) -> tuple[What, Span]:
    """Return what some nouns and names side by side mean, and where the name in them stands."""
    none = (core, core)
    for at in range(end - 2, core - 1, -1):
        if tokens[at].low in pack.posts or tokens[at].low in pack.titles:
            if _kind(tokens[end - 1], pack) in (None, What.POST) and not tokens[end - 1].is_quoted:
                return What.NAME, (at + 1, end)
            break
    kind = _kind(tokens[end - 1], pack)
    first = _kind(tokens[core], pack)
    if kind is None and first in (What.BODY, What.THING):
        # "die Gewerkschaft CGS", "der Bericht Roes"
        return first, (core, end) if first is What.BODY else none
    if kind is not None and not (kind is What.POST and end - core > 1 and tokens[core].low in pack.given):
        is_body = kind is What.BODY
        return kind, (core, end) if is_body else none
    if tokens[end - 1].is_quoted:
        return What.BODY, (core, end)
    if not has_article:
        return What.NAME, (core, end)
    if end - core > 1 and not _is_common(tokens[end - 1]):
        # "der Franzose Jean Todt": some noun, then a name.
        return What.NAME, (core + 1, end)
    if tokens[core].text.isupper():
        return What.BODY, (core, end)
    return What.OTHER, none


def _kind(token: Token, pack: Pack) -> What | None:
    return noun_kind([token.low], pack) or (What.OTHER if _is_common(token) else None)


_COMMON = ("ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "tät", "ismus", "nis", "tum", "ierung")


def _is_common(token: Token) -> bool:
    """Tell whether a word is a noun by its ending, though no table lists it."""
    return token.low.endswith(_COMMON) and not token.text.isupper()


def _with_parts(tokens: tuple[Token, ...], end: int, what: What, pack: Pack, grammar: VerbSecond) -> int:
    """Return the end of a phrase with what belongs to its noun: "der Regierung", "von der Universität"."""
    for _ in range(_PARTS):
        if end + 1 >= len(tokens):
            break
        low = tokens[end].low
        if low in grammar.genitives and what is not What.NAME:
            start = end
        elif low in pack.linking:
            start = end + 1
        else:
            break
        part = _past_adjectives(tokens, _past_articles(tokens, start, pack), pack)
        further = _core_end(tokens, part, pack)
        if further == part:
            break
        end = further
        if what is What.NAME and low not in pack.linking:
            break
    return end


def _with_apposition(tokens: tuple[Token, ...], found: Phrase, pack: Pack, grammar: VerbSecond) -> Phrase:
    """Add what a comma sets behind a phrase, where one of them is a name and the other says who that is."""
    if found.what is What.POST and found.end < len(tokens) and tokens[found.end].low in pack.places:
        # "ihr Sprecher in Deutschland, Lukas Meyer"
        place = replace(found, end=_core_end(tokens, found.end + 1, pack))
        longer = _apposed(tokens, place, pack, grammar)
        return longer if longer.what is What.NAME else found
    return _apposed(tokens, found, pack, grammar)


def _apposed(tokens: tuple[Token, ...], found: Phrase, pack: Pack, grammar: VerbSecond) -> Phrase:
    if found.end + 1 >= len(tokens) or tokens[found.end].text != ",":
        return found
    further = _phrase_at(tokens, found.end + 1, pack, grammar)
    if further is None or further.what in (What.PRONOUN, What.OTHER, What.THING):
        return found
    follows = tokens[further.end] if further.end < len(tokens) else None
    if follows is not None and follows.is_word and follows.low not in pack.prepositions:
        return found
    if found.what is not What.NAME and further.what is What.NAME:
        return replace(found, end=further.end, what=What.NAME, name=further.name)
    has_post = further.what is What.NAME and further.name[0] > further.start
    if found.what is What.NAME and (further.what is not What.NAME or has_post):
        return replace(found, end=further.end)
    return found
