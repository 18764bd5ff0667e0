"""The pieces that several pages are made of: quotations and their origins, badges, cards, tables, lists."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from mkdocs_dossier.document.compose import (
    bullets,
    container,
    definitions,
    element,
    heading,
    join,
    lines,
    outside_link,
    paragraph,
    span,
    stack,
    strong,
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Checked, Kind, LabelName, Opposition, weakest
from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.findings.voices import held
from mkdocs_dossier.model.recordparts import Role
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pages.textfragment import passage_url
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.values.refs import Ref, Section

Item = TypeVar("Item")

MOST_PAIRS = 60
"""How many pairs of statements or figures a page lists: their number grows with the square of these."""
MOST_ROWS = 200
"""How many statements a table lists: as many as a phone can open at once."""
SPEAKS_FOR_ITSELF = 40
"""A quotation of more characters is shown alone, a shorter one with the passage that reports it."""


def stance(here: Here, value: Stance) -> Inline:
    """Write a stance as a badge: its sign and its word."""
    sign = element("span", text(value.sign), {"class": "dossier-sign", "aria-hidden": "true"})
    return span(join([sign, here.say(value.message)]), cls=f"dossier-stance dossier-stance--{value}")


def label(here: Here, value: LabelName) -> Inline:
    """Write a claim's label as a badge."""
    cls = f"dossier-label dossier-label--{value.replace(' ', '-')}"
    return span(here.say(value.message), cls=cls)


def both_stances(here: Here, found: Opposition) -> list[Inline]:
    """Write the two statements of an opposition with their stances, the earlier one first."""
    both = [here.dossier.statements[key] for key in (found.first, found.second)]
    return [
        join([stance(here, one.positions[found.claim]), here.record("statements", one.id)]) for one in both
    ]


def kind_and_fate(here: Here, found: Opposition) -> Inline:
    """Say the kind of a contradiction, and whether it was corrected."""
    kind = _kind_word(here, found)
    return here.fill("{kind}, corrected", kind=kind) if found.corrected else kind


def _kind_word(here: Here, found: Opposition) -> Inline:
    """Say between whom a contradiction is."""
    if found.kind is Kind.WITHIN and found.within:
        return here.fill("within {actor}", actor=here.actor(found.within))
    if found.kind is Kind.REVERSAL:
        return here.say("reversal by the same speaker")
    return here.say("between two sides")


def tier(here: Here, value: Tier) -> Inline:
    """Write the tier by which a quotation was verified, as a badge."""
    cls = f"dossier-tier dossier-tier--{value}"
    return span(here.say(value.message), cls=cls, title=here.words.say(value.explanation))


def origin(here: Here, checked: Checked) -> Inline:
    """Say where words come from: their source, how they were verified, a link to the original."""
    record = here.dossier.sources[checked.source]
    parts = [here.record("sources", checked.source), tier(here, weakest(checked.shown))]
    if record.url:
        # One link can lead to one passage: the first that was found.
        found = next((one.match for one in checked.shown if one.match), None)
        url = passage_url(record.url, found) if found else record.url
        parts.append(
            outside_link(here.say("original at this passage") if found else here.say("original"), url)
        )
    return span(join(parts, " · "), cls="dossier-origin")


def quoted(here: Here, fragments: Sequence[str], tag: str) -> Inline:
    """Write the fragments of a quotation, in the language `tag`, each between quotation marks."""
    return join((here.quoted(part, tag) for part in fragments), " … ")


def _set_off(here: Here, words: Inline, tag: str, *, cls: str | None = None) -> Block:
    """Write words in a language as a block quotation, in the direction of that language."""
    turned = None if direction(tag) == here.view.direction else direction(tag)
    return container(paragraph(words), name="blockquote", cls=cls, attributes={"dir": turned})


def passage(here: Here, checked: Checked) -> Block:
    """Show a passage of a source as a block quotation, with its origin."""
    tag = here.dossier.source_language(checked.source)
    words = [fragment.words for fragment in checked.passage]
    return container(
        _set_off(here, quoted(here, words, tag), tag),
        paragraph(origin(here, checked)),
        cls="dossier-passage",
    )


