"""Which place of a fragment is taken, where several would do."""

import pytest

from mkdocs_dossier.quotes import search
from mkdocs_dossier.quotes.match import Match, verify
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find


def exact(matches: tuple[Match | None, ...]) -> list[str | None]:
    return [match.exact if match else None for match in matches]


def starts(matches: tuple[Match | None, ...]) -> list[int | None]:
    return [match.start if match else None for match in matches]


def test_a_shortened_fragment_is_taken_inside_its_passage_though_it_is_tighter_elsewhere() -> None:
    source = SourceText("We told all of them. Kirby left. We met them.")
    found = verify(source, ["We […] them"], ["We told all of them"])
    assert exact(found.quote) == ["We told all of them"]
    assert exact(verify(source, ["We […] them"], []).quote) == ["We met them"]


def test_of_shortened_fragments_the_tightest_is_taken_wherever_it_stands() -> None:
    assert exact(verify(SourceText("We met them. We told all of them."), ["We […] them"], []).quote) == [
        "We met them"
    ]
    assert exact(verify(SourceText("We told all of them. We met them."), ["We […] them"], []).quote) == [
        "We met them"
    ]


def test_the_very_words_come_before_a_shortening_even_if_that_is_quoted() -> None:
    text = "“We told them,” he said. The sign read: We [...] them."
    (match,) = verify(SourceText(text), ["We […] them"], []).quote
    assert match and (match.tier, match.exact) == (Tier.TYPOGRAPHIC, "We [...] them")


def test_what_does_not_follow_in_the_passage_is_not_taken_from_behind_it() -> None:
    source = SourceText("He said “late” and “soon”. Later it was late.")
    found = verify(source, ["soon", "late"], ["He said “late” and “soon”"])
    assert starts(found.quote) == [source.text.index("soon"), None]
    twice = verify(source, ["late", "late"], ["He said “late” and “soon”"])
    assert starts(twice.quote) == [source.text.index("late"), source.text.rindex("late")]


@pytest.mark.parametrize(
    ("text", "passage", "place"),
    [
        # In the passage, whatever is quoted elsewhere in the same way.
        ("He said “prior”. “It was prior,” she said.", "It was prior", 1),
        ("He said “prior”. “It was prior,” she said.", "He said “prior”", 0),
        # At the very beginning of the passage, or at its end.
        ("prior it was, she said. It was prior.", "prior it was", 0),
        ("It was prior, she said. prior it was.", "It was prior", 0),
        # Quoted, before the passage.
        ("It was prior, and “prior” again.", "It was prior", 1),
        # In the passage's paragraph, before another.
        ("It was prior.\nHe said it was prior, and left.\nIt was prior.", "and left", 1),
        ("It was prior, he said.\nIt was prior.", "he said.", 0),
        ("“It was prior.”\nHe said it was prior, and left.", "and left", 0),
    ],
)
def test_quotation_marks_and_then_the_passage_and_then_its_paragraph_decide(
    text: str, passage: str, place: int
) -> None:
    # The last fragment stands outside of the passage, so that not all can be found in it.
    source = SourceText(f"{text}\nThen it was later.")
    all_places = [match.start for match in find(source, "prior")]
    assert starts(verify(source, ["prior", "later"], [passage]).quote)[:1] == [all_places[place]]


def test_where_nothing_speaks_for_a_place_the_first_is_taken() -> None:
    assert starts(verify(SourceText("It was prior. It was prior."), ["prior"], ["nowhere"]).quote) == [7]


def test_a_fragment_that_ends_where_the_passage_ends_is_inside_it() -> None:
    source = SourceText("prior note. He gave prior note")
    assert starts(verify(source, ["prior note"], ["gave prior note"]).quote) == [20]
    assert starts(verify(source, ["prior note"], ["prior note. He"]).quote) == [0]


def test_sixty_four_fragments_are_chosen_among_their_places_and_more_are_not() -> None:
    text = "go " * 65 + "“go”"
    assert starts(verify(SourceText(text), ["go"] * 64, []).quote)[-1] == text.index("“") + 1
    assert starts(verify(SourceText(text), ["go"] * 65, []).quote)[-1] == 64 * 3


def test_two_hundred_places_of_a_fragment_are_weighed() -> None:
    assert starts(verify(SourceText("go " * 199 + "“go”"), ["go"], []).quote) == [199 * 3 + 1]
    assert starts(verify(SourceText("go " * 200 + "“go”"), ["go"], []).quote) == [0]


def test_shortened_places_are_given_the_tightest_first_and_then_the_first() -> None:
    source = SourceText("We all met. We met. We two met. We met.")
    assert [match.exact for match in find(source, "We […] met")] == [
        "We met",
        "We met",
        "We all met",
        "We two met",
    ]
    assert [match.start for match in find(source, "We […] met")] == [12, 32, 0, 20]
    assert [match.start for match in find(source, "We […] met", start=1, end=30)] == [12, 20]


@pytest.mark.parametrize(("effort", "found"), [(1, 1), (34, 1), (35, 2), (68, 2), (69, 3)])
def test_the_search_of_one_fragment_ends_when_its_effort_is_spent(
    monkeypatch: pytest.MonkeyPatch, effort: int, found: int
) -> None:
    # Each place costs the two letters of the fragment, and 32 besides.
    monkeypatch.setattr(search, "_EFFORT", effort)
    assert len(find(SourceText("go " * 9), "go")) == found


def test_places_inside_a_word_cost_no_search_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_EFFORT", 3 * 33)
    assert [match.start for match in find(SourceText(f"- {'a' * 20} a"), "a")] == [23]


def test_a_shortened_fragment_is_found_between_two_offsets_only() -> None:
    assert find(SourceText("We said it. We met."), "We […] met", end=10) == []
    assert find(SourceText("We said it. We met."), "We […] met", start=16) == []


@pytest.mark.parametrize(("parts", "first"), [(64, 2), (65, 0)])
def test_the_tightest_way_is_looked_for_through_sixty_four_parts(parts: int, first: int) -> None:
    following = [f"y{number}" for number in range(parts - 1)]
    (match,) = find(SourceText(" ".join(["x", "x", *following])), " […] ".join(["x", *following]))
    assert match.start == first


@pytest.mark.parametrize(("parts", "weighed"), [(2, 1000), (8, 1000), (10, 800), (40, 200), (64, 200)])
def test_the_more_parts_a_fragment_has_the_fewer_places_of_each_are_weighed(parts: int, weighed: int) -> None:
    following = [f"y{number}" for number in range(parts - 1)]
    text = "x " * 1100 + " ".join(following)
    assert find(SourceText(text), " […] ".join(["x", *following]))[0].start == (weighed - 1) * 2


def test_a_shortened_fragment_is_found_though_its_place_is_not_among_those_weighed() -> None:
    text = "x " * 1100 + "y x"
    assert [match.start for match in find(SourceText(text), "y […] x")] == [2200]
