"""`dossier fix`: puts right what can be proven, without asking.

That is three things: the missing SHA-256 of a source is added; quotation marks, dashes and the like in a
quotation become those of its source, if the quotation is exact then; plain text is brought into Unicode's
normal form NFC. Every other character stays as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from unicodedata import is_normalized, normalize

from mkdocs_dossier.authoring.edits import Change, Edit, add_after, narrowed, replace
from mkdocs_dossier.authoring.plainfields import plain_fields
from mkdocs_dossier.authoring.reading import Reading, place, read, with_files, written
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.dossier.paths import path_inside
from mkdocs_dossier.findings.found import Checked
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.problems import Location
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.search import Tier
from mkdocs_dossier.values.refs import Path, Ref
from mkdocs_dossier.yaml.files import MAX_BYTES
from mkdocs_dossier.yaml.tree import ListNode, MapNode, Node, TextNode

_WHITE = re.compile(r"(\s+)")
# The white space of which the tier `exact` takes each run for one space.
_FOLDED = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True, order=True)
class Done:
    """One thing that was put right: where, and what was done, as a phrase in the past tense."""

    location: Location
    what: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """The new contents of files, by path in the dossier, and what was put right in them, sorted by place."""

    files: Mapping[str, bytes]
    done: tuple[Done, ...]


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A change, and what it puts right; with `verbatim`, it counts only if it makes a quotation exact."""

    change: Change
    done: Done
    verbatim: bool = False


def fix(folder: Folder) -> Fixed:
    """Put right what can be proven in the content of a folder."""
    reading = read(folder)
    proposals = [*_hashes(reading), *_quotations(reading), *_forms(reading)]
    # Each round drops at least one proposal, so this ends.
    while True:
        files, made = _made(reading, proposals)
        unproven = _unproven(read(with_files(folder, files)), reading, made)
        if not unproven:
            return Fixed(files, tuple(sorted(proposal.done for proposal in made)))
        proposals = [proposal for proposal in proposals if proposal not in unproven]


def _made(reading: Reading, proposals: Sequence[_Proposal]) -> tuple[dict[str, bytes], list[_Proposal]]:
    changes: dict[str, list[Change]] = {}
    for proposal in proposals:
        changes.setdefault(proposal.done.location.path, []).append(proposal.change)
    files, accepted = written(reading, changes)
    # By identity: two changes in different places may be equal.
    made = {id(change) for change in accepted}
    return files, [proposal for proposal in proposals if id(proposal.change) in made]


def _unproven(after: Reading, before: Reading, made: Sequence[_Proposal]) -> list[_Proposal]:
    """List the proposals for quotations that are not exact after them."""
    changed = {id(proposal.change.node): proposal for proposal in made if proposal.verbatim}
    unproven: dict[int, _Proposal] = {}
    for key, checked in before.quotations.items():
        again = after.quotations.get(key)
        for index, (_, node, _) in enumerate(_fragments(before, checked)):
            tier = again.fragments[index].tier if again else Tier.UNVERIFIED
            if id(node) in changed and tier is not Tier.EXACT:
                unproven[id(node)] = changed[id(node)]
    return list(unproven.values())


def _hashes(reading: Reading) -> Iterator[_Proposal]:
    """Add the SHA-256 of a text to each version of a source that has none."""
    for identifier, source in reading.dossier.sources.items():
        for number, version in enumerate(source.versions):
            node = _part(reading.entries[Ref("sources", identifier)].node, source.way_to(number))
            if version.sha256 is not None or not isinstance(node, MapNode):
                continue
            location = node.location
            path = path_inside(version.text, location.path) or ""
            content = reading.folder.texts.get(path)
            # Of a text above the limit, only the beginning was read.
            is_whole = content is not None and len(content) <= MAX_BYTES
            if is_whole and location.path in reading.texts:
                digest = sha256(content or b"").hexdigest()
                change = add_after(reading.texts[location.path], node, "text", "sha256", digest)
                where = node.keys["text"].location
                yield _Proposal(change, Done(where, f"added the SHA-256 of {path}"))


