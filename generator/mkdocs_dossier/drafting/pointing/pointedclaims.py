"""The claims that a model finds in what is said: their text is its own, the statements are numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.drafting.content.readout import Analysis, Proposition
from mkdocs_dossier.drafting.pointing.asking import (
    Answer,
    Schema,
    a_list,
    an_object,
    chosen,
    entries,
    listed,
    one_of,
)
from mkdocs_dossier.drafting.pointing.numbered import block, data
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.text.folding import folded
from mkdocs_dossier.text.shortening import cut_line

_LONGEST = 200
"""The most characters of a claim."""

_MOST = 6
"""How many claims a model may find in some statements."""

_TOGETHER = 40
"""How many statements a model is shown at once."""

_SHOWN = 400
"""The most characters of a statement that it is shown."""

_STANCES = [str(one) for one in Stance if one.is_position]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim that a model finds: a sentence of its own, with the stances of utterances by their indices."""

    text: str
    positions: tuple[tuple[int, Stance], ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """Some of what is said, as a model is shown it; `block` is data, the numbers are of utterances."""

    block: str
    numbers: tuple[str, ...]
    first: int


def statements_shown(text: str, found: Analysis) -> list[Statements]:
    """Divide what is said into what a model is shown at once."""
    shown = []
    for first in range(0, len(found.utterances), _TOGETHER):
        lines, numbers = [], []
        for at, one in enumerate(found.utterances[first : first + _TOGETHER], first):
            numbers.append(f"U{at + 1}")
            speaker = "somebody" if one.speaker is None else found.parties[one.speaker].name
            words = " … ".join(text[slice(*span)] for span in one.quotes or (one.passage,))
            how = "says" if one.quotes else "is reported"
            lines.append(
                f"⟦{numbers[-1]}⟧ {data(cut_line(speaker, 80))} {how}: {data(cut_line(words, _SHOWN))}"
            )
        shown.append(Statements(block(lines), tuple(numbers), first))
    return shown


def claims_schema(shown: Statements) -> Schema:
    """Return the schema of an answer that names claims."""
    position = an_object(statement=one_of(shown.numbers), stance=one_of(_STANCES))
    text: Schema = {"type": "string", "maxLength": _LONGEST}
    claim = an_object(text=text, positions=a_list(position, len(shown.numbers)))
    return an_object(claims=a_list(claim, _MOST))


def claims_choices(shown: Statements) -> str:
    """Say in words what an answer may choose from."""
    return f'"statement": {listed(shown.numbers)}\n"stance": {listed(_STANCES)}'


def read_claims(
    shown: Statements, answer: Answer, kept: Sequence[Claimed]
) -> tuple[list[Claimed], list[str]]:
    """Read an answer: the claims that can be used, and what is wrong with the others."""
    faults: list[str] = []
    found: list[Claimed] = []
    known = {folded(one.text) for one in kept}
    for where, entry in entries(answer, "claims", faults)[: 2 * _MOST]:
        text = entry.get("text")
        if why := _unfit(text):
            faults.append(f"{where}: {why}")
            continue
        words = " ".join(str(text).split())
        positions = _positions(shown, where, entry, faults)
        if not positions:
            faults.append(f"{where}: no statement takes a position on “{cut_line(words, 40)}”.")
        elif folded(words) not in known and len(known) < _MOST:
            known.add(folded(words))
            found.append(Claimed(words, tuple(sorted(positions.items()))))
    return found, faults


def _unfit(text: object) -> str:
    if not isinstance(text, str) or not re.search(r"\w", text):
        return "its text is empty."
    if len(text) > _LONGEST:
        return f"its text has {len(text):,} characters; at most {_LONGEST} are allowed."
    if len(text.strip().splitlines()) > 1:
        return "its text has several lines; write one sentence."
    return ""


def _positions(shown: Statements, where: str, entry: Answer, faults: list[str]) -> dict[int, Stance]:
    found: dict[int, Stance] = {}
    inner: list[str] = []
    for _, one in entries(entry, "positions", inner):
        number = chosen(one, "statement", shown.numbers, where, inner)
        stance = chosen(one, "stance", _STANCES, where, inner)
        if number and stance:
            found.setdefault(shown.first + shown.numbers.index(number), Stance(stance))
    faults += inner
    return found


def with_claims(found: Analysis, claims: Sequence[Claimed]) -> tuple[Analysis, int]:
    """Add claims to an analysis; return it with the index of the first of them.

    One that the rules found goes where a claim of the model has the same two statements at odds: the words of
    the former are those of a speaker, not neutral ones.
    """
    odds = [
        {at for at, stance in one.positions if stance in (Stance.ASSERTS, Stance.DENIES)} for one in claims
    ]
    old = [
        one
        for one in found.propositions
        if not any({at for at, _ in one.positions} <= those for those in odds)
    ]
    new = [Proposition(one.text, "", Basis.MODEL, one.positions) for one in claims]
    return replace(found, propositions=(*old, *new)), len(old)
