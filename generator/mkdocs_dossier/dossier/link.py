"""Link records into a dossier: resolve every reference, and fill in every reverse."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from mkdocs_dossier.dossier.changesfile import by_day
from mkdocs_dossier.dossier.decode import Decoded
from mkdocs_dossier.dossier.lastreview import Reviewed
from mkdocs_dossier.dossier.linked import Dossier, reports_of
from mkdocs_dossier.dossier.located import Located, Versions
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.model import walk
from mkdocs_dossier.model.proselinks import ProseLink, targets
from mkdocs_dossier.model.recordparts import Reply, Sourced
from mkdocs_dossier.model.records import Place, Record, Source, Statement
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.model.vocabulary import Reverse
from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section
from mkdocs_dossier.yaml.tree import locate


@dataclass(frozen=True)
class Beside:
    """What stands in a dossier's folder beside the records: see the fields of `Dossier` of these names."""

    versions: Versions
    redirects: Mapping[Ref, Ref] = field(default_factory=dict)
    locators: Located = field(default_factory=dict)
    reviews: Mapping[Ref, Reviewed] = field(default_factory=dict)

    def of(self, sources: Container[str]) -> "Beside":
        """Leave out the texts of all but some sources, given by their ids."""
        return replace(self, versions={key: one for key, one in self.versions.items() if key in sources})


def link(decoded: Decoded, beside: Beside) -> tuple[Dossier, list[Problem]]:
    """Return the dossier of the records, and what is wrong with their references.

    A reference to a record that is written but invalid is no problem: the record itself has been reported.
    """
    known = _known(decoded)
    problems = [
        problem
        for section in SECTIONS
        for key, record in decoded.records[section].items()
        for problem in _record_problems(record, decoded.entries[Ref(section, key)], decoded, known)
    ]
    dossier = tie(decoded, beside)
    return dossier, [*problems, *_settings_problems(dossier.settings, decoded, known)]


def tie(decoded: Decoded, beside: Beside) -> Dossier:
    """Return the dossier of the records as `link` does, whatever is wrong with their references."""
    known = _known(decoded)
    # Settings that could not be read have been reported, as an error that stops a build.
    settings = decoded.settings or Settings(title="?")
    records: Any = decoded.records
    statements = {key: one for key, one in records["statements"].items() if _is_attributed(one, records)}
    fields = {**records, "statements": statements}
    unattributed = {key: one for key, one in records["statements"].items() if key not in statements}
    return Dossier(
        settings=settings,
        **fields,
        unattributed=unattributed,
        texts={key: one[-1] for key, one in beside.versions.items() if one[-1] is not None},
        backlinks=_backlinks(fields, known),
        mentions=_mentions(fields, known),
        redirects=beside.redirects,
        versions=beside.versions,
        locators=beside.locators,
        changes=by_day(decoded.changes),
        reviews=beside.reviews,
    )


Known = Mapping[Section, Set[str]]
"""The ids that are written, of valid records and of others, by section."""


def _known(decoded: Decoded) -> Known:
    return {section: {ref.id for ref in decoded.entries if ref.section == section} for section in SECTIONS}


def _is_attributed(statement: Statement, records: Mapping[Section, Mapping[str, Record]]) -> bool:
    sources = (report.source for report in statement.reports)
    return all(one in records["actors"] for one in statement.speakers) and all(
        one in records["sources"] for one in sources
    )


def _record_problems(record: Record, entry: Entry, decoded: Decoded, known: Known) -> Iterator[Problem]:
    for reference in walk.references(record):
        if reference.target not in decoded.entries:
            where = entry.locate(reference.path, key=reference.is_key)
            yield _unknown(reference.target, decoded, where)
    for path, written in walk.links(record):
        yield from _unclear(written, decoded.suggestions, known, entry.locate(path))
    yield from _incomplete(record, entry)


def _backlinks(
    records: Mapping[Section, Mapping[str, Record]], known: Known
) -> dict[Ref, dict[Reverse, tuple[str, ...]]]:
    """Return, of each record that is written and named by others, their ids by reverse, all sorted."""
    reverses: dict[Ref, dict[Reverse, set[str]]] = defaultdict(lambda: defaultdict(set))
    for section in SECTIONS:
        for key, record in records[section].items():
            for one in walk.references(record):
                if one.target.id in known[one.target.section]:
                    reverses[one.target][one.reverse].add(key)
    return {
        ref: {reverse: tuple(sorted(ids)) for reverse, ids in sorted(named.items())}
        for ref, named in sorted(reverses.items())
    }