def _part(node: Node, way: Path) -> Node:
    """Return what stands at the end of a way that was read from these nodes."""
    for step in way:
        node = node.items[step]  # type: ignore[union-attr,index]  # as said
    return node


def _quotations(reading: Reading) -> Iterator[_Proposal]:
    """Write quotations that match by typography with the very characters of their source."""
    for checked in reading.quotations.values():
        if not _is_settled(reading, checked):
            continue
        for name, node, match in _fragments(reading, checked):
            text = reading.texts.get(node.location.path)
            if text is not None and match is not None and match.tier is Tier.TYPOGRAPHIC:
                what = f"wrote the {name} with the characters of the source `{checked.source}`"
                change = replace(text, node, _as_in_source(node.value, match.exact))
                yield _Proposal(change, Done(node.location, what), verbatim=True)


def _is_settled(reading: Reading, checked: Checked) -> bool:
    """Tell whether the text that words stand in is the one that was recorded: whether its SHA-256 fits."""
    source = reading.dossier.sources.get(checked.source)
    if source is None or checked.version is None:
        return source is not None
    version = source.versions[checked.version]
    path = path_inside(version.text, reading.entries[Ref("sources", source.id)].key.location.path)
    content = reading.folder.texts.get(path or "")
    return version.sha256 is None or (content is not None and sha256(content).hexdigest() == version.sha256)


def _fragments(reading: Reading, checked: Checked) -> Iterator[tuple[str, TextNode, Match | None]]:
    """List the fragments of a quotation, in the order they were checked: field, node and match of each."""
    node = _part(reading.entries[checked.owner].node, checked.path)
    for name, fragments in (("quote", checked.quote), ("passage", checked.passage)):
        field = node.items.get(name) if isinstance(node, MapNode) else None
        items = field.items if isinstance(field, ListNode) else [field] if field else []
        for item, fragment in zip(items, fragments, strict=False):
            if (inner := place(item)) is not None:
                yield name, inner, fragment.match


def _as_in_source(value: str, exact: str) -> list[Edit]:
    """Return the replacements that give a quotation the characters of its source.

    `value` and `exact` differ, apart from white space at the ends, only in what the tier `typographic`
    unifies. White space that means the same to the tier `exact`, such as a line break for a space, stays as
    it is.
    """
    start = len(value) - len(value.lstrip())
    old, new = _WHITE.split(value.strip()), _WHITE.split(exact.strip())
    # Words and white space alternate. If the two texts are divided differently, they are replaced as a whole.
    if len(old) != len(new):
        return narrowed(value.strip(), _FOLDED.sub(" ", exact.strip()), start)
    edits: list[Edit] = []
    for number, (before, after) in enumerate(zip(old, new, strict=True)):
        if number % 2 == 0:
            edits += narrowed(before, after, start)
        elif _FOLDED.sub(" ", before) != _FOLDED.sub(" ", after):
            edits.append(Edit(start, start + len(before), _FOLDED.sub(" ", after)))
        start += len(before)
    return edits


def _forms(reading: Reading) -> Iterator[_Proposal]:
    """Write plain text in NFC, as the program reads it anyway."""
    fields = [
        node
        for ref, entry in reading.entries.items()
        for node in plain_fields(MODELS[ref.section], entry.node)
    ]
    if reading.source_map.settings is not None:
        fields += plain_fields(Settings, reading.source_map.settings)
    for node in fields:
        text = reading.texts.get(node.location.path)
        if text is not None and not is_normalized("NFC", node.value):
            change = replace(text, node, _composed(node.value))
            yield _Proposal(change, Done(node.location, "wrote the text in Unicode’s form NFC"))


def _composed(value: str) -> list[Edit]:
    """Return the replacements that bring a text into NFC, word by word, so that line breaks stay."""
    edits: list[Edit] = []
    start = 0
    for part in _WHITE.split(value):
        edits += narrowed(part, normalize("NFC", part), start)
        start += len(part)
    return edits
