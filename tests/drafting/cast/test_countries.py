"""Which names are those of countries."""

from mkdocs_dossier.drafting.cast.countries import country
from mkdocs_dossier.drafting.packs.en import PACK


def test_countries_are_known_by_their_names() -> None:
    assert country("Iraq", PACK) == "IQ"
    assert country("United States", PACK) == country("U.S.", PACK) == country("US", PACK) == "US"


def test_other_words_are_no_countries() -> None:
    for word in ("us", "Europe", "Ana Roe", ""):
        assert country(word, PACK) is None
