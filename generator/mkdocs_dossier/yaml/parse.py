"""Parse YAML into a tree of nodes that know their places.

Only the part of YAML is read that a dossier needs: mappings, lists and text. No value is typed by its looks
(`no`, `2024-02-05` and `014` stay text), so that none changes on its way in. What could hide or multiply
content is refused: duplicate keys, tags, aliases that expand without bound, further documents.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

import yaml
from mkdocs_dossier.problems import Location, Problem, error, warning
from mkdocs_dossier.yaml.errors import NO_CHARACTER, TROUBLES, Before, Trouble, explain, indices
from mkdocs_dossier.yaml.files import decode_text, position
from mkdocs_dossier.yaml.tree import Braces, ListNode, MapNode, Node, TextNode, walk

MAX_DEPTH = 24
"""How deep lists and mappings may nest: no field of a dossier needs more than a few levels."""

MAX_NODES = 300_000
"""About as many as 10,000 records have, keys included."""

LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser; where PyYAML was built without it, PyYAML's own, which takes ten times as long."""

MAX_DUPLICATES = 1_000
"""How many repeated keys are reported: a file that was pasted twice may have thousands."""

MAX_ALIASED_NODES = 20_000
"""The most nodes that all aliases of a file stand for; each may stand for others, so they multiply."""

_SPLIT = "Split it: all YAML files of the folder are read as one."
_VERBATIM = {"quote", "passage"}
_COMMENT = re.compile(r"[ \t]+#")
# The colon behind a key, white space and comments between aside.
_COLON = re.compile(r"(?:\s|(?<=\s)#.*)*:")
# What YAML does not allow in a text, and the line breaks that editors do not count as such.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Half a character, which libyaml refuses and PyYAML's own parser takes.
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")


