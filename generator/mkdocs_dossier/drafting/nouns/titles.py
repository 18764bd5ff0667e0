"""What stands in quotation marks and is nobody's words: titles of films and papers, values of markup."""

from collections.abc import Sequence

from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.splitting.token import Kind, Token

_LONGEST = 8
"""How many words a title has at most."""


def is_title(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether the quotation at a token is a title or a value of markup, by its words and place."""
    before = tokens[at - 1] if at else None
    if (before is not None and before.text == "=") or not any(map(str.isalnum, tokens[at].inside)):
        return True
    if before is None or not _has_capitals(tokens[at], pack):
        return False
    if before.kind is Kind.OWNER or before.low in pack.works:
        return True
    return before.low in pack.linking and before.low not in pack.infinitive


def may_be_title(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether the quotation at a token has capitals as a title, and no sign or verb of saying before."""
    before = tokens[at - 1] if at else None
    if (
        before is None
        or before.kind is Kind.SIGN
        or before.low in pack.verbs
        or before.low in pack.participles
    ):
        return False
    return _has_capitals(tokens[at], pack)


def _has_capitals(quoted: Token, pack: Pack) -> bool:
    """Tell whether all but the small words of a short quotation begin with a capital or a digit."""
    words = quoted.inside.rstrip(".,!?;").split()
    if not pack.small_in_titles or not 0 < len(words) <= _LONGEST or words[0][0].islower():
        return False
    return all(not word[0].islower() or word.lower() in pack.small_in_titles for word in words)
