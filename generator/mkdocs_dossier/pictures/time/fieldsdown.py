"""Draws the positions on a claim on a phone: time down, yes on the side where lines start, no on the other.

One time follows the other with as much room as its texts need, so nothing can overlap; each bears its date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.pictures.svg.markup import Markup, link
from mkdocs_dossier.pictures.svg.picture import Drawing
from mkdocs_dossier.pictures.time.eventheads import named
from mkdocs_dossier.pictures.time.mirroring import Pen
from mkdocs_dossier.pictures.time.shortdates import short_date, year_of
from mkdocs_dossier.pictures.time.voicemarks import Change, Line, Plan

_NARROWEST = 280.0
# In pixels from the centre line: marks, text, arrows that go down beside it.
_RAIL, _TEXT, _TRACK = 17.0, 31.0, 6.0
_ROOM = _NARROWEST / 2 - _TEXT - 4  # for the text of a mark
_ACROSS = _NARROWEST - 28  # for what stands on the centre line
# In pixels: a line of text; the field's caption; a date; what is kept below a mark's text; half a mark.
_LINE, _CAPTION, _DATE, _BELOW, _HALF = 15.0, 28.0, 24.0, 14.0, 9.0
_SOONEST, _A_DAY, _LONGEST = 8.0, 5.0, 40.0  # of the room between two times: at least, for a day, at most
_OPEN = 60.0  # how far a bar without a beginning reaches
_TIP = 9.0


def down(plan: Plan, pen: Pen) -> Drawing:
    """Draw the two fields with time downwards."""
    flow = _Flow(plan, pen)
    flow.fill()
    shapes = plan.shapes | {"fade-up", "fade-down", "tip-left", "tip-right"}
    return Drawing([*flow.ground(), *flow.bars(), *flow.arrows(), *flow.parts], flow.y, shapes)


@dataclass
class _Flow:
    """The drawing while it is made, from the top to `y`; `ys` are the marks' places, by index.

    `stops` are pairs of a time and its place, between which bars find theirs.
    """

    plan: Plan
    pen: Pen
    y: float = _CAPTION
    ys: dict[int, float] = field(default_factory=dict)
    stops: list[tuple[float, float]] = field(default_factory=list)
    parts: list[Markup] = field(default_factory=list)
    dated: list[int] = field(default_factory=list)

    def fill(self) -> None:
        """Go through the times, those of events before those of statements; what has no date comes last."""
        voices = self.plan.voices
        dated = {one.moment for one in voices if one.moment is not None}
        moments = sorted(dated | {one.moment for one in self.plan.events})
        last: float | None = None
        for moment in moments:
            if last is not None:
                self.y += min(_SOONEST + _A_DAY * (moment - last), _LONGEST)
            self.stops.append((moment - 0.5, self.y))
            self._events(moment)
            self._stop([index for index, one in enumerate(voices) if one.moment == moment])
            self.stops.append((moment + 0.5, self.y))
            last = moment
        undated = [index for index, one in enumerate(voices) if one.moment is None]
        if undated:
            self.y += _LONGEST / 2
            self._stop(undated)
        self.y += 4

    def _events(self, moment: float) -> None:
        for one in self.plan.events:
            if one.moment == moment:
                lines = named(one, self.plan, self.pen.words)[0].folded(_ACROSS)
                high = _LINE * len(lines) + 9
                middle = self.y + high / 2
                self.parts.append(self.pen.line(0, middle, 100, middle, "d-happened"))
                self._on_centre(lines, high, "d-plate d-plate-event")
                self.y += 6

    def _on_centre(self, lines: Sequence[Line], high: float, plate: str) -> None:
        """Write lines on the centre line, on a plate of their size."""
        wide = max((line.width for line in lines), default=0) + 14
        self.parts.append(self.pen.block(50, self.y, self.y + high, dx=0, wide=wide, cls=plate))
        for row, line in enumerate(lines):
            base = self.y + (high - _LINE * len(lines)) / 2 + _LINE * row + 11.5
            self.parts.append(self.pen.text(line.words, 50, base, line.cls, anchor="middle"))
        self.y += high

    def _stop(self, indices: Sequence[int]) -> None:
        """Place the statements of one time: those between the fields, then those of both side by side."""
        if not indices:
            return
        for change in self.plan.changes:
            if change.second in indices:
                self.y += 4
                self._on_centre(Line(change.label, "d-changed", 12).folded(_ACROSS), _LINE + 6, "d-plate")
                self.y += 6
        self._on_centre([Line(self._date(indices), "d-tick", 12)], _LINE + 5, "d-plate")
        self.y += 8
        for index in indices:
            if not self.plan.voices[index].field:
                self._between(index)
        ends = [self._column(indices, side) for side in (-1, 1)]
        self.y = max(*ends, self.y)

    def _date(self, indices: Sequence[int]) -> str:
        words, date = self.pen.words, self.plan.voices[indices[0]].date
        if date is None:
            return words.say("no date")
        is_new = not self.dated or self.dated[-1] != year_of(date)
        self.dated.append(year_of(date) or 0)
        return short_date(date, words, with_year=is_new)

    def _between(self, index: int) -> None:
        """Place a small mark on the centre line, with its text below it."""
        voice = self.plan.voices[index]
        self.ys[index] = self.y + 6
        marks = list(voice.marks(self.pen, 50, self.y + 6, is_small=True))
        before = len(self.parts)
        self.y += 15
        lines = [part for line in voice.lines for part in line.folded(_ACROSS)]
        self._on_centre(lines, _LINE * len(lines) + 6, "d-plate")
        self.parts[before:] = [link(voice.target, voice.title, *self.parts[before:], *marks)]
        self.y += 8

    def _column(self, indices: Sequence[int], side: int) -> float:
        """Place the marks of one field below one another; return where they end."""
        y = self.y
        for index in indices:
            voice = self.plan.voices[index]
            if voice.field == side:
                lines = [part for line in voice.lines for part in line.folded(_ROOM, most=3)]
                self.ys[index] = y + _HALF
                marks = voice.marks(self.pen, 50, y + _HALF, dx=side * _RAIL)
                anchor = "" if side > 0 else "end"
                texts = [
                    self.pen.text(
                        line.words, 50, y + 13 + _LINE * row, line.cls, dx=side * _TEXT, anchor=anchor
                    )
                    for row, line in enumerate(lines)
                ]
                self.parts.append(link(voice.target, voice.title, *marks, *texts))
                y += max(_LINE * len(lines), 2 * _HALF + 6) + _BELOW
        return y

    def ground(self) -> Iterator[Markup]:
        """Draw the two fields, and say what they are."""
        yield self.pen.area(0, 50, 0, self.y, cls="d-field-yes")
        yield self.pen.area(50, 100, 0, self.y, cls="d-field-no")
        yield self.pen.line(50, 0, 50, self.y, "d-centre")
        yes, no = self.plan.captions
        room = _NARROWEST / 2 - 12
        for caption, side, cls in ((yes, -1, "d-says d-says-yes"), (no, 1, "d-says d-says-no")):
            if line := Line(caption, cls, 13, is_bold=True).within(room):
                yield self.pen.text(
                    line.words,
                    0 if side < 0 else 100,
                    18,
                    cls,
                    dx=-side * 8,
                    anchor="" if side < 0 else "end",
                )

    def bars(self) -> Iterator[Markup]:
        """Draw the bars of uncertain times, none through another mark of its field."""
        for index, voice in enumerate(self.plan.voices):
            span, y = voice.span, self.ys.get(index)
            if y is None or span is None or not span.is_stretch:
                continue
            others = [
                self.ys[other]
                for other, one in enumerate(self.plan.voices)
                if one.field == voice.field and other != index and other in self.ys
            ]
            highest = max((one + _HALF + 3 for one in others if one < y), default=_CAPTION - 6)
            lowest = min((one - _HALF - 3 for one in others if one > y), default=self.y)
            cls, dx = f"d-range d-{voice.stance}", voice.field * _RAIL
            if span.end is None:
                yield self.pen.block(50, y, min(y + _OPEN, lowest), dx=dx, wide=6, cls=cls, fade="fade-down")
                continue
            start = y - _OPEN if span.start is None else self._at(span.start)
            fade = "" if span.start is not None and start >= highest else "fade-up"
            yield self.pen.block(50, min(max(start, highest), y), y, dx=dx, wide=6, cls=cls, fade=fade)

    def _at(self, moment: float) -> float:
        """Return where a time is: between two that are drawn, in proportion."""
        before = [one for one in self.stops if one[0] <= moment]
        after = [one for one in self.stops if one[0] > moment]
        if not before or not after:
            return _CAPTION - 7 if not before else self.y
        (first, top), (last, bottom) = before[-1], after[0]
        return top + (bottom - top) * (moment - first) / (last - first)

    def arrows(self) -> Iterator[Markup]:
        """Draw an arrow from mark to mark where a side changes, down beside the centre line."""
        for change in self.plan.changes:
            yield from self._arrow(change)

    def _arrow(self, change: Change) -> Iterator[Markup]:
        first, second = (self.plan.voices[one] for one in (change.first, change.second))
        y1, y2 = self.ys[change.first], self.ys[change.second]
        from_, to = first.field, second.field
        end = to * (_RAIL - _TIP)
        points = [
            ("M", from_ * (_RAIL - 7), y1),
            ("Q", from_ * _TRACK, y1),
            ("", from_ * _TRACK, y1 + 12),
            ("L", from_ * _TRACK, y2 - 14),
            ("Q", from_ * _TRACK, y2),
            ("", end - to * 5, y2),
        ]
        yield self.pen.path(50, points, "d-change")
        yield self.pen.use("tip-right" if to > 0 else "tip-left", 50, y2, "d-change-tip", dx=end)
