"""The pipeline by itself, from YAML to Markdown, against a whole `mkdocs build` of the same records.

    uv run python -m tests.bench.pipeline --records 2000 --records 4000

The aim: at 2,000 records the pipeline takes no more than a fifth of the whole, and both grow linearly.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measuring import PYTHON, ROOT, Run, asked, growth, middle, run, show
from tests.synthetic import synthetic, write

# The project's own settings; the hand-written pages, which name its own records, are left out.
SITE = """\
INHERIT: {root}/mkdocs.yml
docs_dir: {folder}/docs
site_dir: {folder}/site
nav:
plugins:
  - search
  - dossier:
      source: dossier
"""


_UNITS = {
    **dict.fromkeys(("read", "load", "build", "pipeline", "whole"), "{:.2f} s"),
    **dict.fromkeys(("ratio", "of processor"), "{:.3f}"),
    **dict.fromkeys(("its memory", "memory of the whole"), "{:.0f} MB"),
}
_GROWING = (
    "pipeline",
    "whole",
    "its processor",
    "processor of the whole",
    "its memory",
    "memory of the whole",
)


@dataclass(frozen=True)
class Pair:
    """The two runs that are compared, one after the other."""

    pipeline: Run
    whole: Run

    @property
    def steps(self) -> dict[str, float]:
        """The pipeline's seconds by step, without the start of Python; and the number of pages."""
        steps: dict[str, float] = json.loads(self.pipeline.output)
        return steps

    @property
    def seconds(self) -> float:
        """The pipeline's seconds."""
        return sum(self.steps[step] for step in ("read", "load", "build"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each size, so many times, the two in turn."""
    sizes, runs = asked(__doc__, arguments, [2000, 4000])
    figures = {size: _figures(_measure(size, runs)) for size in sizes}
    show(
        ["records", "pages", *_UNITS],
        [
            [f"{size:,}", f"{one['pages']:,.0f}", *(form.format(one[name]) for name, form in _UNITS.items())]
            for size, one in figures.items()
        ],
    )
    growth({size: {name: one[name] for name in _GROWING} for size, one in figures.items()})


def _measure(size: int, runs: int) -> list[Pair]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "dossier", synthetic(size))
        (folder / "docs").mkdir()
        config = folder / "mkdocs.yml"
        config.write_text(SITE.format(root=ROOT, folder=folder))
        return [
            Pair(
                run(PYTHON, "-m", "tests.bench.reading", folder / "dossier"),
                run(PYTHON, "-m", "mkdocs", "build", "--strict", "--config-file", config),
            )
            for _ in range(runs)
        ]


def _figures(pairs: list[Pair]) -> dict[str, float]:
    """Take the median of each figure over all pairs."""
    each = [
        pair.steps
        | {
            "pipeline": pair.seconds,
            "whole": pair.whole.seconds,
            "ratio": pair.seconds / pair.whole.seconds,
            "of processor": pair.pipeline.processor / pair.whole.processor,
            "its processor": pair.pipeline.processor,
            "processor of the whole": pair.whole.processor,
            "its memory": pair.pipeline.megabytes,
            "memory of the whole": pair.whole.megabytes,
        }
        for pair in pairs
    ]
    return {name: middle(one[name] for one in each) for name in each[0]}


if __name__ == "__main__":
    main()
