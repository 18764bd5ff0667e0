"""What the finished HTML of a page gets that no theme gives it: an imprint, a card for links, a name."""

from collections.abc import Sequence
from html import escape

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_dossier.exports.feed import FEED
from mkdocs_dossier.plugin import theme as themetexts
from mkdocs_dossier.words import Words


def with_imprint(html: str, page: Page, imprint: Sequence[str]) -> str:
    """Add where a page comes from, for paper alone: the dossier, its date, and the page's address."""
    said = " · ".join([*map(escape, imprint), str(themetexts.shown(page.canonical_url or ""))]).strip(" ·")
    # Behind the last article, which holds those of the page.
    before, mark, after = html.rpartition("</article>")
    return f'{before}{mark}<p class="dossier-imprint">{said}</p>{after}' if mark and said else html


def with_card(html: str, page: Page) -> str:
    """Add the tags of the Open Graph protocol to a page's head, which previews of links to it show."""
    title, description = (
        str(themetexts.shown(one or "")) for one in (page.title, page.meta.get("description"))
    )
    named = {"og:type": "article", "og:title": title, "og:description": description}
    if page.canonical_url:
        named["og:url"] = str(themetexts.shown(page.canonical_url))
    tags = "".join(f'<meta property="{name}" content="{value}">' for name, value in named.items() if value)
    return html.replace("</head>", f"{tags}</head>", 1)


def with_feed(html: str, page: Page, words: Words) -> str:
    """Say in a page's head where the feed of what changed is, so that programs which read feeds find it."""
    address = escape(get_relative_url(FEED, page.url))
    title = escape(words.say("Changes"))
    # Of what is an alternate and nothing else, Material's script asks for a sitemap beside it, on each page.
    tag = f'<link rel="alternate feed" type="application/atom+xml" title="{title}" href="{address}">'
    return html.replace("</head>", f"{tag}</head>", 1)


def with_single_title(html: str) -> str:
    """Say a title once where the page and the site bear the same, as the home page does."""
    # That of the head alone: pictures have titles too, hundreds of them on a line.
    before, opening, rest = html.partition("<title>")
    title, closing, after = rest.partition("</title>")
    half = title[: (len(title) - len(" - ")) // 2]
    return f"{before}{opening}{half}{closing}{after}" if half and title == f"{half} - {half}" else html


def with_named_search(html: str, words: Words) -> str:
    """Name the box of Material's search, a dialog that screen readers would otherwise say without a name."""
    box = 'data-md-component="search" role="dialog"'
    name = escape(words.say("Search"))
    return html.replace(f"{box}>", f'{box} aria-label="{name}">', 1)
