"""What a page says in JSON-LD is read without trusting it."""

import json

import pytest

from mkdocs_dossier.authoring.intake.schemaorg import address, is_article, items, names, said, types

html = pytest.importorskip("lxml.html", reason="the extra `html` is not installed")


def found(*scripts: str) -> list[object]:
    text = "".join(f"<script type='application/ld+json'>{one}</script>" for one in scripts)
    return [dict(one) for one in items(html.fromstring(f"<html><body>{text}</body></html>"))]


def test_things_are_found_in_arrays_graphs_and_as_what_a_page_is_about() -> None:
    one, two, three = ({"@type": "Article", "name": name} for name in "abc")
    assert found(json.dumps([one, {"@context": "x", "@graph": [two]}])) == [one, two]
    page = {"@type": "WebPage", "mainEntity": three}
    assert found(json.dumps(page)) == [page, three]
    assert found(json.dumps({"@type": "ItemList", "itemListElement": [one]})) == [
        {"@type": "ItemList", "itemListElement": [one]}
    ]


@pytest.mark.parametrize("script", ["", "{", "null", "7", '"a"', "[" * 100_000, "[]", "<!-- {} -->"])
def test_what_is_no_description_is_passed_over(script: str) -> None:
    assert found(script) == []


def test_one_broken_script_does_not_hide_another() -> None:
    assert found("{", '<!-- {"@type": "Article"} -->') == [{"@type": "Article"}]


@pytest.mark.parametrize(
    ("said_type", "is_one"),
    [
        ("NewsArticle", True),
        (["WebPage", "http://schema.org/ReportageNewsArticle"], True),
        ("LiveBlogPosting", True),
        ("Comment", False),
        ({"a": []}, False),
        ([None, 1], False),
        (None, False),
    ],
)
def test_an_article_is_known_by_its_type(said_type: object, is_one: bool) -> None:
    assert is_article({"@type": said_type}) is is_one
    assert isinstance(types({"@type": said_type}), set)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  a\n &amp; b ", "a & b"),
        (["a"], "a"),
        (["a", "b"], ""),
        ({"@value": "a"}, ""),
        (7, "7"),
        (False, "false"),
        (1.5, ""),
        (None, ""),
    ],
)
def test_a_property_is_one_text_or_nothing(value: object, text: str) -> None:
    assert said({"x": value}, "x") == text


def test_authors_are_named_wherever_their_names_stand() -> None:
    known: list[dict[str, object]] = [{"@id": "#a", "name": "Ada"}, {"name": "No id"}]
    item = {"author": [{"@id": "#a"}, "Bo", {"name": "Cy"}, {"name": "Cy"}, {"url": "x"}, 7]}
    assert names(item, "author", [*known]) == ["Ada", "Bo", "Cy"]
    assert names({"author": {"name": ["a", "b"]}}, "author", []) == []
    assert names(None, "author", []) == []


def test_an_address_may_be_the_id_of_a_page() -> None:
    assert (
        address({"mainEntityOfPage": {"@id": "https://a.example/"}}, "mainEntityOfPage")
        == "https://a.example/"
    )
    assert address({"url": "https://a.example/"}, "url") == "https://a.example/"
    assert address({}, "url") == ""
