"""Origins: from whom a report comes in the end."""

import pytest

from mkdocs_dossier.findings.origins import origin_of_report, origin_of_source, original_of
from tests.findings.two_states import WORLD, said
from tests.support import dossier_of, sound


@pytest.mark.parametrize(
    ("source", "origin"),
    [
        ("s", "source/s"),  # nothing is known of who published it
        ("daily", "actor/paper"),
        ("sunday", "actor/paper"),
        ("wired", "actor/wire"),  # the agency before the publisher
        ("reprint", "actor/paper"),  # of what it republishes
    ],
)
def test_a_source_comes_from_what_it_republishes_else_its_agency_its_publisher_itself(
    source: str, origin: str
) -> None:
    assert str(origin_of_source(sound(WORLD).dossier, source)) == origin


def test_the_chain_of_reprints_is_followed_to_its_end_and_what_is_said_on_the_way_does_not_count() -> None:
    text = WORLD.replace(
        "  reprint: {",
        "  again: {title: A, publisher: weekly, agency: wire, republishes: reprint}\n  reprint: {",
    )
    dossier = sound(text).dossier
    assert original_of(dossier, "again") == "daily"
    assert str(origin_of_source(dossier, "again")) == "actor/paper"


@pytest.mark.parametrize(
    ("more", "origins"),
    [
        ("source:daily", ["actor/paper"]),
        ("source:daily via:wire", ["actor/wire"]),
        ("source:reprint via:state", ["actor/state"]),
        ("source:daily+wired", ["actor/paper", "actor/wire"]),
    ],
)
def test_a_report_comes_from_whom_its_source_has_it(more: str, origins: list[str]) -> None:
    loaded = said(f"x ann asserts 2024 {more}")
    reports = loaded.dossier.statements["x"].reports
    assert [str(origin_of_report(loaded.dossier, one)) for one in reports] == origins
    assert [str(one.origin) for one in loaded.findings.reports["x"]] == origins


def test_a_circle_of_reprints_is_an_error_and_ends() -> None:
    text = WORLD.replace("title: D,", "title: D, republishes: reprint,")
    loaded = dossier_of(text)
    assert [one.rule for one in loaded.problems if one.level == "error"] == ["circle"]
    assert str(origin_of_source(loaded.dossier, "daily")) == "actor/weekly"
    assert original_of(loaded.dossier, "reprint") == "daily"


def test_a_reprint_of_what_is_no_record_is_an_error_and_comes_from_itself() -> None:
    loaded = dossier_of(WORLD.replace("republishes: daily", "republishes: nothing"))
    assert str(origin_of_source(loaded.dossier, "reprint")) == "actor/weekly"
