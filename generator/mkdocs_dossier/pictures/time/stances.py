"""Draws the positions on a claim: a lane for each voice, time across, and lines between contradictions."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_dossier.findings.found import Kind, Opposition
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pictures.svg.markup import Markup, line, percent, rect, text
from mkdocs_dossier.pictures.svg.picture import NARROW, WIDE, Frame, Href, Key, Picture, Site, framed
from mkdocs_dossier.pictures.time.items import Item, Lane, Room
from mkdocs_dossier.pictures.time.joins import Join, draw_joins
from mkdocs_dossier.pictures.time.lanemarks import date_keys, labels, marks
from mkdocs_dossier.pictures.time.lanes import Chart
from mkdocs_dossier.pictures.time.timescale import AXIS, Scale, Span, axis, breaks
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words

MOST_LANES = 30
"""How many voices a picture shows."""

# At most: rows of a lane; lines; lines that all have a label; positions that the summary names one by one.
_MOST_ROWS, _MOST_JOINS, _MOST_WORDS, _NAMED = 4, 14, 5, 6
_UNDATED = 93.0  # percent, where the marks without a date are


@dataclass(frozen=True, slots=True)
class Position:
    """A statement's stance on the claim, its date, and the names of its speaker and its group.

    The group is the outermost body that the speaker speaks for, or the speaker. `notes` say what else is to
    be known of it, as that it was taken back.
    """

    statement: str
    speaker: str
    group: str
    date: EdtfDate | None
    stance: Stance
    notes: tuple[str, ...] = ()


def draw(
    positions: Sequence[Position],
    oppositions: Sequence[Opposition],
    *,
    claim: str,
    name: Callable[[str], str],
    href: Href,
    words: Words,
    more: str,
) -> Picture | None:
    """Draw the positions on a claim; return None if there are fewer than two, or none has a date.

    `claim` is the claim's question or text; `name` returns an actor's name by id; `more` is the address of
    the list of positions.
    """
    shown, left_out = _most_telling(positions, oppositions)
    chart = _chart(shown, href, words)
    if chart is None:
        return None
    joins, unjoined = _joins(oppositions, shown, name, words)
    frame = Frame(
        "positions",
        words.say("Positions over time: {claim}", claim=claim),
        _summary(positions, oppositions, words),
        height=chart.height,
        shapes=chart.shapes,
        legend=[*_legend(shown, joins, words), *date_keys(chart, words)],
        listed=list(_left_out(left_out, unjoined, words)),
        left_out=left_out + chart.counted,
    )
    return _drawn(frame, chart, joins, Site(href, words, "positions", more))


def _chart(shown: Sequence[Position], href: Href, words: Words) -> Chart | None:
    """Lay out lanes, with a column at the right for what has no date; return None if that shows nothing."""
    spans = [Span.of_moment(one.date) for one in shown if one.date]
    if len(shown) < 2 or not spans:  # noqa: PLR2004 - one mark shows nothing
        return None
    has_undated = len(spans) < len(shown)
    # The column of undated marks needs the room at the right.
    scale = Scale.fitted(spans, right=_UNDATED - 9 if has_undated else 96)
    room = Room(NARROW, WIDE, _MOST_ROWS, _UNDATED)
    return Chart.of(_lanes(shown, href, words), scale, room, AXIS)


def _drawn(frame: Frame, chart: Chart, joins: Sequence[Join], site: Site) -> Picture:
    """Draw lanes with the lines between them; what comes later covers what comes earlier."""
    lines, names = draw_joins(joins, chart, site.words)
    return framed(
        frame,
        site,
        *_bands(chart),
        *breaks(chart.scale, chart.height),
        *axis(chart.scale, NARROW, site.words, chart.height),
        *_undated(chart, site.words),
        *lines,
        *labels(chart, site.words),
        *names,
        *marks(chart, site),
    )


def _bands(chart: Chart) -> Iterator[Markup]:
    """Draw a band behind each group of lanes."""
    tops = [placed.top for placed in chart.lanes if placed.lane.heading]
    for top, bottom in pairwise([*tops, chart.height]):
        yield rect(0, top + 3, 100, bottom - top - 3, "d-band")


def _undated(chart: Chart, words: Words) -> Iterator[Markup]:
    """Write the head of the column of marks without a date, if there are any."""
    if any(item.span is None for mark in chart.marks for item in mark.items):
        x = _UNDATED - 6.5
        yield text(words.say("no date"), x=percent(_UNDATED), y=12, cls="d-tick", anchor="middle")
        yield line(x, 4, x, chart.height, "d-divider")


def _most_telling(
    positions: Sequence[Position], oppositions: Sequence[Opposition]
) -> tuple[list[Position], int]:
    """Keep the voices with contradictions, then those who spoke most often; count the positions left out."""
    opposed = {key for one in oppositions for key in (one.first, one.second)}
    weights = Counter[tuple[str, str]]()
    for one in positions:
        # A contradiction outweighs any number of positions without one.
        weights[one.group, one.speaker] += 1 + len(positions) * (one.statement in opposed)
    kept = sorted(weights, key=lambda voice: (-weights[voice], voice))[:MOST_LANES]
    shown = [one for one in positions if (one.group, one.speaker) in kept]
    return shown, len(positions) - len(shown)


def _order(one: Position) -> tuple[object, ...]:
    return (one.date is None, one.date.sort_key if one.date else (), one.statement)


def _by_group(positions: Iterable[Position]) -> dict[str, dict[str, list[Position]]]:
    """Sort positions into groups, and these into voices, both in the order in which they first spoke."""
    groups: dict[str, dict[str, list[Position]]] = {}
    for one in sorted(positions, key=_order):
        groups.setdefault(one.group, {}).setdefault(one.speaker, []).append(one)
    return groups


def _lanes(positions: Sequence[Position], href: Href, words: Words) -> list[Lane]:
    """Make a lane of each voice, headed by its group; a voice that is its own group needs no label."""
    found = []
    for group, voices in _by_group(positions).items():
        alone = list(voices) == [group]
        heading, beside = group, _tally([one for said in voices.values() for one in said], words)
        for speaker, said in voices.items():
            items = tuple(_item(one, href, words) for one in said)
            found.append(Lane("" if alone else speaker, items, heading, beside))
            heading = beside = ""
    return found


def _item(one: Position, href: Href, words: Words) -> Item:
    stance = words.say(one.stance.short)
    date = words.say(", ").join([_date(one, words), *one.notes])
    return Item(
        one.statement,
        Span.of_moment(one.date) if one.date else None,
        one.stance,
        words.say("{speaker} {stance}, {date}", speaker=one.speaker, stance=stance, date=date),
        href("statements", one.statement),
        stance,
    )


def _date(one: Position, words: Words) -> str:
    return words.date(one.date) if one.date else words.say("no date known")


def _tally(positions: Sequence[Position], words: Words) -> str:
    """Count a group's stances."""
    counts = Counter(one.stance for one in positions)
    return " · ".join(
        words.say("{stance}: {n}", stance=words.say(stance.short), n=counts[stance])
        for stance in Stance
        if counts[stance]
    )


