"""What was said on a claim, each utterance once: two columns, yes and no, and below them all else."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import (
    bullets,
    container,
    details,
    element,
    heading,
    join,
    paragraph,
    stack,
    strong,
    text,
    unsearched,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.model.records import Claim, Statement
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages import badges, parts, told, uttered
from mkdocs_dossier.pages.sides import by_side, count_known
from mkdocs_dossier.pages.view import Here

MOST_SHOWN = 30
"""How many utterances a column holds; what is beyond stands on further pages."""
_AT_ONCE, _BESIDE = 6, 4
"""How many a column shows at once, and how many those that are neither yes nor no."""
_IN_LEAD = 4
"""How many utterances a column of a page holds that leads to the claim's."""

_COUNTED = (Stance.ASSERTS, Stance.DENIES)


def head(here: Here, stance: Stance, claim: Claim) -> Inline:
    """Name a column by its sign and by what those in it say."""
    if claim.question:
        said = here.say("Says yes") if stance is Stance.ASSERTS else here.say("Says no")
    else:
        said = here.say("Says so") if stance is Stance.ASSERTS else here.say("Denies it")
    return join([badges.sign(stance), said])


def columns(here: Here, claim: Claim) -> Block:
    """Write the two columns of a claim's page, and below them what is neither yes nor no."""
    taken = here.view.findings.positions[claim.id]
    if not taken:
        return ()
    sides = [
        _column(here, claim, one, [key for key in taken if taken[key].stance is one]) for one in _COUNTED
    ]
    rest = [key for key in taken if taken[key].stance not in _COUNTED]
    both = container(*sides, cls="dossier-yes-no") if len(rest) < len(taken) else ()
    return stack(both, _neither(here, claim, rest))


def shown(here: Here, claim: str) -> set[str]:
    """Return the ids of the statements that `columns` shows."""
    taken = here.view.findings.positions[claim]
    found: set[str] = set()
    for stance in _COUNTED:
        found.update(_in_order(here, [key for key in taken if taken[key].stance is stance])[:MOST_SHOWN])
    rest = [key for key in taken if taken[key].stance not in _COUNTED]
    return found.union(rest[:MOST_SHOWN])


def _in_order(here: Here, keys: Sequence[str]) -> list[str]:
    """Order utterances by side; sides, and what each said, in the order in which they were made."""
    return [key for members in by_side(here, keys).values() for key in members]


def _column(here: Here, claim: Claim, stance: Stance, keys: Sequence[str]) -> Block:
    ordered = _in_order(here, keys)
    cards = [_card(here, here.dossier.statements[key], claim) for key in ordered[:MOST_SHOWN]]
    more = len(cards) - _AT_ONCE
    folded = text(here.words.count("{n} more", "{n} more", more)) if more > 0 else ()
    return container(
        heading(2, head(here, stance, claim), f"says-{stance}"),
        paragraph(_known_through(here, claim.id, keys), cls="dossier-known"),
        unsearched(*cards[:_AT_ONCE], details(folded, *cards[_AT_ONCE:], cls="dossier-more")),
        cls=f"dossier-side-column dossier-side-column--{stance}",
        name="section",
    )


def _known_through(here: Here, claim: str, keys: Sequence[str]) -> Inline:
    """Count the sides whose words stand, and the sources and origins that they are known through."""
    if not keys:
        return here.say("Nobody, in the sources of this dossier.")
    standing = [key for key in keys if here.view.findings.stands(key, claim)]
    words = here.words
    if not standing:
        return here.say("All of it was taken back.")
    sides = len({side for key in standing for side in here.view.findings.sides[key]})
    sources, origins = count_known(here, standing)
    said = [
        words.count("{n} side", "{n} sides", sides),
        words.count("through {n} source", "through {n} sources", sources),
    ]
    if origins < sources:
        said.append(words.count("of {n} origin", "of {n} origins", origins))
    return join(map(text, said), " ")


