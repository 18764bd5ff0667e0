"""Sums a claim up in a sentence or two: which side says yes, which no, what was taken back. No verdict."""

from collections.abc import Sequence

from mkdocs_dossier.document.compose import join, text
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.model.records import Claim
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages.sides import Side, sides
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.text.messages import mark

_NAMED = 3
"""How many sides a sentence names; of more, it says how many there are."""
_TOLD = 2
"""Of how many sides that said both it says when."""

_BOTH = {
    True: mark("{side} has said yes ({yes}) and no ({no})"),
    False: mark("{side} has said so ({yes}) and denied it ({no})"),
}
_FELL = {
    (Stance.ASSERTS, True): mark("the yes was taken back ({date})"),
    (Stance.DENIES, True): mark("the no was taken back ({date})"),
    (Stance.ASSERTS, False): mark("the former was taken back ({date})"),
    (Stance.DENIES, False): mark("the denial was taken back ({date})"),
}
_COUNTED = (Stance.ASSERTS, Stance.DENIES)


def summed_up(here: Here, claim: Claim) -> Inline:
    """Say which sides take which position on a claim, each named, and that this is no verdict."""
    found = sides(here, claim.id)
    changed = [one for one in found if one.has_changed]
    steady = [one for one in found if not one.has_changed]
    is_question = bool(claim.question)
    said = [
        _says(here, one, is_question, [side for side in steady if one in side.stands]) for one in _COUNTED
    ]
    said += [
        _took_back(
            here,
            one,
            is_question,
            [side for side in steady if one in side.withdrawn and one not in side.stands],
        )
        for one in _COUNTED
    ]
    said += [_changed(here, one, claim) for one in changed[:_TOLD]]
    if rest := len(changed[_TOLD:]):
        said.append(
            text(here.words.count("{n} more side has said both.", "{n} more sides have said both.", rest))
        )
    if not any(said):
        said.append(here.say("Nobody in this dossier asserts or denies it."))
    return join([*said, here.say("This dossier gives no verdict.")], " ")


def _says(here: Here, stance: Stance, is_question: bool, found: Sequence[Side]) -> Inline:
    """Say that some sides take a stance, and took no other."""
    number, names = len(found), named(here, [one.body for one in found])
    match stance, is_question:
        case _ if not found:
            return ()
        case Stance.ASSERTS, True:
            return here.fill_count("{sides} says yes.", "{sides} say yes.", number, sides=names)
        case Stance.ASSERTS, False:
            return here.fill_count("{sides} says so.", "{sides} say so.", number, sides=names)
        case _, True:
            return here.fill_count("{sides} says no.", "{sides} say no.", number, sides=names)
    return here.fill_count("{sides} denies it.", "{sides} deny it.", number, sides=names)


def _took_back(here: Here, stance: Stance, is_question: bool, found: Sequence[Side]) -> Inline:
    """Say that some sides took a stance, took it back, and took no other."""
    names = named(here, [one.body for one in found])
    match stance, is_question:
        case _ if not found:
            return ()
        case Stance.ASSERTS, True:
            return here.fill("{sides} said yes, which was taken back.", sides=names)
        case Stance.ASSERTS, False:
            return here.fill("{sides} said so, which was taken back.", sides=names)
        case _, True:
            return here.fill("{sides} said no, which was taken back.", sides=names)
    return here.fill("{sides} denied it, which was taken back.", sides=names)


def named(here: Here, bodies: Sequence[str]) -> Inline:
    """Name a few bodies, and say how many more there are."""
    shown = here.join((here.title("actors", one) for one in bodies[:_NAMED]), ", ")
    rest = len(bodies) - _NAMED
    if rest <= 0:
        return shown
    more = text(here.words.count("{n} more", "{n} more", rest))
    return here.fill("{names} and {more}", names=shown, more=more)


def _changed(here: Here, side: Side, claim: Claim) -> Inline:
    """Say of a side that said both when it said what, and which of it was taken back when."""
    is_question = bool(claim.question)
    both = here.fill(
        _BOTH[is_question],
        side=here.title("actors", side.body),
        yes=_dates(here, side.said(Stance.ASSERTS)),
        no=_dates(here, side.said(Stance.DENIES)),
    )
    fell = [
        here.fill(_FELL[stance, is_question], date=_taken_back(here, side.withdrawn[stance][0], claim.id))
        for stance in _COUNTED
        if stance in side.withdrawn and stance not in side.stands
    ]
    return join([here.join([both, *fell], "; "), text(".")], "")


def _dates(here: Here, statements: Sequence[str]) -> Inline:
    """Give the dates of statements, each once, at most three."""
    dates = [here.dossier.date_of(here.dossier.statements[key]) for key in statements]
    known = {one.text: one for one in dates if one is not None}
    if not known:
        return here.say("date not stated")
    ordered = sorted(known.values(), key=lambda one: one.sort_key)
    shown = [here.brief(one) for one in ordered[:_NAMED]]
    return here.join([*shown, *([text("…")] if len(ordered) > _NAMED else [])], ", ")


def _taken_back(here: Here, statement: str, claim: str) -> Inline:
    by = here.view.findings.taken_back_by(statement, claim)
    date = here.dossier.date_of(here.dossier.statements[by]) if by else None
    return here.brief(date) if date else here.say("date not stated")
