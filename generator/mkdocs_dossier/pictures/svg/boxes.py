"""Boxes in pixels that may not cover one another: what labels are placed with."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A box in pixels, x to the right, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> "Box":
        """Make a box about its middle."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def meets(self, other: "Box") -> bool:
        """Tell whether two boxes share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_inside(self, other: "Box") -> bool:
        """Tell whether another box holds all of it."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


def first_free(candidates: Iterable[Box], taken: Iterable[Box], within: Box) -> Box | None:
    """Give the first box that lies within another and meets none that is taken."""
    known = list(taken)
    return next(
        (box for box in candidates if box.is_inside(within) and not any(box.meets(other) for other in known)),
        None,
    )
