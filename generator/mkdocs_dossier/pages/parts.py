"""The pieces that several pages are made of: quotations, notes of where they stand, lists, badges."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from mkdocs_dossier.document.markdown import (
    Block,
    Inline,
    bullets,
    container,
    definitions,
    element,
    heading,
    join,
    outside_link,
    paragraph,
    span,
    strong,
    table,
    text,
)
from mkdocs_dossier.dossier.link import Dossier
from mkdocs_dossier.findings.derive import Kind, LabelName, Opposition, held, statement_order
from mkdocs_dossier.findings.verification import Checked
from mkdocs_dossier.model.fields import SECTION_OF, Section
from mkdocs_dossier.model.records import Role, Statement
from mkdocs_dossier.pages.textfragment import passage_url
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.quotes.hits import Tier
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.text.languages import direction

Item = TypeVar("Item")

MOST_PAIRS = 60
"""How many pairs of statements or figures a page lists: they grow with the square of these."""
MOST_ROWS = 200
"""How many statements a table lists: what a phone still opens at once."""
SPEAKS_FOR_ITSELF = 40
"""Characters from which a quotation is shown without the passage that reports it."""
SIGNS = {"asserts": "+", "denies": "−", "qualifies": "±", "declines": "○", "unaware": "?"}


def stance_word(here: Here, stance: str) -> str:
    """Name a stance."""
    words = here.words
    return {
        "asserts": words.say("asserts"),
        "denies": words.say("denies"),
        "qualifies": words.say("qualifies"),
        "declines": words.say("declines to say"),
        "unaware": words.say("says they are unaware"),
    }[stance]


def stance(here: Here, value: str) -> Inline:
    """Mark a stance by sign, word and class."""
    sign = element("span", text(SIGNS[value]), {"class": "dossier-sign", "aria-hidden": "true"})
    return span(join([sign, text(stance_word(here, value))]), cls=f"dossier-stance dossier-stance--{value}")


def label_word(here: Here, label: LabelName) -> str:
    """Name where a claim stands."""
    words = here.words
    return {
        LabelName.CONTESTED: words.say("contested"),
        LabelName.CORROBORATED: words.say("corroborated"),
        LabelName.SINGLE_VOICE: words.say("single voice"),
        LabelName.OPEN: words.say("open"),
    }[label]


def label(here: Here, value: LabelName) -> Inline:
    """Mark where a claim stands."""
    cls = f"dossier-label dossier-label--{value.replace(' ', '-')}"
    return span(text(label_word(here, value)), cls=cls)


def both_stances(here: Here, found: Opposition) -> list[Inline]:
    """Write the two statements of an opposition with their stances, the earlier first."""
    both = [here.dossier.statements[key] for key in (found.first, found.second)]
    return [
        join([stance(here, one.positions[found.claim]), here.record("statements", one.id)]) for one in both
    ]


def kind_and_fate(here: Here, found: Opposition) -> Inline:
    """Say the kind of a contradiction, and whether it was corrected."""
    kind = kind_word(here, found)
    return here.fill("{kind}, corrected", kind=kind) if found.corrected else kind


def kind_word(here: Here, found: Opposition) -> Inline:
    """Say between whom two statements contradict one another."""
    if found.kind is Kind.WITHIN and found.within:
        return here.fill("within {actor}", actor=here.actor(found.within))
    if found.kind is Kind.REVERSAL:
        return here.say("reversal by the same speaker")
    return here.say("between two sides")


def tier_word(here: Here, tier: Tier) -> str:
    """Say how a quotation was verified."""
    words = here.words
    return {
        Tier.EXACT: words.say("verified: exact"),
        Tier.TYPOGRAPHIC: words.say("verified: typographic"),
        Tier.ELIDED: words.say("verified: elided"),
        Tier.UNVERIFIED: words.say("not verified"),
    }[tier]


def tier_explained(here: Here, tier: Tier) -> str:
    """Explain a tier in a sentence."""
    words = here.words
    return {
        Tier.EXACT: words.say("The same characters stand in the archived text of the source."),
        Tier.TYPOGRAPHIC: words.say(
            "The same words stand in the archived text; quotation marks, dashes or blanks differ."
        ),
        Tier.ELIDED: words.say(
            "The parts stand in the archived text in this order; what is left out or added is in brackets."
        ),
        Tier.UNVERIFIED: words.say("The dossier holds no text of this source to look the words up in."),
    }[tier]


def tier(here: Here, value: Tier) -> Inline:
    """Mark how a quotation was verified."""
    cls = f"dossier-tier dossier-tier--{value}"
    return span(text(tier_word(here, value)), cls=cls, title=tier_explained(here, value))


def weakest(matches: Sequence[Match | None]) -> Tier:
    """Give the weakest tier among fragments."""
    tiers = {match.tier if match else Tier.UNVERIFIED for match in matches}
    return next((one for one in reversed(Tier) if one in tiers), Tier.UNVERIFIED)


def origin(here: Here, source: str, matches: Sequence[Match | None]) -> Inline:
    """Say where words come from: the source, how they were verified, the original at the passage."""
    record = here.dossier.sources[source]
    parts = [here.record("sources", source), tier(here, weakest(matches))]
    if record.url:
        found = next((match for match in matches if match), None)
        url = passage_url(record.url, found) if found else record.url
        parts.append(
            outside_link(here.say("original at this passage") if found else here.say("original"), url)
        )
    return span(join(parts, " · "), cls="dossier-origin")


def quoted(here: Here, fragments: Sequence[str], tag: str) -> Inline:
    """Write the fragments of a quotation, each between quotation marks."""
    return join((here.quoted(part, tag) for part in fragments), " … ")


def set_off(here: Here, words: Inline, tag: str, *, cls: str | None = None) -> Block:
    """Set off words in a language, in the direction that the language runs in."""
    turned = None if direction(tag) == here.view.direction else direction(tag)
    return container(paragraph(words), name="blockquote", cls=cls, attributes={"dir": turned})


def passage(here: Here, source: str, fragments: Sequence[str], matches: Sequence[Match | None]) -> Block:
    """Show a passage of a source, set off, with its origin."""
    tag = here.dossier.source_language(source)
    return container(
        set_off(here, quoted(here, fragments, tag), tag),
        paragraph(origin(here, source, matches)),
        cls="dossier-passage",
    )


def said_on(here: Here, statement: Statement) -> Inline:
    """Say when a statement was made, or by when it was published."""
    if statement.said is not None:
        return here.fill("said {date}", date=here.moment(statement.said))
    date = here.dossier.date_of(statement)
    if date is None:
        return here.say("date not stated")
    return here.fill("date not stated; published {date}", date=here.moment(date))


def roles_then(here: Here, statement: Statement) -> list[Role]:
    """List the roles that the speaker held when the statement was made, those spoken through first."""
    date = here.dossier.date_of(statement)
    roles = [role for role in here.dossier.actors[statement.speaker].roles if held(role, date)]
    return sorted(roles, key=lambda role: not role.speaks_for)


def role(here: Here, value: Role) -> Inline:
    """Name a role and its body."""
    return here.fill("{title}, {body}", title=here.own(value.title), body=here.actor(value.at))


def checked_of(here: Here, statement: Statement) -> Checked:
    """Give what was found of a statement's words."""
    return here.view.verified[("statements", statement.id), ()]


