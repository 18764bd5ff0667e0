"""The program's own words: dates, amounts, numbers and names of languages, as a sentence has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words, read_catalogue

ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-02-05", "5 February 2024"),
        ("2024-02", "February 2024"),
        ("2024", "2024"),
        ("2024-02-XX", "February 2024"),
        ("2024-XX-XX", "2024"),
        ("2024-21", "spring 2024"),
        ("2024-22", "summer 2024"),
        ("2024-23", "autumn 2024"),
        ("2024-24~", "about winter 2024–25"),
        ("202X", "the 2020s"),
        ("2024-02-02?", "2 February 2024 (uncertain)"),
        ("2024~", "about 2024"),
        ("2024-02%", "about February 2024 (uncertain)"),
        ("2023-10-15/2024-02-02", "15 October 2023 to 2 February 2024"),
        ("2023-10-15~/..", "since about 15 October 2023"),
        ("../2024-02-03", "on or before 3 February 2024"),
        ("2024-02-02?/2024-02-05~", "2 February 2024 (uncertain) to about 5 February 2024"),
        ("2024-02-05T13:15:00-05:00", "5 February 2024, 13:15 (UTC−05:00)"),
        ("2024-02-05T23:59:59.5+05:30", "5 February 2024, 23:59 (UTC+05:30)"),
        ("2024-02-05T00:15Z", "5 February 2024, 00:15 (UTC)"),
        # What the calendar of days does not hold is written as it stands.
        ("-0044-03-15", "-0044-03-15"),
        ("0000", "0000"),
        ("Y12024", "Y12024"),
        ("20XX", "20XX"),
    ],
)
def test_a_date_reads_as_in_a_sentence_with_how_exact_it_is(written: str, read: str) -> None:
    assert ENGLISH.date(EdtfDate.parse(written)) == read


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("en", "5 February 2024"),
        ("en-US", "5 February 2024"),
        ("fr", "5 février 2024"),
        ("de-AT", "5. Februar 2024"),
        ("ar", "5 فبراير 2024"),
        ("ckb", "5ی شوباتی 2024"),
        ("zh-Hant", "2024年2月5日"),
        # A language that CLDR does not know, and one that no one speaks.
        ("tlh", "5 February 2024"),
        ("x-secret", "5 February 2024"),
    ],
)
def test_a_date_reads_as_the_language_has_it(language: str, read: str) -> None:
    assert Words(language).date(EdtfDate.parse("2024-02-05")) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("85", "85"),
        (">85", "more than 85"),
        (">=16", "16 or more"),
        ("<40", "fewer than 40"),
        ("<=40", "40 or fewer"),
        ("16-20", "16 to 20"),
        ("~30", "about 30"),
        ("0", "0"),
        ("2.5", "2.5"),
        (">=12000", "12,000 or more"),
        ("Tens of Thousands", "tens of thousands"),
    ],
)
def test_an_amount_reads_with_how_exact_it_is(written: str, read: str) -> None:
    assert ENGLISH.amount(Amount.parse(written)) == read


def test_numbers_read_as_the_language_has_them() -> None:
    assert [Words(language).number(1234567) for language in ("en", "fr", "de", "hi")] == [
        "1,234,567",
        "1\u202f234\u202f567",
        "1.234.567",
        "12,34,567",
    ]
    assert Words("fr").decimal(36.19) == "36,19"
    assert ENGLISH.decimal(-0.000001) == "-0.000001"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ar", "Arabic"),
        ("ckb", "Central Kurdish"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("tlh", "Klingon"),
        ("qaa", "qaa"),
        ("x-foo", "x-foo"),
    ],
)
def test_a_language_is_named_or_shown_by_its_tag(tag: str, name: str) -> None:
    assert ENGLISH.language_name(tag) == name


def test_a_script_runs_in_its_direction() -> None:
    assert [Words(tag).direction for tag in ("en", "ar", "ckb", "he", "fa", "ku", "az-Arab")] == [
        "ltr",
        "rtl",
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "rtl",
    ]


def test_a_message_is_filled_in_and_braces_of_a_value_stay() -> None:
    assert ENGLISH.say("by {name}", name="{x} %s") == "by {x} %s"
    assert ENGLISH.count("{n} claim", "{n} claims", 1) == "1 claim"
    assert ENGLISH.count("{n} claim", "{n} claims", 0) == "0 claims"
    assert ENGLISH.count("{n} claim", "{n} claims", 1200) == "1,200 claims"


CATALOGUE = """\
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\\n"

msgid "by {name}"
msgstr "durch {name}"

msgid "of {name}"
msgstr ""

msgid "{n} claim"
msgid_plural "{n} claims"
msgstr[0] "eins: {n}"
msgstr[1] "zwei: {n}"
msgstr[2] "mehr: {n}"
"""


def test_a_catalogue_translates_what_it_holds_and_leaves_the_rest_in_english() -> None:
    words = read_catalogue("de", CATALOGUE.encode())
    assert words.say("by {name}", name="X") == "durch X"
    assert words.say("of {name}", name="X") == "of X"
    assert words.say("never heard") == "never heard"
    assert [words.count("{n} claim", "{n} claims", number) for number in (1, 2, 7000)] == [
        "eins: 1",
        "zwei: 2",
        "mehr: 7.000",
    ]


@given(
    st.sampled_from(["2024", "2024-02", "2024-02-29", "202X", "2024-21", "-0044", "9999-12-31", "0001-01"]),
    st.sampled_from(["", "?", "~", "%"]),
    st.sampled_from(["{}", "{}/..", "../{}", "{}/", "/{}", "{}/9999~"]),
    st.sampled_from(["en", "ar", "fr", "ckb", "xx", "zh"]),
)
def test_every_date_can_be_said(core: str, qualifier: str, form: str, language: str) -> None:
    if "X" in core and form != "{}":
        return
    date = EdtfDate.parse(form.format(core + qualifier))
    assert Words(language).date(date).strip()


@pytest.mark.parametrize(
    ("written", "brief", "arabic"),
    [
        ("2024-02-05", "5 Feb 2024", "5 فبراير 2024"),
        ("../2024-02-05", "by 5 Feb 2024", None),
        ("2024-02-05T13:15:00Z", "5 Feb 2024", "5 فبراير 2024"),
        ("2024-02", "February 2024", "فبراير 2024"),
        ("2024-02-05?", "5 February 2024 (uncertain)", None),
        ("2024-02-01/2024-02-05", "between 1 February 2024 and 5 February 2024", None),
        ("2024-02-05/..", "on or after 5 February 2024", None),
        ("/2024-02-05", "on or before 5 February 2024", None),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
    ],
)
def test_a_date_in_small_print_is_short_and_never_more_exact(
    written: str, brief: str, arabic: str | None
) -> None:
    date = EdtfDate.parse(written)
    assert Words().brief(date) == brief
    if arabic is not None:
        assert Words("ar").brief(date) == arabic
