"""Leave drafts in peace: what a record lacks that is not finished yet is no news to who reviews it."""

from collections.abc import Iterable, Set

from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.rules.allowances import starts_of
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.comments import record_at


def spare(problems: Iterable[Problem], rules: Set[str], drafts: Set[Ref], places: SourceMap) -> list[Problem]:
    """Return the problems without those that some rules, by name, find in drafts."""
    starts = starts_of(places.entries.values())
    spared = {
        (place.path, (place.line, place.column))
        for place in (places.entries[ref].key.location for ref in drafts)
    }

    def is_spared(problem: Problem) -> bool:
        place = problem.location
        return (place.path, record_at(starts[place.path], place.line, place.column)) in spared

    return [one for one in problems if one.rule not in rules or not is_spared(one)]
