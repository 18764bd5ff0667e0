"""The places that a text names as places."""

from mkdocs_dossier.drafting.cast.mentioned import mentioned
from mkdocs_dossier.drafting.cast.spots import as_places, spots
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText

TEXT = "Troops were struck in Iraq, Syria and Jordan. Iran denied it, and Iraq’s army did too."


def test_countries_behind_a_preposition_are_places_and_those_listed_with_them() -> None:
    mentions = mentioned(sentences(SourceText(TEXT), PACK), PACK)
    assert [one.name for one in spots(mentions, PACK)] == ["Iraq", "Syria", "Jordan"]
    assert [one.words[0].text for one in as_places(mentions, PACK)] == ["Iraq", "Syria", "Jordan"]
