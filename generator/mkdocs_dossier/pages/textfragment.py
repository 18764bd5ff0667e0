"""Makes addresses that open a page at a passage: URL text fragments (`#:~:text=`).

The syntax is that of the WICG's "URL Fragment Text Directives".
"""

from urllib.parse import quote

from mkdocs_dossier.quotes.match import Match

WHOLE = 60
"""A passage of up to so many characters is written whole; of a longer one, its first and last words."""
WORDS = 5
"""How many words of either end are written."""


def passage_url(url: str, match: Match) -> str:
    """Return an address that opens the page of a source at a passage found in its text."""
    directive = _directive(match.exact)
    if directive is None:
        return url
    base, hash_, fragment = url.partition("#")
    # The address may have a fragment of its own, which stays before the directive.
    return f"{base}#{fragment if hash_ else ''}:~:text={directive}"


def _directive(passage: str) -> str | None:
    # A browser finds no text across two blocks of a page, and each line is a block there.
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
    # `-`, `,` and `&` are syntax in a directive; `quote` leaves the dash.
    return quote(words, safe="").replace("-", "%2D")
