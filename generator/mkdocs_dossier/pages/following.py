"""The mappings that follow from a dossier and are noted by themselves when pages read of them."""

from collections.abc import Mapping
from typing import Any

from mkdocs_dossier.pages.dating import under_days
from mkdocs_dossier.pages.filters import filters
from mkdocs_dossier.pages.history import changed
from mkdocs_dossier.pages.kinds import Paged
from mkdocs_dossier.pages.view import View


def follow(view: View, paged: Mapping[str, Paged], name: str) -> Mapping[Any, Any] | None:
    """Return one of these mappings, by the name under which it is noted; None if there is no such.

    `paged` are the lists over several pages, by their sections.
    """
    name = name.removeprefix(view.realm)
    match name:
        case "View.changed":
            return changed(view)
        case "View.days":
            return under_days(view)
        case "View.filters":
            return filters(view)
        case "View.opposed":
            return view.opposed
        case "View.spoken_for":
            return view.spoken_for
        case "View.taken":
            return view.taken
        case "View.tied":
            return view.ties.actors
        case "View.ties_from":
            return view.ties.leading_from
        case "View.ties_to":
            return view.ties.leading_to
    index = paged.get(name.removeprefix("View.index of "))
    return index.shown(view) if index else None
