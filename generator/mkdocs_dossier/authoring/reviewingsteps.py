"""The steps of a review that need no author's words: to approve drafts, to drop one, to name its speaker.

Each takes the dossier as it was read, and returns it as it will be read once the step is written; or it
raises `RefusedError`, and nothing is to be written.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from mkdocs_dossier.authoring import reviewingblocks
from mkdocs_dossier.authoring.edits import Edit, apply
from mkdocs_dossier.authoring.introducing import NewActor, with_actors
from mkdocs_dossier.authoring.layout import Layout
from mkdocs_dossier.authoring.reading import Reading, encoded, read, with_files
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.removing import removal
from mkdocs_dossier.authoring.reviewingitems import Item
from mkdocs_dossier.authoring.reviewingproof import prove
from mkdocs_dossier.authoring.reviewingties import (
    REVIEW,
    SPEAKER,
    field_value,
    is_draft,
    lacks_speaker,
    ties,
)
from mkdocs_dossier.drafting.reasons import Basis, Reason
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.tree import Data, MapNode, TextNode, to_data

_BY_HAND = "Press e to edit the record."

_Records = dict[str, dict[str, dict[str, Data]]]
"""The data of a file of records, by section and id."""


def accept(reading: Reading, item: Item) -> Reading:
    """Approve a draft and those that it needs: take their lines `review: draft` out; all comments stay.

    Raises `RefusedError` where one has an error or lacks its speaker.
    """
    edits: dict[str, list[Edit]] = {}
    wanted: dict[str, _Records] = {}
    _refuse_errors(item)
    for ref in item.together:
        entry = reading.entries[ref]
        if lacks_speaker(entry):
            hint = "Press s to name the speaker."
            raise RefusedError(f"Nobody knows yet who made {_listed([ref])}.", hint)
        layout = _layout(reading, ref)
        path = entry.key.location.path
        edits.setdefault(path, []).append(reviewingblocks.without_field(layout, entry, REVIEW))
        del _data(reading, path, wanted)[ref.section][ref.id][REVIEW]
    return _carried_out(reading, edits, wanted)


def _refuse_errors(item: Item) -> None:
    for draft in (item.draft, *item.needs):
        if found := [one for one in draft.problems if one.level is Level.ERROR]:
            told = f"{found[0].message} {found[0].hint}".rstrip()
            raise RefusedError(f"There is an error in {_listed([draft.ref])}. {told}", _BY_HAND)


def drop(reading: Reading, ref: Ref) -> Reading:
    """Take a draft out, with the comments that belong to it; what only it named stays.

    Raises `RefusedError` where another record names it, or may do so: where a record that is no draft cannot
    be read.
    """
    entry = reading.entries[ref]
    _refuse_unread(reading)
    if naming := ties(reading.dossier, reading.source_map).naming(ref):
        hint = "Drop that first, or let it name another."
        raise RefusedError(f"It cannot be dropped: {_listed(naming)} names it.", hint)
    layout, path = _layout(reading, ref), entry.key.location.path
    wanted: dict[str, _Records] = {}
    data = _data(reading, path, wanted)
    del data[ref.section][ref.id]
    if not data[ref.section]:
        del data[ref.section]
    return _carried_out(reading, {path: list(removal(layout, entry).edits)}, wanted)


def _refuse_unread(reading: Reading) -> None:
    """Raise `RefusedError` if anything but a draft cannot be read: it may name any record."""
    layouts = reviewingblocks.layouts(reading.texts, reading.source_map)
    drafts = [one for one in reading.entries.values() if is_draft(one) and one.key.location.path in layouts]
    errors = [one for one in reading.unread if one.level is Level.ERROR]
    inside = reviewingblocks.standing_in(layouts, drafts, errors)
    known = {problem for several in inside.values() for problem in several}
    if left := [one for one in errors if one not in known]:
        message = f"Not all of the dossier can be read, first at {min(left).location}: {min(left).message}"
        raise RefusedError(message, "Mend that first: what is there may name this draft.")


def refuse_unspoken(reading: Reading, ref: Ref) -> None:
    """Raise `RefusedError` if a record has no field of a speaker with one id in it."""
    if ref.section != "statements" or field_value(reading.entries[ref], SPEAKER) is None:
        raise RefusedError(f"The {ref.kind} has no field `{SPEAKER}` with one id in it.", _BY_HAND)


def with_speaker(reading: Reading, ref: Ref, speaker: str | NewActor) -> Reading:
    """Name another speaker of a statement: the id of an actor, or a new one, whose record is written too.

    The reason above the field becomes that it was chosen in a review. Raises `RefusedError` where the field
    is not one id.
    """
    entry = reading.entries[ref]
    refuse_unspoken(reading, ref)
    if isinstance(speaker, NewActor):
        reading = _with_actor(reading, ref, speaker)
        entry = reading.entries[ref]
    layout, path = _layout(reading, ref), entry.key.location.path
    written = cast("TextNode", cast("MapNode", entry.node).items[SPEAKER])
    identifier = speaker.id if isinstance(speaker, NewActor) else speaker
    edits = [Edit(written.start, layout.end(written), identifier)]
    edits += reviewingblocks.with_reason(layout, entry, Reason(SPEAKER, Basis.CHOSEN))
    wanted: dict[str, _Records] = {}
    _data(reading, path, wanted)[ref.section][ref.id][SPEAKER] = identifier
    return _carried_out(reading, {path: edits}, wanted)


def _with_actor(reading: Reading, ref: Ref, actor: NewActor) -> Reading:
    """Add the record of an actor where most others stand; where there are none, to the draft's file."""
    path, text = with_actors(reading.texts, reading.folder.yaml, reading.source_map, [actor])
    if path not in reading.folder.yaml:
        path = reading.entries[ref].key.location.path
        before, newline = reading.texts[path], _layout(reading, ref).newline
        gap = "" if before.endswith(("\n", "\r")) else newline
        text = before + gap + text.replace("\n", newline)
    wanted: dict[str, _Records] = {}
    data = _data(reading, path, wanted)
    data.setdefault("actors", {})[actor.id] = {"name": actor.name, "kind": str(actor.kind)}
    return _read_again(reading, {path: text}, wanted)


def _carried_out(
    reading: Reading, edits: Mapping[str, Sequence[Edit]], wanted: Mapping[str, _Records]
) -> Reading:
    texts = {path: apply(reading.texts[path], several) for path, several in edits.items()}
    return _read_again(reading, texts, wanted)


def _read_again(reading: Reading, texts: Mapping[str, str], wanted: Mapping[str, _Records]) -> Reading:
    """Read the dossier with new texts of files. Raises `RefusedError` if they are not what was wanted."""
    files = {path: encoded(reading, path, text) for path, text in texts.items()}
    after = read(with_files(reading.folder, files))
    prove(reading.loaded, after.loaded, cast("Mapping[str, Data]", wanted), _BY_HAND)
    return after


def _layout(reading: Reading, ref: Ref) -> Layout:
    return reviewingblocks.layouts(reading.texts, reading.source_map)[reading.entries[ref].key.location.path]


def _data(reading: Reading, path: str, wanted: dict[str, _Records]) -> _Records:
    """Return the data that a file is to have, to be changed: at first those that it has."""
    if path not in wanted:
        trees = reading.source_map.trees
        wanted[path] = cast("_Records", to_data(trees[path]) if path in trees else {})
    return wanted[path]


def _listed(refs: Sequence[Ref]) -> str:
    return ", ".join(f"the {ref.kind} `{ref.id}`" for ref in refs)