def said_on(here: Here, statement: Statement) -> Inline:
    """Say when a statement was made, or else when it was published."""
    if statement.said is not None:
        return here.fill("said {date}", date=here.moment(statement.said))
    date = here.dossier.date_of(statement)
    if date is None:
        return here.say("date not stated")
    return here.fill("date not stated; published {date}", date=here.moment(date))


def roles_then(here: Here, statement: Statement) -> list[Role]:
    """List the roles that the speaker held when the statement was made; those that speak for a body first."""
    date = here.dossier.date_of(statement)
    roles = [role for role in here.dossier.actors[statement.speaker].roles if held(role, date)]
    return sorted(roles, key=lambda role: not role.speaks_for)


def role(here: Here, value: Role) -> Inline:
    """Name a role and its body."""
    return here.fill("{title}, {body}", title=here.own(value.title), body=here.actor(value.at))


def checked_of(here: Here, statement: Statement) -> Checked:
    """Return what was found of a statement's words in its source."""
    return here.view.findings.words_of(statement.id)


def words_of(here: Here, statement: Statement) -> Block:
    """Write the words of a statement as block quotations: the speaker's own, or else those that report it."""
    if not statement.quote:
        return reported(here, statement)
    tag = here.dossier.language_of(statement)
    own = _set_off(here, quoted(here, statement.quote, tag), tag, cls="dossier-quote")
    if sum(map(len, statement.quote)) > SPEAKS_FOR_ITSELF or not statement.passage:
        return own
    return own + reported(here, statement)


def reported(here: Here, statement: Statement) -> Block:
    """Write the source's words that report a statement as a block quotation, if the dossier has them."""
    if not statement.passage:
        return ()
    tag = here.dossier.source_language(statement.source)
    label = span(here.say("Reported:"), cls="dossier-reported", direction=here.view.direction)
    # Beside a quotation, the passage needs a badge of its own: it may be verified by another tier.
    mark = tier(here, weakest(checked_of(here, statement).passage))
    verified = [span(mark, direction=here.view.direction)] if statement.quote else []
    said = join([label, quoted(here, statement.passage, tag), *verified])
    return _set_off(here, said, tag, cls="dossier-quote dossier-quote--reported")


