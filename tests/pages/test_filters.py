"""What the filter of an index looks through: all records of its section, their names, days and facets."""

import gzip
import json
import posixpath
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.pages.filters import entries
from mkdocs_dossier.pages.findable import Entry, Facet
from mkdocs_dossier.pages.view import View
from mkdocs_dossier.site import _outlines, build
from mkdocs_dossier.values.refs import SECTIONS, Section
from mkdocs_dossier.words import Words
from tests.pages.showing import Shown
from tests.rendering import Tree, elements, words_in
from tests.support import loaded_seeds, sound
from tests.synthetic import synthetic

DOSSIER = """
sources:
  paper: {title: Les <b>travaux</b>, language: fr, publisher: gazette, published: 2024-02-05}
actors:
  gazette: {name: The Gazette, kind: media}
  state: {name: Baburia, kind: state, names: {ar: بابوريا}}
  ministry: {name: Ministry of Works, kind: government, part_of: state}
  ada:
    name: Ada
    kind: person
    names: {ar: آدا, fr: Àda}
    aliases: [Countess]
    roles: [{title: Spokesperson, at: ministry, speaks_for: true}]
  ben: {name: Бен Орлов, kind: person}
places:
  land: {name: Baburia, kind: country}
  valley: {name: Valley, kind: region, within: land}
  dam: {name: Dam, kind: site, within: valley}
events:
  works: {name: The works, kind: building, when: 2023-12/2024-02, places: [dam]}
claims:
  late: {text: They are late., question: Are they late?, about: [actor/ministry, event/works]}
  over: {text: They are over., about: [actor/ben]}
statements:
  first:
    speaker: ada
    source: paper
    passage: Les travaux sont en retard
    said: 2024-02-03
    positions: {late: asserts}
    summary: Says that they are late.
  second:
    speaker: ben
    source: paper
    quote: Ils ne le sont pas
    positions: {late: denies}
"""


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return sound(DOSSIER)


@pytest.fixture(scope="module")
def shown(loaded: Loaded) -> Shown:
    return Shown(loaded)


def _view(loaded: Loaded) -> View:
    return View(loaded.dossier, loaded.findings, Words(), _outlines())


def entry(loaded: Loaded, section: Section, identifier: str) -> Entry:
    return next(one for one in entries(_view(loaded), section) if one.id == identifier)


def written(shown: Shown, section: str) -> dict[str, Any]:
    data = json.loads(shown.files[f"{section}/filter.json"])
    assert isinstance(data, dict)
    return data


def made(records: int) -> Loaded:
    files = synthetic(records)
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    return load(Folder({path: files[path] for path in files.keys() - texts.keys()}, texts))


@cache
def many() -> Shown:
    """Show a dossier whose statements stand on two pages."""
    return Shown(made(300))


@cache
def few() -> Shown:
    """Show the project's own dossier."""
    return Shown(loaded_seeds())


def listed(shown: Shown, section: str) -> list[str]:
    """List the records that the pages of an index list, in their order."""
    found = []
    pages = [path for path in shown.files if path.startswith(f"{section}/pages/")]
    for path in [f"{section}/index.md", *sorted(pages, key=lambda one: int(one.split("/")[2]))]:
        folder = posixpath.dirname(path)
        for row in (one for one in elements(shown.tree(folder)) if one[0] == "tr"):
            hrefs = [dict(one[1]).get("href", "") for one in elements(row) if one[0] == "a"]
            led = [posixpath.normpath(posixpath.join(folder, href)).split("/") for href in hrefs]
            # The first of its section is the one that the row is about.
            found += [one[1] for one in led if one[0] == section and len(one) > 1][:1]
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_the_filter_knows_every_record_of_an_index_in_its_order(section: Section) -> None:
    for shown in (few(), many()):
        found = written(shown, section)["columns"]["ids"]
        assert found == listed(shown, section)
        assert set(found) == set(shown.loaded.dossier.section(section))


def test_a_statement_is_on_the_side_of_the_outermost_body_that_it_speaks_for(loaded: Loaded) -> None:
    assert entry(loaded, "statements", "first").values[Facet.SIDE] == ("state",)
    assert entry(loaded, "statements", "second").values[Facet.SIDE] == ("ben",)


def test_a_claim_is_about_an_actor_and_the_body_around_it(loaded: Loaded) -> None:
    late = entry(loaded, "claims", "late")
    assert late.values[Facet.ABOUT] == ("ministry", "state")
    assert late.values[Facet.LABEL] == ("contested",)
    assert set(late.values[Facet.STANCE]) == {"asserts", "denies"}
    assert set(late.values[Facet.SIDE]) == {"state", "ben"}
    assert entry(loaded, "claims", "over").values[Facet.LABEL] == ("open",)


def test_a_claim_has_the_days_of_its_statements(loaded: Loaded, shown: Shown) -> None:
    assert [one.text for one in entry(loaded, "claims", "late").days] == ["2024-02-03", "../2024-02-05"]
    data = written(shown, "claims")
    assert [data["dates"][at][1:] for at in data["columns"]["days"][0]] == [["2024-02-03"], ["2024-02-05"]]


