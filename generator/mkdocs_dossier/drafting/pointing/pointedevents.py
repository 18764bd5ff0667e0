"""The events that a model points out: a sentence, a kind, and the name of a day that the sentence has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.drafting.content.readout import Analysis, Happening, NamedDay
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.pointing.asking import (
    Answer,
    Schema,
    a_list,
    an_object,
    chosen,
    entries,
    listed,
    one_of,
    shown_value,
)
from mkdocs_dossier.drafting.pointing.numbered import Numbered, Window
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue

_OTHER, _NONE = "other", "none"
_LONGEST = 40
"""The most characters of a kind that a model makes up."""

_MOST = 10
"""How many events a model may find in a window."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that a model points out: the index of its sentence, its kind, and its day, if it is named."""

    sentence: int
    kind: str
    day: NamedDay | None


def _kinds(pack: Pack) -> list[str]:
    return [*sorted(set(pack.events.values())), _OTHER]


def events_schema(window: Window, pack: Pack) -> Schema:
    """Return the schema of an answer that names the events of a window."""
    kind: Schema = {"type": "string", "maxLength": _LONGEST}
    event = an_object(
        sentence=one_of(window.sentences),
        kind=one_of(_kinds(pack)),
        new_kind=kind,
        day=one_of([*window.days, _NONE]),
    )
    return an_object(events=a_list(event, _MOST))


def events_choices(window: Window, pack: Pack) -> str:
    """Say in words what an answer may choose from."""
    return (
        f'"sentence": {listed(window.sentences)}\n"kind": {listed(_kinds(pack), 200)}\n'
        f'"day": {listed([*window.days, _NONE], 200)}'
    )


def read_events(
    numbers: Numbered, window: Window, answer: Answer, kept: Sequence[Happened]
) -> tuple[list[Happened], list[str]]:
    """Read an answer: the events that can be used, and what is wrong with the others."""
    faults: list[str] = []
    found: list[Happened] = []
    for where, entry in entries(answer, "events", faults)[: 2 * _MOST]:
        sentence = chosen(entry, "sentence", window.sentences, where, faults)
        kind = _kind(entry, numbers.pack, where, faults)
        day = chosen(entry, "day", [*window.days, _NONE], where, faults)
        if sentence is None or kind is None or day is None:
            continue
        at = window.first + window.sentences.index(sentence)
        start, end = numbers.sentences[at].span
        named = None if day == _NONE else numbers.days[day]
        if named and not start <= named.start < end:
            faults.append(f"{where}: {day} does not stand in {sentence}.")
            continue
        one = Happened(at, kind, named)
        if one not in kept and one not in found and len(kept) + len(found) < _MOST:
            found.append(one)
    return found, faults


def _kind(entry: Answer, pack: Pack, where: str, faults: list[str]) -> str | None:
    kind = chosen(entry, "kind", _kinds(pack), where, faults)
    if kind != _OTHER:
        return kind
    new = entry.get("new_kind")
    try:
        made = parse_id(new) if isinstance(new, str) else ""
    except InvalidValue as why:
        faults.append(f"{where}: its “new_kind” {why}.")
        return None
    if not made or len(made) > _LONGEST or not made[0].isalpha():
        faults.append(f"{where}: its “new_kind” is no kind of an event: {shown_value(new)}.")
        return None
    return made


def with_events(
    found: Analysis, numbers: Numbered, events: Sequence[Happened]
) -> tuple[Analysis, dict[int, int]]:
    """Add events to an analysis; return it with the index of the happening of each.

    One of a kind and a day that is there already is not added.
    """
    happenings = list(found.happenings)
    known = {(one.kind, one.day.day) for one in happenings if one.day}
    places: dict[int, int] = {}
    for at, one in enumerate(events):
        key = (one.kind, one.day.day) if one.day else None
        if key in known:
            continue
        if key:
            known.add(key)
        places[at] = len(happenings)
        words = one.kind.replace("-", " ")
        span = numbers.sentences[one.sentence].span
        happenings.append(Happening(one.kind, words, one.day, span, Basis.MODEL))
    return replace(found, happenings=tuple(happenings)), places
