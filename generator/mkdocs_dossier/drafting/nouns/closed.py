"""The small words of a language, of which no name is made."""

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token


def is_closed(token: Token, pack: Pack) -> bool:
    """Tell whether a word is a small one of the language, or, without a capital, one of its verbs."""
    low = token.low
    closed = (
        pack.prepositions,
        pack.conjunctions,
        pack.auxiliaries,
        pack.complementizers,
        pack.relatives,
        pack.subordinators,
        pack.adverbs,
        pack.objects,
        pack.pronouns,
        pack.determiners,
        pack.possessives,
    )
    if any(low in words for words in closed):
        return True
    return not token.is_capital and (low in pack.verbs or low in pack.views)
