"""Changes the program, one small change at a time, and tells which changes no test notices (with mutmut).

uv run --with "mutmut>=3.8,<4" python tools/mutants.py            # all groups
uv run --with "mutmut>=3.8,<4" python tools/mutants.py findings   # some
uv run --with "mutmut>=3.8,<4" python tools/mutants.py --jobs 1   # in one process

Prints a line for each group of modules: how many changes were made, and how many of them its tests noticed.
The others are listed, with what was changed, in `build/mutants/GROUP.txt`. Exits with 1 if a tenth or more
of the changes in a group go unnoticed.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "mutants"
PACKAGE = "mkdocs_dossier"
INSTALL = 'uv run --with "mutmut>=3.8,<4" python tools/mutants.py'

_DERIVING = ("voices", "positions", "contradictions", "standing", "figures", "derive")

GROUPS = {
    "quotes": (["quotes/*"], ["tests/quotes"]),
    "findings": (
        [f"findings/{one}.py" for one in _DERIVING],
        [f"tests/findings/test_{one}.py" for one in _DERIVING],
    ),
    "dossier": (["dossier/link.py"], ["tests/dossier/test_dossier*.py"]),
    "values": (["values/*"], ["tests/values"]),
    "verify": (["findings/verification.py"], ["tests/findings/test_verify*.py"]),
}
"""By group, the modules to change and the tests that should notice, as patterns of paths."""

MOST_UNNOTICED = 0.1

# Tests of how long something takes are left out: they are the slowest, and notice little else.
SETTINGS = """\
[mutmut]
source_paths={package}
only_mutate=
    {modules}
also_copy=
    seeds
    conftest.py
pytest_add_cli_args_test_selection=
    {tests}
pytest_add_cli_args=
    -n0
    -pno:cacheprovider
    --hypothesis-profile=mutants
    -k
    not in_time and not take_seconds
timeout_constant=2.0
timeout_multiplier=5.0
use_git_change_detection=false
"""

UNNOTICED = ("survived", "no tests", "suspicious")


def chosen_tests(group: str) -> list[str]:
    """List the files and folders of tests for a group."""
    found = {path for pattern in GROUPS[group][1] for path in ROOT.glob(pattern)}
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def prepare(group: str) -> Path:
    """Make a fresh copy of the program and its tests, set up for a group, for mutmut to work in."""
    folder = BUILD / group
    shutil.rmtree(folder, ignore_errors=True)
    without_caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "generator" / PACKAGE, folder / PACKAGE, ignore=without_caches)
    for name in ("tests", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=without_caches)
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copy(ROOT / "tools" / "mutants_conftest.py", folder / "conftest.py")
    tests = "\n    ".join(chosen_tests(group))
    modules = "\n    ".join(f"{PACKAGE}/{pattern}" for pattern in GROUPS[group][0])
    settings = SETTINGS.format(package=PACKAGE, modules=modules, tests=tests)
    (folder / "setup.cfg").write_text(settings, "utf-8")
    return folder


def mutmut(folder: Path, program: str, *arguments: str, shown: bool = False) -> str:
    """Run a line of Python with mutmut in a folder; return its output, or let it be `shown`.

    Exits if it fails.
    """
    command = [sys.executable, "-c", f"import sys; from mutmut.__main__ import *; {program}", *arguments]
    printed = None if shown else subprocess.PIPE
    done = subprocess.run(command, cwd=folder, stdout=printed, stderr=printed, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stdout or "").replace("\r", "\n").splitlines()[-40:]
        sys.exit("\n".join([*last, done.stderr or "", f"mutmut failed in {folder}."]))
    return done.stdout or ""


def try_all(group: str, jobs: int | None) -> dict[str, str]:
    """Make all changes of a group, run its tests on each; return what came of each change, by its name."""
    folder = prepare(group)
    # In a terminal, a line of mutmut's own shows how far it is.
    mutmut(
        folder, "cli()", "run", *(["--max-children", str(jobs)] if jobs else []), shown=sys.stdout.isatty()
    )
    lines = mutmut(folder, "cli()", "results", "--all", "true").splitlines()
    found = dict(line.strip().rsplit(": ", 1) for line in lines if ": " in line)
    missed = [name for name, outcome in found.items() if outcome in UNNOTICED]
    listed = mutmut(folder, "[show.callback(name) for name in sys.argv[1:]]", *missed)
    (BUILD / f"{group}.txt").write_text(listed, "utf-8")
    return found


def table(group: str, found: dict[str, str]) -> Iterator[str]:
    """Yield the cells of a group's line."""
    outcomes = list(found.values())
    yield group
    yield str(len(outcomes))
    yield from (str(outcomes.count(one)) for one in ("killed", "timeout", "survived", "no tests"))
    yield f"{unnoticed(found):.1%}"


def unnoticed(found: dict[str, str]) -> float:
    """Return the share of changes that no test noticed, from 0 to 1."""
    return sum(one in UNNOTICED for one in found.values()) / max(1, len(found))


def show(cells: Sequence[str]) -> None:
    """Print a line of the table as soon as it is known."""
    print(f"{cells[0]:8}", *(f"{cell:>9}" for cell in cells[1:]), flush=True)


def main() -> int:
    """Try the groups that are asked for, or all; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"one or more of: {', '.join(GROUPS)}")
    parser.add_argument("--jobs", type=int, help="how many processes; one for each core if left out")
    arguments = parser.parse_args()
    if unknown := set(arguments.groups) - set(GROUPS):
        parser.error(f"There is no group {', '.join(sorted(unknown))}. There are: {', '.join(GROUPS)}.")
    if not find_spec("mutmut"):
        sys.exit(f"mutmut is not installed. Run: {INSTALL}")
    show(["group", "changes", "noticed", "timeouts", "survived", "untested", "unnoticed"])
    worst = 0.0
    for group in arguments.groups or GROUPS:
        found = try_all(group, arguments.jobs)
        show(list(table(group, found)))
        worst = max(worst, unnoticed(found))
    print(f"What no test noticed is listed in {BUILD.relative_to(ROOT)}/*.txt.")
    return 1 if worst >= MOST_UNNOTICED else 0


if __name__ == "__main__":
    sys.exit(main())
