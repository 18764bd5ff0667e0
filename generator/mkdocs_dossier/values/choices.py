"""Values out of a closed set."""

from collections.abc import Sequence
from functools import lru_cache

from mkdocs_dossier.values.invalid import InvalidValue, quoted
from mkdocs_dossier.values.nearestnames import nearest

# What other programs take for true and false, for a hint.
_YES = {"yes", "y", "on", "1", "true", "t"}
_NO = {"no", "n", "off", "0", "false", "f"}


@lru_cache(maxsize=1024)
def _nearest_choice(value: str, choices: tuple[str, ...]) -> str | None:
    """Return the nearest choice; kept, since an author who misspells one does so in many records."""
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
    """Read `true` or `false`, spelt just so. Raises `InvalidValue`."""
    value = text.strip()
    if value in ("true", "false"):
        return value == "true"
    word = value.casefold()
    hint = "write “true” or “false”"
    if word in _YES | _NO:
        hint = f"write it as {'true' if word in _YES else 'false'}"
    raise InvalidValue(f"is neither true nor false: {quoted(value)}", hint)
