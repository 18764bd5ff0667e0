"""What changed between two states of a dossier: for reading, for a comment on GitHub, for other programs."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from mkdocs_dossier.changes.changesentences import nested
from mkdocs_dossier.changes.plainchanges import Title, plain_sentence
from mkdocs_dossier.document.compose import bullets, lines, text
from mkdocs_dossier.document.markdown import write
from mkdocs_dossier.model.changelog import Difference
from mkdocs_dossier.text.characters import visible
from mkdocs_dossier.words import Words

_MOST = 60_000
"""How many bytes a comment has: GitHub takes 65,536 characters."""
_CALLS = re.compile(r"(&#64;|@|&#35;|(?<!&)#)(?=[\w&])")
_NOTHING = "Nothing changed that readers would see."

Write = Callable[[Sequence[Difference], Title], str]
"""Writes differences, in their order; the function names records in plain text."""


def _text(differences: Sequence[Difference], title: Title) -> str:
    told = [
        f"{'  ' * depth}{visible(plain_sentence(one, Words(), title))}\n"
        for depth, one in nested(differences)
    ]
    return "".join(told) or f"{_NOTHING}\n"


def _markdown(differences: Sequence[Difference], title: Title) -> str:
    """Write a list; a comment that mentions nobody and links to no issue, whatever a dossier says."""
    items: list[list[str]] = []
    for depth, one in nested(differences):
        said = plain_sentence(one, Words(), title)
        if depth:
            items[-1].append(f"{'→ ' * depth}{said}")
        else:
            items.append([said])
    if not items:
        return f"{_NOTHING}\n"
    written, size = [], 0
    for at, item in enumerate(items):
        # An empty comment of HTML keeps GitHub from reading a name or a number there.
        line = _CALLS.sub(r"\1<!-- -->", write(bullets([lines(map(text, item))])).strip("\n"))
        size += len(line.encode()) + 1
        if size > _MOST:
            written.append(f"\n… and {len(items) - at:,} more.")
            break
        written.append(line)
    return "\n".join(["### What changes in the dossier\n", *written, ""])


def _json(differences: Sequence[Difference], title: Title) -> str:
    """Write a list, one to a line, in ASCII; what follows from another change says so by `because`."""
    members = ",\n".join(json.dumps(_member(one, title)) for one in differences)
    return f"[\n{members}\n]\n" if members else "[]\n"


def _member(one: Difference, title: Title) -> dict[str, object]:
    dumped = one.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {**dumped, "sentence": plain_sentence(one, Words(), title)}


DIFFERENCES: Mapping[str, Write] = MappingProxyType({"text": _text, "markdown": _markdown, "json": _json})
"""The forms in which differences are told, by the names that the command line takes."""
