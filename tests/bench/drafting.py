"""`dossier draft --all`, as a person types it, on dossiers of many invented articles without records.

    uv run python -m tests.bench.drafting --records 1000 --records 2000
    uv run python -m tests.bench.drafting --runs 1 --jobs 1

Here a record is a source, in a file of its own, with an article of some 600 words; `one file` has all sources
in a single file. The aim: 1,000 of them in less than a minute on two cores, and linear growth.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, UNITS, growth, medians, run, show
from tests.many_articles import undrafted
from tests.synthetic import write

SIZES = [1000, 2000]
_REPEATED = 6
"""An invented article has about a hundred words."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size, so many times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--records", type=int, action="append", help="a size; may be given again")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the median counts")
    parser.add_argument("--jobs", type=int, default=0, help="processes; 0: one a core")
    options = parser.parse_args(arguments)
    sizes = sorted(set(options.records or SIZES))
    for name, in_a_file in (("file each", 1), ("one file", max(sizes))):
        figures = {size: _measure(size, options.runs, options.jobs, in_a_file) for size in sizes}
        show(
            [name, *UNITS],
            [
                [f"{size:,}", *(form.format(one[unit]) for unit, form in UNITS.items())]
                for size, one in figures.items()
            ],
        )
        growth(figures)


def _measure(size: int, runs: int, jobs: int, in_a_file: int) -> dict[str, float]:
    done = []
    for _ in range(runs):
        with TemporaryDirectory() as folder:
            write(Path(folder), undrafted(size, in_a_file=in_a_file, repeated=_REPEATED))
            # Other processes than this command's first are not among its processor time.
            done.append(
                run(PYTHON, "-m", "mkdocs_dossier", "draft", "--all", "--into", folder, "--jobs", str(jobs))
            )
            drafts = sum(name.endswith(".draft.yaml") for _, _, names in os.walk(folder) for name in names)
            if drafts < size * 0.9:
                raise RuntimeError(f"Of {size} sources, {drafts} were drafted.")
    return medians(done)


if __name__ == "__main__":
    main()
