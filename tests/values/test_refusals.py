"""What an author reads of a value that is refused: what is wrong with it, and in brackets what to write."""

from collections.abc import Callable

import pytest

from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.choices import parse_bool, parse_choice
from mkdocs_dossier.values.coordinates import parse_latitude, parse_longitude
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.ids import parse_id, parse_sha256, parse_wikidata
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.plaintext import parse_prose, parse_text, parse_verbatim
from mkdocs_dossier.values.tags import parse_tag
from mkdocs_dossier.values.urls import parse_url

Parser = Callable[[str], object]


def parse_kind(text: str) -> str:
    return parse_choice(text, ("person", "state"))


WHOLE_ADDRESS = "write the whole address, e.g. https://example.org/page"
ESCAPED = "write it percent-encoded, as %20 for a space, or remove it"
NOTATIONS = "write 85, >85, >=16, <40, <=40, 16-20, ~30 for about 30, or a word such as dozens"
CODE = "write its code, e.g. en, ar, ckb or zh-Hant"
DIGITS = "write the 64 hexadecimal digits that “sha256sum” prints"
LETTERS = "use small letters a to z, digits, and hyphens between them"
SEEN_RIGHTLY = "remove it; scripts written from right to left are shown rightly without it"

REFUSED: list[tuple[Parser, str, str]] = [
    (parse_kind, "zzz", "is not one of the known values: “zzz” (write one of: person, state)"),
    (
        parse_kind,
        "persn",
        "is not one of the known values: “persn” (did you mean “person”? It is one of: person, state)",
    ),
    (parse_bool, "perhaps", "is neither true nor false: “perhaps” (write “true” or “false”)"),
    (parse_bool, "On", "is neither true nor false: “On” (write it as true)"),
    (parse_bool, "f", "is neither true nor false: “f” (write it as false)"),
    (parse_id, "…", f"is not an id: “…” ({LETTERS})"),
    (parse_id, "Us Strike", "is not an id: “Us Strike” (write it as us-strike)"),
    (parse_id, "a" * 81, f"is an id of 81 characters: “{'a' * 59}…” (use at most 80)"),
    (parse_sha256, "ab", f"is not a SHA-256 digest: “ab” ({DIGITS}; these are 2 characters)"),
    (parse_wikidata, "x", "is not the id of a Wikidata item: “x” (write the item's id, e.g. Q796)"),
    (parse_wikidata, "q5", "is not the id of a Wikidata item: “q5” (write it as Q5)"),
    (
        parse_latitude,
        "north",
        "is not a latitude in decimal degrees: “north” (write decimal degrees, e.g. 33.3152)",
    ),
    (parse_latitude, "33.5 S", "is not a latitude in decimal degrees: “33.5 S” (write it as -33.5)"),
    (parse_latitude, "90°N", "is not a latitude in decimal degrees: “90°N” (write it as 90.0)"),
    (parse_longitude, "44,4 w", "is not a longitude in decimal degrees: “44,4 w” (write it as -44.4)"),
    (
        parse_longitude,
        "181 E",
        "is not a longitude in decimal degrees: “181 E” (write decimal degrees, e.g. 33.3152)",
    ),
    (
        parse_latitude,
        "180",
        "is a latitude outside −90 to 90: “180” (latitude and longitude may be the wrong way round)",
    ),
    (parse_longitude, "181", "is a longitude outside −180 to 180: “181”"),
    (parse_url, "mailto:a@example.org", f"is not a web address: “mailto:a@example.org” ({WHOLE_ADDRESS})"),
    (parse_url, "http:/x.org", f"is not a web address: “http:/x.org” ({WHOLE_ADDRESS})"),
    (parse_url, "x.org/a", "is not a web address: “x.org/a” (write it as https://x.org/a)"),
    (parse_url, "http://x.org:a/", f"is not an address: “http://x.org:a/” ({WHOLE_ADDRESS})"),
    (parse_url, "http://a..b/", f"is an address without a valid host: “http://a..b/” ({WHOLE_ADDRESS})"),
    (
        parse_url,
        "http://me@x.org/",
        "is an address with a user name: “http://me@x.org/” (remove what stands before the “@”)",
    ),
    (parse_url, "http://x.org/a b", f"is not an address: it has a U+0020 at position 15 ({ESCAPED})"),
    (Amount.parse, "a few", f"is not an amount: “a few” ({NOTATIONS})"),
    (Amount.parse, ">dozens", "is not an amount: “>dozens” (write it as dozens)"),
    (Amount.parse, "20-16", "ends below its start: “20-16” (write it as 16-20)"),
    (Amount.parse, "20 to 16", f"is not an amount: “20 to 16” ({NOTATIONS})"),
    (Amount.parse, "16 to 16", "is not an amount: “16 to 16” (write it as 16-16)"),
    (Amount.parse, "under 0", f"is not an amount: “under 0” ({NOTATIONS})"),
    (Amount.parse, "<0", "is an amount below 0: “<0” (write 0 if there was none)"),
    (
        Amount.parse,
        "between 1,000,000,000 and 1,000,000,000",
        "is not an amount: “between 1,000,000,000 and 1,000,000,000” (write it as 1000000000-1000000000)",
    ),
    (Amount.parse, f"{' ' * 40}x{' ' * 40}85", f"is not an amount: “x{' ' * 40}85” ({NOTATIONS})"),
    (Amount.parse, f"85{' ' * 38}+", f"is not an amount: “85{' ' * 38}+” ({NOTATIONS})"),
    (
        EdtfDate.parse,
        "199X/2005",
        "has an X in an interval: “199X” (leave the unknown part out, as in 2024-02)",
    ),
    (
        EdtfDate.parse,
        "2024/2024-02-05T10:00Z",
        "has a time in an interval: “2024-02-05T10:00Z” (write the ends as days)",
    ),
    (
        EdtfDate.parse,
        "2024-02-05T10:00",
        "is a date and time without an offset from UTC: “2024-02-05T10:00” (add the offset, as in "
        "2024-02-05T13:15:00Z or 2024-02-05T16:15:00+03:00, or write the day alone)",
    ),
    (
        EdtfDate.parse,
        "[2024,2025]",
        "is a set of dates, which is not supported: “[2024,2025]” "
        "(write an interval that spans them, as in 2024-02-02/2024-02-05)",
    ),
    (
        EdtfDate.parse,
        "2024-25",
        "is a part of a year that is not supported: “2024-25” "
        "(write 2024-21 for spring to 2024-24 for winter, or an interval of months)",
    ),
    (EdtfDate.parse, "Y17E7", "is a year that is not supported: “Y17E7” (write a year of four digits)"),
    (
        EdtfDate.parse,
        "1X99",
        "has an X where none can stand: “1X99” (write X for the last digits only, as in 199X or 2024-XX)",
    ),
    (parse_tag, "zzzz-zzzz", f"is not a language tag: “zzzz-zzzz” ({CODE})"),
    (parse_tag, "Farsi", "is not a language tag: “Farsi” (write it as fa)"),
    (parse_tag, "zh_hant_tw", "is not a language tag: “zh_hant_tw” (write it as zh-Hant-TW)"),
    (parse_tag, "pt_BR.utf8", "is not a language tag: “pt_BR.utf8” (write it as pt-BR)"),
    (parse_tag, "German (Austria)", "is not a language tag: “German (Austria)” (write it as de)"),
    (parse_tag, "de-1996-1996", f"is not a language tag: “de-1996-1996” ({CODE})"),
    (parse_tag, "", f"is not a language tag: “” ({CODE})"),
    (parse_text, " \n", "is empty (write some text, or leave the field out)"),
    (
        parse_text,
        " a\nb",
        "has a line break at position 3 "
        "(write it on one line; in YAML, “>-” folds lines into one, “|” keeps them)",
    ),
    (parse_text, "a\tb\tc", "has a tab, U+0009, at position 2 (write a space instead)"),
    (parse_text, "  a\x1bb", "has a control character, U+001B, at position 4 (remove it)"),
    (parse_verbatim, " a\x0cb", "has a line break, U+000C, at position 3 (remove it)"),
    (parse_text, "a\ufffe", "has a code that is no character, U+FFFE, at position 2 (remove it)"),
    (
        parse_text,
        " a\u202bb",
        f"has an unseen bidi control that is never closed, RLE (U+202B), at position 3 ({SEEN_RIGHTLY})",
    ),
    (
        parse_prose,
        "  ab\n\ncd \u2067e",
        f"has an unseen bidi control that is never closed, RLI (U+2067), at position 10 ({SEEN_RIGHTLY})",
    ),
    (
        parse_prose,
        " a\n \nb \u2069c\n\nd",
        f"has an unseen bidi control that closes nothing, PDI (U+2069), at position 8 ({SEEN_RIGHTLY})",
    ),
]


@pytest.mark.parametrize(("parser", "text", "refusal"), REFUSED)
def test_a_refusal_says_what_is_wrong_and_what_to_write(parser: Parser, text: str, refusal: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parser(text)
    assert str(fault.value) == refusal


@pytest.mark.parametrize(
    ("hint", "advice"),
    [
        ("write it as 85", "Write it as 85."),
        ("did you mean “a”?", "Did you mean “a”?"),
        ("use small letters.", "Use small letters."),
        ("", ""),
    ],
)
def test_a_hint_is_given_as_a_sentence(hint: str, advice: str) -> None:
    assert InvalidValue("is wrong", hint).advice == advice


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 59}…”"),
        ("a\x00b\u200bc\U000e0001", "“aU+0000bU+200BcU+E0001”"),
        ("باسم é", "“باسم é”"),
    ],
)
def test_what_was_written_is_shown_whole_to_60_characters_and_what_is_unseen_is_spelt_out(
    text: str, shown: str
) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse_bool(text)
    assert fault.value.message == f"is neither true nor false: {shown}"
