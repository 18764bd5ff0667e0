"""What is read in a whole text: the project's own article, and what no text may do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.analysis import analyse
from mkdocs_dossier.drafting.content.readout import Analysis
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.packs.tables import pack_of
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.drafting.counted_calls import calls_of
from tests.support import ROOT

ARTICLE = (ROOT / "seeds/rudaw/rudaw-2024-02-05.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def article() -> Analysis:
    return analyse(SourceText(ARTICLE), date(2024, 2, 5), PACK)


def test_the_speakers_of_all_quotations_of_the_article_are_right(article: Analysis) -> None:
    said = {
        ARTICLE[slice(*quote)][:24]: article.parties[one.speaker].name if one.speaker is not None else ""
        for one in article.utterances
        for quote in one.quotes
    }
    assert said == {
        "Iraq, like every country": "Vedant Patel",
        "informed": "John Kirby",
        "prior": "John Kirby",
        "The American side then d": "Basim al-Awadi",
        "American aggression that": "Iraq’s foreign ministry",
        "Our colleagues at the Pe": "Vedant Patel",
        "these targets were caref": "Vedant Patel",
        "some of those allegation": "Vedant Patel",
    }


def test_no_day_of_the_article_is_wrong(article: Analysis) -> None:
    said = {
        (article.parties[one.speaker].name if one.speaker is not None else "", one.day.day.isoformat())
        for one in article.utterances
        if one.day
    }
    assert {("Vedant Patel", "2024-02-05"), ("Basim al-Awadi", "2024-02-03")} <= said
    assert {day for _, day in said} <= {"2024-02-05", "2024-02-03"}
    assert {(one.kind, one.day.day.isoformat()) for one in article.happenings if one.day} == {
        ("airstrike", "2024-02-02"),
        ("press-briefing", "2024-02-05"),
    }


def test_most_actors_that_a_person_wrote_are_read_too(article: Analysis) -> None:
    found = {name.lower() for one in article.parties for name in (one.name, *one.names)}
    by_hand = """
        Vedant Patel; John Kirby; Basim al-Awadi; David Burger; Diyar Kurda; United States; Iraq; Israel
        US State Department; US National Security Council; US Embassy in Baghdad; Pentagon; American troops
        Iraqi government; Iraq’s foreign ministry; Iraqi army; Popular Mobilization Forces; PMF
        Iran-aligned militia groups; Islamic Resistance in Iraq; IRGC
        Islamic Revolutionary Guard Corps-Quds Force
    """
    wanted = {
        name.strip().lower() for line in by_hand.splitlines() for name in line.split(";") if name.strip()
    }
    assert wanted - found == set()


def test_the_posts_of_those_who_speak_are_read(article: Analysis) -> None:
    posts = {(one.name, post.title, post.at, post.speaks) for one in article.parties for post in one.posts}
    assert ("Vedant Patel", "Principal Deputy Spokesperson", "US State Department", True) in posts
    assert ("John Kirby", "spokesman", "US National Security Council", True) in posts
    assert ("Basim al-Awadi", "spokesperson", "Iraqi government", True) in posts
    assert ("David Burger", "charge d’affaires", "US Embassy in Baghdad", False) in posts


def test_a_long_quotation_without_a_speaker_is_kept_and_a_short_one_is_not() -> None:
    long = analyse(
        SourceText("The sign there read nothing.\n“Nobody was told before the storm.”"), None, PACK
    )
    assert [(one.speaker, one.basis) for one in long.utterances if one.quotes] == [(None, Basis.NOT_FOUND)]
    short = analyse(SourceText("It rained.\n“Nobody.”"), None, PACK)
    assert short.utterances == ()


def test_what_goes_on_in_one_paragraph_is_one_utterance() -> None:
    text = "“It is so, and everybody knows,” Roe said. “Nobody was told.”\n“It will be so.”"
    found = analyse(SourceText(text), None, PACK)
    assert [[text[slice(*quote)] for quote in one.quotes] for one in found.utterances] == [
        ["It is so, and everybody knows", "Nobody was told."],
        ["It will be so."],
    ]


def test_somebody_without_a_name_is_anonymous() -> None:
    found = analyse(SourceText("“It is so, and everybody knows,” a US official said."), None, PACK)
    assert [(one.name, one.kind) for one in found.parties if one.kind is not ActorKind.STATE] == [
        ("a US official", ActorKind.ANONYMOUS)
    ]


WORDS = [
    *[
        "Ana",
        "Roe’s",
        "said",
        "told",
        "“",
        "”",
        '"',
        "'",
        "„",
        "“",
        ",",
        ".",
        ":",
        ";",
        "(",
        ")",
        "—",
        "-",
        "\n",
        "the",
        "of",
        "spokesman",
        "who",
        "Monday",
        "he",
        "“No.”",
        "it’s",
        "US",
        "قال",
        "،",
    ],
    "\n\n",
]


@given(st.sampled_from(["en", "de", "fr", "ar"]), st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_words_are_read_and_all_spans_stand_in_the_text(language: str, words: list[str]) -> None:
    hold(language, " ".join(words))


@given(st.sampled_from(["en", "de", "fr", "ar"]), st.text(max_size=300))
def test_any_text_is_read(language: str, text: str) -> None:
    hold(language, text)


def hold(language: str, text: str) -> None:
    pack = pack_of(language)
    assert pack is not None
    found = analyse(SourceText(text), date(2024, 2, 5), pack)
    assert found == analyse(SourceText(text), date(2024, 2, 5), pack)
    for one in found.utterances:
        assert one.speaker is None or 0 <= one.speaker < len(found.parties)
        assert (one.speaker is None) == (one.basis is Basis.NOT_FOUND)
        for start, end in (*one.quotes, one.passage):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
        assert all(one.passage[0] <= start and end <= one.passage[1] for start, end in one.quotes)


ENDLESS = {
    "days": "Roe said on Monday ",
    "events on days": "attack on Monday ",
    "quotations": "“a b c d e,” Roe said, ",
    "reports": "Roe said that it is so and ",
    "denials": "Roe denied that the bridge was closed and ",
    "sentences": "Mr. Roe left. He said so. ",
    "bodies": "The Poe ministry met. ",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", ENDLESS.values(), ids=list(ENDLESS))
def test_a_text_twice_as_long_takes_twice_the_work(piece: str) -> None:
    short, long = (SourceText(piece * number) for number in (300, 600))
    once = calls_of(lambda: analyse(short, date(2024, 2, 5), PACK))
    assert calls_of(lambda: analyse(long, date(2024, 2, 5), PACK)) < 2.4 * once


def test_of_a_sentence_without_end_each_utterance_has_a_part() -> None:
    text = "“a b c d e,” Roe said, " * 500 + f"“{'a b c d ' * 500}” Poe said."
    found = analyse(SourceText(text), None, PACK)
    assert len(found.utterances) > 400
    for one in found.utterances:
        (start, end), quoted = one.passage, sum(last - first for first, last in one.quotes)
        assert end - start < 2000 + quoted
        assert all(start <= first and last <= end for first, last in one.quotes)
