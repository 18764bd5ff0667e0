"""Where figures over time stand, and what their labels keep clear of."""

import pytest

from mkdocs_dossier.pictures.time.items import Item
from mkdocs_dossier.pictures.time.steplabels import Box
from mkdocs_dossier.pictures.time.stepplot import BOTTOM, HALF, HEAD, Plot
from mkdocs_dossier.pictures.time.timescale import AXIS, Span
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate
from tests.pictures.drawn import ENGLISH

Figure = tuple[str, str, str]


def plot(*figures: Figure) -> Plot:
    """Lay out figures, each a shape, a date and an amount."""
    items = [
        (Item(str(index), Span.of_moment(EdtfDate.parse(date)), glyph, "", ""), Amount.parse(amount))
        for index, (glyph, date, amount) in enumerate(figures)
    ]
    return Plot.of(items, ENGLISH)


def order(found: Plot) -> list[str]:
    return [point.mark.item.id for point in found.points]


def test_points_stand_from_left_to_right_where_the_middle_of_a_stretch_is() -> None:
    assert order(plot(("a", "2022", "1"), ("a", "2022-03-01", "2"), ("a", "2022-12-01", "3"))) == [
        "1",
        "0",
        "2",
    ]


def test_the_line_of_a_voice_has_its_marks_alone() -> None:
    found = plot(("a", "2022-01-01", "1"), ("b", "2022-01-02", "2"), ("a", "2022-01-03", "3"))
    assert [mark.item.id for mark in found.line("a")] == ["0", "2"]


@pytest.mark.parametrize(
    ("amount", "ends"),
    [("40", [40]), (">40", [40]), ("<40", [40]), ("20-40", [20, 40]), ("40-40", [40]), ("~40", [40])],
)
def test_marks_stand_at_the_numbers_that_were_given(amount: str, ends: list[int]) -> None:
    found = plot(("a", "2022-01-01", amount), ("a", "2022-01-02", "100"))
    assert list(found.points[0].ends) == [BOTTOM - 1.6 * end for end in ends]
    assert found.points[0].mark.y == pytest.approx(BOTTOM - 1.6 * sum(ends) / len(ends))


def test_the_span_of_about_a_number_is_below_the_top_of_the_axis_too() -> None:
    found = plot(("a", "2022-01-01", "~100"), ("a", "2022-01-02", "100"))
    assert found.numbers.ticks[-1] >= 125


def test_a_bar_fades_upwards_from_its_number_and_downwards_no_further_than_nothing() -> None:
    found = plot(("a", "2022-01-01", ">=100"), ("a", "2022-01-02", "<100"), ("a", "2022-01-03", "<1"))
    up, down, low = map(found.bar, found.points)
    top = found.points[0].mark.y
    assert (up.top, up.high, up.fade) == (top - 26, 26, "fade-up")
    assert (down.top, down.high, down.fade) == (top, 26, "fade-down")
    assert low.high == pytest.approx(1.6)


def test_the_box_of_a_figure_holds_its_marks_its_bar_and_its_ring() -> None:
    found = plot(
        ("a", "2022-01-01", "100"),
        ("b", "2022-01-02", ">=100"),
        ("c", "2022-01-03", "<100"),
        ("d", "2022-01-04", "20-80"),
        ("e", "2022-01-05?", "50"),
    )
    boxes = [
        (box.left, box.right, box.top - point.mark.y, box.bottom - point.mark.y)
        for point in found.points
        for box in [found.whole(point)]
    ]
    assert boxes == [
        (-HALF, HALF, -HALF, HALF),
        (-HALF, HALF, -26, HALF),
        (-HALF, HALF, -HALF, 26),
        (-HALF, HALF, -48 - HALF, 48 + HALF),
        (-12, 12, -12, 12),
    ]


def test_the_box_of_a_mark_that_moved_aside_moves_with_it() -> None:
    found = plot(("a", "2022-01-01", "50"), ("b", "2022-01-01", "50"), ("a", "2022-01-09", "50"))
    assert [point.dx for point in found.points] == [0, 7, 0]
    first = found.whole(found.points[0])
    assert found.whole(found.points[1]) == first._replace(left=7 - HALF, right=7 + HALF)


def test_labels_keep_clear_of_all_texts_marks_and_bars_and_where_they_can_of_lines() -> None:
    found = plot(("a", "2022-01-01", "50"), ("a", "2022-01-05", "100"), ("b", "2022-01", "20"))
    sheet = found.sheet(["a"], ENGLISH)
    assert Box(0, 100, 0, 0, AXIS, HEAD + 4) in sheet.boxes
    assert set(map(found.whole, found.points)) < set(sheet.boxes)
    assert set(found.numbers.boxes(found.left, ENGLISH)) < set(sheet.boxes)
    stretch = found.points[-1].mark
    assert Box(stretch.left, stretch.right, 0, 0, stretch.y - 3.5, stretch.y + 3.5) in sheet.boxes
    one, two = found.line("a")
    assert sheet.lines == [
        Box(one.x, two.x, 0, 0, one.y - 1, one.y + 1),
        Box(two.x, two.x, -1, 1, two.y, one.y),
    ]
    assert found.sheet([], ENGLISH).lines == []


def test_the_bar_of_a_date_moves_aside_with_its_mark() -> None:
    found = plot(("a", "2022-01", "50"), ("b", "2022-01", "50"))
    one, two = [box for box in found.sheet([], ENGLISH).boxes if box.end - box.start > 5][1:]
    assert (one.left, one.right, two.left, two.right) == (0, 0, 7, 7)


def test_an_open_date_fades_over_a_part_of_the_picture_and_no_stretch_covers_the_numbers() -> None:
    found = plot(("a", "2022-01-04/..", "5"), ("a", "19XX", "6"), ("a", "2022-01-01", "7"))
    marks = {point.mark.item.id: point.mark for point in found.points}
    assert marks["0"].right == pytest.approx(marks["0"].x + 8)
    assert marks["1"].left == found.left
