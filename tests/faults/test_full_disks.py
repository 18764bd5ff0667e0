"""A disk that is full, and a system that lets files become no larger: at every size, all or nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.output import OutputError, write_files
from tests.faults.injecting import tree
from tests.faults.several_files import content_of, put
from tests.faults.test_stopped_builds import LATER, clean

if sys.platform == "win32":
    pytest.skip("there are no such limits there", allow_module_level=True)

import resource

RENAME = ["rename", "actor", "ada-quill", "the-mayor"]


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_where_no_file_may_become_large_enough_a_change_is_made_whole_or_not_at_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    old = tree(root)
    codes = []
    for size in range(0, 4_000, 250):
        with no_file_larger_than(size):
            codes.append(run([*RENAME, str(root)]))
        if codes[-1] == 0:
            break
        assert tree(root) == old, size
        said = capsys.readouterr().err
        assert "it would become larger than this system allows. Nothing has changed." in said
    assert codes == [1] * (len(codes) - 1) + [0]
    assert len(codes) > 2
    assert run(["check", str(root)]) in (0, 1)
    assert b"ada-quill" not in b"".join(content_of(root)[path] for path in ("gazette.yaml", "more/m0.yaml"))


def test_where_no_file_may_become_large_enough_a_build_is_told_and_the_next_is_as_a_clean_one(
    tmp_path: Path,
) -> None:
    expected = clean(tmp_path / "clean", LATER)
    out = tmp_path / "out"
    for size in range(0, 2_000, 100):
        try:
            with no_file_larger_than(size):
                write_files(out, LATER)
            break
        except OutputError as trouble:
            assert "larger than this system allows" in str(trouble)
            assert not any(".dossier-" in name and name != ".dossier-manifest" for name in tree(out))
    assert size > 0
    assert tree(out) == expected


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 4 MB, where one can be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "dossier-tests", str(disk)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no `mount` here")
    if done.returncode:
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill_up(disk: Path, left: int) -> None:
    """Leave so many bytes on a disk, to the next page."""
    (disk / "ballast").unlink(missing_ok=True)
    free = os.statvfs(disk)
    (disk / "ballast").write_bytes(bytes(max(free.f_bavail * free.f_frsize - left, 0)))


@pytest.mark.slow
def test_on_a_full_disk_a_change_is_made_whole_or_not_at_all(
    small_disk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(small_disk)
    old, page = tree(root), os.sysconf("SC_PAGE_SIZE")
    for pages in range(100):
        fill_up(small_disk, pages * page)
        if (code := run([*RENAME, str(root)])) == 0:
            break
        assert code == 1
        assert tree(root) == old, pages
        assert "cannot be written: the disk is full. Nothing has changed." in capsys.readouterr().err
    assert 2 < pages < 99
    assert not any(".dossier-" in name for name in tree(root))
    assert b"the-mayor" in content_of(root)["gazette.yaml"]


@pytest.mark.slow
def test_on_a_full_disk_a_build_is_told_and_the_next_is_as_a_clean_one(
    small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = put(tmp_path)
    assert run(["build", str(root), "--out", str(tmp_path / "clean")]) == 0
    expected, page, out = tree(tmp_path / "clean"), os.sysconf("SC_PAGE_SIZE"), small_disk / "out"
    for pages in range(0, 800, 25):
        capsys.readouterr()
        fill_up(small_disk, pages * page)
        if (code := run(["build", str(root), "--out", str(out)])) == 0:
            break
        assert code == 2
        assert "the disk is full" in capsys.readouterr().err
        found = tree(out) if out.exists() else {}
        assert not any(".dossier-" in name and name != ".dossier-manifest" for name in found), pages
    assert pages > 25
    assert code == 0
    assert tree(out) == expected
