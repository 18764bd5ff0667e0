"""`dossier schema`: prints or writes the JSON Schemas for the files of a dossier."""

from pathlib import Path

from mkdocs_dossier.cli.terminal import OK, note, print_out, refuse
from mkdocs_dossier.disk.single import replace_file
from mkdocs_dossier.model.json_schema import records_schema, settings_schema

_RECORDS, _SETTINGS = "dossier.schema.json", "settings.schema.json"


def run(out: Path | None, *, settings: bool) -> int:
    """Print one schema, or write both to a folder; return the exit code."""
    if out is None:
        print_out(settings_schema() if settings else records_schema())
        return OK
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in ((_RECORDS, records_schema()), (_SETTINGS, settings_schema())):
            replace_file(out / name, content.encode())
            note(f"{out / name} written.")
    except OSError as trouble:
        return refuse(f"{trouble.filename} cannot be written: {trouble.strerror}.")
    return OK
