"""`dossier schema`: prints or writes the JSON Schemas for the files of a dossier."""

from pathlib import Path

from mkdocs_dossier.cli.terminal import OK, note, print_out, refuse
from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.model.json_schema import changes_schema, records_schema, settings_schema

_SCHEMAS = {
    "dossier.schema.json": records_schema,
    "settings.schema.json": settings_schema,
    "changes.schema.json": changes_schema,
}


def run(out: Path | None, *, settings: bool, changes: bool) -> int:
    """Print one schema, or write all to a folder; return the exit code."""
    if settings and changes:
        return refuse("--settings and --changes are two files: ask for one, or for all with --out.")
    if out is None:
        print_out(settings_schema() if settings else changes_schema() if changes else records_schema())
        return OK
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, write in _SCHEMAS.items():
            replace_file(out / name, write().encode())
            note(f"{out / name} written.")
    except OSError as trouble:
        return refuse(f"{trouble.filename} cannot be written: {trouble.strerror}.")
    return OK
