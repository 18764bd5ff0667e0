"""Finds the headline and the standfirst of an article in its page, and puts them before its text."""

import re
from collections.abc import Iterator, Sequence

from mkdocs_dossier.authoring.intake.elements import (
    Element,
    is_like,
    same_words,
    stands_aside,
    title_of,
    words_of,
)
from mkdocs_dossier.text.folding import folded, split

_HEADINGS, _BLOCKS = 200, 2_000  # of a page that are looked at
_LONGEST_HEADLINE, _SHORTEST_STANDFIRST, _LONGEST_STANDFIRST = 300, 20, 1_000  # characters
_PARTS = 4  # lines that a headline may be parted into, and one
_AFTER = 40  # elements behind a headline, in which the standfirst is
_BEFORE = 6  # paragraphs at the beginning of a text in which the headline may stand already
_SENTENCE = 80  # characters that a paragraph has, and a heading seldom
_STANDFIRST = re.compile(
    r"(?:^|[_-])(?:stand-?first|sub-?title|sub-?head(?:line|ing)?|deck?|chapo|chapeau|sapo|bajada|lead|lede|intro"
    r"|vorspann|unterzeile|untertitel|excerpt|summary|description)(?:$|[_-])",
    re.IGNORECASE,
)
_NO_STANDFIRST = re.compile(
    r"caption|credit|image|photo|author|byline|card|share|social|video", re.IGNORECASE
)
_MARKED = {"alternativeHeadline", "alternativeheadline", "description"}


def headline(page: Element, titles: Sequence[str], site: str) -> Element | None:
    """Return the heading that is the article's; None if no heading of the page is.

    `titles` are what the page's metadata call the article, `site` is the name of the site, which many pages
    have as a heading too.
    """
    found = [one for one in _headings(page) if not same_words(title_of(one), site)]
    marked = [one for one in found if one.get("itemprop", "").lower() in ("headline", "name")]
    for some in (marked, found):
        if like := [one for one in some if any(is_like(title_of(one), title) for title in titles)]:
            return min(like, key=lambda one: (not _is_said(title_of(one), titles), one.tag))
    first = [one for one in found if one.tag == "h1"]
    held = [one for one in first if any(above.tag in ("article", "main") for above in one.iterancestors())]
    alone = held or first
    return alone[0] if len(alone) == 1 else _plain_heading(page, titles)


def _headings(page: Element) -> Iterator[Element]:
    for element in page.xpath("//h1|//h2|//*[@itemprop='headline']")[:_HEADINGS]:
        is_short = 0 < len(title_of(element)) <= _LONGEST_HEADLINE
        if element.tag != "meta" and is_short and not stands_aside(element):
            yield element


def _plain_heading(page: Element, titles: Sequence[str]) -> Element | None:
    """Return what has the very words of a title and is no heading by its markup; None if nothing has."""
    kinds = (
        "self::div or self::span or self::p or self::h3 or self::h4 or self::strong or self::b or self::td"
    )
    for element in page.xpath(f"//body//*[({kinds}) and count(.//*) < 4]")[:_BLOCKS]:
        words = title_of(element)
        if 0 < len(words) <= _LONGEST_HEADLINE and _is_said(words, titles) and not stands_aside(element):
            return element
    return None


def _is_said(words: str, titles: Sequence[str]) -> bool:
    return any(same_words(words, title) for title in titles)


def standfirst(heading: Element, text: str) -> str:
    """Return the paragraph under a headline that the page marks as its standfirst; "" if there is none.

    `text` is that of the article, of which it must not be a paragraph already.
    """
    start = _opening(text)
    kinds = "self::p or self::h2 or self::h3 or self::div or self::span"
    for element in heading.xpath(f"following::*[{kinds}]")[:_AFTER]:
        if start and start in " ".join(split(folded(words_of(element)))):
            break  # the article has begun
        if not _is_standfirst(element) or stands_aside(element):
            continue
        words = title_of(element)
        if _SHORTEST_STANDFIRST <= len(words) <= _LONGEST_STANDFIRST:
            return "" if _has(text, words) else words
    return ""


def _is_standfirst(element: Element) -> bool:
    names = [element.get("class", ""), element.get("id", ""), element.get("data-testid", "")]
    tokens = [token for name in names for token in name.split()[:20]]
    if any(map(_NO_STANDFIRST.search, tokens)):
        return False
    is_marked = element.get("itemprop") in _MARKED or any(map(_STANDFIRST.search, tokens))
    return is_marked and len(element.xpath(".//p|.//div|.//h2")) <= 1


def _opening(text: str) -> str:
    """Return the first words of a text's first long paragraph, to know it again."""
    long = next((line for line in text.split("\n") if len(line) > _SENTENCE), "")
    return " ".join(split(folded(long))[:12])


def _has(text: str, words: str) -> bool:
    """Tell whether a paragraph at the beginning of a text has these words."""
    wanted = " ".join(split(folded(words)))
    return any(wanted in " ".join(split(folded(line))) for line in _paragraphs(text)[:_BEFORE])


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def headed(text: str, title: str, under: str) -> str:
    """Put the headline and the standfirst, where there are any, before a text, or where it has the first."""
    lines = text.split("\n")
    start, end = _place(lines, title)
    return "\n".join([*lines[:start], *filter(None, (title, under)), *lines[end:]])


def _place(lines: Sequence[str], title: str) -> tuple[int, int]:
    """Return between which lines a title stands, on one or several; (0, 0) if nowhere."""
    wanted = _letters(title)
    for start in range(min(_BEFORE, len(lines)) if wanted else 0):
        for end in range(start + 1, start + _PARTS):
            if _letters(" ".join(lines[start:end])) == wanted:
                return start, end
    return 0, 0


def _letters(text: str) -> str:
    return "".join(split(folded(text)))
