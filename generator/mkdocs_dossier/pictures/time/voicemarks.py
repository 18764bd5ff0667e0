"""What the two fields of a claim hold: marks with their lines of text, events, and changes of stance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pictures.svg.lettering import ample, shortened
from mkdocs_dossier.pictures.svg.markup import Markup
from mkdocs_dossier.pictures.time.mirroring import Pen
from mkdocs_dossier.pictures.time.timescale import Span
from mkdocs_dossier.values.dates import EdtfDate

LINE = 16.0
"""The height of a line of text beside a mark, in pixels."""

UNBROKEN = "\u00a0"
"""A blank at which no line is broken; the writer of pictures makes an ordinary one of it."""

_BOLD = 1.12  # how much wider bold text is
_STEP = 0.9  # by how much a line is cut further where its letters are broader than expected


class Line(NamedTuple):
    """A line of text with its class in `positions.css`, and the size that this gives it, in pixels."""

    words: str
    cls: str
    size: float = 12.5
    is_bold: bool = False

    @property
    def width(self) -> float:
        """An upper bound of its width, in pixels."""
        return ample(self.words.replace(UNBROKEN, " "), self.size) * (_BOLD if self.is_bold else 1)

    def within(self, room: float) -> "Line | None":
        """Shorten it to fit so many pixels in any font; return None where nothing of it does."""
        found, left = self, room
        while found.words and found.width > room:
            found = self._replace(words=shortened(self.words, left, self.size))
            left *= _STEP
        return found if found.words else None

    def folded(self, room: float, most: int = 2) -> list["Line"]:
        """Break it into lines that fit so many pixels; the last of them is shortened where it must be."""
        lines: list[Line] = []
        rest = self.words
        while rest and len(lines) < most:
            cut = len(rest)
            while len(lines) < most - 1 and cut > 0 and self._replace(words=rest[:cut]).width > room:
                cut = rest.rfind(" ", 0, cut)
            fitted = self._replace(words=rest[:cut] if cut > 0 else rest).within(room)
            lines += [fitted] if fitted else []
            rest = rest[cut + 1 :] if cut > 0 else ""
        return lines


@dataclass(frozen=True)
class Voice:
    """The mark of a statement: its side, its time, the lines beside it, and its link."""

    statement: str
    side: str
    stance: Stance
    date: EdtfDate | None
    lines: tuple[Line, ...]
    title: str
    target: str
    is_withdrawn: bool = False
    is_implied: bool = False

    @cached_property
    def span(self) -> Span | None:
        """The time within which it was said."""
        return Span.of_moment(self.date) if self.date else None

    @cached_property
    def moment(self) -> float | None:
        """Where its mark stands: at the latest moment, in the middle of that day."""
        span = self.span
        if span is None or not span.is_stretch:
            return span.moment if span else None
        return span.moment if span.end is None else span.end - 0.5

    @property
    def is_vague(self) -> bool:
        """Whether its date is uncertain or approximate."""
        return self.date is not None and self.date.is_qualified

    @property
    def field(self) -> int:
        """-1 in the field of yes, 1 in that of no, 0 between the two."""
        return {Stance.ASSERTS: -1, Stance.DENIES: 1}.get(self.stance, 0)

    @property
    def cls(self) -> str:
        """The classes of its mark."""
        taken = " d-withdrawn" if self.is_withdrawn else ""
        return f"d-{self.stance}{taken}{' d-implied' if self.is_implied else ''}"

    def marks(
        self, pen: Pen, x: float, y: float, *, dx: float = 0, is_small: bool = False
    ) -> Iterator[Markup]:
        """Draw its mark: the shape of its stance, in a ring where its date is vague."""
        draw = pen.small if is_small else partial(pen.use, dx=dx)
        if self.is_vague:
            yield draw("vague", x, y, "d-vague")
        yield draw(str(self.stance), x, y, self.cls)


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that the claim is about: its name, when it was, and where its line stands."""

    name: str
    date: EdtfDate
    moment: float


@dataclass(frozen=True, slots=True)
class Change:
    """A side that changes: from the mark of one statement to that of another, by index, and a label."""

    first: int
    second: int
    label: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a drawing shows, in the order of time; `captions` name the two fields, yes first."""

    voices: Sequence[Voice]
    events: Sequence[Happened]
    changes: Sequence[Change]
    captions: tuple[str, str]

    @property
    def shapes(self) -> set[str]:
        """The shapes and fades that its marks may use."""
        vague = {"vague"} if any(one.is_vague for one in self.voices) else set()
        return {str(one.stance) for one in self.voices} | vague
