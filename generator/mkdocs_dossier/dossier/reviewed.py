"""What of a dossier a person has read: all that is written, without the records that are drafts."""

from collections.abc import Set
from dataclasses import replace

from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.values.refs import SECTIONS, Ref


def drafts_in(decoded: Decoded) -> Set[Ref]:
    """Return the valid records that nobody has approved yet."""
    return {
        Ref(section, key)
        for section in SECTIONS
        for key, record in decoded.records[section].items()
        if record.is_draft
    }


def without(decoded: Decoded, drafts: Set[Ref]) -> Decoded:
    """Return what would have been read if these records were not written; what is wrong with it aside."""
    return replace(
        decoded,
        records={
            section: {key: record for key, record in held.items() if Ref(section, key) not in drafts}
            for section, held in decoded.records.items()
        },
        entries={ref: entry for ref, entry in decoded.entries.items() if ref not in drafts},
        problems=[],
    )
