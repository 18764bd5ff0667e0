"""Where an offset stands in a text: in which paragraph, on which line; and the text in small letters."""

import pytest

from mkdocs_dossier.quotes.sourcetext import SourceText


def paragraph(text: str, offset: int) -> str:
    source = SourceText(text)
    start, end = source.paragraph(offset)
    return text[start:end]


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (0, "\n\none.\n\ntwo.\n\nthree"),
        (2, "one."),
        (5, "one."),
        (7, "one."),
        (8, "two."),
        (12, "two."),
        (13, "two."),
        (14, "three"),
        (19, "three"),
    ],
)
def test_an_offset_stands_in_a_paragraph_or_behind_the_last_one(offset: int, expected: str) -> None:
    text = "\n\none.\n\ntwo.\n\nthree"
    assert paragraph(text, offset) == expected


def test_in_a_text_without_a_paragraph_the_whole_is_one() -> None:
    assert SourceText(" \n ").paragraph(1) == (0, 3)
    assert SourceText("").paragraph(0) == (0, 0)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # A line is a paragraph, unless blank lines or broken sentences tell that the text is wrapped.
        ("He saw\na bridge.\nThey left.", 1),
        ("He saw\nA bridge.\nThey left.", 3),
        ("He saw,\nand left.", 1),
        ("He saw –\nand left.", 1),
        ("He saw.\nand left.", 2),
        ("He saw\n5 bridges.", 2),
        ("one\ntwo\n\nthree", 2),
        ("x" * 100 + "\n\ny\nz", 2),
        ("x" * 101 + "\n\ny\nz", 3),
        # Fewer than half of the breaks stand inside a sentence.
        ("He saw\nit.\nHe left.\nShe left.", 4),
        ("He saw\nit.\nHe left\nit.\nShe left.", 1),
    ],
)
def test_lines_are_joined_to_paragraphs_where_they_are_wrapped(text: str, count: int) -> None:
    assert len(SourceText(text).paragraphs) == count


@pytest.mark.parametrize("text", ["İstanbul", "İİ", "Straße ẞ", "ΣΊΣΥΦΟΣ", "ÉCOLE", "Ǆ", "ﬁ"])
def test_a_text_in_small_letters_has_its_length(text: str) -> None:
    lowered = SourceText(text).lowered
    assert len(lowered) == len(text)
    assert lowered == SourceText(lowered).lowered
    assert not any(char.isupper() for char in lowered)


def test_a_capital_i_with_a_dot_is_a_small_one() -> None:
    assert SourceText("İstanbul").lowered == "istanbul"
