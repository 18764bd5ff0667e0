"""Plans the picture of a claim: its marks with their lines, the sides that change, the nearest events."""

from collections.abc import Iterator, Sequence

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pictures.svg.picture import Href
from mkdocs_dossier.pictures.time.answers import Landmark, Position, Telling
from mkdocs_dossier.pictures.time.timescale import Span
from mkdocs_dossier.pictures.time.voicemarks import UNBROKEN, Change, Happened, Line, Plan, Voice
from mkdocs_dossier.words import Words

_MOST_CHANGES, _MOST_EVENTS = 4, 3
# How far an event may be from the statements: so many times the time that these take, and days.
_FAR, _NEAR_DAYS = 2.0, 10.0


def planned(shown: Sequence[Position], landmarks: Sequence[Landmark], telling: Telling, href: Href) -> Plan:
    """Plan the picture of positions, given in the order of their dates."""
    voices = [_voice(one, telling, href) for one in shown]
    changes = [
        one
        for one in _changes(shown, telling.words)
        # Clocks of two places may show another order than the one in which it was said.
        if (voices[one.first].moment or 0) < (voices[one.second].moment or 0)
    ]
    return Plan(voices, _nearest(landmarks, voices, telling.words), changes, telling.captions)


def _voice(one: Position, telling: Telling, href: Href) -> Voice:
    said = telling.own_words(one)
    title = telling.words.say(
        "{stance}: {voice}", stance=telling.stance(one.stance), voice=telling.circumstances(one)
    )
    return Voice(
        one.statement,
        one.side,
        one.stance,
        one.date,
        tuple(line for line in _lines(one, telling) if line.words),
        telling.words.say(": ").join(filter(None, [title, said])),
        href("statements", one.statement),
        is_withdrawn=one.withdrawn is not None,
        is_implied=one.is_implied,
    )


def _lines(one: Position, telling: Telling) -> Iterator[Line]:
    """Write what stands beside a mark."""
    if one.stance not in (Stance.ASSERTS, Stance.DENIES):
        # Between the fields, the place does not say what the stance is.
        stance, voice = telling.stance(one.stance), telling.voice(one)
        said = telling.words.say("{stance}: {voice}", stance=stance, voice=voice)
        yield Line(telling.words.say(", ").join(filter(None, [said, telling.fate(one)])), "d-between", 12)
        return
    yield Line(one.speaker, "d-voice", 13, is_bold=True)
    yield Line(one.body if one.body != one.speaker else "", "d-body", 12)
    yield Line(telling.own_words(one), "d-words" if one.withdrawn is None else "d-words d-struck", 13)
    yield Line(telling.fate(one, UNBROKEN), "d-fate", 12)
    yield Line(telling.words.say("by implication") if one.is_implied else "", "d-fate", 12)


def _changes(shown: Sequence[Position], words: Words) -> Iterator[Change]:
    """Find where a side changes: from its last statement of one stance to the first of the other after it."""
    both = (Stance.ASSERTS, Stance.DENIES)
    last: dict[str, int] = {}
    found = 0
    for index, one in enumerate(shown):
        if one.stance not in both or one.is_implied or one.date is None:
            continue
        before = shown[last[one.side]] if one.side in last else None
        # Of one day, nobody can tell which came first.
        if before and before.date and before.stance is not one.stance and one.date.is_after(before.date):
            found += 1
            if found <= _MOST_CHANGES:
                yield Change(last[one.side], index, _changed(one, words))
        last[one.side] = index


def _changed(one: Position, words: Words) -> str:
    if one.stance is Stance.DENIES:
        return words.say("{side}: from yes to no", side=one.side)
    return words.say("{side}: from no to yes", side=one.side)


def _nearest(landmarks: Sequence[Landmark], voices: Sequence[Voice], words: Words) -> list[Happened]:
    """Choose the events nearest to the statements; one long before or after would squeeze all the rest."""
    moments = [one.moment for one in voices if one.moment is not None]
    first, last = min(moments), max(moments)
    reach = max(_FAR * (last - first), _NEAR_DAYS)
    found = []
    for one in landmarks:
        span = Span.of_event(one.when)
        # What lasts stands where it begins.
        moment = span.start + 0.5 if span.lasts and span.start is not None else span.moment
        away = max(first - moment, moment - last, 0.0)
        if away <= reach:
            found.append((away, one.event, Happened(one.name, one.when, moment)))
    kept = [event for *_, event in sorted(found, key=lambda each: each[:2])[:_MOST_EVENTS]]
    # What happened on one day has one line.
    days: dict[float, Happened] = {}
    for event in sorted(kept, key=lambda each: (each.moment, each.name)):
        before = days.get(event.moment)
        name = words.say(", ").join([before.name, event.name]) if before else event.name
        days[event.moment] = Happened(name, event.date, event.moment)
    return list(days.values())
