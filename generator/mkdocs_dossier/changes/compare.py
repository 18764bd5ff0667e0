"""Compare two states of a dossier: what changed, each thing once, with what it follows from."""

import re
from collections.abc import Iterable, Iterator

from mkdocs_dossier.changes.changedfindings import Causes, findings_changed
from mkdocs_dossier.changes.changedrecords import difference, fields_changed, settings_changed
from mkdocs_dossier.changes.pairing import Two
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.findings.contents import Content
from mkdocs_dossier.model.changelog import Difference, What
from mkdocs_dossier.model.proselinks import PATTERN, read_link
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.values.refs import SECTIONS, Ref


def compare(old: Content, new: Content) -> tuple[Difference, ...]:
    """List the differences between two states of a dossier, as it is published.

    They stand by the records that they are of, the settings first, and name these by their ids of today, or
    those that are gone by their last ones. What follows from another difference says so by `because`: a claim
    is contested because a statement is new, and the statement is new because its source is.
    """
    two = Two(old, new)
    gone = [*_gone(two), *_forgotten(two)]
    written = [*_added(two), *gone, *_edited(two, gone)]
    moved = {one.record for one in written if one.record is not None}
    found = [*written, *findings_changed(two, Causes(two, moved))]
    # Sorted, not grouped: of one record, all stay in the order in which they were found.
    return (
        *settings_changed(old.dossier.settings, new.dossier.settings),
        *sorted(found, key=lambda one: _place(one.record)),
    )


def _place(ref: Ref | None) -> tuple[int, str]:
    return (SECTIONS.index(ref.section), ref.id) if ref else (-1, "")


def _added(two: Two) -> Iterator[Difference]:
    was_gone = {two.ref(*ref) for ref in two.old.dossier.gone} | _withdrawn(two.old)
    for ref, record in two.after.items():
        if two.renamed.get(ref, ref) in two.before:
            continue
        if ref in was_gone:
            yield difference(ref, What.RESTORED)
            continue
        source = Ref("sources", record.source) if isinstance(record, Statement) else None
        is_new = source is not None and source in two.after and source not in two.before
        is_new = is_new and source not in two.renamed
        yield difference(ref, What.ADDED, because=source if is_new else None)


def _withdrawn(content: Content) -> set[Ref]:
    """Return the records of a dossier that were withdrawn."""
    return {*content.dossier.gone, *(ref for ref, one in content.dossier.all_records() if one.withdrawn)}


def _forgotten(two: Two) -> Iterator[Difference]:
    """List the records that were withdrawn before, and of which not even that is left."""
    left = {*two.after, *_withdrawn(two.new)}
    for ref in sorted(_withdrawn(two.old), key=_place):
        if two.ref(*ref) not in left:
            yield difference(ref, What.REMOVED)


def _why(content: Content, ref: Ref) -> str | None:
    """Return why a record was withdrawn."""
    dossier = content.dossier
    record = dossier.section(ref.section).get(ref.id)
    withdrawn = dossier.gone.get(ref) or (record.withdrawn if record else None)
    return PATTERN.sub(_unlinked, withdrawn.why) if withdrawn else None


def _unlinked(found: re.Match[str]) -> str:
    """Return the words of a link in prose."""
    written = read_link(found)
    return written.label or written.id


def _gone(two: Two) -> Iterator[Difference]:
    is_gone = _withdrawn(two.new)
    for ref, record in two.before.items():
        target = two.ref(*ref)
        if target in two.after:
            if target != ref and two.renamed.get(target) == ref:
                yield difference(target, What.RENAMED, was=ref.id)
            elif target != ref:
                yield difference(ref, What.MERGED, by=[target])
        elif target in is_gone:
            yield difference(target, What.WITHDRAWN, now=short(_why(two.new, target)))
        else:
            source = two.ref("sources", record.source) if isinstance(record, Statement) else None
            is_removed = source is not None and source not in two.after and source not in is_gone
            yield difference(ref, What.REMOVED, because=source if is_removed else None)


def _edited(two: Two, gone: Iterable[Difference]) -> Iterator[Difference]:
    """List what fields say otherwise; a record that names one that was withdrawn says nothing of it now."""
    withdrawn = {one.record for one in gone if one.what is What.WITHDRAWN}
    for ref, old, new in two.same():
        missed = two.new.dossier.missed.get(ref, ())
        because = next((one for one in missed if one in withdrawn), None)
        for one in fields_changed(two, ref, old, new):
            yield one.model_copy(update={"because": because}) if because else one
