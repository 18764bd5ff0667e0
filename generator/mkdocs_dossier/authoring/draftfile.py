"""`dossier draft`: makes the file of a source's draft, of what was read in its text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_dossier.authoring.draftchecks import Found, Task, refused
from mkdocs_dossier.authoring.draftyaml import written
from mkdocs_dossier.authoring.reading import Reading
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.drafting.drafted import DraftRecord, Value, keep, records, sections
from mkdocs_dossier.drafting.known import Known
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import to_data

_ROUNDS = 8
"""How often what breaks a rule is left out, and the rest is checked again."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The file of a draft, by its path in the dossier; there is none where nothing was found to draft.

    `notes` are for the author.
    """

    path: str
    content: bytes
    records: int = 0
    notes: tuple[str, ...] = ()


def task(reading: Reading, identifier: str) -> Task:
    """Return what has to be read of a source. Raises `RefusedError` where there is nothing to draft from."""
    if identifier not in reading.dossier.sources:
        close = nearest(identifier, reading.dossier.sources)
        hint = f"Did you mean `{close}`?" if close else "Store its text first: dossier source FILE."
        raise RefusedError(f"There is no source `{identifier}`.", hint)
    if identifier not in reading.dossier.texts:
        raise RefusedError(
            f"The source `{identifier}` has no text to draft from.", "Store it: dossier source FILE."
        )
    found = _task(reading, identifier)
    if not found.has_rules:
        raise RefusedError(
            f"The source `{identifier}` is in the language `{found.language}`: there are no rules for that.",
            "There are for ar, de, en and fr. Write the records by hand.",
        )
    return found


def _task(reading: Reading, identifier: str) -> Task:
    source, text = reading.dossier.sources[identifier], reading.dossier.texts[identifier]
    return Task(identifier, text.text, reading.dossier.source_language(identifier), _day(source.published))


def _day(published: EdtfDate | None) -> date | None:
    """Return a day of publication; None where it is not known to the day."""
    if published is None or published.earliest is None or published.earliest != published.latest:
        return None
    year, month, day = published.earliest
    return date(year, month, day) if 1 <= year <= 9999 else None  # noqa: PLR2004 - the years of `date`


def undrafted(reading: Reading) -> list[Task]:
    """List the sources that have a text, of which nothing was drafted yet, and no statement is written."""
    told = {report.source for one in reading.dossier.statements.values() for report in one.reports}
    return [
        _task(reading, one)
        for one in reading.dossier.texts
        if one not in told
        # A draft that somebody has dropped, to the last record, is not made again.
        and reading.dossier.sources[one].drafted is None
        and _draft_path(reading, one) not in reading.folder.yaml
    ]


def known(reading: Reading) -> Known:
    """Return what a dossier has already, with the words of each source that statements have."""
    told: dict[str, list[tuple[int, int]]] = {}
    for (ref, _), checked in reading.quotations.items():
        if ref.section == "statements":
            spans = [
                (one.match.start, one.match.end) for one in (checked.quote or checked.passage) if one.match
            ]
            told.setdefault(checked.source, []).extend(spans)
    return Known(reading.dossier, list(reading.entries), told)


def _draft_path(reading: Reading, identifier: str) -> str:
    """Return where the file of a draft stands: beside that of the source."""
    home, slash, _ = reading.entries[Ref("sources", identifier)].key.location.path.rpartition("/")
    return f"{home}{slash}{identifier}.draft.yaml"


def draft(reading: Reading, todo: Task, found: Found, cast: Known) -> Drafted:
    """Make the file of a draft from what was read in a text; `cast` knows its records from then on.

    What a rule of the format refuses is left out, and named. Raises `RefusedError` where there is such a file
    already, or where what is made cannot be read again.
    """
    path = _draft_path(reading, todo.source)
    if path in reading.folder.yaml:
        raise RefusedError(
            f"There is a draft of `{todo.source}` already, at {path}.",
            "Go on with it: dossier review. To draft anew, remove that file first.",
        )
    made = list(records(todo.text, todo.source, todo.published, found.analysis, cast))
    notes: list[str] = []
    for _ in range(_ROUNDS):
        text = written(todo.source, made)
        wrong = {} if found.is_sound else refused(todo, text, made)
        if not wrong:
            break
        notes += [f"Left out: {ref}. {problem.message}" for ref, problem in wrong.items()]
        dropped = _with_users(made, wrong)
        made = [one for one in made if one.ref not in dropped]
    else:
        raise RefusedError(
            f"No draft of `{todo.source}` is as the format asks.", "Write the records by hand."
        )
    if not made:
        notes.append(f"Nothing was found in the text of `{todo.source}` that could be drafted.")
        return Drafted(path, b"", 0, tuple(notes))
    _prove(path, text, made)
    # Only now: the next draft must not refer to what was left out of this one.
    keep(made, cast)
    return Drafted(path, text.encode(), len(made), tuple(notes))


def _with_users(made: Sequence[DraftRecord], refused: Mapping[Ref, Problem]) -> set[Ref]:
    """Return the records that are left out, and those that name one of them."""
    dropped = set(refused)
    while True:
        names = {ref.id for ref in dropped if ref.section != "statements"}
        more = {
            one.ref
            for one in made
            if one.ref not in dropped and names & set(_texts(list(one.fields.values())))
        }
        if not more:
            return dropped
        dropped |= more


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    else:
        for inner in value:
            yield from _texts(inner)


def _prove(path: str, text: str, made: Sequence[DraftRecord]) -> None:
    """Raise `RefusedError` unless the file, read again, has these records and nothing else."""
    node, problems = parse(path, text.encode())
    expected = {section: {one.ref.id: dict(one.fields) for one in those} for section, those in sections(made)}
    if node is None or problems or to_data(node) != expected:
        raise RefusedError(f"The draft cannot be written to {path}.", "Write the records by hand.")
