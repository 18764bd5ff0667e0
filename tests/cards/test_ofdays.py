"""A card for each day of the timeline, at the day's own place."""

from mkdocs_dossier.site import make_site
from tests.cards.dealt import seeds
from tests.support import loaded_seeds


def test_a_day_says_how_much_it_has_and_names_it() -> None:
    card = seeds()["timeline/index.md#day-2024-02-03"]
    assert (card.kind, card.title, card.page) == ("Day", "3 February 2024", "Timeline")
    assert card.facts == "1 event, 5 statements"
    assert card.lines[0] == "Iraq summons the US chargé d’affaires"
    assert card.days == (("2024-02-03",),)
    assert card.is_day


def test_every_day_of_the_timeline_has_a_card_but_that_which_nobody_states() -> None:
    page = next(one for one in make_site(loaded_seeds()).pages if one.path == "timeline/index.md")
    anchors = {key.partition("#")[2] for key in seeds() if key.startswith("timeline/index.md#")}
    assert anchors
    assert "day-not-stated" in str(page.blocks)
    assert "day-not-stated" not in anchors
    assert all(anchor in str(page.blocks) for anchor in anchors)
