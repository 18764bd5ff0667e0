"""A document that a browser printed and an archive that a crawler packed: quotations lead to their place."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mkdocs_dossier import build, load
from mkdocs_dossier.cli.main import run
from tests.authoring.intake.archives import URL, answer, warc

FIRST = "The bridge over the Aller stays closed until the spring, the council said on Friday."
SECOND = "“We informed every shop,” said Mara Voss, who speaks for the council of Aldern."
PRINTED = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notice</title></head>
<body><h1>Old bridge closed</h1><p>{FIRST}</p>
<p style="break-before: page">{SECOND}</p></body></html>"""
RECORDS = """\
actors:
  mara-voss: {name: Mara Voss, kind: person}
claims:
  shops-informed: {text: Every shop was informed.}
statements:
  voss-informed:
    speaker: mara-voss
    source: notice
    quote: QUOTE
    positions: {shops-informed: asserts}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("title: A test\n")
    return folder


def page(root: Path, quote: str) -> str:
    """Return the page of the statement that quotes the source, after a check without a problem."""
    (root / "records.yaml").write_text(RECORDS.replace("QUOTE", quote))
    loaded = load(str(root))
    assert [one.message for one in loaded.problems if one.level == "error"] == []
    return build(loaded)["statements/voss-informed/index.md"].decode()


@pytest.mark.slow
def test_words_of_a_printed_document_are_shown_with_their_page(root: Path, browser: Browser) -> None:
    pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")
    opened = browser.new_page()
    opened.set_content(PRINTED)
    path = root.parent / "notice.pdf"
    opened.pdf(path=path)
    opened.close()
    assert run(["source", str(path), "--into", str(root), "--id", "notice", "--title", "Notice"]) == 0
    assert "page 2" in page(root, "We informed every shop")


@pytest.mark.slow
def test_words_of_a_packed_crawl_are_shown_with_its_address(root: Path) -> None:
    pytest.importorskip("wacz", reason="py-wacz is not installed")
    pytest.importorskip("trafilatura", reason="the extra `warc` is not installed")
    crawl, path = root.parent / "crawl.warc.gz", root.parent / "crawl.wacz"
    crawl.write_bytes(warc(answer()))
    packing = [sys.executable, "-m", "wacz.main", "create", str(crawl), "-o", str(path), "--detect-pages"]
    subprocess.run(packing, check=True, capture_output=True)
    assert run(["source", str(path), "--into", str(root), "--id", "notice"]) == 0
    (text,) = root.rglob("notice.txt")
    paragraph = text.read_text(encoding="utf-8").strip().splitlines()[-1]
    assert URL in page(root, paragraph.partition(",")[0])
