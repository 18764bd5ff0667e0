"""The pictures of ties: an actor among its neighbours, and all actors laid out by Graphviz."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.ties import neighbours, network
from mkdocs_dossier.pictures.ties.graph import Actor, Tie, Ties, merged
from mkdocs_dossier.pictures.ties.graphviz import Edge, Layout, Placement, load_layout
from tests.pictures.drawn import (
    ARABIC,
    ENGLISH,
    MORE,
    TIES,
    address,
    drawn_neighbours,
    folded,
    links,
    notes,
    parsed,
    shapes,
    texts,
    titles,
)


def rows(sizes: object, edges: object) -> Placement:
    """Lay nodes out below one another, without Graphviz."""
    assert isinstance(sizes, list)
    assert isinstance(edges, list)
    nodes = tuple((100.0, 20.0 + 50 * index) for index in range(len(sizes)))
    curves = tuple((nodes[edge.first], (0.0, 0.0), (9.0, 9.0), nodes[edge.second]) for edge in edges)
    labels = tuple((50.0, 50.0) if edge.label else None for edge in edges)
    return Placement(200.0, 50.0 * len(sizes), nodes, curves, labels)


def drawn_network(ties: Ties = TIES, layout: Layout | None = rows) -> Picture | None:
    return network.draw(ties, layout, href=address, words=ENGLISH, more=MORE)


def many(number: int) -> Ties:
    actors = [Actor(f"a{index}", f"Actor {index}", "organisation", "organisation") for index in range(number)]
    return Ties.of(actors, [Tie(f"a{index}", f"a{index // 9}", "part") for index in range(1, number)])


def tops(picture: Picture | None) -> dict[str, float]:
    """Give the top of each actor's box, in pixels, by its address."""
    found = {}
    for link in parsed(picture).iter("a"):
        box = link.find("rect")
        if box is not None:
            found[link.get("href", "").split("/")[-2]] = float(box.get("y", "nan"))
    return found


def lefts(picture: Picture | None) -> dict[str, str]:
    """Give the left of each actor's box by its address, in percent or in pixels."""
    boxes = [
        (link.get("href", "").split("/")[-2], link.find("rect"))
        for link in parsed(picture).iter("a")
        if link.get("id") is None
    ]
    return {key: box.get("x", "") for key, box in boxes if box is not None}


def test_bodies_stand_above_an_actor_and_its_parts_and_relations_below() -> None:
    assert list(tops(drawn_neighbours()).items()) == sorted(
        tops(drawn_neighbours()).items(), key=lambda one: one[1]
    )
    assert list(tops(drawn_neighbours())) == ["us", "us-government", "council", "israel"]


def test_a_person_stands_below_all_that_they_speak_for() -> None:
    assert list(tops(drawn_neighbours(actor="kirby"))) == ["us", "us-government", "council", "kirby"]


def test_posts_and_relations_are_said_and_drawn_apart() -> None:
    of_kirby = drawn_neighbours(actor="kirby")
    assert "Spokesman" in texts(of_kirby)
    kinds = [line.get("class") for line in parsed(of_kirby).iter("line")]
    assert kinds == ["d-tie d-speaks", "d-tie d-part", "d-tie d-part"]
    assert "supports" in texts(drawn_neighbours())


def test_the_ties_are_said_in_words_too() -> None:
    picture = drawn_neighbours()
    assert picture is not None
    assert picture.summary == (
        "US government is part of United States. "
        "National Security Council is part of US government. "
        "US government: supports: Israel."
    )


def test_an_actor_without_ties_has_no_picture() -> None:
    assert drawn_neighbours(actor="alone") is None


def test_a_body_with_hundreds_of_parts_shows_a_few_and_counts_the_rest() -> None:
    actors = [Actor(f"a{index}", f"Actor {index}", "organisation", "organisation") for index in range(300)]
    ties = Ties.of(actors, [Tie(f"a{index}", "a0", "part") for index in range(1, 300)])
    picture = neighbours.draw("a0", ties, href=address, words=ENGLISH, more=MORE)
    assert picture is not None
    assert picture.left_out == 300 - neighbours.MOST
    assert len(tops(picture)) == neighbours.MOST
    assert "276 more ties are in the list only." in notes(picture)
    assert MORE in links(picture)


def test_bodies_that_are_part_of_one_another_are_drawn_once() -> None:
    actors = [Actor(one, one, "state", "state") for one in "abc"]
    circle = Ties.of(actors, [Tie("a", "b", "part"), Tie("b", "c", "part"), Tie("c", "a", "part")])
    picture = neighbours.draw("a", circle, href=address, words=ENGLISH, more=MORE)
    assert sorted(tops(picture)) == ["a", "b", "c"]


