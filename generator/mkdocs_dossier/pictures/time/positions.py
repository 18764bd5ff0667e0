"""The positions on a claim: a lane a voice, time across, contradictions joined by lines."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.findings.derive import Kind, Opposition
from mkdocs_dossier.pictures.svg import glyphs
from mkdocs_dossier.pictures.svg.legends import date_keys, line_key, mark_key
from mkdocs_dossier.pictures.svg.picture import Frame, Href, Key, Picture, Site, framed
from mkdocs_dossier.pictures.svg.svg import Markup, text
from mkdocs_dossier.pictures.time import lanelayout, lanemarks, lanes, timeaxis
from mkdocs_dossier.pictures.time.joins import Join, draw_joins
from mkdocs_dossier.pictures.time.lanes import Item, Lane, Placed, Room
from mkdocs_dossier.pictures.time.spans import Span
from mkdocs_dossier.pictures.time.timescale import scale_of
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words

NARROW, WIDE = 328.0, 690.0
MOST_LANES, MOST_ROWS, MOST_JOINS, MOST_WORDS = 30, 4, 14, 5
STANCES = ("asserts", "denies", "qualifies", "declines", "unaware")
_UNDATED = 93.0
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Position:
    """A statement's stance on the claim: who said it, the body at the top of whom they speak for, when."""

    statement: str
    speaker: str
    group: str
    date: EdtfDate | None
    stance: str


def draw(
    positions: Sequence[Position],
    oppositions: Sequence[Opposition],
    *,
    claim: str,
    name: Callable[[str], str],
    href: Href,
    words: Words,
    more: str,
    prefix: str = "positions",
) -> Picture | None:
    """Draw the positions on a claim; None where fewer than two were taken, or none has a date.

    `claim` is its question or text, `name` gives an actor's name, `more` the address of the list of
    positions.
    """
    shown, left_out = _most_telling(positions, oppositions)
    if len(shown) < 2 or not any(one.date for one in shown):  # noqa: PLR2004 - one mark shows nothing
        return None
    joins, unjoined = _joins(oppositions, shown, name, words)
    frame = Frame(
        prefix,
        "positions",
        title=words.say("Positions over time: {claim}", claim=claim),
        summary=summary(positions, oppositions, words),
        legend=_legend(shown, joins, words),
        listed=list(_left_out(left_out, unjoined, words)),
        more=more,
    )
    return _drawn(frame, shown, joins, left_out, Site(href, words, prefix, more))


def _drawn(
    frame: Frame, shown: Sequence[Position], joins: Sequence[Join], left_out: int, site: Site
) -> Picture:
    """Lay the lanes out, and draw them with the lines between them."""
    words = site.words
    spans = [Span.of_moment(one.date) for one in shown if one.date]
    has_undated = len(spans) < len(shown)
    scale = scale_of(spans, right=_UNDATED - 9 if has_undated else 96)
    room = Room(NARROW, WIDE, MOST_ROWS, _UNDATED)
    placed = lanelayout.place(_lanes(shown, site.href, words), scale, room, timeaxis.HEIGHT)
    height, shapes = lanes.height_of(placed), lanemarks.shapes_of(placed)
    legend = [*frame.legend, *date_keys(spans, scale, shapes, words)]
    lines, names = draw_joins(joins, placed, room, words)
    return framed(
        replace(frame, height=height, legend=legend),
        glyphs.define(site.prefix, shapes),
        lanemarks.bands(placed),
        timeaxis.breaks(scale, height),
        timeaxis.axis(scale, timeaxis.ticks(scale, NARROW, words), NARROW, height),
        _undated(placed, words) if has_undated else Markup(""),
        lines,
        lanemarks.labels(placed, room, words),
        names,
        lanemarks.marks(placed, site.prefix, site.more, words),
        left_out=left_out + lanes.counted(placed),
    )


def stance_word(stance: str, words: Words) -> str:
    """Say what a stance does."""
    match stance:
        case "asserts":
            return words.say("asserts")
        case "denies":
            return words.say("denies")
        case "qualifies":
            return words.say("qualifies")
        case "declines":
            return words.say("declines")
        case _:
            return words.say("unaware")


def _most_telling(
    positions: Sequence[Position], oppositions: Sequence[Opposition]
) -> tuple[list[Position], int]:
    """Keep the lanes of those who contradict or are contradicted, then those who spoke most often."""
    opposed = {key for one in oppositions for key in (one.first, one.second)}
    weights = Counter[tuple[str, str]]()
    for one in positions:
        weights[one.group, one.speaker] += 1 + len(positions) * (one.statement in opposed)
    kept = sorted(weights, key=lambda voice: (-weights[voice], voice))[:MOST_LANES]
    shown = [one for one in positions if (one.group, one.speaker) in kept]
    return shown, len(positions) - len(shown)


def _order(one: Position) -> tuple[object, ...]:
    return (one.date is None, one.date.sort_key if one.date else (), one.statement)


def _by_group(positions: Iterable[Position]) -> dict[str, dict[str, list[Position]]]:
    """Sort positions into groups and these into voices, each where it first spoke."""
    groups: dict[str, dict[str, list[Position]]] = {}
    for one in sorted(positions, key=_order):
        groups.setdefault(one.group, {}).setdefault(one.speaker, []).append(one)
    return groups


def _lanes(positions: Sequence[Position], href: Href, words: Words) -> list[Lane]:
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
    stance = stance_word(one.stance, words)
    return Item(
        one.statement,
        Span.of_moment(one.date) if one.date else None,
        one.stance,
        words.say("{speaker} {stance}, {date}", speaker=one.speaker, stance=stance, date=_date(one, words)),
        href("statements", one.statement),
        stance,
    )


def _date(one: Position, words: Words) -> str:
    return words.date(one.date) if one.date else words.say("no date known")


def _tally(positions: Sequence[Position], words: Words) -> str:
    """Count a group's stances."""
    counts = Counter(one.stance for one in positions)
    return " · ".join(
        words.say("{stance}: {n}", stance=stance_word(stance, words), n=counts[stance])
        for stance in STANCES
        if counts[stance]
    )


def _joins(
    oppositions: Sequence[Opposition], shown: Sequence[Position], name: Callable[[str], str], words: Words
) -> tuple[list[Join], int]:
    """Choose the contradictions to draw: one of a kind between two voices, the standing ones first."""
    by_id = {one.statement: one for one in shown}
    found: dict[tuple[object, ...], Join] = {}
    for one in oppositions:
        if one.first not in by_id or one.second not in by_id:
            continue
        ends = by_id[one.first], by_id[one.second]
        key = (*((end.group, end.speaker) for end in ends), one.kind, one.within, one.corrected)
        found.setdefault(key, _join(one, ends, name, words))
    order = {Kind.REVERSAL: 0, Kind.WITHIN: 1, Kind.BETWEEN: 2}
    ranked = sorted(found.items(), key=lambda pair: (bool(pair[0][-1]), order[Kind(str(pair[0][2]))]))
    # Of many lines most are between sides: a word on each of those would hide more than it says.
    few = len(ranked) <= MOST_WORDS
    drawn = [
        join if few or key[2] is not Kind.BETWEEN else replace(join, labels=())
        for key, join in ranked[:MOST_JOINS]
    ]
    return drawn, len(oppositions) - len(drawn)


def _join(one: Opposition, ends: tuple[Position, Position], name: Callable[[str], str], words: Words) -> Join:
    """Describe the line of a contradiction, in few words and in fewer."""
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


def summary(positions: Sequence[Position], oppositions: Sequence[Opposition], words: Words) -> str:
    """Say in words what the picture shows: who takes which position when, or how many do."""
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
            stance=stance_word(one.stance, words),
            date=_date(one, words),
        )
        for one in positions
    )


def _undated(placed: Sequence[Placed], words: Words) -> Markup:
    """Head the column of marks without a date."""
    head = text(words.say("no date"), x=f"{_UNDATED:g}%", y=12, cls="d-tick", anchor="middle")
    rule = lanemarks.divider(_UNDATED - 6.5, 4, placed[-1].bottom)
    return Markup(head + rule)


def _legend(shown: Sequence[Position], joins: Sequence[Join], words: Words) -> list[Key]:
    """Explain the stances and lines that there are."""
    used = {one.stance for one in shown}
    keys = [mark_key(stance, stance_word(stance, words)) for stance in STANCES if stance in used]
    if any(not one.is_dashed for one in joins):
        keys.append(line_key("d-join", words.say("contradiction")))
    if any(one.is_dashed for one in joins):
        keys.append(line_key("d-join d-dashed", words.say("contradiction, since corrected")))
    return keys


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
