"""`dossier.json`: all records with their fields as the format names them, and what is derived.

Selectors are those of the W3C Web Annotation Data Model: `exact`, `prefix` and `suffix` of a
TextQuoteSelector, `start` and `end` of a TextPositionSelector, counted in code points.
"""

import json
from collections.abc import Sequence
from typing import Any

from mkdocs_dossier.dossier.link import Dossier, Key
from mkdocs_dossier.findings.derive import Findings, Opposition
from mkdocs_dossier.findings.verification import Checked, Verified
from mkdocs_dossier.model.fields import SECTIONS
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.quotes.hits import Tier
from mkdocs_dossier.quotes.match import Match

Json = dict[str, Any]


def write(dossier: Dossier, verified: Verified, findings: Findings) -> bytes:
    """Write the export: UTF-8, keys sorted, a line a record, the same bytes for the same dossier."""
    settings = dossier.settings.model_dump(mode="json", exclude_none=True)
    lines = {"dossier": _line(settings)}
    parts: dict[Key, list[Checked]] = {}
    for (owner, path), checked in verified.items():
        if path:
            parts.setdefault(owner, []).append(checked)
    for section in SECTIONS:
        records = {
            key: _record(record) | {"derived": _derived((section, key), dossier, verified, findings, parts)}
            for key, record in dossier.section(section).items()
        }
        rows = [f"{_line(key)}: {_line(record)}" for key, record in sorted(records.items())]
        lines[section] = "{\n" + ",\n".join(rows) + "\n}" if rows else "{}"
    return ("{\n" + ",\n".join(f"{_line(name)}: {lines[name]}" for name in sorted(lines)) + "\n}\n").encode()


def _line(value: object) -> str:
    # With an indent, Python's encoder is several times slower.
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _record(record: Record) -> Json:
    dumped = record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"id"})
    return {name: value for name, value in dumped.items() if value not in ([], {})}


def _derived(
    owner: Key, dossier: Dossier, verified: Verified, findings: Findings, parts: dict[Key, list[Checked]]
) -> Json:
    section, key = owner
    derived: Json = {
        "backlinks": {name: list(ids) for name, ids in dossier.backlinks.get((section, key), {}).items()}
    }
    if section == "claims":
        label = findings.labels[key]
        derived["label"] = label.name
        derived["reason"] = list(label.statements)
        derived["contradictions"] = _oppositions(findings.contradictions[key])
        derived["tensions"] = _oppositions(findings.tensions[key])
    elif section == "events":
        derived["conflicts"] = [
            {"measure": one.measure, "of": one.of, "figures": [one.first, one.second]}
            for one in findings.conflicts[key]
        ]
    elif section == "statements":
        derived["voices"] = list(findings.voices[key])
        derived["verification"] = _verification(verified[("statements", key), ()])
    if (section, key) in parts:
        derived["passages"] = [
            {"path": list(one.quotation.path), "verification": _verification(one)}
            for one in parts[section, key]
        ]
    return derived


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
    quotation = checked.quotation
    fragments = (*quotation.quote, *quotation.passage)
    matches = (*checked.quote, *checked.passage)
    return [_selector(words, match) for words, match in zip(fragments, matches, strict=True)]


def _selector(words: str, match: Match | None) -> Json:
    if match is None:
        return {
            "tier": Tier.UNVERIFIED,
            "start": None,
            "end": None,
            "exact": words,
            "prefix": None,
            "suffix": None,
        }
    return {
        "tier": match.tier,
        "start": match.start,
        "end": match.end,
        "exact": match.exact,
        "prefix": match.prefix,
        "suffix": match.suffix,
    }
