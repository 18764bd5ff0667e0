"""Sets of nouns that have their compounds too: in German a "Regierungssprecher" is a "Sprecher"."""

from mkdocs_dossier.text.folding import word_set

_SHORTEST = 4
"""How many letters a noun has at least that ends a compound: "Rat" ends "Vorrat" as well."""

_LONGEST = 24
"""How many letters of the end of a word are looked at."""


class Compounds(frozenset[str]):
    """Nouns in small letters; a word is among them that ends with one, from four letters on."""

    __slots__ = ()

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is one of the nouns or a compound that ends with one."""
        if super().__contains__(word):
            return True
        if not isinstance(word, str):
            return False
        first = max(1, len(word) - _LONGEST)
        return any(
            super(Compounds, self).__contains__(word[at:]) for at in range(first, len(word) - _SHORTEST + 1)
        )


def compounds(words: str) -> Compounds:
    """Return the set of the nouns in a text, which has white space between them."""
    return Compounds(word_set(words))
