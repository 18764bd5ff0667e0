"""Which hyphens and dashes belong to a word or number, so that no quotation begins or ends beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.hyphens import parts_number, parts_prefix
from mkdocs_dossier.quotes.prefixes import TURNING

HYPHENS = ["-", "\u2010", "\u2011", "\u2012", "–", "−", "\ufe58", "\ufe63", "－", "\u05be"]

PREFIXES = {
    # Whether a cut at `|` parts a prefix from its word.
    "five non-|combatants": True,
    "five non|-combatants": True,
    "five |non-combatants": False,
    "five non-c|ombatants": False,
    "NON-|COMBATANTS": True,
    "Ex-|minister": True,
    "l’ex-|ministre": True,
    "die Nicht-|Einigung": True,
    "ein Möchtegern-|Minister": True,
    "ein Mo\u0308chtegern-|Minister": True,
    "не-|граждане": True,
    "a vice-|president": True,
    "under-|18s": True,
    "a cease-|fire": True,
    "anti\u00ad-|tank": True,
    "a non-|A": True,
    "a superextraordinaryanti-|tank": False,
    # Other first parts leave the word as it is.
    "US-|led": False,
    "pro-|Iran": False,
    "co-|operate": False,
    "al-|Awadi": False,
    "anon-|combatants": False,
    "a pre-|notification": False,
    # An acronym is no prefix.
    "UN-|led talks": False,
    "UN-|LED TALKS": True,
    "un-|elected": True,
    "Un-|elected": True,
    "NON-|COMBATANT": True,
    # Nor is a word before a dash that is punctuation.
    "He said no—|we left": False,
    "He said no – |we left": False,
    "He said no –| we left": False,
    "non- |combatants": False,
    "non-|": False,
    "|-a": False,
    "-|a": False,
    "x": False,
}


@pytest.mark.parametrize(("written", "parts"), PREFIXES.items())
def test_a_prefix_that_turns_a_word_belongs_to_it(written: str, parts: bool) -> None:
    before, _, after = written.partition("|")
    assert parts_prefix(before + after, len(before)) is parts


NUMBERS = {
    # Whether a cut at `|` parts a number from its minus, or goes through a range.
    "at −|5 degrees": True,
    "at -|5 degrees": True,
    "at |-5 degrees": False,
    "-|5": True,
    "(-|5)": True,
    "x−|5": True,
    "−|$5": True,
    "10|–15": True,
    "10–|15": True,
    "10—|15": True,
    "10~|15": True,
    "$10|–$15": True,
    "$10–|$15": True,
    "5%|-10%": True,
    "2024-|02-05": True,
    "1–|5": True,
    "1|–5": True,
    "−|5 x": True,
    "5€|–10€": True,
    "5 %–|10": False,
    "x%–|10": False,
    "x€–|10": False,
    "€–|x": False,
    "١٠–|١٥": True,
    "we won – |5 of us": False,
    "we won –| 5 of us": False,
    "we won—|5 of us": False,
    "we won –|5 of us": True,
    "we won --|5 of us": False,
    "“No”–|5 said": False,
    "10 – |15": False,
    "COVID-|19": False,
    "COVID|-19": False,
    "a 10|-year war": False,
    "a 10-|year war": False,
    "5 %|": False,
    "%|-5": False,
    "10|-": False,
    "-|": False,
    "5|": False,
}


@pytest.mark.parametrize(("written", "parts"), NUMBERS.items())
def test_a_minus_and_a_range_belong_to_their_numbers(written: str, parts: bool) -> None:
    before, after = written.split("|")
    assert parts_number(before + after, len(before)) is parts


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_all_hyphens_are_one(hyphen: str) -> None:
    assert parts_prefix(f"non{hyphen}combatants", 4)
    assert parts_number(f"10{hyphen}15", 3)
    assert parts_number(f" {hyphen}15", 2)


@given(st.sampled_from(sorted(TURNING)), st.sampled_from(HYPHENS))
def test_every_prefix_of_the_table_is_whole_on_both_sides_of_its_hyphen(prefix: str, hyphen: str) -> None:
    text = f"so {prefix}{hyphen}abc"
    parted = [at for at in range(len(text) + 1) if parts_prefix(text, at)]
    assert parted == [text.index(hyphen), text.index(hyphen) + 1]
