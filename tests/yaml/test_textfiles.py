"""Bytes to text: UTF-8, or refused at the first byte that is not."""

import pytest

from mkdocs_dossier.yaml.files import MAX_BYTES, decode_text


def test_a_text_is_decoded_without_its_byte_order_mark() -> None:
    assert decode_text("t.txt", "\ufeffباسم".encode()) == ("باسم", [])


def test_a_file_over_the_limit_is_refused_unread() -> None:
    text, problems = decode_text("t.txt", b"x" * (MAX_BYTES + 1), too_large="Split it.")
    assert text is None
    assert [(one.rule, one.hint) for one in problems] == [("file-too-large", "Split it.")]


def test_a_file_over_the_limit_is_told_what_to_do_though_nobody_knows_what_it_is() -> None:
    assert "split it" in decode_text("t.txt", b"x" * (MAX_BYTES + 1))[1][0].hint


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"a: 1\nb: caf\xe9\n", 2, 7),
        ("a: Привет".encode("cp1251"), 1, 4),
        (b"a: \xed\xa0\x80", 1, 4),
        (b"a: \xc0\xaf", 1, 4),
        ("a: é".encode() + b"\xe2\x82", 1, 5),
        (b"a: 1\r\nb: \xe9", 2, 4),
        (b"a: 1\rb: \xe9", 2, 4),
        (b"a: 1\x0c\xc2\x85\xe2\x80\xa8\xe9", 1, 8),
    ],
    ids=["latin-1", "cp1251", "a surrogate", "an overlong form", "cut off", "dos", "mac", "other breaks"],
)
def test_what_is_not_utf8_is_named_at_its_first_byte(content: bytes, line: int, column: int) -> None:
    text, problems = decode_text("t.txt", content)
    assert text is None
    assert [(one.rule, one.location.line, one.location.column) for one in problems] == [
        ("not-utf8", line, column)
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("written", ["actors: {}\n", "a: Привет, Привет\n", "a: 1"])
def test_another_encoding_of_unicode_is_named(encoding: str, written: str) -> None:
    text, problems = decode_text("t.txt", written.encode(encoding))
    assert text is None
    assert [one.rule for one in problems] == ["not-utf8"]
    assert encoding[:6].upper() in problems[0].message


def test_a_zero_alone_makes_no_other_encoding() -> None:
    assert decode_text("t.txt", b"a\x00b") == ("a\x00b", [])
