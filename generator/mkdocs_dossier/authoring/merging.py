"""`dossier merge`: makes one statement of two that are one utterance, told in two sources."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mkdocs_dossier.authoring.allowing import UNUSED, with_id_replaced, without_unused
from mkdocs_dossier.authoring.mentioning import naming, refuse_unknown, refuse_unread
from mkdocs_dossier.authoring.reading import Reading, encoded, read, with_files, with_ids_replaced
from mkdocs_dossier.authoring.redirecting import redirected
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.sameness import Gain, differences, gain
from mkdocs_dossier.authoring.uniting import unite
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.redirects import REDIRECTS_PATH
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.values.refs import Ref

_Opposed = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Merged:
    """The new contents of files, by path in the dossier, how many reports moved, and what to know of it."""

    files: Mapping[str, bytes]
    reports: int
    notes: tuple[str, ...] = ()


def merge(folder: Folder, kept: str, other: str) -> Merged:
    """Make one statement of two: `kept` gets the reports of `other`, whose address then leads to it.

    Raises `RefusedError` if one of them does not exist, if the two contradict one another, if their records
    cannot be changed safely, or if more would be wrong with the dossier than before.
    """
    before = read(folder)
    _check(before, kept, other)
    if found := differences(before.dossier, before.source_map, kept, other):
        said = "one thing" if len(found) == 1 else f"{len(found)} things"
        message = (
            f"Nothing is changed: `{kept}` and `{other}` differ in {said}, so they are not one utterance."
        )
        raise RefusedError(message, further=found)
    statements = before.dossier.statements
    gained = gain(statements[kept], statements[other])
    # One after the other, and read anew in between: each knows the places of the text as it is then.
    reading = _with(before, with_id_replaced(before.texts, before.source_map, other, kept))
    named = list(naming(reading.dossier, reading.source_map, Ref("statements", other), kept))
    reading = read(with_files(reading.folder, with_ids_replaced(reading, named)))
    reading = _with(reading, unite(reading.texts, reading.source_map, kept, other, gained))
    notes = [_left(before, name, kept, other) for name in gained.left]
    if _count(reading, UNUSED) > _count(before, UNUSED):
        record, problems = Ref("statements", kept), reading.loaded.problems
        texts, rules = without_unused(reading.texts, reading.source_map, record, problems)
        notes += [f"The allowance of `{rule}` is removed: it allows nothing any more." for rule in rules]
        reading = _with(reading, texts)
    # Other addresses may lead to that of `other`, and on from there.
    redirects = redirected(folder.redirects or b"", Ref("statements", other), Ref("statements", kept))
    reading = read(replace(reading.folder, redirects=redirects))
    _prove(before, reading, kept, other, gained)
    files = {path: text for path, text in reading.folder.yaml.items() if text != folder.yaml[path]}
    return Merged({**files, REDIRECTS_PATH: redirects}, len(gained.reports), tuple(notes))


def _with(reading: Reading, texts: Mapping[str, str]) -> Reading:
    """Load the dossier anew, with other texts of some files."""
    files = {path: encoded(reading, path, text) for path, text in texts.items()}
    return read(with_files(reading.folder, files)) if files else reading


def _check(reading: Reading, kept: str, other: str) -> None:
    """Raise `RefusedError` if there are no such two statements, or one cannot be read."""
    refuse_unread(reading.source_map)
    for identifier in (kept, other):
        refuse_unknown(reading.source_map, "statements", identifier, "merge")
        if identifier in reading.dossier.unattributed:
            place = reading.source_map.place(Ref("statements", identifier))
            message = (
                f"The statement `{identifier}` at {place} names a speaker or a source that is not there."
            )
            raise RefusedError(message, "Mend what `dossier check` says of it first.")
    if kept == other:
        raise RefusedError(
            f"`{kept}` is named twice.", "Name the statement to keep, and the one to merge into it."
        )


def _left(reading: Reading, name: str, kept: str, other: str) -> str:
    """Say that a field in the author's own words was left out, and what it said."""
    said = getattr(reading.dossier.statements[other], name)
    return f"`{name}` of `{kept}` stays; that of `{other}` is left out: “{said}”"


def _count(reading: Reading, rule: str) -> int:
    return sum(problem.rule == rule for problem in reading.loaded.problems)


def _prove(before: Reading, after: Reading, kept: str, other: str, gained: Gain) -> None:
    """Raise `RefusedError` unless all is as it was but for the merge, and nothing new is wrong."""
    wanted = before.dossier.statements.keys() - {other}
    if after.unread or after.dossier.statements.keys() != wanted:
        raise RefusedError(
            f"`{kept}` and `{other}` cannot be merged as they are written.", "Merge them by hand."
        )
    reports = len(before.dossier.statements[kept].reports) + len(gained.reports)
    if len(after.dossier.statements[kept].reports) != reports:
        raise RefusedError(f"Not every report of `{other}` can be moved.", "Merge them by hand.")
    if found := _new_problems(before, after):
        message = f"Nothing is changed: `{kept}` with all that `{other}` says would be at fault."
        hint = "Mend it in one of the two first, or keep two statements."
        raise RefusedError(message, hint, [f"{one.message} {one.hint}".rstrip() for one in found])
    if more := _opposed(after) - {_as_one(pair, kept, other) for pair in _opposed(before)}:
        claim, pair = min(more, key=lambda one: (one[0], sorted(one[1])))
        message = (
            f"Nothing is changed: merged, {' and '.join(f'`{one}`' for one in sorted(pair))} would contradict"
        )
        raise RefusedError(
            f"{message} one another on `{claim}`, which they do not now.", "Compare their dates."
        )


def _new_problems(before: Reading, after: Reading) -> list[Problem]:
    """List the problems of each rule that finds more than it did; where they stand has changed."""
    known = Counter(problem.rule for problem in before.loaded.problems)
    now = Counter(problem.rule for problem in after.loaded.problems)
    said = {problem.message for problem in before.loaded.problems}
    return [
        problem
        for problem in after.loaded.problems
        if now[problem.rule] > known[problem.rule] and problem.message not in said
    ]


def _opposed(reading: Reading) -> set[_Opposed]:
    """Return the pairs of statements that contradict one another, each with the claim."""
    found = reading.loaded.findings.contradictions.values()
    return {(one.claim, frozenset((one.first, one.second))) for pairs in found for one in pairs}


def _as_one(opposed: _Opposed, kept: str, other: str) -> _Opposed:
    claim, pair = opposed
    return claim, frozenset(kept if one == other else one for one in pair)
