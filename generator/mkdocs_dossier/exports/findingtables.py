"""The tables of what follows from the records: reports and quotations as looked up, positions, standing."""

from collections.abc import Callable, Iterator, Mapping

from mkdocs_dossier.dossier.linked import reports_of
from mkdocs_dossier.exports.published import Published
from mkdocs_dossier.exports.selectors import selector
from mkdocs_dossier.exports.tabular import (
    ORIGIN_COLUMNS,
    Column,
    Link,
    Row,
    Table,
    date_cells,
    dated,
    each,
    flag,
    listed,
    named,
    origin_cells,
    whole,
)
from mkdocs_dossier.findings.found import Checked, Findings, Kind, LabelName, Opposition, weakest
from mkdocs_dossier.model.recordparts import Locator
from mkdocs_dossier.model.records import Claim, Event, Statement
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.values.refs import Section

_CLAIM, _EVENT, _STATEMENT = (named(section) for section in ("claims", "events", "statements"))


def _reports(published: Published, record: Statement) -> Iterator[Row]:
    known = {one.checked.path: one for one in published.findings.reports[record.id]}
    for path, report in reports_of(record):
        if path not in known:
            continue
        found, locator = known[path], report.locator
        yield (
            report.source,
            weakest(found.checked.shown),
            published.dossier.language_of(report),
            report.translation,
            report.translated_by,
            report.via,
            *_locator_cells(locator),
            *origin_cells(found.origin),
        )


def _locator_cells(locator: Locator | None) -> Row:
    if locator is None:
        return None, None, None
    return locator.page, locator.time.text if locator.time else None, locator.section


def _positions(published: Published) -> Iterator[Row]:
    findings = published.findings
    for record in each(published, Statement):
        implied = findings.implied.get(record.id, {})
        for claim in sorted({*record.positions, *implied}):
            # What a statement says itself goes before what follows from it.
            own = record.positions.get(claim)
            stance = own or implied[claim].stance
            through = () if own else implied[claim].through
            yield (
                record.id,
                claim,
                stance,
                " ".join(through) or None,
                findings.taken_back_by(record.id, claim),
            )


def _labels(published: Published) -> Iterator[Row]:
    for record in each(published, Claim):
        found = published.findings.labels[record.id]
        ended = found.ended
        yield (
            record.id,
            found.name,
            found.stance,
            found.sides.get(Stance.ASSERTS, 0),
            found.sides.get(Stance.DENIES, 0),
            ended.by if ended else None,
            *date_cells(ended.on if ended else None),
        )


def _reasons(published: Published, record: Claim) -> Iterator[Row]:
    return ((one,) for one in published.findings.labels[record.id].statements)


def _origins(published: Published, record: Claim) -> Iterator[Row]:
    return map(origin_cells, published.findings.labels[record.id].origins)


def _voices(published: Published, record: Statement) -> Iterator[Row]:
    return ((one,) for one in published.findings.voices[record.id])


def _oppositions(
    found_in: Callable[[Findings], Mapping[str, tuple[Opposition, ...]]],
) -> Callable[[Published], Iterator[Row]]:
    def rows(published: Published) -> Iterator[Row]:
        found = found_in(published.findings)
        for record in each(published, Claim):
            for one in found[record.id]:
                first, second = (" ".join(chain) or None for chain in one.through)
                yield (record.id, one.first, one.second, one.kind, one.within, one.corrected, first, second)

    return rows


def _pairs(published: Published) -> Iterator[Row]:
    findings = published.findings
    kinds = {
        "conflict": findings.conflicts,
        "development": findings.developments,
        "revision": findings.revisions,
    }
    for record in each(published, Event):
        for kind, pairs in kinds.items():
            yield from ((record.id, one.first, one.second, kind) for one in pairs[record.id])


def _quotations(published: Published) -> Iterator[Row]:
    gone = published.dossier.gone
    for (owner, _), checked in published.findings.quotations.items():
        if owner not in gone:
            yield from _fragments(published, checked)


def _fragments(published: Published, checked: Checked) -> Iterator[Row]:
    """List the fragments of a quotation; after one of which something is left out, its parts."""
    dossier, owner, way = published.dossier, checked.owner, "/".join(map(str, checked.path))
    owners = (owner.id if owner.section == one else None for one in _OWNERS)
    whose = (*owners, way or None)
    for field, fragments in (("quote", checked.quote), ("passage", checked.passage)):
        for number, fragment in enumerate(fragments):
            found = selector(fragment, dossier.sources.get(checked.source))
            key = "/".join(filter(None, (str(owner), way, field, str(number))))
            around = (*whose, field, number, checked.source, checked.version, found.tier)
            at = None if found.start is None else dossier.located(*checked.place, found.start)
            words = (found.start, found.end, found.exact, found.prefix, found.suffix)
            yield (key, None, *around, *words, checked.is_dropped, *_locator_cells(at))
            for place, part in enumerate(found.parts):
                at = dossier.located(*checked.place, part.start)
                yield (
                    f"{key}/{place}",
                    key,
                    *around,
                    *part,
                    None,
                    None,
                    checked.is_dropped,
                    *_locator_cells(at),
                )


