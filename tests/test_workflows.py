"""The workflows of GitHub Actions: what they run is pinned, and may do no more than it needs."""

import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import yaml
from mkdocs_dossier.authoring.starting import PLACES

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TEMPLATES = ("github/pages.yml", "github/changes.yml")
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(path: Path) -> dict[str, Any]:
    # Without implicit types: `on` is no boolean here.
    found: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.BaseLoader)  # noqa: S506 - the safe one without types
    return found


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def program(name: str) -> str:
    """Give the path of a checker that the group `ci` installs; skips where it is not, but in CI."""
    found = shutil.which(name, path=Path(sys.executable).parent)
    if found is None:
        assert os.environ.get("CI") != "true", f"{name} is missing: uv sync --group ci"
        pytest.skip(f"{name} is not installed: uv sync --group ci")
    return found


def checked(path: Path, *command: str) -> str:
    """Give what a checker says of a workflow, empty where it finds nothing."""
    done = subprocess.run([*command, path.name], cwd=path.parent, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture(params=[*[path.name for path in WORKFLOWS], *TEMPLATES])
def workflow(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give each workflow in a repository of its own, those that `dossier new` writes too."""
    name = request.param
    place = tmp_path / (PLACES[name] if name in TEMPLATES else f".github/workflows/{name}")
    place.parent.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    template = files("mkdocs_dossier") / "templates" / name
    content = template if name in TEMPLATES else ROOT / ".github" / "workflows" / name
    place.write_bytes(content.read_bytes())
    return place


def test_each_is_a_workflow_as_github_reads_it(workflow: Path) -> None:
    actionlint = program("actionlint")
    assert checked(workflow, actionlint, "-no-color", "-shellcheck=", "-pyflakes=") == ""


def test_none_has_a_weakness_that_is_known(workflow: Path) -> None:
    zizmor = program("zizmor")
    assert checked(workflow, zizmor, "--offline", "--no-progress", "--quiet", "--color=never") == ""


def test_both_checkers_find_what_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / ".github" / "workflows" / "wrong.yml"
    wrong.parent.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    wrong.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        '      - run: echo "${{ github.event.pull_request.title }}"\n'
        "      - uses: actions/checkout@v4\n        wiht: {}\n"
    )
    assert "wiht" in checked(wrong, program("actionlint"), "-no-color")
    assert "template-injection" in checked(wrong, program("zizmor"), "--offline", "--color=never")


def test_there_are_workflows_that_publish_the_site_publish_a_release_and_test() -> None:
    assert [path.name for path in WORKFLOWS] == ["pages.yml", "release.yml", "tests.yml"]


def test_uv_is_of_one_version_everywhere(workflow: Path) -> None:
    """Another uv may resolve otherwise, or not know an option."""
    used = [step for step in steps(read(workflow)) if step.get("uses", "").startswith("astral-sh/setup-uv@")]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", step["with"]["version"]) for step in used)
    ours = [one for path in WORKFLOWS for one in steps(read(path)) if "setup-uv" in one.get("uses", "")]
    assert {step["with"]["version"] for step in [*used, *ours]} == {ours[0]["with"]["version"]}


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


def test_a_release_is_built_without_a_right_and_published_without_code_of_the_repository() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "release.yml")["jobs"]

    assert "permissions" not in jobs["build"]
    assert jobs["publish"]["needs"] == "build"
    assert jobs["publish"]["permissions"] == {"id-token": "write", "attestations": "write"}
    assert [step["uses"].partition("@")[0] for step in jobs["publish"]["steps"]] == [
        "actions/download-artifact",
        "actions/attest-build-provenance",
        "pypa/gh-action-pypi-publish",
    ]
    assert not any("secrets." in str(step) for job in jobs.values() for step in job["steps"])


def test_a_release_is_tested_and_tried_out_before_it_is_published() -> None:
    release = read(ROOT / ".github" / "workflows" / "release.yml")
    runs = [step["run"] for step in release["jobs"]["build"]["steps"] if "run" in step]

    assert release["on"] == {"push": {"tags": ["v*"]}}
    assert runs == [
        "bash .ci/run pinned",
        'uv run --group ci python tools/release.py dist --tag "$GITHUB_REF_NAME"',
    ]


def test_the_tests_run_on_every_python_that_the_package_names_and_on_three_sets_of_versions() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "tests.yml")["jobs"]
    named = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text())

    assert jobs["pinned"]["strategy"]["matrix"]["python"] == named
    runs = {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs.items()}
    assert runs == {
        "pinned": ["bash .ci/run pinned"],
        "lowest": ["bash .ci/run lowest"],
        "floating": ["bash .ci/run newest"],
    }


def test_what_comments_on_a_pull_request_runs_nothing_of_it() -> None:
    """A pull request may bring any code: what runs it may only read, and what may write runs none of it."""
    template = files("mkdocs_dossier") / "templates" / "github" / "changes.yml"
    workflow = yaml.load(template.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - as `read`
    compare, comment = workflow["jobs"]["compare"], workflow["jobs"]["comment"]

    assert workflow["on"] == {"pull_request": ""}
    assert workflow["permissions"] == {}
    assert compare["permissions"] == {"contents": "read"}
    assert comment["permissions"] == {"pull-requests": "write"}
    assert comment["if"] == "github.event.pull_request.head.repo.full_name == github.repository"
    assert not any("uses" in step or "uv run" in step["run"] for step in comment["steps"])
    # Values of the pull request reach the scripts as variables only.
    assert not any("${{" in step.get("run", "") for step in steps(workflow))
    lines = template.read_text("utf-8").splitlines()
    uses = [line.strip().removeprefix("- ") for line in lines if "uses:" in line]
    assert [line for line in uses if not PINNED.fullmatch(line)] == []
