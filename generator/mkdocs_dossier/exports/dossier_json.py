"""`dossier.json`: all records, with the format's names of their fields, and what is derived of each.

Selectors are those of the W3C Web Annotation Data Model: `exact`, `prefix` and `suffix` of a
TextQuoteSelector, `start` and `end` of a TextPositionSelector, counted in code points. Where something is
left out, `exact` has `[…]` for it, and `parts` are the selectors of the words that are quoted.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.exports.downloads import Export
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.selectors import Selector, selector
from mkdocs_dossier.findings.found import Checked, Findings, Label, Opposition, Withdrawal
from mkdocs_dossier.findings.origins import origin_of_source
from mkdocs_dossier.model.records import Record
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section

Json = dict[str, Any]

_BEGIN, _BETWEEN = "{\n", ",\n"


def _write(published: Published) -> Iterator[bytes]:
    """Write the export: UTF-8, keys sorted, one record to a line; the same dossier gives the same bytes."""
    dossier, findings = published.dossier, published.findings
    settings = dossier.settings.model_dump(mode="json", exclude_none=True)
    # An empty path is the words of a statement itself, which stand under `verification`.
    parts: dict[Ref, list[Checked]] = {}
    for checked in findings.quotations.values():
        if checked.path:
            parts.setdefault(checked.owner, []).append(checked)
    derive = partial(_derived, dossier=dossier, findings=findings, parts=parts)
    members: dict[str, Iterable[bytes]] = {name: _section(dossier, name, derive) for name in SECTIONS}
    members["dossier"] = [_line(settings).encode()]
    if dossier.gone:
        members["withdrawn"] = [_line(_gone(dossier)).encode()]
    for place, name in enumerate(sorted(members)):
        yield f"{_BETWEEN if place else _BEGIN}{_line(name)}: ".encode()
        yield from members[name]
    yield b"\n}\n"


def _section(dossier: Dossier, name: Section, derive: Callable[[Ref], Json]) -> Iterator[bytes]:
    records = dossier.section(name)
    yield b"{"
    for row, (key, record) in enumerate(records.items()):
        written = _record(record) | {"derived": derive(Ref(name, key))}
        yield f"{',' if row else ''}\n{_line(key)}: {_line(written)}".encode()
    yield b"\n}" if records else b"}"


def _line(value: object) -> str:
    # Without `indent`, which makes Python's encoder several times slower.
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _record(record: Record) -> Json:
    dumped = record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"id"})
    return {name: value for name, value in dumped.items() if value not in ([], {})}


def _gone(dossier: Dossier) -> Json:
    """Write of each withdrawn record when it was withdrawn, and why."""
    return {
        str(ref): one.model_dump(mode="json", exclude_none=True) for ref, one in sorted(dossier.gone.items())
    }


def _derived(ref: Ref, dossier: Dossier, findings: Findings, parts: Mapping[Ref, list[Checked]]) -> Json:
    derived: Json = {"backlinks": _backlinks(ref, dossier)}
    match ref.section:
        case "claims":
            derived |= _standing(findings.labels[ref.id])
            derived["contradictions"] = _oppositions(findings.contradictions[ref.id])
            derived["tensions"] = _oppositions(findings.tensions[ref.id])
        case "events":
            for name in ("conflicts", "revisions", "developments"):
                pairs = getattr(findings, name)[ref.id]
                derived[name] = [
                    {"measure": one.measure, "of": one.of, "figures": [one.first, one.second]}
                    for one in pairs
                ]
        case "sources":
            derived["origin"] = str(origin_of_source(dossier, ref.id))
        case "statements":
            derived |= _of_statement(ref.id, dossier, findings)
    if ref in parts:
        derived["passages"] = [
            {
                "path": list(one.path),
                "verification": _verification(one, dossier),
                **_standing_in(one, dossier),
            }
            for one in parts[ref]
        ]
    return derived


def _standing(label: Label) -> Json:
    ended = label.ended
    return {
        "label": label.name,
        "stance": label.stance,
        "reason": list(label.statements),
        "sides": {stance: label.sides[stance] for stance in (Stance.ASSERTS, Stance.DENIES)},
        "origins": [str(one) for one in label.origins],
        "ended": {"by": ended.by, "on": ended.on.text if ended.on else None} if ended else None,
    }


def _of_statement(key: str, dossier: Dossier, findings: Findings) -> Json:
    reports = [
        {
            "source": one.checked.source,
            "origin": str(one.origin),
            "verification": _verification(one.checked, dossier),
            **_standing_in(one.checked, dossier),
        }
        for one in findings.reports[key]
    ]
    implied = findings.implied.get(key, {})
    return {
        "voices": list(findings.voices[key]),
        "verification": reports[0]["verification"],
        "reports": reports,
        "withdrawn": _withdrawn(findings.withdrawn.get(key), dossier),
        "implied": {
            claim: {"stance": one.stance, "through": list(one.through)} for claim, one in implied.items()
        },
    }


def _withdrawn(found: Withdrawal | None, dossier: Dossier) -> Json | None:
    if found is None:
        return None
    said = dossier.statements[found.by].said
    return {"by": found.by, "on": said.text if said else None, "claims": list(found.claims)}


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
            "through": [list(chain) for chain in one.through],
        }
        for one in found
    ]


def _verification(checked: Checked, dossier: Dossier) -> list[Json]:
    source = dossier.sources.get(checked.source)
    return [_selector(selector(fragment, source)) for fragment in checked.fragments]


def _standing_in(checked: Checked, dossier: Dossier) -> Json:
    """Write in which version of a source words stand, of several; and on which page, or at what time.

    `fate` tells of each version, the oldest first, whether it has all of the words.
    """
    written: Json = {}
    if len(checked.fate) > 1:
        written = {"version": checked.version, "fate": list(checked.fate)}
    first = next(iter(checked.matches), None)
    if first and (locator := dossier.located(*checked.place, first.start)):
        written["locator"] = locator.model_dump(mode="json", exclude_none=True)
    return written


def _selector(found: Selector) -> Json:
    """Write where a fragment stands; the parts of an elided one too, where what is between them is hidden."""
    written: Json = {
        "tier": found.tier,
        "start": found.start,
        "end": found.end,
        "exact": found.exact,
        "prefix": found.prefix,
        "suffix": found.suffix,
    }
    return written | ({"parts": [part._asdict() for part in found.parts]} if found.parts else {})


DOSSIER_JSON = Export(
    "dossier.json",
    mark("Everything: all records as written, and all that is derived."),
    _write,
    "json",
)
