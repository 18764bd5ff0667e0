"""Lists of a record: what stands on its page, and what on the further ones."""

from functools import cache

import pytest

from mkdocs_dossier.document.compose import bullets, text
from mkdocs_dossier.document.nodes import Block
from mkdocs_dossier.pages.lengths import FEWER_ROWS, ROWS
from mkdocs_dossier.pages.longlists import LongList, first_rows, further_pages
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.words import Words
from tests.pages.showing import Shown
from tests.support import sound

REF = Ref("actors", "ann")
ANN = "actors: {ann: {name: Ann, kind: person}}\n"


def _numbers(here: Here, items: object) -> Block:
    assert here.path.startswith("actors/ann/")
    return bullets(text(str(one)) for one in items)  # type: ignore[attr-defined]


def numbered(items: int, kept: int = ROWS, rows: int = ROWS) -> LongList[int]:
    return LongList("things", "Things", range(items), _numbers, kept=kept, rows=rows)


@cache
def view() -> View:
    loaded = sound(ANN)
    return View(loaded.dossier, loaded.findings, Words(), Outlines((), ()))


@pytest.mark.parametrize(
    ("items", "kept", "rows", "pages"),
    [
        (1, 3, 3, ["0"]),
        (3, 3, 3, ["0 1 2"]),
        (4, 3, 3, ["0 1 2", "3"]),
        (7, 3, 3, ["0 1 2", "3 4 5", "6"]),
        (7, 1, 3, ["0", "1 2 3", "4 5 6"]),
        (4, 0, 3, ["", "0 1 2", "3"]),
    ],
)
def test_every_item_stands_on_one_page_in_its_order(
    items: int, kept: int, rows: int, pages: list[str]
) -> None:
    listed = numbered(items, kept, rows)
    assert listed.count == len(pages)
    found = [" ".join(map(str, listed.rows_of(number))) for number in range(1, len(pages) + 1)]
    assert found == pages


def test_a_list_without_items_has_no_part_and_no_pages() -> None:
    assert first_rows(view().here("actors/ann/index.md"), REF, numbered(0)) == ()
    assert list(further_pages(view(), REF, numbered(0))) == []


def test_a_list_that_the_records_page_holds_has_no_further_page() -> None:
    assert list(further_pages(view(), REF, numbered(ROWS))) == []


def test_further_pages_stand_below_the_address_of_the_record_and_say_of_whom_they_are() -> None:
    pages = list(further_pages(view(), REF, numbered(2 * ROWS + 1)))
    assert [page.path for page in pages] == [f"actors/ann/things/{number}/index.md" for number in (2, 3)]
    assert [page.title for page in pages] == ["Ann: Things, page 2", "Ann: Things, page 3"]


MANY = "".join(
    f"  s{number}: {{speaker: ann, said: '2024-02-01', source: s, quote: It is over {number:03}}}\n"
    for number in range(ROWS + 5)
)


@cache
def site() -> Shown:
    return Shown(sound(f"sources: {{s: {{title: S}}}}\n{ANN}statements:\n{MANY}"))


def test_the_pages_of_a_list_lead_to_one_another_and_to_the_record() -> None:
    assert "actors/ann/statements/2" in site().leads_to("actors/ann")
    further = dict(site().links("actors/ann/statements/2"))
    assert further["Ann"] == "../../../../actors/ann/index.md"
    assert further["1"] == "../../../../actors/ann/index.md#statements"


def test_no_statement_is_lost_between_the_pages() -> None:
    listed = [
        row[1]
        for path in ("actors/ann", "actors/ann/statements/2")
        for row in site().rows(path)
        if row[0] == "1 February 2024"
    ]
    assert len(listed) == ROWS + 5
    assert len(set(listed)) == ROWS + 5
    assert sum(row[0] == "1 February 2024" for row in site().rows("actors/ann")) == FEWER_ROWS


LARGEST = 200_000
"""The bytes of a page with short words: what the theme adds, and longer words, keep it below 300 KB."""


@cache
def crowded() -> Shown:
    """A dossier in which much is said by one actor, for it, against it, and of one event in one source."""
    numbers = range(150)
    claims = "".join(f"  c{one}: {{text: It was {one}., about: [event/e, actor/gov]}}\n" for one in numbers)
    said = "".join(
        f"  {who}{one}: {{speaker: {who}, said: 2024-02-01, source: s, to: [gov], via: gov, during: e, "
        f"quote: In truth it was {one}, positions: {{c{one}: {stance}}}}}\n"
        for one in numbers
        for who, stance in (("gov", "asserts"), ("voice", "asserts"), ("bob", "denies"))
    )
    figures = "".join(
        f"      - {{measure: m{one % 7}, value: {one}, source: s, passage: it was {one}, as_of: 2024-02}}\n"
        for one in numbers
    )
    evidence = "".join(f"      - {{source: s, passage: it was {one}}}\n" for one in numbers)
    return Shown(
        sound(
            "sources: {s: {title: S, publisher: gov, published: 2024-02-02}}\n"
            "actors:\n  gov: {name: Government, kind: government}\n  bob: {name: Bob, kind: person}\n"
            "  voice: {name: Voice, kind: person, roles: [{title: Voice, at: gov, speaks_for: true}]}\n"
            f"claims:\n{claims}statements:\n{said}events:\n  e:\n    name: E\n    kind: talk\n"
            f"    participants: [{{actor: gov, role: x}}]\n    figures:\n{figures}    evidence:\n{evidence}"
        )
    )


@pytest.mark.parametrize("path", ["actors/gov", "actors/bob", "events/e", "sources/s", "statements/gov1"])
def test_no_page_of_a_record_is_too_large_for_a_phone(path: str) -> None:
    sizes = {name: len(content) for name, content in crowded().files.items() if name.startswith(f"{path}/")}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


def test_the_picture_of_a_series_stands_above_the_first_of_its_figures_only() -> None:
    pages = [path for path in crowded().files if path.startswith("events/e/") and "figures" in path]
    shown = ["events/e/index.md", *pages]
    found = [crowded().files[path].decode().count('-title" aria-label="Figures over time') for path in shown]
    assert sum(found) == 7
    assert len(pages) > 1


def test_a_page_says_which_page_it_is() -> None:
    assert site().words("actors/ann/statements/2").startswith("Statements, page 2")
    assert "Ann 31–105 of 105 · Pages: 1 2" in site().words("actors/ann/statements/2")
    assert "1–30 of 105 · Pages: 1 2" in site().words("actors/ann")
