"""The addresses that records had before they were renamed, and the pages that lead on from them.

They stand in `redirects.csv` in the dossier folder, a line `old,new` each, as `claims/old-id,claims/new-id`.
`dossier rename` writes it; blank lines and lines that begin with `#` do not count.
"""

import posixpath
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from mkdocs_dossier.model.fields import SECTIONS, SINGULAR, Section
from mkdocs_dossier.problems import Location, Problem, error
from mkdocs_dossier.values.ids import parse_id
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.yaml.files import LINE_BREAK, decode_text

REDIRECTS_PATH = "redirects.csv"

Records = Mapping[Section, Container[str]]


@dataclass(frozen=True, slots=True)
class Redirect:
    """One line: where it stands, the address that was, and the one that it leads to."""

    location: Location
    old: str
    new: str


def parse_redirects(content: bytes, records: Records) -> tuple[dict[str, str], list[Problem]]:
    """Read `redirects.csv`; gives the address of a record for each old one, and what is wrong.

    An address is `section/id`. One that leads to an old address leads to where that leads. `records` holds
    the ids of each section: an old address must be none of theirs, a new one must be one of them.
    """
    text, problems = decode_text(REDIRECTS_PATH, content)
    lines, found = read_lines(text or "")
    by_old: dict[str, Redirect] = {}
    for line in lines:
        first = by_old.setdefault(line.old, line)
        if first is not line:
            found.append(_twice(line, first))
        elif _exists(line.old, records):
            found.append(_taken(line))
    resolved: dict[str, str] = {}
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
    """Read the lines of the file one by one, each with valid addresses."""
    redirects: list[Redirect] = []
    problems: list[Problem] = []
    for number, line in enumerate(LINE_BREAK.split(text), 1):
        where = Location(REDIRECTS_PATH, number)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        fields = [field.strip() for field in line.split(",")]
        faults = list(_faults(fields, where))
        problems.extend(faults)
        if not faults:
            redirects.append(Redirect(where, *fields))
    return redirects, problems


def _faults(fields: list[str], where: Location) -> Iterator[Problem]:
    if len(fields) != 2:  # noqa: PLR2004 - the old address and the new one
        message = f"A redirect is two addresses with a comma between; here are {len(fields)} fields."
        yield error(where, "invalid-redirect", message, "Write it as claims/old-id,claims/new-id.")
        return
    for field in fields:
        section, _, identifier = field.partition("/")
        if section not in SECTIONS:
            hint = f"An address begins with one of {', '.join(SECTIONS)}, as claims/some-id."
            yield error(where, "invalid-redirect", f"`{field}` is not the address of a record.", hint)
            continue
        try:
            parse_id(identifier)
        except InvalidValue as trouble:
            yield error(where, "invalid-redirect", f"`{field}`: the id {trouble.message}.", trouble.advice)


def _exists(address: str, records: Records) -> bool:
    kind, _, identifier = address.partition("/")
    return any(section == kind and identifier in records[section] for section in SECTIONS)


def _ends(leads: Mapping[str, str]) -> dict[str, str | None]:
    """Follow each redirect to its end; None where it has none."""
    ends: dict[str, str | None] = {}
    for old in leads:
        way: dict[str, None] = {}
        target = old
        while target in leads and target not in ends and target not in way:
            way[target] = None
            target = leads[target]
        end = None if target in way else ends.get(target, target)
        ends.update(dict.fromkeys(way, end))
    return ends


def _twice(line: Redirect, first: Redirect) -> Problem:
    message = f"`{line.old}` leads on a second time: first at line {first.location.line}."
    return error(line.location, "duplicate-redirect", message, "Keep one of the two lines.")


def _taken(line: Redirect) -> Problem:
    message = f"`{line.old}` is the address of a record, so it cannot lead elsewhere."
    return error(line.location, "redirect-taken", message, "Remove the line, or rename the record.")


def _circle(line: Redirect) -> Problem:
    message = f"`{line.old}` leads round in a circle."
    return error(line.location, "redirect-circle", message, "Remove the line that no longer holds.")


def _nowhere(line: Redirect, target: str) -> Problem:
    section, _, identifier = target.partition("/")
    kind = next(SINGULAR[known] for known in SECTIONS if known == section)
    message = f"`{line.old}` leads to `{target}`, and there is no {kind} `{identifier}`."
    return error(
        line.location, "redirect-nowhere", message, "Name the record it should lead to, or remove the line."
    )


def redirect_path(address: str) -> str:
    """Give the path, below the site's root, of the file that stands at an address."""
    return f"{address}/index.html"


def redirect_page(
    old: str,
    new: str,
    label: str,
    *,
    language: str = "en",
    notice: str = "This page has moved:",
    directory_urls: bool = True,
) -> str:
    """Write the page that stands at an old address and leads to the new one.

    `label` names the record in plain text, `notice` comes before it; both are escaped here.
    """
    url = escape(_relative(old, new, directory_urls=directory_urls))
    name = escape(label)
    return (
        "<!doctype html>\n"
        f'<html lang="{escape(language)}">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        f"<title>{name}</title>\n"
        f'<link rel="canonical" href="{url}">\n'
        f'<meta http-equiv="refresh" content="0; url={url}">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "</head>\n"
        f'<body>\n<p>{escape(notice)} <a href="{url}">{name}</a></p>\n</body>\n'
        "</html>\n"
    )


def _relative(old: str, new: str, *, directory_urls: bool) -> str:
    return posixpath.relpath(new, old) + ("/" if directory_urls else "/index.html")
