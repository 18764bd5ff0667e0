"""Pages of records with several long lists: what each keeps there."""

import pytest

from mkdocs_dossier.document.compose import bullets, stack, text
from mkdocs_dossier.document.html import write
from mkdocs_dossier.document.nodes import Block
from mkdocs_dossier.pages.largest import Lists, fitting
from mkdocs_dossier.pages.longlists import LongList
from mkdocs_dossier.pages.view import Here


def _rows(_here: Here, items: object) -> Block:
    return bullets(text(str(one)) for one in items)  # type: ignore[attr-defined]


def lists(*sizes: int, letters: int) -> Lists:
    return [
        [LongList(f"l{at}", "L", [f"{one} " * letters for one in range(size)], _rows)]
        for at, size in enumerate(sizes)
    ]


def written(groups: Lists) -> Block:
    return stack(*(one.listed(None, one.rows_of(1)) for group in groups for one in group))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sizes", "letters", "kept"),
    [
        ((100, 100), 10, [100, 100]),
        ((100, 100), 500, [50, 50]),
        ((100, 100, 30), 500, [25, 25, 10]),
        ((100, 30, 3), 1_500, [25, 10, 3]),
        # A few rows stand on the page however long they are: their own weight ends that.
        ((20, 20), 5_000, [20, 20]),
        ((100, 1_000), 50_000, [25, 25]),
    ],
)
def test_lists_keep_half_of_their_rows_until_the_page_is_small_enough(
    sizes: tuple[int, ...], letters: int, kept: list[int]
) -> None:
    blocks, found = fitting(lists(*sizes, letters=letters), written)
    assert [one.kept_rows for one in found] == kept
    assert write(blocks) == write(written([found]))


def test_what_a_list_does_not_keep_stands_on_its_further_pages() -> None:
    _, found = fitting(lists(100, 100, letters=500), written)
    for one in found:
        pages = [one.rows_of(number) for number in range(1, one.count + 1)]
        assert [item for page in pages for item in page] == list(one.items)
