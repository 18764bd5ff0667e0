"""The texts of sources in their versions, and on which pages or at what times their parts stand."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_dossier.model.recordparts import Locator
from mkdocs_dossier.quotes.sourcetext import SourceText


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

Versions = Mapping[str, tuple[SourceText | None, ...]]
"""The texts of sources by their ids, the oldest version first, None for one that could not be read."""
