"""References and links that lead nowhere: where each is reported, and what is offered instead."""

import pytest

from mkdocs_dossier.model.fields import Target
from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.model.walk import fields, references
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.values.refs import Ref
from tests.support import dossier_of, errors, marked, places, sound

RECORDS = """\
sources:
  paper: {title: Paper, published: 2024-02-05}
actors:
  ada: {name: Ada, kind: person}
  adam: {name: Adam, kind: person}
  council: {name: Council, kind: government}
claims:
  it-was-so: {text: It was so.}
"""


def only(yaml: str, settings: str = "title: T\n") -> Problem:
    (found,) = errors(dossier_of({"dossier.yaml": settings, "r.yaml": yaml}))
    return found


# Where


WRONG = {
    "a value": "  x: {source: paper, quote: q, speaker: ⟨unknown-reference⟩zzzzzzzz}\n",
    "a key": "  x: {speaker: ada, source: paper, quote: q, positions: {⟨unknown-reference⟩zzzz: asserts}}\n",
    "an item": "  x: {speaker: ada, source: paper, quote: q, to: [ada, ⟨unknown-reference⟩zzzzzzzz]}\n",
    "each of two": (
        "  x: {speaker: ⟨unknown-reference⟩zzzz, source: paper, quote: q, during: ⟨unknown-reference⟩yyyy}\n"
    ),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_reference_that_names_nothing_is_reported_where_it_is_written(wrong: str) -> None:
    written, expected = marked(f"{RECORDS}statements:\n{wrong}")
    assert places(dossier_of(written)) == expected


def test_a_reference_inside_a_part_is_reported_where_it_is_written() -> None:
    written, expected = marked(
        f"{RECORDS}events:\n  raid:\n    name: Raid\n    kind: k\n    participants:\n"
        "      - {actor: ada, role: r}\n"
        "      - {role: r, actor: ⟨unknown-reference⟩zzzzzzzz}\n"
        "    figures:\n"
        "      - {measure: m, of: ⟨unknown-reference⟩zzzzzzzz, value: 1, source: paper, passage: p}\n"
    )
    assert places(dossier_of(written)) == expected


def test_a_reference_with_its_kind_knows_what_it_may_name() -> None:
    about = "claims:\n  d: {text: D, about: [actor/ada, event/raid]}\n"
    text = RECORDS.replace("claims:\n", about) + "events: {raid: {name: Raid, kind: k}}\n"
    found = list(references(sound(text).dossier.claims["d"]))
    assert [(one.path, one.target, one.reverse, one.is_key) for one in found] == [
        (("about", 0), Ref("actors", "ada"), Reverse.CLAIMS, False),
        (("about", 1), Ref("events", "raid"), Reverse.CLAIMS, False),
    ]
    (field,) = [one for one in fields(Claim) if one.name == "about"]
    assert set(field.mark(Target).sections) == {"actors", "events"}
    assert sound(text).dossier.naming("events", "raid", Reverse.CLAIMS) == ("d",)
    assert sound(text).dossier.naming("events", "raid", Reverse.PARTS) == ()
    assert sound(text).dossier.naming("events", "nowhere", Reverse.CLAIMS) == ()


# What is offered


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("speaker: counsil", "There is no actor `counsil`.", "Did you mean `council`?"),
        (
            "speaker: paper",
            "There is no actor `paper`.",
            "`paper` is one of the sources; here must stand the id of one of the actors.",
        ),
        (
            "speaker: zzzzzzzz",
            "There is no actor `zzzzzzzz`.",
            "Define it under `actors:`, or remove the line.",
        ),
        (
            "speaker: ada, positions: {it-was-sow: denies}",
            "There is no claim `it-was-sow`.",
            "Did you mean `it-was-so`?",
        ),
    ],
)
def test_a_reference_is_told_the_nearest_id_or_its_own_section_or_where_to_define_it(
    written: str, message: str, hint: str
) -> None:
    found = only(f"{RECORDS}statements:\n  x: {{source: paper, quote: q, {written}}}\n")
    assert (found.rule, found.message, found.hint) == ("unknown-reference", message, hint)


def test_the_same_wrong_id_is_given_the_nearest_of_each_kind() -> None:
    text = f"{RECORDS}events: {{adas-raid: {{name: R, kind: k}}}}\nstatements:\n"
    text += "  x: {speaker: adaa, source: paper, quote: q, during: adas-rai}\n"
    text += "  y: {speaker: adas-rai, source: paper, quote: q}\n"
    assert [one.hint for one in errors(dossier_of(text))] == [
        "Did you mean `ada`?",
        "Did you mean `adas-raid`?",
        "Define it under `actors:`, or remove the line.",
    ]


