"""The content of a dossier's folder to a dossier, what follows from it, and all that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from mkdocs_dossier.dossier.decode import decode
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.link import link
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.redirects import parse_redirects
from mkdocs_dossier.dossier.sourcemap import SourceMap
from mkdocs_dossier.dossier.texts import source_texts
from mkdocs_dossier.findings.bounds import crowded, crowding
from mkdocs_dossier.findings.derive import derive
from mkdocs_dossier.findings.found import Findings
from mkdocs_dossier.findings.verification import verify_quotations
from mkdocs_dossier.problems import Problem, stops
from mkdocs_dossier.rules.allowances import apply_allowances
from mkdocs_dossier.rules.registry import run_rules, slips
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import Node


@dataclass(frozen=True)
class Loaded:
    """A dossier as far as it could be read, what follows from it, and all that is wrong with it.

    `places` knows where in the files each record is written. Pages may be written where nothing among the
    `problems` stops a build.
    """

    dossier: Dossier
    findings: Findings
    problems: tuple[Problem, ...]
    places: SourceMap


def load(folder: Folder) -> Loaded:
    """Read, verify and derive a dossier from the content of its folder."""
    nodes, found = _parsed(folder.yaml)
    unparsed = {path for path in nodes if nodes[path] is None and found[path]}
    decoded = decode(nodes, unparsed)
    # Where the folder itself cannot be read, nobody knows whether it has settings.
    unknown = not folder.yaml and stops(folder.problems)
    problems = [
        *folder.problems,
        *chain.from_iterable(found.values()),
        *(one for one in decoded.problems if not (unknown and one.rule == "no-settings")),
    ]
    places = SourceMap(
        trees={path: node for path, node in nodes.items() if node is not None and not found[path]},
        entries=decoded.entries,
        settings=decoded.settings_node,
        unread=tuple(problems),
    )
    texts, of_texts = source_texts(decoded, folder.texts)
    redirects, of_redirects = parse_redirects(folder.redirects, decoded.records)
    dossier, of_links = link(decoded, texts, redirects)
    is_whole = not stops((*problems, *of_links))
    # What a file defines that could not be read is unknown, so nothing can be said of who names it.
    problems += [one for one in of_links if not (unparsed and one.rule == "unknown-reference")]
    quotations, of_quotations = verify_quotations(dossier, places)
    crowds = crowded(dossier)
    findings = derive(dossier, quotations, crowds)
    problems += [*of_texts, *of_quotations, *crowding(crowds, places)]
    problems += run_rules(dossier, findings, places, is_whole=is_whole)
    problems = apply_allowances(problems, slips(), folder.yaml, nodes, places, is_whole=is_whole)
    return Loaded(dossier, findings, tuple(sorted({*problems, *of_redirects})), places)


def _parsed(files: Mapping[str, bytes]) -> tuple[dict[str, Node | None], dict[str, list[Problem]]]:
    """Read the YAML files; return the tree of each, where it has one, and what is wrong with each."""
    parsed = {path: parse(path, content) for path, content in sorted(files.items())}
    nodes = {path: node for path, (node, _) in parsed.items()}
    return nodes, {path: problems for path, (_, problems) in parsed.items()}
