"""Amounts: what each notation spans, and which two cannot both be true."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.invalid import InvalidValue

parse = Amount.parse


def maybe(number: str | None) -> Decimal | None:
    return None if number is None else Decimal(number)


@pytest.mark.parametrize(
    ("text", "span", "ends_open", "numbers"),
    [
        ("85", ("85", "85"), (False, False), ["85"]),
        ("014", ("14", "14"), (False, False), ["14"]),
        ("1.5", ("1.5", "1.5"), (False, False), ["1.5"]),
        (">85", ("85", None), (True, False), ["85"]),
        (">=16", ("16", None), (False, False), ["16"]),
        ("<40", (None, "40"), (False, True), ["40"]),
        ("<=40", (None, "40"), (False, False), ["40"]),
        ("16-20", ("16", "20"), (False, False), ["16", "20"]),
        ("~30", ("22.5", "37.5"), (False, False), ["30"]),
    ],
)
def test_an_amount_spans_what_its_notation_says(
    text: str, span: tuple[str | None, str | None], ends_open: tuple[bool, bool], numbers: list[str]
) -> None:
    found = parse(f" {text}\n")
    assert found.text == text
    assert (found.low, found.high) == (maybe(span[0]), maybe(span[1]))
    assert (found.low_open, found.high_open) == ends_open
    assert found.about is (text == "~30")
    assert found.numbers == tuple(map(Decimal, numbers))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("16–20", "16-20"),
        ("20-16", "16-20"),
        ("1,200", "1200"),
        ("1.200.000", "1200000"),
        ("1 200 – 1 500", "1200-1500"),
        ("1’200", "1200"),
        ("1,5", "1.5"),
        ("> 85", ">85"),
        ("≥16", ">=16"),
        ("85+", ">=85"),
        ("more than 85", ">85"),
        ("No fewer than 16", ">=16"),
        ("less than 40", "<40"),
        ("up to 40", "<=40"),
        ("no more than 1,200", "<=1200"),
        ("about 30", "~30"),
        ("between 16 and 20", "16-20"),
        ("٣٠", "30"),
    ],
)
def test_another_notation_is_refused_with_the_one_to_write(text: str, meant: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse(text)
    assert fault.value.hint == f"write it as {meant}"
    assert parse(meant).text == meant


@pytest.mark.parametrize(
    "text", ["", "dozen", "-5", "20%", "1e3", "NaN", "Infinity", "<0", "1" * 16, "5-", "1_0"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse(text)


@pytest.mark.parametrize(
    ("word", "least"),
    [
        ("several", "3"),
        ("dozens", "24"),
        ("scores", "40"),
        ("hundreds", "200"),
        ("thousands", "2000"),
        ("tens of thousands", "20000"),
        ("millions", "2000000"),
    ],
)
def test_a_word_is_read_as_at_least_the_number_that_it_must_mean(word: str, least: str) -> None:
    for written in (word, word.upper(), word.replace(" ", "  ")):
        found = parse(f" {written}\n")
        assert (found.text, found.word, found.numbers) == (written, word, ())
        assert (found.low, found.high, found.about) == (Decimal(least), None, False)
        assert found.can_both_be_true(parse(least))
        assert not found.can_both_be_true(parse(f"<{least}"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (">dozens", "dozens"),
        ("~hundreds", "hundreds"),
        ("at least several", "several"),
        ("many Thousands", "thousands"),
        ("dozens of people", "dozens"),
        ("thousands+", "thousands"),
        ("tens of thousand", "tens of thousands"),
        ("ten of thousands", "tens of thousands"),
        ("tens of thousands of people", "tens of thousands"),
        ("thousends", "thousands"),
        ("severals", "several"),
        ("sevral", "several"),
    ],
)
def test_a_word_that_was_nearly_written_is_offered(text: str, meant: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse(text)
    assert fault.value.hint == f"write it as {meant}"


@pytest.mark.parametrize(
    "text", ["dozen", "a dozen", "two dozens", "ten thousand", "a hundred", "a few", "> " * 30 + "dozens"]
)
def test_no_word_is_offered_for_what_says_a_number(text: str) -> None:
    with pytest.raises(InvalidValue) as fault:
        parse(text)
    assert fault.value.hint.startswith("write 85,")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (">85", "85", False),
        (">85", "86", True),
        (">85", "<86", False),
        (">85", "<87", True),
        (">=85", "<=85", True),
        (">85.0", "<86", True),
        ("16-20", "20-25", True),
        ("16-20", ">20", False),
        ("16-20", "18", True),
        ("<1", ">0", False),
        ("<1", "0", True),
        ("<0.5", ">=0.5", False),
        (">16", ">=40", True),
        ("<16", "<=40", True),
        ("~30", "37", True),
        ("~30", "38", False),
        ("~30", "~20", True),
        ("~30", "~10", False),
        ("dozens", "23", False),
        ("dozens", "hundreds", True),
        ("hundreds", "16-199", False),
        ("several", "2.5", False),
    ],
)
def test_amounts_conflict_where_no_number_is_in_both(one: str, other: str, expected: bool) -> None:
    assert parse(one).can_both_be_true(parse(other)) is expected
    assert parse(other).can_both_be_true(parse(one)) is expected


COUNTS = st.integers(0, 30)
NOTATIONS = st.sampled_from(["{}", ">{}", ">={}", "<={}", "~{}"])
AMOUNTS = st.one_of(
    st.builds(str.format, NOTATIONS, COUNTS),
    st.integers(1, 30).map("<{}".format),
    st.tuples(COUNTS, COUNTS).map(lambda ends: f"{min(ends)}-{max(ends)}"),
).map(parse)


def holds(amount: Amount, count: int) -> bool:
    above = amount.low is None or (count > amount.low if amount.low_open else count >= amount.low)
    below = amount.high is None or (count < amount.high if amount.high_open else count <= amount.high)
    return above and below


@given(AMOUNTS, AMOUNTS)
def test_counts_agree_exactly_where_some_count_is_in_both(one: Amount, other: Amount) -> None:
    shared = any(holds(one, count) and holds(other, count) for count in range(100))
    assert one.can_both_be_true(other) is shared


@given(st.one_of(st.text(), st.text("0123456789.,-–<>=~ +", max_size=12)))
def test_any_text_is_an_amount_or_an_invalid_value(text: str) -> None:
    try:
        found = parse(text)
    except InvalidValue as fault:
        assert fault.message and fault.hint
    else:
        assert found.can_both_be_true(found)
