"""`dossier check`, as a person types it, on dossiers of thousands of records.

    uv run python -m tests.bench.check --records 5000 --records 10000

The aim: 5,000 records in less than 3 s and 300 MB, and linear growth.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, asked, growth, middle, run, show
from tests.synthetic import synthetic, write


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size, so many times."""
    sizes, runs = asked(__doc__, arguments, [5000, 10000])
    figures = {size: _measure(size, runs) for size in sizes}
    show(
        ["records", "time", "memory"],
        [[f"{size:,}", f"{one['time']:.2f} s", f"{one['memory']:.0f} MB"] for size, one in figures.items()],
    )
    growth(figures)


def _measure(size: int, runs: int) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        write(Path(folder), synthetic(size))
        done = [run(PYTHON, "-m", "mkdocs_dossier", "check", "--strict", folder) for _ in range(runs)]
    return {"time": middle(one.seconds for one in done), "memory": middle(one.megabytes for one in done)}


if __name__ == "__main__":
    main()