class _RefusedError(Exception):
    """Carry the problem that ends the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def parse(path: str, content: bytes) -> tuple[Node | None, list[Problem]]:
    """Parse one YAML file; return its tree, and what is wrong with it.

    The tree is None where the file is empty or cannot be read. `path` is the path that problems name.
    Duplicate keys are reported and read over; a fault in the syntax ends the reading.
    """
    text, problems = decode_text(path, content, too_large=_SPLIT)
    if text is None:
        return None, problems
    builder = _Builder(path, text)
    try:
        _refuse_unprintable(path, text)
        root = builder.build(text)
        return root, [*builder.problems, *_cut_short(text, root)]
    except _RefusedError as refused:
        return None, [*builder.problems, refused.problem]
    except TROUBLES as trouble:
        return None, _stopped(builder, trouble)


def _stopped(builder: "_Builder", trouble: Trouble) -> list[Problem]:
    """List what is wrong up to the place where the parser stopped.

    A parser reads ahead of the events that it hands over, and may stop at a limit of its own, as libyaml
    0.2.6 does at a thousand brackets. So the text before that place is read once more by itself: what is
    wrong there comes first.
    """
    path, text, (_, index) = builder.path, builder.text, indices(trouble)
    again, problem = _Builder(path, text), explain(path, text, trouble, builder.before)
    try:
        again.build(text[:index])
    except _RefusedError as refused:
        if refused.problem.location < problem.location:
            return [*again.problems, refused.problem]
    except TROUBLES as earlier:
        if index is not None and _is_limit(text, trouble):
            return [*again.problems, explain(path, text[:index], earlier, again.before)]
    return [*builder.problems, problem]


def _is_limit(text: str, trouble: Trouble) -> bool:
    """Tell whether the parser stopped at an opening bracket, where only its own limit can be the reason."""
    begun, index = indices(trouble)
    return index is not None and begun == index and text[index : index + 1] in ("[", "{")


def _refuse_unprintable(path: str, text: str) -> None:
    if found := _UNPRINTABLE.search(text):
        raise _RefusedError(
            error(
                position(path, text, found.start()),
                "control-character",
                f"The character U+{ord(found[0]):04X} cannot stand in a YAML file.",
                "Delete it; it is often invisible. In a text of one line, a space serves in its place.",
            )
        )


class _Builder:
    """Build the tree of one file from the parser's events, without recursion.

    Of each list and mapping that has not ended, the outermost first, `open` holds the node, `starts` the
    index at which it begins, and `pending` the key whose value comes next. `aliased` counts the nodes that
    aliases stood for, `count` the events so far; `last` is the text read last, if nothing came after it.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[MapNode | ListNode] = []
        self.starts: list[int] = []
        self.pending: list[TextNode | None] = []
        self.anchors: dict[str, Node] = {}
        self.aliased = 0
        self.count = 0
        self.last: TextNode | None = None

    @property
    def before(self) -> Before:
        """What was read so far, for `errors.explain`."""
        text = self.last
        quoted = (text.start, text.end) if text and text.style in ('"', "'") else None
        return Before(quoted, tuple(self.starts))

    def build(self, text: str) -> Node | None:
        """Build the tree of a text: that of the file, or the beginning of it."""
        for event in yaml.parse(text, Loader=LOADER):
            self.count += 1
            if self.count > MAX_NODES:
                self.refuse(event, "file-too-large", f"This file has more than {MAX_NODES:,} values.", _SPLIT)
            self.last = None
            if isinstance(event, yaml.ScalarEvent):
                self.last = self.scalar(event)
                self.add(self.last, event)
            elif isinstance(event, yaml.MappingStartEvent):
                # Only inside brackets can a comma or a colon cut a text: see `dossier.commas`.
                braces = Braces(self.text) if event.flow_style else None
                self.enter(MapNode(self.location(event), braces=braces), event)
            elif isinstance(event, yaml.SequenceStartEvent):
                self.enter(ListNode(self.location(event)), event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.starts.pop()
                self.pending.pop()
            elif isinstance(event, yaml.AliasEvent):
                self.alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self.start(event)
        return self.root

    def start(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            hint = "Remove the line `---`, or put what follows into a file of its own."
            self.refuse(event, "several-documents", "A second YAML document begins here.", hint)
        if event.tags:
            hint = "Remove the line that begins with `%TAG`: the fields' types are fixed by the format."
            self.refuse(event, "tag", "Tags are defined here.", hint)

    def location(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        return Location(self.path, mark.line + 1, mark.column + 1) if mark else Location(self.path)

    def refuse(self, event: yaml.Event, rule: str, message: str, hint: str) -> NoReturn:
        raise _RefusedError(error(self.location(event), rule, message, hint))

    def scalar(self, event: yaml.ScalarEvent) -> TextNode:
        # The style of a plain text is "" for libyaml, None for PyYAML's own parser.
        style = event.style if event.style in ('"', "'", "|", ">") else None
        start, end = event.start_mark, event.end_mark
        node = TextNode(
            event.value, self.location(event), style, start.index if start else 0, end.index if end else 0
        )
        if style == '"' and _SURROGATE.search(node.value):
            found = _ESCAPED.search(self.text, node.start)
            place = position(self.path, self.text, found.start() + len("\\u")) if found else node.location
            raise _RefusedError(error(place, "yaml-syntax", *NO_CHARACTER))
        return node

    def enter(self, node: MapNode | ListNode, event: yaml.CollectionStartEvent) -> None:
        if len(self.open) >= MAX_DEPTH:
            self.refuse(
                event,
                "too-deep",
                "This is nested too deeply.",
                "No field of a dossier needs more than a few levels.",
            )
        # The values of a section that is begun twice go into the first: see `pair`.
        entered = self.add(node, event)
        self.open.append(entered if isinstance(entered, type(node)) else node)
        self.starts.append(event.start_mark.index if event.start_mark else 0)
        self.pending.append(None)

    def add(self, node: Node, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> Node:
        if event.tag is not None:
            self.refuse(
                event,
                "tag",
                f"A tag stands here: {event.tag!r}.",
                "Remove what begins with `!`: the fields' types are fixed by the format.",
            )
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return self.put(node, event)

    def put(self, node: Node, event: yaml.Event) -> Node:
        """Put a node where it belongs, and return the node that is there afterwards."""
        if not self.open:
            self.root = node
        elif isinstance(parent := self.open[-1], ListNode):
            parent.items.append(node)
        elif (key := self.pending[-1]) is None:
            self.pending[-1] = self.key(node, event)
        else:
            self.pending[-1] = None
            return self.pair(parent, key, node)
        return node

    def key(self, node: Node, event: yaml.Event) -> TextNode:
        if not isinstance(node, TextNode):
            self.refuse(
                event,
                "key-not-text",
                "A key must be a plain word.",
                "Does a `[` or `{` begin this line? Put quotation marks around the text.",
            )
        if node.value == "<<" and node.style is None:
            self.refuse(event, "merge-key", "`<<` is not read in a dossier.", "Write the fields out.")
        return node

    def pair(self, parent: MapNode, key: TextNode, node: Node) -> Node:
        if parent.braces is not None and self.is_cut_off(parent, key, node):
            parent.braces.cut_off.append(key)
            return node
        if (first := parent.items.get(key.value)) is None:
            parent.items[key.value] = node
            parent.keys[key.value] = key
            return node
        if len(self.problems) == MAX_DUPLICATES:
            message = f"More than {MAX_DUPLICATES:,} keys stand a second time in this file."
            raise _RefusedError(error(key.location, "duplicate-key", message, "Was it pasted twice?"))
        line = parent.keys[key.value].location.line
        message = f"`{key.value}` stands here a second time: it is already at line {line}."
        hint = "Keep one of the two, put all under the first, or give the second another name."
        self.problems.append(error(key.location, "duplicate-key", message, hint))
        # Both parts of a section that is begun twice are read: else each record that names one in the part
        # that was left out would be reported too.
        return first if len(self.open) == 1 else node

    def is_cut_off(self, parent: MapNode, key: TextNode, node: Node) -> bool:
        """Tell whether a key is the rest of a text that a comma cut: it has no colon, and follows a value."""
        if not (isinstance(node, TextNode) and node.is_blank and parent.items):
            return False
        name = next(reversed(parent.items))
        before = parent.items[name]
        if isinstance(before, TextNode):
            # The text of an alias is written elsewhere, so a comma here did not cut it.
            if before.is_blank or not parent.keys[name].end <= before.start <= before.end <= key.start:
                return False
        elif not isinstance(before, ListNode):
            return False
        return not _COLON.match(self.text, key.end)

    def alias(self, event: yaml.AliasEvent) -> None:
        target = self.anchors.get(event.anchor or "")
        if target is None:
            self.refuse(
                event,
                "unknown-alias",
                f"`*{event.anchor}` names nothing above it.",
                "Does the text begin with `*`? Put quotation marks around it.",
            )
        # An anchor is known as soon as its node begins, so that an alias of it may stand inside.
        if any(target is node for node in self.open):
            self.refuse(
                event,
                "alias-circle",
                f"`*{event.anchor}` stands inside what it names.",
                "Write the value out.",
            )
        # Counted up to the limit only: the target may stand for millions of nodes.
        self.aliased += sum(1 for _ in islice(walk(target), MAX_ALIASED_NODES + 1))
        if self.aliased > MAX_ALIASED_NODES:
            self.refuse(
                event, "alias-bomb", "The aliases of this file expand to too much.", "Write the values out."
            )
        self.put(target, event)


def _cut_short(text: str, root: Node | None) -> Iterator[Problem]:
    """Find plain quotations that end at a ` #`, which begins a comment there."""
    for path, node in walk(root):
        # The words of a quotation may be a list of fragments, whose key is one step further up.
        key = next((step for step in reversed(path[-2:]) if isinstance(step, str)), "")
        if key not in _VERBATIM or not isinstance(node, TextNode) or node.style is not None:
            continue
        if _COMMENT.match(text, node.end):
            yield warning(
                node.location,
                "cut-short",
                f"`{key}` ends at the ` #` in its line: what follows is a comment.",
                "If it belongs to the words, put quotation marks around them; "
                "if not, put the comment on a line of its own.",
            )
