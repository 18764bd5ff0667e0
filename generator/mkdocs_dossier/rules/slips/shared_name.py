"""The rule that a name leads to one actor."""

import unicodedata
from collections.abc import Iterator

from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.problems import Level, Location
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.values.refs import Path


def _find(context: Context) -> Iterator[Finding]:
    """Find names and aliases that two actors have in common.

    Either one person or body was recorded twice, and what they said is split between two pages; or a reader
    who searches for the name cannot tell the two apart. Upper and lower case and spaces do not count. Actors
    of the kind `anonymous` are left out: "a US official" is somebody else in every source.

    Make the two records one, or give each a name of its own. If both do bear the name, say so in an
    allowance.
    """
    first: dict[str, tuple[str, Location]] = {}
    actors = [actor for actor in context.dossier.actors.values() if actor.kind != "anonymous"]
    # In the order in which they are written, so that of two the later one is reported.
    for actor in sorted(actors, key=lambda actor: context.place("actors", actor.id)):
        for path, name in _names(actor):
            form = " ".join(unicodedata.normalize("NFC", name.casefold()).split())
            owner, place = first.setdefault(form, (actor.id, context.place("actors", actor.id, *path)))
            if owner != actor.id:
                yield Finding(
                    context.place("actors", actor.id, *path),
                    f"“{name}” is a name of the actor `{owner}` too, at {place}.",
                    "Make the two one record, or give each a name of its own.",
                )


def _names(actor: Actor) -> Iterator[tuple[Path, str]]:
    """List the names of an actor, each once, with the path at which it is written first."""
    names: dict[str, Path] = {actor.name: ("name",)}
    for language, name in actor.names.items():
        names.setdefault(name, ("names", language))
    for index, name in enumerate(actor.aliases):
        names.setdefault(name, ("aliases", index))
    for name, path in names.items():
        yield path, name


RULE = Rule(
    "shared-name",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          awadi: {name: Basim al-Awadi, kind: person, aliases: [Awadi, Basem al-Awadi]}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          awadi-denies:
            speaker: awadi
            source: news
            quote: Nobody told us
            positions: {told: denies}
        """,
        text="“Nobody told us,” Awadi said.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          awadi: {name: Basim al-Awadi, kind: person, aliases: [Awadi]}
          basem-al-awadi: {name: Basem al-Awadi, kind: person, aliases: [Awadi]}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          awadi-denies:
            speaker: awadi
            to: [basem-al-awadi]
            source: news
            quote: Nobody told us
            positions: {told: denies}
        """,
        text="“Nobody told us,” Awadi said.",
        line=5,
    ),
)
