"""What came of asking the addresses of a dossier: as lines for a person, or as a list for a program."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mkdocs_dossier.problems import Location
from mkdocs_dossier.reports.linklist import Address, Unarchived
from mkdocs_dossier.reports.outcome import joined
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.text.shortening import cut_middle

_INDENT = "    "
_SHOWN = 500
"""The most characters of an address that somebody else wrote, as the one that a server leads on to."""


class State(StrEnum):
    """What is known of an address once it was asked."""

    FINE = "fine"
    MOVED = "moved"
    DEAD = "dead"
    UNANSWERED = "unanswered"
    """Nobody knows: it answers no program, or not now."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of asking an address: why, as a sentence, and where it leads to, if it moved.

    `status` is that of the last answer, 0 where none came.
    """

    state: State
    why: str = ""
    to: str = ""
    status: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """The addresses of a dossier, what each of them answered, by address, and the sources without an archive.

    Of an address without an answer nothing is known, since the asking was stopped. `folder` is the path of
    the dossier as the author gave it.
    """

    addresses: Sequence[Address]
    answers: Mapping[str, Answer]
    unarchived: Sequence[Unarchived]
    folder: str = ""


def doubted(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers, and doubt each name that nobody knows if no server has answered at all.

    Then it is likely that this computer has no connection.
    """
    if any(answer.status for answer in answers.values()):
        return dict(answers)
    why = "No server has answered at all: is this computer connected?"
    return {
        url: replace(answer, state=State.UNANSWERED, why=why) if answer.state is State.DEAD else answer
        for url, answer in answers.items()
    }


def is_sound(asked: Asked, *, strict: bool) -> bool:
    """Tell whether all were asked, and none is dead; if `strict`, also that none moved, nor lacks a copy."""
    wrong = {State.DEAD, State.MOVED} if strict else {State.DEAD}
    states = [asked.answers[one.url].state for one in asked.addresses if one.url in asked.answers]
    return (
        len(states) == len(asked.addresses) and wrong.isdisjoint(states) and not (strict and asked.unarchived)
    )


def as_text(asked: Asked) -> str:
    """Write what is not as it should be, by place, and then how many there are of each."""
    lines: list[tuple[Location, str]] = []
    for one in asked.addresses:
        answer = asked.answers.get(one.url)
        if answer is not None and answer.state is not State.FINE:
            told = " ".join(filter(None, (answer.why, _further(one, answer))))
            lines.append((one.place, _lines(asked, one, answer.state, told)))
    for source in asked.unarchived:
        lines.append((source.place, _lines(asked, source, "unarchived", "")))
    return "".join(line for _, line in sorted(lines)) + _summary(asked)


def _lines(asked: Asked, one: Address | Unarchived, state: str, told: str) -> str:
    where = f"{joined(asked.folder, one.place.path)}:{one.place.line}:{one.place.column}"
    further = f"{_INDENT}{visible(told)}\n" if told else ""
    return f"{visible(where)}: {state}: {visible(one.url)} ({one.record})\n{further}"


def _further(one: Address, answer: Answer) -> str:
    """Say what an author can do about an address."""
    if answer.state is State.DEAD and one.copies:
        return f"Readers are led to the copy as well: {one.copies[0]}."
    return f"It stands at {cut_middle(answer.to, _SHOWN)} now." if answer.state is State.MOVED else ""


def _summary(asked: Asked) -> str:
    states = [answer.state for answer in asked.answers.values()]
    counts = [f"{states.count(state):,} {state}" for state in State if state in states]
    rest = len({one.url for one in asked.addresses}) - len(states)
    counts += [f"{rest:,} not asked"] if rest else []
    written = f"Addresses: {', '.join(counts) or 'none'}\n"
    if not asked.unarchived:
        return written
    return f"{written}Sources without a copy in an archive (`archived`): {len(asked.unarchived):,}\n"


def as_json(asked: Asked) -> str:
    """Write every address with what is known of it, one to a line; in ASCII, which every encoding carries.

    The paths are as seen from the dossier folder. An address that was not asked has no `state`.
    """
    members = [
        {
            **_place(one.place),
            "record": one.record,
            "field": one.field,
            "url": one.url,
            **_answer(asked.answers.get(one.url)),
        }
        for one in asked.addresses
    ]
    members += [
        {
            **_place(one.place),
            "record": one.record,
            "field": "archived",
            "url": one.url,
            "state": "unarchived",
        }
        for one in asked.unarchived
    ]
    written = ",\n".join(json.dumps(member) for member in members)
    return f"[\n{written}\n]\n" if written else "[]\n"


def _place(place: Location) -> dict[str, str | int]:
    return {"path": place.path, "line": place.line, "column": place.column}


def _answer(answer: Answer | None) -> dict[str, str | int]:
    if answer is None:
        return {}
    return {"state": str(answer.state), "status": answer.status, "why": answer.why, "to": answer.to}
