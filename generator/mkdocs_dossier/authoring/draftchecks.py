"""Whether the draft of a source would pass the checks; what is needed to read one, and what was read.

That needs nothing of the dossier but the source.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from mkdocs_dossier.authoring.draftyaml import written
from mkdocs_dossier.authoring.edits import scalar
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH
from mkdocs_dossier.drafting.content.readout import Analysis
from mkdocs_dossier.drafting.drafted import DraftRecord, records
from mkdocs_dossier.drafting.known import Known
from mkdocs_dossier.drafting.packs.tables import pack_of
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.values.ids import NOT_FOUND
from mkdocs_dossier.values.refs import Ref, Section

_DRAFT, _REST, _TEXT = "draft.yaml", "rest.yaml", "text.txt"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read in a text; `is_sound` where the checks have no error in any record that is made of it."""

    analysis: Analysis
    is_sound: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What is needed to read one source: small and plain."""

    source: str
    text: str
    language: str
    published: date | None

    @property
    def has_rules(self) -> bool:
        """Tell whether there are rules for its language."""
        return pack_of(self.language) is not None


def faults(todo: Task, analysis: Analysis) -> dict[tuple[Section, int], str]:
    """Return what the checks hold against a draft of an analysis, by section and index in that."""
    made = records(todo.text, todo.source, todo.published, analysis, in_nothing())
    try:
        wrong = refused(todo, written(todo.source, made), made)
    except RefusedError:
        # It is said when the draft itself is made.
        return {}
    return {
        (one.ref.section, one.origin): f"{wrong[one.ref].message} {wrong[one.ref].hint}".strip()
        for one in made
        if one.ref in wrong
    }


@cache
def in_nothing() -> Known:
    """Return what an empty dossier has: in it, all is drafted that is in any, under whichever ids."""
    return Known(load(Folder({SETTINGS_PATH: b"title: A\n"}, {})).dossier, (), {})


def refused(todo: Task, text: str, made: Sequence[DraftRecord]) -> dict[Ref, Problem]:
    """Return the records of a draft in which the checks find an error, each with the first one.

    The draft is checked with its source alone, so that it takes no longer in a large dossier; of the actors
    that are there already, only the ids matter.
    """
    source = {"title": "-", "text": _TEXT, "language": todo.language}
    if todo.published:
        source["published"] = todo.published.isoformat()
    fields = "".join(f"    {key}: {scalar(value)}\n" for key, value in source.items())
    new = {one.ref.id for one in made if one.ref.section == "actors"}
    others = sorted(_actors_named(made) - new)
    actors = "".join(f"  {scalar(one)}: {{name: A, kind: person}}\n" for one in others)
    rest = f"sources:\n  {scalar(todo.source)}:\n{fields}" + (f"actors:\n{actors}" if actors else "")
    files = {SETTINGS_PATH: f"title: A\nlanguage: {scalar(todo.language)}\n", _REST: rest, _DRAFT: text}
    loaded = load(
        Folder({path: one.encode() for path, one in files.items()}, {_TEXT: todo.text.encode()}, ())
    )
    starts = sorted(
        (entry.key.location.line, ref)
        for ref, entry in loaded.source_map.entries.items()
        if entry.key.location.path == _DRAFT
    )
    found: dict[Ref, Problem] = {}
    for problem in loaded.problems:
        if problem.level is Level.ERROR:
            owner = next((ref for line, ref in reversed(starts) if line <= problem.location.line), None)
            if problem.location.path != _DRAFT or owner is None:
                raise RefusedError(
                    f"With this draft, this would be an error: {problem.message}", problem.hint
                )
            found.setdefault(owner, problem)
    return found


def _actors_named(made: Sequence[DraftRecord]) -> set[str]:
    """Return the ids of the actors that the records of a draft name."""
    found: set[str] = set()
    for one in made:
        speaker, roles = one.fields.get("speaker"), one.fields.get("roles", ())
        if isinstance(speaker, str) and speaker != NOT_FOUND:
            found.add(speaker)
        found |= {at for role in roles if isinstance(role, dict) and isinstance(at := role["at"], str)}
    return found
