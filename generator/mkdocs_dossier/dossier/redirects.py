"""Read the addresses that records had before they were renamed, and where they lead now.

They stand in `redirects.csv` in the dossier folder, one in a line, as `claims/old-id,claims/new-id`. Blank
lines and lines that begin with `#` do not count. `dossier rename` adds to the file.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.text.lines import split_lines
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.refs import SECTIONS, Ref, Section
from mkdocs_dossier.yaml.files import decode_text

REDIRECTS_PATH = "redirects.csv"

Records = Mapping[Section, Container[str]]
"""The ids of the records of each section."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """One line of the file: where it stands, the old address, and the one that it leads to."""

    location: Location
    old: Ref
    new: Ref


def parse_redirects(content: bytes, records: Records) -> tuple[dict[Ref, Ref], list[Problem]]:
    """Read `redirects.csv`; return the record that each old address leads to, and what is wrong.

    Lines are followed: an address that leads to another old one leads to where that leads. An old address
    must not be that of one of the `records`, and each must lead to one of them.
    """
    text, problems = decode_text(REDIRECTS_PATH, content)
    lines, found = read_lines(text or "")
    by_old: dict[Ref, Redirect] = {}
    for line in lines:
        first = by_old.setdefault(line.old, line)
        if first is not line:
            found.append(_twice(line, first))
        elif _exists(line.old, records):
            found.append(_taken(line))
    resolved: dict[Ref, Ref] = {}
    ends = _ends({line.old: line.new for line in by_old.values()})
    for line in by_old.values():
        target = ends[line.old]
        if target is None:
            found.append(_circle(line))
        elif not _exists(target, records):
            found.append(_nowhere(line, target))
        elif not _exists(line.old, records):
            resolved[line.old] = target
    return dict(sorted(resolved.items())), sorted([*problems, *found])


def read_lines(text: str) -> tuple[list[Redirect], list[Problem]]:
    """Read the lines of the file one by one; return those with two valid addresses, and what is wrong."""
    redirects: list[Redirect] = []
    problems: list[Problem] = []
    for number, line in enumerate(split_lines(text), 1):
        where = Location(REDIRECTS_PATH, number)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        fields = [field.strip() for field in line.split(",")]
        if len(fields) != 2:  # noqa: PLR2004 - the old address and the new one
            message = f"A redirect is two addresses with a comma between; here are {len(fields)} fields."
            hint = "Write it as claims/old-id,claims/new-id."
            problems.append(error(where, "invalid-redirect", message, hint))
            continue
        refs = [_address(field, where) for field in fields]
        problems.extend(one for one in refs if isinstance(one, Problem))
        match refs:
            case [Ref() as old, Ref() as new]:
                redirects.append(Redirect(where, old, new))
    return redirects, problems


def _address(field: str, where: Location) -> Ref | Problem:
    """Return the record that an address means, or what is wrong with the address."""
    name, _, identifier = field.partition("/")
    section = next((known for known in SECTIONS if known == name), None)
    if section is None:
        hint = f"An address begins with one of {', '.join(SECTIONS)}, as claims/some-id."
        return error(where, "invalid-redirect", f"`{field}` is not the address of a record.", hint)
    try:
        return Ref(section, parse_id(identifier))
    except InvalidValue as trouble:
        return error(where, "invalid-redirect", f"`{field}`: the id {trouble.message}.", trouble.advice)


def _exists(ref: Ref, records: Records) -> bool:
    return ref.id in records[ref.section]


def _ends(leads: Mapping[Ref, Ref]) -> dict[Ref, Ref | None]:
    """Follow each redirect to its end; None where it goes round in a circle."""
    ends: dict[Ref, Ref | None] = {}
    for old in leads:
        way: dict[Ref, None] = {}  # those passed so far, all of which have the same end
        target = old
        while target in leads and target not in ends and target not in way:
            way[target] = None
            target = leads[target]
        end = None if target in way else ends.get(target, target)
        ends.update(dict.fromkeys(way, end))
    return ends


def _twice(line: Redirect, first: Redirect) -> Problem:
    message = f"`{line.old.address}` leads on a second time: first at line {first.location.line}."
    return error(line.location, "duplicate-redirect", message, "Keep one of the two lines.")


def _taken(line: Redirect) -> Problem:
    message = f"`{line.old.address}` is the address of a record, so it cannot lead elsewhere."
    return error(line.location, "redirect-taken", message, "Remove the line, or rename the record.")


def _circle(line: Redirect) -> Problem:
    message = f"`{line.old.address}` leads round in a circle."
    return error(line.location, "redirect-circle", message, "Remove the line that no longer holds.")


def _nowhere(line: Redirect, target: Ref) -> Problem:
    message = (
        f"`{line.old.address}` leads to `{target.address}`, and there is no {target.kind} `{target.id}`."
    )
    hint = "Name the record it should lead to, or remove the line."
    return error(line.location, "redirect-nowhere", message, hint)