_OWNERS: tuple[Section, ...] = ("statements", "events", "actors", "claims")
_OPPOSITION = (
    _CLAIM,
    Column("first", "The earlier statement.", names="statements"),
    Column("second", "The later statement.", names="statements"),
    Column("kind", "Between whom: one speaker, one side, or two sides.", choices=tuple(Kind)),
    Column("within", "The lowest actor that both speak for, within one side.", names="actors"),
    flag("corrected", "Whether one of the two was taken back."),
    Column("first_through", "The claims by which the position of the first follows, with blanks between."),
    Column("second_through", "The same of the second."),
)
_LOCATOR = (
    Column("page", "On which page of a document it stands."),
    Column("time", "At which time of a recording."),
    Column("part", "In which section."),
)
_QUOTATION = (
    Column("id", "The record, the way to the words in it, and the fragment’s place among them."),
    Column("part_of", "Of a part of a fragment that leaves something out: the fragment.", names="quotations"),
    Column("statement", "The statement whose words these are.", names="statements"),
    Column("event", "The event that they report, or count something of.", names="events"),
    Column("actor", "The actor whose post or tie they tell of.", names="actors"),
    Column("claim", "The claim that they answer to.", names="claims"),
    Column("path", "The way to them in the record, as `also_in/0`; blank for a statement’s first report."),
    Column("field", "The speaker’s words, or those that report them.", choices=("quote", "passage")),
    whole("number", "The fragment’s place among those of its field, from 0."),
    Column("source", "Where they stand.", names="sources"),
    whole("version", "In which version of the source’s text they stand, from 0."),
    Column("tier", "How closely they agree with the source’s text.", choices=tuple(Tier)),
    whole("start", "Where they begin in that text, in code points; blank if they were not looked up."),
    whole("end", "Where they end: the first code point behind them."),
    Column("exact", "The source’s own words; […] stands for what is left out and may not be shown."),
    Column("prefix", "What stands before them, by which they are found again."),
    Column("suffix", "What stands behind them."),
    flag("is_dropped", "Whether the newest version of the source has no longer all words of the quotation."),
    *_LOCATOR,
)
_REPORT = (
    Column("source", "Where it stands.", names="sources"),
    Column("tier", "How closely the words agree with the source’s text.", choices=tuple(Tier)),
    Column("language", "The language of the words, as a BCP 47 tag."),
    Column("translation", "The words in the dossier’s language."),
    Column("translated_by", "Who translated them: the id of an actor, “source” or “dossier”."),
    Column("via", "From whom the source has it.", names="actors"),
    *_LOCATOR,
    *ORIGIN_COLUMNS,
)
_LABEL = (
    _CLAIM,
    Column("label", "Where it stands.", choices=tuple(LabelName)),
    Column("stance", "The stance of all that count, where they agree.", choices=tuple(Stance)),
    whole("asserting", "How many groups of speakers without a common voice assert it."),
    whole("denying", "How many deny it."),
    Column("ended_by", "The statement by which its last contradiction ended.", names="statements"),
    *dated("ended", "When that was said."),
)
_POSITION = (
    _STATEMENT,
    _CLAIM,
    Column("stance", "The position that it takes.", choices=tuple(Stance)),
    Column("through", "The claims by which it follows, with blanks between; blank if it says so itself."),
    Column("taken_back_by", "The first statement that takes it back.", names="statements"),
)
_PAIR = (
    _EVENT,
    whole("first", "The place of the one among the event’s figures."),
    whole("second", "The place of the other."),
    Column(
        "kind",
        "Both cannot hold; one voice changed its number; they hold for different days.",
        choices=("conflict", "revision", "development"),
    ),
)
FINDING_TABLES = (
    listed(
        Statement, "reports", "The sources that a statement stands in.", "reports", _REPORT, cells=_reports
    ),
    Table(
        "positions",
        "The positions that statements take on claims, and those that follow from them.",
        2,
        _POSITION,
        _positions,
    ),
    Table("labels", "Where each claim stands by its statements.", 1, _LABEL, _labels),
    listed(
        Claim,
        "label_statements",
        "The statements by which a claim stands where it does.",
        "statements",
        (Column("statement", "The statement.", names="statements"),),
        cells=_reasons,
    ),
    listed(
        Claim,
        "label_origins",
        "From whom what counts on a claim is known in the end.",
        "origins",
        ORIGIN_COLUMNS,
        cells=_origins,
    ),
    listed(
        Statement,
        "voices",
        "The actors that a statement speaks for, the speaker first.",
        "voices",
        (Column("actor", "The actor.", names="actors"),),
        cells=_voices,
    ),
    Table(
        "contradictions",
        "Two statements of which one asserts a claim and one denies it.",
        3,
        _OPPOSITION,
        _oppositions(lambda findings: findings.contradictions),
    ),
    Table(
        "tensions",
        "Two statements of which one qualifies a claim that the other asserts or denies.",
        3,
        _OPPOSITION,
        _oppositions(lambda findings: findings.tensions),
    ),
    Table(
        "figure_pairs",
        "Two figures of one event that count the same.",
        4,
        _PAIR,
        _pairs,
        (
            Link(("event", "first"), "figures", ("event", "number")),
            Link(("event", "second"), "figures", ("event", "number")),
        ),
    ),
    Table(
        "quotations",
        "Every fragment that the dossier quotes, and where it stands in its source.",
        1,
        _QUOTATION,
        _quotations,
    ),
)
