"""What stands in quotation marks and is a title or a nickname, in a language with a grammar of its own."""

from collections.abc import Sequence

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Token

_TITLE_WORDS = 6
"""How many words the title of a work has at most."""

_NAME_WORDS = 3
"""How many words a nickname has at most."""


def is_work(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether the quotation at a token is a title or a nickname, by the word before it."""
    inside = tokens[at].inside
    if not at or inside[:1].islower() or len(inside.split()) > _TITLE_WORDS:
        return False
    before = tokens[at - 1]
    # „Modelle ‚Blitz‘“, „laut ‚Tagblatt‘“
    is_named = before.is_capital or before.low in pack.places
    return before.low in pack.works or (is_named and inside[:1].isupper() and len(inside.split()) == 1)


def is_short_name(quoted: Token) -> bool:
    """Tell whether a quotation is of a few words that begin with a capital, as a name does."""
    return quoted.inside[:1].isupper() and len(quoted.inside.split()) <= _NAME_WORDS
