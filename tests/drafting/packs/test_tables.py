"""The tables of words: found by the language of a text, and complete."""

from dataclasses import fields

import pytest

from mkdocs_dossier.drafting.packs.grammar import VerbFirst
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.packs.tables import pack_of

_LANGUAGES = ("ar", "de", "en", "fr")


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_table_is_found_by_the_primary_subtag(language: str) -> None:
    found = pack_of(f"{language.upper()}-x-test")
    assert found is not None
    assert found.language == language
    assert found is pack_of(language)


@pytest.mark.parametrize("language", ["sv", "", "deu", "english"])
def test_there_is_no_table_for_other_languages(language: str) -> None:
    assert pack_of(language) is None


@pytest.mark.parametrize("language", _LANGUAGES)
def test_each_field_that_every_language_has_is_filled(language: str) -> None:
    pack = pack_of(language)
    assert pack is not None
    needed = [field.name for field in fields(Pack) if field.default is field.default_factory]
    assert {"verbs", "weekdays", "months", "pronouns", "given"} <= set(needed)
    assert [name for name in needed if getattr(pack, name) in (None, "", frozenset(), {}, ())] == []


@pytest.mark.parametrize("language", ["ar", "de", "fr"])
def test_each_field_of_a_grammar_is_filled(language: str) -> None:
    pack = pack_of(language)
    assert pack is not None
    grammar = pack.grammar
    assert grammar is not None
    # German has no small words between a subject and its verb, French no article that a subject has not.
    empty = {field.name for field in fields(grammar) if not getattr(grammar, field.name)}
    assert empty <= {"de": {"clitics"}, "fr": {"oblique"}, "ar": set()}[language]


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_days_and_months_are_whole(language: str) -> None:
    pack = pack_of(language)
    assert pack is not None
    assert set(pack.weekdays.values()) == set(range(7))
    assert set(pack.months.values()) == set(range(1, 13))
    assert {0, -1} <= set(pack.relative_days.values())


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_words_are_as_the_words_of_a_text_are_folded(language: str) -> None:
    pack = pack_of(language)
    assert pack is not None
    words = {*pack.verbs, *pack.posts, *pack.weekdays, *pack.months, *pack.prepositions}
    assert [word for word in words if word != word.lower()] == []
    assert isinstance(pack.grammar, VerbFirst) or not any("أ" in word or "ة" in word for word in words)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", "sagte sagten gesagt teilte mitteilte mitgeteilt antwortete bestätigt forderte"),
        ("fr", "annonce annoncent annonçait jugeait déclara"),
        ("ar", "قال قالت اضاف اضافت يضيف تقول نفت دعت يرى ترى اتهمه"),
    ],
)
def test_verbs_have_their_forms(language: str, forms: str) -> None:
    pack = pack_of(language)
    assert pack is not None
    split = getattr(pack.grammar, "split", {})
    assert [form for form in forms.split() if form not in pack.verbs and form not in split] == []
