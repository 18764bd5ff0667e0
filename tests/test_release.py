"""A release: its version stands in three places alike, and what it publishes can be installed and used."""

import importlib.util
import os
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest

from mkdocs_dossier import __version__
from tools.release import faults, newest_entry

ROOT = Path(__file__).parents[1]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_version_of_the_program_is_that_of_the_package_and_of_the_newest_entry_in_the_changelog() -> None:
    assert __version__ == VERSION
    assert newest_entry(CHANGELOG)[0] == VERSION


def test_a_tag_of_another_version_or_without_a_day_in_the_changelog_is_refused() -> None:
    dated = "# Changelog\n\n## [1.2.0] – 2024-02-05\n\n## [1.1.0] – 2024-01-01\n"
    assert list(faults("v1.2.0", "1.2.0", dated)) == []
    assert list(faults("v1.2.1", "1.2.0", dated)) == [
        "The tag is v1.2.1, and the version in pyproject.toml is 1.2.0."
    ]
    assert list(faults("v1.3.0", "1.3.0", dated)) == [
        "The newest entry of CHANGELOG.md is of 1.2.0; pyproject.toml has the version 1.3.0."
    ]
    assert list(faults("v1.2.0", "1.2.0", dated.replace("2024-02-05", "unreleased"))) == [
        "The entry of 1.2.0 in CHANGELOG.md has no day: unreleased."
    ]
    with pytest.raises(ValueError, match="no heading"):
        newest_entry("# Changelog\n")


@pytest.mark.slow
def test_what_a_release_publishes_is_whole_and_its_wheel_begins_a_dossier_and_builds_it(
    tmp_path: Path,
) -> None:
    if any(importlib.util.find_spec(name) is None for name in ("twine", "check_wheel_contents")):
        assert os.environ.get("CI") != "true", "what checks a release is missing: uv sync --group ci"
        pytest.skip("what checks a release is not installed: uv sync --group ci")
    dist = tmp_path / "dist"
    done = subprocess.run(
        [sys.executable, "tools/release.py", str(dist)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Fit to be published: mkdocs_dossier-{VERSION}-py3-none-any.whl" in done.stdout
    with tarfile.open(dist / f"mkdocs_dossier-{VERSION}.tar.gz") as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "LICENSE",
        "CHANGELOG.md",
        "tests/test_release.py",
        "tools/release.py",
        "seeds/dossier.yaml",
    } <= names
    again = subprocess.run(
        [sys.executable, "tools/release.py", str(dist)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert again.returncode == 1
    assert "is not empty" in again.stdout
