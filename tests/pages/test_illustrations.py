"""How records become the positions, the events and the sides of a claim's picture."""

import re
from functools import cache
from xml.etree.ElementTree import Element

import pytest

from mkdocs_dossier.pages import illustrations
from mkdocs_dossier.site import build
from tests.pictures.drawn import read
from tests.support import sound

RECORDS = """
sources:
  paper: {title: A paper, publisher: press, language: en}
actors:
  press: {name: Press, kind: media}
  land: {name: Land, kind: state}
  gov: {name: Government, kind: government, part_of: land}
  office: {name: Office, kind: organisation, part_of: gov}
  club: {name: Club, kind: organisation}
  ann:
    name: Ann
    kind: person
    roles:
      - {title: Member, at: club}
      - {title: Adviser, at: gov}
      - {title: Envoy, at: gov, speaks_for: true, until: "2020"}
      - {title: Spokeswoman, at: office, speaks_for: true, from: "2021"}
  bob: {name: Bob, kind: person}
events:
  raid: {name: The raid, kind: raid, when: 2024-02-02}
  war: {name: The war, kind: war}
claims:
  told: {text: They were told., question: Were they told?, about: [event/raid, event/war, actor/gov]}
  known: {text: They knew., implies: [told]}
statements:
  told-them:
    speaker: ann
    said: 2024-02-03
    source: paper
    quote: [We told them, long before the raid of that night]
    positions: {told: asserts}
  told-nobody:
    speaker: ann
    said: 2024-02-05
    source: paper
    quote: Nobody was told.
    positions: {told: denies}
    corrects: told-them
  reported: {speaker: bob, said: 2024-02-04, source: paper, passage: Bob denied it, positions: {told: denies}}
  implied: {speaker: bob, said: 2024-02-06, source: paper, quote: They knew, positions: {known: asserts}}
"""


@cache
def picture() -> Element:
    """Return the figure on the claim's page."""
    files = build(sound({"dossier.yaml": "title: T\n", "r.yaml": RECORDS}, {}))
    found = re.search(
        r'<figure class="dossier-figure dossier-positions".*?</figure>',
        files["claims/told/index.md"].decode(),
        re.DOTALL,
    )
    assert found
    return read(found[0])


def said() -> set[str]:
    return {one.text or "" for one in picture().iter("text")}


def titles() -> str:
    return "\n".join(one.text or "" for one in picture().iter("title"))


def test_a_mark_names_the_body_that_its_speaker_then_spoke_for_directly() -> None:
    assert {"Ann", "Office"} <= said()
    assert not {"Club", "Government"} & said()
    assert "yes: Ann (Office), 3 February 2024" in titles()


def test_a_side_is_the_outermost_body() -> None:
    assert "Land: from yes to no" in said()


def test_a_mark_bears_a_few_words_of_a_quotation() -> None:
    assert "“We told them …”" in said()
    assert "“Nobody was told”" in said()


@pytest.mark.parametrize(
    ("quote", "few"),
    [
        (["Nobody was told at all."], "Nobody was told at all"),
        (["As for this one, there was not a notice."], "… there was not a notice"),
        (["There was none, as far as I know, of any kind that I saw"], "… as far as I know …"),
        (["One two three four five six seven"], "One two three four five …"),
        (["No, sir, it was by no means as you say it was"], "No, sir, it was by …"),
        (["informed", "prior"], "informed … prior"),
        (["We had told them", "well before the raid of that night"], "We had told them …"),
        (["لم نبلغهم بشيء، ولم نكن نعرف شيئا قبل ذلك اليوم"], "لم نبلغهم بشيء …"),
    ],
)
def test_a_clause_that_is_short_enough_says_more_than_the_first_words(quote: list[str], few: str) -> None:
    assert illustrations._few_words(quote) == few


def test_a_position_without_a_quotation_is_one_that_was_reported() -> None:
    assert "denied it (reported)" in said()


def test_what_was_taken_back_says_when() -> None:
    assert "taken back 5 February 2024" in titles()


def test_what_follows_from_another_claim_says_so() -> None:
    assert "yes: Bob, 6 February 2024, by implication: “They knew”" in titles()


def test_the_dated_events_that_the_claim_is_about_stand_in_it() -> None:
    assert "The raid, 2 Feb" in said()
    assert not [one for one in said() if "war" in one]
