"""Tells in which format an article comes, by the name of its file and by its beginning."""

import re
from enum import StrEnum

from mkdocs_dossier.yaml.files import MAX_BYTES

SNIFFED = 4096
"""How many bytes of a file tell its format."""

_HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
# With possessive quantifiers, so that nothing is matched a second way: many comments in a row would take
# for ever.
_HTML_START = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_CUE = re.compile(rb"\s*+[0-9]++[ \t]*+\r?\n[0-9:]++[,.][0-9]{3}[ \t]*+-->")
_GZIP, _ZIP, _MARK = b"\x1f\x8b", b"PK\x03\x04", b"\xef\xbb\xbf"


class Format(StrEnum):
    """The formats that articles come in."""

    TEXT = "a text"
    PAGE = "an HTML page"
    PDF = "a PDF document"
    SUBTITLES = "subtitles"
    ARCHIVE = "a web archive"

    @property
    def most(self) -> int:
        """The most bytes that a file of this format may have.

        A web archive holds all that a browser fetched for a page, a document its pictures.
        """
        return {Format.PDF: 4 * MAX_BYTES, Format.ARCHIVE: 32 * MAX_BYTES}.get(self, MAX_BYTES)


def format_of(name: str, start: bytes) -> Format:
    """Tell the format of a file from its name and its first bytes, of which `SNIFFED` are enough."""
    lowered, start = name.lower(), start[:SNIFFED].removeprefix(_MARK)
    if _HTML_NAME.search(name) or _HTML_START.match(start):
        return Format.PAGE
    if start.startswith(b"%PDF-") or lowered.endswith(".pdf"):
        return Format.PDF
    if start.startswith((b"WARC/", _GZIP, _ZIP)) or lowered.endswith((".warc", ".warc.gz", ".wacz")):
        return Format.ARCHIVE
    if re.match(rb"WEBVTT(?:\s|$)", start) or _CUE.match(start) or lowered.endswith((".srt", ".vtt")):
        return Format.SUBTITLES
    return Format.TEXT


def ending(name: str, start: bytes) -> str:
    """Return the ending of the name of a copy of a file, with its dot; "" for a text, which needs no copy."""
    match format_of(name, start):
        case Format.PAGE:
            return ".html"
        case Format.PDF:
            return ".pdf"
        case Format.SUBTITLES:
            return ".vtt" if start.removeprefix(_MARK).startswith(b"WEBVTT") else ".srt"
        case Format.ARCHIVE:
            known = {_ZIP: ".wacz", _GZIP: ".warc.gz"}
            return next((one for mark, one in known.items() if start.startswith(mark)), ".warc")
        case _:
            return ""
