import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.edits import Edit, apply, narrowed


def test_replacements_are_made_by_the_offsets_of_the_text_as_it_was() -> None:
    assert apply("one two three", [Edit(8, 13, "3"), Edit(0, 3, "first"), Edit(3, 3, ",")]) == "first, two 3"


def test_overlapping_replacements_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply("one two", [Edit(0, 4, ""), Edit(3, 5, "")])


def test_a_replacement_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        apply("one", [Edit(2, 4, "")])


def test_a_narrowed_edit_touches_only_what_differs() -> None:
    assert narrowed("the “word”", 'the "word”', 10) == [Edit(14, 15, '"')]
    assert narrowed("same", "same") == []


@given(st.text(alphabet="ab\n", max_size=12), st.text(alphabet="ab\n", max_size=12))
def test_a_narrowed_edit_makes_one_text_into_the_other(old: str, new: str) -> None:
    assert apply(old, narrowed(old, new)) == new
