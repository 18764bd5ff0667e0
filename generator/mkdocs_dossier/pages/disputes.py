"""The contradictions on a claim: a row for each pair of sides, which unfolds to the pairs of utterances."""

from collections.abc import Collection, Iterable, Sequence

from mkdocs_dossier.document.compose import (
    bullets,
    details,
    element,
    join,
    link,
    paragraph,
    stack,
    text,
    unsearched,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.found import Kind, Opposition
from mkdocs_dossier.pages import badges, parts
from mkdocs_dossier.pages.summing import named
from mkdocs_dossier.pages.uttered import anchor
from mkdocs_dossier.pages.view import Here

_MOST_SIDES, _MOST_PAIRS, _OPEN = 24, 40, 6
"""How many pairs of sides are listed, how many pairs of utterances; and how few of these are unfolded."""


def disputes(here: Here, found: Sequence[Opposition], shown: Collection[str]) -> Block:
    """List contradictions by the sides between which they are; `shown` are the utterances on the page."""
    groups = _grouped(here, found)
    listed, left = [], _MOST_PAIRS
    for members in list(groups.values())[:_MOST_SIDES]:
        here_shown = members[: max(1, left)]
        left -= len(here_shown)
        listed.append(_group(here, members, here_shown, shown, is_open=len(found) <= _OPEN))
    rest = sum(len(members) for members in list(groups.values())[_MOST_SIDES:])
    more = parts.rest_in_data(here, rest)
    return unsearched(*listed, *more)


def _grouped(here: Here, found: Iterable[Opposition]) -> dict[object, list[Opposition]]:
    """Sort contradictions by the sides, the body or the speaker that they are between or within."""
    groups: dict[object, list[Opposition]] = {}
    for one in found:
        groups.setdefault((one.kind, one.within, frozenset(_sides(here, one))), []).append(one)
    return groups


def _sides(here: Here, one: Opposition) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sides of both statements; a joint one has several."""
    return here.view.findings.sides[one.first], here.view.findings.sides[one.second]


def _group(
    here: Here,
    members: Sequence[Opposition],
    listed: Sequence[Opposition],
    shown: Collection[str],
    *,
    is_open: bool,
) -> Block:
    said = join([_between(here, members[0]), text(here.words.number(len(members)))], here.words.say(": "))
    corrected = sum(one.corrected for one in members)
    if corrected == len(members):
        said = here.join([said, here.say("later taken back")], ", ")
    elif corrected:
        taken_back = here.words.count("{n} later taken back", "{n} later taken back", corrected)
        said = here.join([said, text(taken_back)], ", ")
    pairs = bullets(_pair(here, one, shown) for one in listed)
    rest = parts.rest_in_data(here, len(members) - len(listed))
    return details(said, pairs, *rest, cls="dossier-dispute", is_open=is_open)


def _between(here: Here, one: Opposition) -> Inline:
    """Name the sides between which a contradiction is, or the body or the speaker that it is within."""
    if one.kind is Kind.REVERSAL:
        speakers = here.speakers(here.dossier.statements[one.second], linked=False)
        return here.fill("{speaker}, who said both", speaker=speakers)
    if one.kind is Kind.WITHIN and one.within:
        return here.fill("Inside {body}", body=here.title("actors", one.within))
    return join((named(here, sides) for sides in _sides(here, one)), " ↔ ")


def _pair(here: Here, one: Opposition, shown: Collection[str]) -> Inline:
    """Write a pair of utterances as links to where each stands, with a chain by which it contradicts."""
    ends = [_end(here, one.claim, key, shown) for key in (one.first, one.second)]
    chains = [
        here.fill("Follows from: {chain}", chain=badges.chain(here, one.claim, key))
        for key, through in zip((one.first, one.second), one.through, strict=True)
        if through
    ]
    marks = [here.say("later taken back")] if one.corrected else []
    said = join([join(ends, " ↔ "), *marks, *chains], " · ")
    this = parts.permalink(here, f"{one.first}-{one.second}", here.words.say("this contradiction"))
    return element("span", join([said, this]), {"id": f"{one.first}-{one.second}"})


def _end(here: Here, claim: str, key: str, shown: Collection[str]) -> Inline:
    statement = here.dossier.statements[key]
    date = here.dossier.date_of(statement)
    named = here.speakers(statement, linked=False)
    where = f"#{anchor(key)}"
    label = here.join([named, here.brief(date)], ", ") if date else named
    linked = link(label, where) if key in shown else here.record("statements", key, label)
    return join([badges.stance(here, here.view.findings.positions[claim][key].stance), linked])


def tensions(here: Here, found: Sequence[Opposition], shown: Collection[str]) -> Block:
    """List the pairs of which one qualifies what the other asserts or denies."""
    if not found:
        return ()
    said = here.say("One statement qualifies what the other asserts or denies; this is no contradiction.")
    listed = bullets(_pair(here, one, shown) for one in found[:_MOST_PAIRS])
    return stack(paragraph(said), listed, *parts.rest_in_data(here, len(found) - _MOST_PAIRS))
