"""The page of changes, and what a record's page says of its own."""

import re
import zlib
from dataclasses import replace
from functools import partial

import pytest

from mkdocs_dossier.authoring.edits import double_quoted
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.document.html import built, opening, write
from mkdocs_dossier.document.markdown import write_page
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.site import make_site
from tests.changes.pairs import BOB, RECORDS, TEXTS
from tests.pages.showing import Shown
from tests.payloads import PAYLOADS
from tests.support import folder_of, sound


def _tags(html: str) -> list[str]:
    return [name for name in re.findall(r"<(\w+)", html) if name != "span"]


def _html(page: Page) -> str:
    address = partial(built, path=page.path, directory_urls=True)
    return write(page.blocks, lambda target: opening(address(target))).html


CHANGES = """\
- {on: 2024-02-07, record: claim/closed, what: added}
- {on: 2024-02-07, record: place/gone, what: removed, title: The gone place}
- on: 2024-02-09
  record: claim/closed
  what: contested
  since: 2024-02-06
  by: [statement/ann-closed, statement/bob-open]
  because: statement/bob-open
- {on: 2024-02-09, record: statement/bob-open, what: added}
- {on: 2024-02-09, record: event/storm, what: figure-added, about: hurt, now: ">=16", by: source/morning}
- {on: 2024-02-09, what: details}
"""


def dossier(changes: str, records: str = RECORDS + BOB, settings: str = "title: A test\n") -> Loaded:
    return sound({"records.yaml": records, "changes.yaml": changes, "dossier.yaml": settings}, TEXTS)


def test_each_day_has_a_heading_the_last_one_first_and_causes_stand_above_what_follows() -> None:
    words = Shown(dossier(CHANGES)).words("changes")
    said = [
        "9 February 2024",
        "new statement: Bob: “It is open.”",
        "Is the bridge closed? — contested since 6 February 2024: Bob: “It is open.” contradicts Ann",
        "The storm — new figure, hurt: 16 or more, in The morning",
        "The dossier — details changed",
        "7 February 2024",
        "new claim: Is the bridge closed?",
        "The gone place — removed",
    ]
    places = [words.index(one) for one in said]
    assert places == sorted(places)


def test_records_are_links_and_those_that_are_gone_are_not() -> None:
    links = Shown(dossier(CHANGES)).links("changes")
    targets = [target for _, target in links]
    assert "../claims/closed/index.md" in targets or "../claims/closed/" in targets
    assert any(target.endswith("data/feed.xml") for target in targets)
    assert not any("gone" in target for target in targets)


def test_what_was_renamed_is_found_under_its_address_of_today() -> None:
    folder = replace(
        folder_of({"records.yaml": RECORDS, "changes.yaml": CHANGES}, TEXTS),
        redirects=b"places/gone,places/river\n",
    )
    shown = Shown(load(folder))
    assert ("The river", "../places/river/") in [
        (label, target.replace("index.md", "")) for label, target in shown.links("changes")
    ]
    assert "Last changed on 7 February 2024" in shown.words("places/river")


def test_without_changes_there_is_no_such_page() -> None:
    assert "changes/index.md" not in Shown(dossier("")).files
    assert "changes/index.md" in Shown(dossier(CHANGES)).files


def test_a_record_says_since_when_it_is_there_and_when_it_changed() -> None:
    shown = Shown(dossier(CHANGES))
    both = "In this dossier since 7 February 2024 · Last changed on 9 February 2024"
    assert both in shown.words("claims/closed")
    assert "In this dossier since 9 February 2024" in shown.words("statements/bob-open")
    assert "Last changed" not in shown.words("statements/bob-open")
    assert "Last changed on 9 February 2024" in shown.words("events/storm")
    assert "In this dossier since" not in shown.words("events/storm")
    assert "In this dossier since" not in shown.words("places/river")


