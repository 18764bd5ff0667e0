"""All cards of a site."""

from collections.abc import Iterable

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.cards.ofdays import day_cards
from mkdocs_dossier.cards.ofpages import page_cards
from mkdocs_dossier.cards.ofrecords import record_cards
from mkdocs_dossier.document.nodes import Page
from mkdocs_dossier.pages.view import View


def cards(view: View, pages: Iterable[Page]) -> tuple[Card, ...]:
    """Make all cards of a site that has these pages: a record, a day or another page each."""
    return (*record_cards(view), *day_cards(view), *page_cards(view, pages))
