"""The words of a sentence that name or describe somebody: "Patel", "a spokesman for the ministry", "he".

There is no grammar here. A phrase is what stands between the small words that a language's table lists, and
what it is shows by the nouns in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Kind, Token

_PARTS = 4
"""How many parts a phrase has at most that prepositions tie: "a spokesman for the ministry of health"."""

_ARTICLES = 3
"""How many articles, numbers and owners may stand before a noun: "all those two"."""

_WORDS = 9
"""How many words a part has at most."""


class What(Enum):
    """What a phrase shows of whom it means."""

    NAME = auto()
    PRONOUN = auto()
    POST = auto()
    BODY = auto()
    PEOPLE = auto()
    THING = auto()
    OTHER = auto()


SPEAKERS = frozenset({What.NAME, What.PRONOUN, What.POST, What.PEOPLE, What.BODY})
"""What a phrase shows of those who can speak."""


@dataclass(frozen=True)
class Phrase:
    """Some words of a sentence that may mean a speaker, from the token `start` up to `end`.

    `name` are the tokens of the name in it, which may be empty: of "US spokesman John Kirby" it is
    "John Kirby".
    `until` is where a relative pronoun behind it ends, 0 where there is none: "Patel, who".
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    what: What
    name: tuple[int, int]
    until: int = 0

    @property
    def words(self) -> tuple[Token, ...]:
        """Its tokens, with the relative pronoun behind it."""
        return self.tokens[self.start : max(self.end, self.until)]

    @property
    def names(self) -> tuple[Token, ...]:
        """The tokens of the name in it; none where it has no name."""
        return self.tokens[slice(*self.name)]


def phrase_before(tokens: tuple[Token, ...], end: int, pack: Pack) -> Phrase | None:
    """Return the phrase that ends right before a token, None where none does."""
    if not end:
        return None
    last = tokens[end - 1]
    if last.low in pack.pronouns or last.low in pack.selves:
        return _phrase(tokens, end - 1, end, end, pack)
    start = _core_start(tokens, end, pack)
    if start == end:
        return None
    head_end = end
    for _ in range(_PARTS - 1):
        if start < 2 or tokens[start - 1].low not in pack.linking:  # noqa: PLR2004 - a preposition, and a word before it
            break
        further = _core_start(tokens, start - 1, pack)
        is_genitive = tokens[start - 1].low in pack.genitives
        if further == start - 1 or not (is_genitive or _may_lead(tokens[further : start - 1], pack)):
            break
        head_end, start = start - 1, further
    return _phrase(tokens, start, end, head_end, pack)


def phrase_after(tokens: tuple[Token, ...], start: int, pack: Pack) -> Phrase | None:
    """Return the phrase that begins with a token, None where none does."""
    if start >= len(tokens):
        return None
    if tokens[start].low in pack.pronouns or tokens[start].low in pack.selves:
        return _phrase(tokens, start, start + 1, start + 1, pack)
    end = _core_end(tokens, start, pack)
    if end == start:
        return None
    head_end = end
    for _ in range(_PARTS - 1):
        if end + 1 >= len(tokens) or tokens[end].low not in pack.linking:
            break
        further = _core_end(tokens, end + 1, pack)
        if further == end + 1 or not _may_lead(tokens[start:end], pack):
            break
        end = further
    return _phrase(tokens, start, end, head_end, pack)


