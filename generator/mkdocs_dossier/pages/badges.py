"""Badges: which stance, and where a claim stands. Each says it in words."""

from functools import lru_cache

from mkdocs_dossier.document.compose import element, join, span, text
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.findings.found import Label, LabelName
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.text.messages import mark

_MOST_BETWEEN = 4
"""How many claims of a chain are named between its first and its last one."""
_TAKEN_BY_ALL = {Stance.ASSERTS: mark("asserted"), Stance.DENIES: mark("denied")}


def stance(here: Here, value: Stance) -> Inline:
    """Write a stance as a badge: its sign and its word."""
    return _stance(value, here.words.say(value.message))


# There are six of them, and some stand on every page.
@lru_cache(maxsize=64)
def _stance(value: Stance, said: str) -> Inline:
    return span(join([sign(value), text(said)]), cls=f"dossier-stance dossier-stance--{value}")


def sign(value: Stance) -> Inline:
    """Write the sign of a stance, which the word beside it says."""
    return element("span", text(value.sign), {"class": "dossier-sign", "aria-hidden": "true"})


def position(here: Here, claim: str, statement: str) -> Inline:
    """Write the position of a statement on a claim: its stance, how it follows, whether it was taken back."""
    return here.once(_position, claim, statement)


def _position(here: Here, claim: str, statement: str) -> Inline:
    taken = here.view.findings.positions[claim][statement]
    said = [stance(here, taken.stance)]
    if taken.through:
        said.append(span(here.say("by implication"), cls="dossier-implied"))
    if not here.view.findings.stands(statement, claim):
        said.append(span(here.say("taken back"), cls="dossier-corrected"))
    return join(said)


def chain(here: Here, claim: str, statement: str) -> Inline:
    """Write how an implied position follows: the claim that it begins with, those between, the last."""
    return here.once(_chain, claim, statement)


def _chain(here: Here, claim: str, statement: str) -> Inline:
    taken = here.view.findings.positions[claim][statement]
    first, *between = taken.through
    # Of a very long chain, what begins it and what ends it.
    rest = len(between) - _MOST_BETWEEN
    cut = [text(here.words.count("{n} more", "{n} more", rest))] if rest > 0 else []
    own = here.dossier.statements[statement].positions[first]
    return join(
        [
            join([stance(here, own), here.record("claims", first)]),
            *(here.record("claims", key) for key in between[:_MOST_BETWEEN]),
            *cut,
            join([stance(here, taken.stance), here.record("claims", claim)]),
        ],
        " → ",
    )


def label(here: Here, value: Label) -> Inline:
    """Write a claim's label as a badge: which stance all take, if they do, and the label."""
    cls = f"dossier-label dossier-label--{value.name.replace(' ', '-')}"
    return span(label_words(here, value), cls=cls)


def label_words(here: Here, value: Label) -> Inline:
    """Say in words where a claim stands: which stance all take, if they do, the label, and its end."""
    said = [here.say(value.name.message)]
    if value.stance is not None:
        said.insert(0, here.say(_TAKEN_BY_ALL[value.stance]))
    if value.ended is not None:
        since = here.fill("ended {date}", date=here.date(value.ended.on)) if value.ended.on else None
        said.append(since or here.say("ended"))
    return join(said, " · ")


def standing(here: Here, claim: str) -> Inline:
    """Write a claim's label, and through how many sources of how many origins it is known."""
    return here.once(_standing, claim)


def _standing(here: Here, claim: str) -> Inline:
    value = here.view.findings.labels[claim]
    return join([label(here, value), _known_through(here, value)])


def _known_through(here: Here, value: Label) -> Inline:
    if value.name is LabelName.OPEN or not value.sources:
        return ()
    words = here.words
    counted = {
        "sources": words.count("{n} source", "{n} sources", len(value.sources)),
        "origins": words.count("{n} origin", "{n} origins", len(value.origins)),
    }
    # What was taken back does not count: where that is all of one side, the rest alone is known so.
    if value.ended:
        known = words.say("what still stands is known through {sources} of {origins}", **counted)
    else:
        known = words.say("known through {sources} of {origins}", **counted)
    return span(text(known), cls="dossier-known")
