"""The timeline day by day, and how the pictures of time lead to its days."""

import posixpath
import re
from functools import cache

from mkdocs_dossier.pages.lengths import ROWS
from tests.pages.showing import Shown, joined, spaced
from tests.rendering import Tree, elements
from tests.support import sound

RECORDS = """\
sources:
  article: {title: An article, publisher: paper, published: 2024-02-06}
actors:
  paper: {name: Paper, kind: media}
  state: {name: State, kind: state}
  ann:
    name: Ann
    kind: person
    roles: [{title: Spokeswoman, at: state, speaks_for: true, source: article}]
events:
  war: {name: A war, kind: war}
  raids: {name: The raids, kind: airstrike, when: 2024-01-15~/..}
  vote: {name: The vote, kind: vote, when: 2024-02}
  summons: {name: The summons, kind: protest, when: 2024-02-03}
claims:
  told: {text: They were told., question: Were they told?}
statements:
  no: {speaker: ann, said: 2024-02-03, source: article, passage: No., positions: {told: denies}}
  by: {speaker: ann, said: ../2024-02-03, source: article, passage: By then., positions: {told: asserts}}
  late: {speaker: ann, said: 2024-02-05, source: article, passage: Late., positions: {told: asserts}}
"""


@cache
def shown() -> Shown:
    return Shown(sound(RECORDS))


@cache
def crowded() -> Shown:
    """Make a site whose second day goes over a page of the timeline."""
    events = "".join(
        f"  e{index:03}: {{name: Event {index:03}, kind: vote, when: 2024-02-0{1 + (index > 3)}}}\n"
        for index in range(ROWS + 10)
    )
    late = "  last: {name: The last, kind: vote, when: 2024-02-09}\n"
    return Shown(sound(f"events:\n{events}{late}"))


def days(site: Shown, path: str) -> dict[str, str]:
    """Give the headings of days of a page by their ids."""
    return {dict(one[1])["id"]: joined(spaced(one)) for one in elements(site.tree(path)) if one[0] == "h2"}


def entries(site: Shown, path: str, day: str) -> list[str]:
    """Give the rows under the heading of a day."""

    def starts(section: Tree) -> bool:
        return any(dict(one[1]).get("id") == day for one in elements(section))

    (found,) = (
        one for one in elements(site.tree(path)) if dict(one[1]).get("class") == "dossier-day" and starts(one)
    )
    return [joined(spaced(one)) for one in elements(found) if one[0] == "li"]


def stops(site: Shown, path: str) -> set[str]:
    """List the addresses of days that the pictures of a page lead to."""
    markdown = site.files[posixpath.join(path, "index.md")].decode()
    return set(re.findall(r'xlink:href="([^"]*#day-[^"]*)"', markdown))


def test_each_day_month_or_year_is_a_heading_with_an_anchor_and_what_has_no_date_comes_last() -> None:
    assert days(shown(), "timeline") == {
        "day-2024-01-15": "15 January 2024",
        "day-2024-02": "February 2024",
        "day-2024-02-03": "3 February 2024",
        "day-2024-02-05": "5 February 2024",
        "day-not-stated": "Date not stated",
    }


def test_a_day_has_its_events_and_then_its_statements_with_words_speaker_stance_and_publisher() -> None:
    event, *statements = entries(shown(), "timeline", "day-2024-02-03")
    assert event == "The summons protest"
    assert len(statements) == 2
    assert "Ann (State) · Paper as reported, “No.” − denies Were they told?" in statements


def test_a_row_says_when_where_that_is_not_what_the_heading_says() -> None:
    (raids,) = entries(shown(), "timeline", "day-2024-01-15")
    assert raids == "The raids airstrike · since about 15 January 2024"
    assert any(
        "on or before 3 February 2024" in one for one in entries(shown(), "timeline", "day-2024-02-03")
    )


def test_a_day_that_goes_over_a_page_goes_on_under_the_same_words_and_another_anchor() -> None:
    assert days(crowded(), "timeline") == {
        "day-2024-02-01": "1 February 2024",
        "day-2024-02-02": "2 February 2024",
    }
    assert days(crowded(), "timeline/pages/2") == {
        "day-2024-02-02-page-2": "2 February 2024",
        "day-2024-02-09": "9 February 2024",
    }


def test_pictures_lead_to_each_day_on_the_page_where_it_begins() -> None:
    assert {"../timeline/pages/2/#day-2024-02-09", "#day-2024-02-02"} <= stops(crowded(), "timeline") | {
        one.replace("../../", "../") for one in stops(crowded(), "timeline")
    }
    assert "timeline/#day-2024-02-03" in stops(shown(), "")
    for site in (shown(), crowded()):
        for path in ("", "timeline", "events"):
            for address in stops(site, path):
                target, _, anchor = address.partition("#")
                assert anchor in days(site, posixpath.normpath(posixpath.join(path, target)))


def test_the_home_page_leads_to_the_statements_of_a_day_on_a_phone_too() -> None:
    links = {href: label for label, href in shown().links("")}
    label = links["timeline/index.md#day-2024-02-03"]
    assert label.startswith("3 February 2024")
    assert "1 event, 2 statements" in label


def test_the_days_in_place_of_the_strip_are_few_and_the_latest_is_one_of_them() -> None:
    events = "".join(
        f"  e{index}{nth}: {{name: E, kind: vote, when: 2024-03-{index:02}}}\n"
        for index in range(1, 21)
        for nth in range(2 if index < 20 else 1)
    )
    found = [label for label, href in Shown(sound(f"events:\n{events}")).links("") if "#day-" in href]
    assert len(found) == 8
    assert found[-1].startswith("20 March 2024")
    assert found[0].startswith("13 March 2024")
