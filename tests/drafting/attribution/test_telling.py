"""Who speaks where a sentence alone does not say it, and that no text is too much."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.drafting.nouns import capitalnouns, smallnouns, uncasednouns
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.drafting.said_in import pack, said_in, speakers


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # A quotation alone goes on.
        ("„Der Damm hält“, sagte Roe. „Er wird auch weiter halten.“", "de", ["Roe", "Roe"]),
        ("« Le barrage tient », dit Ana Roe. « Il tiendra encore. »", "fr", ["Ana Roe", "Ana Roe"]),
        # A colon leads to it, or away from it.
        ("Roe wurde deutlich:\n„Der Damm hält nicht mehr lange.“", "de", ["Roe"]),
        ("„Der schönste Tag meines Lebens“: Klara Vidal hat gewonnen.", "de", ["Klara Vidal"]),
        ("« C’est le plus beau jour » : Clara Vidal a gagné.", "fr", ["Clara Vidal"]),
        # Two quotations of one speaker.
        ("„Der Damm hält“, sagte Roe, „und er wird weiter halten.“", "de", ["Roe"]),
        ("„Der Damm hält“ und „Alles ist gut“, sagte Roe.", "de", ["Roe"]),
        # The sentence behind tells of somebody.
        ("« J’ai tout perdu en une nuit. » Fatou Ndiaye regarde sa maison.", "fr", ["Fatou Ndiaye"]),
        # Reported words go on.
        ("Roe sagte, der Damm halte. Er sei „so sicher wie nie zuvor“.", "de", ["Roe", "Roe"]),
        ("« Le barrage tient », dit Ana Roe. Et d’ajouter : « Il tiendra. »", "fr", ["Ana Roe", "Ana Roe"]),
        ("Roe prüfte den Damm. Ihrer Ansicht nach ist er „so sicher wie nie“.", "de", [""]),
    ],
)
def test_who_goes_on(text: str, language: str, expected: list[str]) -> None:
    assert [who for _, who in speakers(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Film „Die leere Klasse“ läuft am Samstag.", "de"),
        ("Le film « La Classe vide » sera projeté samedi.", "fr"),
        ("ويعرض فيلم «الصف الفارغ» السبت.", "ar"),
        ("Roe fuhr mit dem „Blitz“ nach Norland.", "de"),
    ],
)
def test_a_title_is_nobodys_words(text: str, language: str) -> None:
    assert [one for one in said_in(text, language) if one.speaker] == []


def test_who_is_not_found_is_left_open() -> None:
    (said,) = said_in("„Der Damm hält nicht mehr lange.“", "de")
    assert said.speaker is None
    assert said.basis is Basis.NOT_FOUND


def test_nobody_goes_on_two_paragraphs_further() -> None:
    text = (
        "„Der Damm hält“, sagte Roe.\nEs regnet seit Tagen.\nDie Sonne scheint.\n„Er hält nicht mehr lange.“"
    )
    assert [who for _, who in speakers(text, "de")] == ["Roe", ""]


_WORDS = {
    "de": (
        "Roe sagte „ “ , : . der die Sprecher der Regierung teilte mit laut zufolge wie dass hat gesagt von "
        "und so nach er in"
    ),
    "fr": (
        "Roe a dit « » , : . le la porte-parole du l’agence selon qui que et a-t-il d’après "
        "pour ministre lundi de"
    ),
    "ar": (
        "قال وقال الوزير « » ، : . إن أن المتحدث باسم الحكومة العوادي بحسب في عن قوله قد كان وأضاف "
        "لدى رئيس محمد"
    ),
}


@given(st.sampled_from(sorted(_WORDS)), st.data())
@settings(max_examples=150)
def test_any_text_is_read_and_each_quotation_is_exact(language: str, data: Any) -> None:
    words = st.one_of(st.sampled_from(_WORDS[language].split()), st.text(max_size=4))
    text = " ".join(data.draw(st.lists(words, max_size=40)))
    said = said_in(text, language)
    spans = SourceText(text).quotations
    quoted = [token for one in said for token in one.quoted]
    assert all(text[token.start : token.end] == token.text for token in quoted)
    assert all(any(start <= token.start and token.end <= end for start, end in spans) for token in quoted)
    assert [(token.start, token.end) for token in quoted] == sorted(
        {(token.start, token.end) for token in quoted}
    )
    assert [(one.basis, one.quoted) for one in said_in(text, language)] == [
        (one.basis, one.quoted) for one in said
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "module", "unit"),
    [
        ("de", capitalnouns, "Roe in der Stadt sagte der Sprecher der Regierung , „so“ "),
        ("de", capitalnouns, "der Sprecher in Stadt in Stadt und der "),
        ("fr", smallnouns, "le porte-parole de la de la en France , a dit « oui » "),
        ("fr", smallnouns, "le le l’ s’ a dit en en en "),
        ("ar", uncasednouns, "قال رئيس في رئيس لدى رئيس «نعم» "),
        ("ar", uncasednouns, "قد كان أيضا باسم "),
    ],
)
def test_the_steps_grow_with_the_length_of_the_text(
    language: str, module: Any, unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    read = module.phrase_at

    def counted(*args: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        return read(*args, **named)

    monkeypatch.setattr(module, "phrase_at", counted)
    monkeypatch.setattr("mkdocs_dossier.drafting.verbs.verbfirst.phrase_at", counted)
    counts = []
    for size in (100, 200, 400):
        calls = 0
        said_in(unit * size, language)
        counts.append(calls)
    assert pack(language).grammar is not None
    assert all(more <= 2.2 * less + 200 for less, more in pairwise(counts))
