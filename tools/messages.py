"""Finds the messages in the program's modules, and brings the catalogues of translations up to date.

uv run python tools/messages.py           # update generator/mkdocs_dossier/locale/*.po
uv run python tools/messages.py --new de  # start a catalogue; check the plural forms in its header
uv run python tools/messages.py --check   # only say what is wrong; exit 1 where anything is
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel import Locale
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent / "generator" / "mkdocs_dossier"
LOCALE = ROOT / "locale"
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "fill": None,
    "mark": None,
    "count": (1, 2),
    "fill_count": (1, 2),
}


def extracted() -> Catalog:
    """Collect the messages from the program's modules, by the calls of `KEYWORDS`."""
    catalogue = Catalog(project="mkdocs-dossier", charset="utf-8")
    found = extract_from_dir(ROOT, [("**.py", "python")], keywords=KEYWORDS)
    for filename, _, message, _, _ in sorted(found, key=lambda one: (str(one[0]), one[1])):
        catalogue.add(message, locations=[(str(filename), 0)])
    return catalogue


def read(path: Path) -> Catalog:
    """Read a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue, sorted by message."""
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, no_location=True)


def texts(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms of a message or a translation: one, or those of its plural."""
    return (value,) if isinstance(value, str) else tuple(value)


def wrong(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """Say which messages a catalogue lacks, has too many of, or translates with wrong places or forms."""
    known = {texts(message.id)[0] for message in template if message.id}
    for message in template:
        if message.id:
            fault = _fault(message, catalogue.get(message.id), catalogue.num_plurals)
            if fault:
                yield f"{texts(message.id)[0]}: {fault}"
    for message in catalogue:
        if message.id and texts(message.id)[0] not in known:
            yield f"{texts(message.id)[0]}: nobody says this"


def _fault(message: Message, translated: Message | None, forms: int) -> str:
    said = () if translated is None or translated.fuzzy else texts(translated.string)
    if not said or not all(said):
        return "no translation"
    if len(said) != (forms if message.pluralizable else 1):
        return f"{len(said)} plural forms, not {forms}"
    expected = {name for text in texts(message.id) for name in places(text)}
    # A plural form for a single number, such as Arabic's dual, may leave the number out.
    free = {"n"} if message.pluralizable else set()
    for text in said:
        if places(text) - expected or expected - places(text) - free:
            return f"other places in braces: {text}"
    return ""


def places(text: str) -> set[str]:
    """Return the names in braces in a message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def update(path: Path, template: Catalog) -> None:
    """Add new messages to a catalogue, and drop those that the program no longer says."""
    catalogue = read(path)
    created = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True)
    # `update` sets a new date, with which each run would change the file.
    catalogue.creation_date = created
    catalogue.obsolete.clear()
    write(path, catalogue)


def start(language: str) -> None:
    """Start an empty catalogue, unless there is one."""
    LOCALE.mkdir(exist_ok=True)
    path = LOCALE / f"{language}.po"
    if not path.exists():
        name = Locale.parse(language).english_name
        header = f"# What mkdocs-dossier says, in {name}."
        write(path, Catalog(language, project="mkdocs-dossier", header_comment=header, fuzzy=False))


def main(arguments: list[str]) -> int:
    """Start, update or check catalogues; return the exit code."""
    template = extracted()
    if "--new" in arguments:
        start(arguments[-1])
    faults = 0
    for path in sorted(LOCALE.glob("*.po")):
        if "--check" not in arguments:
            update(path, template)
        for fault in wrong(read(path), template):
            faults += 1
            print(f"{path.name}: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
