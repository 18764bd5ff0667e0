"""Linked data is read from a page as it was put there, whatever stands in it, and nothing of it is obeyed."""

import json

import pytest
from hypothesis import given
from jinja2 import Environment

from mkdocs_dossier.document import html, markdown
from mkdocs_dossier.document.jsonld import json_ld, script
from mkdocs_dossier.document.nodes import LinkedData
from tests.rendering import Tree, elements, hostile_text, parsed, renderer, tree_of

PROJECT, MORE = renderer(more=False), renderer(more=True)


def read(tree: Tree) -> list[object]:
    """Read the linked data of a page, as programs do."""
    found = [one for one in elements(tree) if one[0] == "script"]
    assert all(one[1] == (("type", "application/ld+json"),) for one in found)
    return [json.loads("".join(map(str, one[2]))) for one in found]


@given(hostile_text, hostile_text)
def test_what_is_read_from_a_page_is_what_was_put_there(name: str, value: str) -> None:
    node = LinkedData({"@context": "https://schema.org", name: [{"a": {"b": value}}, value, 1.5, None]})
    # A reader of HTML folds white space in our trees; JSON knows no other white space than that in texts.
    expected = json.loads(" ".join(json_ld(node).split(" ")))
    assert expected == node.value
    for tree in (
        parsed(html.write((node,)).html),
        tree_of(markdown.write((node,)), PROJECT),
        tree_of(markdown.write((node,)), MORE),
    ):
        assert [json.dumps(one, sort_keys=True).split() for one in read(tree)] == [
            json.dumps(node.value, sort_keys=True).split()
        ]


@given(hostile_text)
def test_a_site_that_runs_jinja_over_its_pages_changes_nothing(value: str) -> None:
    written = script(LinkedData({"a": {"b": {"c": value, "d": "{" + value}}}))
    assert Environment(autoescape=True).from_string(written).render() == written


@pytest.mark.parametrize(
    "value",
    [
        "</script>",
        "<!--<script>",
        "]]>",
        "&amp;",
        "\u2028",
        "\u2029",
        "\x85",
        "\x7f",
        "{{x}}",
        "{%x%}",
        "{#x#}",
    ],
)
def test_what_could_end_the_script_is_written_by_its_number(value: str) -> None:
    written = json_ld(LinkedData({"a": value}))
    assert json.loads(written) == {"a": value}
    assert not any(char in written for char in "<>&\u2028\u2029\x85\x7f")
    assert not any(pair in written for pair in ("{{", "{%", "{#"))


def test_keys_keep_their_order_and_all_is_on_one_line() -> None:
    assert json_ld(LinkedData({"b": "x\ny", "a": {"c": []}})) == '{"b":"x\\ny","a":{"c":[]}}'
