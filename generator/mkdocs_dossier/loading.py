"""Turn the content of a dossier's folder into a dossier, what follows from it, and what is wrong with it."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from itertools import chain

from mkdocs_dossier.dossier.captures import capture_problems
from mkdocs_dossier.dossier.changesfile import read_changes
from mkdocs_dossier.dossier.decode import Decoded, decode
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.link import Beside, link, tie
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.dossier.locators import locators_of
from mkdocs_dossier.dossier.reader import Reader
from mkdocs_dossier.dossier.redirects import parse_redirects
from mkdocs_dossier.dossier.reviewed import drafts_in, without
from mkdocs_dossier.dossier.reviewsfile import parse_reviews
from mkdocs_dossier.dossier.sourcemap import CHANGES_PATH, SourceMap
from mkdocs_dossier.dossier.stampproblems import timestamp_problems
from mkdocs_dossier.dossier.texts import source_texts
from mkdocs_dossier.dossier.withdrawing import Gone, emptied, gone_in, published
from mkdocs_dossier.findings.bounds import crowding
from mkdocs_dossier.findings.contents import Content
from mkdocs_dossier.findings.derive import derive
from mkdocs_dossier.findings.found import Findings, Quotations
from mkdocs_dossier.findings.verification import verify_quotations
from mkdocs_dossier.problems import Problem, Purpose, stops
from mkdocs_dossier.rules.allowances import apply_allowances
from mkdocs_dossier.rules.registry import run_rules, slips, sparing
from mkdocs_dossier.rules.sparing import spare
from mkdocs_dossier.values.refs import SECTIONS, Ref
from mkdocs_dossier.yaml.tree import Node


@dataclass(frozen=True)
class Loaded:
    """A dossier as far as it could be read, what follows from it, and all that is wrong with it.

    The `dossier` has all that is written, drafts too. What is published is the `reviewed` one, in which it is
    as if no draft were there; where there is none, it is the same. `source_map` knows where each record is
    written in the files. Write pages only if none of the `problems` stops a build (`problems.stops`).
    """

    dossier: Dossier
    findings: Findings
    problems: tuple[Problem, ...]
    source_map: SourceMap
    reviewed: Content


@dataclass
class Read:
    """A dossier as far as it could be read, and what follows from it, before the rules are asked.

    `problems` are those that were found so far; `check` finds the others.
    """

    dossier: Dossier
    findings: Findings
    problems: tuple[Problem, ...]
    source_map: SourceMap
    reviewed: Content
    check: Callable[[], tuple[Problem, ...]]
    """Asks the rules, and returns all problems, sorted. Raises `ExtensionError` as `load` does."""

    def let_go(self) -> None:
        """Let go of the trees of the files, which only the rules look at: nobody can ask these any more."""
        self.source_map, self.check = SourceMap(), lambda: self.problems

    @property
    def records(self) -> int:
        """How many records the dossier has, without drafts."""
        return sum(len(self.reviewed.dossier.section(section)) for section in SECTIONS)


def load(folder: Folder, purpose: Purpose = Purpose.CHECK) -> Loaded:
    """Read a dossier from the content of its folder, look up its quotations, and derive what follows.

    Drafts are an error where the purpose is to publish it. Raises `ExtensionError` where an installed package
    adds a rule that cannot be used.
    """
    found = read(folder, purpose=purpose)
    return Loaded(found.dossier, found.findings, found.check(), found.source_map, found.reviewed)


def read(folder: Folder, reader: Reader | None = None, purpose: Purpose = Purpose.CHECK) -> Read:
    """Read a dossier as `load` does, without asking the rules; a `reader` that is kept saves time."""
    reader = reader or Reader()
    reader.begin()
    nodes, found = _parsed(folder.yaml, reader)
    # An empty file has no tree either, but nothing is wrong with it.
    unparsed = {path for path in nodes if nodes[path] is None and found[path]}
    decoded = decode(nodes, unparsed)
    decoded.changes, of_changes = read_changes(nodes.get(CHANGES_PATH), decoded.suggestions)
    # Where the folder itself cannot be read, nobody knows whether it has a file of settings.
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
    beside, of_files = _beside(decoded, folder, reader, is_whole=not unparsed)
    dossier, of_links = link(decoded, beside)
    # Not whole: a record may be missing, so that no rule may report what is not there.
    is_whole = not stops((*problems, *of_links))
    # A file that could not be read may define the record that a reference names.
    problems += [one for one in of_links if not (unparsed and one.rule == "unknown-reference")]
    quotations, of_quotations = verify_quotations(dossier, places)
    findings = derive(dossier, quotations)
    problems += [*of_files, *of_changes, *of_quotations, *crowding(findings.crowded, places)]
    drafts, gone, whole = drafts_in(decoded), gone_in(decoded), Content(dossier, findings)
    approved = _approved(decoded, (drafts, gone), beside, folder.redirects or b"", quotations)

    def check() -> tuple[Problem, ...]:
        found = [*problems, *run_rules(dossier, findings, places, purpose, is_whole=is_whole)]
        # Late, since allowances turn off warnings of any kind, not only those of the rules.
        found = apply_allowances(found, slips(), folder.yaml, nodes, places, is_whole=is_whole)
        found = spare(found, sparing(), drafts, places) if drafts else found
        # Nobody need mend what is not shown any more.
        found = spare(found, slips().keys(), gone.keys(), places) if gone else found
        return tuple(sorted(set(found)))

    return Read(dossier, findings, tuple(problems), places, approved or whole, check)


def _beside(
    decoded: Decoded, folder: Folder, reader: Reader, *, is_whole: bool
) -> tuple[Beside, list[Problem]]:
    """Read what stands in the folder beside the records, and say what is wrong with it."""
    versions, of_texts = source_texts(decoded, folder.texts, reader)
    locators, of_locators = locators_of(decoded, folder, versions)
    redirects, of_redirects = parse_redirects(folder.redirects or b"", decoded.records)
    reviews, of_reviews = parse_reviews(folder.reviews or b"", decoded, redirects, is_whole=is_whole)
    problems = [
        *of_texts,
        *of_locators,
        *of_redirects,
        *of_reviews,
        *capture_problems(decoded, folder),
        *timestamp_problems(decoded, folder),
    ]
    return Beside(versions, redirects, locators, reviews), problems


def _approved(
    decoded: Decoded,
    left_out: tuple[Set[Ref], Gone],
    beside: Beside,
    redirects: bytes,
    quotations: Quotations,
) -> Content | None:
    """Make the dossier that there would be without drafts and withdrawn records; None where there is none.

    All of it has been looked up already.
    """
    drafts, gone = left_out
    if not drafts and not gone:
        return None
    rest = without(decoded, drafts)
    led = parse_redirects(redirects, rest.records)[0]
    gone = {ref: one for ref, one in gone.items() if ref not in drafts}
    dossier = tie(emptied(rest, gone), replace(beside.of(rest.records["sources"]), redirects=led))
    dossier = published(dossier, rest, gone) if gone else dossier
    kept = {key: one for key, one in quotations.items() if key[0] not in drafts and key[0] not in gone}
    return Content(dossier, derive(dossier, kept))


def _parsed(
    files: Mapping[str, bytes], reader: Reader
) -> tuple[dict[str, Node | None], dict[str, list[Problem]]]:
    """Return the tree of each YAML file, None where it has none, and what is wrong with each, by path."""
    parsed = {path: reader.file(path, content) for path, content in sorted(files.items())}
    nodes = {path: node for path, (node, _) in parsed.items()}
    return nodes, {path: problems for path, (_, problems) in parsed.items()}
