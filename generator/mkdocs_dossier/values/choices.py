"""Values out of a closed set, and the nearest known name for a hint."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
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
    fitting = [c for c in candidates if shortest <= len(c) <= longest]
    if len(fitting) > _COMPARED:
        fitting = _shortlist(wanted, fitting)
    found = get_close_matches(wanted, sorted(fitting), n=1, cutoff=_CUTOFF)
    return found[0] if found else None


def _lengths(length: int) -> tuple[float, float]:
    """Give the lengths outside which the ratio, 2 · common / sum of lengths, cannot reach the cutoff."""
    factor = _CUTOFF / (2 - _CUTOFF)
    return length * factor, length / factor


def _shortlist(wanted: str, candidates: list[str]) -> list[str]:
    pairs = [wanted[i : i + 2] for i in range(0, len(wanted), 2)]
    length = len(wanted)
    return nlargest(
        _COMPARED, candidates, key=lambda c: (sum(map(c.__contains__, pairs)), -abs(len(c) - length), c)
    )


def parse_choice(text: str, choices: Sequence[str]) -> str:
    """Read one of `choices`, written exactly as it stands there. Raises `InvalidValue`."""
    value = text.strip()
    if value in choices:
        return value
    near = nearest(value, choices)
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
