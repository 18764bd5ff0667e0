"""Web archives with invented pages, as warcio's own writer makes them."""

import io
import json
import warnings
import zipfile
from collections.abc import Iterable, Mapping

from tests.authoring.intake.press import PAGES

URL = "https://gazette.example/old-bridge-closed"
AT = "2024-03-15T20:10:00Z"
PAGE = PAGES["an AMP page"].html.encode()
OTHER = PAGES["french, with a chapo"].html.encode()

Answer = tuple[str, bytes, Mapping[str, str]]
"""An address, the body, and further headers of what a server answered."""


def answer(body: bytes = PAGE, url: str = URL, **headers: str) -> Answer:
    return url, body, {name.replace("_", "-"): value for name, value in headers.items()}


def warc(*answers: Answer, gzip: bool = True, status: str = "200 OK", kind: str = "response") -> bytes:
    """Write an archive with what servers answered."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # of temporary files that warcio leaves open
        return _warc(answers, gzip=gzip, status=status, kind=kind)


def _warc(answers: Iterable[Answer], *, gzip: bool, status: str, kind: str) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # noqa: PLC0415
    from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]  # noqa: PLC0415

    written = io.BytesIO()
    writer = WARCWriter(written, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "Crawler 1.0"}))
    for url, body, more in answers:
        headers = {"Content-Type": "text/html; charset=utf-8", **more}
        http = (
            StatusAndHeaders(status, [*headers.items()], protocol="HTTP/1.1") if kind == "response" else None
        )
        about = {"WARC-Date": AT} | ({} if http else {"Content-Type": headers["Content-Type"]})
        stream = io.BytesIO(body)
        record = writer.create_warc_record(
            url, kind, payload=stream, http_headers=http, warc_headers_dict=about
        )
        writer.write_record(record)
    return written.getvalue()


def wacz(content: bytes, pages: Iterable[str] = (URL,)) -> bytes:
    """Write a WACZ as its specification says (WACZ 1.1.1), with a list of pages."""
    lines = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
        *({"url": one} for one in pages),
    ]
    files = {
        "archive/data.warc.gz": content,
        "pages/pages.jsonl": "".join(f"{json.dumps(one)}\n" for one in lines).encode(),
        "datapackage.json": b'{"profile": "data-package", "wacz_version": "1.1.1", "resources": []}',
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, one in files.items():
            packed.writestr(name, one)
    return written.getvalue()
