"""Records with very much of something that no list holds: texts, citations, a claim's matrix, a chain."""

import re
from functools import cache

import pytest

from mkdocs_dossier.pages.marking import marked, marked_excerpts
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.pages.showing import Shown
from tests.support import sound

# The text of a source

SAID = [f"The number of them was {one} on that day" for one in range(900)]
TEXT = "\n".join(f"“{one},” he said of what there was." for one in SAID)


@cache
def published() -> Shown:
    statements = "".join(
        f"  t{one}: {{speaker: ann, source: s, quote: '{SAID[one]}'}}\n" for one in (0, 7, 500, 899)
    )
    return Shown(
        sound(
            "sources: {s: {title: S, text: s.txt, rights: publish}}\n"
            f"actors: {{ann: {{name: Ann, kind: person}}}}\nstatements:\n{statements}",
            {"s.txt": TEXT},
        )
    )


def _text_pages() -> list[str]:
    further = [path for path in published().files if path.startswith("sources/s/text/")]
    return ["sources/s", *(path.removesuffix("/index.md") for path in further)]


def test_a_long_text_that_may_be_published_goes_on_on_further_pages() -> None:
    assert len(_text_pages()) > 1
    shown = [
        set(re.findall(r"was (\d+) on that day,” he said", published().words(path))) for path in _text_pages()
    ]
    assert set.union(*shown) == {str(one) for one in range(900)}
    assert sum(map(len, shown)) == 900


def test_what_is_quoted_is_marked_on_each_of_its_pages() -> None:
    found = [published().files[f"{path}/index.md"].decode().count("<mark>") for path in _text_pages()]
    assert sum(found) == 4
    assert found[-1] == 1


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (0, 26, "abc[def]ghijkl[mno]pqrstuvwxyz"),
        (4, 8, "[ef]gh"),
        (6, 12, "ghijkl"),
        (13, 14, "[n]"),
        (20, 26, "uvwxyz"),
    ],
)
def test_of_a_part_of_a_text_only_its_own_spans_are_marked(start: int, end: int, shown: str) -> None:
    source = SourceText("abcdefghijklmnopqrstuvwxyz")
    written = marked(source, start, end, [(3, 6), (12, 15)])
    pieces = [
        one.value if hasattr(one, "value") else f"[{one.content[0].value}]"  # type: ignore[union-attr]
        for one in written
    ]
    assert "".join(pieces) == shown


def test_without_quoted_words_nothing_is_shown() -> None:
    assert marked_excerpts(SourceText("abc"), [], [(0, 2)]) == ()


# A statement in very many sources

REPORTS = 45


@cache
def reported() -> Shown:
    sources = "".join(f"  s{one:02}: {{title: Source no. {one:02}}}\n" for one in range(REPORTS))
    also = ", ".join(f"{{source: s{one:02}, quote: So it was}}" for one in range(1, REPORTS))
    return Shown(
        sound(
            f"sources:\n{sources}actors: {{ann: {{name: Ann, kind: person}}}}\n"
            f"statements: {{t: {{speaker: ann, source: s00, quote: So it was, also_in: [{also}]}}}}\n"
        )
    )


def test_each_page_of_reports_cites_its_own_sources() -> None:
    pages = ["statements/t", "statements/t/reports/2", "statements/t/reports/3"]
    cited = [re.findall(r"title = \{Source no. (\d+)\}", reported().words(path)) for path in pages]
    assert list(map(len, cited)) == [21, 20, 4]
    assert sorted(one for page in cited for one in page) == [f"{one:02}" for one in range(REPORTS)]


def test_a_citation_holds_no_more_words_than_a_program_needs() -> None:
    quote = ", ".join(f"'{'word ' * 30}{one}'" for one in range(60))
    site = Shown(
        sound(
            "sources: {s: {title: S}}\nactors: {ann: {name: Ann, kind: person}}\n"
            f"statements: {{t: {{speaker: ann, source: s, quote: [{quote}]}}}}\n"
        )
    )
    (note,) = re.findall(r'"note": "([^"]*)"', site.words("statements/t"))
    assert len(note) < 2_500
    assert note.endswith(" …”")
    assert "word 59" in site.words("statements/t")


# A claim with very many positions


@cache
def disputed() -> Shown:
    said = "".join(
        f"  t{one:03}: {{speaker: a{one % 5}, said: '2024-01-{1 + one % 28:02}', source: s, "
        f"quote: No. {one}, positions: {{c: {'denies' if one % 9 == 0 else 'asserts'}}}}}\n"
        for one in range(100)
    )
    actors = "".join(f"  a{one}: {{name: A{one}, kind: person}}\n" for one in range(5))
    chain = "".join(f"  d{one}: {{text: It was {one}., implies: [d{one + 1}]}}\n" for one in range(12))
    return Shown(
        sound(
            f"sources: {{s: {{title: S}}}}\nactors:\n{actors}statements:\n{said}"
            "  u: {speaker: a0, source: s, quote: Yes, positions: {d0: asserts}}\n"
            f"claims:\n  c: {{text: It was so.}}\n  d12: {{text: It was 12.}}\n{chain}"
        )
    )


@pytest.mark.slow
def test_the_matrix_of_very_many_positions_says_where_the_others_are() -> None:
    (matrix,) = re.findall("By side and date.*?60 more: in Further statements", disputed().words("claims/c"))
    assert matrix.count("not looked up") == 40
    assert "claims/c/statements/2" in disputed().leads_to("claims/c")


def test_of_a_long_chain_the_beginning_and_the_end_are_named() -> None:
    (row,) = [one for one in disputed().rows("statements/u") if "It was 12" in " ".join(one)]
    chain = row[1]
    assert "It was 0. → It was 1. → It was 2. → It was 3. → It was 4. → 7 more →" in chain
    assert chain.endswith("It was 12.")


# The network, and the home page


def test_each_tie_has_a_row_of_the_network_s_list() -> None:
    roles = ", ".join(f"{{title: Envoy {one}, at: b}}" for one in range(130))
    relations = ", ".join(f"{{to: b, kind: knew {one}}}" for one in range(30))
    site = Shown(
        sound(
            f"actors:\n  b: {{name: Board, kind: organisation}}\n"
            f"  ann: {{name: Ann, kind: person, part_of: b, roles: [{roles}], relations: [{relations}]}}\n"
        )
    )
    rows = [[row for row in site.rows(path) if row[0] == "Ann"] for path in ("network", "network/pages/2")]
    assert list(map(len, rows)) == [100, 61]
    said = [row[1] for page in rows for row in page]
    assert said == ["is part of", *(f"Envoy {n}" for n in range(130)), *(f"knew {n}" for n in range(30))]


def test_a_very_long_summary_goes_on_in_the_data() -> None:
    paragraphs = "".join(f"\n\n  Paragraph {one}. " + "Words of it. " * 200 for one in range(40))
    site = Shown(sound({"dossier.yaml": f"title: T\nsummary: |{paragraphs}\n", "r.yaml": ""}))
    about = site.part("", "about")
    shown = re.findall(r"Paragraph (\d+)\.", site.words(""))
    assert shown == [str(one) for one in range(len(shown))]
    assert 10 < len(shown) < 40
    assert f"{40 - len(shown)} more: in the data" in about
