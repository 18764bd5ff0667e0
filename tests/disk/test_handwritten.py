"""Pages of an author's own go with those of the dossier, and nothing else does."""

import os
import sys
from pathlib import Path

import pytest

from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.handwritten import read_pages
from mkdocs_dossier.disk.output import OutputError


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "more").mkdir(parents=True)
    (tmp_path / "docs" / "about.md").write_bytes(b"# About\n")
    (tmp_path / "docs" / "more" / "a b.png").write_bytes(b"\x89PNG")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "dossier.yaml").write_text("title: A dossier\n")
    return tmp_path / "docs"


def read(docs: Path) -> dict[str, bytes]:
    return read_pages(docs, docs.parent / "seeds", docs.parent / "out")


def test_each_file_is_read_by_its_path(docs: Path) -> None:
    assert list(read(docs).items()) == [("about.md", b"# About\n"), ("more/a b.png", b"\x89PNG")]


def test_hidden_files_and_folders_are_left_out(docs: Path) -> None:
    (docs / ".hidden").write_text("x")
    (docs / ".git").mkdir()
    (docs / ".git" / "config").write_text("x")
    assert set(read(docs)) == {"about.md", "more/a b.png"}


def test_a_dossier_folder_inside_is_left_out(docs: Path) -> None:
    (docs / "seeds").mkdir()
    (docs / "seeds" / "article.txt").write_text("not for everybody")
    assert set(read_pages(docs, docs / "seeds", docs.parent / "out")) == {"about.md", "more/a b.png"}


@pytest.mark.parametrize(
    ("folder", "out", "why"),
    [
        ("missing", "out", "cannot be read"),
        ("docs/about.md", "out", "is a file"),
        ("seeds", "out", "is the dossier folder"),
        ("docs", "docs/out", "lies in"),
        ("docs", "docs", "lies in"),
        ("do\0cs", "out", "a name that no path can have"),
    ],
)
def test_what_is_no_folder_of_pages_is_refused(docs: Path, folder: str, out: str, why: str) -> None:
    root = docs.parent
    with pytest.raises(OutputError, match=why):
        read_pages(root / folder, root / "seeds", root / out)


@pytest.mark.parametrize("target", ["/etc/passwd", "../seeds/dossier.yaml"])
def test_a_link_that_leads_out_is_refused(docs: Path, target: str) -> None:
    (docs / "linked.md").symlink_to(target)
    with pytest.raises(OutputError, match=r"linked\.md leads out of the folder"):
        read(docs)


def test_a_link_inside_is_read(docs: Path) -> None:
    (docs / "again.md").symlink_to("about.md")
    assert read(docs)["again.md"] == b"# About\n"


def test_a_link_to_a_folder_is_refused(docs: Path) -> None:
    (docs / "linked").symlink_to(docs.parent / "seeds")
    with pytest.raises(OutputError, match="is a link to a folder"):
        read(docs)


@pytest.mark.parametrize("target", ["nowhere", "linked.md"])
def test_a_link_that_leads_nowhere_is_refused(docs: Path, target: str) -> None:
    (docs / "linked.md").symlink_to(target)
    with pytest.raises(OutputError, match="cannot be read"):
        read(docs)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_what_is_no_plain_file_is_refused(docs: Path) -> None:
    os.mkfifo(docs / "pipe.md")
    with pytest.raises(OutputError, match="not a plain file"):
        read(docs)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes for a name")
@pytest.mark.parametrize("name", [b"a\\b.md", b"a\nb.md", b"\xff.md"])
def test_a_name_that_not_every_system_can_have_is_refused(docs: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(docs) + b"/" + name)).write_text("x")
    with pytest.raises(OutputError, match="a name that not every system can have"):
        read(docs)


def test_a_build_writes_them_and_one_replaces_a_page_of_the_dossier(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "index.md").write_text("# Mine\n")
    command = ["build", str(docs.parent / "seeds"), "--out", str(docs.parent / "out"), "--docs", str(docs)]
    for written in ("0 unchanged", "0 written"):
        assert run(command) == 0
        assert written in capsys.readouterr().err
    assert (docs.parent / "out" / "index.md").read_text() == "# Mine\n"
    assert (docs.parent / "out" / "more" / "a b.png").is_file()
    (docs / "index.md").unlink()
    assert run(command) == 0
    assert "A dossier" in (docs.parent / "out" / "index.md").read_text()


def test_a_build_without_a_folder_that_was_named_writes_nothing(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = docs.parent
    assert run(["build", str(root / "seeds"), "--out", str(root / "out"), "--docs", str(root / "none")]) == 2
    assert "none cannot be read" in capsys.readouterr().err
    assert not (root / "out").exists()
