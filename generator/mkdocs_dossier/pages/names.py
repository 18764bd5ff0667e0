"""A record's names as a table, and ties with the time for which they held."""

from collections.abc import Mapping, Sequence

from mkdocs_dossier.document.compose import table, text
from mkdocs_dossier.document.nodes import Block, Inline
from mkdocs_dossier.pages.view import Here
from mkdocs_dossier.values.dates import EdtfDate


def names_table(here: Here, names: Mapping[str, str], aliases: Sequence[str]) -> Block:
    """Write a table of a name in other languages, and of other names."""
    rows = [
        [text(here.words.language_name(tag)), here.foreign(value, tag)]
        for tag, value in sorted(names.items())
    ]
    if aliases:
        rows.append([here.say("Also called"), here.join((here.own(one) for one in aliases), "; ")])
    return table(here.say("Names"), [here.say("Language"), here.say("Name")], rows)


def dated(here: Here, value: Inline, since: EdtfDate | None, until: EdtfDate | None) -> Inline:
    """Add to a tie from when and until when it held, if that is known."""
    said = [value]
    if since is not None:
        said.append(here.fill("from {date}", date=here.date(since)))
    if until is not None:
        said.append(here.fill("until {date}", date=here.date(until)))
    return here.join(said, ", ")
