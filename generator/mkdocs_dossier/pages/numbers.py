"""The figures of an event: what was counted, by whom, for which day; which change, and which conflict."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from mkdocs_dossier.document import plain
from mkdocs_dossier.document.compose import (
    bullets,
    element,
    join,
    lines,
    paragraph,
    span,
    stack,
    strong,
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.figures import counting_the_same, voice_of
from mkdocs_dossier.findings.found import FigurePair
from mkdocs_dossier.model.recordparts import Figure
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts, told
from mkdocs_dossier.pages.lengths import FEWER_ROWS
from mkdocs_dossier.pages.longlists import LongList, words_weight
from mkdocs_dossier.pages.ordering import date_order
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.pictures.time.steps import Given
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref

Place = tuple[int, int]
"""A figure of an event: the number of the series that it is in, and its index in the event."""


def figures_lists(view: View, event: Event) -> list[LongList[Any]]:
    """List the figures of an event, those that count the same together; and pairs that do not go together."""
    groups = [
        sorted(group, key=lambda index: _order(view, event.figures[index], index))
        for group in counting_the_same(event)
    ]
    places = [(nth, index) for nth, group in enumerate(groups) for index in group]
    conflicts = view.findings.conflicts[event.id]
    return [
        LongList(
            "figures",
            view.words.say("Figures"),
            places,
            partial(_figures, event, groups),
            kept=FEWER_ROWS,
            weigh=partial(_weight, event, groups),
        ),
        LongList(
            "conflicts",
            view.words.say("Figures that cannot both be true"),
            conflicts,
            partial(_pairs, event),
            kept=FEWER_ROWS,
        ),
    ]


_PICTURE = 8_000
"""How many bytes the picture of a series has, about."""


def _weight(event: Event, groups: Sequence[Sequence[int]], place: Place) -> int:
    """Return about how many bytes a figure takes; above the first one of a series stands its picture."""
    nth, index = place
    is_first = len(groups[nth]) > 1 and groups[nth][0] == index
    return words_weight(event.figures[index].passage) + (_PICTURE if is_first else 0)


def _figures(event: Event, groups: Sequence[Sequence[int]], here: Here, places: Sequence[Place]) -> Block:
    """Write figures with their passages: one by itself, several as a picture and a table by date."""
    shown: list[Block] = []
    for nth, found in groupby(places, key=itemgetter(0)):
        indexes = [index for _, index in found]
        if len(groups[nth]) == 1:
            shown.append(_figure(here, event, indexes[0]))
        else:
            # The picture of a series stands above the first of its rows, wherever the rest of them is.
            above = _above(here, event, groups[nth], nth) if indexes[0] == groups[nth][0] else ()
            shown += [above, _series(here, event, indexes)]
    return stack(*shown)


def _above(here: Here, event: Event, indexes: Sequence[int], nth: int) -> Block:
    """Draw the figures of a series over time, if two or more have a date."""
    given = [_given(here, event.figures[index]) for index in indexes]
    measure = plain.words(_measure(here, event.figures[indexes[0]]))
    return stack(pictures.of_figures(here, given, measure, nth), _differing(here, event, indexes))


def _series(here: Here, event: Event, indexes: Sequence[int]) -> Block:
    """Write figures that count the same: for which day, how many, who says so, in what words."""
    measure = _measure(here, event.figures[indexes[0]])
    head = [here.say("When"), measure, here.say("Who says so"), here.say("In the source")]
    return table(measure, head, (_row(here, event, index) for index in indexes), row_head=1)


def _given(here: Here, figure: Figure) -> Given:
    """Say of a figure in plain text what its row of the table says."""
    voice = voice_of(here.dossier, figure)
    return Given(
        voice=voice or "",
        name=here.view.title("actors", voice) if voice else "",
        date=_day_of(here.view, figure),
        when=plain.words(_day(here, figure)),
        amount=figure.value,
        said=plain.words(_amount(here, figure)),
        href=here.address("sources", figure.source),
    )


def _row(here: Here, event: Event, index: int) -> list[Inline]:
    figure = event.figures[index]
    checked = here.view.findings.quotations[Ref("events", event.id), ("figures", index)]
    voice = voice_of(here.dossier, figure)
    tag = here.dossier.source_language(figure.source)
    words = here.turned(parts.quoted(here, figure.passage, tag), tag)
    anchor = f"figures-{index + 1}"
    link = parts.permalink(here, anchor, here.view.title("sources", figure.source))
    return [
        _day(here, figure),
        lines([element("strong", _amount(here, figure), {"id": anchor}), *_revised(here, event, index)]),
        here.actor(voice) if voice else (),
        lines([words, join([told.origin(here, checked), link])]),
    ]


def _revised(here: Here, event: Event, index: int) -> Iterator[Inline]:
    """Say by which figure of the same voice one was revised, and which one it revises, each with its day."""
    others = [
        other
        for one in here.view.findings.revisions[event.id]
        for this, other in ((one.first, one.second), (one.second, one.first))
        if this == index
    ]
    own = _published(here.view, event, index)
    before = [one for one in others if _published(here.view, event, one) < own]
    after = [one for one in others if _published(here.view, event, one) > own]
    for found, said in (
        (before[-1:], mark("revised from {figure}")),
        (after[:1], mark("revised to {figure}")),
    ):
        for one in found:
            written = here.fill(said, figure=_issued(here, event.figures[one]))
            yield span(written, cls="dossier-revised")


def _published(view: View, event: Event, index: int) -> tuple[object, ...]:
    """Return what figures are ordered by if one revises another: when their sources were published."""
    source = view.dossier.sources[event.figures[index].source]
    return date_order(source.published, "")


def _issued(here: Here, figure: Figure) -> Inline:
    """Write a figure with the day on which its source was published."""
    published = here.dossier.sources[figure.source].published
    day = [here.date(published)] if published else []
    return here.join([_amount(here, figure), *day], ", ")


def _differing(here: Here, event: Event, indexes: Sequence[int]) -> Block:
    """Say that figures hold for different days, if some do."""
    found = here.view.findings.developments[event.id]
    if not any(one.first in indexes for one in found):
        return ()
    return paragraph(here.say("These figures hold for different days: one is no correction of another."))


def _day_of(view: View, figure: Figure) -> EdtfDate | None:
    """Return the day that a figure holds for, else that on which its source was published, if it is known."""
    return figure.as_of or view.dossier.sources[figure.source].published


def _order(view: View, figure: Figure, index: int) -> tuple[object, ...]:
    date = _day_of(view, figure)
    return (date is None, date.sort_key if date else (), index)


def _day(here: Here, figure: Figure) -> Inline:
    """Say for which day a figure holds, or else when its source was published."""
    if figure.as_of:
        return here.date(figure.as_of)
    published = here.dossier.sources[figure.source].published
    return (
        here.fill("published {date}", date=here.date(published)) if published else here.say("date not stated")
    )


def _amount(here: Here, figure: Figure) -> Inline:
    said = text(here.words.amount(figure.value))
    return join([said, here.own(figure.unit)]) if figure.unit else said


def _measure(here: Here, figure: Figure) -> Inline:
    """Say what a figure counts."""
    counted = here.term(figure.measure)
    return (
        here.fill("{measure}, of {actor}", measure=counted, actor=here.actor(figure.of))
        if figure.of
        else counted
    )


def _figure(here: Here, event: Event, index: int) -> Block:
    """Write one figure with the passage that gives it."""
    figure = event.figures[index]
    checked = here.view.findings.quotations[Ref("events", event.id), ("figures", index)]
    said = [here.join([_measure(here, figure), strong(_amount(here, figure))], ": ")]
    if figure.as_of:
        said.append(here.fill("as of {date}", date=here.date(figure.as_of)))
    if figure.attributed_to:
        said.append(here.fill("according to {actor}", actor=here.actor(figure.attributed_to)))
    return stack(paragraph(join(said, " · ")), parts.passage(here, checked, f"figures-{index + 1}"))


def _pairs(event: Event, here: Here, found: Sequence[FigurePair]) -> Block:
    """List pairs of figures, each figure with its source and day."""
    return bullets(_pair(here, event, one) for one in found)


def _pair(here: Here, event: Event, found: FigurePair) -> Inline:
    pair = sorted(
        (found.first, found.second), key=lambda index: _order(here.view, event.figures[index], index)
    )
    both = [_with_source(here, event.figures[index]) for index in pair]
    return here.join([_measure(here, event.figures[pair[0]]), join(both, " / ")], ": ")


def _with_source(here: Here, figure: Figure) -> Inline:
    source = here.record("sources", figure.source)
    voice = voice_of(here.dossier, figure)
    who = [here.actor(voice)] if voice else []
    return join([strong(_amount(here, figure)), here.join([*who, source, _day(here, figure)], ", ")], " – ")
