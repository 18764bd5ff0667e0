"""The synthetic dossiers that measurements are made on."""

from collections import Counter
from functools import cache

import pytest

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.findings.found import weakest
from mkdocs_dossier.loading import Loaded, load
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.values.refs import SECTIONS
from tests.synthetic import SMALLEST, synthetic

SCRIPTS = {"Latin": "a", "Arabic": "ا", "Sorani": "ێ", "Cyrillic": "а", "Chinese": "卡"}


@cache
def loaded(records: int) -> Loaded:
    files = synthetic(records)
    return load(
        Folder(
            {path: content for path, content in files.items() if path.endswith(".yaml")},
            {path: content for path, content in files.items() if path.endswith(".txt")},
        )
    )


@pytest.mark.parametrize("records", [SMALLEST, SMALLEST + 1, 137, 250, 1000])
def test_a_dossier_has_as_many_records_as_were_asked_for_and_no_problem(records: int) -> None:
    found = loaded(records)

    assert sum(len(found.dossier.section(section)) for section in SECTIONS) == records
    assert found.problems == ()


def test_the_same_seed_gives_the_same_bytes_and_another_one_other_bytes() -> None:
    assert synthetic(150, seed=3) == synthetic(150, seed=3)
    assert synthetic(150, seed=3) != synthetic(150, seed=4)


def test_fewer_records_than_can_be_tied_together_are_refused() -> None:
    with pytest.raises(ValueError, match="99"):
        synthetic(SMALLEST - 1)


def test_quotations_stand_in_every_tier() -> None:
    tiers = Counter(weakest(one.fragments) for one in loaded(1000).findings.quotations.values())

    assert all(tiers[tier] > 10 for tier in Tier)


def test_there_are_hundreds_of_contradictions_of_every_kind_and_claims_of_every_label() -> None:
    findings = loaded(1000).findings
    found = [one for each in findings.contradictions.values() for one in each]

    assert len(found) > 300
    assert {one.kind for one in found} == {"reversal", "within", "between"}
    assert any(one.corrected for one in found)
    assert {label.name for label in findings.labels.values()} == {
        "contested",
        "corroborated",
        "single voice",
        "open",
    }


def test_events_have_dates_of_every_precision_open_uncertain_and_missing() -> None:
    dates = [event.when for event in loaded(1000).dossier.events.values()]
    known = [date for date in dates if date]

    assert {date.precision for date in known} == {
        "time",
        "day",
        "month",
        "season",
        "year",
        "decade",
        "century",
        "interval",
    }
    for mark in ("uncertain", "approximate", "open_start", "open_end", "unknown_start", "unknown_end"):
        assert any(getattr(date, mark) for date in known)
    assert None in dates


def test_people_are_called_in_every_script_and_places_lie_in_every_quarter_of_the_globe() -> None:
    dossier = loaded(1000).dossier
    names = "".join(name for actor in dossier.actors.values() for name in (actor.name, *actor.names.values()))
    quarters = {
        (place.lat > 0, place.lon > 0)
        for place in dossier.places.values()
        if place.lat is not None and place.lon is not None
    }

    assert all(letter in names for letter in SCRIPTS.values())
    assert len(quarters) == 4


def test_figures_of_one_event_are_in_conflict() -> None:
    assert sum(map(len, loaded(1000).findings.conflicts.values())) > 10
