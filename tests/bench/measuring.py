"""Runs a command in a process of its own: how long it took, and its peak of memory."""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[2]
PYTHON = sys.executable
# As on anybody's machine, modules are compiled once and not at each start.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds, those of a processor, the peak of memory in MB, what it printed.

    On a machine that others use as well, compare the seconds of a processor.
    """

    seconds: float
    processor: float
    megabytes: float
    output: str


def run(*command: str | Path, folder: Path = ROOT) -> Run:
    """Run a command to its end; raise `RuntimeError` with what it said where it fails."""
    start = perf_counter()
    with subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as child:
        output = child.stdout.read() if child.stdout else ""
        _, status, usage = os.wait4(child.pid, 0)
        seconds = perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {child.returncode}:\n{output}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def middle(values: Iterable[float]) -> float:
    """Give the median."""
    return median(list(values))


UNITS = {"time": "{:.2f} s", "processor": "{:.2f} s", "memory": "{:.0f} MB"}
"""The figures of a run, and how they are printed."""


def medians(runs: Sequence[Run]) -> dict[str, float]:
    """Take the median of each figure of `UNITS`."""
    return {
        "time": middle(one.seconds for one in runs),
        "processor": middle(one.processor for one in runs),
        "memory": middle(one.megabytes for one in runs),
    }


def asked(about: str, arguments: Sequence[str] | None, sizes: Sequence[int]) -> tuple[list[int], int]:
    """Read a bench's arguments: the numbers of records, and how many runs each gets."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="runs of each, of which the median counts")
    if sizes:
        parser.add_argument("--records", type=int, action="append", help="a size; may be given again")
    options = parser.parse_args(arguments)
    return sorted(set(getattr(options, "records", None) or sizes)), options.runs


def growth(figures: Mapping[int, Mapping[str, float]]) -> None:
    """Print by how much each figure grows from one size to the next."""
    for (smaller, before), (larger, after) in pairwise(figures.items()):
        factors = ", ".join(f"{name} x{after[name] / before[name]:.2f}" for name in before)
        print(f"{smaller:,} -> {larger:,} records (x{larger / smaller:.2f}): {factors}")


def show(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table, its columns as wide as they need to be."""
    table = [list(head), *map(list, rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    for row in table:
        print(line(row, widths))


def line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Set the cells of a table's row to their widths."""
    return "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
