"""The share of a picture's width that the densest stretch of time gets."""

import pytest

from mkdocs_dossier.pictures.time.densest import shares


def test_the_densest_days_get_most_of_the_width_and_the_others_what_their_names_need() -> None:
    found = shares([(0.0, 1.0), (400.0, 401.0), (500.0, 506.0)], [0, 400, *[503.0] * 9], 92, 600)
    assert found is not None
    assert found[-1].wide >= 60
    assert all(one.wide * 600 / 100 >= 44 for one in found)
    assert sum(one.wide + one.gap for one in found) == pytest.approx(92)


def test_days_that_an_even_scale_would_lose_are_drawn_larger_without_a_break() -> None:
    marks = [*(float(day) for day in range(0, 1000, 100)), *(float(500 + day) for day in range(1, 31))]
    found = shares([(0.0, 1000.0)], marks, 92, 600)
    assert found is not None
    assert found[1].stretch == (499, 525)
    assert [one.gap for one in found] == [0, 0, 0]
    assert found[1].wide >= 60


def test_few_marks_have_no_densest_stretch() -> None:
    assert shares([(0.0, 9.0)], [1.0, 2.0, 3.0, 8.0], 92, 600) is None
