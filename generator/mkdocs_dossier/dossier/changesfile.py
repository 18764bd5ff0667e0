"""Read what changed in a dossier: `changes.yaml`, which `dossier diff --write` adds to and authors may mend.

It is a list, one change after each `- `. A change may be of a record that is not there any more.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from operator import attrgetter

from pydantic import ValidationError

from mkdocs_dossier.dossier.decode import Written, refusals
from mkdocs_dossier.dossier.sourcemap import CHANGES_PATH
from mkdocs_dossier.model.changelog import Change
from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import Path
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode, locate, to_data


def read_changes(root: Node | None, suggestions: Suggestions) -> tuple[tuple[Change, ...], list[Problem]]:
    """Return the changes of the file, in its order, and what is wrong with the others.

    `root` is its tree, None where there is no such file or nothing in it.
    """
    changes: list[Change] = []
    problems: list[Problem] = []
    if root is None or (isinstance(root, TextNode) and root.is_blank):
        return (), []
    if not isinstance(root, ListNode):
        message = f"{CHANGES_PATH} must be a list, one change after each `- `."
        return (), [error(root.location, "wrong-type", message, "Write `- on: 2024-02-05` and so on.")]
    for node in root.items:
        found = _change(node, suggestions)
        if isinstance(found, Change):
            changes.append(found)
        else:
            problems.extend(found)
    return tuple(changes), problems


def _change(node: Node, suggestions: Suggestions) -> Change | Iterator[Problem]:
    if not isinstance(node, MapNode):
        message = "A change must be a mapping, with a line `field: value` for each field."
        return iter([error(node.location, "wrong-type", message)])
    try:
        return Change.model_validate(to_data(node))
    except ValidationError as trouble:
        return refusals(trouble, Change, Written("The change", partial(_find, node), suggestions))


def _find(node: Node, path: Path, key: bool) -> Location:
    return locate(node, path, key=key)


def by_day(changes: Iterable[Change]) -> Mapping[str, tuple[Change, ...]]:
    """Return changes by the day they came into the dossier, the last day first, each day in their order."""
    day = attrgetter("on.text")
    ordered = sorted(changes, key=day)
    found = {one: tuple(of_day) for one, of_day in groupby(ordered, day)}
    return dict(reversed(found.items()))
