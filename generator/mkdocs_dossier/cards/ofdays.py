"""Makes a card for each day of the timeline: a search for a date finds the day."""

from collections.abc import Iterator

from mkdocs_dossier.cards.card import Card
from mkdocs_dossier.pages.dating import days_of
from mkdocs_dossier.pages.days import Day
from mkdocs_dossier.pages.findable import day_bounds
from mkdocs_dossier.pages.lengths import page_of, page_section
from mkdocs_dossier.pages.view import View, index_path
from mkdocs_dossier.text.messages import mark

_DAY = mark("Day")
_MOST_LINES = 6


def day_cards(view: View) -> Iterator[Card]:
    """Make the card of each day, month or year of the timeline, in their order."""
    days = days_of(view)
    for day, (events, statements) in days.counts.items():
        if day.date is None:
            continue
        first = days.first[day]
        kind = view.words.say(_DAY)
        told = [
            view.words.count("{n} event", "{n} events", events) if events else "",
            view.words.count("{n} statement", "{n} statements", statements) if statements else "",
        ]
        yield Card(
            path=index_path(page_section("timeline", page_of(first))),
            anchor=day.anchor,
            page=view.words.say("Timeline"),
            kind=kind,
            title=view.words.date(day.date),
            language=view.dossier.settings.language,
            facts=view.words.say(", ").join(part for part in told if part),
            lines=_lines(view, day),
            days=(tuple(day_bounds(day.date)),),
            facets={"kind": (kind,)},
        )


def _lines(view: View, day: Day) -> tuple[str, ...]:
    """List the titles of what a day begins with."""
    days = days_of(view)
    first = days.first[day]
    here = [item for item in days.items[first : first + _MOST_LINES] if days.day[item] == day]
    return tuple(view.title(section, key) for section, key in here)
