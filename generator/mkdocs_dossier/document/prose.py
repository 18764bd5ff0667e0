"""Parses the prose fields of a dossier, a small and safe part of Markdown, into the nodes of a document.

The parser is markdown-it's for CommonMark, with only paragraphs, emphasis, lists, quotations, links and
escapes switched on. What it does not parse, HTML among it, stays text; so there is no list of dangerous
things to keep.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode

from mkdocs_dossier.document.compose import (
    container,
    emphasis,
    join,
    line_break,
    outside_link,
    paragraph,
    run,
    strong,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.proselinks import PATTERN, ProseLink, read_link

LinkWriter = Callable[[ProseLink], Inline]
TextWriter = Callable[[str], Inline]

DEPTH = 12
"""How deep lists, quotations and emphasis may be nested; what goes deeper is shown as it was written."""

_ALLOWED = ("http:", "https:", "mailto:")

_BlockRule = Callable[[StateBlock, int, int, bool], bool]


class Turned(NamedTuple):
    """How to write a paragraph that runs against the page: its direction, and the writers for its pieces."""

    direction: str
    link: LinkWriter
    text: TextWriter


class _Writers(NamedTuple):
    link: LinkWriter
    text: TextWriter
    turned: Callable[[str], Turned | None]


def prose(
    value: str,
    write_link: LinkWriter,
    write_text: TextWriter = run,
    *,
    turned: Callable[[str], Turned | None] = lambda _: None,
    cls: str = "dossier-prose",
) -> Block:
    """Write prose as blocks; `write_link` writes a link to a record, `write_text` a run of text.

    `turned` is asked with the words of each paragraph. Where their direction is not the page's, it returns
    how to write that paragraph, so that its pieces (text, links, emphasis) come in the order of reading.
    """
    tree = SyntaxTreeNode(_parser().parse(value))
    written = container(*_blocks(tree.children, _Writers(write_link, write_text, turned)), cls=cls)
    # A lone "-" parses as an empty list, of which nothing would be shown.
    return written or container(paragraph(text(value)), cls=cls)


def plain(value: str, label: Callable[[ProseLink], str]) -> str:
    """Return the words of prose on one line; `label` names the record of a link that has no words."""
    tree = SyntaxTreeNode(_parser().parse(value))
    return " ".join("".join(_words(tree, label)).split())


@cache
def _parser() -> MarkdownIt:
    # The preset in which every rule is off.
    parser = MarkdownIt("zero")
    parser.enable(["emphasis", "list", "blockquote", "link", "escape", "newline"])
    parser.inline.ruler2.enable(["balance_pairs", "emphasis", "fragments_join"])
    parser.inline.ruler.before("link", "record_link", _record_link)
    parser.inline.ruler2.after("emphasis", "bounded_emphasis", _bound_emphasis)
    # `alt` lists the rules that a block may interrupt; it has to be given again with a replaced rule.
    blocks = parser.block.ruler
    blocks.at("list", _bounded(list_block), {"alt": ["paragraph", "blockquote"]})
    blocks.at("blockquote", _bounded(blockquote), {"alt": ["paragraph", "blockquote", "list"]})
    # The documented way to restrict links is to replace this method; mypy does not know that.
    parser.validateLink = lambda url: url.strip().lower().startswith(_ALLOWED)  # type: ignore[method-assign]
    return parser


def _bounded(rule: _BlockRule) -> _BlockRule:
    """Let a rule apply down to `DEPTH` only; at its own limit, the parser drops what is nested deeper."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < DEPTH and rule(state, start, end, silent)

    return bounded


def _bound_emphasis(state: StateInline) -> None:
    """Turn the marks of emphasis below `DEPTH` back into text."""
    depth = 0
    for token in state.tokens:
        if token.type in ("em_open", "strong_open", "em_close", "strong_close"):
            # `nesting` is 1 for an opening mark and -1 for a closing one: both of a pair are seen at one
            # depth.
            depth += max(token.nesting, 0)
            is_deep = depth > DEPTH
            depth += min(token.nesting, 0)
            if is_deep:
                token.type, token.tag, token.nesting, token.content = "text", "", 0, token.markup


def _record_link(state: StateInline, silent: bool) -> bool:
    """Parse `[[…]]`, as a rule of markdown-it: say whether it matches here; make a token unless `silent`."""
    found = PATTERN.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("record_link", "", 0)
        token.meta = {"link": read_link(found)}
    state.pos = found.end()
    return True


def _blocks(nodes: Sequence[SyntaxTreeNode], write: _Writers) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "paragraph":
                # The id stands in for a record's title here: only the direction of the words matters.
                turned = write.turned("".join(_words(node, lambda link: link.id)))
                if turned is None:
                    yield paragraph(_line(node, write))
                else:
                    line = _line(node, _Writers(turned.link, turned.text, write.turned))
                    yield container(paragraph(line), attributes={"dir": turned.direction})
            case "blockquote" | "bullet_list" | "list_item":
                name = {"bullet_list": "ul", "list_item": "li"}.get(node.type, node.type)
                yield container(*_blocks(node.children, write), name=name)
            case "ordered_list":
                start = {"start": str(node.attrs["start"])} if "start" in node.attrs else None
                yield container(*_blocks(node.children, write), name="ol", attributes=start)
            case _:
                yield paragraph(_line(node, write))


def _line(node: SyntaxTreeNode, write: _Writers) -> Inline:
    return join((_inline(child, write) for child in node.children), "")


def _inline(node: SyntaxTreeNode, write: _Writers) -> Inline:
    match node.type:
        case "text":
            return write.text(node.content)
        case "softbreak":
            return run(" ")
        case "hardbreak":
            return line_break()
        case "em":
            return emphasis(_line(node, write))
        case "strong":
            return strong(_line(node, write))
        case "link":
            return outside_link(_line(node, write), str(node.attrs["href"]))
        case "record_link":
            return write.link(node.meta["link"])
        case _:
            return _line(node, write) if node.children else write.text(node.content)


def _words(node: SyntaxTreeNode, label: Callable[[ProseLink], str]) -> Iterator[str]:
    if node.type == "record_link":
        link = node.meta["link"]
        yield link.label or label(link)
    elif node.type in ("softbreak", "hardbreak"):
        yield " "
    elif node.type == "text":
        yield node.content
    for child in node.children:
        yield from _words(child, label)
    if node.type == "paragraph":
        yield " "