def statement_card(here: Here, statement: Statement, *, claim: str | None = None) -> Block:
    """Show a statement as a card: who, in which role, when, the words and their origin.

    With `claim`, an id, it also shows the statement's position on that claim.
    """
    checked = checked_of(here, statement)
    head = [strong(here.actor(statement.speaker))]
    if claim is not None:
        head.insert(0, stance(here, statement.positions[claim]))
    spoken_through = roles_then(here, statement)[:1]
    who = [span(role(here, one), cls="dossier-role") for one in spoken_through]
    return container(
        paragraph(join([join(head), *who, said_on(here, statement)], " · "), cls="dossier-byline"),
        paragraph(here.own(statement.summary), cls="dossier-gist") if statement.summary else (),
        words_of(here, statement),
        _translated(here, statement),
        paragraph(
            join(
                [
                    here.record("statements", statement.id, here.say("Statement")),
                    origin(here, checked),
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
        return ()
    name = span(here.say("Translation:"), cls="dossier-reported")
    return paragraph(join([name, here.own(statement.translation)]), cls="dossier-translation")


def in_order(dossier: Dossier, statements: Iterable[str]) -> list[Statement]:
    """Return statements, given by id, in the order of their dates, each once."""
    ordered = sorted(set(statements), key=lambda key: statement_order(dossier, key))
    return [dossier.statements[key] for key in ordered]


def statement_table(
    here: Here, statements: Iterable[str], *, with_speaker: bool = True, newest_first: bool = False
) -> Block:
    """Write a table of statements by date: when, who, what, and the positions taken.

    After `MOST_ROWS` it says how many more there are, and links to the list of all.
    """
    ordered = in_order(here.dossier, statements)
    if newest_first:
        ordered.reverse()
    rows = []
    for one in ordered[:MOST_ROWS]:
        date = here.dossier.date_of(one)
        when = here.moment(date) if date else text("–")
        speaker = [here.actor(one.speaker)] if with_speaker else []
        taken = lines((_position(here, claim, value) for claim, value in one.positions.items()))
        gist = here.record("statements", one.id, here.gist(one))
        rows.append([when, *speaker, gist, taken])
    if not rows:
        return ()
    head = [here.say("When"), *([here.say("Speaker")] if with_speaker else []), here.say("Statement")]
    listed = table([*head, here.say("Positions")], rows)
    if len(ordered) <= MOST_ROWS:
        return listed
    rest = here.words.count("{n} later statement", "{n} later statements", len(ordered) - MOST_ROWS)
    more = here.fill("{number}: in the list of {all}", number=text(rest), all=_all_statements(here))
    return listed + paragraph(more)


def limited(
    here: Here, head: Sequence[Inline], items: Sequence[Item], row: Callable[[Item], Sequence[Inline]]
) -> Block:
    """Write a table of the first `MOST_PAIRS` items, and say how many more are in the data."""
    if not items:
        return ()
    listed = table(head, [row(item) for item in items[:MOST_PAIRS]])
    return stack(listed, *rest_in_data(here, len(items) - MOST_PAIRS))


def rest_in_data(here: Here, number: int) -> list[Block]:
    """Say that `number` more items of a list are in the data; nothing if there are none."""
    if number <= 0:
        return []
    said = text(here.words.count("{n} more", "{n} more", number))
    data = here.section("data", here.say("the data"))
    return [paragraph(here.fill("{number}: in {place}", number=said, place=data))]


def _all_statements(here: Here) -> Inline:
    return here.section("statements", here.say("all statements"))


def _position(here: Here, claim: str, value: Stance) -> Inline:
    return join([stance(here, value), here.record("claims", claim)])


def contradiction(here: Here, found: Opposition, *, level: int = 3) -> Block:
    """Show two statements that contradict each other side by side, under a heading with the kind."""
    head = here.fill("Contradiction: {kind}", kind=_kind_word(here, found))
    marks = [span(here.say("corrected"), cls="dossier-corrected")] if found.corrected else []
    return container(
        heading(level, join([head, *marks]), f"{found.first}-{found.second}"),
        _pair(here, found),
        cls=f"dossier-contradiction dossier-contradiction--{found.kind}",
        name="section",
    )


def _pair(here: Here, found: Opposition) -> Block:
    """Put the two statements of a contradiction side by side, the earlier one first."""
    both = [here.dossier.statements[key] for key in (found.first, found.second)]
    return container(*(statement_card(here, one, claim=found.claim) for one in both), cls="dossier-columns")


def facts(rows: Iterable[tuple[Inline, Inline | None]]) -> Block:
    """Write a list of names with values, without the rows that have no value."""
    present = [(name, value) for name, value in rows if value]
    return definitions(present) if present else ()


def part(title: Inline, identifier: str, *parts: Block, level: int = 2) -> Block:
    """Put blocks under a heading; return nothing if they are empty."""
    inner = stack(*parts)
    return heading(level, title, identifier) + inner if inner else ()


def links(here: Here, section: Section, identifiers: Iterable[str]) -> Block:
    """Write a list of links to records of a section, sorted by title, each once."""
    keys = sorted(set(identifiers), key=lambda key: (here.view.title(section, key).casefold(), key))
    return bullets(here.record(section, key) for key in keys)


def mentions(here: Here, ref: Ref) -> Block:
    """Write the part of a page that lists the records whose prose mentions this one."""
    named = here.dossier.mentions.get(ref, ())
    return part(here.say("Mentioned by"), "mentions", bullets(here.record(*one) for one in named))
