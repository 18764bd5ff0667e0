"""The project's own dossier: checked, and built strictly, as a person types it.

    uv run python -m tests.bench.seeds

The aim: checked in less than 1 s, built in less than 5 s.
"""

from collections.abc import Sequence
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, UNITS, asked, medians, run, show


def main(arguments: Sequence[str] | None = None) -> None:
    """Check and build, so many times, in turn."""
    _, runs = asked(__doc__, arguments, [])
    with TemporaryDirectory() as site:
        commands = {
            "checked": (PYTHON, "-m", "mkdocs_dossier", "check", "--strict", "seeds"),
            "built": (PYTHON, "-m", "mkdocs", "build", "--strict", "--site-dir", site),
        }
        turns = [{name: run(*command) for name, command in commands.items()} for _ in range(runs)]
    figures = {name: medians([turn[name] for turn in turns]) for name in commands}
    show(
        ["seeds", *UNITS],
        [[name, *(form.format(one[unit]) for unit, form in UNITS.items())] for name, one in figures.items()],
    )


if __name__ == "__main__":
    main()
