"""Finds an article in a web archive, WARC or WACZ, by warcio; run as a process of its own (see `bounded`).

WARC is ISO 28500; WACZ, a ZIP file with WARC files and a list of pages, is told by specs.webrecorder.net.
"""

import io
import json
import re
import zipfile
from base64 import b32encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import new
from typing import IO, Any

from mkdocs_dossier.authoring import extraction
from mkdocs_dossier.authoring.bounded import lack_of, prepared, serve
from mkdocs_dossier.authoring.intake import pdfpages
from mkdocs_dossier.authoring.intake.answering import Answer, refused
from mkdocs_dossier.text.shortening import cut_middle
from mkdocs_dossier.yaml.files import MAX_BYTES

_Record = Any
"""A record of an archive: one of warcio, which tells nothing of its types."""

_LISTED = 10  # addresses that are named
_LONGEST = 4 * MAX_BYTES  # bytes of a body, or of a list of pages
_ADDRESS = 150  # characters of one
_OK = "200"
_CODINGS = ("content-encoding", "transfer-encoding")
_PACKED = ("gzip", "deflate")
_ALGORITHMS = ("md5", "sha1", "sha256", "sha384", "sha512")
_READ = {"text/html": "page", "application/xhtml+xml": "page", "application/pdf": "document"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_CHOOSE = "Name one with --url ADDRESS."
_PAGES = re.compile(r"pages/(?:extraPages|pages)\.jsonl", re.IGNORECASE)


class _UnfitError(Exception):
    """Why an archive holds no article that could be taken, as the end of a sentence; and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class _Response:
    """What a server answered: its address, when, as what, and with which bytes.

    One that was the same as before `refers` to the address of that one, and has none.
    """

    url: str
    at: str
    form: str
    refers: str = ""
    body: bytes = b""


def _article_of(given: bytes) -> Answer:
    """Find the article that is meant in an archive, and read it.

    The first line of what is given says in JSON which `url` is meant, and at which `path` the archive stands
    if it does not follow on that line.
    """
    head, _, content = given.partition(b"\n")
    asked = json.loads(head)
    try:
        with _opened(asked["path"], content) as archive:
            response, tool = _meant(archive, asked["url"])
    except _UnfitError as unfit:
        return refused(unfit.message, unfit.hint)
    except MemoryError:
        raise
    except Exception as trouble:  # a damaged archive may make the libraries fail in any way
        return refused(f"is no web archive that can be read ({type(trouble).__name__})")
    return _read(response, tool)


def _read(response: _Response, tool: str) -> Answer:
    """Read the article in a response. When it was captured is known, and its address is the one asked for."""
    if response.form == "document":
        answer = lack_of("pypdf") or pdfpages.pages_of(response.body)
    else:
        answer = extraction.extracted(response.body)
    if not answer.get("text"):
        return answer or refused(f"has no article at {response.url}")
    known = {"url": response.url, "captured": response.at, "retrieved": response.at[:10], "tool": tool}
    return {**answer, **{name: value for name, value in known.items() if value}}


class _Archive:
    """A WARC file, or those in a WACZ."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.zip = zipfile.ZipFile(stream) if stream.read(2) == b"PK" else None
        if self.zip and not self._names():
            raise _UnfitError("is a ZIP file without a web archive in it")

    def _names(self) -> list[str]:
        names = sorted(self.zip.namelist()) if self.zip else []
        return [name for name in names if re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", name)]

    def records(self) -> Iterator[_Record]:
        """List the records, each to be read before the next."""
        from warcio.archiveiterator import (  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
            ArchiveIterator,
        )

        for stream in self._streams():
            yield from ArchiveIterator(stream, check_digests=True)

    def _streams(self) -> Iterator[IO[bytes]]:
        if self.zip is None:
            self.stream.seek(0)
            yield self.stream
            return
        for name in self._names():
            with self.zip.open(name) as stream:
                yield stream

    def pages(self) -> list[str]:
        """List the addresses of the pages that a WACZ says it holds."""
        found: list[str] = []
        for name in sorted(self.zip.namelist(), reverse=True) if self.zip else []:
            if self.zip and _PAGES.fullmatch(name) and not found:
                with self.zip.open(name) as stream:
                    lines = stream.read(_LONGEST + 1)[:_LONGEST].splitlines()
                found = [url for line in lines if (url := _page_url(line))]
        return list(dict.fromkeys(found))


@contextmanager
def _opened(path: str, content: bytes) -> Iterator[_Archive]:
    with open(path, "rb") if path else io.BytesIO(content) as stream:  # noqa: PTH123 - a stream of either kind
        kind = stream.read(2)
        stream.seek(0)
        if kind not in (b"PK", b"WA", b"\x1f\x8b"):
            raise _UnfitError("is no web archive")
        yield _Archive(stream)


def _page_url(line: bytes) -> str:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    url = said.get("url") if isinstance(said, dict) else None
    return url if isinstance(url, str) else ""


def _meant(archive: _Archive, wanted: str) -> tuple[_Response, str]:
    """Return the page that is meant, and the program that made the archive.

    Raises `_UnfitError` if it is not clear which page that is, or if it cannot be had.
    """
    pages = {_plain(url): url for url in archive.pages()}
    if not wanted and len(pages) > 1:
        raise _UnfitError(f"has several pages{_list(list(pages.values()))}", _CHOOSE)
    asked = _plain(wanted) or next(iter(pages), "")
    found, taken, tool = _searched(archive, asked)
    if taken is None and not wanted and asked not in found:
        found, taken, tool = _searched(archive, "")  # the page of the list led to another address
        asked = ""
    first = found.get(asked) if asked else next(iter(found.values()), None)
    if first is None:
        listed = _list([one.url for one in found.values()])
        which = f"no page {wanted}" if wanted else "no page and no document that a server answered with"
        raise _UnfitError(f"has {which}{listed}", _CHOOSE if found else "")
    if not asked and len(found) > 1:
        raise _UnfitError(f"has several pages{_list([one.url for one in found.values()])}", _CHOOSE)
    if taken is None:
        _, earlier, _ = _searched(archive, _plain(first.refers))
        if earlier is None:
            raise _UnfitError(f"has {first.url} only as a reference to a capture that is in another archive")
        taken = replace(earlier, url=first.url, at=first.at)
    return taken, tool


def _searched(archive: _Archive, wanted: str) -> tuple[dict[str, _Response], _Response | None, str]:
    """Go through an archive once, up to the page of an address if one is wanted.

    Return the pages by their addresses; the wanted one, or the first, with its body, unless it only refers to
    another; and the program that made the archive.
    """
    found: dict[str, _Response] = {}
    taken, tool = None, ""
    for record in archive.records():
        if record.rec_type == "warcinfo" and not tool:
            tool = _software(record)
        head = _head(record)
        if head is None:
            continue
        is_meant = _plain(head.url) == wanted if wanted else not found
        found.setdefault(_plain(head.url), head)
        if is_meant and not head.refers:
            body = _body(record, head)
            taken = replace(head, body=_as_served(record, body) if head.form == "page" else body)
            if wanted:
                break
    return found, taken, tool


def _software(record: _Record) -> str:
    """Return the program that made an archive, as its first record says."""
    text = record.content_stream().read(10_000).decode(errors="replace")
    said = re.search(r"^software:[ \t]*(\S[^\r\n]{0,200})", text, re.IGNORECASE | re.MULTILINE)
    return said[1].strip() if said else ""


def _list(urls: Sequence[str]) -> str:
    more = f", and {len(urls) - _LISTED:,} more" if len(urls) > _LISTED else ""
    named = ", ".join(cut_middle(url, _ADDRESS) for url in urls[:_LISTED])
    return f": {named}{more}" if urls else ""


def _plain(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def _head(record: _Record) -> _Response | None:
    """Return what a record tells of a page or a document that a server answered with; None for all else."""
    headers, about = record.http_headers, record.rec_headers
    if record.rec_type not in ("response", "resource", "revisit"):
        return None
    is_answer = record.rec_type != "response" or (headers is not None and headers.get_statuscode() == _OK)
    refers = (about.get_header("WARC-Refers-To-Target-URI") or "") if record.rec_type == "revisit" else ""
    written = headers.get_header("Content-Type") if headers else about.get_header("Content-Type")
    form = _READ.get((written or "").partition(";")[0].strip().lower(), "page" if refers else "")
    url = about.get_header("WARC-Target-URI") or ""
    at = about.get_header("WARC-Date") or ""
    at = at if _MOMENT.fullmatch(at) else ""
    is_whole = record.rec_type != "revisit" or refers
    return _Response(url, at, form, refers) if is_answer and is_whole and form and url else None


def _body(record: _Record, head: _Response) -> bytes:
    """Read the body of a response as a browser would show it, and hold it to its digest."""
    from warcio.bufferedreaders import (  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
        BufferedReader,
        ChunkedDataReader,
    )

    raw: bytes = record.raw_stream.read(_LONGEST + 1)
    if len(raw) > _LONGEST:
        raise _UnfitError(f"has at {head.url} more than {_LONGEST:,} bytes")
    if getattr(record.raw_stream, "limit", 0):
        raise _UnfitError(f"ends before {head.url} does: it is not whole")
    body, headers = raw, record.http_headers
    said = {name: (headers.get_header(name) or "").strip().lower() for name in _CODINGS} if headers else {}
    if said.get("transfer-encoding") == "chunked":
        body = ChunkedDataReader(io.BytesIO(raw)).read(_LONGEST + 1)
    _compare(record, head, body)
    coding = said.get("content-encoding", "").removeprefix("x-")
    if coding in ("", "identity"):
        return body
    if coding not in _PACKED:
        raise _UnfitError(f"has {head.url} packed in a way that is not known here: {coding}")
    reader = BufferedReader(io.BytesIO(body), decomp_type=coding, read_all_members=True)
    unpacked: bytes = reader.read(_LONGEST + 1)
    if len(unpacked) > _LONGEST:
        raise _UnfitError(f"has at {head.url} what unpacks to more than {_LONGEST:,} bytes")
    return unpacked


def _as_served(record: _Record, body: bytes) -> bytes:
    """Return a page in UTF-8, if the server said which other encoding it is in: it counts."""
    headers = record.http_headers
    said = (
        re.search(r"charset=[\"']?([\w.:-]{1,40})", headers.get_header("Content-Type") or "")
        if headers
        else None
    )
    try:
        return body.decode(said[1]).encode() if said else body
    except (LookupError, UnicodeError):
        return body


def _compare(record: _Record, head: _Response, body: bytes) -> None:
    """Raise `_UnfitError` if the bytes of a response are not those that its record has the digests of.

    Some programs take the digest of a body in chunks with these, and others without: `body` has none.
    """
    wrong = [one for one in record.digest_checker.problems if "unknown" not in one]
    algorithm, _, digest = (record.rec_headers.get_header("WARC-Payload-Digest") or "").partition(":")
    if wrong and all("payload" in one for one in wrong) and algorithm.lower() in _ALGORITHMS:
        made = new(algorithm.lower(), body, usedforsecurity=False).digest()
        if digest in (b32encode(made).decode(), made.hex()):
            return
    if wrong:
        raise _UnfitError(
            f"has at {head.url} other bytes than its own digest says: it was changed, or damaged"
        )


if __name__ == "__main__":
    serve(partial(prepared, _article_of, "warcio", "trafilatura.settings"))
