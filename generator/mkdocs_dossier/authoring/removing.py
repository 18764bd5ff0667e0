"""Takes a record out of a YAML file, with the comments that belong to it."""

from dataclasses import dataclass

from mkdocs_dossier.authoring.edits import Edit
from mkdocs_dossier.authoring.layout import Layout
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.sourcemap import Entry
from mkdocs_dossier.yaml.tree import MapNode


@dataclass(frozen=True, slots=True)
class Removal:
    """The edits that take a record out, and the comments around it that go with it, from above and below.

    The comments inside the record, up to the index `body`, are not among them.
    """

    edits: tuple[Edit, ...]
    comments: tuple[str, ...]
    body: int


def removal(layout: Layout, entry: Entry) -> Removal:
    """Plan to take a record out; its section goes too if there is no other record in it.

    Raises `RefusedError` for a section in braces that stands in braces itself, with no other record in it.
    """
    root = layout.root
    sections = root.items if isinstance(root, MapNode) else {}
    section = sections[entry.ref.section]
    if not isinstance(section, MapNode) or not isinstance(root, MapNode):
        raise TypeError(f"no section at {section.location}")
    if len(section.items) > 1:
        return _from_braces(layout, section, entry) if section.braces is not None else _block(layout, entry)
    if root.braces is not None:
        raise RefusedError(
            f"The record at {entry.key.location} is the last one of its section, in braces.",
            "Remove it by hand.",
        )
    return _section(layout, root, section, entry)


def _block(layout: Layout, entry: Entry) -> Removal:
    """Take out the lines of a record, the comments directly above it, and those below that are deeper."""
    start = head = layout.line_start(entry.key.start)
    while head and layout.text[(above := layout.line_start(head - 1)) : head].lstrip().startswith("#"):
        head = above
    body, end = record_lines(layout, entry)
    comments = (*layout.comments(head, start), *layout.comments(body, end))
    return Removal((_without_gap(layout, head, end),), comments, body)


def _section(layout: Layout, root: MapNode, section: MapNode, entry: Entry) -> Removal:
    """Take out the whole section of a record; comments above it stay, they may be about the file."""
    key = root.keys[entry.ref.section]
    start = layout.line_start(key.start)
    above = layout.comments(key.end, entry.key.start)
    if section.braces is not None:
        body, end = layout.end(entry.node), layout.line_end(layout.end(section))
    else:
        body, end = record_lines(layout, entry)
    comments = (*above, *layout.comments(body, end))
    return Removal((_without_gap(layout, start, end),), comments, body)


def record_lines(layout: Layout, entry: Entry) -> tuple[int, int]:
    """Return where a record in a block ends, and where the comments below it end that are indented deeper."""
    body = end = at = layout.line_end(layout.end(entry.node))
    indent = layout.column(entry.key.start)
    while at < len(layout.text):
        following = layout.line_end(at)
        line = layout.text[at:following]
        if line.strip() and (not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= indent):
            break
        if line.strip():
            end = following
        at = following
    return body, end


def _without_gap(layout: Layout, start: int, end: int) -> Edit:
    """Remove whole lines, and the blank lines below them; at the end of the file, those above them."""
    while end < len(layout.text) and layout.is_blank(end, layout.line_end(end)):
        end = layout.line_end(end)
    while end == len(layout.text) and start and layout.is_blank(layout.line_start(start - 1), start):
        start = layout.line_start(start - 1)
    return Edit(start, end, "")


def _from_braces(layout: Layout, section: MapNode, entry: Entry) -> Removal:
    """Take a record out from between commas."""
    names = sorted(section.keys, key=lambda name: section.keys[name].start)
    index = names.index(entry.key.value)
    end = layout.end(entry.node)
    if index:
        before = layout.end(section.items[names[index - 1]])
        return Removal((Edit(before, end, ""),), layout.comments(before, entry.key.start), end)
    following = section.keys[names[1]].start
    return Removal((Edit(entry.key.start, following, ""),), layout.comments(end, following), end)
