"""Documents in PDF, written byte by byte, so that no library that writes them is needed."""

from collections.abc import Iterable


def pdf(*pages: str, title: str = "", author: str = "") -> bytes:
    """Write a document with a line of text on each page (PDF 1.7, ISO 32000-1); "" is a page without any."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /Author (%s) /CreationDate (D:20240312100000Z) >>" % (_text(title), _text(author)),
    ]
    for number, words in enumerate(pages):
        shown = b"BT /F1 12 Tf 40 700 Td (%s) Tj ET" % _text(words) if words else b"0 0 100 100 re f"
        fonts = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 9000 800]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {fonts} /Contents {6 + 2 * number} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
    return _file(objects)


def _text(words: str) -> bytes:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")


def _file(objects: Iterable[bytes]) -> bytes:
    written, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)
