"""Reads the hand-written pages: their fenced blocks, and their tables by heading."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import fullmatch, search

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide"


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its title, its content, the heading it stands under."""

    language: str
    title: str
    content: str
    heading: str


@dataclass(frozen=True)
class Table:
    """A table: the heading it stands under, its head, and its rows, as Markdown."""

    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def tokens(path: Path) -> tuple[Token, ...]:
    text = path.read_text(encoding="utf-8")
    if text.startswith("---\n"):
        text = text.split("\n---\n", 1)[1]
    return tuple(MarkdownIt().enable("table").parse(text))


def headings(path: Path) -> list[str]:
    found = tokens(path)
    return [found[index + 1].content for index, one in enumerate(found) if one.type == "heading_open"]


def blocks(path: Path) -> list[Block]:
    found = []
    for heading, token in _under_headings(path):
        if token.type == "fence":
            language, _, rest = token.info.partition(" ")
            title = search(r'title="([^"]*)"', rest)
            found.append(Block(language, title[1] if title else "", token.content, heading))
    return found


def tables(path: Path) -> list[Table]:
    found: list[Table] = []
    rows: list[list[str]] = []
    is_cell = False
    for heading, token in _under_headings(path):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and is_cell:
            rows[-1].append(token.content)
        elif token.type == "table_close":
            head, *body = map(tuple, rows)
            found.append(Table(heading, head, tuple(body)))
        is_cell = token.type in ("th_open", "td_open")
    return found


def table(path: Path, heading: str) -> Table:
    return next(one for one in tables(path) if one.heading == heading)


def links(path: Path) -> list[str]:
    """List the targets of links and pictures that are no address of another site."""
    found = []
    for token in tokens(path):
        for child in token.children or ():
            target = child.attrGet("href" if child.type == "link_open" else "src")
            if child.type in ("link_open", "image") and not fullmatch(r"[a-z]+:.*", str(target)):
                found.append(str(target))
    return found


def code(cell: str) -> str:
    """Give what stands between the first backticks of a cell."""
    found = search(r"`+ ?(.*?) ?`+", cell)
    return found[1] if found else ""


def _under_headings(path: Path) -> Iterator[tuple[str, Token]]:
    heading = ""
    found = tokens(path)
    for index, token in enumerate(found):
        if token.type == "heading_open":
            heading = found[index + 1].content
        yield heading, token
