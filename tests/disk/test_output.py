import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.disk import output
from mkdocs_dossier.disk.lock import LOCK, locked
from mkdocs_dossier.disk.output import _MANIFEST as MANIFEST
from mkdocs_dossier.disk.output import OutputError, refuse_overlap, refuse_unfit, write_files
from mkdocs_dossier.disk.single import replace_file

SITE = {"index.md": b"home\n", "actors/a/index.md": b"A\n"}


@pytest.fixture(autouse=True)
def never_wait_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `os.fsync` return at once: it changes nothing that a process can see."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def files_in(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder but the manifest."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != MANIFEST}


def test_a_folder_is_made_and_holds_the_files(tmp_path: Path) -> None:
    written = write_files(tmp_path / "a" / "b", SITE)
    assert files_in(tmp_path / "a" / "b") == SITE
    assert written.written == ("actors/a/index.md", "index.md")


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    written = write_files(tmp_path, SITE)
    assert (written.written, written.unchanged) == ((), ("actors/a/index.md", "index.md"))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    written = write_files(tmp_path, SITE | {"index.md": b"new\n"})
    assert (written.written, written.unchanged) == (("index.md",), ("actors/a/index.md",))
    assert files_in(tmp_path) == SITE | {"index.md": b"new\n"}


def test_what_is_no_longer_written_is_removed_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    written = write_files(tmp_path, {"index.md": b"home\n"})
    assert written.removed == ("actors/a/index.md",)
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "index.md"]


