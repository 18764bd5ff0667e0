"""Every link of a document is changed, wherever it stands, and nothing else."""

import pytest

from mkdocs_dossier.document.nodes import (
    Block,
    Box,
    Bullets,
    Details,
    Element,
    Figure,
    Heading,
    Inline,
    Link,
    LinkedData,
    Listing,
    Paragraph,
    Table,
    Text,
)
from mkdocs_dossier.document.relinking import relinked

LINK = Link((Text("a"),), "x/index.md")
INLINE: Inline = (Text("before "), Element("b", (LINK,)), LINK)
BLOCKS: Block = (
    Heading(2, INLINE, "here"),
    Paragraph(INLINE, "cls"),
    Bullets((INLINE, INLINE)),
    Box("div", (Paragraph(INLINE), Box("div", (Bullets((INLINE,)),)))),
    Table(INLINE, (INLINE, ()), ((INLINE, ()), ((), INLINE)), 1),
    Details(INLINE, (Paragraph(INLINE),), (("class", "x"),)),
    Listing("name", INLINE, "ltr", is_open=True),
    Figure('<figure><a href="../x/">b</a></figure>'),
    LinkedData({"@id": "../x/"}),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda node: type(node).__name__)
def test_each_link_is_changed_and_all_else_is_kept(block: Block) -> None:
    changed = relinked((block,), lambda link: (Link(link.label, "y/index.md"),))  # type: ignore[arg-type]
    assert repr(changed) == repr((block,)).replace("x/index.md", "y/index.md")


def test_a_link_may_give_way_to_its_label() -> None:
    (paragraph,) = relinked((Paragraph(INLINE),), lambda link: link.label)
    assert paragraph == Paragraph((Text("before "), Element("b", (Text("a"),)), Text("a")))
