"""Builds what a release publishes, and tries it out as a user would install it.

    uv run --group ci python tools/release.py dist
    uv run --group ci python tools/release.py dist --tag v0.2.0

A source archive and a wheel are written to the folder `dist`. Both are checked by the rules of the package
index; the wheel is installed into an environment of its own, where a dossier is started and built. With
`--tag`, the version must be that of the tag, and the changelog must have a day for it.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]

_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\] – (?P<day>\S+)$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def newest_entry(changelog: str) -> tuple[str, str]:
    """Return the version and the day of the newest entry of the changelog; the day may be `unreleased`.

    Raises `ValueError` if there is no entry.
    """
    if (found := _HEADING.search(changelog)) is None:
        raise ValueError("CHANGELOG.md has no heading like `## [0.2.0] – 2024-02-05`")
    return found["version"], found["day"]


def faults(tag: str, version: str, changelog: str) -> Iterator[str]:
    """Say what is wrong with releasing a version under a tag."""
    described, day = newest_entry(changelog)
    if tag != f"v{version}":
        yield f"The tag is {tag}, and the version in pyproject.toml is {version}."
    if described != version:
        yield f"The newest entry of CHANGELOG.md is of {described}; pyproject.toml has the version {version}."
    if not _DAY.fullmatch(day):
        yield f"The entry of {described} in CHANGELOG.md has no day: {day}."


def built(dist: Path) -> Path:
    """Build the source archive, and the wheel from it; return the path of the wheel.

    Raises `ValueError` if the folder is not empty.
    """
    if dist.exists() and any(dist.iterdir()):
        raise ValueError(f"{dist} is not empty: what stands there would be published as well.")
    run("uv", "build", "--quiet", "--out-dir", str(dist))
    (wheel,) = dist.glob("*.whl")
    return wheel


def check(dist: Path, wheel: Path) -> None:
    """Check both by the rules of the package index."""
    run(
        sys.executable, "-m", "twine", "check", "--strict", *map(str, [*sorted(dist.glob("*.tar.gz")), wheel])
    )
    run(sys.executable, "-m", "check_wheel_contents", str(wheel))


def try_out(wheel: Path) -> None:
    """Install the wheel as a user would, start a dossier with it, and build its site."""
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder, "environment")
        programs = environment / ("Scripts" if os.name == "nt" else "bin")
        run("uv", "venv", "--quiet", f"--python={sys.executable}", str(environment))
        run("uv", "pip", "install", "--quiet", "--no-config", f"--python={environment}", str(wheel.resolve()))
        site = Path(folder, "our-dossier")
        run(str(programs / "dossier"), "new", str(site), "--yes", "--title", "Ours & <theirs>", cwd=folder)
        run(str(programs / "dossier"), "check", "--strict", cwd=site)
        run(str(programs / "mkdocs"), "build", "--strict", cwd=site)


def run(*command: str, cwd: Path | str = ROOT) -> None:
    """Print a command and run it. Raises `subprocess.CalledProcessError` if it fails."""
    print("$", *command, flush=True)
    subprocess.run(command, cwd=cwd, check=True)  # noqa: S603 - no shell, and commands of our own


def main() -> int:
    """Build and check a release; return the exit code."""
    parser = argparse.ArgumentParser(description="Build what a release publishes, and check it.")
    parser.add_argument("dist", type=Path, help="The folder to build into.")
    parser.add_argument("--tag", help="The tag that the release is made from, as v0.2.0.")
    wanted = parser.parse_args()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    if wanted.tag and (found := list(faults(wanted.tag, version, changelog))):
        print(*found, sep="\n")
        return 1
    try:
        wheel = built(wanted.dist.resolve())
        check(wanted.dist.resolve(), wheel)
        try_out(wheel)
    except (ValueError, subprocess.CalledProcessError) as trouble:
        print(f"Not fit to be published: {trouble}")
        return 1
    print(f"Fit to be published: {wheel.name}, and its source archive.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