def test_of_a_record_that_was_withdrawn_only_that_is_said() -> None:
    changes = (
        '- {on: 2024-02-09, record: place/river, what: name, was: "The brook", now: "The river"}\n'
        '- {on: 2024-02-10, record: place/river, what: withdrawn, now: "Because of Ann."}\n'
    )
    gone = RECORDS.replace("{name: The river}", "{name: Secret, withdrawn: {on: 2024-02-10, why: No.}}")
    words = Shown(dossier(changes, gone)).words("changes")
    assert "withdrawn" in words
    assert not any(one in words for one in ("brook", "The river", "Because", "Secret"))


def test_no_page_is_too_large_and_nothing_is_lost() -> None:
    long = "word " * 30
    lines = "".join(
        f"- {{on: 2024-{at % 12 + 1:02}-05, record: place/p{at}, what: name, "
        f'was: "{long}", now: "{at} {long}"}}\n'
        for at in range(1000)
    )
    pages = {page.path: page for page in make_site(dossier(lines)).pages if page.path.startswith("changes/")}
    assert len(pages) > 10
    written = []
    for page in pages.values():
        html = _html(page)
        assert len(html.encode()) < 275_000
        assert len(zlib.compress(html.encode())) < 34_000
        written.append(html)
    whole = "".join(written)
    assert all(f"{at} word" in whole for at in range(1000))


def test_one_line_that_names_thousands_of_records_stays_short() -> None:
    many = ", ".join(f"place/p{at}" for at in range(5000))
    words = Shown(dossier(f"- {{on: 2024-02-09, record: place/river, what: merged, by: [{many}]}}\n"))
    assert "made one with p0; p1; p2; p3; p4; p5; p6; p7; 4,992 more" in words.words("changes")


@pytest.mark.parametrize("because", ["place/a", "place/b"])
def test_changes_that_follow_from_one_another_are_told_once(because: str) -> None:
    circle = (
        "- {on: 2024-02-09, record: place/a, what: removed, because: place/b}\n"
        f"- {{on: 2024-02-09, record: place/b, what: removed, because: {because}}}\n"
    )
    words = Shown(dossier(circle)).words("changes")
    assert words.count("a — removed") == words.count("b — removed") == 1


def test_values_that_an_author_mistyped_stand_as_they_are() -> None:
    odd = (
        "- {on: 2024-02-09, record: claim/closed, what: position-added, now: asserts it, by: claim/open}\n"
        "- {on: 2024-02-09, record: event/storm, what: date, was: once, now: 2024-02-05}\n"
        "- {on: 2024-02-09, record: event/storm, what: figure-changed, about: hurt, was: few, now: 7}\n"
        "- {on: 2024-02-09, record: claim/closed, what: label, was: bad, now: open}\n"
        "- {on: 2024-02-09, record: claim/closed, what: corroborated, now: ²}\n"
    )
    words = Shown(dossier(odd)).words("changes")
    for said in (
        "position added: asserts it: The bridge is open",
        "date changed: once → 5 February 2024",
        "figure changed, hurt: few → 7",
        "where it stands: bad → open",
        "origins now: ²",
    ):
        assert said in words


@pytest.mark.parametrize("payload", PAYLOADS[:40])
def test_markup_stays_text(payload: str) -> None:
    line = double_quoted(short(payload) or "x")
    changes = f"- on: 2024-02-09\n  record: place/river\n  what: name\n  was: {line}\n  now: {line}\n"
    (page,) = (one for one in make_site(dossier(changes)).pages if one.path == "changes/index.md")
    plain = dossier(changes.replace(line, "x"))
    (expected,) = (one for one in make_site(plain).pages if one.path == "changes/index.md")
    # No tag but those of any name; of direction there may be more.
    assert _tags(_html(page)) == _tags(_html(expected))
    assert "<script" not in write_page(page)


def test_dates_and_directions_are_those_of_the_dossier() -> None:
    shown = Shown(dossier(CHANGES, settings="title: اختبار\nlanguage: ar\n"))
    assert "فبراير" in shown.words("changes")
    assert 'dir="ltr"' in shown.files["changes/index.md"].decode()
