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
from mkdocs_dossier.findings.found import Opposition
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.pages import parts
from mkdocs_dossier.pages.cite import citations
from mkdocs_dossier.pages.further import further
from mkdocs_dossier.pages.indexes import Index, index_pages
from mkdocs_dossier.pages.marking import marked, merged, merged_parts
from mkdocs_dossier.pages.view import Here, PageKind, View, record_path
from mkdocs_dossier.quotes.context import context
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.text.languages import direction
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import Ref

CONTEXT = 240
"""How many characters of context a page shows on each side of a quotation."""


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
    checked = parts.checked_of(here, statement)
    blocks = (
        heading(1, here.title("statements", statement.id), "statement"),
        _words(here, statement),
        paragraph(parts.origin(here, checked)),
        _translation(here, statement),
        _facts(here, statement),
        parts.part(here.say("Positions"), "positions", _positions(here, statement)),
        parts.part(here.say("Contradictions"), "contradictions", _contradicts(here, statement)),
        parts.part(here.say("In the source"), "context", *_in_context(here, statement)),
        parts.part(here.say("Selectors"), "selectors", _selectors(here, statement)),
        parts.part(here.say("Cite this statement"), "cite", *citations(here, statement)),
        further(here, Ref("statements", statement.id)),
        parts.mentions(here, Ref("statements", statement.id)),
    )
    description = " … ".join(statement.quote or statement.passage or ())
    return Page(here.path, title, description, stack(*blocks))


def _words(here: Here, statement: Statement) -> Block:
    """Show the speaker's own words and those that report them, as far as the dossier has them."""
    # `words_of` has added the passage already, if the quotation is short or missing.
    shown = parts.words_of(here, statement)
    passage = parts.reported(here, statement)
    return shown if all(one in shown for one in passage) else shown + passage


def _translation(here: Here, statement: Statement) -> Block:
    if not statement.translation:
        return ()
    said = [here.say("Translation of the dossier:"), here.own(statement.translation)]
    return paragraph(join(said), cls="dossier-translation")


def _facts(here: Here, statement: Statement) -> Block:
    roles = [parts.role(here, one) for one in parts.roles_then(here, statement)]
    voices = here.view.findings.voices[statement.id][1:]
    return parts.facts(
        [
            (here.say("Speaker"), here.actor(statement.speaker)),
            (here.say("Role on that date"), here.join(roles, "; ")),
            (here.say("Speaks for"), here.records("actors", voices, ", ")),
            (here.say("Said"), _said(here, statement)),
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
            (
                here.say("Language"),
                text(here.words.language_name(here.dossier.language_of(statement)))
                if statement.quote
                else None,
            ),
        ]
    )


def _said(here: Here, statement: Statement) -> Inline:
    said = here.moment(statement.said) if statement.said else parts.said_on(here, statement)
    note = statement.said_note or ""
    return join([said, bracketed(here.own(note))]) if note else said


def _positions(here: Here, statement: Statement) -> Block:
    rows = [
        [
            parts.stance(here, value),
            here.record("claims", key),
            parts.label(here, here.view.findings.labels[key].name),
        ]
        for key, value in statement.positions.items()
    ]
    return table([here.say("Position"), here.say("Claim"), here.say("The claim is")], rows)


def _contradicts(here: Here, statement: Statement) -> Block:
    found = here.view.opposed.get(statement.id, ())
    head = [here.say("Statement"), here.say("Claim"), here.say("Kind")]
    return parts.limited(here, head, found, lambda one: _contradiction_row(here, statement, one))


def _contradiction_row(here: Here, statement: Statement, found: Opposition) -> Sequence[Inline]:
    other = found.second if found.first == statement.id else found.first
    stance = here.dossier.statements[other].positions[found.claim]
    return [
        join([parts.stance(here, stance), here.record("statements", other)]),
        here.record("claims", found.claim),
        parts.kind_and_fate(here, found),
    ]


def _in_context(here: Here, statement: Statement) -> Iterator[Block]:
    """Show the words in the source's text, marked, with some context; extracts that overlap are joined."""
    source = here.dossier.texts.get(statement.source)
    if source is None:
        yield paragraph(
            here.say("The dossier holds no text of this source, so the words could not be looked up.")
        )
        return
    checked = parts.checked_of(here, statement)
    tag = here.dossier.source_language(statement.source)
    spans = merged_parts(checked.matches)
    for start, end in merged(_surroundings(source, match) for match in checked.matches):
        yield container(
            paragraph(marked(source, start, end, spans)),
            name="blockquote",
            cls="dossier-context",
            attributes={"lang": tag, "dir": direction(tag)},
        )


def _surroundings(source: SourceText, match: Match) -> tuple[int, int]:
    before, after = context(source, match, limit=CONTEXT)
    return match.start - len(before), match.end + len(after)


def _selectors(here: Here, statement: Statement) -> Block:
    """Write a table of where the words are: what a program needs to find them again (see `exports`)."""
    checked = parts.checked_of(here, statement)
    tag = here.dossier.source_language(statement.source)
    rows = []
    for name, fragments in ((here.say("quote"), checked.quote), (here.say("passage"), checked.passage)):
        for fragment in fragments:
            if match := fragment.match:
                place = text(f"{here.words.number(match.start)}–{here.words.number(match.end)}")
                around = (
                    code(words, lang=tag, direction=direction(tag)) for words in (match.prefix, match.suffix)
                )
                rows.append([name, parts.tier(here, match.tier), place, *around])
    head = [here.say("Words"), here.say("Verification"), here.say("Characters")]
    return table([*head, here.say("Before"), here.say("After")], rows)


STATEMENTS = PageKind(40, "statements", mark("Statements"), _pages)