def words_of(here: Here, statement: Statement) -> Block:
    """Set off the words of a statement: the speaker's own, else those that report it."""
    if not statement.quote:
        return reported(here, statement)
    tag = here.dossier.language_of(statement)
    own = set_off(here, quoted(here, statement.quote, tag), tag, cls="dossier-quote")
    if sum(map(len, statement.quote)) > SPEAKS_FOR_ITSELF or not statement.passage:
        return own
    return Block(f"{own}\n\n{reported(here, statement)}")


def reported(here: Here, statement: Statement) -> Block:
    """Set off the source's own words that report a statement, where the dossier takes them."""
    if not statement.passage:
        return Block("")
    tag = here.dossier.source_language(statement.source)
    label = span(here.say("Reported:"), cls="dossier-reported", direction=here.view.direction)
    # A quotation shown above has a mark of its own; what reports it may be verified otherwise.
    mark = tier(here, weakest(checked_of(here, statement).passage))
    verified = [span(mark, direction=here.view.direction)] if statement.quote else []
    said = join([label, quoted(here, statement.passage, tag), *verified])
    return set_off(here, said, tag, cls="dossier-quote dossier-quote--reported")


def statement_card(here: Here, statement: Statement, *, claim: str | None = None) -> Block:
    """Show a statement: who, in which role, when, the words, their origin, and the position on a claim."""
    checked = checked_of(here, statement)
    head = [strong(here.actor(statement.speaker))]
    if claim is not None:
        head.insert(0, stance(here, statement.positions[claim]))
    spoken_through = roles_then(here, statement)[:1]
    who = [span(role(here, one), cls="dossier-role") for one in spoken_through]
    matches = checked.quote or checked.passage
    return container(
        paragraph(join([join(head), *who, said_on(here, statement)], " · "), cls="dossier-byline"),
        paragraph(here.own(statement.summary), cls="dossier-gist") if statement.summary else Block(""),
        words_of(here, statement),
        _translated(here, statement),
        paragraph(
            join(
                [
                    here.record("statements", statement.id, here.say("Statement")),
                    origin(here, statement.source, matches),
                ],
                " · ",
            ),
            cls="dossier-foot",
        ),
        cls=f"dossier-statement{f' dossier-statement--{statement.positions[claim]}' if claim else ''}",
        name="article",
    )


