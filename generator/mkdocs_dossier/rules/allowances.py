"""Turn rules off where a comment allows it, and report what is wrong with such comments."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from mkdocs_dossier.dossier.sourcemap import SETTINGS_PATH, Entry, SourceMap
from mkdocs_dossier.problems import Level, Problem, warning
from mkdocs_dossier.values.nearestnames import nearest
from mkdocs_dossier.yaml.comments import MARK, Allowance, Key, Start, allowances, record_at
from mkdocs_dossier.yaml.files import decode_text
from mkdocs_dossier.yaml.tree import Node


def apply_allowances(
    problems: Iterable[Problem],
    slips: Mapping[str, Level],
    files: Mapping[str, bytes],
    nodes: Mapping[str, Node | None],
    places: SourceMap,
    *,
    is_whole: bool = True,
) -> list[Problem]:
    """Return the problems without the warnings that a comment allows, and with what is wrong with comments.

    `slips` maps the rules that look for slips to their levels: those of the level warning can be allowed even
    where they find nothing. `files` and `nodes` map the path of each YAML file to its bytes and its tree. If
    the dossier is not whole (see `registry.run_rules`), not all rules ran, and no allowance is called unused.
    """
    # Most dossiers have none, so that no file is looked through.
    marked = {path: content for path, content in files.items() if MARK.search(content)}
    if not marked:
        return list(problems)
    starts = starts_of(places.entries.values())
    written = [
        allowance
        for path, content in sorted(marked.items())
        if (node := nodes.get(path)) is not None and (text := decode_text(path, content)[0]) is not None
        for allowance in allowances(path, text, node, starts[path])
    ]
    return _applied(list(problems), slips, written, starts, is_whole=is_whole)


def starts_of(entries: Iterable[Entry]) -> Mapping[str, list[Start]]:
    """Return the starts of the records of each file, in order; the settings start where their file does."""
    starts: dict[str, list[Start]] = defaultdict(list, {SETTINGS_PATH: [(1, 1)]})
    for entry in entries:
        place = entry.key.location
        starts[place.path].append((place.line, place.column))
    for places in starts.values():
        places.sort()
    return starts


def _applied(
    found: list[Problem],
    slips: Mapping[str, Level],
    written: list[Allowance],
    starts: Mapping[str, list[Start]],
    *,
    is_whole: bool,
) -> list[Problem]:
    # What can be allowed: all warnings that a rule may give or that reading gave, those of the format too.
    known = {name for name, level in slips.items() if level is Level.WARNING}
    known |= {problem.rule for problem in found if problem.level is Level.WARNING}
    # An error of a build is a warning to who checks, and no more to be allowed for that.
    known -= {name for name, level in slips.items() if level is Level.ERROR}
    # Without a reason it allows nothing.
    valid = {one.key for one in written if one.reason and one.rule in known}
    used = {key for problem in found if (key := _key(problem, starts)) in valid}
    kept = [problem for problem in found if _key(problem, starts) not in used]
    kept.extend(_bad_allowance(written, known, slips))
    if is_whole:
        unused = valid - used
        kept.extend(_unused_allowance(one for one in written if one.key in unused))
    return kept


def _key(problem: Problem, starts: Mapping[str, list[Start]]) -> Key | None:
    """Return the key of an allowance of a problem; None for an error, which nothing allows."""
    place = problem.location
    if problem.level is Level.ERROR or place.path not in starts:
        return None
    return place.path, record_at(starts[place.path], place.line, place.column), problem.rule


def _bad_allowance(
    written: Iterable[Allowance], known: Collection[str], slips: Mapping[str, Level]
) -> Iterator[Problem]:
    """Report allowances without a reason, and those of a rule that cannot be turned off."""
    for one in written:
        if one.rule in known and not one.reason:
            message = f"This allowance of `{one.rule}` has no reason."
            yield warning(
                one.location, "bad-allowance", message, f"Write `# dossier: allow {one.rule}: reason`."
            )
        elif slips.get(one.rule) is Level.ERROR:
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


def _unused_allowance(unused: Iterable[Allowance]) -> Iterator[Problem]:
    """Report allowances of a rule that finds nothing in their record."""
    for one in unused:
        yield warning(
            one.location,
            "unused-allowance",
            f"`{one.rule}` finds nothing in this record, so there is nothing to allow.",
            "Remove the comment, or move it into the record that the warning is about.",
        )
