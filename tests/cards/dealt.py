"""The cards of a dossier, for the tests of what makes and writes them."""

from functools import cache
from itertools import chain

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.site import make_site
from tests.support import loaded_seeds, sound

DOSSIER = """
sources:
  paper: {title: Les <b>travaux</b>, language: fr, publisher: gazette, published: 2024-02-05}
actors:
  gazette: {name: The Gazette, kind: media}
  state: {name: Baburia, kind: state, names: {ar: بابوريا}}
  ministry: {name: Ministry of Works, kind: government, part_of: state}
  ada:
    name: Ada al-Quill
    kind: person
    names: {ar: آدا القلم, fr: Àda}
    aliases: [Countess]
    description: An engineer, of the [[ministry]].
    roles: [{title: Spokesperson, at: ministry, speaks_for: true}]
places:
  land: {name: Baburia, kind: country}
  dam: {name: Dam, kind: site, within: land}
events:
  works:
    name: The works
    kind: building
    when: 2024-02-03
    places: [dam]
    evidence: [{source: paper, passage: on bâtit}]
claims:
  late: {text: They are late., question: Are they late?, about: [actor/ministry, event/works]}
statements:
  first:
    speaker: ada
    source: paper
    quote: [Les travaux, en retard]
    passage: selon elle
    translation: The works are late
    said: 2024-02-03
    positions: {late: asserts}
    summary: Says that they are late.
"""


def cards_of(loaded: Loaded) -> dict[str, Card]:
    """Make the cards of a dossier, by the path and the anchor of each."""
    site = make_site(loaded)
    pages = chain.from_iterable(site.page_cards(page, ()) for page in site.pages)
    made = [*site.cards(), *pages]
    found = {f"{card.path}#{card.anchor}".rstrip("#"): card for card in made}
    assert len(found) == len(made), "an address stands twice"
    return found


@cache
def small() -> dict[str, Card]:
    return cards_of(sound(DOSSIER))


@cache
def seeds() -> dict[str, Card]:
    return cards_of(loaded_seeds())
