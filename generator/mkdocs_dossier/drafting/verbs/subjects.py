"""Whose a verb is: the phrase before it, past small words and past what commas set apart."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_dossier.drafting.nouns.phrases import Phrase, What, is_adverb, phrase_after, phrase_before
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token

_SMALL = 4
"""How many small words may stand between a verb and its subject: "has also repeatedly said"."""

_ADVERBIALS = 3
"""How many phrases with a preposition may stand there: "Patel on Monday at a rally said"."""

_ASIDES = 8
"""How many commas are passed on the way to a subject."""

_ASIDE_WORDS = 60
"""How many tokens are passed in all on the way to a subject."""

_YEAR = 4
"""How many digits a year has."""

_SHORT = 80
"""How long a quotation may be, in characters, that is passed in what commas set apart."""

_CLOSING = {")": "(", "–": "–", "—": "—", "-": "-", "―": "―"}


def subject_before(tokens: tuple[Token, ...], at: int, pack: Pack) -> Phrase | None:
    """Return the subject that stands before a verb, None where there is none."""
    end = _past_small_words(tokens, at, pack)
    if not end:
        return None
    last = tokens[end - 1]
    if last.low in pack.relatives:
        return _of_relative(tokens, end - 1, pack)
    if last.text == "," or last.text in _CLOSING or (last.is_quoted and last.inside.endswith(",")):
        return _before_aside(tokens, end - 1, pack)
    return _past_adverbials(tokens, phrase_before(tokens, end, pack), pack)


def main_subject(tokens: tuple[Token, ...], pack: Pack) -> Phrase | None:
    """Return the subject of a sentence, as far as it shows: the first phrase that no preposition governs."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.is_quoted:
            return None
        if (
            token.is_word
            and token.low not in pack.people
            and (
                token.low in pack.prepositions
                or token.low in pack.participles
                or (not at and _opens_aside(tokens, pack))
            )
        ):
            # An adverbial: up to its comma.
            at = next((i + 1 for i in range(at, len(tokens)) if tokens[i].text == ","), len(tokens))
            continue
        found = phrase_after(tokens, at, pack)
        if found:
            return cut_at_verb(found, pack)
        at += 1
    return None


def _opens_aside(tokens: Sequence[Token], pack: Pack) -> bool:
    """Tell whether a sentence begins with a participle: "Asked about it, Patel said"."""
    low = tokens[0].low
    following = tokens[1] if len(tokens) > 1 else None
    if (
        following is None
        or not following.is_word
        or following.low in pack.verbs
        or following.low in pack.finite
    ):
        return False
    if low.endswith(pack.participle_endings):
        return True
    if low in pack.verbs or low in pack.views or low in pack.finite:
        return True
    return low.endswith(pack.endings) and not following.is_capital


