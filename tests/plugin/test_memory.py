"""What is remembered comes back as it was; what is not whole, or not of ours, is as good as nothing."""

from pathlib import Path

import pytest

from mkdocs_dossier.document.html import Headline
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.plugin.made import Known, Made
from mkdocs_dossier.plugin.memory import Memory, remember, remembered
from mkdocs_dossier.plugin.stamps import Stamp

PAGE = Made(
    Page("a/b/index.md", "A & B", "آ", (), 2.0, ("toc",)),
    headings=(Headline(1, "a", "A &amp; B"),),
    anchors=("a", "b"),
    linked=frozenset({"c/index.md", "d/index.md"}),
    pointed=(("c/index.md", "x", "../c/index.md#x"),),
)
READS = [("Dossier.actors", "<whole>"), ("Dossier.claims", "b"), ("Dossier.claims", "c")]
MEMORY = Memory(
    "basis",
    "frame",
    READS,
    ["1f", "", "2e"],
    {"a/b": Known([0, 2], (PAGE,))},
    {"a/b/index.md": Stamp(1, 2, 3, 4)},
)


def test_what_is_remembered_comes_back_as_it_was(tmp_path: Path) -> None:
    remember(tmp_path / "cache", "/site", MEMORY)
    assert remembered(tmp_path / "cache", "/site") == MEMORY
    assert remembered(tmp_path / "cache", "/another") is None


def test_what_nothing_reads_any_more_is_left_out() -> None:
    compact = MEMORY.compact()
    assert compact.reads == [READS[0], READS[2]]
    assert compact.digests == ["1f", "2e"]
    assert compact.pieces == {"a/b": Known([0, 1], (PAGE,))}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"form": 0}',
        b'{"form": 3}',
        b'{"form": 3, "pieces": 0}\n[]\n[]\n',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_what_is_not_whole_is_nothing(tmp_path: Path, content: bytes) -> None:
    remember(tmp_path, "/site", MEMORY)
    (file,) = tmp_path.glob("*.jsonl")
    file.write_bytes(content)
    assert remembered(tmp_path, "/site") is None


def test_half_a_file_is_nothing(tmp_path: Path) -> None:
    remember(tmp_path, "/site", MEMORY)
    (file,) = tmp_path.glob("*.jsonl")
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        assert remembered(tmp_path, "/site") is None


def test_a_few_sites_are_remembered(tmp_path: Path) -> None:
    for number in range(9):
        remember(tmp_path, f"/site-{number}", MEMORY)
    assert len(list(tmp_path.glob("*.jsonl"))) == 4
    assert remembered(tmp_path, "/site-8") == MEMORY


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    remember(tmp_path / "cache", "/site", MEMORY)
    assert remembered(tmp_path / "cache", "/site") is None
