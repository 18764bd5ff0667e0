"""A source's text: its paragraphs and lines, and the words around a match."""

import pytest

from mkdocs_dossier.quotes.sourcetext import SourceText


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in SourceText(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title\nOne.\nTwo.\n", ["Title", "One.", "Two."]),
        ("\n  \n Title \r\n\r\nOne.\rTwo.", ["Title", "One.\rTwo."]),
        ("One is\nwrapped.\n\nTwo is\ntoo.", ["One is\nwrapped.", "Two is\ntoo."]),
        ("\n\nTitle\nOne.\n\n", ["Title", "One."]),
        # Half of the breaks stand inside a sentence: wrapped. Fewer: a line is a paragraph.
        ("He said that they\nwere told.\nThey left.", ["He said that they\nwere told.\nThey left."]),
        ("He said\nthat.\nThey left.\nSo it was.", ["He said", "that.", "They left.", "So it was."]),
        ("Title\n\n" + "long " * 30 + "\nTwo.", ["Title", ("long " * 30).strip(), "Two."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_paragraphs_are_lines_or_blocks_of_wrapped_lines(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected
