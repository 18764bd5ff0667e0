"""Draws figures that count the same over time: a mark at each number, steps between those of one voice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_dossier.pictures.svg.lettering import shortened
from mkdocs_dossier.pictures.svg.markup import Markup, link, number, percent, tag, text
from mkdocs_dossier.pictures.svg.picture import NARROW, Frame, Href, Key, Picture, Site, framed
from mkdocs_dossier.pictures.time.items import Item, Mark
from mkdocs_dossier.pictures.time.lanemarks import date_keys, stretch
from mkdocs_dossier.pictures.time.numberscale import number_axis
from mkdocs_dossier.pictures.time.steplabels import Label, placed
from mkdocs_dossier.pictures.time.stepplot import BOTTOM, HALF, HEAD, HEIGHT, Plot, Point, Upright
from mkdocs_dossier.pictures.time.timescale import Span, axis, breaks
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words

MOST_VOICES, MOST_MARKS = 6, 40
"""How many voices and marks a picture shows."""

_NAMED = 12  # figures that the summary names one by one, at most
_THICK = 6.0  # the width of an upright bar, in pixels
_LONG, _SHORT = 210.0, 110.0  # pixels of a label
_NOBODY = "voice-none"


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as somebody gives it: who, by id and by name; for which day, and when, in words; how many.

    `voice` is "" where nobody is known to say it. `said` is the amount in words, `href` where its mark leads.
    """

    voice: str
    name: str
    date: EdtfDate | None
    when: str
    amount: Amount
    said: str
    href: str


def draw(
    given: Sequence[Given], *, measure: str, nth: int, href: Href, words: Words, more: str
) -> Picture | None:
    """Draw figures that count the same; return None if fewer than two have a date.

    `measure` says what they count, `nth` tells the pictures of one page apart; `more` is the address of the
    table.
    """
    dated = sorted((one for one in given if one.date), key=_order)
    if len(dated) < 2:  # noqa: PLR2004 - one mark shows nothing
        return None
    glyphs = _glyphs(dated)
    shown = _most_telling([one for one in dated if one.voice in glyphs])
    items = [(_item(index, one, glyphs, words), one.amount) for index, one in enumerate(shown)]
    plot = Plot.of(items, words)
    site = Site(href, words, f"steps-{nth}", more)
    left_out = len(given) - len(shown)
    frame = Frame(
        "steps",
        words.say("Figures over time: {measure}", measure=measure),
        _summary(dated, words),
        height=HEIGHT,
        least=int(NARROW),
        shapes=plot.chart.shapes | {bar.fade for bar in map(plot.bar, plot.points) if bar.fade},
        legend=[*_voice_keys(shown, glyphs, words), *_bar_keys(plot, site), *date_keys(plot.chart, words)],
        listed=list(_left_out(left_out, words)),
        left_out=left_out,
    )
    return framed(frame, site, *_axes(plot, measure, words), *_series(plot, shown, site))


def _order(one: Given) -> tuple[object, ...]:
    """Sort by date; what comes then makes the picture the same whatever the order of the figures."""
    moment = Span.of_moment(one.date).moment if one.date else 0.0
    return (moment, one.name, one.voice, one.amount.text, one.when, one.href)


def _glyphs(dated: Iterable[Given]) -> dict[str, str]:
    """Give a shape to each of the voices with most figures, in the order in which they first speak."""
    counts = Counter(one.voice for one in dated)
    named = [voice for voice in counts if voice]
    # The sort is stable: of two voices with as many figures, the first to speak comes first.
    kept = sorted(named, key=lambda voice: -counts[voice])[:MOST_VOICES]
    first = [voice for voice in named if voice in kept]
    shapes = {voice: f"voice-{nth}" for nth, voice in enumerate(first, start=1)}
    return {**shapes, "": _NOBODY} if "" in counts else shapes


def _most_telling(drawn: Sequence[Given]) -> list[Given]:
    """Keep the first and the last figure of each voice, and of the others as many as there is room for."""
    if len(drawn) <= MOST_MARKS:
        return list(drawn)
    firsts = {one.voice: index for index, one in reversed(list(enumerate(drawn)))}
    lasts = {one.voice: index for index, one in enumerate(drawn)}
    ends = {*firsts.values(), *lasts.values()}
    others = [index for index in range(len(drawn)) if index not in ends]
    room = MOST_MARKS - len(ends)
    kept = ends | {others[index * len(others) // room] for index in range(room)}
    return [drawn[index] for index in sorted(kept)]


def _item(index: int, one: Given, glyphs: Mapping[str, str], words: Words) -> Item:
    """Describe the mark of a figure; its id is its place among those that are shown."""
    span = Span.of_moment(one.date) if one.date else None
    title = words.say("{amount}, {date}", amount=one.said, date=one.when)
    if one.name:
        title = words.say("{voice}: {figures}", voice=one.name, figures=title)
    return Item(str(index), span, glyphs[one.voice], title, one.href)


def _axes(plot: Plot, measure: str, words: Words) -> Iterator[Markup]:
    """Draw both axes, and say what is counted, on the side where the language's lines start."""
    yield from breaks(plot.axis, BOTTOM)
    yield from axis(plot.axis, NARROW, words, BOTTOM)
    yield from number_axis(plot.numbers, plot.left, words)
    x, anchor = (100.0, "end") if words.direction == "rtl" else (0.0, "")
    head = shortened(measure, NARROW - 2 * HALF)
    yield text(head, x=percent(x), y=HEAD, cls="d-word", anchor=anchor)


def _series(plot: Plot, shown: Sequence[Given], site: Site) -> Iterator[Markup]:
    """Draw lines, labels and marks: what comes later covers what comes earlier."""
    glyphs = list(dict.fromkeys(point.mark.item.glyph for point in plot.points))
    lined = [glyph for glyph in glyphs if glyph != _NOBODY]
    for glyph in lined:
        yield from _line(plot.line(glyph))
    yield from placed(_labels(plot, shown), plot.sheet(lined, site.words), is_mirrored=plot.is_mirrored)
    for point in plot.seen:
        yield _mark(point, plot.bar(point), site)


def _line(marks: Sequence[Mark]) -> Iterator[Markup]:
    """Draw the steps of a voice: its number holds until the day for which it gives another."""
    steps = "".join(f"H{later.x:.2f}V{number(later.y)}" for _, later in pairwise(marks))
    if not steps:
        return
    path = f"M{marks[0].x:.2f} {number(marks[0].y)}{steps}"
    # The height is repeated as a style: some themes set `height: auto` for every svg.
    yield tag(
        "svg",
        Markup(f'<path class="d-steps d-{marks[0].item.glyph}" d="{path}"/>'),
        width="100%",
        height=HEIGHT,
        viewBox=f"0 0 100 {number(HEIGHT)}",
        preserveAspectRatio="none",
        style=f"height:{number(HEIGHT)}px",
    )


def _mark(point: Point, bar: Upright, site: Site) -> Markup:
    """Draw the marks of a figure as a link, over the bars of its date and of its number."""
    mark = point.mark
    parts = list(stretch(mark, site))
    if bar.high > 0:
        parts.append(_upright(mark, bar, site))
    if mark.is_vague:
        parts.append(site.use("vague", mark.x, mark.y))
    parts += [site.use(mark.item.glyph, mark.x, y) for y in point.ends]
    moved = f"translate({number(point.dx)})" if point.dx else ""
    return link(mark.item.target, mark.item.title, tag("g", *parts, transform=moved))


def _upright(mark: Mark, bar: Upright, site: Site) -> Markup:
    return tag(
        "rect",
        x=percent(mark.x),
        y=bar.top,
        width=_THICK,
        height=bar.high,
        transform=f"translate({number(-_THICK / 2)})",
        cls=f"d-range d-{mark.item.glyph}",
        mask=f"url(#{site.prefix}-{bar.fade})" if bar.fade else "",
    )


def _labels(plot: Plot, shown: Sequence[Given]) -> Iterator[Label]:
    """List the names of voices, each at its last mark, then the numbers, those of last marks first."""
    lasts = {point.mark.item.glyph: point for point in plot.points}
    for point in lasts.values():
        given = shown[int(point.mark.item.id)]
        if given.name:
            cls = f"d-series d-{point.mark.item.glyph}"
            yield _label(plot, point, given.name, (_LONG, _SHORT), cls)
    last = {point.mark.item.id for point in lasts.values()}
    for point in sorted(plot.points, key=lambda point: point.mark.item.id not in last):
        yield _label(plot, point, shown[int(point.mark.item.id)].said, (_LONG,), "d-caption")


def _label(plot: Plot, point: Point, words: str, rooms: Sequence[float], cls: str) -> Label:
    texts = tuple(dict.fromkeys(shortened(words, room) for room in rooms))
    is_name = cls != "d-caption"
    return Label(plot.whole(point), point.mark.y, texts, cls, is_name=is_name)


def _summary(dated: Sequence[Given], words: Words) -> str:
    """Say in words who gives which numbers, one by one, or if there are many the first and the last."""
    voices: dict[str, list[Given]] = {}
    for one in dated:
        voices.setdefault(one.voice, []).append(one)
    parts = []
    for said in voices.values():
        figures = _listed(said, words) if len(dated) <= _NAMED else _ends(said, words)
        name = said[0].name or words.say("nobody named")
        parts.append(words.say("{voice}: {figures}", voice=name, figures=figures))
    return words.say("{series}.", series="; ".join(parts))


def _listed(said: Iterable[Given], words: Words) -> str:
    return words.say(", ").join(
        words.say("{amount} ({date})", amount=one.said, date=one.when) for one in said
    )


def _ends(said: Sequence[Given], words: Words) -> str:
    """Say the first and the last of several figures."""
    if len(said) == 1:
        return _listed(said, words)
    first, last = (_listed([one], words) for one in (said[0], said[-1]))
    return words.count(
        "{n} figure, from {first} to {last}",
        "{n} figures, from {first} to {last}",
        len(said),
        first=first,
        last=last,
    )


def _voice_keys(shown: Sequence[Given], glyphs: Mapping[str, str], words: Words) -> Iterator[Key]:
    """Explain the line and shape of each voice."""
    names = {one.voice: one.name for one in shown}
    for voice, glyph in glyphs.items():
        if voice:
            yield Key.of_steps(glyph, shortened(names[voice], NARROW - 60))
        else:
            yield Key.of_mark(glyph, words.say("nobody named"), size="1")


def _bar_keys(plot: Plot, site: Site) -> Iterator[Key]:
    """Explain upright bars, if there are any."""
    fades = {bar.fade for bar in map(plot.bar, plot.points) if bar.high > 0}
    meanings = {
        "fade-up": site.words.say("this many or more"),
        "fade-down": site.words.say("this many or fewer"),
        "": site.words.say("some number within"),
    }
    for fade, meaning in meanings.items():
        if fade in fades:
            mask = f' mask="url(#{site.prefix}-{fade})"' if fade else ""
            bar = f'<rect class="d-range d-event" x="4" y="1" width="6" height="14"{mask}/>'
            yield Key(Markup(bar), meaning, 14)


def _left_out(left_out: int, words: Words) -> Iterator[str]:
    if left_out:
        yield words.count(
            "{n} figure has no mark here; the table has it.",
            "{n} figures have no mark here; the table has them.",
            left_out,
        )
