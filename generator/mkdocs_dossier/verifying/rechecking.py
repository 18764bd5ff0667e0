"""Looks the quotations of a published dossier up again, and derives again what follows from its records."""

import json
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.dossier.link import Beside, tie
from mkdocs_dossier.dossier.linked import Dossier, Quotation, quotations
from mkdocs_dossier.dossier.located import Versions
from mkdocs_dossier.dossier.withdrawing import emptied, published
from mkdocs_dossier.exports.dossier_json import DOSSIER_JSON
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.findings.derive import derive
from mkdocs_dossier.findings.found import Checked
from mkdocs_dossier.findings.verification import look_up
from mkdocs_dossier.model.records import Source
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.values.refs import SECTIONS, Ref
from mkdocs_dossier.verifying.believing import Selectors, unsound
from mkdocs_dossier.verifying.differing import differences
from mkdocs_dossier.verifying.inventory import digests
from mkdocs_dossier.verifying.rereading import Reread, reread
from mkdocs_dossier.yaml.files import decode_text


@dataclass
class Rechecked:
    """What is wrong with a `dossier.json`, a sentence each, and how much of it was compared with what.

    `by_text` counts the quotations that were looked up in a text, `by_passage` those that were compared with
    the words around them that are published, `unverified` those of sources of which the dossier has no text.
    `digests` are the SHA-256 of the texts of each source, by its id. `is_derived` says whether the records
    could be read, so that what follows from them was derived. `missing` are the texts that were not given:
    the source, the name of the file, and its SHA-256, where the dossier says it.
    """

    faults: list[str] = field(default_factory=list)
    texts: int = 0
    sources: int = 0
    by_text: int = 0
    by_passage: int = 0
    unverified: int = 0
    digests: Mapping[str, Sequence[str]] = field(default_factory=dict)
    is_derived: bool = False
    missing: tuple[tuple[str, str, str], ...] = ()


def recheck(content: bytes, texts: Mapping[str, bytes]) -> Rechecked:
    """Check a `dossier.json` by texts of its sources, given by their SHA-256; without one, by itself."""
    read, found = reread(content), Rechecked()
    found.faults += read.faults
    if read.faults:
        return found
    versions = _versions(read, texts)
    dossier = tie(emptied(read.decoded, read.gone), Beside(versions))
    dossier = published(dossier, read.decoded, read.gone) if read.gone else dossier
    if dossier.unattributed:
        found.faults += [
            f"statement/{key}: it names who or what is no record." for key in dossier.unattributed
        ]
        return found
    found.missing = tuple(_missing(dossier))
    found.sources, found.digests, found.is_derived = len(versions), digests(dossier), True
    found.texts = sum(all(one) for one in versions.values())
    checked = {
        (one.owner, one.path): _checked(one, dossier, read, found)
        for section in SECTIONS
        for key, record in dossier.section(section).items()
        for one in quotations(Ref(section, key), record)
    }
    again = Published(dossier, derive(dossier, checked))
    written = json.loads(b"".join(DOSSIER_JSON.write(again)), parse_float=str, parse_int=str)
    found.faults += differences(read.as_written, written)
    return found


def _missing(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """List the versions of sources whose text is not at hand."""
    for key, texts in dossier.versions.items():
        for version, text in zip(dossier.sources[key].versions, texts, strict=True):
            if text is None:
                yield key, posixpath.basename(version.text), version.sha256 or ""


def _versions(read: Reread, texts: Mapping[str, bytes]) -> Versions:
    return {
        key: tuple(_text(texts.get(one.sha256 or "")) for one in source.versions)
        for key, source in read.decoded.records["sources"].items()
        if isinstance(source, Source) and source.versions
    }


def _text(content: bytes | None) -> SourceText | None:
    text = None if content is None else decode_text("", content)[0]
    return None if text is None else SourceText(text)


def _checked(quotation: Quotation, dossier: Dossier, read: Reread, found: Rechecked) -> Checked:
    """Look a quotation up in the text of its source; where that is not at hand, believe what is published.

    Then at least its words must stand in the passage that is published with it.
    """
    versions = dossier.versions.get(quotation.source, ())
    if versions and all(versions):
        found.by_text += 1
        return look_up(versions, quotation)
    selectors = Selectors(read.derived(quotation.owner), quotation.path)
    believed = selectors.checked(quotation, len(versions))
    if not any(one.match for one in believed.fragments):
        found.unverified += 1
        return believed
    found.by_passage += 1
    found.faults += unsound(believed)
    return believed
