"""Draws the positions on a claim: two fields, yes and no, along time. To stand in both is to contradict.

Many voices become a row for each side. There is a drawing for each width of screens.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.pictures.svg.markup import tag
from mkdocs_dossier.pictures.svg.picture import Drawing, Frame, Href, Key, Picture, Site, framed_for
from mkdocs_dossier.pictures.time.answers import Landmark, Position, Telling
from mkdocs_dossier.pictures.time.fieldsacross import across
from mkdocs_dossier.pictures.time.fieldsdown import down
from mkdocs_dossier.pictures.time.mirroring import Pen
from mkdocs_dossier.pictures.time.siderows import Side, rows
from mkdocs_dossier.pictures.time.stanceplan import planned
from mkdocs_dossier.pictures.time.voicemarks import Plan
from mkdocs_dossier.words import Words

_SCREENS = ("below-600", "600-900", "from-600", "from-900")
_MOST_WIDE, _MOST_NARROW = 8, 6
"""How many marks stand with their words; more become rows of sides."""

_MOST_ROWS, _NAMED = 24, 6  # rows; voices that the summary names one by one


def draw(
    positions: Sequence[Position],
    landmarks: Sequence[Landmark],
    *,
    claim: str,
    is_question: bool,
    href: Href,
    words: Words,
    more: str,
) -> Picture | None:
    """Draw the positions on a claim; return None if there are fewer than two, or none has a date.

    `claim` is the claim's question or text; to a question, a stance is a yes or a no. `more` is the address
    of the list of positions.
    """
    if len(positions) < 2 or not any(one.date for one in positions):  # noqa: PLR2004 - one shows nothing
        return None
    telling = Telling(words, is_question)
    ordered = sorted(positions, key=_order)
    shown = ordered if len(ordered) <= _MOST_NARROW else _of_most_telling_sides(ordered)
    plan = planned(shown, landmarks, telling, href)
    site = Site(href, words, "positions", more)
    frame = Frame(
        "positions",
        words.say("Positions over time: {claim}", claim=claim),
        " ".join(_summary(ordered, plan, telling)),
        legend=list(_legend(plan, words)),
        listed=list(_left_out(len(ordered) - len(shown), words)),
        notes=list(_notes(plan, len(shown), words)),
        left_out=len(ordered) - len(shown),
    )
    return framed_for(frame, site, _drawings(plan, shown, telling, site))


def _drawings(
    plan: Plan, shown: Sequence[Position], telling: Telling, site: Site
) -> Iterator[tuple[str, Drawing]]:
    """Draw the positions for each width of screens, with their words where these have room."""
    pens = {screen: Pen(site.on(screen).prefix, site.words) for screen in _SCREENS}
    sides = _sides(shown, telling)
    if len(shown) > _MOST_NARROW:
        yield "below-600", rows(plan, sides, pens["below-600"], is_wide=False, more=site.more)
    else:
        yield "below-600", down(plan, pens["below-600"])
    if len(shown) > _MOST_WIDE:
        yield "from-600", rows(plan, sides, pens["from-600"], is_wide=True, more=site.more)
    else:
        yield "600-900", across(plan, pens["600-900"], 600)
        yield "from-900", across(plan, pens["from-900"], 900)


def _order(one: Position) -> tuple[object, ...]:
    return (one.date is None, one.date.sort_key if one.date else (), one.statement)


def _of_most_telling_sides(ordered: Sequence[Position]) -> list[Position]:
    """Keep the sides that take both positions, then those with most of them."""
    stances: dict[str, set[Stance]] = {}
    for one in ordered:
        stances.setdefault(one.side, set()).add(one.stance)
    counts = Counter(one.side for one in ordered)
    both = {Stance.ASSERTS, Stance.DENIES}
    kept = sorted(counts, key=lambda side: (not both <= stances[side], -counts[side], side))[:_MOST_ROWS]
    return [one for one in ordered if one.side in kept]


def _sides(shown: Sequence[Position], telling: Telling) -> list[Side]:
    """Sort the statements by sides, in the order in which these first spoke."""
    found: dict[str, list[int]] = {}
    for index, one in enumerate(shown):
        found.setdefault(one.side, []).append(index)
    return [
        Side(side, _tally([shown[index] for index in indices], telling), tuple(indices))
        for side, indices in found.items()
    ]


def _tally(positions: Sequence[Position], telling: Telling) -> tuple[str, str]:
    """Count stances: in words, and in fewer letters with the signs of the marks."""
    found = Counter(one.stance for one in positions)
    say, number = telling.words.say, telling.words.number
    counts = [(one, number(found[one])) for one in Stance if found[one]]
    named = say(", ").join(say("{stance} {n}", stance=telling.stance(one), n=n) for one, n in counts)
    return named, "  ".join(f"{one.sign}\u00a0{n}" for one, n in counts)


def _summary(positions: Sequence[Position], plan: Plan, telling: Telling) -> Iterator[str]:
    """Say who takes which position and when, or only how many of each side do; and which side changes."""
    say = telling.words.say
    for stance in Stance:
        taken = [one for one in positions if one.stance is stance]
        if not taken:
            continue
        if len(positions) <= _NAMED:
            who = say("; ").join(map(telling.circumstances, taken))
        else:
            counts = Counter(one.side for one in taken).most_common(_NAMED)
            named = [say("{side} {n}", side=side, n=telling.words.number(n)) for side, n in counts]
            rest = len(taken) - sum(n for _, n in counts)
            more = [telling.words.count("{n} more", "{n} more", rest)] if rest else []
            who = say(", ").join([*named, *more])
        yield say("{stance}: {voices}.", stance=_capital(telling.stance(stance)), voices=who)
    # Rows have no arrows: a side of many voices says now this, now that.
    for change in plan.changes if len(positions) <= _MOST_WIDE else ():
        yield f"{change.label}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _legend(plan: Plan, words: Words) -> Iterator[Key]:
    """Explain marks of what was taken back or follows from other claims, where there are any."""
    for is_so, cls, meaning in (
        (any(one.is_withdrawn for one in plan.voices), "d-withdrawn", words.say("taken back")),
        (
            any(one.is_implied for one in plan.voices),
            "d-implied",
            words.say("follows from what it says of another claim"),
        ),
    ):
        if is_so:
            key = Key.of_mark("asserts", meaning)
            yield Key(tag("g", key.drawing, cls=cls), meaning, key.width)
    if "vague" in plan.shapes:
        yield Key.of_mark("vague", words.say("uncertain or approximate"), size=".68")


def _notes(plan: Plan, number: int, words: Words) -> Iterator[str]:
    has_bars = any(one.span and one.span.is_stretch for one in plan.voices)
    if has_bars and number <= _MOST_WIDE:
        yield words.say("A mark stands at the latest possible moment; a bar says how early it may have been.")


def _left_out(left_out: int, words: Words) -> Iterator[str]:
    if left_out:
        yield words.count(
            "{n} position of other sides has no row here; the list has it.",
            "{n} positions of other sides have no row here; the list has them.",
            left_out,
        )