def _translated(here: Here, statement: Statement) -> Block:
    if not statement.translation:
        return Block("")
    name = span(here.say("Translation:"), cls="dossier-reported")
    return paragraph(join([name, here.own(statement.translation)]), cls="dossier-translation")


def in_order(dossier: Dossier, statements: Iterable[str]) -> list[Statement]:
    """Give statements by their date."""
    ordered = sorted(set(statements), key=lambda key: statement_order(dossier, key))
    return [dossier.statements[key] for key in ordered]


def statement_table(
    here: Here, statements: Iterable[str], *, with_speaker: bool = True, newest_first: bool = False
) -> Block:
    """List statements by date: when, who, what, the positions taken; a long list says where it goes on."""
    ordered = in_order(here.dossier, statements)
    if newest_first:
        ordered.reverse()
    rows = []
    for one in ordered[:MOST_ROWS]:
        date = here.dossier.date_of(one)
        when = here.moment(date) if date else text("–")
        speaker = [here.actor(one.speaker)] if with_speaker else []
        taken = Inline("<br>".join(_position(here, claim, value) for claim, value in one.positions.items()))
        gist = here.record("statements", one.id, here.gist(one))
        rows.append([when, *speaker, gist, taken])
    if not rows:
        return Block("")
    head = [here.say("When"), *([here.say("Speaker")] if with_speaker else []), here.say("Statement")]
    listed = table([*head, here.say("Positions")], rows)
    if len(ordered) <= MOST_ROWS:
        return listed
    rest = here.words.count("{n} later statement", "{n} later statements", len(ordered) - MOST_ROWS)
    more = here.fill("{number}: in the list of {all}", number=text(rest), all=_all_statements(here))
    return Block(f"{listed}\n\n{paragraph(more)}")


def limited(
    here: Here, head: Sequence[Inline], items: Sequence[Item], row: Callable[[Item], Sequence[Inline]]
) -> Block:
    """Write a table of pairs, of which there may be very many, and say how many more are in the data."""
    if not items:
        return Block("")
    listed = table(head, [row(item) for item in items[:MOST_PAIRS]])
    return Block("\n\n".join([listed, *rest_in_data(here, len(items) - MOST_PAIRS)]))


def rest_in_data(here: Here, number: int) -> list[Block]:
    """Say where the rest of a list stands that is too long for a page."""
    if number <= 0:
        return []
    said = text(here.words.count("{n} more", "{n} more", number))
    data = here.section("data", here.say("the data"))
    return [paragraph(here.fill("{number}: in {place}", number=said, place=data))]


def _all_statements(here: Here) -> Inline:
    return here.section("statements", here.say("all statements"))


def _position(here: Here, claim: str, value: str) -> Inline:
    return join([stance(here, value), here.record("claims", claim)])


def contradiction(here: Here, found: Opposition, *, level: int = 3) -> Block:
    """Show two statements that contradict one another side by side, with the kind."""
    head = here.fill("Contradiction: {kind}", kind=kind_word(here, found))
    marks = [span(here.say("corrected"), cls="dossier-corrected")] if found.corrected else []
    return container(
        heading(level, join([head, *marks]), f"{found.first}-{found.second}"),
        pair(here, found),
        cls=f"dossier-contradiction dossier-contradiction--{found.kind}",
        name="section",
    )


def pair(here: Here, found: Opposition) -> Block:
    """Set the two statements of a contradiction side by side, the earlier first."""
    both = [here.dossier.statements[key] for key in (found.first, found.second)]
    return container(*(statement_card(here, one, claim=found.claim) for one in both), cls="dossier-columns")


def facts(rows: Iterable[tuple[Inline, Inline | None]]) -> Block:
    """List names with values; a row without a value is left out."""
    present = [(name, value) for name, value in rows if value]
    return definitions(present) if present else Block("")


def part(title: Inline, identifier: str, *blocks: Block, level: int = 2) -> Block:
    """Put blocks under a heading; nothing where there is nothing under it."""
    inner = [block for block in blocks if block]
    return Block("\n\n".join([heading(level, title, identifier), *inner])) if inner else Block("")


def links(here: Here, section: Section, identifiers: Iterable[str]) -> Block:
    """List links to records by their titles."""
    keys = sorted(set(identifiers), key=lambda key: (here.view.title(section, key).casefold(), key))
    return bullets(here.record(section, key) for key in keys) if keys else Block("")


def mentions(here: Here, section: Section, identifier: str) -> Block:
    """List the records whose prose mentions this one."""
    named = here.dossier.naming(section, identifier, "mentioned_in")
    items = []
    for one in named:
        kind, _, key = one.partition("/")
        items.append(here.record(SECTION_OF[kind], key))
    return part(here.say("Mentioned by"), "mentions", bullets(items) if items else Block(""))
