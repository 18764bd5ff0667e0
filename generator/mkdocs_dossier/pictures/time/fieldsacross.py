"""Draws the positions on a claim where there is room: time across, yes above a centre line, no below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.markup import Markup, link
from mkdocs_dossier.pictures.svg.picture import Drawing
from mkdocs_dossier.pictures.time.eventheads import HEAD, Head, drawn_heads, event_heads, fitted
from mkdocs_dossier.pictures.time.fieldplaces import Fields, along
from mkdocs_dossier.pictures.time.mirroring import Pen
from mkdocs_dossier.pictures.time.shortdates import short_date, year_of
from mkdocs_dossier.pictures.time.steplabels import Box
from mkdocs_dossier.pictures.time.timescale import Scale
from mkdocs_dossier.pictures.time.voicemarks import LINE, Change, Line, Plan, Voice

# In percent: the first and the last day; the same where there is a column for what has no date; its marks.
_LEFT, _RIGHT, _RIGHT_OF_DATED, _COLUMN, _UNDATED = 5.0, 95.0, 72.0, 77.0, 80.0
# In pixels: what a field keeps free at its outer edge, for its caption; the least height of a field; the
# row of dates; from a field's outer edge to the base line of its caption.
_EDGE, _LEAST, _FOOT, _CAPTION = 28.0, 64.0, 26.0, 18.0
_TIP = 10.0  # pixels from a mark's middle at which an arrow ends
_MARGIN, _GAP = 8.0, 10.0
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.8, 0.9, 0.2)  # where along an arrow to try its label
_SIDES = {"middle": 0.0, "": 6.0, "end": -6.0}  # on which side of there, and how far away
_BROKEN = 0.62  # the share of a label's width that each of two lines may take


def across(plan: Plan, pen: Pen, least: float) -> Drawing:
    """Draw the two fields with time across, for screens with so many pixels or more."""
    return _Across.of(plan, pen, least).drawing()


@dataclass(frozen=True, slots=True)
class _Across:
    """The drawing while it is made: its places count from the centre line, which is at `middle`."""

    plan: Plan
    pen: Pen
    least: float
    scale: Scale
    fields: Fields
    heads: Sequence[Head]
    head: float
    middle: float
    bottom: float

    @classmethod
    def of(cls, plan: Plan, pen: Pen, least: float) -> "_Across":
        """Place everything; the heights follow from that."""
        is_whole = all(one.date for one in plan.voices)
        scale = fitted(plan, _LEFT, _RIGHT if is_whole else _RIGHT_OF_DATED)
        xs = [_UNDATED if one.moment is None else scale.at(one.moment) for one in plan.voices]
        bars = [_bar(one, x, scale) for one, x in zip(plan.voices, xs, strict=True)]
        heads = event_heads(plan, scale, least, pen.words)
        upright = [one.x for one in heads]
        limit = 100 if is_whole else _COLUMN
        fields = Fields(least, plan.voices, xs, bars, plan.changes, upright, limit)
        fields.fill()
        above, below = (max(high + _EDGE, _LEAST + fields.half) for high in fields.extent())
        head = HEAD * max((one.row + 1 for one in heads), default=0)
        return cls(plan, pen, least, scale, fields, heads, head, head + above, head + above + below)

    def drawing(self) -> Drawing:
        """Draw all of it; what comes later covers what comes earlier."""
        shapes = self.plan.shapes | {"fade-before", "fade-after", "fade-both", "arrow", "arrow-up"}
        parts = [
            *self._ground(),
            *drawn_heads(self.heads, self.head, [(self.head, self.bottom)], self.pen),
            *self._arrows(),
            *self._captions(),
            *self._dates(),
            *(self._mark(index) for index in range(len(self.plan.voices))),
        ]
        return Drawing(parts, self.bottom + _FOOT, shapes)

    def _ground(self) -> Iterator[Markup]:
        pen, half = self.pen, self.fields.half
        yield pen.area(0, 100, self.head, self.middle - half, cls="d-field-yes")
        yield pen.area(0, 100, self.middle + half, self.bottom, cls="d-field-no")
        for y in {self.middle - half, self.middle + half}:
            yield pen.line(0, y, 100, y, "d-centre")
        for left, right in self.scale.breaks:
            yield pen.area(left, right, self.head, self.bottom, cls="d-break")
            yield pen.text("//", (left + right) / 2, self.bottom + 17, "d-break-sign", anchor="middle")
        if self.fields.limit < 100:  # noqa: PLR2004 - all of the width
            yield pen.line(_COLUMN, self.head, _COLUMN, self.bottom, "d-divider")

    def _captions(self) -> Iterator[Markup]:
        edges = (self.head + _CAPTION, "yes"), (self.bottom - 9, "no")
        for caption, (y, field) in zip(self.plan.captions, edges, strict=True):
            wide = Line(caption, "", 13, is_bold=True).width + _MARGIN
            # It may stand over the line of an event.
            cls = f"d-plate d-plate-{field}"
            yield self.pen.block(0, y - 13, y + 5, dx=_MARGIN / 2 + wide / 2, wide=wide, cls=cls)
            yield self.pen.text(caption, 0, y, f"d-says d-says-{field}", dx=_MARGIN)

    def _mark(self, index: int) -> Markup:
        voice, place = self.plan.voices[index], self.fields.places[index]
        y = self.middle + place.y
        parts = []
        if bar := self.fields.bars[index]:
            cls = f"d-range d-{voice.stance}"
            parts.append(self.pen.area(*bar, y - 3, y + 3, cls=cls, fade=_fade(voice, self.scale)))
        if place.is_over:
            box, ground = place.label, {-1: " d-plate-yes", 0: "", 1: " d-plate-no"}[voice.field]
            wide, top, bottom = box.right - box.left, self.middle + box.top, self.middle + box.bottom
            dx = (box.left + box.right) / 2
            parts.append(self.pen.block(place.x, top, bottom, dx=dx, wide=wide, cls=f"d-plate{ground}"))
        parts += voice.marks(self.pen, place.x, y, is_small=not voice.field)
        for row, line in enumerate(place.lines):
            base = self.middle + place.top + LINE * row + 12
            parts.append(self.pen.text(line.words, place.x, base, line.cls, dx=place.dx, anchor=place.anchor))
        return link(voice.target, voice.title, *parts)

    def _arrows(self) -> Iterator[Markup]:
        for one in self.fields.drawn:
            first, second = self.fields.places[one.first], self.fields.places[one.second]
            down = 1 if second.y > first.y else -1
            tip = self.middle + second.y - down * _TIP
            yield self.pen.curve(first.x, self.middle + first.y, second.x, tip - down * 4, "d-change")
            yield self.pen.use("arrow" if down > 0 else "arrow-up", second.x, tip, "d-change-tip")
            yield from self._label(one)

    def _label(self, change: Change) -> Iterator[Markup]:
        """Write what an arrow says, on the side of it that is free; nothing where there is no room."""
        first, second = self.fields.places[change.first], self.fields.places[change.second]
        points = list(along(first, second))
        whole = Line(change.label, "d-changed", 12)
        # In one line, or broken into two where there is less room.
        for lines in ([whole], whole.folded(whole.width * _BROKEN)):
            wide = max(line.width for line in lines)
            for share, anchor, is_over in product(_SHARES, _SIDES, (True, False)):
                x, y = points[round(share * (len(points) - 1))]
                dx = _SIDES[anchor]
                left = {"middle": -wide / 2, "": dx, "end": dx - wide}[anchor]
                high = LINE * len(lines)
                top = y - high - 5 if is_over else y + 7
                box = Box(x, x, left, left + wide, top, top + high)
                edge = self.fields.half + 2
                if self.fields.is_free(box) and (top + high < -edge or top > edge):
                    self.fields.taken.append(box)
                    for row, line in enumerate(lines):
                        base = self.middle + top + LINE * row + 12
                        yield self.pen.text(line.words, x, base, line.cls, dx=dx, anchor=anchor)
                    return

    def _dates(self) -> Iterator[Markup]:
        """Write the days on which something was said under the fields, the outermost first."""
        words = self.pen.words
        dated = {self.scale.at(one.moment): one.date for one in self.plan.voices if one.date and one.moment}
        taken = [Box(left, right, 0, 0, 0, 1) for left, right in self.scale.breaks]
        ordered = sorted(dated)
        for x in [*ordered[:1], *ordered[:0:-1]]:
            date = dated[x]
            before = [dated[other] for other in ordered if other < x]
            is_new = not before or year_of(before[-1]) != year_of(date)
            said = short_date(date, words, with_year=is_new)
            half = ample(said) / 2
            # At the edges, a date moves inward.
            dx = max(0, half - x * self.least / 100) - max(
                0, half - (self.fields.limit - x) * self.least / 100
            )
            box = Box(x, x, dx - half - _GAP / 2, dx + half + _GAP / 2, 0, 1)
            yield self.pen.line(x, self.bottom, x, self.bottom + 5, "d-tick-mark")
            if all(box.is_apart(one, self.least) for one in taken):
                taken.append(box)
                yield self.pen.text(said, x, self.bottom + 18, "d-tick", dx=dx, anchor="middle")
        if self.fields.limit < 100:  # noqa: PLR2004
            said = words.say("no date")
            yield self.pen.text(said, _COLUMN, self.bottom + 18, "d-tick", dx=_MARGIN)


def _bar(voice: Voice, x: float, scale: Scale) -> tuple[float, float] | None:
    """Return from where to where the bar of a mark goes, None where its day is known."""
    span = voice.span
    if span is None or not span.is_stretch:
        return None
    start = 0.0 if span.start is None else scale.at(span.start)
    return (start, x) if span.end is not None else (x, scale.at(scale.parts[-1].last))


def _fade(voice: Voice, scale: Scale) -> str:
    span = voice.span
    if span is None or span.end is None:
        return "fade-after"
    return "" if span.start is not None and scale.holds(span.start) else "fade-before"
