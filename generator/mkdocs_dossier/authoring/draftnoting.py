"""Notes in the record of a source by what its records were drafted, and when."""

from collections.abc import Sequence
from datetime import date

from mkdocs_dossier.authoring.edits import Edit, apply, scalar
from mkdocs_dossier.authoring.layout import Layout
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import MapNode, to_data

_MARK = "\ufeff"


def noted(path: str, content: bytes, sources: Sequence[str], by: str, today: date) -> bytes:
    """Write into the records of sources in a file by what they were drafted; return the new content.

    A record that says so already stays, and so does one to which nothing can be added for certain.
    """
    text = content.decode()
    mark, text = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    drafted = {"by": by, "on": today.isoformat()}
    changed = _noted(path, text, sources, drafted)
    if changed is None:
        # One of them is written in an unusual way: the others need not go without.
        changed = text
        for one in sources:
            changed = _noted(path, changed, [one], drafted) or changed
    return f"{mark}{changed}".encode()


def _noted(path: str, text: str, sources: Sequence[str], drafted: dict[str, str]) -> str | None:
    """Add a field to the records; return None unless the file then says the same as before, and that."""
    node, problems = parse(path, text.encode())
    section = node.items.get("sources") if isinstance(node, MapNode) else None
    if problems or not isinstance(node, MapNode) or not isinstance(section, MapNode):
        return None
    layout = Layout(text, node)
    added = f"drafted: {{by: {scalar(drafted['by'])}, on: {scalar(drafted['on'])}}}"
    records = {one: section.items[one] for one in sources if one in section.items}
    wanted = {
        one: record
        for one, record in records.items()
        if isinstance(record, MapNode) and record.items and "drafted" not in record.items
    }
    changed = apply(text, [_edit(layout, record, added) for record in wanted.values()])
    again, problems = parse(path, changed.encode())
    expected = _fields(node)
    of_sources = {one: to_data(record) for one, record in section.items.items()}
    of_wanted = {one: {**_fields(record), "drafted": drafted} for one, record in wanted.items()}
    expected["sources"] = {**of_sources, **of_wanted}
    return changed if again is not None and not problems and to_data(again) == expected else None


def _fields(record: MapNode) -> dict[str, object]:
    return {key: to_data(value) for key, value in record.items.items()}


def _edit(layout: Layout, record: MapNode, added: str) -> Edit:
    """Add a field behind the last one: on a line of its own, or in the record's braces."""
    end = max(max(key.end, layout.end(record.items[name])) for name, key in record.keys.items())
    if record.braces is not None:
        return Edit(end, end, f", {added}")
    at = layout.line_end(end - 1)
    first = min(key.start for key in record.keys.values())
    gap = "" if layout.text[:at].endswith(("\n", "\r")) else layout.newline
    return Edit(at, at, f"{gap}{' ' * layout.column(first)}{added}{layout.newline}")
