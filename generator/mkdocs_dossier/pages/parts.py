"""The pieces that several pages are made of: quotations and their origins, badges, cards, tables, lists."""

from collections.abc import Iterable, Sequence
from itertools import islice

from mkdocs_dossier.document.compose import (
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
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import Checked, Kind, Opposition, weakest
from mkdocs_dossier.findings.positions import statement_order
from mkdocs_dossier.findings.voices import held
from mkdocs_dossier.model.recordparts import Reported, Role
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import Translator
from mkdocs_dossier.pages import badges, told
from mkdocs_dossier.pages.editing import edit_url, issue_url
from mkdocs_dossier.pages.history import known_since
from mkdocs_dossier.pages.stamped import reviewed_line
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.values.refs import Ref

_MOST_POSITIONS = 4
"""How many positions of a statement a row of a list names."""
SPEAKS_FOR_ITSELF = 40
"""A quotation of more characters is shown alone, a shorter one with the passage that reports it."""


def stance_taken(here: Here, claim: str, statement: str) -> Inline:
    """Write the position of a statement on a claim, with who said what, when, and where it stands."""
    return here.once(_stance_taken, claim, statement)


def _stance_taken(here: Here, claim: str, statement: str) -> Inline:
    one = here.dossier.statements[statement]
    said = join([badges.position(here, claim, statement), here.record("statements", statement)])
    return lines([said, span(join([said_on(here, one), known_from(here, one)], " · "), cls="dossier-known")])


def kind_and_fate(here: Here, found: Opposition) -> Inline:
    """Say the kind of a contradiction, and whether one of the two statements was taken back."""
    kind = _kind_word(here, found)
    return here.fill("{kind}, later taken back", kind=kind) if found.corrected else kind


def _kind_word(here: Here, found: Opposition) -> Inline:
    """Say between whom a contradiction is."""
    if found.kind is Kind.WITHIN and found.within:
        return here.fill("inside {actor}", actor=here.actor(found.within))
    if found.kind is Kind.REVERSAL:
        return here.say("reversal by the same speaker")
    return here.say("between two sides")


def quoted(here: Here, fragments: Sequence[str], tag: str) -> Inline:
    """Write the fragments of a quotation, in the language `tag`, each between quotation marks."""
    return join((here.quoted(part, tag) for part in fragments), " … ")


def _set_off(here: Here, words: Inline, tag: str, *, cls: str | None = None) -> Block:
    """Write words in a language as a block quotation, in the direction of that language."""
    turned = None if direction(tag) == here.view.direction else direction(tag)
    return container(paragraph(words), name="blockquote", cls=cls, attributes={"dir": turned})


def permalink(here: Here, anchor: str, label: str) -> Inline:
    """Link to a place of this page, for those who share it: a small sign, seen without a pointer too.

    `anchor` is the id of that place; `label` names it in plain text, as in "Ann, 3 February 2024".
    """
    said = here.words.say("Link to this: {target}", target=label)
    attributes = {"class": "dossier-permalink", "href": f"#{anchor}", "aria-label": said, "title": said}
    return element("a", text("#"), attributes)


def passage(here: Here, checked: Checked, anchor: str) -> Block:
    """Show a passage of a source as a block quotation, with its origin; `anchor` is its id on the page."""
    tag = here.dossier.source_language(checked.source)
    words = [fragment.words for fragment in checked.passage]
    label = here.view.title("sources", checked.source)
    return container(
        _set_off(here, quoted(here, words, tag), tag),
        paragraph(join([told.origin(here, checked), permalink(here, anchor, label)])),
        cls="dossier-passage",
        attributes={"id": anchor},
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
    """List the roles that the speakers held at the time; those that speak for a body first."""
    date = here.dossier.date_of(statement)
    held_by = (here.dossier.actors[speaker].roles for speaker in statement.speakers)
    roles = [role for of_one in held_by for role in of_one if held(role, date)]
    return sorted(roles, key=lambda role: not role.speaks_for)


def role(here: Here, value: Role) -> Inline:
    """Name a role and its body."""
    return here.fill("{title}, {body}", title=here.own(value.title), body=here.actor(value.at))


def words_of(here: Here, report: Reported, checked: Checked) -> Block:
    """Write the words of a report as block quotations: the speaker's own, or else those that report them."""
    if not report.quote:
        return reported(here, report, checked)
    tag = here.dossier.language_of(report)
    own = _set_off(here, quoted(here, report.quote, tag), tag, cls="dossier-quote")
    if sum(map(len, report.quote)) > SPEAKS_FOR_ITSELF or not report.passage:
        return own
    return own + reported(here, report, checked)


def reported(here: Here, report: Reported, checked: Checked) -> Block:
    """Write the source's words that report a statement as a block quotation, if the dossier has them."""
    if not report.passage:
        return ()
    tag = here.dossier.source_language(report.source)
    label = span(here.say("Reported:"), cls="dossier-reported", direction=here.view.direction)
    # Beside a quotation, the passage needs a badge of its own: it may be verified by another tier.
    mark = told.tier(here, weakest(checked.passage))
    verified = [span(mark, direction=here.view.direction)] if report.quote else []
    said = join([label, quoted(here, report.passage, tag), *verified])
    return _set_off(here, said, tag, cls="dossier-quote dossier-quote--reported")


def translation(here: Here, report: Reported) -> Block:
    """Show a translation, with who made it: the dossier, unless the record says otherwise."""
    if not report.translation:
        return ()
    match report.translated_by:
        case None | Translator.DOSSIER:
            whose = here.say("Translation of the dossier:")
        case Translator.SOURCE:
            whose = here.say("Translation printed by the source:")
        case actor:
            whose = here.fill("Translation by {actor}:", actor=here.actor(actor))
    name = span(whose, cls="dossier-reported")
    return paragraph(join([name, here.own(report.translation)]), cls="dossier-translation")


def in_order(dossier: Dossier, statements: Iterable[str]) -> list[Statement]:
    """Return statements, given by id, in the order of their dates, each once."""
    ordered = sorted(set(statements), key=lambda key: statement_order(dossier, key))
    return [dossier.statements[key] for key in ordered]


def known_from(here: Here, statement: Statement) -> Inline:
    """Say in small letters in which issues a statement stands."""
    return here.once(_known_from, statement.id)


def _known_from(here: Here, key: str) -> Inline:
    statement = here.dossier.statements[key]
    said = [told.cited(here, statement.source), told.also_in(here, statement)]
    return span(here.join(said, "; "), cls="dossier-known")


def rows_of_statements(
    here: Here,
    statements: Sequence[str],
    *,
    with_speaker: bool = True,
    source: str | None = None,
    caption: str = "",
) -> Block:
    """Write a table of statements, in their order: when, who, what and where it stands, positions.

    `source` is the one that all of them are known to stand in: it is not named again where there is no other.
    """
    rows = []
    for one in map(here.dossier.statements.__getitem__, statements):
        date = here.dossier.date_of(one)
        when = here.moment(date) if date else ()
        speaker = [here.speakers(one)] if with_speaker else []
        taken = here.once(_positions, one.id)
        known = known_from(here, one) if {report.source for report in one.reports} != {source} else ()
        gist = lines([here.record("statements", one.id, here.gist(one)), known])
        rows.append([when, *speaker, gist, taken])
    head = [here.say("When"), *([here.say("Speaker")] if with_speaker else []), here.say("Statement")]
    title = text(caption) if caption else here.say("Statements")
    return table(title, [*head, here.say("Positions")], rows, row_head=len(head) - 1)


def _positions(here: Here, key: str) -> Inline:
    return positions(here, here.dossier.statements[key], _MOST_POSITIONS)


def row_weight(view: View, statement: str) -> int:
    """Return how many bytes of text a row of a statement has, about."""
    one = view.dossier.statements[statement]
    claims = islice(one.positions, _MOST_POSITIONS)
    said = (view.title("statements", statement), *(view.title("claims", claim) for claim in claims))
    return sum(len(words.encode()) for words in said)


def rest_in_data(here: Here, number: int) -> list[Block]:
    """Say that `number` more items of a list are in the data; nothing if there are none."""
    if number <= 0:
        return []
    said = text(here.words.count("{n} more", "{n} more", number))
    data = here.section("data", here.say("the data"))
    return [paragraph(here.fill("{number}: in {place}", number=said, place=data))]


def positions(here: Here, statement: Statement, most: int) -> Inline:
    """Write which stance a statement takes on which claims, a line each, and how many more there are."""
    claims = list(statement.positions)
    shown = [
        join([badges.position(here, claim, statement.id), here.record("claims", claim)])
        for claim in claims[:most]
    ]
    if rest := len(claims) - len(shown):
        more = here.words.count("{n} more position", "{n} more positions", rest)
        shown.append(here.record("statements", statement.id, text(more)))
    return lines(shown)


def facts(rows: Iterable[tuple[Inline, Inline | None]]) -> Block:
    """Write a list of names with values, without the rows that have no value."""
    present = [(name, value) for name, value in rows if value]
    return definitions(present) if present else ()


def some(here: Here, number: int) -> Inline:
    """Write how many there are; nothing if there are none."""
    return text(here.words.number(number)) if number else ()


def part(title: Inline, identifier: str, *parts: Block, level: int = 2) -> Block:
    """Put blocks under a heading; return nothing if they are empty."""
    inner = stack(*parts)
    return heading(level, title, identifier) + inner if inner else ()


def report_or_edit(here: Here, ref: Ref) -> Block:
    """Say when a record came, changed and was reviewed, and link to where it is reported and edited."""
    view = here.view
    dated = paragraph(known_since(here, ref), cls="dossier-known") + reviewed_line(here, ref)
    repository = view.repository
    if repository is None:
        return dated
    written = view.written.get(ref)
    report = issue_url(repository, f"{view.title(ref.section, ref.id)} ({ref.address})")
    edit = edit_url(repository, written) if written else None
    ways = ((here.say("Report an error"), report), (here.say("Edit this record"), edit))
    links = [outside_link(label, url) for label, url in ways if url]
    return dated + paragraph(join(links, " · "), cls="dossier-ways")
