"""The matrix of positions on a claim: who says what when; a row for each voice, a column for each time."""

from mkdocs_dossier.document.compose import join, lines, span, table, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.found import Positions, weakest
from mkdocs_dossier.model.records import Claim, Statement
from mkdocs_dossier.pages import badges, parts, told
from mkdocs_dossier.pages.sides import first_side
from mkdocs_dossier.pages.view import NO_SPEAKER, Here
from mkdocs_dossier.text.shortening import cut_words
from mkdocs_dossier.values.dates import EdtfDate, Precision

MOST_COLUMNS = 6
"""How many columns there are at most; if there are more dates, columns are months, years or decades."""
IN_A_CELL = 160
"""How many characters of a quotation a cell shows; the page shows the whole further down."""

# From the finest to the coarsest; decades have to do, however many there are.
_PRECISIONS: tuple[Precision, ...] = ("day", "month", "year", "decade")

Column = EdtfDate | None
"""The date, month, year or decade at a column's head; None for no date."""


def matrix(here: Here, claim: Claim, taken: Positions) -> Block:
    """Write the matrix; `taken` maps the ids of statements to their positions, by date.

    Voices are grouped by the outermost body that they speak for, both in the order in which they first spoke.
    Those who speak together have a row together.
    """
    if not taken:
        return ()
    columns = _columns(here, [here.dossier.statements[key] for key in taken])
    sides: dict[str | None, dict[tuple[str, ...], list[Statement]]] = {}
    for key in taken:
        one = here.dossier.statements[key]
        sides.setdefault(first_side(here, key), {}).setdefault(one.speakers, []).append(one)
    rows = []
    heads = list(dict.fromkeys(columns.values()))
    for body, voices in sides.items():
        named = span(here.actor(body) if body else here.say(NO_SPEAKER), cls="dossier-side")
        for said in voices.values():
            cells = [
                _cell(here, claim, [one for one in said if columns[one.id] == head], head) for head in heads
            ]
            rows.append([named, here.speakers(said[0]), *cells])
            # Only the first row of a body names it.
            named = text("")
    head = [here.say("Side"), here.say("Voice"), *(_head(here, column) for column in heads)]
    return table(here.say("Positions"), head, rows, row_head=1, cls="dossier-matrix")


def _columns(here: Here, statements: list[Statement]) -> dict[str, Column]:
    """Map each statement's id to its column: its date if there are few, else month, year or decade."""
    dates = {one.id: here.dossier.date_of(one) for one in statements}
    found: dict[str, Column] = {}
    for precision in _PRECISIONS:
        found = {key: date.at(precision) if date else None for key, date in dates.items()}
        if len(set(found.values())) <= MOST_COLUMNS:
            break
    return found


def _head(here: Here, column: Column) -> Inline:
    return here.moment(column) if column else here.say("date not stated")


def _cell(here: Here, claim: Claim, said: list[Statement], head: Column) -> Inline:
    return lines((_entry(here, claim, one, head) for one in said), apart=2)


def _entry(here: Here, claim: Claim, statement: Statement, head: Column) -> Inline:
    """Write a statement in its cell: stance, words and verification; the date, if the column's is coarser."""
    fragments = [cut_words(words, IN_A_CELL) for words in statement.quote or statement.passage or ()]
    source_language = here.dossier.source_language(statement.source)
    tag = here.dossier.language_of(statement) if statement.quote else source_language
    checked = here.view.findings.words_of(statement.id)
    reported = [] if statement.quote else [span(here.say("Reported:"), cls="dossier-reported")]
    date = here.dossier.date_of(statement)
    dated = [here.moment(date)] if date and date.at("day") != head else []
    words = here.turned(parts.quoted(here, fragments, tag), tag)
    below = [
        join([badges.position(here, claim.id, statement.id), *dated]),
        join([*reported, here.record("statements", statement.id, words)]),
        told.tier(here, weakest(checked.shown)),
    ]
    return lines(below)