def _card(here: Here, statement: Statement, claim: Claim) -> Block:
    """Write an utterance: who, for which body, a few words, when, and in which source that stands."""
    taken = here.view.findings.positions[claim.id][statement.id]
    follows = badges.chain(here, claim.id, statement.id) if taken.through else ()
    also = told.also_in(here, statement)
    return container(
        paragraph(_who(here, statement), cls="dossier-who"),
        paragraph(uttered.words(here, statement, taken.stance), cls="dossier-words"),
        paragraph(uttered.around(here, statement), cls="dossier-around"),
        paragraph(here.fill("Follows from: {chain}", chain=follows), cls="dossier-chain") if follows else (),
        told.taken_back(here, statement, claim.id),
        paragraph(join([uttered.when_and_where(here, statement), also], " · "), cls="dossier-source"),
        cls=_classes(here, statement, claim),
        name="article",
        attributes={"id": uttered.anchor(statement.id)},
    )


def _classes(here: Here, statement: Statement, claim: Claim) -> str:
    taken = here.view.findings.positions[claim.id][statement.id]
    cls = f"dossier-utterance dossier-utterance--{taken.stance}"
    if not here.view.findings.stands(statement.id, claim.id):
        cls += " dossier-utterance--withdrawn"
    return f"{cls} dossier-utterance--implied" if taken.through else cls


def _who(here: Here, statement: Statement) -> Inline:
    """Name the speakers and their body, with a link to the utterance itself."""
    speakers = here.view.speakers(statement)
    return join(
        [
            uttered.named(here, statement),
            parts.permalink(here, uttered.anchor(statement.id), speakers),
        ]
    )


def lead_columns(here: Here, claim: Claim) -> Block:
    """Write the two columns with few words, for a page that leads to that of the claim."""
    taken = here.view.findings.positions[claim.id]
    written = []
    for stance in _COUNTED:
        keys = _in_order(here, [key for key in taken if taken[key].stance is stance])
        cards = [_lead_card(here, here.dossier.statements[key], claim) for key in keys[:_IN_LEAD]]
        rest = len(keys) - _IN_LEAD
        more = text(here.words.count("{n} more", "{n} more", rest)) if rest > 0 else ()
        written.append(
            container(
                heading(3, head(here, stance, claim), f"says-{stance}"),
                paragraph(_known_through(here, claim.id, keys), cls="dossier-known"),
                unsearched(*cards),
                paragraph(here.record("claims", claim.id, more)) if more else (),
                cls=f"dossier-side-column dossier-side-column--{stance}",
                name="section",
            )
        )
    return container(*written, cls="dossier-yes-no")


def _lead_card(here: Here, statement: Statement, claim: Claim) -> Block:
    """Write an utterance with few words: who, for which body, what, when, in which source."""
    taken = here.view.findings.positions[claim.id][statement.id]
    return container(
        paragraph(uttered.named(here, statement), cls="dossier-who"),
        paragraph(uttered.words(here, statement, taken.stance), cls="dossier-words"),
        told.taken_back(here, statement, claim.id),
        paragraph(uttered.when_and_where(here, statement), cls="dossier-source"),
        cls=_classes(here, statement, claim),
        name="article",
    )


def _row(here: Here, statement: Statement, claim: Claim) -> Inline:
    """Write an utterance as one line: stance, who, a few words, when, in which source."""
    taken = here.view.findings.positions[claim.id][statement.id]
    body = uttered.spoken_for(here, statement)
    named = (
        here.join([strong(here.speakers(statement)), body], ", ")
        if body
        else strong(here.speakers(statement))
    )
    said = [
        join([badges.position(here, claim.id, statement.id), named]),
        uttered.words(here, statement, taken.stance) if statement.quote else uttered.around(here, statement),
        uttered.when_and_where(here, statement),
    ]
    return element("span", join(said, " · "), {"id": uttered.anchor(statement.id)})


def _neither(here: Here, claim: Claim, keys: Sequence[str]) -> Block:
    rows = [_row(here, here.dossier.statements[key], claim) for key in keys[:MOST_SHOWN]]
    more = len(rows) - _BESIDE
    folded = text(here.words.count("{n} more", "{n} more", more)) if more > 0 else ()
    return container(
        parts.part(
            here.say("Neither yes nor no") if claim.question else here.say("Neither asserts nor denies it"),
            "neither",
            unsearched(bullets(rows[:_BESIDE]), details(folded, bullets(rows[_BESIDE:]), cls="dossier-more")),
        ),
        cls="dossier-neither",
        name="section",
    )


def left_out(here: Here, claim: Claim) -> Iterator[str]:
    """List the statements on a claim that `columns` has no room for."""
    known = shown(here, claim.id)
    yield from (key for key in here.view.findings.positions[claim.id] if key not in known)
