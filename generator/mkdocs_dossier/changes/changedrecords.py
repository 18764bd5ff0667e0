"""What an author wrote otherwise than before: the fields of a record that is in both states."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from mkdocs_dossier.changes.pairing import Two
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.model.changelog import Difference, What
from mkdocs_dossier.model.recordparts import Figure, Reply, Reported, Role
from mkdocs_dossier.model.records import Actor, Claim, Event, Record, Source, Statement
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Ref

_Key = TypeVar("_Key")
_Part = TypeVar("_Part")

_NAMES = {"sources": "title", "actors": "name", "places": "name", "events": "name"}
_DATES = {"sources": "published", "events": "when", "statements": "said"}
# Told in another way, or nothing that readers see.
_PASSED_OVER = {"id", "review", "withdrawn", "drafted"}
_TEXT_FIELDS = ("text", "sha256", "texts")


def difference(
    record: Ref | None, what: What, *, by: Iterable[Ref] = (), because: Ref | None = None, **values: Any
) -> Difference:
    """Make a difference of values that were read from a dossier; those that are None are left out."""
    present = {name: value for name, value in values.items() if value is not None}
    # What it is made of has been validated already.
    return Difference.model_construct(record=record, what=what, by=tuple(by), because=because, **present)


def fields_changed(two: Two, ref: Ref, old: Record, new: Record) -> Iterator[Difference]:
    """List what the fields of a record say otherwise, the details last and at once."""
    changed = {
        name
        for name in type(new).model_fields
        if name not in _PASSED_OVER and getattr(old, name) != getattr(new, name)
    }
    if isinstance(new, Source) and isinstance(old, Source):
        # A text may be another though nothing of the record is.
        yield from _of_source(two, ref, old, new, changed)
    tell = partial(difference, ref)
    if (name := _NAMES.get(ref.section)) in changed and name:
        changed.remove(name)
        yield tell(What.NAME, was=short(getattr(old, name)), now=short(getattr(new, name)))
    if (name := _DATES.get(ref.section)) in changed and name:
        changed.remove(name)
        yield tell(What.DATE, was=_text(getattr(old, name)), now=_text(getattr(new, name)))
    match old, new:
        case Claim(), Claim():
            yield from _of_claim(ref, old, new, changed)
        case Statement(), Statement():
            yield from _of_statement(ref, old, new, changed)
        case Event(), Event():
            yield from _of_event(ref, old, new, changed)
        case Actor(), Actor():
            yield from _of_actor(ref, old, new, changed)
    if changed:
        yield tell(What.DETAILS)


def settings_changed(old: Settings, new: Settings) -> Iterator[Difference]:
    """List what the settings say otherwise; that they name another day of the last change is none."""
    if old.title != new.title:
        yield difference(None, What.NAME, was=short(old.title), now=short(new.title))
    rest = set(Settings.model_fields) - {"title", "updated"}
    if any(getattr(old, name) != getattr(new, name) for name in sorted(rest)):
        yield difference(None, What.DETAILS)


def _text(date: EdtfDate | None) -> str | None:
    return date.text if date else None


def _of_claim(ref: Ref, old: Claim, new: Claim, changed: set[str]) -> Iterator[Difference]:
    if "text" in changed:
        changed.remove("text")
        yield difference(ref, What.WORDING, was=short(old.text), now=short(new.text))
    yield from _replies(ref, old.replies, new.replies, changed)


def _of_statement(ref: Ref, old: Statement, new: Statement, changed: set[str]) -> Iterator[Difference]:
    if "speakers" in changed:
        changed.remove("speakers")
        by = [Ref("actors", key) for key in (*old.speakers[:1], *new.speakers[:1])]
        is_single = len(old.speakers) == len(new.speakers) == 1
        yield difference(ref, What.SPEAKER, by=by if is_single else ())
    yield from _reports(ref, old, new, changed)
    if "positions" in changed:
        changed.remove("positions")
        for claim in sorted(old.positions.keys() | new.positions.keys()):
            was, now = old.positions.get(claim), new.positions.get(claim)
            if was != now:
                what = What.POSITION_CHANGED
                what = What.POSITION_ADDED if was is None else What.POSITION_REMOVED if now is None else what
                yield difference(ref, what, by=[Ref("claims", claim)], was=was, now=now)
    yield from _replies(ref, old.replies, new.replies, changed)


_REPORT = tuple(Reported.model_fields)
_WORDS = ("quote", "passage")


def _reports(ref: Ref, old: Statement, new: Statement, changed: set[str]) -> Iterator[Difference]:
    """List in which sources a statement stands otherwise; the first report is told like the others."""
    if not changed & {*_REPORT, "also_in"}:
        return
    changed.difference_update({*_REPORT, "also_in"})
    was, now = (_numbered((one.source, one) for one in record.reports) for record in (old, new))
    for key in [*was, *(key for key in now if key not in was)]:
        by = [Ref("sources", key[0])]
        if key not in was or key not in now:
            yield difference(ref, What.REPORT_ADDED if key in now else What.REPORT_REMOVED, by=by)
            continue
        first, second = was[key], now[key]
        was_said, is_said = _words(first), _words(second)
        if was_said != is_said:
            yield difference(ref, What.WORDS, was=was_said, now=is_said)
        # Of other words that report the same quotation, too, nobody would see the difference in a sentence.
        told = _WORDS if was_said != is_said else ()
        if any(getattr(first, name) != getattr(second, name) for name in _REPORT if name not in told):
            changed.add("also_in")


def _words(report: Reported) -> str | None:
    return short(" … ".join(report.quote or report.passage or ()))


def _numbered(keyed: Iterable[tuple[_Key, _Part]]) -> dict[tuple[_Key, int], _Part]:
    """Return parts by their keys; those with one key are told apart by their order."""
    seen: Counter[_Key] = Counter()
    found = {}
    for key, part in keyed:
        found[key, seen[key]] = part
        seen[key] += 1
    return found


def _replies(
    ref: Ref, old: tuple[Reply, ...], new: tuple[Reply, ...], changed: set[str]
) -> Iterator[Difference]:
    changed.discard("replies")
    was, now = (_numbered((one, one) for one in replies) for replies in (old, new))
    for key in was:
        if key not in now:
            yield difference(ref, What.REPLY_REMOVED, by=[Ref("actors", was[key].actor)])
    for key in now:
        if key not in was:
            yield difference(ref, What.REPLY_ADDED, by=[Ref("actors", now[key].actor)])


def _of_source(two: Two, ref: Ref, old: Source, new: Source, changed: set[str]) -> Iterator[Difference]:
    before = two.old.dossier.texts.get(two.renamed.get(ref, ref).id)
    after = two.new.dossier.texts.get(ref.id)
    changed.difference_update(_TEXT_FIELDS)
    if before is None or after is None:
        if before is not after:
            yield difference(ref, What.TEXT_ADDED if before is None else What.TEXT_REMOVED)
    elif len(new.versions) > len(old.versions):
        yield difference(ref, What.VERSION_ADDED)
    elif before.text != after.text:
        yield difference(ref, What.TEXT_CHANGED)


def _of_event(ref: Ref, old: Event, new: Event, changed: set[str]) -> Iterator[Difference]:
    changed.discard("figures")
    was, now = (_numbered((_counted(one), one) for one in event.figures) for event in (old, new))
    for key, figure in was.items():
        tell = partial(difference, ref, about=figure.measure, by=[Ref("sources", figure.source)])
        if key not in now:
            yield tell(What.FIGURE_REMOVED, was=figure.value.text)
        elif figure.value != now[key].value:
            yield tell(What.FIGURE_CHANGED, was=figure.value.text, now=now[key].value.text)
        elif figure != now[key]:
            changed.add("figures")
    for key, figure in now.items():
        if key not in was:
            by = [Ref("sources", figure.source)]
            yield difference(ref, What.FIGURE_ADDED, about=figure.measure, by=by, now=figure.value.text)


def _counted(figure: Figure) -> tuple[object, ...]:
    day = figure.as_of.text if figure.as_of else None
    return (*figure.counted, figure.source, figure.attributed_to, day)


def _of_actor(ref: Ref, old: Actor, new: Actor, changed: set[str]) -> Iterator[Difference]:
    changed.discard("roles")
    was, now = (_numbered(((one.title, one.at), one) for one in actor.roles) for actor in (old, new))
    for key, role in was.items():
        if key not in now:
            yield difference(ref, What.ROLE_REMOVED, was=short(role.title), by=[Ref("actors", role.at)])
        elif role != now[key]:
            yield from _of_role(ref, role, now[key], changed)
    for key, role in now.items():
        if key not in was:
            yield difference(ref, What.ROLE_ADDED, now=short(role.title), by=[Ref("actors", role.at)])


def _of_role(ref: Ref, old: Role, new: Role, changed: set[str]) -> Iterator[Difference]:
    if old.until is None and new.until is not None:
        by = [Ref("actors", new.at)]
        yield difference(ref, What.ROLE_ENDED, was=short(new.title), by=by, since=new.until)
    if old.model_copy(update={"until": new.until}) != new or (old.until and old.until != new.until):
        changed.add("roles")
