"""`dossier source` from a file of each format, as it is typed: what stands in the folder then."""

import io
import json
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from mkdocs_dossier.cli import source
from mkdocs_dossier.cli.main import run
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.loading import load
from tests.authoring.intake.archives import AT, URL, answer, wacz, warc
from tests.authoring.intake.pdfs import pdf
from tests.authoring.intake.press import PAGES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a dossier's folder."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("title: A test\n")
    return folder


def given(root: Path, name: str, content: bytes) -> str:
    path = root.parent / name
    path.write_bytes(content)
    return str(path)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


SRT = b"1\n00:00:01,000 --> 00:00:02,000\nWe informed every shop.\n"
FORMATS: dict[str, Callable[[], bytes]] = {
    ".html": PAGES["an AMP page"].html.encode,
    ".pdf": lambda: pdf("The report says that the council closed the bridge."),
    ".srt": SRT.strip,
    ".vtt": lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\nWe informed every shop.\n",
    ".warc": lambda: warc(answer(), gzip=False),
    ".warc.gz": lambda: warc(answer()),
    ".wacz": lambda: wacz(warc(answer())),
}
NEEDED = {".html": "trafilatura", ".pdf": "pypdf", ".srt": "webvtt", ".vtt": "webvtt"}


@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_is_kept_as_it_came_and_a_second_time_nothing_changes(
    ending: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip(NEEDED.get(ending, "warcio"), reason="the extra for it is not installed")
    content = FORMATS[ending]()
    command = [
        "source",
        given(root, f"given{ending}", content),
        "--into",
        str(root),
        "--id",
        "new",
        "--by",
        "Jane",
    ]
    assert run(command) == 0
    written = files(root)
    (path,) = (one for one in written if one.endswith(f"/new{ending}"))
    assert written[path] == content
    assert str(root / path) in capsys.readouterr().out.splitlines()
    loaded = load(read_folder(root))
    capture = loaded.dossier.sources["new"].capture
    assert capture is not None
    assert (capture.file, capture.sha256, capture.by) == (f"new{ending}", sha256(content).hexdigest(), "Jane")
    assert not [problem for problem in loaded.problems if problem.rule != "unused-source"]
    assert run(command) == 0
    assert files(root) == written


def test_a_text_needs_no_capture_and_no_capture_leaves_it_out(root: Path) -> None:
    text = given(root, "a.txt", b"A headline\n\nA text.\n")
    assert run(["source", text, "--into", str(root), "--id", "one"]) == 0
    page = given(root, "a.srt", SRT)
    assert run(["source", page, "--into", str(root), "--id", "two", "--no-capture"]) == 0
    assert sorted(files(root)) == [
        "articles/one.txt",
        "articles/one.yaml",
        "articles/two.locators.csv",
        "articles/two.txt",
        "articles/two.yaml",
        "dossier.yaml",
    ]
    assert load(read_folder(root)).dossier.sources["two"].capture is None


def test_an_archive_that_is_too_large_for_memory_is_kept_all_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("warcio", reason="the extra `warc` is not installed")
    monkeypatch.setattr(source, "_HELD", 100)
    content = wacz(warc(answer()))
    path = given(root, "a.wacz", content)
    command = ["source", path, "--into", str(root), "--id", "new"]
    assert run(command) == 0
    written = files(root)
    assert [one for one, other in written.items() if other == content] == [
        "amp/new.wacz"
    ] or content in written.values()
    capture = load(read_folder(root)).dossier.sources["new"].capture
    assert capture is not None
    assert (capture.sha256, capture.at and capture.at.text) == (sha256(content).hexdigest(), AT)
    assert run(command) == 0
    assert files(root) == written


def test_an_archive_beyond_all_bounds_is_refused_before_it_is_read(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(given(root, "a.wacz", b"PK\x03\x04"))
    os.truncate(path, (512 << 20) + 1)  # a file with a hole takes no room
    assert run(["source", str(path), "--into", str(root)]) == 1
    assert (
        capsys.readouterr().err
        == "dossier: a.wacz has more than 536,870,912 bytes: more than is taken apart.\n"
    )
    assert sorted(files(root)) == ["dossier.yaml"]


def test_what_is_not_written_leaves_no_large_copy_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("warcio", reason="the extra `warc` is not installed")
    monkeypatch.setattr(source, "_HELD", 100)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(source, "write_all", full)
    path = given(root, "a.wacz", wacz(warc(answer())))
    assert run(["source", path, "--into", str(root)]) == 1
    assert sorted(path.name for path in root.rglob("*")) == ["dossier.yaml"]


def test_one_page_of_an_archive_is_named_by_its_address(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("warcio", reason="the extra `warc` is not installed")
    path = given(root, "a.warc.gz", warc(answer(), answer(url=f"{URL}/2")))
    assert run(["source", path, "--into", str(root)]) == 1
    assert f"several pages: {URL}, {URL}/2. Name one with --url ADDRESS." in capsys.readouterr().err
    assert run(["source", path, "--into", str(root), "--url", f"{URL}/2"]) == 0
    (found,) = load(read_folder(root)).dossier.sources.values()
    assert (found.url, found.retrieved and found.retrieved.text) == (f"{URL}/2", "2024-03-15")


ITEM = {"title": "By Zotero", "URL": URL, "issued": {"date-parts": [[2024, 3, 11]]}, "type": "report"}


def test_an_item_of_csl_json_fills_in_what_no_option_says(root: Path) -> None:
    text = given(root, "a.txt", b"A headline\n\nA text.\n")
    csl = given(root, "item.json", json.dumps([ITEM]).encode())
    assert run(["source", text, "--csl", csl, "--into", str(root), "--title", "Mine"]) == 0
    (found,) = load(read_folder(root)).dossier.sources.values()
    assert (found.title, found.url, str(found.kind)) == ("Mine", URL, "report")
    assert found.published is not None
    assert found.published.text == "2024-03-11"


def test_an_item_may_come_from_standard_input_but_not_both(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = given(root, "a.txt", b"A headline\n\nA text.\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(ITEM).encode())))
    assert run(["source", text, "--csl", "-", "--into", str(root)]) == 0
    (found,) = load(read_folder(root)).dossier.sources.values()
    assert found.title == "By Zotero"
    assert run(["source", "-", "--csl", "-", "--into", str(root)]) == 2
    assert "Only one of the article and --csl" in capsys.readouterr().err
    assert run(["source", text, "--csl", "none.json", "--into", str(root)]) == 2
    assert "none.json cannot be read" in capsys.readouterr().err


def test_a_document_may_come_from_standard_input(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")
    content = pdf("The report says that the council closed the bridge.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert run(["source", "-", "--into", str(root), "--id", "new"]) == 0
    assert files(root)["articles/new.pdf"] == content
