"""Statements: the index, and a page for each with its words in their context."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.document.compose import (
    bracketed,
    code,
    container,
    heading,
    join,
    paragraph,
    stack,
    table,
    text,
)
from mkdocs_dossier.document.nodes import Block, Inline, Page
from mkdocs_dossier.findings.found import Checked, Fragment, Opposition
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import badges, parts, told
from mkdocs_dossier.pages.cite import citations
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index, index_pages
from mkdocs_dossier.pages.marking import marked_excerpts
from mkdocs_dossier.pages.view import Here, PageKind, View, record_path
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref


def _pages(view: View) -> Iterator[Page]:
    """Write the index of statements and a page for each."""
    yield from index_pages(view, _index(view))
    for statement in view.dossier.statements.values():
        yield _page(view, statement)


def _index(view: View) -> Index[str]:
    """List all statements by date."""
    return Index(
        "statements",
        view.words.say("Statements"),
        view.words.say("Everything that the dossier records somebody as saying, by date."),
        [one.id for one in parts.in_order(view.dossier, view.dossier.statements)],
        parts.statement_table,
    )


def _page(view: View, statement: Statement) -> Page:
    """Write a statement's page: the words in context, who said them for whom, and what they contradict."""
    here = view.here(record_path("statements", statement.id))
    title = view.title("statements", statement.id)
    blocks = (
        heading(1, here.title("statements", statement.id), "statement"),
        _words(here, told.reports(here, statement)[0]),
        paragraph(told.report_lines(here, statement)),
        parts.translation(here, statement),
        told.taken_back(here, statement),
        _facts(here, statement),
        parts.part(here.say("Positions"), "positions", _positions(here, statement)),
        parts.part(here.say("Contradictions"), "contradictions", _contradicts(here, statement)),
        _in_sources(here, statement),
        parts.part(here.say("Selectors"), "selectors", _selectors(here, statement)),
        parts.part(here.say("Cite this statement"), "cite", *citations(here, statement)),
        further(here, Ref("statements", statement.id)),
        parts.mentions(here, Ref("statements", statement.id)),
    )
    description = " … ".join(statement.quote or statement.passage or ())
    return Page(here.path, title, description, stack(*blocks))


def _words(here: Here, one: told.Told) -> Block:
    """Show the speaker's own words and those that report them, as far as a report has them."""
    # `words_of` has added the passage already, if the quotation is short or missing.
    shown = parts.words_of(here, *one)
    passage = parts.reported(here, *one)
    return shown if all(one in shown for one in passage) else shown + passage


def _facts(here: Here, statement: Statement) -> Block:
    roles = [parts.role(here, one) for one in parts.roles_then(here, statement)]
    voices = [one for one in here.view.findings.voices[statement.id] if one not in statement.speakers]
    return parts.facts(
        [
            (here.say("Speaker"), here.speakers(statement)),
            (here.say("Role on that date"), here.join(roles, "; ")),
            (here.say("Speaks for"), here.records("actors", voices, ", ")),
            (here.say("Said"), _said(here, statement)),
            (here.say("Medium"), here.term(statement.medium) if statement.medium else None),
            (here.say("During"), here.record("events", statement.during) if statement.during else None),
            (here.say("Said to"), here.records("actors", statement.to, ", ")),
            (
                here.say("Corrects"),
                here.record("statements", statement.corrects) if statement.corrects else None,
            ),
            (
                here.say("Corrected by"),
                here.records(
                    "statements",
                    here.dossier.naming("statements", statement.id, Reverse.CORRECTED_BY),
                    "; ",
                ),
            ),
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


def _positions(here: Here, statement: Statement) -> Block:
    """List the positions that the statement takes, then those that follow from them, with their chain."""
    implied = here.view.findings.implied.get(statement.id, {})
    rows = [
        [
            badges.position(here, key, statement.id),
            here.record("claims", key)
            if key not in implied
            else here.fill("follows from: {chain}", chain=badges.chain(here, key, statement.id)),
            badges.standing(here, here.view.findings.labels[key]),
        ]
        for key in dict.fromkeys([*statement.positions, *implied])
    ]
    head = [here.say("Position"), here.say("Claim"), here.say("The claim is")]
    return table(here.say("Positions"), head, rows, row_head=1)


def _contradicts(here: Here, statement: Statement) -> Block:
    found = here.view.opposed.get(statement.id, ())
    head = [here.say("Statement"), here.say("Claim"), here.say("Kind")]
    return parts.limited(
        here, here.say("Contradictions"), head, found, lambda one: _contradiction_row(here, statement, one)
    )


def _contradiction_row(here: Here, statement: Statement, found: Opposition) -> Sequence[Inline]:
    other = found.second if found.first == statement.id else found.first
    return [
        join([badges.position(here, found.claim, other), here.record("statements", other)]),
        here.record("claims", found.claim),
        parts.kind_and_fate(here, found),
    ]


def _in_sources(here: Here, statement: Statement) -> Block:
    """Show the words in the texts of the sources that report them, each source apart if there are several."""
    reports = told.reports(here, statement)
    if len(reports) == 1:
        return parts.part(here.say("In the source"), "context", _in_context(here, reports[0][1]))
    shown = (
        parts.part(
            here.title("sources", report.source),
            f"context-{number}",
            paragraph(told.report_line(here, (report, checked))),
            # Those of the first report stand at the top of the page.
            _words(here, (report, checked)) if number > 1 else (),
            parts.translation(here, report) if number > 1 else (),
            _in_context(here, checked),
            level=3,
        )
        for number, (report, checked) in enumerate(reports, 1)
    )
    return parts.part(here.say("In the sources"), "context", *shown)


def _in_context(here: Here, checked: Checked) -> Block:
    """Show words in the sentences of the source that hold them, marked."""
    source = here.dossier.texts.get(checked.source)
    if source is None:
        return paragraph(
            here.say("The dossier holds no text of this source, so the words could not be looked up.")
        )
    tag = here.dossier.source_language(checked.source)
    hidden = here.view.findings.hidden.get(checked.source, ())
    return container(
        paragraph(marked_excerpts(source, checked.matches, hidden)),
        name="blockquote",
        cls="dossier-context",
        attributes={"lang": tag, "dir": direction(tag)},
    )


def _selectors(here: Here, statement: Statement) -> Block:
    """Write a table of where the words are: what a program needs to find them again (see `exports`)."""
    reports = told.reports(here, statement)
    rows = []
    for _, checked in reports:
        source = [here.record("sources", checked.source)] if len(reports) > 1 else []
        for name, fragments in ((here.say("quote"), checked.quote), (here.say("passage"), checked.passage)):
            rows += [[*source, *row] for one in fragments for row in _selector(here, name, checked, one)]
    head = [here.say("Source")] if len(reports) > 1 else []
    head += [here.say("Words"), here.say("Verification"), here.say("Characters")]
    head += [here.say("Before"), here.say("After")]
    return table(here.say("Selectors"), head, rows)


def _selector(here: Here, name: Inline, checked: Checked, fragment: Fragment) -> Iterator[list[Inline]]:
    match = fragment.match
    if match:
        tag = here.dossier.source_language(checked.source)
        place = text(f"{here.words.number(match.start)}–{here.words.number(match.end)}")
        around = (code(words, lang=tag, direction=direction(tag)) for words in (match.prefix, match.suffix))
        yield [name, told.tier(here, match.tier), place, *around]


STATEMENTS = PageKind(40, "statements", mark("Statements"), _pages)
