"""The figures of an event: what was counted, by whom, for which day; which change, and which conflict."""

from collections.abc import Sequence

from mkdocs_dossier.document.compose import bullets, join, paragraph, stack, strong, table, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.figures import counting_the_same, voice_of
from mkdocs_dossier.findings.found import FigurePair, weakest
from mkdocs_dossier.model.recordparts import Figure
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages import badges, parts
from mkdocs_dossier.pages import illustrations as pictures
from mkdocs_dossier.pages.terms import term
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.pictures.time.steps import Given
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref


def numbers(here: Here, event: Event) -> Block:
    """Write all figures of an event with their passages, those over time as series, then what conflicts."""
    series = [indexes for indexes in counting_the_same(event).values() if len(indexes) > 1]
    found = here.view.findings
    return stack(
        *(_series(here, event, indexes, nth) for nth, indexes in enumerate(series)),
        *(_figure(here, event, index) for index in range(len(event.figures))),
        _pairs(
            here,
            event,
            found.revisions[event.id],
            here.say("These figures were revised by those who gave them:"),
        ),
        _pairs(here, event, found.conflicts[event.id], here.say("These figures cannot both be true:")),
    )


def _series(here: Here, event: Event, indexes: Sequence[int], nth: int) -> Block:
    """Write the figures that count the same, by date: for which day, how many, who says so and where.

    A picture of them stands above the table, if two or more have a date.
    """
    ordered = sorted(indexes, key=lambda index: _order(here, event.figures[index], index))
    given = [_given(here, event.figures[index]) for index in ordered]
    rows = []
    for index in ordered:
        figure = event.figures[index]
        checked = here.view.findings.quotations[Ref("events", event.id), ("figures", index)]
        voice = voice_of(here.dossier, figure)
        rows.append(
            [
                _day(here, figure),
                strong(_amount(here, figure)),
                here.actor(voice) if voice else text("–"),
                join([here.record("sources", figure.source), badges.tier(here, weakest(checked.shown))]),
            ]
        )
    head = [here.say("When"), _measure(here, event.figures[indexes[0]]), here.say("Who says so")]
    picture = pictures.of_figures(here, given, _counted(here, event.figures[ordered[0]]), nth)
    return stack(picture, table([*head, here.say("Source")], rows))


def _given(here: Here, figure: Figure) -> Given:
    """Say of a figure in plain text what its row of the table says."""
    voice = voice_of(here.dossier, figure)
    said = here.words.amount(figure.value)
    return Given(
        voice=voice or "",
        name=here.dossier.actors[voice].name if voice else "",
        date=day_of(here, figure),
        when=_when(here, figure),
        amount=figure.value,
        said=f"{said} {figure.unit}" if figure.unit else said,
        href=here.address("sources", figure.source),
    )


def _when(here: Here, figure: Figure) -> str:
    """Say in plain text what `_day` writes."""
    if figure.as_of:
        return here.words.date(figure.as_of)
    published = here.dossier.sources[figure.source].published
    if not published:
        return here.words.say("date not stated")
    return here.words.say("published {date}", date=here.words.date(published))


def _counted(here: Here, figure: Figure) -> str:
    """Say in plain text what `_measure` writes."""
    measure = term(figure.measure, here.words)
    if not figure.of:
        return measure
    name = here.dossier.actors[figure.of].name
    return here.words.say("{measure}, of {actor}", measure=measure, actor=name)


def day_of(here: Here, figure: Figure) -> EdtfDate | None:
    """Return the day that a figure holds for, else that on which its source was published, if it is known."""
    return figure.as_of or here.dossier.sources[figure.source].published


def _order(here: Here, figure: Figure, index: int) -> tuple[object, ...]:
    date = day_of(here, figure)
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
    return stack(paragraph(join(said, " · ")), parts.passage(here, checked))


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
