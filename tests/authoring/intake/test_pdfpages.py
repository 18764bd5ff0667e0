"""The text of PDF documents, page by page, with the places where pages begin."""

import io
from collections.abc import Sequence

import pytest

from mkdocs_dossier.authoring.articles import read_article
from mkdocs_dossier.authoring.intake.pdfpages import _joined, pages_of
from mkdocs_dossier.authoring.refusal import RefusedError
from tests.authoring.intake.pdfs import pdf

pypdf = pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # of pypdf, on what it mends

FIRST = "The council closed the bridge on Monday, the report says on its first page."
SECOND = "The ferry runs every twenty minutes, it says on the second one."


def altered(content: bytes, *, password: str | None = None, owner: str = "o", labels: bool = False) -> bytes:
    """Give a document a password, or pages of its own numbering."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    if labels:
        writer.set_page_label(0, 1, style="/r")
        writer.set_page_label(2, 2, style="/D", prefix="A-")
    if password is not None:
        writer.encrypt(password, owner, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_the_text_is_that_of_the_pages_and_each_has_its_place() -> None:
    article = read_article("a.pdf", pdf(FIRST, SECOND))
    assert article.text == f"{FIRST}\n{SECOND}\n"
    assert (article.located, article.kind) == ("page", "document")
    assert article.locators == ((0, "1"), (len(FIRST) + 1, "2"))
    assert [article.text[start:][:9] for start, _ in article.locators] == ["The counc", "The ferry"]


def test_places_are_counted_in_characters_of_the_text_not_in_bytes() -> None:
    article = read_article("a.pdf", pdf("É" * 40, SECOND))
    assert article.locators == ((0, "1"), (41, "2"))


def test_a_page_without_text_has_no_place() -> None:
    assert read_article("a.pdf", pdf("", FIRST, "", SECOND)).locators == ((0, "2"), (len(FIRST) + 1, "4"))


def test_pages_are_called_as_the_document_calls_them() -> None:
    article = read_article("a.pdf", altered(pdf(FIRST, FIRST, SECOND), labels=True))
    assert [label for _, label in article.locators] == ["i", "ii", "A-1"]


def test_what_a_document_says_of_itself_is_told_and_only_a_sound_title_taken() -> None:
    article = read_article("a.pdf", pdf(FIRST, title="On the bridge", author="Ada Quill"))
    assert (article.title, article.authors, article.published) == ("On the bridge", "", "")
    assert "author “Ada Quill”" in article.notes[0]
    assert "made on “20" in article.notes[0]


@pytest.mark.parametrize(
    "title", ["report_v3.docx", "Microsoft Word - a", "untitled", "C:\\a\\b", "scan0012", " "]
)
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert read_article("a.pdf", pdf(FIRST, title=title)).title == ""


def test_a_document_of_pictures_is_refused() -> None:
    with pytest.raises(
        RefusedError, match=r"^a\.pdf has pictures of pages and no text, as from a scanner\."
    ) as refused:
        read_article("a.pdf", pdf("", "", "3"))
    assert "OCR" in refused.value.hint


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_document_is_refused(password: str) -> None:
    with pytest.raises(RefusedError, match=r"^a\.pdf is encrypted\.") as refused:
        read_article("a.pdf", altered(pdf(FIRST), password=password))
    assert "password" in refused.value.hint


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff" * 5_000, pdf(FIRST)[:300], b"not one"],
    ids=["start", "noise", "cut", "text"],
)
def test_what_is_no_document_is_refused_in_a_line(content: bytes) -> None:
    with pytest.raises(RefusedError, match=r"^a\.pdf (?:is no PDF document that can be read|has pictures)"):
        read_article("a.pdf", content)


def joined(*pages: str) -> Sequence[str]:
    return _joined(pages)


def test_words_that_lines_part_are_joined_where_the_document_says_how() -> None:
    assert joined("The coun-\n cil met. A council.") == ["The council met. A council."]
    assert joined("A long-\nterm plan.", "Another long-term plan.") == [
        "A long-term plan.",
        "Another long-term plan.",
    ]
    assert joined("soft\u00ad\nware") == ["software"]
    parting = "The coun-\ncil and the brid-\nge: a long-\nterm plan."
    assert (
        joined(parting, "Council, bridge, long-term.")[0] == "The council and the bridge: a long-term plan."
    )


def test_a_hyphen_stays_where_nothing_says_that_lines_part_words() -> None:
    assert joined("Of non-\ncombatants.\n") == ["Of non-combatants.\n"]
    assert joined("The Anglo-\nAmerican plan and the coun-\ncil’s.", "A council.")[0].startswith(
        "The Anglo-American"
    )
    assert joined("from 1990-\n1995") == ["from 1990-\n1995"]


def test_a_document_that_parts_many_words_parts_them_all() -> None:
    page = "Die Stadt hat die alte Brü-\ncke gesperrt, sagte die Spre-\ncherin, und die Repa-\nratur dauert."
    assert joined(page) == [
        "Die Stadt hat die alte Brücke gesperrt, sagte die Sprecherin, und die Reparatur dauert."
    ]


def test_shapes_of_letters_are_written_as_letters_and_what_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "An oﬃce of ﬁve ﻻ \x07\x0b next\ud800"
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda _: text)
    answer = pages_of(pdf(FIRST))
    assert answer["text"] == "An office of five لا �\n next�\n"
    assert "2 characters of the document could not be read" in str(answer["remarks"])
