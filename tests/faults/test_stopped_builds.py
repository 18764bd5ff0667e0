"""Builds that are stopped at every step: the next one leaves what it would have left in an empty folder."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from mkdocs_dossier.disk.output import OutputError, write_files
from tests.faults.injecting import Killed, failing_at, killed_at, tree

EARLIER = {
    "index.md": b"Home\n" * 100,
    "actors/ann/index.md": b"Ann\n" * 100,
    "actors/ben/index.md": b"Ben\n" * 100,
    "data/dossier.json": b"{}\n",
}
LATER = {
    "index.md": b"Another home\n" * 90,
    "actors/ann/index.md": EARLIER["actors/ann/index.md"],
    "actors/cas/index.md": b"Cas\n" * 100,
    "claims/over/index.md": b"Over\n" * 100,
    "data": b"a file where a folder was\n",
}
MOST = 1_000

EVERY = [pytest.param(7, id="some steps"), pytest.param(1, id="all steps", marks=pytest.mark.slow)]

Build = Callable[[Path], object]


def build_of(site: Mapping[str, bytes]) -> Build:
    return lambda out: write_files(out, site)


def clean(root: Path, site: Mapping[str, bytes]) -> dict[str, bytes | None]:
    """Build into an empty folder; gives all that stands there."""
    write_files(root, site)
    return tree(root)


def lay(root: Path, site: Mapping[str, bytes] | None) -> Path:
    """Make a folder as an earlier build left it, if there was one."""
    shutil.rmtree(root, ignore_errors=True)
    if site is not None:
        write_files(root, site)
    return root


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("before", [None, EARLIER], ids=["anew", "over an earlier one"])
@pytest.mark.parametrize("after", [LATER, EARLIER], ids=["given again", "of the earlier site"])
def test_after_a_kill_at_any_step_the_next_build_is_as_a_clean_one(
    tmp_path: Path, before: dict[str, bytes] | None, after: dict[str, bytes], every: int
) -> None:
    expected = clean(tmp_path / "clean", after)
    for step in range(1, MOST, every):
        out = lay(tmp_path / "out", before)
        if not killed_at(step, lambda out=out: write_files(out, LATER)):  # type: ignore[misc]
            break
        written = write_files(out, after)
        assert (written.kept, written.left) == ((), ())
        assert tree(out) == expected, step
    assert 20 < step < MOST - every


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("forever", [False, True], ids=["once", "from then on"])
def test_a_disk_that_fails_at_any_step_is_told_and_the_next_build_is_as_a_clean_one(
    tmp_path: Path, forever: bool, every: int
) -> None:
    expected = clean(tmp_path / "clean", LATER)
    for step in range(1, MOST, every):
        out = lay(tmp_path / "out", EARLIER)
        said: list[str] = []

        def build(out: Path = out, said: list[str] = said) -> None:
            try:
                write_files(out, LATER)
            except OutputError as trouble:
                said.append(str(trouble))

        struck, _ = failing_at(step, build, forever=forever)
        if not struck:
            break
        assert all("the disk is full" in one for one in said)
        if forever and said:
            assert not any(".tmp" in name for name in tree(out))
        write_files(out, LATER)
        assert tree(out) == expected, step
    assert 20 < step < MOST - every


def test_a_kill_is_no_error_that_anything_catches() -> None:
    assert not issubclass(Killed, Exception)
