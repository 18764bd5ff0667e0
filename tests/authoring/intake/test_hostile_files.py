"""Files that keep a library busy, fill the memory or break it: an article, or a line that says why not."""

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import pytest

from mkdocs_dossier.authoring.articles import read_article
from mkdocs_dossier.authoring.bounded import Limits
from mkdocs_dossier.authoring.refusal import RefusedError
from tests.authoring.intake.archives import PAGE, URL, answer, wacz, warc
from tests.authoring.intake.pdfs import pdf

MANY = 60_000


@cache
def bomb() -> bytes:
    """Return a few bytes that become 400 MB."""
    return zlib.compress(bytes(400_000_000), 9)


ONE = "The council closed the bridge."


def stream(content: bytes, filters: str) -> bytes:
    """Write a document whose only page has a stream that is packed."""
    shown = b"BT /F1 12 Tf 40 700 Td (%s) Tj ET" % ONE.encode()
    plain = b"/Length %d >>\nstream\n%s" % (len(shown), shown)
    document, packed = (
        pdf(ONE),
        b"/Length %d /Filter %s >>\nstream\n%s" % (len(content), filters.encode(), content),
    )
    assert plain in document
    return document.replace(plain, packed)


def pages_in_a_circle() -> bytes:
    assert b"/Type /Page /Parent" in pdf(ONE)
    return pdf(ONE).replace(b"/Type /Page /Parent", b"/Type /Pages /Kids [2 0 R] /Count 9 /Parent")


def nested(count: int) -> bytes:
    assert b"/Title ()" in pdf(ONE)
    return pdf(ONE).replace(b"/Title ()", b"/Title " + b"[" * count + b"]" * count)


def noise(start: bytes, size: int = 4_000_000) -> bytes:
    return start + random.Random(7).randbytes(size)  # noqa: S311 - no secret


def zipped(names: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in names.items():
            packed.writestr(name, content)
    return written.getvalue()


def cues(count: int, words: str) -> bytes:
    times = (f"{n // 3_600:02}:{n // 60 % 60:02}:{n % 60:02},000" for n in range(count))
    return "\n".join(f"{n}\n{at} --> {at}\n{words}\n" for n, at in enumerate(times)).encode()


FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a document of noise": ("a.pdf", lambda: noise(b"%PDF-1.7\n")),
    "a document with a bomb": ("a.pdf", lambda: stream(bomb(), "/FlateDecode")),
    "a document with a bomb in a bomb": (
        "a.pdf",
        lambda: stream(zlib.compress(bomb(), 9), "[/FlateDecode /FlateDecode]"),
    ),
    "a document with many filters": ("a.pdf", lambda: stream(b"x", f"[{'/ASCIIHexDecode ' * 5_000}]")),
    "a document of pages in a circle": ("a.pdf", pages_in_a_circle),
    "a document that is nested deeply": ("a.pdf", lambda: nested(200_000)),
    "a document with millions of pages": ("a.pdf", lambda: pdf(ONE).replace(b"/Count 1", b"/Count 99999999")),
    "a document whose parts lie elsewhere": (
        "a.pdf",
        lambda: pdf(ONE).replace(b"startxref\n", b"startxref\n9999999999"),
    ),
    "a document with many pages": ("a.pdf", lambda: pdf(*[ONE] * 6_000)),
    "a document with a page without end": ("a.pdf", lambda: stream(b"(a) Tj " * 1_500_000, "[]")),
    "subtitles of many cues": ("a.srt", lambda: cues(MANY, "We informed every shop")),
    "subtitles of tags": ("a.srt", lambda: cues(10, "<" * 100_000)),
    "subtitles of voices": ("a.vtt", lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v a>x" * 300_000),
    "subtitles of arrows": ("a.vtt", lambda: b"WEBVTT\n\n" + b"00:01.000 --> " * 500_000),
    "subtitles of one line": ("a.srt", lambda: b"1\n00:00:01,000 --> 00:00:02,000\n" + b"word " * 2_000_000),
    "subtitles of blank lines": ("a.srt", lambda: cues(2, "a") + b"\n" * 10_000_000),
    "subtitles of braces": ("a.srt", lambda: cues(2, "{\\" * 500_000)),
    "an archive of noise": ("a.warc", lambda: noise(b"WARC/1.1\r\n")),
    "an archive of packed noise": ("a.warc.gz", lambda: noise(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03")),
    "an archive that is a bomb": ("a.warc.gz", lambda: gzip.compress(b"WARC/1.1\r\n" + bytes(400_000_000))),
    "an archive with a bomb": ("a.warc", lambda: warc(answer(bomb(), Content_Encoding="deflate"))),
    "an archive with a header without end": ("a.warc", lambda: b"WARC/1.1\r\n" + b"A: b\r\n" * 2_000_000),
    "an archive of one line": ("a.warc", lambda: b"WARC/1.1\r\n" + b"a" * 20_000_000),
    "an archive of many pages": ("a.warc", lambda: warc(*(answer(b"", f"{URL}/{n}") for n in range(20_000)))),
    "an archive of empty members": ("a.warc.gz", lambda: gzip.compress(b"") * 300_000),
    "a bomb in a packed archive": (
        "a.wacz",
        lambda: zipped({"archive/a.warc": b"WARC/1.1\r\n" + bytes(400_000_000)}),
    ),
    "a list of pages that is a bomb": (
        "a.wacz",
        lambda: zipped({"archive/a.warc": warc(answer(PAGE)), "pages/pages.jsonl": bytes(400_000_000)}),
    ),
    "a list of pages that is nested deeply": (
        "a.wacz",
        lambda: zipped({"archive/a.warc": warc(answer(PAGE)), "pages/pages.jsonl": b"[" * 5_000_000}),
    ),
    "a packed archive of many files": (
        "a.wacz",
        lambda: zipped({f"archive/{n}.warc": b"" for n in range(30_000)}),
    ),
    "a packed archive that is cut short": ("a.wacz", lambda: wacz(warc(answer(PAGE)))[:-40]),
    "a packed archive that leads outside": (
        "a.wacz",
        lambda: zipped({"archive/../../a.warc": warc(answer(PAGE))}),
    ),
}
NEEDED = {
    "pdf": "pypdf",
    "srt": "webvtt",
    "vtt": "webvtt",
    "warc": "warcio",
    "gz": "warcio",
    "wacz": "warcio",
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", FILES)
def test_any_file_ends_within_its_limits_with_an_article_or_a_line_that_says_why_not(kind: str) -> None:
    name, make = FILES[kind]
    pytest.importorskip(NEEDED[name.rpartition(".")[2]], reason="the extra for it is not installed")
    content = make()
    try:
        article = read_article(name, content, Limits(seconds=8, memory=256 << 20))
    except RefusedError as refused:
        told = str(refused)
        assert told.startswith((f"{name} ", "No article", "No text", "The text "))
        assert "\n" not in told
        assert len(told) < 2_500
        return
    assert article.text.strip()
