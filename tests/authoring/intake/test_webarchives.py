"""The article in a web archive: which page is meant, its bytes as they were served, and when that was."""

import gzip
import io
import shutil
import subprocess
import sys
import threading
import zipfile
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from mkdocs_dossier.authoring.articles import Article, Chosen, read_article
from mkdocs_dossier.authoring.intake import webarchives
from mkdocs_dossier.authoring.refusal import RefusedError
from tests.authoring.intake.archives import AT, OTHER, PAGE, URL, answer, wacz, warc
from tests.authoring.intake.pdfs import pdf
from tests.authoring.intake.press import HEADLINE

pytest.importorskip("warcio", reason="the extra `warc` is not installed")
pytest.importorskip("trafilatura", reason="the extra `html` is not installed")


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take archives apart in this process, as the one made for it would: that is tested once, below."""
    monkeypatch.setattr(
        "mkdocs_dossier.authoring.articles.bounded", lambda _, given, __: webarchives._article_of(given)
    )


def read(content: bytes, url: str = "", name: str = "a.warc.gz") -> Article:
    return read_article(name, content, chosen=Chosen(url))


def refused(content: bytes, url: str = "") -> RefusedError:
    with pytest.raises(RefusedError) as trouble:
        read(content, url)
    return trouble.value


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_is_read_with_its_address_and_its_moment(packed: bool) -> None:
    article = read(warc(answer(), gzip=packed))
    assert article.title == HEADLINE
    assert (article.url, article.captured, article.retrieved) == (URL, AT, "2024-03-15")
    assert (article.tool, article.published) == ("Crawler 1.0", "2024-03-12")


def test_an_archive_is_taken_apart_in_a_process_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.undo()
    content = warc(answer())
    (tmp_path / "a.warc.gz").write_bytes(content)
    large = read_article("a.warc.gz", content[:100], chosen=Chosen(path=str(tmp_path / "a.warc.gz")))
    assert large == read_article("a.warc.gz", content)
    assert large.url == URL


def test_of_several_pages_one_has_to_be_named() -> None:
    urls = [f"{URL}/{number}" for number in range(12)]
    content = warc(*(answer(url=url) for url in urls))
    trouble = refused(content)
    assert trouble.message.startswith(f"a.warc.gz has several pages: {urls[0]}, {urls[1]}, ")
    assert trouble.message.endswith(f"{urls[9]}, and 2 more.")
    assert trouble.hint == "Name one with --url ADDRESS."
    assert read(content, f"{urls[7]}#part").url == urls[7]
    assert f"has no page {URL}/x: {urls[0]}" in refused(content, f"{URL}/x").message


def test_only_pages_and_documents_count() -> None:
    others = (
        answer(b"x", f"{URL}.{end}", Content_Type=kind)
        for end, kind in (("css", "text/css"), ("png", "image/png"))
    )
    assert read(warc(*others, answer())).url == URL
    assert "no page and no document" in refused(warc(answer(), status="404 Not Found")).message


def test_a_document_of_an_archive_is_read_as_one() -> None:
    pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")
    content = warc(answer(pdf("The report says that the council closed it."), Content_Type="application/pdf"))
    article = read(content)
    assert (article.kind, article.located, article.url) == ("document", "page", URL)
    assert read(warc(answer(), kind="resource")).url == URL


def chunked(body: bytes) -> bytes:
    parts = (body[at : at + 400] for at in range(0, len(body), 400))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def test_bodies_in_chunks_or_packed_are_read_as_a_browser_reads_them() -> None:
    packed = gzip.compress(PAGE)
    for body, headers in (
        (packed, {"Content_Encoding": "gzip"}),
        (packed, {"Content_Encoding": "x-gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (chunked(PAGE), {"Transfer_Encoding": "chunked"}),
        (chunked(packed), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
    ):
        assert read(warc(answer(body, **headers))).title == HEADLINE
    unknown = refused(warc(answer(PAGE, Content_Encoding="br")))
    assert "packed in a way that is not known here: br" in unknown.message


def test_what_unpacks_to_more_than_a_body_may_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = warc(answer(gzip.compress(bytes(9_000)), Content_Encoding="gzip"))
    monkeypatch.setattr(webarchives, "_LONGEST", 8_000)
    assert refused(content).message.startswith(
        f"a.warc.gz has at {URL} what unpacks to more than 8,000 bytes"
    )
    assert "more than 8,000 bytes" in refused(warc(answer(bytes(9_000)))).message


def test_the_encoding_that_the_server_named_counts() -> None:
    page = (
        OTHER.decode().replace('<meta charset="utf-8">', "").encode("iso-8859-15", errors="xmlcharrefreplace")
    )
    content = warc(answer(page, Content_Type='text/html; charset="ISO-8859-15"'))
    assert read(content).title == "Le Vieux-Pont fermé"


def test_a_changed_byte_is_noticed_by_the_digest_of_the_record() -> None:
    content = warc(answer(), gzip=False)
    assert content.count(b"quay") > 0
    message = refused(content.replace(b"quay", b"pier")).message
    assert f"has at {URL} other bytes than its own digest says" in message


def test_a_digest_may_be_that_of_the_body_without_its_chunks() -> None:
    body, plain = chunked(PAGE), warc(answer(), gzip=False)
    digest = plain.partition(b"WARC-Payload-Digest: ")[2].partition(b"\r\n")[0]
    made = warc(answer(body, Transfer_Encoding="chunked"), gzip=False)
    own = made.partition(b"WARC-Payload-Digest: ")[2].partition(b"\r\n")[0]
    assert digest != own
    assert read(made.replace(own, digest)).title == HEADLINE
    assert "other bytes" in refused(made.replace(own, b"sha1:" + b"A" * 32)).message


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_is_cut_short_is_refused(packed: bool) -> None:
    message = refused(warc(answer(), gzip=packed)[:-500]).message
    assert f"ends before {URL} does: it is not whole" in message


def test_a_page_that_refers_to_an_earlier_capture_is_read_there_with_its_own_moment() -> None:
    from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # noqa: PLC0415

    written = io.BytesIO()
    writer = WARCWriter(written)
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    again = {"WARC-Date": "2024-04-01T00:00:00Z"}
    digest = "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    record = writer.create_revisit_record(
        f"{URL}?again", digest, URL, AT, http_headers=http, warc_headers_dict=again
    )
    writer.write_record(record)
    article = read(warc(answer()) + written.getvalue(), f"{URL}?again")
    assert (article.url, article.captured) == (f"{URL}?again", "2024-04-01T00:00:00Z")
    assert article.title == HEADLINE
    assert (
        "only as a reference to a capture that is in another archive" in refused(written.getvalue()).message
    )


def test_a_wacz_says_which_of_its_answers_are_pages() -> None:
    content = warc(answer(url=f"{URL}/frame"), answer(), answer(OTHER, f"{URL}/other"))
    assert read(wacz(content), name="a.wacz").url == URL
    both = refused(wacz(content, (URL, f"{URL}/other")))
    assert both.message == f"a.warc.gz has several pages: {URL}, {URL}/other."
    assert read(wacz(content, (URL, f"{URL}/other")), f"{URL}/other").title == "Le Vieux-Pont fermé"
    assert read(wacz(warc(answer()), ("https://gazette.example/moved",))).url == URL


def test_other_zip_files_are_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("word/document.xml", "x")
    assert "a ZIP file without a web archive in it" in refused(written.getvalue()).message


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n",
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\nHTTP/1.1 200 OK",
        b"\x1f\x8b",
        gzip.compress(b"words"),
        b"PK\x03\x04",
        b"PK\x03\x04" + bytes(1_000),
    ],
)
def test_what_is_no_archive_is_refused_in_a_line(content: bytes) -> None:
    trouble = refused(content)
    assert trouble.message.startswith("a.warc.gz ")
    assert "\n" not in str(trouble)


def test_an_address_that_steers_a_terminal_is_spelt_out() -> None:
    content = warc(answer(url=f"{URL}/\u202ex"), answer())
    assert "<U+202E>" in refused(content).message or "%E2%80%AE" in refused(content).message


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served() -> Iterator[str]:
    """Serve the page on this machine; give its address."""
    server = HTTPServer(("127.0.0.1", 0), _Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/old-bridge"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_an_archive_of_wget_is_read(served: str, tmp_path: Path) -> None:
    subprocess.run(
        ["wget", "-q", "--no-proxy", "--warc-file=a", "-O", "page", served],
        cwd=tmp_path,
        check=True,
        timeout=60,
    )
    article = read((tmp_path / "a.warc.gz").read_bytes())
    assert (article.url, article.title) == (served, HEADLINE)
    assert article.tool.startswith("Wget/")
    assert article.captured.startswith("20")


def test_an_archive_of_py_wacz_is_read(tmp_path: Path) -> None:
    pytest.importorskip("wacz", reason="py-wacz is not installed")
    (tmp_path / "a.warc.gz").write_bytes(warc(answer(), answer(OTHER, f"{URL}/frame")))
    (tmp_path / "pages.jsonl").write_text(
        f'{{"format": "json-pages-1.0", "id": "pages"}}\n{{"url": "{URL}"}}\n'
    )
    command = [sys.executable, "-m", "wacz.main", "create", "-o", "a.wacz", "-p", "pages.jsonl", "a.warc.gz"]
    made = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True, timeout=120)
    if not (tmp_path / "a.wacz").exists():
        pytest.skip(f"py-wacz made none: {made.stderr[-200:]}")
    assert read((tmp_path / "a.wacz").read_bytes(), name="a.wacz").url == URL
