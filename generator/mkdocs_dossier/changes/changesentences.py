"""Say a change in a sentence, for any medium, and put what follows from another below it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from mkdocs_dossier.changes.changephrases import NEW, Kind, kind_of, phrase
from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.findings.found import LabelName
from mkdocs_dossier.model.changelog import Difference, What
from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.text.messages import mark
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.invalid import InvalidValue
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.words import Words

Said = TypeVar("Said")
_One = TypeVar("_One", bound=Difference)

_DEEPEST = 2
_PAIR = 2
_MOST = 8
"""How many records a sentence names; the others are counted."""
OF_THE_DOSSIER = mark("The dossier — {what}")
OF_A_RECORD = mark("{record} — {what}")


class Pen(Protocol[Said]):
    """Writes the parts of a sentence in some medium."""

    @property
    def words(self) -> Words:
        """The program's own words."""
        ...

    def name(self, ref: Ref, title: str | None) -> Said:
        """Name a record; by the title that is given, or its id, where it is not in the dossier."""
        ...

    def own(self, value: str) -> Said:
        """Write text of the dossier."""
        ...

    def said(self, value: str) -> Said:
        """Write words of the program's own, in the language of the reader."""
        ...

    def term(self, identifier: str) -> Said:
        """Name a measure, by its id."""
        ...

    def fill(self, message: str, **parts: Said) -> Said:
        """Say a message with these parts in its places."""
        ...

    def listed(self, parts: Sequence[Said]) -> Said:
        """Write several parts as a list in a line."""
        ...


def sentence(one: Difference, pen: Pen[Said], title: str | None = None) -> Said:
    """Say a change with the name of its record; `title` is for one that is not in the dossier any more."""
    if one.record is None:
        return pen.fill(OF_THE_DOSSIER, what=_what(one, pen))
    record = pen.name(one.record, title)
    if one.what is What.ADDED:
        return pen.fill(NEW[one.record.section], record=record)
    return pen.fill(OF_A_RECORD, record=record, what=_what(one, pen))


def _what(one: Difference, pen: Pen[Said]) -> Said:
    kind = kind_of(one.what)
    values: dict[str, Said] = {}
    for name, value in (("was", one.was), ("now", one.now_)):
        if value is not None:
            values[name] = _value(value, kind, pen)
    if one.about is not None:
        values["about"] = pen.term(one.about)
    if one.since is not None:
        values["since"] = pen.said(pen.words.moment(one.since))
    named = [pen.name(ref, None) for ref in one.by[:_MOST]]
    if (rest := len(one.by) - _MOST) > 0:
        named.append(pen.said(pen.words.count("{n} more", "{n} more", rest)))
    if named:
        values["by"] = pen.listed(named)
    if len(named) == _PAIR:
        values["first"], values["second"] = named
    message = phrase(one.what, values)
    return pen.fill(message, **{name: value for name, value in values.items() if f"{{{name}}}" in message})


def _value(value: str, kind: Kind, pen: Pen[Said]) -> Said:
    """Write a value as its kind reads; one that an author mistyped, as it stands."""
    words = pen.words
    try:
        match kind:
            case "quoted":
                return pen.fill("“{words}”", words=pen.own(value))
            case "date":
                return pen.said(words.moment(EdtfDate.parse(value)))
            case "stance":
                return pen.said(words.say(Stance(value).message))
            case "label":
                return pen.said(words.say(LabelName(value).message))
            case "amount":
                return pen.said(words.amount(Amount.parse(value)))
            case "number" if value.isascii() and value.isdecimal():
                return pen.said(words.number(int(value)))
    except (InvalidValue, ValueError):
        pass
    return pen.own(value)


_OF_GONE = (What.ADDED, What.WITHDRAWN, What.REMOVED, What.RENAMED)


def shown(changes: Iterable[_One], dossier: Dossier) -> Iterator[_One]:
    """Leave out what was said of records that were withdrawn since: of these only that they came and went."""
    for one in changes:
        if one.record is None or dossier.redirects.get(one.record, one.record) not in dossier.gone:
            yield one
        elif one.what in _OF_GONE:
            yield one.model_copy(update={"was": None, "now_": None, "by": (), "title": None})


def nested(changes: Iterable[_One]) -> list[tuple[int, _One]]:
    """Put changes of one day below those that they follow from; each with how deep it stands, from 0.

    The others keep their order. Where an author wrote that two follow from one another, neither does.
    """
    found = list(changes)
    first: dict[Ref, int] = {}
    for at, one in enumerate(found):
        if one.record is not None:
            first.setdefault(one.record, at)
    below: dict[int, list[int]] = {}
    roots: list[int] = []
    for at, one in enumerate(found):
        cause = None if one.because in (None, one.record) else first.get(one.because)
        (roots if cause is None else below.setdefault(cause, [])).append(at)
    placed: dict[int, int] = {}
    for root in (*roots, *range(len(found))):
        _place(root, below, placed)
    return [(min(depth, _DEEPEST), found[at]) for at, depth in placed.items()]


def _place(root: int, below: Mapping[int, Sequence[int]], placed: dict[int, int]) -> None:
    """Place a change and all below it, in their order, with how deep each stands; without recursion."""
    waiting = [(root, 0)]
    while waiting:
        at, depth = waiting.pop()
        if at in placed:
            continue
        placed[at] = depth
        waiting.extend((one, depth + 1) for one in reversed(below.get(at, ())))
