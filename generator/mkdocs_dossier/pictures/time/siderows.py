"""Draws the positions of many voices: a row for each side, small marks along time, yes above no."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.markup import Markup, link
from mkdocs_dossier.pictures.svg.picture import Drawing
from mkdocs_dossier.pictures.time.eventheads import HEAD, Head, drawn_heads, event_heads, fitted
from mkdocs_dossier.pictures.time.mirroring import Pen
from mkdocs_dossier.pictures.time.timescale import Scale, ticks
from mkdocs_dossier.pictures.time.voicemarks import Line, Plan, Voice

_STRIP, _GAP = 50.0, 10.0  # the height of a row's two fields, and what is kept between rows
_NAME = 20.0  # the height of a row's name where it stands above its fields
_KEY = 24.0  # the height of the row that says which half is which
_OFF = 14.0  # from the middle of a row to its marks
_FOOT = 36.0
_WIDE_FROM, _NARROW_FROM = 28.0, 0.0  # percent, where the fields of a row begin
_UNDATED = 94.0  # percent
_MARK, _COUNT = 20.0, 30.0  # pixels that a mark takes, and one that counts several
_MOST_MARKS = 100  # of all rows; beyond, marks that are near each other are counted together
_MARGIN, _BROAD = 8.0, 900.0


@dataclass(frozen=True, slots=True)
class Side:
    """A side with what its row says of it: its positions, by index; their counts in words, and in signs."""

    name: str
    counts: tuple[str, str]
    voices: tuple[int, ...]


def rows(plan: Plan, sides: Sequence[Side], pen: Pen, *, is_wide: bool, more: str) -> Drawing:
    """Draw a row for each side; what stands for several statements leads to `more`."""
    return _Rows.of(plan, sides, pen, more, is_wide=is_wide).drawing()


@dataclass(frozen=True, slots=True)
class _Rows:
    plan: Plan
    sides: Sequence[Side]
    pen: Pen
    more: str
    scale: Scale
    xs: Mapping[str, float]
    heads: Sequence[Head]
    start: float
    least: float

    @classmethod
    def of(cls, plan: Plan, sides: Sequence[Side], pen: Pen, more: str, *, is_wide: bool) -> "_Rows":
        start, least = (_WIDE_FROM, 600.0) if is_wide else (_NARROW_FROM, 280.0)
        is_whole = all(one.date for one in plan.voices)
        inset = 1500 / least
        scale = fitted(plan, start + inset, 100 - inset if is_whole else _UNDATED - 3 * inset)
        heads = event_heads(plan, scale, least, pen.words)
        xs = {one.statement: _UNDATED if one.moment is None else scale.at(one.moment) for one in plan.voices}
        return cls(plan, sides, pen, more, scale, xs, heads, start, least)

    @property
    def _pitch(self) -> float:
        return _STRIP + _GAP + (0 if self.start else _NAME)

    @property
    def _head(self) -> float:
        return _KEY + HEAD * max((one.row + 1 for one in self.heads), default=0)

    def drawing(self) -> Drawing:
        """Draw all rows, with the time below them."""
        bottom = self._head + self._pitch * len(self.sides) - _GAP
        distance = _MARK
        groups = self._groups(distance)
        while sum(map(len, groups)) > _MOST_MARKS:
            distance *= 1.6
            groups = self._groups(distance)
        parts = [
            *self._key(),
            *(part for row, side in enumerate(self.sides) for part in self._ground(self._top(row), side)),
            *drawn_heads(self.heads, self._head, self._stretches(bottom), self.pen),
            *self._time(bottom),
            *(self._mark(group, self._top(row)) for row, found in enumerate(groups) for group in found),
        ]
        return Drawing(parts, bottom + _FOOT, self.plan.shapes)

    def _top(self, row: int) -> float:
        return self._head + self._pitch * row + (0 if self.start else _NAME)

    def _stretches(self, bottom: float) -> list[tuple[float, float]]:
        """Say where lines of events go: not through the names of rows."""
        if self.start:
            return [(self._head, bottom)]
        return [(self._top(row), self._top(row) + _STRIP) for row in range(len(self.sides))]

    def _x(self, voice: Voice) -> float:
        return self.xs[voice.statement]

    def _groups(self, distance: float) -> list[list[list[Voice]]]:
        """Put together, for each row, those of one field that are nearer than so many pixels."""
        return [
            [
                group
                for height in (-1, 0, 1)
                for group in self._near([one for one in said if one.field == height], distance)
            ]
            for said in ([self.plan.voices[index] for index in side.voices] for side in self.sides)
        ]

    def _near(self, said: Sequence[Voice], distance: float) -> list[list[Voice]]:
        """Put together what has no room for marks of its own, from the first of a group on."""
        groups: list[list[Voice]] = []
        for one in sorted(said, key=self._x):
            if groups:
                room = distance if len(groups[-1]) == 1 else max(distance, _COUNT)
                if (self._x(one) - self._x(groups[-1][0])) * self.least / 100 < room:
                    groups[-1].append(one)
                    continue
            groups.append([one])
        return groups

    def _key(self) -> Iterator[Markup]:
        """Say once, above the first row, which half is which."""
        yes, no = self.plan.captions
        y = 13.0
        yield self.pen.text(yes, 0, y, "d-says d-says-yes")
        yield self.pen.text(no, 0, y, "d-says d-says-no", dx=Line(yes, "", 13, is_bold=True).width + 14)

    def _ground(self, top: float, side: Side) -> Iterator[Markup]:
        middle, start = top + _STRIP / 2, self.start
        yield self.pen.area(start, 100, top, middle, cls="d-field-yes")
        yield self.pen.area(start, 100, middle, top + _STRIP, cls="d-field-no")
        yield self.pen.line(start, middle, 100, middle, "d-centre")
        name = Line(side.name, "d-voice", 13, is_bold=True)
        room = self.least
        long, short = (Line(one, "d-body", 12) for one in side.counts)
        if start:
            yield from self._beside(middle - 4, name, name)
            yield from self._beside(middle + 12, long, short)
            return
        counts = long if long.width + name.width + 12 <= room else short.within(room / 2)
        left = room - (counts.width + 12 if counts else 0)
        if shown := name.within(left):
            yield self.pen.text(shown.words, 0, top - 6, shown.cls)
        if counts:
            yield self.pen.text(counts.words, 100, top - 6, counts.cls, anchor="end")

    def _beside(self, y: float, long: Line, short: Line) -> Iterator[Markup]:
        """Write a line before the fields of a row: the short one if the long one has no room there."""
        near, far = (
            long if long.width <= room else short.within(room)
            for room in (self.start * least / 100 - 12 for least in (self.least, _BROAD))
        )
        if near == far and near:
            yield self.pen.text(near.words, 0, y, near.cls)
            return
        for line, shown in ((near, "d-below-900"), (far, "d-from-900")):
            if line:
                yield self.pen.text(line.words, 0, y, f"{line.cls} {shown}")

    def _time(self, bottom: float) -> Iterator[Markup]:
        """Write the time below the rows, and the place of what has no date."""
        room = self.least * (1 - self.start / 100)
        found, taken, far = ticks(self.scale, room, self.pen.words), 0.0, 0.0
        undated = "" if all(one.date for one in self.plan.voices) else self.pen.words.say("no date")
        end = self.least - (ample(undated) + _MARGIN if undated else 0)
        for tick in found:
            x, half = self.scale.at(tick.day), ample(tick.label) / 2
            middle = x * self.least / 100
            if middle - half < taken or middle + half > end:
                continue
            taken = middle + half + _MARGIN
            yield self.pen.line(x, bottom, x, bottom + 4, "d-tick-mark")
            yield self.pen.text(tick.label, x, bottom + 16, "d-tick", anchor="middle")
            wide = ample(tick.context)
            if tick.context and middle - half >= far and middle - half + wide <= end:
                far = middle - half + wide + _MARGIN
                yield self.pen.text(tick.context, x, bottom + 31, "d-context", dx=-half)
        for left, right in self.scale.breaks:
            yield self.pen.area(left, right, self._head, bottom, cls="d-break")
        if undated:
            yield self.pen.text(undated, 100, bottom + 16, "d-tick", anchor="end")

    def _mark(self, group: Sequence[Voice], top: float) -> Markup:
        voice = group[0]
        y = top + _STRIP / 2 + voice.field * _OFF
        if len(group) == 1:
            marks = voice.marks(self.pen, self._x(voice), y, is_small=True)
            return link(voice.target, voice.title, *marks)
        x = self._x(voice)
        number = str(len(group))
        wide = max(ample(number, 11) + 8, 16)
        plate = self.pen.block(x, y - 7, y + 7, dx=0, wide=wide, cls=f"d-number d-{voice.stance}")
        figure = self.pen.text(number, x, y + 4, "d-numeral", anchor="middle")
        title = self.pen.words.say("{title}, and {n} more", title=voice.title, n=len(group) - 1)
        return link(self.more, title, plate, figure)
