"""What a record's page says of its last review."""

from mkdocs_dossier.document.compose import paragraph
from mkdocs_dossier.document.nodes import Block
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.values.refs import Ref


def reviewed_line(here: Here, ref: Ref) -> Block:
    """Say when a record was last reviewed, by whom, and whether it changed since; nothing if it never was."""
    reviewed = here.dossier.reviews.get(ref)
    if reviewed is None:
        return ()
    date = here.date(reviewed.on)
    if reviewed.by:
        said = here.fill("Last reviewed on {date} by {name}", date=date, name=here.own(reviewed.by))
    else:
        said = here.fill("Last reviewed on {date}", date=date)
    changed = [here.say("changed since")] if reviewed.is_changed else []
    return paragraph(here.join([said, *changed], "; "), cls="dossier-known")
