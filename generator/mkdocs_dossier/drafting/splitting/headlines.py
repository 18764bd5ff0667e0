"""Headlines whose words all begin with a capital: "Patel Says Road Will Stay Closed"."""

from dataclasses import replace

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token

_FEWEST = 4
"""How many words with a capital a headline has at least."""


def in_small_letters(tokens: tuple[Token, ...], pack: Pack) -> tuple[Token, ...]:
    """Write the verbs and small words of a headline in small letters, as a sentence has them.

    Other sentences are returned as they are, as is what is written in capitals throughout.
    """
    if not pack.small_in_titles or not _is_headline(tokens, pack):
        return tokens
    listed = (
        pack.verbs,
        pack.views,
        pack.participles,
        pack.finite,
        pack.auxiliaries,
        pack.prepositions,
        pack.pronouns,
        pack.conjunctions,
        pack.determiners,
        pack.possessives,
        pack.complementizers,
        pack.relatives,
    )
    return tuple(
        replace(token, text=token.text.lower())
        if at and token.is_capital and any(token.low in words for words in listed)
        else token
        for at, token in enumerate(tokens)
    )


def _is_headline(tokens: tuple[Token, ...], pack: Pack) -> bool:
    words = [token for token in tokens if token.is_word]
    capitals = sum(token.is_capital and not token.text.isupper() for token in words)
    if capitals < _FEWEST:
        return False
    return all(
        token.is_capital or token.low in pack.small_in_titles or token.low[0].isdigit() for token in words
    )
