"""A record's names: as a table for readers, and as a hidden line for search."""

from collections.abc import Mapping, Sequence

from mkdocs_dossier.document.compose import table, text
from mkdocs_dossier.document.nodes import Block, Hidden, Inline
from mkdocs_dossier.model.records import Actor, Place
from mkdocs_dossier.pages.longlists import LongList
from mkdocs_dossier.pages.view import Here, View
from mkdocs_dossier.text.spellings import spellings
from mkdocs_dossier.values.dates import EdtfDate

WIKIDATA = "https://www.wikidata.org/wiki/"
"""What stands before the number of an item, in its address."""

_MOST_SPELLINGS = 1_000
"""How many spellings of a name a page has for search."""

_Name = tuple[str, str]
"""A name, behind the tag of its language; of one in no language of its own, that is ""."""


def alias_line(here: Here, name: str, names: Mapping[str, str], aliases: Sequence[str]) -> Block:
    """Write every spelling of a name in a hidden line for search, to put right below the page's heading."""
    # Material indexes hidden text under the heading above, and shows it in the teaser of a result: so it is
    # written as a sentence.
    known = [one for one in spellings([name, *names.values(), *aliases]) if one != name][:_MOST_SPELLINGS]
    if not known:
        return ()
    said = here.words.say("Also written: {names}", names=here.words.say(", ").join(known))
    return (Hidden(text(said), "dossier-aliases"),)


def names_list(view: View, record: Actor | Place) -> LongList[_Name]:
    """List a name in other languages, then other names."""
    named = [*sorted(record.names.items()), *(("", one) for one in record.aliases)]
    return LongList(
        "names", view.words.say("Names"), named, _names_table, weigh=lambda name: len(name[1].encode())
    )


def _names_table(here: Here, named: Sequence[_Name]) -> Block:
    rows = [[text(here.words.language_name(tag)), here.foreign(value, tag)] for tag, value in named if tag]
    if aliases := [here.own(value) for tag, value in named if not tag]:
        rows.append([here.say("Also called"), here.join(aliases, "; ")])
    return table(here.say("Names"), [here.say("Language"), here.say("Name")], rows)


def dated(here: Here, value: Inline, since: EdtfDate | None, until: EdtfDate | None) -> Inline:
    """Add to a tie from when and until when it held, if that is known."""
    said = [value]
    if since is not None:
        said.append(here.fill("from {date}", date=here.date(since)))
    if until is not None:
        said.append(here.fill("until {date}", date=here.date(until)))
    return here.join(said, ", ")
