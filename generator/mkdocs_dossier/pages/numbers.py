"""The figures of an event: what was counted, by whom, for which day; which change, and which conflict."""

from collections.abc import Sequence

from mkdocs_dossier.document import plain
from mkdocs_dossier.document.compose import bullets, join, lines, paragraph, stack, strong, table, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.figures import counting_the_same, voice_of
from mkdocs_dossier.findings.found import FigurePair
from mkdocs_dossier.model.recordparts import Figure
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages import parts, told
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.pictures.time.steps import Given
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref


def numbers(here: Here, event: Event) -> Block:
    """Write all figures of an event with their passages, those that count the same together."""
    found = here.view.findings
    revised = here.say("These figures were revised by those who gave them:")
    return stack(
        *(_together(here, event, indexes, nth) for nth, indexes in enumerate(counting_the_same(event))),
        _pairs(here, event, found.revisions[event.id], revised),
        _pairs(here, event, found.conflicts[event.id], here.say("These figures cannot both be true:")),
    )


def _together(here: Here, event: Event, indexes: Sequence[int], nth: int) -> Block:
    """Write the figures that count the same: one by itself, several as a picture and a table by date."""
    return _series(here, event, indexes, nth) if len(indexes) > 1 else _figure(here, event, indexes[0])


def _series(here: Here, event: Event, indexes: Sequence[int], nth: int) -> Block:
    """Write the figures that count the same, by date: for which day, how many, who says so, in what words.

    A picture of them stands above the table, if two or more have a date.
    """
    ordered = sorted(indexes, key=lambda index: _order(here, event.figures[index], index))
    first = event.figures[ordered[0]]
    given = [_given(here, event.figures[index]) for index in ordered]
    head = [here.say("When"), _measure(here, first), here.say("Who says so"), here.say("In the source")]
    return stack(
        pictures.of_figures(here, given, plain.words(_measure(here, first)), nth),
        _differing(here, event, indexes),
        table(_measure(here, first), head, (_row(here, event, index) for index in ordered)),
    )


def _given(here: Here, figure: Figure) -> Given:
    """Say of a figure in plain text what its row of the table says."""
    voice = voice_of(here.dossier, figure)
    return Given(
        voice=voice or "",
        name=here.dossier.actors[voice].name if voice else "",
        date=_day_of(here, figure),
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
    return [
        _day(here, figure),
        strong(_amount(here, figure)),
        here.actor(voice) if voice else text("–"),
        lines([words, told.origin(here, checked)]),
    ]


def _differing(here: Here, event: Event, indexes: Sequence[int]) -> Block:
    """Say that figures hold for different days, if some do."""
    found = here.view.findings.developments[event.id]
    if not any(one.first in indexes for one in found):
        return ()
    return paragraph(here.say("These figures hold for different days: one is no correction of another."))


def _day_of(here: Here, figure: Figure) -> EdtfDate | None:
    """Return the day that a figure holds for, else that on which its source was published, if it is known."""
    return figure.as_of or here.dossier.sources[figure.source].published


def _order(here: Here, figure: Figure, index: int) -> tuple[object, ...]:
    date = _day_of(here, figure)
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


def _pairs(here: Here, event: Event, found: Sequence[FigurePair], said: Inline) -> Block:
    """List pairs of figures, each figure with its source and day."""
    if not found:
        return ()
    shown = bullets(_pair(here, event, one) for one in found[: parts.MOST_PAIRS])
    rest = parts.rest_in_data(here, len(found) - parts.MOST_PAIRS)
    return stack(paragraph(said), shown, *rest)


def _pair(here: Here, event: Event, found: FigurePair) -> Inline:
    pair = sorted((found.first, found.second), key=lambda index: _order(here, event.figures[index], index))
    both = [_with_source(here, event.figures[index]) for index in pair]
    return here.join([_measure(here, event.figures[pair[0]]), join(both, " / ")], ": ")


def _with_source(here: Here, figure: Figure) -> Inline:
    source = here.record("sources", figure.source)
    return join([strong(_amount(here, figure)), here.join([source, _day(here, figure)], ", ")], " – ")
