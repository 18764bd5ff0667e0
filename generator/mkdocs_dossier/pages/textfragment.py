"""Makes addresses that open a source at a passage: by page, by time, or by a text fragment (`#:~:text=`).

The syntax is that of the WICG's "URL Fragment Text Directives".
"""

from urllib.parse import quote

from mkdocs_dossier.model.recordparts import Locator
from mkdocs_dossier.quotes.excerpts import pieces
from mkdocs_dossier.quotes.match import Match

WHOLE = 60
"""A passage of up to so many characters is written whole; of a longer one, its first and last words."""
WORDS = 5
"""How many words of either end are written."""


def passage_url(url: str, match: Match | None, locator: Locator | None = None) -> str:
    """Return an address that opens the page of a source at a passage found in its text.

    A locator leads to its page or time (`#page=3`, `#t=4351`: RFC 8118, W3C Media Fragments), unless the
    address has a fragment of its own, which stays. Of a passage that leaves something out, the address has
    the first part: nothing else of it is to be shown.
    """
    located = _located(locator) if locator else ""
    if located:
        return url if "#" in url else f"{url}#{located}"
    directive = _directive(pieces(match)[0]) if match else None
    if directive is None:
        return url
    base, hash_, fragment = url.partition("#")
    # The address may have a fragment of its own, which stays before the directive.
    return f"{base}#{fragment if hash_ else ''}:~:text={directive}"


def _located(locator: Locator) -> str:
    """Return the fragment of an address that leads to a page or a time; empty for a section."""
    if locator.time:
        return f"t={locator.time.seconds}"
    return f"page={quote(locator.page, safe='')}" if locator.page else ""


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
