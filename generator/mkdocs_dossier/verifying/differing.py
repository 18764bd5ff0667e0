"""Compares what is published of records with what follows from them."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from mkdocs_dossier.values.refs import SECTIONS, Ref
from mkdocs_dossier.verifying.rereading import Json

_SHOWN = 120


def differences(given: Json, again: Json) -> Iterator[str]:
    """List what is published otherwise than it follows from the records, the first difference of each."""
    for name in sorted({*given, *again}):
        theirs, ours = given.get(name), again.get(name)
        if name not in SECTIONS:
            yield from _difference(name, theirs, ours)
            continue
        section = next(one for one in SECTIONS if one == name)
        for key in sorted({*(theirs or {}), *(ours or {})}):
            ref = Ref(section, key)
            yield from _difference(str(ref), (theirs or {}).get(key), (ours or {}).get(key))


def _difference(name: str, theirs: object, ours: object) -> Iterator[str]:
    if _plain(theirs) != _plain(ours):
        way, there, here = _first(theirs, ours, ())
        yield (
            f"{name}: {'.'.join(way) or 'it'} is published as {_shown(there)}; "
            f"by the records it is {_shown(here)}."
        )


def _plain(value: object) -> object:
    """Leave out the pages and times of passages, which stand in files that are not published."""
    if isinstance(value, dict):
        is_place = "verification" in value
        return {key: _plain(one) for key, one in value.items() if not (is_place and key == "locator")}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _first(theirs: object, ours: object, way: tuple[str, ...]) -> tuple[tuple[str, ...], object, object]:
    """Return the way to the first difference, and what stands on the two sides there."""
    pairs: Sequence[tuple[str, object, object]] = ()
    if isinstance(theirs, dict) and isinstance(ours, dict):
        pairs = [(key, theirs.get(key), ours.get(key)) for key in sorted({*theirs, *ours})]
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        pairs = [(str(at + 1), *both) for at, both in enumerate(zip(theirs, ours, strict=True))]
    for key, one, other in pairs:
        if _plain(one) != _plain(other):
            return _first(one, other, (*way, key))
    return way, theirs, ours


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
