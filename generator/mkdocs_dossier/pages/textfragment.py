"""Addresses that open a page at a passage: URL text fragments (`#:~:text=`).

The syntax is that of the WICG's "URL Fragment Text Directives".
"""

from urllib.parse import quote

from mkdocs_dossier.quotes.match import Match

WHOLE = 60
"""Characters up to which a passage stands in the address whole; a longer one by its ends."""
WORDS = 5


def passage_url(url: str, match: Match) -> str:
    """Give the address of a page, opened at the passage that was found in its text."""
    directive = _directive(match.exact)
    if directive is None:
        return url
    base, hash_, fragment = url.partition("#")
    # A fragment of the address's own stays: the directive is added to it.
    return f"{base}#{fragment if hash_ else ''}:~:text={directive}"


def _directive(passage: str) -> str | None:
    # A match does not run over the end of a paragraph: each paragraph is a block of the page.
    lines = [" ".join(line.split()) for line in passage.splitlines() if line.strip()]
    if not lines:
        return None
    if len(lines) == 1 and len(lines[0]) <= WHOLE:
        return _encoded(lines[0])
    first, last = lines[0].split(" "), lines[-1].split(" ")
    if len(lines) == 1 and len(first) <= 2 * WORDS:
        return _encoded(lines[0])
    return f"{_encoded(' '.join(first[:WORDS]))},{_encoded(' '.join(last[-WORDS:]))}"


def _encoded(words: str) -> str:
    # A dash, a comma and an ampersand mean something in a directive.
    return quote(words, safe="").replace("-", "%2D")