def _mentions(records: Mapping[Section, Mapping[str, Record]], known: Known) -> dict[Ref, tuple[Ref, ...]]:
    """Return, of each record that is written, the records whose prose links to it, all sorted."""
    found: dict[Ref, set[Ref]] = defaultdict(set)
    for section in SECTIONS:
        for key, record in records[section].items():
            for _, written in walk.links(record):
                # A link that may mean several records has been reported: the first of them will do.
                for meant in targets(written, known)[:1]:
                    found[meant].add(Ref(section, key))
    return {ref: tuple(sorted(found[ref], key=str)) for ref in sorted(found)}


def _unknown(target: Ref, decoded: Decoded, where: Location) -> Problem:
    section, identifier = target
    records = decoded.records
    message = f"There is no {target.kind} `{identifier}`."
    close = decoded.suggestions.nearest(identifier, section, records[section])
    other = next((name for name in SECTIONS if name != section and identifier in records[name]), None)
    if close:
        hint = f"Did you mean `{close}`?"
    elif other:
        hint = f"`{identifier}` is one of the {other}; here must stand the id of one of the {section}."
    else:
        hint = f"Define it under `{section}:`, or remove the line."
    return error(where, "unknown-reference", message, hint)


def _incomplete(record: Record, entry: Entry) -> Iterator[Problem]:
    """List the fields that are missing beside those that are written."""
    if isinstance(record, Statement):
        yield from _wordless(record, entry)
    if isinstance(record, Place) and (record.lat is None) != (record.lon is None):
        written, missing = ("lat", "lon") if record.lon is None else ("lon", "lat")
        message = f"`{written}` stands here without `{missing}`."
        yield error(entry.locate([written]), "missing-field", message, "Write both, or neither.")
    if isinstance(record, Source):
        yield from _of_text(record, entry)
    for path, part in walk.parts(record):
        if isinstance(part, Reply) and part.text is None and part.source is None:
            message = "This reply has neither `text` nor `source`."
            hint = "Write what was answered; or, of one who was asked and did not answer, a `no-reply`."
            yield error(entry.locate(path), "missing-field", message, hint)
        if isinstance(part, Sourced) and part.passage is not None and part.source is None:
            message = "`passage` stands here without `source`."
            hint = "Name the source that the words stand in."
            yield error(entry.locate([*path, "passage"]), "missing-field", message, hint)


def _of_text(source: Source, entry: Entry) -> Iterator[Problem]:
    """List what is said of a text that a source does not name, or names twice."""
    if source.texts and source.text is not None:
        message = "`text` stands here beside `texts`."
        yield error(entry.locate(["text"]), "missing-field", message, "Make it one of the `texts`.")
    for name in ("sha256", "locators"):
        if getattr(source, name) and not source.text:
            message = f"`{name}` stands here without `text`."
            hint = "Write it in one of the `texts`." if source.texts else "Name the text file in `text`."
            yield error(entry.locate([name]), "missing-field", message, hint)


def _wordless(statement: Statement, entry: Entry) -> Iterator[Problem]:
    hint = "Add the words from the source, verbatim."
    for path, report in reports_of(statement):
        if not report.quote and not report.passage:
            which = f"report in `{report.source}` of the statement" if path else "statement"
            message = f"The {which} `{statement.id}` has neither `quote` nor `passage`."
            yield error(entry.locate(path), "missing-field", message, hint)


def _settings_problems(settings: Settings, decoded: Decoded, known: Known) -> Iterator[Problem]:
    node = decoded.settings_node
    if node is None:
        return
    if settings.lead and settings.lead not in known["claims"]:
        yield _unknown(Ref("claims", settings.lead), decoded, locate(node, ["lead"]))
    for path, written in walk.links(settings):
        yield from _unclear(written, decoded.suggestions, known, locate(node, path))


def _unclear(
    written: ProseLink, suggestions: Suggestions, known: Known, where: Location
) -> Iterator[Problem]:
    """Say why a link in prose does not name exactly one record."""
    meant = targets(written, known)
    if len(meant) > 1:
        kinds = " or ".join(f"`[[{ref}]]`" for ref in meant)
        message = f"`[[{written.id}]]` may mean more than one record."
        yield error(where, "ambiguous-reference", message, f"Write {kinds}.")
    elif not meant:
        shown = f"{written.kind}/{written.id}" if written.kind else written.id
        close = suggestions.nearest(written.id, "ids", chain.from_iterable(known.values()))
        hint = (
            f"Did you mean `[[{close}]]`?"
            if close
            else "Define the record, or write the words without brackets."
        )
        yield error(where, "unknown-reference", f"`[[{shown}]]` names no record.", hint)
