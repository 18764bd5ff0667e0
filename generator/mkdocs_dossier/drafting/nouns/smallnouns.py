"""The words for somebody in a language where only names have capitals: « la ministre, Ana Roe »."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_dossier.drafting.nouns.closed import is_closed
from mkdocs_dossier.drafting.nouns.phrases import Phrase, What, noun_kind
from mkdocs_dossier.drafting.packs.grammar import SubjectFirst
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Span, Token

_CORE = 8
"""How many words a part has at most."""

_SMALL = 3
"""How many words in small letters it has at most behind its noun."""

_DOUBLE = 2
"""How many articles may begin a phrase: « toutes les »."""

_ARTICLES = 4
"""How many articles and prepositions may stand before the noun of a further part."""

_APPOSED = 6
"""How many words what a comma sets behind a name has at most, where it has an article."""

_PARTS = 3
"""How many parts prepositions tie to the first: « une porte-parole du ministère de la Santé »."""


def phrase_at(tokens: tuple[Token, ...], start: int, pack: Pack, grammar: SubjectFirst) -> Phrase | None:
    """Return the phrase that begins with a token, with what a comma sets behind it; None where none does."""
    found = _phrase_at(tokens, start, pack, grammar)
    if found is None or found.what is What.PRONOUN:
        return found
    return _with_apposition(tokens, found, pack, grammar)


def _phrase_at(tokens: tuple[Token, ...], start: int, pack: Pack, grammar: SubjectFirst) -> Phrase | None:
    if start >= len(tokens):
        return None
    if tokens[start].low in pack.pronouns:
        return Phrase(tokens, start, start + 1, What.PRONOUN, (start, start))
    core = start
    while core < len(tokens) and core - start < _DOUBLE and _is_article(tokens[core], pack):
        core += 1
    end = _core_end(tokens, core, pack)
    if end == core:
        if core == start or tokens[core - 1].low not in pack.people:
            return None
        # « un de leurs commandants »
        what, name = What.PEOPLE, (start, start)
    else:
        what, name = _read(tokens, core, end, pack, has_article=core > start)
    whole = _with_parts(tokens, _past_fixed(tokens, end, grammar), what, pack)
    if what is What.POST and whole > end:
        # « le ministre de la Justice Paul Roux »
        given = next((at for at in range(end, whole - 1) if tokens[at].low in pack.given), None)
        what, name = (What.NAME, (given, whole)) if given else (what, name)
    if end == core and whole == end and tokens[core - 1].low in grammar.articles:
        return None
    return Phrase(tokens, start, whole, what, name)


def _is_article(token: Token, pack: Pack) -> bool:
    return token.low in pack.determiners or token.low in pack.possessives


def _is_small(token: Token, pack: Pack) -> bool:
    return _is_article(token, pack) or token.low in pack.linking


def _core_end(tokens: Sequence[Token], core: int, pack: Pack) -> int:
    at = core
    small = 0
    while at < len(tokens) and at - core < _CORE:
        token = tokens[at]
        is_particle = (
            token.low in pack.particles
            and at > core
            and tokens[at - 1].is_capital
            and at + 1 < len(tokens)
            and tokens[at + 1].is_capital
        )
        if not token.is_word or (
            _is_closed(token, pack) and not is_particle and not (token.is_capital and at > core)
        ):
            break
        small = 0 if token.is_capital else small + 1
        if (at > core and token.low in pack.participles) or small > _SMALL:
            break
        if (
            small
            and at > core
            and tokens[at - 1].is_capital
            and at - core > 1
            and token.low not in pack.particles
        ):
            # A name ends before a word in small letters.
            break
        at += 1
    return at


def _is_closed(token: Token, pack: Pack) -> bool:
    """Tell whether a word is a small one, and no title as « Me » is."""
    return is_closed(token, pack) and not (token.is_capital and token.low in pack.titles)


def _read(
    tokens: Sequence[Token], core: int, end: int, pack: Pack, *, has_article: bool
) -> tuple[What, Span]:
    """Return what the words of a part mean, and where the name in them stands."""
    none = (core, core)
    first = end
    while first > core and (
        tokens[first - 1].is_capital or (tokens[first - 1].low in pack.particles and first < end)
    ):
        first -= 1
    head = next((at for at in range(core, end) if noun_kind([tokens[at].low], pack)), None)
    kind = noun_kind([tokens[head].low], pack) if head is not None else None
    while first < end - 1 and (tokens[first].low in pack.titles or tokens[first].low in pack.posts):
        kind, head = What.POST, first
        first += 1
    if kind is What.BODY:
        return kind, (core, end)
    if kind in (What.POST, What.PEOPLE) and first < end and (head is None or head < first):
        return What.NAME, (first, end)
    if kind is not None and not (first == core and end - core > 1 and not has_article):
        return kind, none
    if first == core and (not has_article or end - core > 1):
        return (What.BODY if has_article else What.NAME), (core, end)
    if first == core:
        return What.BODY, (core, end)
    if first < end and tokens[first].low in pack.given:
        return What.NAME, (first, end)
    return What.OTHER, none


def _past_fixed(tokens: Sequence[Token], end: int, grammar: SubjectFirst) -> int:
    """Return the token behind two words that belong to the noun before a token; the token where none do."""
    return end + 2 if tuple(token.low for token in tokens[end : end + 2]) in grammar.fixed else end


def _with_parts(tokens: tuple[Token, ...], end: int, what: What, pack: Pack) -> int:
    """Return the end of a phrase with what prepositions tie to its noun."""
    for _ in range(_PARTS):
        if what is What.NAME or end + 1 >= len(tokens):
            break
        if tokens[end].low not in pack.linking and not _ties_body(tokens, end, what, pack):
            break
        start = end + 1
        if tokens[start].low in pack.objects:
            # « l’un d’eux »
            end = start + 1
            continue
        while start < min(len(tokens), end + _ARTICLES) and _is_small(tokens[start], pack):
            start += 1
        further = _core_end(tokens, start, pack)
        if further == start:
            break
        end = further
    return end


def _ties_body(tokens: Sequence[Token], at: int, what: What, pack: Pack) -> bool:
    """Tell whether a preposition ties a body to a post: « l’ambassadeur à l’ONU »."""
    if what is not What.POST or tokens[at].low not in pack.tying:
        return False
    start = at + 1
    while start < min(len(tokens), at + _ARTICLES) and _is_article(tokens[start], pack):
        start += 1
    return start < len(tokens) and noun_kind([tokens[start].low], pack) is What.BODY


def _with_apposition(tokens: tuple[Token, ...], found: Phrase, pack: Pack, grammar: SubjectFirst) -> Phrase:
    """Add what a comma sets behind a phrase, where one of them is a name and the other says who that is."""
    comma = found.end
    if found.what is What.POST and comma < len(tokens) and tokens[comma].low in pack.places:
        # « son porte-parole en France, Lucas Meyer »
        comma = _core_end(tokens, comma + 1, pack)
        longer = _apposed(tokens, replace(found, end=comma), pack, grammar)
        return longer if longer.what is What.NAME else found
    return _apposed(tokens, found, pack, grammar)


def _apposed(tokens: tuple[Token, ...], found: Phrase, pack: Pack, grammar: SubjectFirst) -> Phrase:
    first = found.end + 1
    if first >= len(tokens) or tokens[found.end].text != ",":
        return found
    if found.what is What.NAME and tokens[first].low in pack.linking:
        # « Ana Roe, de l’association Rivières vivantes »
        body = _phrase_at(tokens, first + 1, pack, grammar)
        return replace(found, end=body.end) if body and body.what is What.BODY else found
    further = _phrase_at(tokens, first, pack, grammar)
    if further is None or further.what in (What.PRONOUN, What.OTHER, What.THING):
        return found
    follows = tokens[further.end] if further.end < len(tokens) else None
    if follows is not None and follows.is_word and follows.low not in pack.prepositions:
        return found
    if found.what is not What.NAME and further.what is What.NAME:
        return replace(found, end=further.end, what=What.NAME, name=further.name)
    if tokens[first].low in pack.definite and (found.what is not What.NAME or further.end - first > _APPOSED):
        # « Selon le magazine, le chanteur … »
        return found
    has_post = further.what is What.NAME and further.name[0] > further.start
    if found.what is What.NAME and (further.what is not What.NAME or has_post):
        return replace(found, end=further.end)
    if found.what is What.BODY and further.what is not What.NAME:
        return replace(found, end=further.end)
    return found
