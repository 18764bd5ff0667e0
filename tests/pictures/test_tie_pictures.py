"""The pictures of ties: an actor among its neighbours, and all actors laid out by Graphviz."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.ties import neighbours, network
from mkdocs_dossier.pictures.ties.graph import Actor, Tie, Ties
from mkdocs_dossier.pictures.ties.graphviz import Edge, Layout, Placement, load_layout
from tests.pictures.drawn import (
    ENGLISH,
    MORE,
    TIES,
    address,
    drawn_neighbours,
    folded,
    links,
    notes,
    parsed,
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
    assert {"Spokesman", "supports"} <= {path.findtext("title") for path in parsed(picture).iter("path")}


def test_the_network_of_hundreds_shows_those_with_most_ties() -> None:
    picture = drawn_network(many(300))
    assert picture is not None
    assert len(tops(picture)) <= network.MOST
    assert picture.left_out == 300 - len(tops(picture))
    assert "actors without ties, or with the fewest, are in the list only." in notes(picture)


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
