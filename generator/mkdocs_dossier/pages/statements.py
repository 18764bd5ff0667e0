"""Statements: the index, and a page for each with its words in their context."""

from collections.abc import Iterator, Sequence
from functools import partial

from mkdocs_dossier.document import plain
from mkdocs_dossier.document.compose import (
    bracketed,
    bullets,
    code,
    container,
    details,
    heading,
    join,
    link,
    paragraph,
    stack,
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import Checked, Fragment, Opposition
from mkdocs_dossier.model.recordparts import Role
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import badges, parts, told, utterances, uttered
from mkdocs_dossier.pages.cite import citations
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index
from mkdocs_dossier.pages.largest import Lists, fitting
from mkdocs_dossier.pages.lengths import FEWER_ROWS
from mkdocs_dossier.pages.linkeddata import linked_data
from mkdocs_dossier.pages.longlists import (
    LongList,
    first_rows,
    further_pages,
    in_line,
    mentions_list,
    named_list,
    pair_weight,
    records_in_line,
    words_weight,
)
from mkdocs_dossier.pages.marking import marked_excerpts
from mkdocs_dossier.pages.replies import replies_list
from mkdocs_dossier.pages.view import TITLE_LENGTH, Here, View, record_path
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.text.shortening import cut_long
from mkdocs_dossier.values.refs import Ref


def _items(view: View) -> list[str]:
    return [one.id for one in parts.in_order(view.dossier, view.dossier.statements)]


_INDEX = Index(
    "statements",
    mark("Statements"),
    mark("Everything that the dossier records somebody as saying, by date."),
    _items,
    parts.rows_of_statements,
    weigh=parts.row_weight,
)


def _page(view: View, key: str) -> Iterator[Page]:
    """Write a statement's page: the words, their positions, their context, and what contradicts them."""
    statement = view.dossier.statements[key]
    ref = Ref("statements", statement.id)
    here = view.here(record_path("statements", statement.id))
    lists: Lists = [_lists(here, statement), [mentions_list(view, ref)], [replies_list(view, ref, statement)]]
    blocks, written = fitting(lists, partial(_blocks, here, statement))
    description = cut_long(" … ".join(statement.quote or statement.passage or ()), _DESCRIBED)
    yield Page(here.path, view.title("statements", statement.id), description, blocks)
    yield from further_pages(view, ref, *written, *_named(here, statement))


def _blocks(here: Here, statement: Statement, lists: Lists) -> Block:
    ref = Ref("statements", statement.id)
    (positions, contradictions, reports), (mentions,), (replies,) = lists
    first = told.reports(here, statement)[0]
    shown = [first, *reports.rows_of(1)]
    return stack(
        _head(here, statement, first),
        first_rows(here, ref, positions),
        parts.part(here.say("In the source"), "context", _in_context(here, first[1])),
        first_rows(here, ref, replies),
        first_rows(here, ref, contradictions),
        first_rows(here, ref, reports),
        parts.part(here.say("About this statement"), "about", _facts(here, statement)),
        parts.part(
            here.say("Cite this statement"), "cite", *citations(here, statement, [one for one, _ in shown])
        ),
        details(here.say("For machines"), _selectors(here, shown), cls="dossier-fold"),
        further(here, ref),
        first_rows(here, ref, mentions),
        parts.report_or_edit(here, ref),
        linked_data(here, ref),
    )


def _lists(
    here: Here, statement: Statement
) -> tuple[LongList[str], LongList[Opposition], LongList[told.Told]]:
    """List the positions of a statement, its contradictions, and its reports but the first."""
    view, say = here.view, here.words.say
    implied = view.findings.implied.get(statement.id, {})
    taken = list(dict.fromkeys([*statement.positions, *implied]))
    opposed, others = view.opposed.get(statement.id, ()), told.reports(here, statement)[1:]
    return (
        LongList("positions", say("Positions"), taken, partial(_positions, statement), kept=FEWER_ROWS),
        LongList(
            "contradictions",
            say("Contradictions"),
            opposed,
            partial(_contradicted, statement),
            kept=FEWER_ROWS,
            weigh=partial(pair_weight, view),
        ),
        LongList(
            "reports",
            say("Also in"),
            others,
            partial(_reports, statement),
            kept=_REPORTS,
            rows=_REPORTS,
            weigh=_weight,
        ),
    )


def _weight(one: told.Told) -> int:
    """Return about how many bytes the words of a report take: they stand in its text as well."""
    report, _ = one
    own = words_weight(report.quote) + words_weight(report.passage)
    return 3 * own + len((report.translation or "").encode())


def _head(here: Here, statement: Statement, first: told.Told) -> Block:
    """Write what the page is about at a glance: who, for whom, when and where; the words; their fate."""
    label = here.view.title("statements", statement.id)
    link = parts.permalink(here, "statement", label)
    # The heading stands alone: the theme's search takes what is before it, a box too, for the page itself.
    title = heading(1, here.title("statements", statement.id), "statement")
    return title + container(
        paragraph(join([_byline(here, statement), link]), cls="dossier-byline"),
        *_long_summary(here, statement),
        container(_words(here, statement, first), cls="dossier-words"),
        parts.translation(here, statement),
        told.taken_back(here, statement),
        paragraph(told.report_line(here, first)),
        cls="dossier-said",
    )


def _long_summary(here: Here, statement: Statement) -> Iterator[Block]:
    """Write a summary that is longer than the title has room for."""
    if statement.summary and here.view.gist(statement) != statement.summary:
        yield paragraph(here.own(statement.summary))


def _byline(here: Here, statement: Statement) -> Inline:
    """Say who made a statement, for which body, when, and in which issue it stands."""
    roles = [parts.role(here, one) for one in parts.roles_then(here, statement)[:1]]
    said = [here.speakers(statement), *roles, parts.said_on(here, statement)]
    return join([*said, parts.known_from(here, statement)], " · ")


def _words(here: Here, statement: Statement, one: told.Told) -> Block:
    """Show the speaker's own words and those that report them, as far as a report has them."""
    if one[0] is statement and _is_title(here, statement):
        return parts.reported(here, *one)
    # `words_of` has added the passage already, if the quotation is short or missing.
    shown = parts.words_of(here, *one)
    passage = parts.reported(here, *one)
    return shown if all(one in shown for one in passage) else shown + passage


def _is_title(here: Here, statement: Statement) -> bool:
    """Tell whether the title says all of a statement's words, in the language of the page."""
    quote = statement.quote or ()
    is_short = not statement.summary and len(quote) == 1 and len(quote[0]) <= TITLE_LENGTH
    return is_short and here.dossier.language_of(statement) == here.dossier.settings.language


def _named(
    here: Here, statement: Statement
) -> tuple[LongList[str], LongList[Role], LongList[str], LongList[str], LongList[str]]:
    """List who made a statement, in which roles, for whom, to whom, and what corrected it."""
    view, say = here.view, here.words.say
    roles = parts.roles_then(here, statement)
    voices = (one for one in view.findings.voices[statement.id] if one not in statement.speakers)
    corrected = view.dossier.naming("statements", statement.id, Reverse.CORRECTED_BY)
    return (
        named_list("speakers", say("Speaker"), "actors", statement.speakers),
        LongList("roles", say("Role on that date"), roles, _roles, kept=FEWER_ROWS),
        named_list("for", say("Speaks for"), "actors", voices),
        named_list("to", say("Said to"), "actors", statement.to),
        named_list("corrected", say("Corrected by"), "statements", corrected),
    )


def _roles(here: Here, roles: Sequence[Role]) -> Block:
    return bullets(parts.role(here, one) for one in roles)


def _facts(here: Here, statement: Statement) -> Block:
    ref = Ref("statements", statement.id)
    speakers, roles, voices, to, corrected = _named(here, statement)
    return parts.facts(
        [
            (here.say("Speaker"), records_in_line(here, ref, speakers, "actors")),
            (
                here.say("Role on that date"),
                in_line(here, ref, roles, (parts.role(here, one) for one in roles.rows_of(1)), "; "),
            ),
            (here.say("Speaks for"), records_in_line(here, ref, voices, "actors")),
            (here.say("Said"), _said(here, statement)),
            (here.say("Medium"), here.term(statement.medium) if statement.medium else None),
            (here.say("During"), here.record("events", statement.during) if statement.during else None),
            (here.say("Said to"), records_in_line(here, ref, to, "actors")),
            (
                here.say("Corrects"),
                here.record("statements", statement.corrects) if statement.corrects else None,
            ),
            (here.say("Corrected by"), records_in_line(here, ref, corrected, "statements", "; ")),
            (here.say("Language"), here.join(_languages(here, statement), ", ")),
        ]
    )


def _languages(here: Here, statement: Statement) -> list[Inline]:
    """Name the languages in which the reports quote the words, each once."""
    tags = [here.dossier.language_of(one) for one in statement.reports if one.quote]
    return [text(here.words.language_name(tag)) for tag in dict.fromkeys(tags)]


def _said(here: Here, statement: Statement) -> Inline:
    said = here.moment(statement.said) if statement.said else parts.said_on(here, statement)
    note = statement.said_note or ""
    return join([said, bracketed(here.own(note))]) if note else said


def _positions(statement: Statement, here: Here, keys: Sequence[str]) -> Block:
    """List the positions that the statement takes, then those that follow from them, with their chain."""
    implied = here.view.findings.implied.get(statement.id, {})
    rows = [
        [
            badges.position(here, key, statement.id),
            _claim(here, key, statement)
            if key not in implied
            else here.fill("follows from: {chain}", chain=badges.chain(here, key, statement.id)),
            badges.standing(here, key),
        ]
        for key in keys
    ]
    head = [here.say("Position"), here.say("Claim"), here.say("The claim is")]
    return table(here.say("Positions"), head, rows, row_head=1)


def _claim(here: Here, key: str, statement: Statement) -> Inline:
    """Link to a claim, at the place where its page shows the statement, if it shows all of them."""
    if len(here.view.findings.positions[key]) > utterances.MOST_SHOWN:
        return here.record("claims", key)
    place = f"{record_path('claims', key)}#{uttered.anchor(statement.id)}"
    return link(here.title("claims", key), here.target(place))


def _contradicted(statement: Statement, here: Here, found: Sequence[Opposition]) -> Block:
    """List what contradicts the statement, on which claim, and between whom."""
    rows = [
        [
            parts.stance_taken(here, one.claim, one.second if one.first == statement.id else one.first),
            here.record("claims", one.claim),
            parts.kind_and_fate(here, one),
        ]
        for one in found
    ]
    head = [here.say("Contradicted by"), here.say("On the claim"), here.say("Kind")]
    return table(here.say("Contradictions"), head, rows)


_DESCRIBED = 1_000
"""How many characters of a statement describe its page."""
_REPORTS = 20
"""How many further reports a page shows: each has its words, in their context."""


def _reports(statement: Statement, here: Here, found: Sequence[told.Told]) -> Block:
    """Show the words of further reports, each in the text of its source."""
    shown = [_report(here, statement, one) for one in found]
    if here.path != record_path("statements", statement.id):
        # On the page of the record they stand with those of the first report.
        cited = citations(here, statement, [one for one, _ in found])
        shown.append(parts.part(here.say("Cite this statement"), "cite", *cited))
        shown.append(details(here.say("For machines"), _selectors(here, found), cls="dossier-fold"))
    return stack(*shown)


def _report(here: Here, statement: Statement, one: told.Told) -> Block:
    """Show the words of a further report, under the issue that it stands in."""
    report, checked = one
    number = next(at for at, other in enumerate(statement.reports, 1) if other is report)
    anchor = f"context-{number}"
    issue = told.cited(here, report.source)
    return stack(
        heading(3, issue, anchor),
        _words(here, statement, one),
        parts.translation(here, report),
        _in_context(here, checked),
        paragraph(join([told.report_line(here, one), parts.permalink(here, anchor, plain.words(issue))])),
    )


def _in_context(here: Here, checked: Checked) -> Block:
    """Show words in the sentences of the source that hold them, marked."""
    source = here.dossier.text_in(*checked.place)
    if source is None:
        return paragraph(
            here.say("The dossier holds no text of this source, so the words could not be looked up.")
        )
    tag = here.dossier.source_language(checked.source)
    hidden = here.view.findings.hidden.get(checked.place, ())
    return container(
        paragraph(marked_excerpts(source, checked.matches, hidden)),
        name="blockquote",
        cls="dossier-context",
        attributes={"lang": tag, "dir": direction(tag)},
    )


def _selectors(here: Here, reports: Sequence[told.Told]) -> Block:
    """Write a table of where the words are: what a program needs to find them again (see `exports`)."""
    rows = []
    for _, checked in reports:
        source = [here.record("sources", checked.source)] if len(reports) > 1 else []
        for name, fragments in ((here.say("quote"), checked.quote), (here.say("passage"), checked.passage)):
            rows += [[*source, *row] for one in fragments for row in _selector(here, name, checked, one)]
    head = [here.say("Source")] if len(reports) > 1 else []
    head += [here.say("Words"), here.say("Verification"), here.say("Characters")]
    head += [here.say("Before"), here.say("After")]
    return table(here.say("Where the words stand"), head, rows)


def _selector(here: Here, name: Inline, checked: Checked, fragment: Fragment) -> Iterator[list[Inline]]:
    match = fragment.match
    if match:
        tag = here.dossier.source_language(checked.source)
        place = text(f"{here.words.number(match.start)}–{here.words.number(match.end)}")
        around = (code(words, lang=tag, direction=direction(tag)) for words in (match.prefix, match.suffix))
        yield [name, told.tier(here, match.tier), place, *around]


STATEMENTS = _INDEX.kind(40, _page)
