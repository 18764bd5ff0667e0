"""Which stretches of a text stand inside quotation marks, to the letter."""

import pytest

from mkdocs_dossier.quotes.sourcetext import SourceText


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in SourceText(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("“a”", ["“a”"]),
        ("He said “a”, then “b”.", ["“a”", "“b”"]),
        ("“a”“b”", ["“a”", "“b”"]),
        ("“a ‘b’ c” d", ["“a ‘b’ c”"]),
        ("“a «b» c” d «e»", ["“a «b» c”", "«e»"]),
        # An inner quotation that is left open ends with the outer one.
        ("“a ‘b” c", ["“a ‘b”"]),
        ("“a ‘b „c” d", ["“a ‘b „c” d"]),
        ('“a "b c” d', ['“a "b c”']),
        # A double mark of another kind closes where a word ends, and only there.
        ('He said “a" b.', ['“a"']),
        ('He said “a"b c” d.', ['“a"b c”']),
        ('He said “a "(b) c" d” e.', ['“a "(b) c" d”']),
        ('He said “a ("b") c” d.', ['“a ("b") c”']),
        # A Swedish mark opens where a word begins only.
        ("a”b ”c” d", ["”c”"]),
        ("a (”b”) c", ["”b”"]),
        ("a —”b” c", ["”b”"]),
        ("a ” b ”c” d", ["”c”"]),
        # Apostrophes are none.
        ("‘He said ’tis late,’ she said.", ["‘He said ’tis late,’"]),
        ("He said 'a', then 'b'.", ["'a'", "'b'"]),
        ("'He said it's late,' she said.", ["'He said it's late,'"]),
        ("the boys’ ‘a’ b", ["‘a’"]),
        # After a digit, a straight mark closes and never opens.
        ('a 5" b "c" d', ['"c"']),
        ('a ½" b "c" d', ['"c"']),
        ("a 5' b 'c' d", ["'c'"]),
        ('"a 5" b', ['"a 5"']),
        ("'a 5' b", ["'a 5'"]),
        ('“a 5" b” c', ['“a 5" b”']),
        ('“a b" c', ['“a b"']),
        ("a 5“b” c", ["“b”"]),
        ('第5"次" 了', ['"次"']),
    ],
)
def test_what_is_quoted_goes_from_mark_to_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The next paragraph begins with the same mark: it goes on.
        ("“A.\n“B.” c", ["“A.\n“B.”"]),
        ("‘A.\n‘B,’ c", ["‘A.\n‘B,’"]),
        ("“A.\n“B.\n“C” d", ["“A.\n“B.\n“C”"]),
        ("“A.\n“” b ”", ["“A.\n“”"]),
        ("“A.\n“‘B’ c” d", ["“A.\n“‘B’ c”"]),
        # It does not: a double mark closes with its paragraph, a single one was an apostrophe.
        ("“A b.\nC “d” e", ["“A b.", "“d”"]),
        ("“A b.\n‘C’ d", ["“A b.", "‘C’"]),
        ("‘A b.\nC ‘d’ e", ["‘d’"]),
        ("A “b", ["“b"]),
        ("A ‘b", []),
        ("“A “b.\nC.\nD ”", ["“b."]),
        # Of a double and a single mark that are open, the double one goes on.
        ("‘Tis “a.\n“B” c", ["“a.\n“B”"]),
        ("“A ‘b.\n“C” d", ["“A ‘b.\n“C”"]),
    ],
)
def test_what_is_quoted_may_go_on_in_the_next_paragraph(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("word", ['צה"ל', 'יא"ב', 'בי"א', 'ית"ב', 'בי"ת'])
def test_the_sign_of_a_hebrew_abbreviation_is_no_quotation_mark(word: str) -> None:
    assert quoted(f'{word} אמר "לא" {word}') == ['"לא"']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("הוא אמר “לא” אתמול", ["“לא”"]),
        ('x"שלום" y', ['"שלום"']),
        ('שלום"x" y', ['"x"']),
        ("היום‘לא’ אתמול", []),
    ],
)
def test_a_mark_beside_hebrew_letters_is_one_unless_it_stands_between_two(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


def test_no_more_than_eight_quotations_are_nested() -> None:
    # The ninth is not looked at, so that what closes it closes the eighth.
    assert quoted("«" * 8 + "a" + "»" * 8 + " b") == ["«" * 8 + "a" + "»" * 8]
    assert quoted("«" * 9 + "a" + "»" * 8 + " b") == ["«" * 9 + "a" + "»" * 8]


def test_a_span_is_quoted_where_all_of_it_stands_in_one_pair_of_marks() -> None:
    source = SourceText("“ab” “cd”")
    assert [source.is_quoted(start, end) for start, end in [(0, 4), (1, 3), (0, 5), (5, 9), (3, 7)]] == [
        True,
        True,
        False,
        True,
        False,
    ]
    assert not SourceText("ab “cd”").is_quoted(0, 2)
