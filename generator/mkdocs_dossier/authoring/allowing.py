"""Keeps comments that allow a rule right where records become one: the ids in them, and those not needed."""

import re
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_dossier.authoring.edits import Edit, apply
from mkdocs_dossier.authoring.layout import Layout
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.problems import Problem
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.comments import MARK, Allowance, allowances

UNUSED = "unused-allowance"
"""The rule that finds what allows nothing."""


def with_id_replaced(texts: Mapping[str, str], places: SourceMap, old: str, new: str) -> dict[str, str]:
    """Replace the id of a statement in the reasons of allowances; return the texts that change, by path.

    An id that may be a common word is replaced only where it is marked as an id.
    """
    marked = re.compile(rf"(?<=`){old}(?=`)|(?<=statement/){old}(?![\w-])|(?<=\[\[){old}(?=[\]|])")
    anywhere = re.compile(rf"(?<![\w/-]){old}(?![\w-])")
    files = {}
    for path, layout, found in _written(texts, places):
        edits = []
        for allowance in found:
            start = layout.offset(allowance.location)
            line = layout.text[start : layout.line_end(start)]
            spans = {one.span() for one in marked.finditer(line)}
            if "-" in old:
                spans |= {one.span() for one in anywhere.finditer(line)}
            edits += [Edit(start + first, start + last, new) for first, last in spans]
        if edits:
            files[path] = apply(layout.text, edits)
    return files


def without_unused(
    texts: Mapping[str, str], places: SourceMap, record: Ref, problems: Iterable[Problem]
) -> tuple[dict[str, str], list[str]]:
    """Remove allowances from a record that allow nothing; return the text, if it changes, and their rules."""
    unused = {one.location for one in problems if one.rule == UNUSED}
    place = places.entries[record].key.location
    removed, rules = [], []
    for path, layout, found in _written(texts, places):
        for one in found:
            if path == place.path and one.owner == (place.line, place.column) and one.location in unused:
                removed.append(_without(layout, one))
                rules.append(one.rule)
    return {place.path: apply(texts[place.path], removed)} if removed else {}, rules


def _written(texts: Mapping[str, str], places: SourceMap) -> Iterator[tuple[str, Layout, list[Allowance]]]:
    """List the allowances of each file that may have some."""
    keys = [entry.key.location for entry in places.entries.values()]
    for path, text in texts.items():
        if MARK.search(text.encode()):
            root = places.trees[path]
            starts = sorted((place.line, place.column) for place in keys if place.path == path)
            yield path, Layout(text, root), list(allowances(path, text, root, starts))


def _without(layout: Layout, allowance: Allowance) -> Edit:
    """Remove a comment: its line, or what stands behind something else in its line."""
    start = layout.offset(allowance.location)
    head, end = layout.line_start(start), layout.line_end(start)
    if layout.is_blank(head, start):
        return Edit(head, end, "")
    kept = len(layout.text[:start].rstrip(" \t"))
    return Edit(kept, start + len(layout.text[start:end].rstrip("\r\n")), "")
