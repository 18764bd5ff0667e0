"""One utterance in several sources is pointed out, unless the dossier says why the words are the same."""

import pytest

from tests.rules.checking import messages

SAME = "We told every shop on the quay"
RECORDS = """
sources:
  one: {{title: One, publisher: paper{one}}}
  two: {{title: Two, publisher: daily{two}}}
  three: {{title: Three, republishes: two}}
actors:
  paper: {{name: Paper, kind: media}}
  daily: {{name: Daily, kind: media}}
  wire: {{name: Wire, kind: media}}
  voss: {{name: Voss, kind: person}}
  orm: {{name: Orm, kind: person}}
statements:
  first: {{speaker: voss, source: one, {first}}}
  second: {{speaker: {speaker}, source: {source}, {second}}}
"""


def found(**changed: str) -> list[str]:
    """Give what the rule says of two statements; what is changed of them, or of the two sources."""
    given = {"first": f"quote: {SAME}", "second": f"quote: {SAME}", "one": "", "two": ""}
    given |= {"speaker": "voss", "source": "two"} | changed
    return messages("same-words", RECORDS.format(**given))


def test_six_words_in_a_row_of_two_sources_are_reported_at_the_later_record() -> None:
    (message,) = found()
    assert message.startswith("The statement `first` holds the same words, of the source `one`")
    assert found(speaker="orm") == [message]


@pytest.mark.parametrize(
    ("first", "second", "is_reported"),
    [
        ("We told every shop on the", "We told every shop on the", True),
        ("We told every shop on", "We told every shop on", False),
        ("“WE TOLD, every shop: on the…", "so we told every shop on the quay", True),
        ("We told every shop […] on the quay", "We told every shop on the quay", False),
        ("Wir haben jeden Laden am Kai informiert", "Wir haben jeden Laden am Kai informiert", True),
        ("لم يصلنا أي إشعار قبل ذلك اليوم", "لم يصلنا أي إشعار قبل ذلك اليوم", True),
    ],
)
def test_words_are_compared_without_case_and_signs(first: str, second: str, is_reported: bool) -> None:
    assert bool(found(first=f"quote: '{first}'", second=f"quote: '{second}'")) is is_reported


LONG = "You may all be sure that nobody on this coast was asked and {} at the time they were sent"


@pytest.mark.parametrize(
    ("second", "is_reported"),
    [
        ("at the time they were sent", True),
        ("marked at the time they were sent, says he", True),
        ("not one of twelve was marked at the time they were sent", True),
        ("not one of the twelve was marked at the time they were sent", False),
        (LONG.format("none was marked"), True),
    ],
)
def test_of_two_speakers_or_days_half_of_the_words_must_be_the_same(second: str, is_reported: bool) -> None:
    first, second = f"quote: '{LONG.format('this was so')}'", f"quote: '{second}'"
    assert len(found(first=first, second=second)) == 1
    assert bool(found(first=first, second=second, speaker="orm")) is is_reported
    apart = (f"{first}, said: 2024-01-31", f"{second}, said: 2024-02-01/2024-02-03")
    assert bool(found(first=apart[0], second=apart[1])) is is_reported
    apart = (f"{first}, said: 2024-02-01", f"{second}, said: 2024-02-01/2024-02-03")
    assert len(found(first=apart[0], second=apart[1])) == 1
    assert len(found(first=f"{first}, said: 2024-01-31", second=second)) == 1


@pytest.mark.parametrize(
    "why",
    [
        {"source": "one"},
        {"first": f"quote: {SAME}, also_in: [{{source: two, quote: {SAME}}}]"},
        {"second": f"quote: {SAME}, also_in: [{{source: one, quote: {SAME}}}]"},
        {"one": ", agency: wire", "two": ", agency: wire"},
        {"first": f"quote: {SAME}, via: wire", "second": f"quote: {SAME}, via: wire"},
        {"first": f"quote: {SAME}, via: wire", "two": ", agency: wire"},
        {"one": ", republishes: two"},
        {"one": ", republishes: three", "source": "two"},
    ],
)
def test_nothing_is_reported_where_the_dossier_says_why(why: dict[str, str]) -> None:
    assert found(**why) == []


@pytest.mark.parametrize(
    "other",
    [
        {"one": ", agency: wire"},
        {"one": ", agency: wire", "two": ", agency: paper"},
        {"first": f"quote: {SAME}, via: wire"},
    ],
)
def test_an_agency_of_one_of_the_two_says_nothing(other: dict[str, str]) -> None:
    assert len(found(**other)) == 1


def test_a_common_publisher_says_nothing() -> None:
    records = RECORDS.replace("publisher: daily", "publisher: paper")
    given = records.format(
        first=f"quote: {SAME}", second=f"quote: {SAME}", speaker="voss", source="two", one="", two=""
    )
    assert len(messages("same-words", given)) == 1


def test_the_passage_beside_a_quote_may_say_in_the_same_words_who_said_it() -> None:
    passage = "passage: the spokeswoman of the council said on Tuesday"
    assert found(first=f"quote: Yes, {passage}", second=f"quote: No, {passage}") == []
    assert len(found(first=passage, second=passage)) == 1
