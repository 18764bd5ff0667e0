"""Finds the messages that the program says, and brings the catalogues up to date.

uv run python tools/messages.py          # update generator/mkdocs_dossier/locale/*.po
uv run python tools/messages.py --check  # only say what is missing; exit 1 where anything is
"""

import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent / "generator" / "mkdocs_dossier"
LOCALE = ROOT / "locale"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"say": None, "fill": None, "mark": None, "count": (1, 2)}


def extracted() -> Catalog:
    """Collect the messages from the program's modules."""
    catalogue = Catalog(project="mkdocs-dossier", charset="utf-8")
    found = extract_from_dir(ROOT, [("**.py", "python")], keywords=KEYWORDS)
    for filename, _, message, _, _ in sorted(found, key=lambda one: (str(one[0]), one[1])):
        catalogue.add(message, locations=[(str(filename), 0)])
    return catalogue


def read(path: Path) -> Catalog:
    """Read a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def missing(catalogue: Catalog, template: Catalog) -> list[str]:
    """List the messages that a catalogue has no translation of, or whose places differ."""
    names = []
    for message in template:
        if message.id:
            known = catalogue.get(message.id)
            string = known.string if known is not None and not known.fuzzy else ""
            forms = (string,) if isinstance(string, str) else string
            if not all(forms):
                names.append(message.id if isinstance(message.id, str) else message.id[0])
    return names


def main(arguments: list[str]) -> int:
    """Update or check all catalogues."""
    template = extracted()
    gaps = 0
    for path in sorted(LOCALE.glob("*.po")):
        catalogue = read(path)
        if "--check" not in arguments:
            catalogue.update(template, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            with path.open("wb") as file:
                write_po(file, catalogue, width=100, no_location=True, omit_header=False, sort_output=True)
        for name in missing(catalogue, template):
            gaps += 1
            print(f"{path.name}: {name}")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
