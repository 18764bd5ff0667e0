"""The names in a text: where they begin and end, and what their words show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.cast.mention import Mention, Sort
from mkdocs_dossier.drafting.cast.mentioned import mentioned
from mkdocs_dossier.drafting.cast.people import shown
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText


def found(text: str) -> list[Mention]:
    return list(mentioned(sentences(SourceText(text), PACK), PACK))


def names(text: str) -> list[str]:
    return [shown(one.words) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Ana Roe met Jo van der Berg.", ["Ana Roe", "Jo van der Berg"]),
        (
            "The Iraqi security forces met the U.S. Embassy in Baghdad.",
            ["Iraqi security forces", "U.S. Embassy in Baghdad"],
        ),
        ("Norland’s foreign ministry was told.", ["Norland", "Norland’s foreign ministry"]),
        ("However, they met on Monday.", []),
        ("“Ana Roe did it,” he said.", []),
        ("US officials met us there.", ["US"]),
        ("Minister Says Bridge Was Closed After Long Debate", []),
    ],
)
def test_names_are_found_outside_quotations(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "at"),
    [
        (
            "US State Department Principal Deputy Spokesperson Vedant Patel spoke.",
            "Principal Deputy Spokesperson",
            "US State Department",
        ),
        ("Norland Security Council spokesman John Poe spoke.", "spokesman", "Norland Security Council"),
        ("The Norland government spokesperson Basim al-Poe spoke.", "spokesperson", "Norland government"),
        (
            "They met the chargé d’affaires of the Norland Embassy in Sahl, David Poe.",
            "chargé d’affaires",
            "Norland Embassy in Sahl",
        ),
        ("They met President Ana Roe.", "President", ""),
    ],
)
def test_a_person_has_the_post_and_the_body_beside_the_name(text: str, title: str, at: str) -> None:
    person = next(one for one in found(text) if one.sort is Sort.PERSON)
    assert shown(person.part(person.title)) == title
    assert shown(person.part(person.at)) == at


def test_the_name_of_an_office_is_no_part_of_the_persons() -> None:
    assert "John Kerry" in names("They met Secretary of State John Kerry there.")


def test_a_bracket_abbreviates_the_name_before_it() -> None:
    short = found("They met the Popular Guard Forces (PGF) there.")[0].short
    assert short is not None
    assert short.text == "PGF"
    assert found("They met the Popular Guard Forces (as always) there.")[0].short is None


@given(
    st.lists(
        st.sampled_from(
            ["Ana", "Roe", "’s", "of", "the", "Ministry", ",", "said", "“Hm”", "(", ")", "US", "."]
        ),
        max_size=30,
    )
)
def test_names_are_in_order_and_do_not_run_over_their_sentence(words: list[str]) -> None:
    mentions = found(" ".join(words))
    starts = [(one.sentence.index, one.start) for one in mentions]
    assert starts == sorted(starts)
    assert all(one.words and one.end <= len(one.sentence.plain) for one in mentions)