def _joins(
    oppositions: Sequence[Opposition], shown: Sequence[Position], name: Callable[[str], str], words: Words
) -> tuple[list[Join], int]:
    """Choose the contradictions to draw, one of each kind between two voices; count those left out.

    Those that were not corrected come first.
    """
    by_id = {one.statement: one for one in shown}
    found: dict[tuple[object, ...], tuple[Opposition, Join]] = {}
    for one in oppositions:
        if one.first not in by_id or one.second not in by_id:
            continue
        ends = by_id[one.first], by_id[one.second]
        # Contradictions alike in all of this would be drawn as the same line, or nearly.
        key = (*((end.group, end.speaker) for end in ends), one.kind, one.within, one.corrected)
        found.setdefault(key, (one, _join(one, ends, name, words)))
    order = (Kind.REVERSAL, Kind.WITHIN, Kind.BETWEEN)
    ranked = sorted(found.values(), key=lambda pair: (pair[0].corrected, order.index(pair[0].kind)))
    # Most of many lines are between sides, and a label on each of them would hide more than it says.
    few = len(ranked) <= _MOST_WORDS
    drawn = [
        join if few or one.kind is not Kind.BETWEEN else replace(join, labels=())
        for one, join in ranked[:_MOST_JOINS]
    ]
    return drawn, len(oppositions) - len(drawn)


def _join(one: Opposition, ends: tuple[Position, Position], name: Callable[[str], str], words: Words) -> Join:
    """Describe the line of a contradiction, with a long and a short label."""
    match one.kind:
        case Kind.REVERSAL:
            labels = [words.say("reversal")]
        case Kind.WITHIN if one.within:
            labels = [words.say("within {body}", body=name(one.within)), words.say("within one side")]
        case _:
            first, second = ends[0].group, ends[1].group
            labels = [
                words.say("between {first} and {second}", first=first, second=second),
                words.say("between sides"),
            ]
    if one.corrected:
        labels = [words.say("{kind}, corrected", kind=label) for label in labels]
    return Join(one.first, one.second, labels[0], tuple(labels), is_dashed=one.corrected)


def _summary(positions: Sequence[Position], oppositions: Sequence[Opposition], words: Words) -> str:
    """Say in words what the picture shows: who takes which position and when, or only how many do."""
    parts = []
    for group, voices in _by_group(positions).items():
        said = [one for each in voices.values() for one in each]
        stances = _listed(said, words) if len(positions) <= _NAMED else _tally(said, words)
        parts.append(words.say("{group}: {positions}", group=group, positions=stances))
    found = words.count("{n} contradiction", "{n} contradictions", len(oppositions))
    return words.say("{groups}. {contradictions}.", groups="; ".join(parts), contradictions=found)


def _listed(positions: Sequence[Position], words: Words) -> str:
    return ", ".join(
        words.say(
            "{speaker} {stance} ({date})",
            speaker=one.speaker,
            stance=words.say(one.stance.short),
            date=words.say(", ").join([_date(one, words), *one.notes]),
        )
        for one in positions
    )


def _legend(shown: Sequence[Position], joins: Sequence[Join], words: Words) -> Iterator[Key]:
    """Make a legend for the stances and lines that there are."""
    used = {one.stance for one in shown}
    for stance in Stance:
        if stance in used:
            yield Key.of_mark(stance, words.say(stance.short))
    if any(not one.is_dashed for one in joins):
        yield Key.of_line("d-join", words.say("contradiction"))
    if any(one.is_dashed for one in joins):
        yield Key.of_line("d-join d-dashed", words.say("contradiction, since corrected"))


def _left_out(left_out: int, unjoined: int, words: Words) -> Iterator[str]:
    if left_out:
        yield words.count(
            "{n} position of other voices has no mark here; the list has it.",
            "{n} positions of other voices have no mark here; the list has them.",
            left_out,
        )
    if unjoined > 0:
        yield words.count(
            "{n} further contradiction has no line here; the list has it.",
            "{n} further contradictions have no line here; the list has them.",
            unjoined,
        )
