"""The workflows of GitHub Actions: what they run is pinned, and may do no more than it needs."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(path: Path) -> dict[str, Any]:
    # Without implicit types: `on` is no boolean here.
    found: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.BaseLoader)  # noqa: S506 - the safe one without types
    return found


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_a_workflow_that_publishes_and_one_that_tests() -> None:
    assert [path.name for path in WORKFLOWS] == ["pages.yml", "tests.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(path: Path) -> None:
    uses = [line.strip().removeprefix("- ") for line in path.read_text().splitlines() if "uses:" in line]

    assert len(uses) == sum("uses" in step for step in steps(read(path)))
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_but_read_the_repository(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_leaves_a_token_behind_and_every_job_ends(path: Path) -> None:
    workflow = read(path)
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)
    assert all(int(job["timeout-minutes"]) <= 30 for job in workflow["jobs"].values())


def test_only_the_job_that_deploys_may_write_and_it_checks_out_and_runs_nothing_of_the_repository() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "pages.yml")["jobs"]

    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert [step["uses"].partition("@")[0] for step in jobs["deploy"]["steps"]] == ["actions/deploy-pages"]


def test_the_tests_run_on_every_python_that_the_package_names_and_by_the_same_command() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "tests.yml")["jobs"]
    named = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text())

    assert jobs["tests"]["strategy"]["matrix"]["python"] == named
    assert {"run": "bash .ci/run"} in jobs["tests"]["steps"]
    assert {"run": "uv sync --resolution lowest-direct"} in jobs["oldest-dependencies"]["steps"]
