"""Dossiers of any size for tests and measurements: alike in shape, free of problems, the same for a seed.

An article holds some five statements and one or two events; claims are asserted, denied, corrected and
qualified over ten years by people of several states, whose names are in five scripts.
"""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from tests.synthetic.dossier import SMALLEST, Synthetic

__all__ = ["SMALLEST", "synthetic", "write"]


def synthetic(records: int, seed: int = 0) -> dict[str, bytes]:
    """Make the files of a dossier of so many records, by path. Raises `ValueError` below `SMALLEST`."""
    if records < SMALLEST:
        raise ValueError(f"no fewer than {SMALLEST} records: {records}")
    return Synthetic(records, Random(seed)).files()  # noqa: S311 - not for secrets


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, and make the folders that they stand in."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
