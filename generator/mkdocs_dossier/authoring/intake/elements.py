"""What stands where in an HTML page: texts in one line, the parts that are no article, titles."""

import re
from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.text.folding import folded, split

Element = Any
"""An element of a page: one of lxml, which tells nothing of its types."""

_ASIDE = {"aside", "nav", "footer", "figure", "figcaption", "dialog", "form", "template", "noscript"}
_COMMENTS = re.compile(
    r"^(?:comments?|comment-?s?-?(?:list|area|section|container|thread|wrapper)|commentlist|disqus(?:_thread)?"
    r"|user-?comments|reader-?comments|kommentare|leserkommentare|forum-?comments|commentaires|respond)$"
)
_CONSENT = re.compile(
    r"^(?:onetrust.*|cookie-?(?:banner|bar|consent|notice|law|wall|popup|message|overlay|modal).*|consent-?"
    r"(?:banner|wall|modal|overlay|manager|layer|dialog).*|cmp-?.*|gdpr.*|didomi.*|qc-cmp.*|sp_message.*"
    r"|usercentrics.*|cc-window|cky-.*|cmplz.*|tarteaucitron.*)$"
)
_RELATED = re.compile(
    r"^(?:related.*|teasers?(?:-.*)?|more-?(?:from|news|stories|on).*|recommended.*|recommendations?|read-?more"
    r"|most-?(?:read|popular|viewed).*|trending.*|sidebar.*|newsletter.*|outbrain.*|taboola.*|you-?may-?.*)$"
)
_MOST = 0.6  # share of the words of a title
_OUTER = {"html", "body", "main", "article"}


def words_of(element: Element) -> str:
    """Return the text in an element, in one line."""
    return " ".join(element.text_content().split())


def title_of(element: Element) -> str:
    """Return the words of a heading, in one line, without the buttons and scripts in it.

    A blank stands where a browser would begin a line, and between two parts that nothing else parts.
    """
    shown = (
        "not(ancestor::script or ancestor::style or ancestor::button or ancestor::svg or ancestor::noscript)"
    )
    breaks = ".//br | .//div | .//p | .//span[preceding-sibling::node()[1][self::span]]"
    found = element.xpath(f".//text()[{shown}] | {breaks}")
    return " ".join("".join(one if isinstance(one, str) else " " for one in found).split())


def _tokens(element: Element) -> Iterator[str]:
    for name in ("id", "class"):
        yield from element.get(name, "").lower().split()[:20]


def _is_called(element: Element, pattern: re.Pattern[str]) -> bool:
    return any(pattern.match(token) for token in _tokens(element))


def _are_comments(element: Element) -> bool:
    return _is_called(element, _COMMENTS) or element.get("itemtype", "").endswith("/Comment")


def without_article(page: Element) -> Iterator[tuple[str, Element]]:
    """List the outermost parts of a page that are comments or a banner that asks for consent, with which."""
    # A part that has the headline is the page itself, whatever it is called.
    headed = {above for heading in page.iter("h1") for above in heading.iterancestors()}
    inside: set[object] = set()
    for element in page.iter("div", "section", "ul", "ol", "aside", "form", "dialog", "amp-consent"):
        if element.getparent() in inside:
            inside.add(element)
            continue
        kind = ""
        if element.tag == "amp-consent" or _is_called(element, _CONSENT):
            kind = "consent"
        elif _are_comments(element) and element not in headed:
            kind = "comments"
        if kind and element.tag not in _OUTER and not element.xpath(".//*[@itemprop='articleBody']"):
            inside.add(element)
            yield kind, element


def stands_aside(element: Element) -> bool:
    """Tell whether an element stands beside an article: in a list, a caption, comments, what is related."""
    return any(
        above.tag in _ASIDE
        or (above.tag not in _OUTER and (_is_called(above, _RELATED) or _are_comments(above)))
        for above in (element, *element.iterancestors())
        if isinstance(above.tag, str)
    )


def is_like(one: str, other: str) -> bool:
    """Tell whether two titles are likely to be one: most of their words are in both."""
    first, second = _words(one), _words(other)
    return bool(first) and len(first & second) >= _MOST * max(len(first), len(second))


def is_part(one: str, other: str) -> bool:
    """Tell whether all words of one of two names are in the other: "Gazette" and "Lennburg Gazette"."""
    first, second = _words(one), _words(other)
    return bool(first and second) and (first <= second or second <= first)


def _words(text: str) -> set[str]:
    return {*split(folded(text))}


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for case, diacritics and punctuation."""
    return split(folded(one)) == split(folded(other))
