"""A draft as text for the author's editor, and what the author made of it put in its place."""

from typing import cast

from mkdocs_dossier.authoring import reviewingblocks
from mkdocs_dossier.authoring.edits import apply
from mkdocs_dossier.authoring.layout import Layout
from mkdocs_dossier.authoring.mentioning import at_end, naming
from mkdocs_dossier.authoring.reading import Reading, encoded, read, with_files, with_ids_replaced
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewingproof import prove
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Data, MapNode, to_data

_AGAIN = "Press e to go back to your text."


def text_of(reading: Reading, ref: Ref) -> str:
    """Return the lines of a draft, comments included, as if it stood in no section.

    Raises `RefusedError` for one in braces with others, which has no lines of its own.
    """
    entry, layout = reading.entries[ref], _layout(reading, ref)
    if not reviewingblocks.is_block(layout, entry):
        raise RefusedError(f"It is written in braces at {entry.key.location}.", "Edit the file by hand.")
    return reviewingblocks.cut_out(layout, entry)


def edited(reading: Reading, ref: Ref, text: str) -> tuple[Reading, Ref]:
    """Put an edited text in the place of a draft; return the dossier as it will be read, and the draft's id.

    Where the id is another one, all that names the draft names that instead. Raises `RefusedError`, with the
    reason, where the text is not one record, or would make an error.
    """
    identifier, data = _one_record(text)
    new = Ref(ref.section, identifier)
    base = reading if new == ref else _renamed(reading, ref, new)
    entry, layout = base.entries[new], _layout(base, new)
    path = entry.key.location.path
    changed = apply(layout.text, [reviewingblocks.put_back(layout, entry, text)])
    after = read(with_files(base.folder, {path: encoded(base, path, changed)}))
    wanted = cast("dict[str, dict[str, Data]]", to_data(base.source_map.trees[path]))
    wanted[ref.section][identifier] = data
    prove(reading.loaded, after.loaded, {path: cast("Data", wanted)}, _AGAIN)
    return after, new


def _one_record(text: str) -> tuple[str, Data]:
    """Read a text as one record; return its id and its data. Raises `RefusedError` if it is anything else."""
    node, problems = parse("", text.encode(errors="surrogatepass"))
    if errors := [one for one in problems if one.level is Level.ERROR]:
        first = min(errors)
        raise RefusedError(f"Line {first.location.line}: {first.message}", f"{first.hint} {_AGAIN}".lstrip())
    if not isinstance(node, MapNode) or node.braces is not None or len(node.items) != 1:
        message = "It must be one record: a line with its id and a colon, and its fields indented below."
        raise RefusedError(message, _AGAIN)
    identifier, written = next(iter(node.items.items()))
    try:
        if parse_id(identifier) != identifier:
            raise RefusedError(f"The id `{identifier}` has blanks around it.", _AGAIN)
    except InvalidValue as trouble:
        raise RefusedError(f"The id {trouble.message}.", f"{trouble.advice} {_AGAIN}".lstrip()) from trouble
    return identifier, to_data(written)


def _renamed(reading: Reading, old: Ref, new: Ref) -> Reading:
    """Give a draft another id, wherever it is named. Raises `RefusedError` if that is taken."""
    if new in reading.entries:
        where = reading.entries[new].key.location
        raise RefusedError(f"The {new.kind} `{new.id}` is there already, at {where}.", _AGAIN)
    key = reading.entries[old].key
    found = [
        (key, at_end(key, old.id, new.id)),
        *naming(reading.dossier, reading.source_map, old, new.id),
    ]
    return read(with_files(reading.folder, with_ids_replaced(reading, found)))


def _layout(reading: Reading, ref: Ref) -> Layout:
    return reviewingblocks.layouts(reading.texts, reading.source_map)[reading.entries[ref].key.location.path]
