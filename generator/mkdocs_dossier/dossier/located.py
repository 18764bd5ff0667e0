"""Where in a long source the parts of its text stand: on which pages, at what times, in which sections."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.model.recordparts import Locator


@dataclass(frozen=True, slots=True)
class Locators:
    """The parts of a text: where each begins, in code points, and what it is called."""

    starts: tuple[int, ...]
    parts: tuple[Locator, ...]

    def at(self, offset: int) -> Locator | None:
        """Return the part that a character stands in; None for what stands before all of them."""
        place = bisect_right(self.starts, offset) - 1
        return self.parts[place] if place >= 0 else None


Located = Mapping[str, tuple[Locators | None, ...]]
"""The locators of sources by their ids, one for each version of the text, None where it has none."""
