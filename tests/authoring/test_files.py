"""Writing an author's files: nothing is overwritten, nothing is left half done."""

from pathlib import Path

import pytest

from mkdocs_dossier.authoring.files import existing, read_redirects, replace_files, write_new
from mkdocs_dossier.authoring.refusal import RefusedError


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_new(tmp_path / "new", {"a.txt": b"a", "b/c/d.txt": b"d"})
    assert tree(tmp_path / "new") == {"a.txt": b"a", "b/c/d.txt": b"d"}


def test_where_one_file_exists_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"mine")
    with pytest.raises(RefusedError, match=r"b\.txt"):
        write_new(tmp_path, {"a.txt": b"a", "b.txt": b"b"})
    assert tree(tmp_path) == {"b.txt": b"mine"}


def test_a_link_to_nowhere_and_a_file_in_place_of_a_folder_are_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "folder").write_bytes(b"mine")
    assert existing(tmp_path, ["link", "folder/a.txt", "free"]) == ["folder/a.txt", "link"]


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "link").symlink_to(tmp_path / "outside")
    with pytest.raises(RefusedError, match="leads out"):
        write_new(tmp_path / "root", {"a.txt": b"a", "link/b.txt": b"b"})
    assert tree(tmp_path) == {}


def test_what_was_written_before_a_failure_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = Path.open

    def full(path: Path, mode: str) -> object:
        if path.name == "b.txt":
            raise OSError(28, "No space left on device")
        return ordinary(path, mode)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path, {"x/a.txt": b"a", "b.txt": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_files_are_replaced_with_their_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)
    replace_files(tmp_path, {"a.yaml": b"new", "b.csv": b"b"}, {"a.yaml": b"old"})
    assert tree(tmp_path) == {"a.yaml": b"new", "b.csv": b"b"}
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "b.yaml").write_bytes(b"edited")
    with pytest.raises(RefusedError, match="changed"):
        replace_files(tmp_path, {"a.yaml": b"new", "b.yaml": b"new"}, {"a.yaml": b"old", "b.yaml": b"old"})
    assert tree(tmp_path) == {"a.yaml": b"old", "b.yaml": b"edited"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    replace_files(tmp_path, {"link.yaml": b"new"}, {"link.yaml": b"old"})
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "a.yaml").read_bytes() == b"new"


def test_redirects_are_read_where_there_are_any(tmp_path: Path) -> None:
    assert read_redirects(tmp_path) is None
    (tmp_path / "redirects.csv").write_bytes(b"x")
    assert read_redirects(tmp_path) == b"x"
