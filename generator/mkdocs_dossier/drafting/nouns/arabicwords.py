"""What an Arabic word is a noun for, past what is written as one with it: an article, a preposition."""

from mkdocs_dossier.drafting.nouns.phrases import What, noun_kind
from mkdocs_dossier.drafting.packs.pack import Pack

OWNED = ("ه", "ها", "هم", "هما", "نا")
"""Endings that say whose something is."""

_ARTICLE = "ال"
_WITH_ARTICLE = ("لل", "بال", "كال")
"""Prepositions with the article, written as one with the noun."""

_ONE_LETTER = frozenset("لبك")
"""Prepositions written as one with the noun."""

_SHORTEST = 3
"""How many letters a noun has at least."""


def kind_of_word(low: str, pack: Pack) -> What | None:
    """Return what a word is a noun for, None where no table lists it."""
    return noun_kind(_forms(low), pack)


def is_one_of(low: str, words: frozenset[str]) -> bool:
    """Tell whether a word is one of some, past what is written as one with it."""
    return any(form in words for form in _forms(low))


def is_attached(low: str, pack: Pack) -> bool:
    """Tell whether a preposition is written as one with a word: "للصحفيين"."""
    if low.startswith(_WITH_ARTICLE):
        return True
    listed = (pack.posts, pack.bodies, pack.people, pack.things, pack.given)
    if low[:1] not in _ONE_LETTER or any(low in nouns for nouns in listed):
        return False
    return kind_of_word(low[1:], pack) is not None


def _forms(low: str) -> list[str]:
    """Return a word, and what is left of it without what may be written as one with it."""
    forms = [low]
    if low.startswith((_ARTICLE, _WITH_ARTICLE[0])):
        forms.append(low[2:])
    for ending in OWNED:
        stem = low.removesuffix(ending)
        if stem != low and len(stem) >= _SHORTEST:
            # The last letter of a feminine noun is another one before an ending.
            forms += (stem, f"{stem[:-1]}ة" if stem.endswith("ت") else stem)
    if low[:1] in _ONE_LETTER:
        forms.append(low[1:])
    return forms
