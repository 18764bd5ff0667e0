"""Turns rules off where the author allows it, and holds the allowances themselves to rules."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH, Entry, SourceMap
from mkdocs_dossier.problems import Level, Problem, warning
from mkdocs_dossier.rules.registry import CHECKS
from mkdocs_dossier.rules.rule import Rule, example
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.yaml.comments import MARK, Allowance, Key, Start, allowances, record_at
from mkdocs_dossier.yaml.files import decode_text
from mkdocs_dossier.yaml.nodes import Node

_ERRORS = frozenset(rule.name for rule in CHECKS if rule.level is Level.ERROR)
_WARNINGS = frozenset(rule.name for rule in CHECKS if rule.level is Level.WARNING)


def apply_allowances(
    problems: Iterable[Problem],
    files: Mapping[str, bytes],
    nodes: Mapping[str, Node | None],
    places: SourceMap,
    *,
    is_whole: bool = True,
) -> list[Problem]:
    """Leave out the warnings that a comment allows, and add what is wrong with the comments.

    `files` and `nodes` map the path of each YAML file to its bytes and its tree. Where the dossier is not
    whole, not all checks ran, and no allowance is called unused.
    """
    marked = {path: content for path, content in files.items() if MARK.search(content)}
    if not marked:
        return list(problems)
    starts = _starts(places.entries.values())
    written = [
        allowance
        for path, content in sorted(marked.items())
        if (node := nodes.get(path)) is not None and (text := decode_text(path, content)[0]) is not None
        for allowance in allowances(path, text, node, starts[path])
    ]
    return _applied(problems, written, starts, is_whole=is_whole)


def _starts(entries: Iterable[Entry]) -> Mapping[str, list[Start]]:
    """List the begins of the records of each file, in order; the settings begin with their file."""
    starts: dict[str, list[Start]] = defaultdict(list, {SETTINGS_PATH: [(1, 1)]})
    for entry in entries:
        place = entry.key.location
        starts[place.path].append((place.line, place.column))
    for places in starts.values():
        places.sort()
    return starts


def _applied(
    problems: Iterable[Problem],
    written: list[Allowance],
    starts: Mapping[str, list[Start]],
    *,
    is_whole: bool,
) -> list[Problem]:
    found = list(problems)
    known = _WARNINGS | {problem.rule for problem in found if problem.level is Level.WARNING}
    valid = {one.key for one in written if one.reason and one.rule in known}
    used = {key for problem in found if (key := _key(problem, starts)) in valid}
    kept = [problem for problem in found if _key(problem, starts) not in used]
    kept.extend(bad_allowance(written, known))
    if is_whole:
        unused = valid - used
        kept.extend(unused_allowance(one for one in written if one.key in unused))
    return kept


def _key(problem: Problem, starts: Mapping[str, list[Start]]) -> Key | None:
    """Give what allows a problem; nothing allows an error."""
    place = problem.location
    if problem.level is Level.ERROR or place.path not in starts:
        return None
    return place.path, record_at(starts[place.path], place.line, place.column), problem.rule


def bad_allowance(written: Iterable[Allowance], known: Collection[str]) -> Iterator[Problem]:
    """Find allowances without a reason, or of what is no rule that can be turned off.

    Whoever reads the dossier later has to see why a warning was set aside. An allowance that is not
    complete turns nothing off. Errors cannot be turned off.

    Write `# dossier: allow RULE: reason`, with the name that stands in brackets at the end of the warning.
    """
    for one in written:
        if one.rule in known and not one.reason:
            message = f"This allowance of `{one.rule}` has no reason."
            yield warning(
                one.location, "bad-allowance", message, f"Write `# dossier: allow {one.rule}: reason`."
            )
        elif one.rule in _ERRORS:
            message = f"`{one.rule}` is an error, which nothing turns off."
            yield warning(
                one.location, "bad-allowance", message, "Mend what it reports, and remove the comment."
            )
        elif one.rule not in known:
            close = nearest(one.rule, known)
            hint = (
                f"Did you mean `{close}`?" if close else "Write `# dossier: allow RULE: reason`; errors stay."
            )
            message = f"There is no rule `{one.rule}` that can be turned off."
            if not one.rule:
                message = "This allowance names no rule."
            yield warning(one.location, "bad-allowance", message, hint)


def unused_allowance(unused: Iterable[Allowance]) -> Iterator[Problem]:
    """Find allowances of a rule that finds nothing in the record.

    The cause was mended, or the comment stands in another record than the warning. Left there, it would
    hide the next mistake of the kind.

    Remove it, or move it into the record that the warning names.
    """
    for one in unused:
        yield warning(
            one.location,
            "unused-allowance",
            f"`{one.rule}` finds nothing in this record, so there is nothing to allow.",
            "Remove the comment, or move it into the record that the warning is about.",
        )


ALLOWANCE_RULES = (
    Rule(
        "bad-allowance",
        bad_allowance,
        passing=example(
            """
            places:
              # dossier: allow unused-place: the next article is about it
              anbar: {name: Anbar, kind: region}
            """
        ),
        failing=example(
            """
            sources:
              news: {title: News, publisher: rudaw}
            actors:
              rudaw:
                # dossier: allow unused-actor
                name: Rudaw
                kind: media
                description: Reports in [[news]].
            """,
            line=5,
        ),
    ),
    Rule(
        "unused-allowance",
        unused_allowance,
        passing=example(
            """
            places:
              anbar: # dossier: allow unused-place: the next article is about it
                name: Anbar
                kind: region
            """
        ),
        failing=example(
            """
            sources:
              news: {title: News, publisher: rudaw}
            actors:
              rudaw:
                # dossier: allow unused-actor: the next article is from it
                name: Rudaw
                kind: media
                description: Reports in [[news]].
            """,
            line=5,
        ),
    ),
)
