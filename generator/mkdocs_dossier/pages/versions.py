"""The versions of a source's text, and the copies that they were taken from."""

from collections.abc import Sequence
from functools import partial

from mkdocs_dossier.document.compose import code, join, lines, span, table, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.findings.found import Checked
from mkdocs_dossier.model.recordparts import Capture
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.pages import told
from mkdocs_dossier.pages.lengths import FEWER_ROWS
from mkdocs_dossier.pages.longlists import LongList
from mkdocs_dossier.pages.view import Here, View


def versions_list(view: View, source: Source, taken: Sequence[Checked]) -> LongList[int]:
    """List the versions of a source that has several, the newest first; `taken` is all that it has quoted."""
    numbers = list(reversed(range(len(source.texts))))
    title = view.words.say("Versions of the text")
    return LongList("versions", title, numbers, partial(_rows, source, taken), kept=FEWER_ROWS)


def _rows(source: Source, taken: Sequence[Checked], here: Here, numbers: Sequence[int]) -> Block:
    words = here.words
    rows = []
    for number in numbers:
        version = source.texts[number]
        has = sum(bool(one.fate) and one.fate[number] for one in taken)
        counted = words.say("{verified} of {all}", verified=words.number(has), all=words.number(len(taken)))
        rows.append(
            [
                told.version_name(here, source, number),
                here.own(version.note) if version.note else (),
                text(counted),
                lines([code(version.sha256) if version.sha256 else (), captured(here, version.capture)]),
            ]
        )
    head = [here.say("Version"), here.say("What changed"), here.say("Quotations that it has")]
    return table(here.say("Versions of the text"), [*head, here.say("For machines")], rows, row_head=0)


def captured(here: Here, capture: Capture | None) -> Inline:
    """Say what copy of the source is kept, by its SHA-256: when and with what it was made, and by whom."""
    if capture is None:
        return ()
    said = [here.own(one) for one in (capture.tool, capture.by) if one]
    made = [here.moment(capture.at)] if capture.at else []
    name = here.own(capture.file.rpartition("/")[2])
    return span(
        join([name, here.join([*made, *said], ", "), code(capture.sha256)], " · "), cls="dossier-known"
    )
