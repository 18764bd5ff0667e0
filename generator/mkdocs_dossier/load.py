"""The content of a dossier's folder to a dossier, what follows from it, and all that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_dossier.dossier.decode import decode
from mkdocs_dossier.dossier.link import Dossier, link
from mkdocs_dossier.dossier.redirects import parse_redirects
from mkdocs_dossier.dossier.texts import source_texts
from mkdocs_dossier.findings.bounds import crowded, crowding
from mkdocs_dossier.findings.derive import Findings, derive
from mkdocs_dossier.findings.verification import Verified, verify_quotations
from mkdocs_dossier.problems import Level, Problem
from mkdocs_dossier.rules.allowances import apply_allowances
from mkdocs_dossier.rules.registry import run_checks
from mkdocs_dossier.yaml.parse import Node, parse


@dataclass(frozen=True)
class Folder:
    """What stands in a dossier's folder: the bytes of its YAML and text files, by relative path.

    `redirects` is the content of `redirects.csv`, if there is one.
    """

    yaml: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    redirects: bytes = b""


@dataclass(frozen=True)
class Loaded:
    """A dossier as far as it could be read, what follows from it, and all that is wrong with it.

    Pages may be written where `is_sound`. `redirects` maps old addresses of records to those of today.
    """

    dossier: Dossier
    verified: Verified
    findings: Findings
    problems: tuple[Problem, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong that stops a build."""
        return all(problem.level is not Level.ERROR for problem in self.problems)


def load(folder: Folder) -> Loaded:
    """Read, verify and derive a dossier from the content of its folder."""
    problems = list(folder.problems)
    nodes: dict[str, Node | None] = {}
    unread: set[str] = set()
    for path, content in sorted(folder.yaml.items()):
        nodes[path], found = parse(path, content)
        if nodes[path] is None and found:
            unread.add(path)
        problems.extend(found)
    decoded = decode(nodes, unread)
    # Where the folder itself cannot be read, nobody knows whether it has settings.
    unknown = not folder.yaml and any(one.level is Level.ERROR for one in folder.problems)
    problems.extend(one for one in decoded.problems if not (unknown and one.rule == "no-settings"))
    is_whole = all(one.level is not Level.ERROR for one in problems)
    texts, found = source_texts(decoded, folder.texts)
    problems.extend(found)
    dossier, found = link(decoded, texts)
    is_whole = is_whole and all(one.level is not Level.ERROR for one in found)
    # What a file defines that could not be read is unknown, so nothing can be said of who names it.
    problems.extend(one for one in found if not (unread and one.rule == "unknown-reference"))
    verified, found = verify_quotations(dossier)
    problems.extend(found)
    crowds = crowded(dossier)
    problems.extend(crowding(dossier, crowds))
    findings = derive(dossier, crowds)
    settings = decoded.settings_node
    problems.extend(run_checks(dossier, verified, findings, settings=settings, is_whole=is_whole))
    entries = decoded.entries.values()
    problems = apply_allowances(problems, folder.yaml, nodes, entries, is_whole=is_whole)
    redirects, found = parse_redirects(folder.redirects, decoded.records)
    return Loaded(dossier, verified, findings, tuple(sorted({*problems, *found})), redirects)
