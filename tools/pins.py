"""Renews the exact versions that this project is developed and tested with, and runs the tests on them.

    uv run python tools/pins.py

`[tool.uv]` in `pyproject.toml` holds a version of every direct and indirect dependency, so that the two
commands of the README install the same on every machine. This takes the newest that the bounds of
`pyproject.toml` allow, for all supported Pythons and systems at once, and writes them there. If the tests
fail then, `git checkout pyproject.toml` brings the old ones back.
"""

import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

# What the build backend needs in addition, for an editable install.
_OF_THE_BACKEND = ("editables",)


def resolved(requirements: str, *options: str) -> list[str]:
    """List the newest versions that fit, each as `name==version`, with a marker if one is needed.

    `requirements` is read as a requirements file, or is "" if `options` name a file. Today's pins are
    ignored. Raises `subprocess.CalledProcessError` if nothing fits, after uv has said why.
    """
    oldest = re.sub(r"[^\d.]", "", read()["project"]["requires-python"])
    command = ["uv", "pip", "compile", "--quiet", "--no-config", "--universal", f"--python-version={oldest}"]
    command += ["--no-header", "--no-annotate", *(options or ["-"])]
    done = subprocess.run(command, input=requirements, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - a fixed command
    return done.stdout.splitlines()


def read() -> dict[str, Any]:
    """Read `pyproject.toml`."""
    return tomllib.loads(PYPROJECT.read_text("utf-8"))


def with_pins(text: str, name: str, pins: Sequence[str]) -> str:
    """Return the text of `pyproject.toml` with the list `name` renewed. Raises `ValueError` without one."""
    lines = "".join(f'  "{pin}",\n' for pin in pins)
    renewed, count = re.subn(
        rf"^{name} = \[\n.*?^\]\n", lambda _: f"{name} = [\n{lines}]\n", text, flags=re.DOTALL | re.MULTILINE
    )
    if count != 1:
        raise ValueError(f"pyproject.toml has no list {name}")
    return renewed


def main() -> int:
    """Renew the pins, and run the tests; return the exit code of these."""
    project = read()
    groups = [f"--group={name}" for name in project["dependency-groups"]]
    backend = project["build-system"]["requires"]
    before = PYPROJECT.read_text("utf-8")
    pins = resolved("", "--all-extras", *groups, str(PYPROJECT))
    text = with_pins(before, "constraint-dependencies", pins)
    text = with_pins(text, "build-constraint-dependencies", resolved("\n".join((*backend, *_OF_THE_BACKEND))))
    PYPROJECT.write_text(text, "utf-8")
    changed = sorted(set(text.splitlines()) - set(before.splitlines()))
    print(f"{len(changed)} of {len(pins)} versions are new.", *changed, sep="\n", flush=True)
    return subprocess.run(["uv", "run", "pytest"], cwd=PYPROJECT.parent, check=False).returncode  # noqa: S607 - uv is what this is for


if __name__ == "__main__":
    sys.exit(main())