def test_what_lasted_over_the_turn_of_a_year_belongs_to_both_years(loaded: Loaded, shown: Shown) -> None:
    assert entry(loaded, "events", "works").values[Facet.YEAR] == ("2023", "2024")
    assert written(shown, "events")["dates"] == [
        ["December 2023 to February 2024", "2023-12-01", "2024-02-29"]
    ]


def test_a_place_is_within_the_widest_place_around_it(loaded: Loaded) -> None:
    assert entry(loaded, "places", "dam").values[Facet.WITHIN] == ("land",)


def test_a_name_comes_with_its_other_spellings_and_in_latin_letters(shown: Shown) -> None:
    data = written(shown, "statements")
    names = dict(one for one in data["names"] if isinstance(one, list))
    # What differs in diacritics alone is the same to the script.
    assert names["Ada"] == "آدا Countess"
    assert names["Бен Орлов"] == "Ben Orlov"
    assert "The Gazette" in data["names"]


def test_a_row_says_who_when_and_where_it_was_published(shown: Shown) -> None:
    data = written(shown, "statements")
    columns, names = data["columns"], [one if isinstance(one, str) else one[0] for one in data["names"]]
    assert columns["titles"] == ["Says that they are late.", "“Ils ne le sont pas”"]
    assert columns["languages"] == ["", "fr"]
    assert [names[at] for at in columns["who"][0] + columns["via"][0]] == ["Ada", "The Gazette"]
    assert [data["dates"][at][0] for at in columns["when"]] == [
        "3 February 2024",
        "on or before 5 February 2024",
    ]


def test_text_of_a_dossier_is_data_and_stays_as_it_is(shown: Shown) -> None:
    assert written(shown, "sources")["columns"]["titles"] == ["Les <b>travaux</b>"]


def test_a_section_without_records_has_no_filter() -> None:
    files = build(sound("actors:\n  ada: {name: Ada, kind: person}\n"))
    assert [path for path in files if path.endswith("filter.json")] == ["actors/filter.json"]


def _hidden(tree: Tree) -> list[Tree]:
    return [one for one in elements(tree) if one[0] == "section" and "hidden" in dict(one[1])]


def _chips(tree: Tree) -> Mapping[str, list[str]]:
    """List the values that a page names for the script, by facet."""
    groups = [one for hidden in _hidden(tree) for one in elements(hidden) if one[0] == "p"][1:]
    found = {}
    for group in groups:
        marks = [dict(one[1]) for one in elements(group)]
        key = next(one["data-facet"] for one in marks if "data-facet" in one)
        found[key] = [one["data-value"] for one in marks if "data-value" in one]
    return found


def test_a_page_names_the_first_values_of_what_narrows_its_list(shown: Shown) -> None:
    chips = _chips(shown.tree("claims"))
    assert chips["label"] == ["contested", "open"]
    # All of the statements have one publisher.
    assert "publisher" not in _chips(shown.tree("statements"))
    for path in ("statements", "statements/pages/2"):
        assert [len(values) for values in _chips(many().tree(path)).values()] == [8, 5, 8, 3]


def test_a_page_says_where_the_filter_s_file_is() -> None:
    for path in ("statements", "statements/pages/2"):
        boxes = [dict(one[1]) for one in elements(many().tree(path))]
        box = next(one for one in boxes if one.get("class") == "dossier-index-filter")
        address = posixpath.normpath(posixpath.join(path, box["data-filter"]))
        assert (address, box["data-total"]) == ("statements/filter.json", "135")


def test_what_the_filter_needs_is_hidden_from_readers(shown: Shown) -> None:
    (hidden,) = _hidden(shown.tree("claims"))
    assert "data-search-exclude" in dict(hidden[1])
    assert "contested" in words_in(hidden)


@pytest.mark.slow
def test_the_statements_of_two_thousand_records_are_sixty_kilobytes() -> None:
    content = build(made(2000))["statements/filter.json"]
    assert len(gzip.compress(content, 6)) <= 60_000


def test_a_row_names_no_more_than_a_dozen_and_is_found_by_all() -> None:
    ids = [f"a{one:02}" for one in range(20)]
    actors = "".join(f"  {one}: {{name: {one}, kind: media}}\n" for one in ids)
    sources = "".join(f"  s{one}: {{title: S, publisher: {one}}}\n" for one in ids)
    also = ", ".join(f"{{source: s{one}, quote: It is so}}" for one in ids[1:])
    places = "".join(f"  p{one}: {{name: {one}, kind: city}}\n" for one in ids)
    loaded = sound(
        f"actors:\n{actors}sources:\n{sources}places:\n{places}claims: {{c: {{text: It is so.}}}}\n"
        f"events: {{e: {{name: E, kind: k, places: [{', '.join(f'p{one}' for one in ids)}]}}}}\n"
        f"statements: {{t: {{speaker: [{', '.join(ids)}], source: sa00, quote: It is so, also_in: [{also}], "
        "positions: {c: asserts}}}\n"
    )
    view = View(loaded.dossier, loaded.findings, Words(), _outlines())
    for section, shown in (
        ("statements", "who"),
        ("statements", "via"),
        ("claims", "who"),
        ("events", "via"),
    ):
        (entry,) = entries(view, section)  # type: ignore[arg-type]
        named = getattr(entry, shown)
        assert len(named) == 12
        assert {one.id.removeprefix("p") for one in (*named, *entry.near)} >= set(ids)
