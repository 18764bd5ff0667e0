"""`dossier.json`: all records, with the format's names of their fields, and what is derived of each.

Selectors are those of the W3C Web Annotation Data Model: `exact`, `prefix` and `suffix` of a
TextQuoteSelector, `start` and `end` of a TextPositionSelector, counted in code points.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.findings.found import Checked, Findings, Fragment, Opposition
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import SECTIONS, Ref

Json = dict[str, Any]


def _write(dossier: Dossier, findings: Findings) -> bytes:
    """Write the export: UTF-8, keys sorted, one record to a line; the same dossier gives the same bytes."""
    settings = dossier.settings.model_dump(mode="json", exclude_none=True)
    lines = {"dossier": _line(settings)}
    # An empty path is the words of a statement itself, which stand under `verification`.
    parts: dict[Ref, list[Checked]] = {}
    for checked in findings.quotations.values():
        if checked.path:
            parts.setdefault(checked.owner, []).append(checked)
    for section in SECTIONS:
        records = {
            key: _record(record) | {"derived": _derived(Ref(section, key), dossier, findings, parts)}
            for key, record in dossier.section(section).items()
        }
        rows = [f"{_line(key)}: {_line(record)}" for key, record in sorted(records.items())]
        lines[section] = "{\n" + ",\n".join(rows) + "\n}" if rows else "{}"
    return ("{\n" + ",\n".join(f"{_line(name)}: {lines[name]}" for name in sorted(lines)) + "\n}\n").encode()


def _line(value: object) -> str:
    # Without `indent`, which makes Python's encoder several times slower.
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _record(record: Record) -> Json:
    dumped = record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"id"})
    return {name: value for name, value in dumped.items() if value not in ([], {})}


def _derived(ref: Ref, dossier: Dossier, findings: Findings, parts: Mapping[Ref, list[Checked]]) -> Json:
    derived: Json = {"backlinks": _backlinks(ref, dossier)}
    match ref.section:
        case "claims":
            label = findings.labels[ref.id]
            derived["label"] = label.name
            derived["reason"] = list(label.statements)
            derived["contradictions"] = _oppositions(findings.contradictions[ref.id])
            derived["tensions"] = _oppositions(findings.tensions[ref.id])
        case "events":
            derived["conflicts"] = [
                {"measure": one.measure, "of": one.of, "figures": [one.first, one.second]}
                for one in findings.conflicts[ref.id]
            ]
        case "statements":
            derived["voices"] = list(findings.voices[ref.id])
            derived["verification"] = _verification(findings.words_of(ref.id))
    if ref in parts:
        derived["passages"] = [
            {"path": list(one.path), "verification": _verification(one)} for one in parts[ref]
        ]
    return derived


def _backlinks(ref: Ref, dossier: Dossier) -> Json:
    named: Json = {reverse: list(ids) for reverse, ids in dossier.backlinks.get(ref, {}).items()}
    if mentions := dossier.mentions.get(ref):
        named["mentioned_in"] = [str(one) for one in mentions]
    return named


def _oppositions(found: Sequence[Opposition]) -> list[Json]:
    return [
        {
            "kind": one.kind,
            "within": one.within,
            "corrected": one.corrected,
            "statements": [one.first, one.second],
        }
        for one in found
    ]


def _verification(checked: Checked) -> list[Json]:
    return [_selector(fragment) for fragment in checked.fragments]


def _selector(fragment: Fragment) -> Json:
    match = fragment.match
    return {
        "tier": fragment.tier,
        "start": match.start if match else None,
        "end": match.end if match else None,
        "exact": match.exact if match else fragment.words,
        "prefix": match.prefix if match else None,
        "suffix": match.suffix if match else None,
    }


DOSSIER_JSON = Export(
    "dossier.json",
    mark("Everything: all records as written, and all that is derived."),
    _write,
)