def test_a_tie_to_oneself_or_to_nobody_is_left_out() -> None:
    actors = [Actor("a", "A", "state", "state")]
    assert Ties.of(actors, [Tie("a", "a", "part"), Tie("a", "b", "part")]).touching("a") == ()


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_any_name_and_post_are_found_as_they_were_written(name: str, post: str) -> None:
    ties = Ties.of(
        [Actor("a", name, "person", "person"), Actor("b", "Body", "state", "state")],
        [Tie("a", "b", "role", post)],
    )
    picture = neighbours.draw("b", ties, href=address, words=ENGLISH, more=MORE)
    assert folded(f"{name}, person: {post}") in titles(picture)


def test_the_network_has_all_actors_with_ties_and_counts_the_others() -> None:
    picture = drawn_network()
    assert picture is not None
    assert sorted(tops(picture)) == ["council", "israel", "kirby", "us", "us-government"]
    assert picture.left_out == 1
    assert {
        "John Kirby speaks for National Security Council (Spokesman).",
        "US government: supports: Israel.",
    } <= {path.findtext("title") for path in parsed(picture).iter("path")}


def test_the_network_of_hundreds_shows_those_with_most_ties() -> None:
    picture = drawn_network(many(300))
    assert picture is not None
    assert len(tops(picture)) <= network.MOST
    assert picture.left_out == 300 - len(tops(picture))
    assert "actors without ties, or with the fewest, are in the list only." in notes(picture)


def test_what_runs_from_right_to_left_mirrors_ties() -> None:
    plain, mirrored = (
        neighbours.draw("us-government", TIES, href=address, words=words, more=MORE)
        for words in (ENGLISH, ARABIC)
    )
    assert lefts(mirrored) == {
        **lefts(plain),
        "council": lefts(plain)["israel"],
        "israel": lefts(plain)["council"],
    }
    assert tops(mirrored) == tops(plain)
    # An arrow that leads to the right of the line leads to the left of it.
    assert {*shapes(plain), *shapes(mirrored)} == {"right", "left"}


def test_the_network_is_mirrored_where_words_run_from_right_to_left() -> None:
    def aside(sizes: object, edges: object) -> Placement:
        plain = rows(sizes, edges)
        return replace(plain, nodes=tuple((60.0, y) for _, y in plain.nodes))

    plain, mirrored = (
        network.draw(TIES, aside, href=address, words=words, more=MORE) for words in (ENGLISH, ARABIC)
    )
    middles = [
        {float(one.get("x") or 0) for one in parsed(picture).iter("text") if one.get("class") == "d-lane"}
        for picture in (plain, mirrored)
    ]
    assert middles == [{60.0}, {140.0}]


def test_a_layout_is_mirrored_with_its_curves_and_labels() -> None:
    layout = Placement(200.0, 50.0, ((30.0, 5.0),), (((0.0, 1.0), (200.0, 2.0)),), ((50.0, 9.0), None))
    assert layout.mirrored() == Placement(
        200.0, 50.0, ((170.0, 5.0),), (((200.0, 1.0), (0.0, 2.0)),), ((150.0, 9.0), None)
    )
    assert layout.mirrored().mirrored() == layout


def test_a_long_name_is_folded_and_its_box_is_higher_where_a_tie_is_named_under_it() -> None:
    long = "Office of the High Representative for Disarmament"
    actors = [Actor(key, long if key == "b" else key, "organisation", "body") for key in "abc"]
    ties = Ties.of(actors, [Tie("b", "a", "role", "Principal Deputy Spokesperson"), Tie("c", "a", "part")])
    picture = neighbours.draw("a", ties, href=address, words=ENGLISH, more=MORE)
    narrow = [one.text for one in parsed(picture).iter("text") if "d-wide" not in (one.get("class") or "")]
    assert narrow == ["a", "Office of the High", "Representative…", "Principal Deputy", "Spokesperson", "c"]
    highs = [box.get("height") for box in parsed(picture).iter("rect") if box.get("rx") == "3"]
    assert highs[:3] == ["40", "70", "70"]


