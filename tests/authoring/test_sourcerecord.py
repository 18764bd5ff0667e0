"""The record of a source as `dossier source` writes it: its first line, and what is kept beside the text."""

import pytest

from mkdocs_dossier.authoring.sourcerecord import Kept, Known, record

FACTS = Known("", "A title", "", "", "", "", (), "", "", "", (), "", "", "")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("page.html", "page.html"),
        ("", "standard input"),
        ("a\nb.html", "a file"),
        ("a" * 300, "a" * 300),
        ("a" * 301, "a file"),
        ("a\u200bb", "a<U+200B>b"),
    ],
)
def test_the_file_that_it_is_from_is_named_in_one_line(name: str, shown: str) -> None:
    assert record("new", FACTS, "0" * 64, name).startswith(f"# From {shown}, by `dossier source`. Compare it")


def test_what_is_kept_is_named_and_what_is_not_known_of_it_is_left_out() -> None:
    kept = Kept("new.pdf", "1" * 64, at="2024-03-15", locators="new.locators.csv")
    lines = record("new", FACTS, "0" * 64, "a.pdf", kept).splitlines()
    assert lines[-6:] == [
        f"    sha256: {'0' * 64}",
        "    locators: new.locators.csv",
        "    capture:",
        "      file: new.pdf",
        f"      sha256: {'1' * 64}",
        "      at: 2024-03-15",
    ]
    assert "capture" not in record("new", FACTS, "0" * 64, "a.txt")