def is_finite(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a token is a verb that has a subject, though it tells of nothing said."""
    token = tokens[at]
    if not token.is_word or token.is_capital or not at:
        return False
    if token.low in pack.finite:
        return True
    if not token.low.endswith(pack.endings):
        return False
    before = tokens[max(_past_small_words(tokens, at, pack) - 1, 0)]
    return (
        (before.is_capital and before.low not in pack.determiners)
        or (before.low in pack.people and before.low not in pack.determiners)
        or before.low in pack.pronouns
        or before.low in pack.relatives
    )


def _past_small_words(tokens: Sequence[Token], at: int, pack: Pack) -> int:
    end = at
    while end and at - end < _SMALL:
        if tokens[end - 1].low in pack.weekdays and end > 1:
            # "Patel on Monday said"
            end -= 2 if tokens[end - 2].low in pack.prepositions else 1
        elif is_small(tokens[end - 1], pack):
            end -= 1
        else:
            break
    return end


def is_small(token: Token, pack: Pack) -> bool:
    """Tell whether a word may stand between a subject and its verb: an auxiliary, an adverb."""
    return not token.is_capital and (token.low in pack.auxiliaries or is_adverb(token, pack))


def _of_relative(tokens: tuple[Token, ...], at: int, pack: Pack) -> Phrase | None:
    """Return the phrase that a relative pronoun means, which stands at a token."""
    end = at - 1 if at and tokens[at - 1].text == "," else at
    found = phrase_before(tokens, end, pack)
    if found is None:
        return None
    if found.what is not What.NAME and found.start > 1 and tokens[found.start - 1].text == ",":
        # "Patel, the minister, who said"
        name = phrase_before(tokens, found.start - 1, pack)
        if name and name.what is What.NAME and not _is_governed(tokens, name, pack):
            found = name
    return replace(found, until=at + 1)


def _past_adverbials(
    tokens: tuple[Token, ...], found: Phrase | None, pack: Pack, asides: int = 1
) -> Phrase | None:
    """Return the phrase further left where what was found hangs on a preposition: "Patel on Monday said".

    `asides` is how many more parts may be passed on the way that commas set apart.
    """
    for _ in range(_ADVERBIALS):
        if found is None or not _is_governed(tokens, found, pack):
            return found
        if (
            found.end - found.start == 1
            and found.words[0].text.isdigit()
            and len(found.words[0].text) < _YEAR
        ):
            # "Six in 10 said"
            return found
        end = _past_small_words(tokens, found.start - 1, pack)
        if not end:
            return None
        if tokens[end - 1].text == ",":
            return _before_aside(tokens, end - 1, pack, asides - 1) if asides else None
        if tokens[end - 1].low in pack.relatives:
            return _of_relative(tokens, end - 1, pack)
        found = phrase_before(tokens, end, pack)
    return found


def _is_governed(tokens: Sequence[Token], found: Phrase, pack: Pack) -> bool:
    """Tell whether a preposition stands before a phrase, so that it is no subject."""
    if not found.start:
        return False
    low = tokens[found.start - 1].low
    return low in pack.prepositions and low not in pack.subordinators and found.what is not What.PRONOUN


def _before_aside(tokens: tuple[Token, ...], close: int, pack: Pack, asides: int = 1) -> Phrase | None:
    """Return the phrase before what two commas, dashes or brackets set apart, which ends at `close`."""
    marks, end = _openings(tokens, close)
    if not marks:
        return None
    name = phrase_before(tokens, close, pack)
    if name and (name.what is not What.NAME or name.start != marks[0] + 1 or len(name.names) == 1):
        name = None
    for place, mark in enumerate(marks):
        is_last = place + 1 == len(marks)
        left = end if is_last else marks[place + 1] + 1
        if name and not place and _begins_with_article(tokens, left, pack):
            # "their lawyer, Ana Patel, said"
            return name
        if tokens[mark - 1].low in pack.relatives:
            return _of_relative(tokens, mark - 1, pack)
        if is_last or not _is_aside(tokens, left, mark, pack):
            found = _past_adverbials(tokens, phrase_before(tokens, mark, pack), pack, asides)
            return name if name and found and found.what is not What.NAME else found
    return None


def _openings(tokens: Sequence[Token], close: int) -> tuple[list[int], int]:
    """List the signs that may open what the one at `close` closes, and where the first part begins."""
    opening = _CLOSING.get(tokens[close].text, ",")
    marks: list[int] = []
    for at in range(close - 1, max(close - _ASIDE_WORDS, 0) - 1, -1):
        token = tokens[at]
        is_long = token.is_quoted and opening == "," and len(token.text) > _SHORT
        if token.text == ";" or is_long or len(marks) == _ASIDES:
            return marks, at + 1
        if token.text == opening:
            marks.append(at)
    return marks, max(close - _ASIDE_WORDS, 0)


def _begins_with_article(tokens: Sequence[Token], start: int, pack: Pack) -> bool:
    """Tell whether an article or an owner stands at a token, behind a quotation or a sign."""
    place = start
    while place + 1 < len(tokens) and not tokens[place].is_word:
        place += 1
    return tokens[place].low in pack.determiners or tokens[place].low in pack.possessives


def _is_aside(tokens: tuple[Token, ...], start: int, end: int, pack: Pack) -> bool:
    """Tell whether what stands between two commas says more of whom the words before it mean."""
    first = tokens[start] if start < end else None
    if first is None:
        return True
    if not first.is_word:
        return False
    if first.text[0].isdigit() or first.low in pack.relatives or first.low in pack.determiners:
        return True
    if first.low in pack.prepositions or (first.low in pack.auxiliaries or first.low in pack.finite):
        return True
    found = phrase_before(tokens, end, pack)
    if found is None or found.start > start:
        return not first.is_capital and not any(is_finite(tokens, at, pack) for at in range(start, end))
    if found.what is What.NAME:
        # "of Flint, Mich., said", "Joe Cox, D-Texas, said"
        return start + 1 == end and (first.text.endswith(".") or "-" in first.text)
    return found.what in (What.POST, What.OTHER)


def cut_at_verb(phrase: Phrase, pack: Pack) -> Phrase:
    """Cut a phrase behind its first name or noun: what follows may be a verb that no table lists."""
    words = phrase.words
    nouns = (pack.posts, pack.bodies, pack.people, pack.things)
    for at, token in enumerate(words[:-1]):
        following = words[at + 1]
        is_noun = token.is_capital or (at > 0 and any(token.low in listed for listed in nouns))
        if (
            is_noun
            and following.is_word
            and not following.is_capital
            and following.low not in pack.particles
            and following.low not in pack.linking
            and not any(following.low in listed for listed in nouns)
        ):
            return phrase_before(phrase.tokens, phrase.start + at + 1, pack) or phrase
    return phrase
