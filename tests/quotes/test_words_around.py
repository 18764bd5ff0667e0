"""How many characters before and after a match come with it, for those who look it up again."""

import pytest

from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find


@pytest.mark.parametrize(("length", "shown"), [(31, 31), (32, 32), (33, 32)])
def test_32_characters_around_a_match_come_with_it(length: int, shown: int) -> None:
    (match,) = find(SourceText(f"{'a' * (length - 1)} HERE {'b' * (length - 1)}"), "HERE")
    assert (match.prefix, match.suffix) == ("a" * (shown - 1) + " ", " " + "b" * (shown - 1))


def test_a_character_that_does_not_fit_around_a_match_is_left_out_whole() -> None:
    mark = "e" + "\u0301" * 40
    (match,) = find(SourceText(f"{mark}国HERE国{mark}"), "国HERE国")
    assert (match.prefix, match.suffix) == ("", "")
    (match,) = find(SourceText("e\u0301" * 20 + " HERE " + "e\u0301" * 20), "HERE")
    assert (match.prefix, match.suffix) == ("e\u0301" * 15 + " ", " " + "e\u0301" * 15)
