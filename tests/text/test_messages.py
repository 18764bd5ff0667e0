"""A choice is the text that the format spells, and knows its word for readers."""

import json

import pytest

from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.model.vocabulary import ActorKind, PlaceKind, Rights, SourceKind, Stance
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.text.messages import Choice, mark
from mkdocs_dossier.words import Words

CHOICES = (ActorKind, LabelName, PlaceKind, SourceKind, Stance, Tier)


class Colour(Choice):
    RED = "red", mark("like blood")
    PLAIN = "plain"


def test_a_choice_is_written_everywhere_as_the_format_spells_it() -> None:
    assert [f"{Colour.RED}", str(Colour.RED), "".join([Colour.RED])] == ["red"] * 3
    assert json.dumps([Colour.RED, Colour.PLAIN]) == '["red", "plain"]'
    assert Colour("red") is Colour.RED
    assert (Colour.RED.message, Colour.PLAIN.message) == ("like blood", "")
    with pytest.raises(ValueError, match="blue"):
        Colour("blue")


@pytest.mark.parametrize("kind", CHOICES)
def test_every_choice_that_readers_meet_has_a_word_of_its_own(kind: type[Choice]) -> None:
    words = [one.message for one in kind]
    assert all(words)
    assert len({*words}) == len(words)
    assert [Words().say(word) for word in words] == words


def test_a_stance_has_a_sign_of_one_character_and_a_word_for_little_room() -> None:
    assert len({one.sign for one in Stance}) == len(Stance)
    assert {len(one.sign) for one in Stance} == {1}
    assert [one.short for one in Stance] == [
        "asserts",
        "denies",
        "qualifies",
        "declines",
        "unaware",
        "no answer",
    ]


def test_only_cities_and_sites_are_points() -> None:
    assert [one for one in PlaceKind if one.is_point] == [PlaceKind.CITY, PlaceKind.SITE]
    assert [one.message for one in Rights] == ["", ""]


def test_every_tier_is_explained_in_a_sentence() -> None:
    assert all(one.explanation.endswith(".") for one in Tier)
