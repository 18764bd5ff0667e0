"""Problems for a person to read, each with the line that it is in; then a summary of the dossier."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.reports.excerpt import excerpt, lines_of
from mkdocs_dossier.reports.outcome import Outcome, Summary, joined
from mkdocs_dossier.text.characters import visible

_INDENT = "    "
_LEVEL_STYLES = {Level.ERROR: "bold red", Level.WARNING: "bold yellow"}
# Rules whose problems are at a single character, not at the token that starts there.
_AT_ONE_CHARACTER = {"yaml-syntax", "not-utf8", "control-character"}
_NARROWEST = 40


class Span(NamedTuple):
    """A piece of a line, with its style on a terminal, as rich names it."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


def report(outcome: Outcome) -> str:
    """Write the problems and the summary as plain text."""
    return "".join("".join(span.text for span in line) + "\n" for line in lines(outcome))


def lines(outcome: Outcome) -> Iterator[Line]:
    """Write the problems and the summary line by line, with styles."""

    @cache
    def lines_at(path: str) -> list[str]:
        return lines_of(outcome.files.get(path, b""))

    for problem in outcome.problems:
        yield _heading(outcome, problem)
        yield from _quoted(outcome, problem, lines_at(problem.location.path))
        if problem.hint:
            yield (Span(_INDENT + visible(problem.hint)),)
        yield ()
    yield from _summary_lines(outcome.summary)


def _heading(outcome: Outcome, problem: Problem) -> Line:
    place = problem.location
    return (
        Span(f"{visible(joined(outcome.folder, place.path))}:{place.line}:{place.column}: ", "bold"),
        Span(f"{problem.level}: ", _LEVEL_STYLES[problem.level]),
        Span(visible(problem.message)),
        Span(f" [{visible(problem.rule)}]", "dim"),
    )


def _quoted(outcome: Outcome, problem: Problem, content: Sequence[str]) -> Iterator[Line]:
    """Quote the line that a problem is in, and mark the place, unless the line is blank or missing."""
    place = problem.location
    line = content[place.line - 1] if place.line <= len(content) else ""
    if not line.strip():
        return
    width = max(_NARROWEST, outcome.width - len(_INDENT))
    shown = excerpt(line, place.column, width, point=problem.rule in _AT_ONE_CHARACTER)
    style = _LEVEL_STYLES[problem.level]
    yield (Span(_INDENT + shown.before), Span(shown.marked, style), Span(shown.after))
    yield (Span(_INDENT + shown.mark, style), Span(f" {shown.note}" if shown.note else ""))


def _summary_lines(summary: Summary) -> Iterator[Line]:
    """Say in numbers what is in the dossier, as far as it could be read."""
    rows = {
        "Records": _counts(summary.records, plural=True),
        "Quotations": _counts(summary.quotations),
        "Contradictions": _counts(summary.contradictions),
        "Claims": _counts(summary.claims),
        "Figures in conflict": str(summary.conflicts) if summary.conflicts else "",
        "Problems": _counts(summary.problems, plural=True),
    }
    for name, counts in rows.items():
        yield (Span(f"{name}: ", "bold"), Span(counts or "none"))


def _counts(numbers: Mapping[str, int], *, plural: bool = False) -> str:
    """Write numbers with their names: `2 errors, 1 warning`; without `plural`, `41 exact, 1 elided`."""
    return ", ".join(
        f"{number:,} {name}{'s' if plural and number != 1 else ''}" for name, number in numbers.items()
    )