def test_a_folder_that_holds_something_else_stays(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    (tmp_path / "actors" / "mine.txt").write_text("mine")
    write_files(tmp_path, {})
    assert files_in(tmp_path) == {"actors/mine.txt": b"mine"}


def test_a_file_that_somebody_else_wrote_is_kept_and_named(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(b"mine\n")
    for _ in range(2):
        written = write_files(tmp_path, SITE)
        assert written.kept == ("index.md",)
        assert files_in(tmp_path) == SITE | {"index.md": b"mine\n"}
    assert write_files(tmp_path, {}).removed == ("actors/a/index.md",)
    assert files_in(tmp_path) == {"index.md": b"mine\n"}


def test_a_file_that_was_equal_before_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(SITE["index.md"])
    assert write_files(tmp_path, SITE).unchanged == ("index.md",)
    write_files(tmp_path, {})
    assert files_in(tmp_path) == {"index.md": SITE["index.md"]}


def test_a_file_changed_by_hand_is_kept_until_it_is_removed_or_restored(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    page = tmp_path / "index.md"
    page.write_bytes(b"by hand\n")
    for _ in range(2):
        assert write_files(tmp_path, SITE | {"index.md": b"new\n"}).kept == ("index.md",)
        assert page.read_bytes() == b"by hand\n"
    page.unlink()
    assert write_files(tmp_path, SITE | {"index.md": b"new\n"}).written == ("index.md",)


def test_a_file_changed_by_hand_is_not_removed(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    (tmp_path / "index.md").write_bytes(b"by hand\n")
    assert write_files(tmp_path, {}).left == ("index.md",)
    assert files_in(tmp_path) == {"index.md": b"by hand\n"}


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": b"file", "b/c": b"file"})
    write_files(tmp_path, {"a/c": b"file", "b": b"file"})
    assert files_in(tmp_path) == {"a/c": b"file", "b": b"file"}


def test_somebody_elses_folder_or_file_in_the_way_is_kept(tmp_path: Path) -> None:
    (tmp_path / "index.md").mkdir()
    (tmp_path / "actors").write_text("mine")
    assert write_files(tmp_path, SITE).kept == ("actors/a/index.md", "index.md")
    assert files_in(tmp_path) == {"actors": b"mine"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_no_link_is_followed_out_of_the_folder(tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "outside"
    out.mkdir()
    outside.mkdir()
    (outside / "home").write_bytes(b"mine\n")
    (out / "actors").symlink_to(outside)
    (out / "index.md").symlink_to(outside / "home")
    assert write_files(out, SITE).kept == ("actors/a/index.md", "index.md")
    assert files_in(outside) == {"home": b"mine\n"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_files(out, SITE)
    (out / "actors").rename(tmp_path / "moved")
    (out / "actors").symlink_to(tmp_path / "moved")
    assert write_files(out, {}).left == ("actors/a/index.md",)
    assert (tmp_path / "moved" / "a" / "index.md").read_bytes() == b"A\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_manifest_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MANIFEST).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="not a plain file"):
        write_files(tmp_path / "out", SITE)


def test_a_forged_manifest_removes_nothing_outside(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_files(out, SITE)
    (tmp_path / "precious").write_bytes(b"A\n")
    digest = (out / MANIFEST).read_text().split()[0]
    (out / MANIFEST).write_text(f"{digest}  ../precious\n{digest}  {tmp_path}/precious\nnonsense\n")
    write_files(out, {})
    assert (tmp_path / "precious").exists()


def test_an_interrupted_run_leaves_nothing_that_the_next_takes_for_somebody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, SITE)
    replace = replace_file

    def break_at_the_home_page(path: Path, content: bytes) -> None:
        if path.name == "new.md":
            raise OSError(28, "No space left on device", str(path))
        replace(path, content)

    later = {"index.md": b"changed\n", "new.md": b"new\n", "zzz.md": b"last\n"}
    monkeypatch.setattr(output, "replace_file", break_at_the_home_page)
    with pytest.raises(OutputError, match="the disk is full"):
        write_files(tmp_path, later)
    monkeypatch.setattr(output, "replace_file", replace)
    written = write_files(tmp_path, later)
    assert {*written.written, *written.unchanged} == set(later)
    assert "new.md" in written.written
    assert (written.kept, written.left) == ((), ())
    assert files_in(tmp_path) == later


@pytest.mark.skipif(os.name == "nt", reason="no sha256sum there")
def test_the_manifest_is_what_sha256sum_checks(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    command = ["sha256sum", "--check", "--strict", "--quiet", MANIFEST]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_same_files_give_the_same_manifest_in_any_order(tmp_path: Path) -> None:
    write_files(tmp_path / "a", SITE)
    write_files(tmp_path / "b", dict(reversed(SITE.items())))
    assert (tmp_path / "a" / MANIFEST).read_bytes() == (tmp_path / "b" / MANIFEST).read_bytes()


@pytest.mark.parametrize(
    "path",
    ["../a", "/a", "a/../b", "a//b", "./a", "", "a\\b", "a\nb", "C:/a", MANIFEST, LOCK, "a/.dossier-1.tmp"],
)
def test_a_path_that_is_none_inside_the_folder_is_refused_before_anything_is_written(
    tmp_path: Path, path: str
) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        write_files(tmp_path / "out", {"index.md": b"home", path: b"x"})
    assert not (tmp_path / "out").exists()


def test_the_dossier_folder_and_what_lies_in_it_are_refused(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for out in (seeds, seeds / "public", tmp_path / "other" / ".." / "seeds"):
        with pytest.raises(OutputError, match="lies in the dossier folder"):
            refuse_unfit(out, seeds)
    refuse_unfit(tmp_path, seeds)
    refuse_unfit(tmp_path / "seeds-public", seeds)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_the_dossier_folder_is_known_through_links(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to("seeds")
    (tmp_path / "deep").symlink_to("seeds/inner")
    for out in (tmp_path / "link", tmp_path / "link" / "new", tmp_path / "deep" / "new"):
        with pytest.raises(OutputError, match="lies in the dossier folder"):
            refuse_unfit(out, tmp_path / "seeds")
    with pytest.raises(OutputError, match="lies in the dossier folder"):
        refuse_unfit(tmp_path / "seeds" / "new", tmp_path / "link")


@pytest.mark.parametrize("blank", [" ", "  \t"])
def test_a_blank_name_is_refused(blank: str) -> None:
    with pytest.raises(OutputError, match="--out is blank: name a folder"):
        refuse_unfit(Path(blank), Path("seeds"))


def test_folders_that_hold_all_sorts_of_things_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    (tmp_path / "home" / "seeds").mkdir(parents=True)
    for out, said in (
        (tmp_path / "home", "your home folder"),
        (Path(tmp_path.anchor), "the root of the file"),
    ):
        with pytest.raises(OutputError, match=said):
            refuse_unfit(out, tmp_path / "home" / "seeds")
    refuse_unfit(tmp_path / "home" / "site", tmp_path / "home" / "seeds")


@pytest.mark.parametrize(
    "name", ["a" * 300, "a/" * 3_000, "a\0b", "a\ud800b"], ids=["long", "deep", "NUL", "half"]
)
def test_a_name_that_no_path_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"is no folder to write to: .*(too long|characters that no path)"):
        refuse_unfit(tmp_path / name, tmp_path / "seeds")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OutputError):
        refuse_unfit(tmp_path / "a", tmp_path / "seeds")


@pytest.mark.parametrize("place", ["actors", "actors/a", "actors/a/index.md"])
def test_a_dossier_folder_where_files_are_to_be_written_is_refused(tmp_path: Path, place: str) -> None:
    source = tmp_path / place
    source.mkdir(parents=True)
    with pytest.raises(OutputError, match="where files of the site are to be written"):
        refuse_overlap(tmp_path, SITE, source)
    refuse_overlap(tmp_path, {"index.md": b"", "actor/a/index.md": b"", "actors-a/index.md": b""}, source)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_dossier_folder_behind_a_link_in_the_output_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "seeds").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "actors").symlink_to(tmp_path / "elsewhere")
    refuse_overlap(tmp_path / "out", SITE, tmp_path / "elsewhere" / "seeds")
    (tmp_path / "elsewhere" / "seeds").rename(tmp_path / "elsewhere" / "a")
    with pytest.raises(OutputError, match="where files of the site are to be written"):
        refuse_overlap(tmp_path / "out", SITE, tmp_path / "elsewhere" / "a")


def test_whether_a_folder_is_the_dossiers_is_asked_of_the_system_not_read_off_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a disk that takes capitals and small letters for the same.
    (tmp_path / "Actors").mkdir()
    ordinary = os.stat

    def stat(path: str | Path, **named: bool) -> os.stat_result:
        if isinstance(path, Path) and path.parent == tmp_path:
            path = path.with_name(path.name.capitalize())
        return ordinary(path, **named)

    monkeypatch.setattr(os, "stat", stat)
    with pytest.raises(OutputError, match="where files of the site are to be written"):
        refuse_overlap(tmp_path, SITE, tmp_path / "Actors")


def test_a_path_that_becomes_too_long_is_told_before_anything_is_written(tmp_path: Path) -> None:
    longest = os.pathconf(tmp_path, "PC_PATH_MAX") if hasattr(os, "pathconf") else 4096
    room = longest - len(str(tmp_path)) - 40
    out = tmp_path.joinpath(*["d" * 199] * (room // 200), "e" * (room % 200))
    with pytest.raises(OutputError, match="too long for this system"):
        write_files(out, {"a.md": b"a", f"actors/{'x' * 80}/index.md": b"x"})
    assert list(tmp_path.iterdir()) == []


def test_what_stopped_runs_left_unfinished_is_swept_but_not_behind_links(tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "outside"
    write_files(out, SITE | {"claims/c/index.md": b"C\n"})
    outside.mkdir()
    for folder in (out, out / "actors" / "a", out / "claims" / "c", outside):
        (folder / ".dossier-00000000000000aa.tmp").write_bytes(b"half")
    (out / "events").symlink_to(outside)
    write_files(out, SITE | {"events/index.md": b"E\n"})
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.tmp")] == [
        "outside/.dossier-00000000000000aa.tmp"
    ]


def test_who_writes_to_the_folder_already_is_named_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "_SECONDS", 0)
    with (
        locked(tmp_path, 0),
        pytest.raises(OutputError, match=rf"process {os.getpid()} on .* has been writing"),
    ):
        write_files(tmp_path, SITE)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_refused_as_the_folder_to_write_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is a file"):
        refuse_unfit(tmp_path / "file", tmp_path / "seeds")


SITES = st.dictionaries(
    st.sampled_from(["a", "b", "c/a", "c/b", "c/d/a", "e/f/g"]), st.binary(max_size=2), max_size=6
)


@given(first=SITES, second=SITES, mine=SITES)
def test_two_runs_leave_the_second_site_and_all_of_somebody_elses(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[str, bytes],
    second: dict[str, bytes],
    mine: dict[str, bytes],
) -> None:
    folder = tmp_path_factory.mktemp("out")
    for path, content in mine.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    write_files(folder, first)
    write_files(folder, second)
    assert files_in(folder) == second | mine


def test_somebody_elses_file_with_the_same_content_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(SITE["index.md"])
    for _ in range(2):
        done = write_files(tmp_path, SITE)
        assert (done.kept, done.left) == ((), ())
        assert "index.md" in done.unchanged
    assert "  index.md\n" not in (tmp_path / MANIFEST).read_text("utf-8")


def test_a_file_that_was_changed_by_hand_to_what_is_written_next_is_not_in_the_way(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    (tmp_path / "index.md").write_bytes(b"new\n")
    done = write_files(tmp_path, SITE | {"index.md": b"new\n"})
    assert (done.written, done.kept) == ((), ())
    assert done.unchanged == ("actors/a/index.md", "index.md")
    assert write_files(tmp_path, {}).removed == ("actors/a/index.md", "index.md")
