"""The spellings that a name is found by."""

import unicodedata

import pytest
from hypothesis import given

from mkdocs_dossier.text.spellings import spellings
from tests.rendering import hostile_text


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("John Kirby", []),
        ("Basīm al-ʿAwādī", ["Basim al-Awadi"]),
        ("Chargé d’affaires", ["Charge d'affaires", "Charge daffaires"]),
        ("باسم العوادي", ["باسم عوادي"]),
        ("مُحَمَّد", ["محمد"]),
        ("أحمد إبراهيم", ["احمد ابراهيم"]),
        ("Зеленський", ["Zelens'kiy", "Zelenskiy"]),
        ("習近平", ["XiJinPing"]),
        ("שָׁלוֹם", ["שלום"]),
        ("Łódź", ["Lodz"]),
        ("Straße", ["Strasse"]),
    ],
)
def test_a_name_is_found_without_its_marks_and_in_latin(name: str, found: list[str]) -> None:
    written = spellings([name])
    assert written[0] == name
    assert set(found) <= set(written), written


def test_each_spelling_stands_once_and_the_order_is_that_of_the_names() -> None:
    assert spellings(["Ada", "Ada", "Éda", "Eda", "Ada"]) == ("Ada", "Éda", "Eda")


@given(hostile_text)
def test_spellings_are_the_same_for_either_unicode_form_and_never_blank(name: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    assert set(spellings([composed])[1:]) <= set(spellings([composed, decomposed]))
    assert all(spelling.strip() == spelling != "" for spelling in spellings([name]))
