"""The occurrence that ends first, by whatever tier, and occurrences that stand side by side."""

from mkdocs_dossier.quotes.match import verify
from mkdocs_dossier.quotes.search import Tier, first
from mkdocs_dossier.quotes.sourcetext import SourceText


def test_words_as_they_stand_count_before_parts_that_end_at_the_same_place() -> None:
    text = "told them, he said: told […] soon"
    hit = first(SourceText(text), "told […] soon", 0, None)
    assert hit is not None
    assert (hit.tier, text[hit.start : hit.end]) == (Tier.EXACT, "told […] soon")


def test_parts_that_end_sooner_count_before_the_words_as_they_stand() -> None:
    text = "told them soon, he said, and: told […] soon"
    hit = first(SourceText(text), "told […] soon", 0, None)
    assert hit is not None
    assert (hit.tier, text[hit.start : hit.end]) == (Tier.ELIDED, "told them soon")


def test_a_part_beyond_the_end_is_not_found() -> None:
    source = SourceText("told them soon")
    assert first(source, "told […] soon", 0, len("told them")) is None
    assert first(source, "told […] soon", 0, len("told them soon")) is not None


def test_a_fragment_without_a_part_left_out_is_found_as_it_stands_or_not_at_all() -> None:
    assert first(SourceText("told them soon"), "told soon", 0, None) is None
    hit = first(SourceText("told them soon"), "them", 0, None)
    assert hit is not None
    assert hit.start == len("told ")


def test_two_signs_side_by_side_are_two_places() -> None:
    found = verify(SourceText("中中"), ["中", "中"], [])
    assert [match and match.start for match in found.quote] == [0, 1]
