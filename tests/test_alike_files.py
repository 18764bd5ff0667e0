"""Files that stand in the output's way and hold just what would be written there."""

from pathlib import Path

from mkdocs_dossier.output import MANIFEST, write_files

SITE = {"index.md": b"home\n", "actors/a/index.md": b"A\n"}


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
