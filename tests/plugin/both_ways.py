"""Two builds of one site, compared page by page as trees: white space that shows nowhere does not count."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_BLANKS = re.compile("[ \t\n\r\f]+")
_INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "br",
    "button",
    "cite",
    "code",
    "del",
    "em",
    "i",
    "img",
    "input",
    "ins",
}
_INLINE |= {
    "kbd",
    "label",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "svg",
    "time",
    "u",
}
# What search reads; Material's takes it out of a page only where it has read it.
_FOR_SEARCH = {"data-search-exclude"}
_KEPT = {"pre", "textarea", "script", "style"}


class _Tokens(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = sorted(
            f"{key}={'' if value in (None, key) else value}" for key, value in attrs if key not in _FOR_SEARCH
        )
        self.found.append(("<", tag, *given))
        self.verbatim += tag in _KEPT

    def handle_endtag(self, tag: str) -> None:
        self.found.append((">", tag))
        self.verbatim -= tag in _KEPT

    def handle_data(self, data: str) -> None:
        words = data if self.verbatim else _BLANKS.sub(" ", data)
        if self.found and self.found[-1][0] == "text":
            words = self.found.pop()[1] + words
        self.found.append(("text", words))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("!", decl))


def tokens(html: str) -> list[tuple[str, ...]]:
    """Read a page as a list of tags and texts; blanks beside a block are left out."""
    reader = _Tokens()
    reader.feed(html)
    reader.close()
    found = [("!", ""), *reader.found, ("!", "")]
    return list(_trimmed(found))


def _trimmed(found: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for at, one in enumerate(found):
        if one[0] != "text":
            yield one
            continue
        words = one[1]
        if not _is_inline(found[at - 1]):
            words = words.lstrip(" \n")
        if not _is_inline(found[at + 1]):
            words = words.rstrip(" \n")
        if words:
            yield ("text", words)


def _is_inline(token: tuple[str, ...]) -> bool:
    return token[0] in "<>" and token[1] in _INLINE


def differences(one: Path, other: Path) -> dict[str, object]:
    """Compare the pages of two sites; return for each that differs the first difference."""
    found: dict[str, object] = {}
    pages = sorted(
        {path.relative_to(root).as_posix() for root in (one, other) for path in root.rglob("*.html")}
    )
    for page in pages:
        if not ((one / page).exists() and (other / page).exists()):
            found[page] = "only on one side"
            continue
        first, second = (tokens((root / page).read_text("utf-8")) for root in (one, other))
        if first != second:
            at = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), -1)
            found[page] = (first[at - 1 : at + 2], second[at - 1 : at + 2])
    assert pages
    return found
