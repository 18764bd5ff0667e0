"""The card of each record: what it is found by, and what a hit shows of it."""

from tests.cards.dealt import cards_of, seeds, small
from tests.support import loaded_seeds, sound


def test_each_record_has_one_card() -> None:
    paths = {f"{section}/{key}/index.md" for section, key in loaded_seeds().source_map.entries}
    assert paths <= seeds().keys()


def test_a_statement_says_who_and_when_and_has_the_words_as_they_were_said() -> None:
    card = small()["statements/first/index.md"]
    assert (card.kind, card.title) == ("Statement", "Ada al-Quill: Says that they are late.")
    assert card.facts == "3 February 2024 · The Gazette"
    assert card.lines == ("“Les travaux … en retard”", "The works are late", "selon elle")
    assert card.days == (("2024-02-03",),)
    assert card.facets == {
        "kind": ("Statement",),
        "speaker": ("Ada al-Quill",),
        "stance": ("asserts",),
        "year": ("2024",),
    }


def test_an_actor_has_every_spelling_of_every_name_and_shows_none_of_them() -> None:
    card = small()["actors/ada/index.md"]
    for name in ("Ada al-Quill", "Ada alQuill", "آدا القلم", "ادا قلم", "Àda", "Ada", "Countess"):
        assert name in card.names
    assert card.lines == ("An engineer, of the Ministry of Works.", "Spokesperson, Ministry of Works")
    assert card.facts == "person · Spokesperson, Ministry of Works"


def test_a_claim_says_where_it_stands_and_is_narrowed_by_it() -> None:
    card = small()["claims/late/index.md"]
    assert (card.kind, card.title, card.facts) == ("Claim", "Are they late?", "single voice")
    assert card.lines == ("They are late.",)
    assert card.facets["label"] == ("single voice",)


def test_an_event_and_a_place_say_when_and_where() -> None:
    assert small()["events/works/index.md"].facts == "building · 3 February 2024 · Dam"
    assert small()["events/works/index.md"].lines == ("on bâtit",)
    assert small()["places/dam/index.md"].facts == "site · Baburia"


def test_a_source_is_in_its_own_language_and_near_its_publisher() -> None:
    card = small()["sources/paper/index.md"]
    assert (card.language, card.title) == ("fr", "Les <b>travaux</b>")
    assert card.facts == "article · 5 February 2024 · The Gazette"
    assert card.beside == ("article", "The Gazette")
    assert small()["statements/first/index.md"].beside == ()


def test_a_claims_words_find_the_claim_and_not_all_that_was_said_on_it() -> None:
    assert "Are they late?" not in small()["statements/first/index.md"].near


def test_a_card_is_of_a_bounded_size() -> None:
    words = " ".join(f"word{number}" for number in range(4000))
    aliases = ", ".join(f"Alias{number}" for number in range(300))
    loaded = sound(f"""
sources: {{paper: {{title: A paper}}}}
actors: {{ada: {{name: Ada, kind: person, aliases: [{aliases}]}}}}
events:
  works:
    name: The works
    kind: building
    evidence: [{", ".join(f"{{source: paper, passage: {words} {number}}}" for number in range(30))}]
""")
    cards = cards_of(loaded)
    assert len(cards["actors/ada/index.md"].names) == 60
    event = cards["events/works/index.md"]
    assert len(event.lines) <= 12
    assert max(map(len, event.lines)) <= 1201
