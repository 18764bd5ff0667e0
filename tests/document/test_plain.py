"""The words of a document are those that its HTML shows, one after the other."""

from hypothesis import given

from mkdocs_dossier.document import html
from mkdocs_dossier.document.compose import lines as below
from mkdocs_dossier.document.compose import text
from mkdocs_dossier.document.nodes import Block
from mkdocs_dossier.document.plain import lines, words
from tests.document.documents import blocks
from tests.rendering import Tree, parsed


def shown(tree: Tree) -> str:
    """Give what a tree shows, without a picture's words and without linked data."""
    name, _, children = tree
    if name in ("figure", "script"):
        return ""
    return "".join(one if isinstance(one, str) else shown(one) for one in children)


@given(blocks())
def test_the_lines_of_a_document_are_the_words_that_its_html_shows(document: Block) -> None:
    said = "".join("".join(lines(document)).split())
    assert said == "".join(shown(parsed(html.write(document).html)).split())


def test_a_break_parts_two_words() -> None:
    assert words(below([text("one"), text("two")])) == "one two"
