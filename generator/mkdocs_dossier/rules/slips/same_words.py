"""The rule that one utterance in several sources is one statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_dossier.dossier.linked import Dossier, reports_of
from mkdocs_dossier.findings.origins import original_of
from mkdocs_dossier.model.recordparts import Reported
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.problems import Level, Location
from mkdocs_dossier.quotes.brackets import elided
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.text.folding import folded, split
from mkdocs_dossier.values.refs import Path

_ENOUGH = 6
"""How many words in a row are no coincidence."""

_REMEMBERED = 8
"""How many earlier reports with the same words are looked at; in one of so many the pair is told anyway."""


_Run = tuple[str, ...]
"""Words in a row, folded, as many as `_ENOUGH`."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A report of a statement: where it is written, how many words it has, and the runs of words in it."""

    statement: Statement
    report: Reported
    place: Location
    length: int
    runs: frozenset[_Run]


def _find(context: Context) -> Iterator[Finding]:
    """Find statements of different sources that hold the same six words or more in a row.

    Most often they are one utterance, told by two papers, or one text that both print. As two statements
    they count twice: a contradiction is shown twice, and what is known through one agency looks as if two had
    found it out. The rule is silent where the dossier says why the words are the same: by `also_in`, by
    `republishes`, or by an `agency` or a `via` that both have. Of two speakers, or on two days, six words may
    be a turn of phrase: there it wants half of the words of the shorter one. It compares quotes, and passages
    where there is no quote, without case and signs; in scripts that put no spaces between words it finds
    nothing.

    Where it is one utterance, make it one statement: `dossier merge statement` writes the other report into
    `also_in`. Where one source prints the other's text, say so in `republishes`, or name the `agency` of
    both. If somebody did say the same twice, say so in an allowance.
    """
    seen: dict[_Run, list[_Told]] = {}
    for told in _by_place(context):
        earlier = (one for run in sorted(told.runs) for one in seen.get(run, ()))
        other = next((one for one in earlier if _is_same(context.dossier, one, told)), None)
        if other is not None:
            yield _finding(told, other)
        for run in told.runs:
            known = seen.setdefault(run, [])
            if len(known) < _REMEMBERED:
                known.append(told)


def _finding(told: _Told, other: _Told) -> Finding:
    same = set(told.statement.speakers) & set(other.statement.speakers)
    hint = (
        f"If it is one utterance: `dossier merge statement {other.statement.id} {told.statement.id}`."
        if same
        else "If one source prints the other's text, say so in `republishes`, or name the `agency` of both."
    )
    return Finding(
        told.place,
        f"The statement `{other.statement.id}` holds the same words, of the source `{other.report.source}`: "
        f"its record is at {other.place}.",
        hint,
    )


def _by_place(context: Context) -> list[_Told]:
    """List all reports in the order in which they are written, the first words of each as its place."""
    found = [
        _Told(statement, report, context.place("statements", key, *path, *_field(report)), *_words(report))
        for key, statement in context.dossier.statements.items()
        for path, report in reports_of(statement)
    ]
    return sorted(found, key=lambda told: told.place)


def _field(report: Reported) -> Path:
    return ("quote" if report.quote else "passage",)


def _words(report: Reported) -> tuple[int, frozenset[_Run]]:
    """Count the words of a report, and return the runs of words in a row that its fragments hold.

    The passage beside a quote says who said it, when and where: any two reports may do so in the same words.
    """
    length, runs = 0, set[_Run]()
    for fragment in report.quote or report.passage or ():
        taken = elided(fragment)
        for part in taken.parts if taken else (fragment,):
            words = split(folded(part))
            length += len(words)
            runs |= {tuple(words[at : at + _ENOUGH]) for at in range(len(words) - _ENOUGH + 1)}
    return length, frozenset(runs)


def _is_same(dossier: Dossier, one: _Told, other: _Told) -> bool:
    """Tell whether two reports may be of one utterance, or one text, without the dossier saying so."""
    return _is_unexplained(dossier, one, other) and (
        _may_be_one(one.statement, other.statement) or _is_telling(one, other)
    )


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Tell whether somebody is a speaker of both statements, on what may be the same day."""
    may_be_then = one.said is None or other.said is None or one.said.overlaps(other.said)
    return may_be_then and not set(one.speakers).isdisjoint(other.speakers)


def _is_telling(one: _Told, other: _Told) -> bool:
    """Tell whether at least half of the words of one of two reports are those of the other."""
    in_common = len(one.runs & other.runs) + _ENOUGH - 1
    return 2 * in_common >= min(one.length, other.length)


def _is_unexplained(dossier: Dossier, one: _Told, other: _Told) -> bool:
    """Tell whether two reports are of different statements and sources, and nothing says why they agree."""
    first, second = one.report.source, other.report.source
    if one.statement.id == other.statement.id or first == second:
        return False
    also = {report.source for report in one.statement.reports} & {
        report.source for report in other.statement.reports
    }
    if also or original_of(dossier, first) == original_of(dossier, second):
        return False
    return _supplier(dossier, one.report) is None or _supplier(dossier, one.report) != _supplier(
        dossier, other.report
    )


def _supplier(dossier: Dossier, report: Reported) -> str | None:
    """Return the actor from whom a source has a report: by `via`, else the agency of its original."""
    return report.via or dossier.sources[original_of(dossier, report.source)].agency


RULE = Rule(
    "same-words",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
          paper: {title: Paper, text: paper.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told the Iraqi government before the strikes
            positions: {told: asserts}
            also_in:
              - {source: paper, quote: We told the Iraqi government before the strikes}
        """,
        text="“We told the Iraqi government before the strikes,” Kirby said.",
        others={"paper.txt": "Kirby said: “We told the Iraqi government before the strikes.”"},
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
          paper: {title: Paper, text: paper.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-told:
            speaker: kirby
            source: news
            quote: We told the Iraqi government before the strikes
            positions: {told: asserts}
          kirby-told-again:
            speaker: kirby
            source: paper
            quote: We told the Iraqi government before the strikes
            positions: {told: asserts}
        """,
        text="“We told the Iraqi government before the strikes,” Kirby said.",
        line=17,
        others={"paper.txt": "Kirby said: “We told the Iraqi government before the strikes.”"},
    ),
)
