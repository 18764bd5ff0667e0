"""The whole table of what must be fast, set against plain MkDocs on the same Markdown, in one run.

    uv run python -m tests.bench.table                     # 1,000 and 5,000 records
    uv run python -m tests.bench.table --records 300 --runs 1

Each round builds in turn: ours from nothing, ours after one edit, plain MkDocs, and Zensical where it can be
installed. A ratio is the smaller of that of the clock and that of the processor, the median of the rounds.
`--records 20000 --alone` measures ours only, for how cost grows.
"""

import argparse
import gzip
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, Run, growth, middle, run, show
from tests.bench.serving import with_plugin, without_plugin
from tests.synthetic import synthetic, write

ZENSICAL = ("uv", "run", "--isolated", "--no-project", "--quiet", "--with", "zensical", "zensical")
GOALS = {1000: {"first": 0.25, "edited": 0.08}, 5000: {"first": 0.25, "edited": 0.06}}


@dataclass(frozen=True)
class Round:
    """One build of each kind."""

    first: Run
    edited: Run
    plain: Run | None
    zensical: Run | None


@dataclass(frozen=True)
class Projects:
    """A dossier of ours, and the same pages as plain Markdown."""

    ours: Path
    dossier: Path
    plain: Path

    @classmethod
    def made(cls, folder: Path, records: int) -> "Projects":
        """Lay out both."""
        ours, plain = folder / "ours", folder / "plain"
        for project in (ours, plain):
            write(project / "seeds", synthetic(records))
        with_plugin(ours)
        without_plugin(plain)
        files = sorted((ours / "seeds").rglob("*.yaml"))
        return cls(ours, next(file for file in files if "Speaks of the" in file.read_text("utf-8")), plain)

    def edit(self, number: int) -> None:
        """Change a word of one record."""
        content = self.dossier.read_text("utf-8")
        changed = re.sub(r"Speaks of the (\d+ )?works", f"Speaks of the {number} works", content, count=1)
        if changed == content:
            raise RuntimeError("There was nothing to edit.")
        self.dossier.write_text(changed, "utf-8")

    def round(self, number: int, *, alone: bool, zensical: bool) -> Round:
        """Build each way once."""
        for made in (self.ours / "site", self.ours / ".cache", self.plain / "site", self.plain / ".cache"):
            shutil.rmtree(made, ignore_errors=True)
        first = run(PYTHON, "-m", "mkdocs", "build", "-q", folder=self.ours)
        self.edit(number)
        edited = run(PYTHON, "-m", "mkdocs", "build", "-q", folder=self.ours)
        plain = None if alone else run(PYTHON, "-m", "mkdocs", "build", "-q", folder=self.plain)
        other = run(*ZENSICAL, "build", folder=self.plain) if zensical and not alone else None
        return Round(first, edited, plain, other)


def ratio(one: Run | None, other: Run | None) -> float:
    """Give the smaller of the ratios of the clock and of the processor."""
    if one is None or other is None:
        return float("nan")
    return min(one.seconds / other.seconds, one.processor / other.processor)


def largest(site: Path) -> tuple[int, int]:
    """Give the size of the largest page, in bytes, and of the largest when compressed."""
    pages = [page.read_bytes() for page in site.rglob("*.html")]
    heavy = sorted(pages, key=len)[-20:]
    return len(heavy[-1]), max(len(gzip.compress(page, 6)) for page in heavy)


def figures(rounds: Sequence[Round], site: Path) -> dict[str, float]:
    """Take the medians of what was measured."""
    plain, compressed = largest(site)
    return {
        "first": middle(ratio(one.first, one.plain) for one in rounds),
        "edited": middle(ratio(one.edited, one.plain) for one in rounds),
        "zensical": middle(ratio(one.zensical, one.plain) for one in rounds),
        "first, s": middle(one.first.seconds for one in rounds),
        "edited, s": middle(one.edited.seconds for one in rounds),
        "processor, s": middle(one.first.processor for one in rounds),
        "memory, MB": middle(one.first.megabytes for one in rounds),
        "page, KB": plain / 1000,
        "compressed": compressed / 1000,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--records", type=int, action="append")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="ours only")
    parser.add_argument("--zensical", action="store_true", help="Zensical as well; it is fetched for that")
    options = parser.parse_args(arguments)
    found: dict[int, dict[str, float]] = {}
    for size in sorted(set(options.records or GOALS)):
        with TemporaryDirectory() as folder:
            projects = Projects.made(Path(folder), size)
            rounds = [
                projects.round(number + 1, alone=options.alone, zensical=options.zensical)
                for number in range(options.runs)
            ]
            found[size] = figures(rounds, projects.ours / "site")
    names = list(next(iter(found.values())))
    show(
        ["records", *names],
        [[f"{size:,}", *(f"{one[name]:.3g}" for name in names)] for size, one in found.items()],
    )
    for size, goals in GOALS.items():
        if size in found:
            print(f"goals at {size:,}: " + ", ".join(f"{name} {goal}" for name, goal in goals.items()))
    growth(
        {
            size: {name: one[name] for name in names if name.endswith((" s", " MB"))}
            for size, one in found.items()
        }
    )


if __name__ == "__main__":
    main()
