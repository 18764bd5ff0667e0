"""Proves a step of a review: the dossier, read again, has what was meant, and no new error."""

from collections import Counter
from collections.abc import Mapping, Sequence

from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.yaml.tree import Data, to_data


def prove(before: Loaded, after: Loaded, wanted: Mapping[str, Data], by_hand: str) -> None:
    """Raise `RefusedError` unless files have the wanted data now, by path, and nothing new is an error.

    All other files are taken to be as they were. `by_hand` is what the author is told to do otherwise.
    """
    if found := _new_errors(before, after):
        first, *others = (f"{one.message} {one.hint}".rstrip() for one in found)
        raise RefusedError(f"Nothing is changed: it would be an error. {first}", by_hand, others)
    trees = after.source_map.trees
    for path, data in wanted.items():
        # A file in which nothing is left has no tree.
        if (to_data(trees[path]) if path in trees else {}) != data:
            raise RefusedError(f"Nothing is changed: {path} cannot be rewritten safely as it is.", by_hand)


def _new_errors(before: Loaded, after: Loaded) -> Sequence[Problem]:
    """List the errors of each rule that finds more than it did; where they stand may have changed."""
    known = Counter(one.rule for one in before.problems if one.level is Level.ERROR)
    errors = [one for one in after.problems if one.level is Level.ERROR]
    now = Counter(one.rule for one in errors)
    said = {one.message for one in before.problems}
    return [one for one in errors if now[one.rule] > known[one.rule] and one.message not in said]
