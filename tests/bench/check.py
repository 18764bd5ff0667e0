"""`dossier check`, as a person types it, on dossiers of thousands of records.

    uv run python -m tests.bench.check --records 5000 --records 10000

The aim: 5,000 records in less than 3 s and 300 MB, and linear growth.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, UNITS, asked, growth, medians, run, show
from tests.synthetic import synthetic, write


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size, so many times."""
    sizes, runs = asked(__doc__, arguments, [5000, 10000])
    figures = {size: _measure(size, runs) for size in sizes}
    show(
        ["records", *UNITS],
        [
            [f"{size:,}", *(form.format(one[name]) for name, form in UNITS.items())]
            for size, one in figures.items()
        ],
    )
    growth(figures)


def _measure(size: int, runs: int) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        write(Path(folder), synthetic(size))
        done = [run(PYTHON, "-m", "mkdocs_dossier", "check", "--strict", folder) for _ in range(runs)]
    return medians(done)


if __name__ == "__main__":
    main()
