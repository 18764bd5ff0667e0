"""Prose: what an author may use is shown as meant, all else as it was written."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.document.compose import link, text
from mkdocs_dossier.document.markdown import write
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.document.prose import DEPTH, plain, prose
from mkdocs_dossier.model.proselinks import ProseLink, prose_links
from tests.rendering import HOSTILE, Tree, elements, renderer, tree_of, words_in

PROJECT, MORE = renderer(more=False), renderer(more=True)
ALLOWED = {"div", "p", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br"}


def write_link(found: ProseLink) -> Inline:
    return link(text(found.label or f"record {found.id}"), f"../{found.id}/index.md")


def shown(value: str, *, more: bool = False) -> Tree:
    (box,) = tree_of(write(prose(value, write_link)), MORE if more else PROJECT)[2]
    assert isinstance(box, tuple)
    return box


def outline(tree: Tree) -> object:
    """Write a tree as nested lists: a name with its address or number, then what is in it."""
    name, attributes, children = tree
    known = dict(attributes)
    head = (
        f"{name} {known['href']}"
        if "href" in known
        else f"{name} {known['start']}"
        if "start" in known
        else name
    )
    return [head, *(outline(child) if isinstance(child, tuple) else child for child in children)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("One.", [["p", "One."]]),
        ("One\ntwo.", [["p", "One two."]]),
        ("One.\n\nTwo.", [["p", "One."], ["p", "Two."]]),
        (
            "*b*, **c**, ***d***.",
            [["p", ["em", "b"], ", ", ["strong", "c"], ", ", ["em", ["strong", "d"]], "."]],
        ),
        ("a\\\nb  \nc", [["p", "a", ["br"], "b", ["br"], "c"]]),
        ("- a\n- b *c*", [["ul", ["li", ["p", "a"]], ["li", ["p", "b ", ["em", "c"]]]]]),
        ("- a\n\n  b\n- c", [["ul", ["li", ["p", "a"], ["p", "b"]], ["li", ["p", "c"]]]]),
        (
            "- a\n  - b\n    - c",
            [["ul", ["li", ["p", "a"], ["ul", ["li", ["p", "b"], ["ul", ["li", ["p", "c"]]]]]]]],
        ),
        ("1. a\n2. b", [["ol", ["li", ["p", "a"]], ["li", ["p", "b"]]]]),
        ("3. a\n4. b", [["ol 3", ["li", ["p", "a"]], ["li", ["p", "b"]]]]),
        ("> a\n> b\n\nc", [["blockquote", ["p", "a b"]], ["p", "c"]]),
        ("> - a\n> > b", [["blockquote", ["ul", ["li", ["p", "a"]]], ["blockquote", ["p", "b"]]]]),
        ("[a](https://x.org/y)", [["p", ["a https://x.org/y", "a"]]]),
        ("[a *b*](http://x.org 'title')", [["p", ["a http://x.org", "a ", ["em", "b"]]]]),
        ("[a](mailto:a@b.org)", [["p", ["a mailto:a@b.org", "a"]]]),
        ("[[x]]", [["p", ["a ../x/index.md", "record x"]]]),
        ("*[[actor/x|the x]]*, so", [["p", ["em", ["a ../x/index.md", "the x"]], ", so"]]),
        ("- [[x]]\n", [["ul", ["li", ["p", ["a ../x/index.md", "record x"]]]]]),
        ("So![[x]]", [["p", "So!", ["a ../x/index.md", "record x"]]]),
        ("So![a](https://x.org)", [["p", "So!", ["a https://x.org", "a"]]]),
        # not of the safe kind: shown as it was written
        ("# a", [["p", "# a"]]),
        ("a\n===", [["p", "a ==="]]),
        ("---", [["p", "---"]]),
        ("    code", [["p", "code"]]),
        ("```\ncode\n```", [["p", "``` code ```"]]),
        ("`a` ~~b~~", [["p", "`a` ~~b~~"]]),
        ("a | b\n--- | ---\nc | d", [["p", "a | b --- | --- c | d"]]),
        ("<b>a</b> &amp; <!-- x -->", [["p", "<b>a</b> &amp; <!-- x -->"]]),
        ("<script>alert(1)</script>", [["p", "<script>alert(1)</script>"]]),
        ("<div markdown>\n\n*a*\n\n</div>", [["p", "<div markdown>"], ["p", ["em", "a"]], ["p", "</div>"]]),
        ("![a](https://x.org/y.png)", [["p", "!", ["a https://x.org/y.png", "a"]]]),
        ("<https://x.org> https://x.org", [["p", "<https://x.org> https://x.org"]]),
        ("[a](javascript:alert(1))", [["p", "[a](javascript:alert(1))"]]),
        ("[a](JaVaScRiPt:alert(1))", [["p", "[a](JaVaScRiPt:alert(1))"]]),
        ("[a](data:text/html,x)", [["p", "[a](data:text/html,x)"]]),
        ("[a](//x.org)", [["p", "[a](//x.org)"]]),
        ("[a](../x)", [["p", "[a](../x)"]]),
        ("[a](#x)", [["p", "[a](#x)"]]),
        ("[a][b]\n\n[b]: https://x.org", [["p", "[a][b]"], ["p", "[b]: https://x.org"]]),
        ("\\*a\\* \\[[x]]", [["p", "*a* [[x]]"]]),
        ("{{ a }} {% b %} {: .c }", [["p", "{{ a }} {% b %} {: .c }"]]),
        ("1986\\. A year.", [["p", "1986. A year."]]),
        ("a_b_c *d", [["p", "a_b_c *d"]]),
    ],
)
def test_prose_is_shown_as_meant(value: str, expected: list[object]) -> None:
    for more in (False, True):
        assert outline(shown(value, more=more)) == ["div", *expected]


def test_a_link_to_a_record_inside_another_link_is_not_a_link_in_a_link() -> None:
    tree = shown("[see [[x]] there](https://x.org) and [[[x]]](https://x.org)")
    for one in elements(tree):
        if one[0] == "a":
            assert [inner[0] for inner in elements(one)].count("a") == 1
    assert [one[0] for one in elements(tree)].count("a") == 2


_MARKUP = (
    "  \n",
    " ",
    " ",
    "\n",
    "\n\n",
    "\n- ",
    "\n> ",
    "\n1. ",
    "  ",
    "\t",
    "    ",
    "*a*",
    "**b**",
    "[[x]]",
)
_pieces = st.sampled_from(
    [*dict.fromkeys(HOSTILE.split()), *_MARKUP, "[[x]]", "[[x|y]]", "[a](https://x.org)"]
)
hostile_prose = st.lists(_pieces, min_size=1, max_size=12).map("".join).filter(str.strip)
prose_without_links = (
    st.lists(_pieces.filter(lambda piece: not set(piece) & set("[]()")), min_size=1, max_size=12)
    .map("".join)
    .filter(str.strip)
)


@settings(max_examples=200)
@given(hostile_prose)
def test_nothing_but_the_safe_kind_of_markup_comes_out(value: str) -> None:
    tree = shown(value, more=True)
    for name, attributes, _ in elements(tree):
        known = dict(attributes)
        assert name in ALLOWED
        if name == "a":
            allowed = {"href"} if known["href"].startswith("../") else {"href", "class", "rel"}
            assert known["href"].startswith(("http://", "https://", "mailto:", "../x/index.md"))
            assert set(known) <= allowed
        else:
            assert set(known) <= {"class", "start"}


@settings(max_examples=200)
@given(hostile_prose)
def test_both_sets_of_extensions_show_the_same(value: str) -> None:
    assert shown(value) == shown(value, more=True)


@settings(max_examples=200)
@given(prose_without_links)
def test_no_letter_is_lost(value: str) -> None:
    letters = [char for char in value if char.isalpha()]
    assert [char for char in words_in(shown(value)) if char.isalpha()] == letters


@settings(max_examples=200)
@given(hostile_prose)
def test_every_link_to_a_record_that_is_written_out_was_checked_before(value: str) -> None:
    known = set(prose_links(value))
    met: list[ProseLink] = []

    def note(found: ProseLink) -> Inline:
        met.append(found)
        return text("x")

    prose(value, note)
    assert set(met) <= known


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A *b* [c](https://x.org) [[x]] [[x|y]].", "A b c [x] y."),
        ("One.\n\n- Two\n- Three\n\n> Four", "One. Two Three Four"),
        ("a\\\nb\nc", "a b c"),
        ("<b>a</b> & `c`", "<b>a</b> & `c`"),
        ("[a *b*](https://x.org)", "a b"),
    ],
)
def test_the_words_alone_are_one_line(value: str, expected: str) -> None:
    assert plain(value, lambda found: f"[{found.id}]") == expected


@pytest.mark.parametrize("levels", [10, 30, 200])
@pytest.mark.parametrize("sign", ["> ", "- ", "1. "])
def test_what_is_nested_deeply_is_not_lost(sign: str, levels: int) -> None:
    value = sign * levels + "word"
    assert "word" in words_in(shown(value))
    assert "word" in plain(value, lambda found: found.id)


@pytest.mark.parametrize(("levels", "nested"), [(DEPTH - 1, DEPTH - 1), (DEPTH, DEPTH), (DEPTH + 1, DEPTH)])
def test_quotations_are_nested_to_a_depth_and_no_deeper(levels: int, nested: int) -> None:
    tree = shown("> " * levels + "word")
    assert [one[0] for one in elements(tree)].count("blockquote") == nested
    assert words_in(tree).strip() == "> " * (levels - nested) + "word"


@pytest.mark.parametrize(("levels", "nested"), [(DEPTH - 1, DEPTH - 1), (DEPTH, DEPTH), (DEPTH + 1, DEPTH)])
def test_emphasis_is_nested_to_a_depth_and_no_deeper(levels: int, nested: int) -> None:
    tree = shown("*a " * levels + "b* " * levels)
    assert [one[0] for one in elements(tree)].count("em") == nested
    assert words_in(tree).count("*") == 2 * (levels - nested)


@pytest.mark.slow
@pytest.mark.parametrize(
    "value",
    [
        "[" * 10_000,
        "[[" * 10_000,
        "*a " * 10_000,
        "**" * 10_000,
        "> " * 5_000 + "a",
        "- " * 5_000 + "a",
        "[a](" * 5_000,
        "[a](<" * 5_000,
        "\\" * 25_000,
        "[[a|" * 10_000,
        "*_" * 10_000,
        "a\n\n" * 5_000,
        "*a " * 5_000 + "b* " * 5_000,
        "**a " * 5_000 + "b** " * 5_000,
        "[a " * 2_000 + "](https://x.org)" * 2_000,
    ],
    ids=lambda value: value[:6] + value[-4:],
)
def test_no_prose_takes_long(value: str) -> None:
    start = time.process_time()
    prose(value, write_link)
    plain(value, lambda found: found.id)
    assert time.process_time() - start < 5  # less than 0.5 s on an idle machine
