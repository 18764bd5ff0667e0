"""After which letters of an Arabic word a quotation may begin, and only where they are no part of it."""

import pytest

from mkdocs_dossier.quotes.proclitics import arabic_words
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find, may_start

PLACES = {
    # Whether a quotation may begin where `|` stands.
    "و|الحكومة": True,
    "ف|الحكومة": True,
    "ب|الحكومة": True,
    "ك|الحكومة": True,
    "وب|الحكومة": True,
    "م|الحكومة": False,
    # Without the article, the word has to stand in the text.
    "و|كتبوا": False,
    "كتبوا و|كتبوا": True,
    "كَتَبوا و|كتبوا": True,
    "كتبوا وَ|كتبوا": True,
    "كتبوا، ل|كتبوا": True,
    "كتبوا، فل|كتبوا": True,
    "كتبوا، لف|كتبوا": False,
    "مكتبوا و|كتبوا": False,
    "كتبوا و\u00ad|كتبوا": True,
    # The same letters begin other words.
    "و|لد": False,
    "لد و|لد": False,
    "و|الد": False,
    "و|الدم": True,
    "ف|تاة": False,
    "تاة ف|تاة": True,
    "ك|تاب": False,
    "ب|يان": False,
    # After the article too.
    "ال|حكومة": False,
    "حكومة ال|حكومة": True,
    "حكومة لل|حكومة": True,
    "حكومة ولل|حكومة": True,
    "حكومة وبال|حكومة": True,
    "حكومة لال|حكومة": False,
    "ال|التزام": False,
    "ب|التزام": True,
    # What will be, before a verb.
    "س|يقول": False,
    "يقول س|يقول": True,
    "قوله س|قوله": False,
    "س|الم": False,
    "س|المين": False,
}


@pytest.mark.parametrize(("written", "allowed"), PLACES.items())
def test_a_quotation_begins_after_a_proclitic_only_where_a_word_follows(written: str, allowed: bool) -> None:
    before, after = written.split("|")
    assert may_start(SourceText(before + after), len(before)) is allowed


def test_words_are_found_after_a_proclitic_where_they_stand_elsewhere_too() -> None:
    text = "قال إن حكومة جديدة وحكومة قديمة، وولد له ولد"
    assert [match.start for match in find(SourceText(text), "حكومة")] == [7, 20]
    assert find(SourceText(text), "ولد")[0].start == text.index("وولد") + 1
    assert find(SourceText(text), "لد") == []


def test_no_word_is_longer_than_forty_letters() -> None:
    for length, allowed in ((40, True), (41, False)):
        word = "ال" + "م" * (length - 2)
        assert may_start(SourceText(f"و{word}"), 1) is allowed


def test_the_words_of_a_text_are_taken_whole_and_without_marks() -> None:
    assert arabic_words("قَالَ: «لا»، abc ١٢ وقال؟ می\u200cخواهم. السعودية۔") == {
        *("قال", "لا", "١٢", "وقال", "میخواهم", "السعودية")
    }
    assert arabic_words("no such words") == frozenset()
