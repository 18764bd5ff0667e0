"""Ids, addresses, numbers on the globe, words out of a set, and hints by likeness."""

import time
from collections.abc import Callable
from itertools import islice, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.values.choices import parse_bool, parse_choice
from mkdocs_dossier.values.coordinates import parse_latitude, parse_longitude
from mkdocs_dossier.values.ids import parse_id, parse_sha256, parse_wikidata, slugged
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.urls import parse_url


def hint_of(parser: Callable[..., object], text: str, *rest: object) -> str:
    with pytest.raises(InvalidValue) as fault:
        parser(text, *rest)
    return fault.value.hint


@pytest.mark.parametrize("text", ["a", "0", "us-drone-strike-2", "a" * 80])
def test_an_id_is_read(text: str) -> None:
    assert parse_id(f"{text}\n") == text


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Bassim Al-Awadi", "bassim-al-awadi"),
        ("us_strike", "us-strike"),
        ("-a--b-", "a-b"),
        ("Ünal", "unal"),
        ("باسم", "bsm"),
        ("L'Orient", "lorient"),
    ],
)
def test_what_is_no_id_is_refused_with_one(text: str, slug: str) -> None:
    assert hint_of(parse_id, text) == f"write it as {slug}"


@pytest.mark.parametrize("text", ["", "-", "…", "a" * 81])
def test_an_id_has_letters_and_at_most_80_characters(text: str) -> None:
    assert hint_of(parse_id, text)


@given(st.text())
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    slug = slugged(text)
    assert slug == "" or parse_id(slug) == slug


URLS = [
    "https://example.org",
    "http://example.org:8080/a/b.html?c=d&e=%20#f",
    "HTTPS://Example.org/",
    "https://ar.wikipedia.org/wiki/بغداد",
    "http://[2001:db8::1]:80/x",
    "http://192.0.2.1/",
]


@pytest.mark.parametrize("url", URLS)
def test_a_web_address_is_kept_as_written(url: str) -> None:
    assert parse_url(f" {url}\n") == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "mailto:a@example.org",
        "ftp://example.org/",
        "//example.org/a",
        "/a",
        "http:",
        "http://",
        "http:///x",
        "http:/example.org",
        "https:example.org",
        "http://?q",
        "http://.",
        "http://a..b/",
        "http://user:pass@example.org/",
        "http://user@example.org/",
        "http://example.org:99999/",
        "http://example.org:a/",
        "http://[::1",
        "http://[::g]/",
        "http://[v1.a]/",
        "http://[fe80::1%25eth0]/",
        "http://\u2100.com/",
        "http://a\\@example.org/",
        "http://exa mple.org/",
        "https://example.org/<b>",
        'https://example.org/"x',
        "https://example.org/\x00",
        "https://example.org/\u202etxt",
        "https://example.org/\u200bx",
        "https://%65xample.org/",
    ],
)
def test_what_is_no_safe_web_address_is_refused(text: str) -> None:
    assert hint_of(parse_url, text)


def test_a_bare_address_is_refused_with_the_whole_one() -> None:
    assert hint_of(parse_url, "www.example.org/a") == "write it as https://www.example.org/a"
    assert hint_of(parse_url, "//example.org/a") == "write it as https://example.org/a"


@given(st.one_of(st.text(), st.text("htps:/[]@.%a1 ", max_size=20).map("http://{}".format)))
def test_any_text_is_an_address_or_an_invalid_value(text: str) -> None:
    try:
        url = parse_url(text)
    except InvalidValue:
        return
    assert url.lower().startswith(("http://", "https://"))


def test_a_digest_is_read_in_small_letters() -> None:
    assert parse_sha256("AB" * 32) == "ab" * 32


@pytest.mark.parametrize("text", ["", "ab" * 31, "ab" * 33, "zz" * 32, "sha256:" + "ab" * 32])
def test_what_is_no_digest_is_refused_with_its_length(text: str) -> None:
    assert hint_of(parse_sha256, text).endswith(f"these are {len(text)} characters")


def test_a_wikidata_id_is_read_and_found_in_an_address() -> None:
    assert parse_wikidata("Q796") == "Q796"
    assert hint_of(parse_wikidata, "https://www.wikidata.org/wiki/Q796#P31") == "write it as Q796"
    assert hint_of(parse_wikidata, "q796") == "write it as Q796"
    assert hint_of(parse_wikidata, "Q0796") == "write the item's id, e.g. Q796"


@pytest.mark.parametrize(
    ("text", "degrees"), [("33.3152", 33.3152), ("-90", -90.0), ("+5", 5.0), ("−1.5", -1.5)]
)
def test_decimal_degrees_are_read(text: str, degrees: float) -> None:
    assert parse_latitude(text) == degrees


def test_there_is_one_zero() -> None:
    assert str(parse_longitude("-0.0")) == "0.0"


@pytest.mark.parametrize(
    ("parser", "text", "hint"),
    [
        (parse_latitude, "36°11′N", "write it as 36.183333"),
        (parse_latitude, "36°11'28\"S", "write it as -36.191111"),
        (parse_longitude, "44° 22′ W", "write it as -44.366667"),
        (parse_longitude, "36°11′N", "write decimal degrees, e.g. 33.3152"),
        (parse_latitude, "33,5", "write it as 33.5"),
        (parse_latitude, "33.5 N", "write it as 33.5"),
        (parse_latitude, "nan", "write decimal degrees, e.g. 33.3152"),
        (parse_latitude, "1e1", "write decimal degrees, e.g. 33.3152"),
        (parse_latitude, "91", "latitude and longitude may be the wrong way round"),
        (parse_latitude, "181", ""),
        (parse_longitude, "-180.01", ""),
    ],
)
def test_what_is_no_degree_is_refused(parser: Callable[[str], float], text: str, hint: str) -> None:
    assert hint_of(parser, text) == hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("yes", "write it as true"),
        ("No", "write it as false"),
        ("True", "write it as true"),
        ("on", "write it as true"),
        ("", "write “true” or “false”"),
    ],
)
def test_only_two_words_are_true_and_false(text: str, hint: str) -> None:
    assert (parse_bool("true"), parse_bool("false")) == (True, False)
    assert hint_of(parse_bool, text) == hint


def test_a_choice_is_one_of_its_set_or_refused_with_the_nearest() -> None:
    kinds = ("person", "organisation", "state")
    assert parse_choice("person ", kinds) == "person"
    assert hint_of(parse_choice, "organization", kinds).startswith("did you mean “organisation”?")
    assert hint_of(parse_choice, "zzz", kinds) == "write one of: person, organisation, state"


def test_the_nearest_name_is_found_whatever_the_order() -> None:
    names = ["passage", "quote", "summary", "speaker"]
    for order in permutations(names):
        assert nearest("pasage", order) == "passage"
        assert nearest("SPEAKER", order) == "speaker"
        assert nearest("xyz", order) is None
        assert nearest("", order) is None


def test_the_nearest_of_ten_thousand_is_found_quickly() -> None:
    words = ["us", "drone", "iraq", "tower", "militia", "strike", "informed", "before", "denies", "22"]
    names = ["-".join(four) for four in islice(product(words, repeat=4), 10_000)]
    wanted = names[4321]
    typo = wanted[:3] + wanted[4:]
    start = time.process_time()
    assert nearest(typo, names) == wanted
    assert time.process_time() - start < 0.2  # about 0.02 s on an idle machine
