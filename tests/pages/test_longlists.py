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


@pytest.mark.slow
@pytest.mark.parametrize("path", ["actors/gov", "actors/bob", "events/e", "sources/s", "statements/gov1"])
def test_no_page_of_a_record_is_too_large_for_a_phone(path: str) -> None:
    sizes = {name: len(content) for name, content in crowded().files.items() if name.startswith(f"{path}/")}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


@pytest.mark.slow
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


# Items of any length


def weighed(*weights: int, kept: int = 3) -> LongList[int]:
    return LongList("things", "Things", weights, _numbers, kept=kept, rows=3, weigh=lambda item: item)


@pytest.mark.parametrize(
    ("listed", "pages"),
    [
        (weighed(1, 2, 3), [[1, 2, 3]]),
        (weighed(1, 2, 3, 4), [[1, 2, 3], [4]]),
        (weighed(30_000, 20_000, 20_000), [[30_000], [20_000, 20_000]]),
        (weighed(90_000, 90_000), [[90_000], [90_000]]),
        (weighed(1, 1, 1, 1, kept=2), [[1, 1], [1, 1]]),
        (weighed(1, 90_000, kept=0), [[], [1], [90_000]]),
        (weighed(), [[]]),
    ],
)
def test_a_page_ends_before_it_has_too_many_bytes(listed: LongList[int], pages: list[list[int]]) -> None:
    found = [list(listed.rows_of(number)) for number in range(1, listed.count + 1)]
    assert found == pages
    assert [listed.before(number + 1) for number in range(len(pages))] == [
        sum(map(len, pages[:number])) for number in range(len(pages))
    ]


# Lists in a line, and cells

NAMED = FEWER_ROWS + 5


@cache
def in_lines() -> Shown:
    """Records that name as many others in a line as one does not hold."""
    ids = [f"a{one:02}" for one in range(NAMED)]
    actors = "".join(
        f"  {one}: {{name: Actor {one}, kind: person, roles: [{{title: Head, at: b}}]}}\n" for one in ids
    )
    places = "".join(f"  p{one:02}: {{name: Place {one:02}, kind: city}}\n" for one in range(NAMED))
    where = ", ".join(f"p{one:02}" for one in range(NAMED))
    claims = "".join(f"  c{one:02}: {{text: It was {one:02}.}}\n" for one in range(NAMED))
    taken = ", ".join(f"c{one:02}: asserts" for one in range(NAMED))
    implied = ", ".join(f"c{one:02}" for one in range(NAMED))
    return Shown(
        sound(
            f"actors:\n  b: {{name: Board, kind: organisation}}\n{actors}"
            f"sources: {{s: {{title: S, authors: [{', '.join(ids)}]}}}}\n"
            f"places:\n{places}events: {{e: {{name: E, kind: talk, when: 2024-02-01, places: [{where}]}}}}\n"
            f"claims:\n{claims}  all: {{text: All., implies: [{implied}]}}\n"
            f"statements:\n  t: {{speaker: [{', '.join(ids)}], said: 2024-02-01, source: s, "
            f"quote: So it was, to: [{', '.join(ids)}], positions: {{{taken}}}}}\n"
        )
    )


@pytest.mark.parametrize(
    ("record", "anchor", "first", "last"),
    [
        ("sources/s", "authors", "actors/a00", f"actors/a{NAMED - 1}"),
        ("events/e", "where", "places/p00", f"places/p{NAMED - 1}"),
        ("statements/t", "speakers", "actors/a00", f"actors/a{NAMED - 1}"),
        ("statements/t", "to", "actors/a00", f"actors/a{NAMED - 1}"),
        ("claims/all", "implies", "claims/c00", f"claims/c{NAMED - 1}"),
    ],
)
def test_of_many_records_in_a_line_the_rest_is_behind_a_link(
    record: str, anchor: str, first: str, last: str
) -> None:
    site = in_lines()
    assert ("5 more", f"../../{record}/{anchor}/2/index.md") in site.links(record)
    assert {first, f"{record}/{anchor}/2"} <= site.leads_to(record)
    assert last in site.leads_to(f"{record}/{anchor}/2")
    assert first not in site.leads_to(f"{record}/{anchor}/2")
    back = dict(site.links(f"{record}/{anchor}/2"))["1"]
    assert back.endswith(f"{record}/index.md#{anchor}")


def test_a_row_names_a_few_places_positions_and_speakers_and_how_many_more_there_are() -> None:
    site = in_lines()
    (row,) = [one for one in site.rows("places/p00") if one[1] == "E"]
    assert row[-1] == f"Place 00, Place 01, Place 02, Place 03, Place 04, Place 05, {NAMED - 6} more"
    row = next(one for one in site.rows("actors/a00") if one[0] == "1 February 2024")
    assert row[-1].count("asserts") == 4
    assert row[-1].endswith(f"{NAMED - 4} more positions")
    (row,) = [one for one in site.rows("statements") if one[0] == "1 February 2024"]
    assert row[1].startswith("Actor a00, Actor a01,")
    assert row[1].endswith(f"Actor a07 and {NAMED - 8} more")


LONG = "word " * 100


@cache
def long_titles() -> Shown:
    return Shown(
        sound(
            f"actors: {{ann: {{name: Ann {LONG}, kind: person}}}}\nsources: {{s: {{title: S {LONG}}}}}\n"
            f"claims: {{c: {{text: C {LONG}, about: [actor/ann]}}}}\n"
            f"statements: {{t: {{speaker: ann, source: s, quote: So it was, summary: T {LONG}, "
            "positions: {c: asserts}}}\n"
        )
    )


@pytest.mark.parametrize(
    ("path", "whole", "elsewhere"),
    [
        ("actors/ann", "Ann", "claims/c"),
        ("sources/s", "S", "sources"),
        ("claims/c", "C", "actors/ann"),
        ("statements/t", "T", "actors/ann"),
    ],
)
def test_a_very_long_title_stands_whole_on_its_own_page_only(path: str, whole: str, elsewhere: str) -> None:
    title = f"{whole} {LONG}".strip()
    assert title in long_titles().words(path)
    assert title not in long_titles().words(elsewhere)
    assert title[:150] in long_titles().words(elsewhere)