def is_nominal(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a token may be a part of a name or of a description."""
    token = tokens[at]
    if not token.is_word or token.low in pack.no_names:
        return False
    if token.is_capital and at and (token.low in pack.bodies or token.low in pack.titles):
        return True
    if token.is_acronym:
        return True  # "US" is not "us"
    if len(token.text) > 1 and token.text.isupper():
        return True
    if token.is_capital and at and token.low in pack.auxiliaries:
        # "Will"
        return True
    closed = (pack.prepositions, pack.conjunctions, pack.auxiliaries, pack.complementizers, pack.relatives)
    if any(token.low in words for words in closed) or token.low in pack.pronouns or token.low in pack.objects:
        return False
    if is_adverb(token, pack) and (not token.is_capital or not at):
        follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
        # "Kelly said", "Finally Patel said"
        return (
            token.is_capital
            and token.low not in pack.adverbs
            and (follows in pack.verbs or follows in pack.finite)
        )
    if token.is_capital:
        return True
    if token.low in pack.finite or (
        at and token.low.endswith(pack.endings) and _is_namely(tokens[at - 1], pack)
    ):
        return False
    is_verb = token.low in pack.verbs or token.low in pack.participles or token.low in pack.views
    return not is_verb or _is_noun(tokens, at, pack)


def is_adverb(token: Token, pack: Pack) -> bool:
    """Tell whether a word is an adverb, which no phrase has: it is listed, or ends so."""
    return token.low in pack.adverbs or (
        token.is_word and token.low.endswith(pack.adverb_endings) and token.low not in pack.no_adverbs
    )


def _is_namely(token: Token, pack: Pack) -> bool:
    """Tell whether a word is a name or a pronoun, so that a verb may follow."""
    return (token.is_capital or token.low in pack.people) and token.low not in pack.determiners


def _is_noun(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a form that is a verb or a noun is a noun here: an article or owner stands before it."""
    if tokens[at].low not in pack.doubtful and tokens[at].low not in pack.things:
        return False
    follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low in pack.bare and any(
        follows in nouns for nouns in (pack.posts, pack.bodies, pack.things)
    ):
        # "press secretary"
        return True
    before = tokens[at - 1] if at else None
    return before is not None and (
        before.low in pack.determiners or before.low in pack.possessives or before.kind is Kind.OWNER
    )


def _core_start(tokens: Sequence[Token], end: int, pack: Pack) -> int:
    """Return where the part begins that ends before a token: the same place where none does."""
    start = end
    while start and end - start < _WORDS:
        token = tokens[start - 1]
        if start == end and (token.kind is Kind.OWNER or token.low in pack.determiners | pack.possessives):
            # "this", "many": a phrase of their own.
            return start - 1 if token.low in pack.people else start
        is_particle = token.low in pack.particles and start < end and tokens[start].is_capital
        # An owner's name stands before its ending.
        if is_particle or (token.kind is Kind.OWNER and start > 1):
            start -= 1
        elif token.low in pack.determiners or token.low in pack.possessives:
            if token.low in pack.complementizers and _begins_clause(tokens, start - 1, pack):
                return start
            start -= 1
            before = tokens[start - 1] if start else None
            if before and before.low in pack.determiners and before.low not in pack.complementizers:
                start -= 1
            return start
        elif is_nominal(tokens, start - 1, pack):
            start -= 1
        else:
            break
    return start


def _begins_clause(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a word such as "that" begins a clause: a name follows, or a verb goes before."""
    if tokens[at + 1].is_capital:
        return True
    before = tokens[at - 1].low if at else ""
    return bool(before) and before not in pack.prepositions and before not in pack.conjunctions


def _core_end(tokens: Sequence[Token], start: int, pack: Pack) -> int:
    """Return the token behind the part that begins with one: the same place where none does."""
    at = start
    while at < min(len(tokens), start + _ARTICLES) and (
        tokens[at].low in pack.determiners or tokens[at].low in pack.possessives
    ):
        at += 1
    first = at
    while at < len(tokens) and at - first < _WORDS:
        token = tokens[at]
        is_inside = at > first and (token.kind is Kind.OWNER or _is_particle(tokens, at, pack))
        if not is_inside and not is_nominal(tokens, at, pack):
            break
        at += 1
    if at == first:
        return at if first > start and tokens[first - 1].low in pack.people else start
    return at


def _is_particle(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a token is a small word between two parts of a name: "Ana de Souza"."""
    if tokens[at].low not in pack.particles or at + 1 == len(tokens):
        return False
    return tokens[at - 1].is_capital and tokens[at + 1].is_capital


def _may_lead(words: Sequence[Token], pack: Pack) -> bool:
    """Tell whether a part may have a further one behind a preposition: it is a noun, no name of a person."""
    last = words[-1]
    listed = (pack.posts, pack.bodies, pack.people, pack.things, pack.titles)
    if any(last.low in nouns for nouns in listed):
        return True
    first = words[0].low
    return not last.is_capital and len(words) > 1 and (first in pack.determiners or first in pack.possessives)


def _phrase(tokens: tuple[Token, ...], start: int, end: int, head_end: int, pack: Pack) -> Phrase:
    what, name = _read(tokens, start, end, head_end, pack)
    return Phrase(tokens, start, end, what, name)


def _read(
    tokens: tuple[Token, ...], start: int, end: int, head_end: int, pack: Pack
) -> tuple[What, tuple[int, int]]:
    if end == start + 1 and (tokens[start].low in pack.pronouns or tokens[start].low in pack.selves):
        return What.PRONOUN, (start, start)
    head = tokens[head_end - 1]
    run = _last_name(tokens, start, end, pack)
    # "Secretary of State John Kerry": the name ends the whole phrase, not only its first part.
    if run[0] < run[1] and (run[1] == head_end or (run[1] == end and _is_title(tokens[start], pack))):
        if head.is_capital and head.low in pack.bodies and run[1] == head_end:
            return What.BODY, run
        if not (run[1] - run[0] == 1 and head.low in pack.people):
            return What.NAME, run
    return noun_kind([head.low], pack) or What.OTHER, (start, start)


def noun_kind(forms: Iterable[str], pack: Pack) -> What | None:
    """Return what a noun is for, by the first table that lists one of its forms; None where none does."""
    listed = (
        (What.POST, pack.posts),
        (What.PEOPLE, pack.people),
        (What.BODY, pack.bodies),
        (What.THING, pack.things),
    )
    return next((what for what, nouns in listed if any(form in nouns for form in forms)), None)


def is_post(token: Token, pack: Pack) -> bool:
    """Tell whether a word is a title or a post, behind which a name may stand."""
    return token.low in pack.titles or token.low in pack.posts


def _is_title(token: Token, pack: Pack) -> bool:
    return token.is_capital and is_post(token, pack)


def _last_name(tokens: Sequence[Token], start: int, end: int, pack: Pack) -> tuple[int, int]:
    """Return the last run of words with a capital in a phrase, without titles and posts before the name."""
    stop = end
    while stop > start and not _is_name_word(tokens[stop - 1], pack):
        stop -= 1
    first = stop
    while first > start and (
        _is_name_word(tokens[first - 1], pack)
        or (tokens[first - 1].low in pack.particles and first - 1 > start and tokens[first - 2].is_capital)
    ):
        first -= 1
    # Titles and posts before the name: "President Obama", "Principal Deputy Spokesperson Vedant Patel".
    leads = [at for at in range(first, stop - 1) if is_post(tokens[at], pack)]
    return (leads[-1] + 1 if leads else first), stop


def _is_name_word(token: Token, pack: Pack) -> bool:
    return token.is_capital and token.low not in pack.no_names and token.low not in pack.determiners
