"""The tree of a YAML file: a walk through all of it, its plain data, and the places of its nodes."""

from typing import Any

from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode, locate, to_data, walk


def tree(text: str) -> Node:
    node, problems = parse("f.yaml", text.encode())
    assert problems == []
    assert node is not None
    return node


def test_a_place_is_found_by_the_path_of_its_field() -> None:
    node = tree("a:\n  - x: 1\n    y: [2, 3]\nb:\n")
    found = {
        name: (locate(node, path, key=key).line, locate(node, path, key=key).column)
        for name, path, key in (
            ("value", ("a", 0, "y", 1), False),
            ("key", ("a", 0, "y"), True),
            ("deepest there is", ("a", 0, "z"), False),
            ("beyond a list", ("a", 5), False),
            ("blank", ("b",), False),
        )
    }
    assert found == {
        "value": (3, 12),
        "key": (3, 5),
        "deepest there is": (2, 5),
        "beyond a list": (2, 3),
        "blank": (4, 1),
    }


def test_a_walk_visits_each_node_before_what_is_in_it_and_the_last_of_several_first() -> None:
    assert [path for path, _ in walk(tree("a:\n  - x: 1\n  - 2\nb: 3\n"))] == [
        (),
        ("b",),
        ("a",),
        ("a", 1),
        ("a", 0),
        ("a", 0, "x"),
    ]
    assert list(walk(None)) == []


def test_what_aliases_share_is_visited_at_each_of_its_places_or_once() -> None:
    node = tree("a: &a [x]\nb: [*a, *a]\n")
    assert [path for path, one in walk(node) if isinstance(one, TextNode)] == [
        ("b", 1, 0),
        ("b", 0, 0),
        ("a", 0),
    ]
    assert [path for path, _ in walk(node, once=True)] == [(), ("b",), ("b", 1), ("b", 1, 0)]


def test_what_a_visit_puts_into_a_node_is_visited_next() -> None:
    node = tree("[a, b]")
    visited = []
    for _, one in walk(node):
        if isinstance(one, ListNode):
            one.items[:] = one.items[:1]
        elif isinstance(one, TextNode):
            visited.append(one.value)
    assert visited == ["a"]


def test_each_path_of_a_walk_leads_to_its_node() -> None:
    node = tree("a:\n  - x: 1\n    y: [2, {z: 3}]\nb: 4\n")
    for path, one in walk(node):
        if isinstance(one, MapNode | ListNode) or not one.is_blank:
            assert locate(node, path) == one.location


def test_a_tree_that_aliases_make_deeper_than_python_can_recur_is_visited_and_has_its_data() -> None:
    levels = [f"a{number}: &a{number} {'[' * 20}*a{number - 1}{']' * 20}" for number in range(1, 44)]
    node = tree("\n".join(["a0: &a0 x", *levels]))
    assert max(len(path) for path, _ in walk(node)) == 1 + 43 * 20
    data = to_data(node)
    assert isinstance(data, dict)
    inner: Any = data["a43"]
    for _ in range(43 * 20):
        (inner,) = inner
    assert inner == "x"
