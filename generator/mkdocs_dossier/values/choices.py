"""Values out of a closed set, and the nearest known name for a hint."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest

from mkdocs_dossier.values.invalid import InvalidValue, quoted

_CUTOFF = 0.6  # difflib's own measure of "close"
_COMPARED = 60  # as many full comparisons as take a few milliseconds
_LONGEST = 100
_YES = {"yes", "y", "on", "1", "true", "t"}
_NO = {"no", "n", "off", "0", "false", "f"}


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `name`, by difflib's ratio; None where none is close.

    The answer depends on the set of the candidates only, not on their order. Of a large set, only those
    that share the most pairs of letters with the name are compared in full.
    """
    wanted = name.casefold()[:_LONGEST]
    shortest, longest = _lengths(len(wanted))
    fitting = {c for c in candidates if shortest <= len(c) <= longest}
    if len(fitting) > _COMPARED:
        fitting = _shortlist(wanted, fitting)
    found = get_close_matches(wanted, sorted(fitting), n=1, cutoff=_CUTOFF)
    return found[0] if found else None


class Suggestions:
    """The nearest names to those that are wrong: each looked for once, and of the first few hundred only.

    Among thousands of names a look takes a millisecond, and nobody mends so many slips one by one.
    """

    def __init__(self, most: int = 300) -> None:
        self.most = most
        self._found: dict[tuple[str, str], str | None] = {}

    def nearest(self, name: str, among: str, candidates: Iterable[str]) -> str | None:
        """Give the nearest of the candidates, which are always the same for what they are called, `among`."""
        key = (among, name)
        if key not in self._found and len(self._found) < self.most:
            self._found[key] = nearest(name, candidates)
        return self._found.get(key)


def _lengths(length: int) -> tuple[float, float]:
    """Give the lengths outside which the ratio, 2 · common / sum of lengths, cannot reach the cutoff."""
    factor = _CUTOFF / (2 - _CUTOFF)
    return length * factor, length / factor


def _shortlist(wanted: str, candidates: set[str]) -> set[str]:
    pairs = [wanted[i : i + 2] for i in range(0, len(wanted), 2)]
    length = len(wanted)
    return set(
        nlargest(
            _COMPARED, candidates, key=lambda c: (sum(map(c.__contains__, pairs)), -abs(len(c) - length), c)
        )
    )


@lru_cache(maxsize=1024)
def _nearest_choice(value: str, choices: tuple[str, ...]) -> str | None:
    """Look for the nearest choice; who writes one wrongly does so in many records."""
    return nearest(value, choices)


def parse_choice(text: str, choices: Sequence[str]) -> str:
    """Read one of `choices`, written exactly as it stands there. Raises `InvalidValue`."""
    value = text.strip()
    if value in choices:
        return value
    near = _nearest_choice(value, tuple(choices))
    known = ", ".join(choices)
    hint = f"did you mean “{near}”? It is one of: {known}" if near else f"write one of: {known}"
    raise InvalidValue(f"is not one of the known values: {quoted(value)}", hint)


def parse_bool(text: str) -> bool:
    """Read `true` or `false`, in just these letters. Raises `InvalidValue`."""
    value = text.strip()
    if value in ("true", "false"):
        return value == "true"
    word = value.casefold()
    hint = "write “true” or “false”"
    if word in _YES | _NO:
        hint = f"write it as {'true' if word in _YES else 'false'}"
    raise InvalidValue(f"is neither true nor false: {quoted(value)}", hint)