def test_boxes_do_not_meet_and_hold_their_text() -> None:
    actors = [
        Actor(f"a{index}", "Some long name of a body " * (index % 3), "organisation", "body")
        for index in range(30)
    ]
    ties = Ties.of(actors, [Tie(f"a{index}", "a0", "role", "post " * (index % 4)) for index in range(1, 30)])
    picture = neighbours.draw("a0", ties, href=address, words=ENGLISH, more=MORE)
    boxes = []
    for link in parsed(picture).iter("a"):
        box = link.find("rect")
        if box is not None:
            x, y, wide, high = (
                float((box.get(name) or "").rstrip("%")) for name in ("x", "y", "width", "height")
            )
            boxes.append((x, y, x + wide, y + high))
            assert high >= 24
            assert all(y + 10 <= float(line.get("y") or 0) <= y + high - 3 for line in link.iter("text"))
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_without_a_layout_or_without_ties_there_is_no_network() -> None:
    assert drawn_network(layout=None) is None
    assert drawn_network(Ties.of([Actor("a", "A", "state", "state")], [])) is None
    assert "Graphviz" in network.missing(ENGLISH)


@pytest.fixture
def graphviz() -> Layout:
    layout = load_layout()
    if layout is None:
        pytest.skip("pygraphviz is not installed here")
    return layout


def test_graphviz_lays_bodies_left_of_their_parts_and_boxes_apart(graphviz: Layout) -> None:
    sizes = [(120.0, 28.0)] * 4
    edges = [
        Edge(0, 1, ranks=True),
        Edge(0, 2, ranks=True),
        Edge(1, 3, ranks=True),
        Edge(2, 3, ranks=False, label=(40, 14)),
    ]
    found = graphviz(sizes, edges)
    assert found.nodes[0][0] < found.nodes[1][0] < found.nodes[3][0]
    assert found.nodes[1][0] == found.nodes[2][0]
    assert abs(found.nodes[1][1] - found.nodes[2][1]) >= 28
    assert all(len(curve) % 3 == 1 for curve in found.curves)
    assert [place is not None for place in found.labels] == [False, False, False, True]


def test_graphviz_lays_the_same_graph_out_the_same_way(graphviz: Layout) -> None:
    first = drawn_network(many(120), graphviz)
    assert first is not None
    assert first == drawn_network(many(120), graphviz)
    assert len(first.svg.encode()) < 100_000


def _tangled(relations: int) -> list[Edge]:
    """Make a graph of eighty nodes with relations between any of them, each with a label."""
    random = Random(2)  # noqa: S311 - not for secrets
    ranked = [Edge(one // 5, one, ranks=True) for one in range(1, 80)]
    ends = (random.sample(range(80), 2) for _ in range(relations))
    return [*ranked, *(Edge(first, second, ranks=False, label=(60, 15)) for first, second in ends)]


@pytest.mark.parametrize("relations", [40, 80])
def test_where_graphviz_fails_over_labels_there_is_a_picture_without_them(
    relations: int, graphviz: Layout
) -> None:
    found = graphviz([(100.0, 29.0)] * 80, _tangled(relations))
    assert len(found.nodes) == 80
    assert all(found.curves)


def test_a_layout_that_is_made_in_a_process_of_its_own_is_the_same(
    graphviz: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes, edges = [(100.0, 29.0)] * 80, _tangled(5)
    inside = graphviz(nodes, edges)
    monkeypatch.setattr("mkdocs_dossier.pictures.ties.graphviz._FEW_LABELS", 0)
    assert graphviz(nodes, edges) == inside


def test_of_very_many_ties_the_network_shows_the_closest_and_says_how_many_more_there_are() -> None:
    actors = [Actor(f"a{one:03}", f"Actor {one}", "person", "person") for one in range(60)]
    pairs = [(first, second) for first in range(60) for second in range(1, first) if (first + second) % 3]
    ties = [Tie(f"a{first:03}", f"a{second:03}", "relation", "knows") for first, second in pairs]
    own = [Tie(f"a{one:03}", "a000", "part") for one in range(1, 60)]
    picture = drawn_network(Ties.of(actors, [*ties, *own]))
    assert picture is not None
    assert picture.svg.count("d-tie d-part") == 59 + 1
    assert picture.svg.count('class="d-tie d-') == 160 + 2
    assert f"{59 + len(pairs) - 160:,} more ties are in the list only." in picture.svg


def test_a_tie_that_stands_for_very_many_names_the_first() -> None:
    many_posts = [Tie("a", "b", "role", f"Envoy for matter {one}") for one in range(400)]
    (tie,) = merged(many_posts)
    assert tie.label.startswith("Envoy for matter 0, Envoy for matter 1, ")
    assert tie.label.endswith(", …")
    assert len(tie.label) < 250
