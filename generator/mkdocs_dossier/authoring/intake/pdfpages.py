"""Takes the text out of a PDF by pypdf, page by page; run as a process of its own (see `bounded`)."""

import io
import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import normalize

from mkdocs_dossier.authoring.bounded import prepared, serve
from mkdocs_dossier.authoring.intake.answering import Answer, refused, tidied

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES = 5_000
# Signs for two letters, and the shapes that letters of Hebrew and Arabic have within a word.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb1d-\ufdcf\ufe70-\ufefc]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word that a hyphen at the end of a line parts; its second part begins with a small letter.
_PARTED = re.compile(r"([^\W\d_]+)[-\u2010]\n[ \t]*([^\W\d_]+)")
_SOFT = re.compile("\u00ad[ \t]*\n[ \t]*")
_LABEL = re.compile(r"[\w.()–-]{1,20}")
_UNREADABLE = "\ufffd"
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_BREAKS = re.compile("[\x0b\x0c\u2028\u2029]")
_NO_TITLE = re.compile(
    r"\.(?:docx?|rtf|odt|indd|qxd|pdf|pptx?|xlsx?|tex|dvi|ps|pub)\b|^microsoft|^untitled|^unbenannt|^document\d*$"
    r"|^sans titre|[\\/]|^powerpoint|^(?:scan|img|dsc|print)[\W\d_]|^\W*$",
    re.IGNORECASE,
)
_SCANNED = 16  # letters on a page, of which a scanned one has fewer
_OCR = "Have the words recognised (OCR), compare them with the original, and store them as a .txt file."
_OPEN = "Save a copy that can be opened without a password, or store its text as a .txt file."


def pages_of(content: bytes) -> Answer:
    """Read the text of a document, and where its pages begin in it; or say why that cannot be."""
    from pypdf import PdfReader  # noqa: PLC0415 - an extra

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            return refused("is encrypted", _OPEN)
        count = len(reader.pages)
        if count > _MOST_PAGES:
            return refused(f"has {count:,} pages; at most {_MOST_PAGES:,} are read")
        texts = [page.extract_text() for page in reader.pages]
    except MemoryError:
        raise
    except Exception as trouble:  # a damaged document may make the library fail in any way
        return refused(f"is no PDF document that can be read ({type(trouble).__name__})")
    letters = sum(sum(map(str.isalnum, text)) for text in texts)
    if letters < _SCANNED * max(1, len(texts)) and letters < _SCANNED**2:
        return refused("has pictures of pages and no text, as from a scanner", _OCR)
    return _answer(texts, _labels(reader, len(texts)), _said(reader))


def _answer(texts: Sequence[str], labels: Sequence[str], said: dict[str, str]) -> Answer:
    """Put the pages together; a page begins at the offset that its label is given with."""
    cleaned = _joined([_cleaned(text) for text in texts])
    text, locators = "", []
    for label, page in zip(labels, cleaned, strict=True):
        words = tidied(page).strip("\n")
        if words:
            locators.append([len(text), label])
            text += f"{words}\n"
    remarks = []
    if lost := text.count(_UNREADABLE):
        remarks.append(
            f"{lost:,} characters of the document could not be read; the text has � in their place. "
            "Compare it with the original."
        )
    told = "; ".join(f"{name} “{value}”" for name, value in sorted(said.items()) if value)
    if told:
        remarks.append(
            f"The document says of itself: {told}. Its author and its day are not taken from that."
        )
    answer: Answer = {"text": text, "kind": "document", "located": "page", "locators": locators}
    title = said.get("title", "")
    sound = title if title and not _NO_TITLE.search(title) else ""
    return {**answer, "title": sound, "remarks": remarks}


def _cleaned(text: str) -> str:
    """Write the shapes of letters as the letters, and � for what is no character."""
    text = _SHAPES.sub(lambda found: normalize("NFKC", found[0]), text)
    return _UNFIT.sub(_UNREADABLE, _BREAKS.sub("\n", text.replace("\r\n", "\n")))


def _joined(pages: Sequence[str]) -> list[str]:
    """Join the words that hyphens at the ends of lines part, so that quotations of them are found.

    A hyphen stays where the document has the word with it elsewhere, or where nothing says that the document
    parts words at all.
    """
    pages = [_SOFT.sub("", page) for page in pages]
    words = Counter(word.lower() for page in pages for word in _WORD.findall(page))
    parted = [found for page in pages for found in _PARTED.finditer(page)]
    whole = sum(f"{one[1]}{one[2]}".lower() in words for one in parted)
    hyphened = sum(f"{one[1]}-{one[2]}".lower() in words for one in parted)
    lines = sum(page.count("\n") for page in pages)
    is_parting = whole > hyphened or len(parted) > max(2, lines / 25)

    def join(found: re.Match[str]) -> str:
        first, last = found[1], found[2]
        with_hyphen, without = f"{first}-{last}", f"{first}{last}"
        if with_hyphen.lower() in words or last[0].isupper():
            return with_hyphen
        if without.lower() in words:
            return without
        return without if is_parting else with_hyphen

    return [_PARTED.sub(join, page) for page in pages]


def _labels(reader: "PdfReader", count: int) -> list[str]:
    """Return what the document calls its pages; their numbers where it says nothing that could be shown."""
    numbers = [str(number) for number in range(1, count + 1)]
    try:
        labels = [str(label) for label in reader.page_labels]
    except MemoryError:
        raise
    except Exception:  # as for a document that is damaged there
        return numbers
    if len(labels) != count or len({*labels}) != count or not all(map(_LABEL.fullmatch, labels)):
        return numbers
    return labels


def _said(reader: "PdfReader") -> dict[str, str]:
    """Return what the document says of itself: its title, author and the day on which it was made."""
    found: dict[str, str] = {}
    try:
        about = reader.metadata
        for name, key in (("title", "/Title"), ("author", "/Author"), ("made on", "/CreationDate")):
            value = about.get(key) if about else None
            if isinstance(value, str):
                found[name] = " ".join(value.split())[:300]
    except MemoryError:
        raise
    except Exception:  # as above
        return found
    if match := re.match(r"D:(\d{4})(\d\d)(\d\d)", found.get("made on", "")):
        found["made on"] = "-".join(match.groups())
    return found


if __name__ == "__main__":
    serve(partial(prepared, pages_of, "pypdf"))
