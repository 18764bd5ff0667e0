"""Since when a record is in the dossier, and when it last changed, as `changes.yaml` tells."""

from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_dossier.document.compose import join
from mkdocs_dossier.document.nodes import Inline
from mkdocs_dossier.model.changelog import Change, What
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref


class History(NamedTuple):
    """The days on which a record came into the dossier and last changed; None where that is not known."""

    first: EdtfDate | None = None
    last: EdtfDate | None = None


def changed(view: View) -> Mapping[Ref, History]:
    """Return what is known of each record; of one that was renamed, under its id of today."""
    return view.derived("changed", lambda: _changed(view))


def _changed(view: View) -> Mapping[Ref, History]:
    redirects, found = view.dossier.redirects, dict[Ref, History]()
    # The last day first: so what is met first is the last change, and what is met last the first one.
    for changes in view.dossier.changes.values():
        for one in changes:
            if one.record is not None:
                ref = redirects.get(one.record, one.record)
                found[ref] = _with(found.get(ref, History()), one)
    return found


def _with(known: History, one: Change) -> History:
    if one.what is What.ADDED:
        return known._replace(first=one.on)
    return known if known.last else known._replace(last=one.on)


def known_since(here: Here, ref: Ref) -> Inline:
    """Say since when a record is here and when it last changed; nothing where that is not known."""
    known = changed(here.view).get(ref, History())
    said = [
        here.fill("In this dossier since {date}", date=here.date(known.first)) if known.first else (),
        here.fill("Last changed on {date}", date=here.date(known.last)) if known.last else (),
    ]
    return join(said, " · ")