# The dossier's own settings


@pytest.mark.parametrize(
    ("lead", "hint"),
    [
        ("it-was-sow", "Did you mean `it-was-so`?"),
        ("ada", "`ada` is one of the actors; here must stand the id of one of the claims."),
        ("zzzzzzzz", "Define it under `claims:`, or remove the line."),
    ],
)
def test_a_lead_that_is_no_claim_is_reported_at_its_line(lead: str, hint: str) -> None:
    found = only(RECORDS, f"title: T\nlead: {lead}\n")
    assert str(found.location) == "dossier.yaml:2:7"
    assert (found.rule, found.message, found.hint) == (
        "unknown-reference",
        f"There is no claim `{lead}`.",
        hint,
    )


def test_a_lead_that_is_written_wrongly_as_a_claim_is_reported_there_only() -> None:
    found = only(
        RECORDS.replace("{text: It was so.}", "{text: It was so., abuot: []}"), "title: T\nlead: it-was-so\n"
    )
    assert (found.rule, found.location.path) == ("unknown-field", "r.yaml")


def test_a_link_in_the_summary_of_the_dossier_is_held_to_the_records() -> None:
    found = only(RECORDS, "title: T\nsummary: >-\n  What [[ada]] said,\n  and [[adda]].\n")
    assert str(found.location) == "dossier.yaml:2:10"
    assert (found.message, found.hint) == ("`[[adda]]` names no record.", "Did you mean `[[ada]]`?")


def test_a_dossier_without_settings_of_its_own_is_linked_all_the_same() -> None:
    loaded = dossier_of({"dossier.yaml": "titel: T\n", "r.yaml": RECORDS})
    assert {one.location.path for one in errors(loaded)} == {"dossier.yaml"}
    assert loaded.dossier.settings.title == "?"
    assert set(loaded.dossier.actors) == {"ada", "adam", "council"}


# Links in prose


@pytest.mark.parametrize(
    ("prose", "rule", "message", "hint"),
    [
        ("[[counsil]]", "unknown-reference", "`[[counsil]]` names no record.", "Did you mean `[[council]]`?"),
        (
            "[[event/council]]",
            "unknown-reference",
            "`[[event/council]]` names no record.",
            "Did you mean `[[council]]`?",
        ),
        (
            "[[zzzzzzzz|her]]",
            "unknown-reference",
            "`[[zzzzzzzz]]` names no record.",
            "Define the record, or write the words without brackets.",
        ),
        (
            "[[ada]]",
            "ambiguous-reference",
            "`[[ada]]` may mean more than one record.",
            "Write `[[actor/ada]]` or `[[place/ada]]`.",
        ),
    ],
)
def test_a_link_in_prose_that_names_no_one_record_says_what_to_write(
    prose: str, rule: str, message: str, hint: str
) -> None:
    text = RECORDS.replace("{name: Adam,", f'{{description: "{prose}", name: Adam,')
    found = only(text + "places: {ada: {name: Ada}}\n")
    assert (found.rule, found.message, found.hint) == (rule, message, hint)
    assert (found.location.line, found.location.column) == (5, text.splitlines()[4].index('"') + 1)


def test_a_link_is_given_the_nearest_id_of_any_kind_once_for_all_places() -> None:
    text = RECORDS.replace("kind: person}", 'kind: person, description: "[[it-was-sow]] and [[paperr]]"}')
    hints = [one.hint for one in errors(dossier_of(text))]
    assert hints == ["Did you mean `[[it-was-so]]`?", "Did you mean `[[paper]]`?"] * 2


# Dates


@pytest.mark.parametrize(
    ("published", "counts_from"),
    [("9999", "../9999-12-31"), ("Y10000", "../Y10000"), ("0012-03-04", "../0012-03-04")],
)
def test_a_day_of_any_year_is_written_as_dates_are(published: str, counts_from: str) -> None:
    text = RECORDS.replace("2024-02-05", published)
    dossier = sound(f"{text}statements: {{x: {{speaker: ada, source: paper, quote: q}}}}\n").dossier
    date = dossier.date_of(dossier.statements["x"])
    assert date and date.text == counts_from
