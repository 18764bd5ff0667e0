"""Each format of `dossier export`, written to a file from dossiers of thousands of records.

    uv run python -m tests.bench.exports                     # 1,000, 2,000 and 20,000 records
    uv run python -m tests.bench.exports --records 500 --runs 1

Loading is measured apart, as “loaded”: seconds and the peak of memory of each format are what comes on top of
it, in a process of its own.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.exports.downloads import Export, downloads
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.loading import load
from tests.bench.measuring import PYTHON, asked, growth, middle, run, show
from tests.synthetic import synthetic, write


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each format at each size, and print a table of them."""
    sizes, runs = asked(__doc__, arguments, [1000, 2000, 20000])
    figures = {size: _measured(size, runs) for size in sizes}
    names = list(next(iter(figures.values())))
    show(
        ["format", *(f"{size:,}" for size in figures)],
        [
            [
                name,
                *(
                    f"{one[name][0]:.2f} s {one[name][1]:.0f} MB {one[name][2]:.2f} MB"
                    for one in figures.values()
                ),
            ]
            for name in names
        ],
    )
    growth({size: {name: one[name][0] for name in names} for size, one in figures.items()})


_Figures = tuple[float, float, float]
"""Seconds, the peak of memory beyond that of loading in MB, and the size of what is written in MB."""


def _measured(size: int, runs: int) -> dict[str, _Figures]:
    found: dict[str, _Figures] = {}
    with TemporaryDirectory() as folder:
        write(Path(folder), synthetic(size))
        for name in ("loaded", *(export.name for export in downloads())):
            done = [
                tuple(
                    map(float, run(PYTHON, "-m", "tests.bench.exports", "--one", name, folder).output.split())
                )
                for _ in range(runs)
            ]
            seconds, memory, written = (middle(one[place] for one in done) for place in range(3))
            found[name] = seconds, memory, written
    return found


def _one(name: str, folder: Path) -> None:
    """Write one export, and print what it took."""
    start = perf_counter()
    loaded = load(read_folder(folder))
    published = Published(loaded.reviewed.dossier, loaded.reviewed.findings)
    export = next((one for one in downloads() if one.name == name), None)
    seconds, before = perf_counter() - start, _peak()
    if export is None:
        print(seconds, before, 0)
        return
    start = perf_counter()
    size = _write(export, published, folder / "written")
    print(perf_counter() - start, _peak() - before, size / 1e6)


def _write(export: Export, published: Published, place: Path) -> int:
    """Write the files of an export, one after the other; return how many bytes they have."""
    size = 0
    for write_file in export.files.values():
        with place.open("wb") as file:
            for piece in write_file(published):
                size += file.write(piece)
    return size


def _peak() -> float:
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
