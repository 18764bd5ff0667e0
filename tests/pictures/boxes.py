"""Where the parts of a drawing stand, read from its SVG alone, at any width of the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element

from mkdocs_dossier.pictures.svg.lettering import ample
from mkdocs_dossier.pictures.svg.picture import Picture
from tests.pictures.drawn import parsed

# The sizes of texts, as in `pictures.css` and `positions.css`, by class; the factor of bold ones.
SIZES = {"d-voice": 13, "d-words": 13, "d-says": 13, "d-event-name": 12.5, "d-numeral": 11}
BOLD = {"d-voice", "d-says", "d-event-name", "d-numeral"}
WIDTHS = {
    "d-below-600": (280, 328, 599),
    "d-600-900": (600, 747, 899),
    "d-from-600": (600, 899, 1188),
    "d-from-900": (900, 1100, 1188),
}


@dataclass(frozen=True)
class Box:
    """A part of a drawing, in pixels; `link` tells the parts of one mark, `what` is its text or class."""

    left: float
    top: float
    right: float
    bottom: float
    what: str
    kind: str
    link: int = -1

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right - 0.2
            and other.left < self.right - 0.2
            and self.top < other.bottom - 0.2
            and other.top < self.bottom - 0.2
        )

    def covers(self, other: "Box") -> bool:
        return (
            self.left <= other.left + 1
            and self.right >= other.right - 1
            and self.top <= other.top + 2
            and self.bottom >= other.bottom - 2
        )


def drawings(picture: Picture | None) -> dict[str, Element]:
    """List the drawings of a picture by the class of their screens."""
    found = {}
    for box in parsed(picture).iter("div"):
        drawing = box.find("svg")
        if drawing is not None:
            found[(box.get("class") or "").rpartition(" ")[2]] = drawing
    return found


def overlaps(drawing: Element, width: float) -> list[tuple[str, str]]:
    """List texts of a drawing that are covered or reach out of it at a width, and marks that meet."""
    boxes = list(_boxes(drawing, width))
    texts = [box for box in boxes if box.kind == "text"]
    plates = [box for box in boxes if box.kind == "plate"]
    marks = [box for box in boxes if box.kind in ("mark", "curve", "line")]
    found = [(one.what, other.what) for one, other in combinations(texts, 2) if one.meets(other)]
    for one, other in combinations([box for box in marks if box.kind == "mark"], 2):
        # A mark and its ring are one; an arrow's tip touches the mark that it leads to.
        is_tip = "tip" in one.what + other.what
        if one.link != other.link and not is_tip and one.meets(other):
            found.append((one.what, other.what))
    for one in texts:
        is_on_ground = any(plate.covers(one) for plate in plates)
        for other in marks:
            if one.meets(other) and (other.kind == "mark" or not is_on_ground):
                found.append((one.what, other.what))
        if one.left < -0.5 or one.right > width + 0.5 or one.top < -1:
            found.append((one.what, "the edge"))
    return found


def _boxes(drawing: Element, width: float) -> Iterator[Box]:
    for index, part in enumerate(drawing):
        for each in part.iter() if part.tag in ("a", "g") else [part]:
            yield from _of(each, width, index)


def _of(part: Element, width: float, link: int) -> Iterator[Box]:
    cls = part.get("class") or ""
    names = set(cls.split())
    match part.tag:
        case "text" if ("d-from-900" if width < 900 else "d-below-900") not in names:
            yield _text(part, names, width, link)
        case "use" if part.get("x"):
            yield _around(part, cls, width, 8, link)
        case "svg" if part.find("use") is not None:
            yield _around(part, cls, width, 5.5, link)
        case "rect" if names & {"d-plate", "d-number"}:
            x = _x(part, "x", width) + _shift(part)
            y, high = float(part.get("y", 0)), float(part.get("height", 0))
            yield Box(x, y, x + float(part.get("width", 0)), y + high, cls, "plate", link)
        case "line" if "d-happened" in names:
            (x1, x2), (y1, y2) = (
                sorted((_x(part, "x1", width), _x(part, "x2", width))),
                sorted((float(part.get("y1", 0)), float(part.get("y2", 0)))),
            )
            yield Box(x1 - 1, y1 - 1, x2 + 1, y2 + 1, cls, "line", link)
        case "svg" if part.find("path") is not None:
            for (x1, y1), (x2, y2) in pairwise(_points(part, width)):
                (left, right), (top, bottom) = sorted((x1, x2)), sorted((y1, y2))
                yield Box(left - 1, top - 1, right + 1, bottom + 1, "an arrow", "curve", link)


def _text(part: Element, names: set[str], width: float, link: int) -> Box:
    words = part.text or ""
    size = next((SIZES[name] for name in names if name in SIZES), 12.0)
    wide = ample(words, size) * (1.1 if names & BOLD else 1)
    anchor = part.get("text-anchor", "")
    if part.get("direction") == "rtl":
        anchor = {"start": "end", "end": ""}.get(anchor, anchor)
    x = _x(part, "x", width) + float(part.get("dx", 0))
    left = x - {"": 0.0, "middle": wide / 2, "end": wide}[anchor]
    y = float(part.get("y", 0))
    return Box(left, y - 10.5, left + wide, y + 3, words, "text", link)


def _around(part: Element, cls: str, width: float, half: float, link: int) -> Box:
    x, y = _x(part, "x", width) + _shift(part), float(part.get("y", 0))
    return Box(x - half, y - half, x + half, y + half, cls or "a mark", "mark", link)


def _x(part: Element, name: str, width: float) -> float:
    value = part.get(name, "0")
    return float(value[:-1]) * width / 100 if value.endswith("%") else float(value)


def _shift(part: Element) -> float:
    found = re.search(r"translate\(([-\d.]+)", part.get("transform", ""))
    return float(found[1]) if found else 0.0


def _points(part: Element, width: float) -> Sequence[tuple[float, float]]:
    """List points along the path of an arrow."""
    path = part.find("path")
    assert path is not None
    numbers = [float(one) for one in re.findall(r"-?[\d.]+", path.get("d", ""))]
    places = list(zip(numbers[::2], numbers[1::2], strict=True))
    x, top = _x(part, "x", width), float(part.get("y", 0))
    if not part.get("viewBox"):
        return [(x + across, down) for across, down in places]
    stretch = _x(part, "width", width) / 100
    found = []
    for piece in range(25):
        t = piece / 24
        shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        across = sum(share * place[0] for share, place in zip(shares, places, strict=True))
        down = sum(share * place[1] for share, place in zip(shares, places, strict=True))
        found.append((x + across * stretch, top + down))
    return found
