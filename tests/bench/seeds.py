"""The project's own dossier: checked, and built strictly, as a person types it.

    uv run python -m tests.bench.seeds

The aim: checked in less than 1 s, built in less than 5 s.
"""

from collections.abc import Sequence
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, asked, middle, run, show


def main(arguments: Sequence[str] | None = None) -> None:
    """Check and build, so many times, in turn."""
    _, runs = asked(__doc__, arguments, [])
    with TemporaryDirectory() as site:
        commands = {
            "checked": (PYTHON, "-m", "mkdocs_dossier", "check", "--strict", "seeds"),
            "built": (PYTHON, "-m", "mkdocs", "build", "--strict", "--site-dir", site),
        }
        turns = [{name: run(*command) for name, command in commands.items()} for _ in range(runs)]
    rows = [
        [
            name,
            f"{middle(turn[name].seconds for turn in turns):.2f} s",
            f"{middle(turn[name].megabytes for turn in turns):.0f} MB",
        ]
        for name in commands
    ]
    show(["seeds", "time", "memory"], rows)


if __name__ == "__main__":
    main()
