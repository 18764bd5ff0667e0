"""What a model points out as said: who says which quotation, and which sentence reports something said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_dossier.drafting.content.candidates import candidates
from mkdocs_dossier.drafting.content.nameddays import day_of_saying
from mkdocs_dossier.drafting.content.readout import Analysis, Party, Utterance
from mkdocs_dossier.drafting.pointing.asking import (
    Answer,
    Schema,
    a_list,
    an_object,
    chosen,
    entries,
    listed,
    one_of,
    shown_value,
)
from mkdocs_dossier.drafting.pointing.numbered import Numbered, Window, sentence_number
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.token import Span
from mkdocs_dossier.model.vocabulary import ActorKind

UNKNOWN = "unknown"
"""What a model answers where the article does not say who speaks."""

_MOST = 60
"""How many statements a model may find in a window."""

_TOGETHER = 6
"""Over how many sentences the quotations of one statement may stretch at most."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A statement that a model points out: its speaker's number, its quotations, and its sentences."""

    speaker: str
    quotes: tuple[Span, ...]
    first: int
    last: int


def statements_schema(window: Window) -> Schema:
    """Return the schema of an answer that says who says what in a window."""
    speakers = one_of([*window.speakers, UNKNOWN])
    parts: dict[str, Schema] = {}
    if window.quotes:
        quotes = a_list(one_of(window.quotes), len(window.quotes))
        parts["quoted"] = a_list(an_object(speaker=speakers, quotes=quotes), _MOST)
    reported = an_object(speaker=speakers, sentence=one_of(window.sentences))
    return an_object(**parts, reported=a_list(reported, _MOST))


def statements_choices(window: Window) -> str:
    """Say in words what an answer may choose from."""
    return (
        f'"speaker": {listed([*window.speakers, UNKNOWN], 200)}\n'
        f'"quotes": {listed(window.quotes, 200)}\n"sentence": {listed(window.sentences)}'
    )


def statements_found(numbers: Numbered, window: Window, found: Analysis) -> str:
    """Say in numbers what the rules found in a window."""
    lines = []
    start, end = numbers.sentences[window.first].span[0], numbers.sentences[window.last - 1].span[1]
    whole = {numbers.quotes[one].span: one for one in reversed(window.quotes)}
    for one in found.utterances:
        if one.passage[1] <= start or one.passage[0] >= end:
            continue
        who = UNKNOWN if one.speaker is None else f"A{one.speaker + 1}"
        quotes = [whole[span] for span in one.quotes if span in whole]
        at = _sentence_at(numbers, one.passage[0])
        if quotes:
            lines.append(f"- {who} says {listed(quotes)}")
        elif not one.quotes and who in window.speakers:
            lines.append(f"- {who} is reported in {sentence_number(at)}")
    return "\n".join(lines) or "- nothing"


def _sentence_at(numbers: Numbered, offset: int) -> int:
    low, high = 0, len(numbers.sentences) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if numbers.sentences[middle].span[0] <= offset else (low, middle - 1)
    return low


def read_statements(
    numbers: Numbered, window: Window, answer: Answer, kept: Sequence[Pointed]
) -> tuple[list[Pointed], list[str]]:
    """Read an answer: the statements that can be used, and what is wrong with the others."""
    faults: list[str] = []
    found: list[Pointed] = []
    taken = [span for one in kept for span in one.quotes]
    for where, entry in entries(answer, "quoted", faults)[:_MOST]:
        one = _quoted(numbers, window, where, entry, faults)
        if one is None or one in kept or one in found:
            continue
        if twice := [span for span in one.quotes if any(_meet(span, other) for other in taken)]:
            faults.append(f"{where}: {_named(numbers, window, twice)} stands in another statement too.")
            continue
        taken += one.quotes
        found.append(one)
    for where, entry in entries(answer, "reported", faults)[:_MOST]:
        speaker = chosen(entry, "speaker", [*window.speakers, UNKNOWN], where, faults)
        sentence = chosen(entry, "sentence", window.sentences, where, faults)
        if speaker and sentence and speaker != UNKNOWN:
            at = window.first + window.sentences.index(sentence)
            one = Pointed(speaker, (), at, at)
            if one not in kept and one not in found:
                found.append(one)
    return found, faults


def _named(numbers: Numbered, window: Window, spans: Sequence[Span]) -> str:
    return listed([one for one in window.quotes if numbers.quotes[one].span in spans])


def _quoted(
    numbers: Numbered, window: Window, where: str, entry: Answer, faults: list[str]
) -> Pointed | None:
    speaker = chosen(entry, "speaker", [*window.speakers, UNKNOWN], where, faults)
    quotes = entry.get("quotes")
    if not isinstance(quotes, list) or not quotes:
        faults.append(f"{where}: it names no quotation.")
        return None
    if wrong := [one for one in quotes if not isinstance(one, str) or one not in window.quotes]:
        faults.append(f"{where}: {shown_value(wrong[0])} is no quotation that it may choose.")
        return None
    if speaker is None or speaker == UNKNOWN:
        # The rules keep a long quotation without a speaker, and say so.
        return None
    chosen_ones = [numbers.quotes[one] for one in dict.fromkeys(quotes)]
    first, last = min(one.sentence for one in chosen_ones), max(one.sentence for one in chosen_ones)
    if last - first >= _TOGETHER:
        faults.append(f"{where}: its quotations stand too far apart for one statement: {listed(quotes)}.")
        return None
    spans = tuple(_joined(numbers.text, sorted({one.span for one in chosen_ones})))
    return Pointed(speaker, spans, first, last)


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Join the sentences of a quotation that follow one another, and leave out what stands in another."""
    start, end = spans[0]
    for one in spans[1:]:
        if one[0] < end or not text[end : one[0]].strip():
            end = max(end, one[1])
        else:
            yield start, end
            start, end = one
    yield start, end


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def with_statements(
    found: Analysis, numbers: Numbered, pointed: Sequence[Pointed]
) -> tuple[Analysis, dict[int, int]]:
    """Correct and complete what the rules found by what a model points out.

    Returns the new analysis, with the index of the utterance of each statement that was pointed out.

    Where both name one speaker, what the rules say of it stays, which is surer; where they differ, the
    model's is taken. What the model says nothing of stays as it is.
    """
    parties = list(found.parties)
    made = [_made(numbers, one, parties) for one in pointed]
    merged: list[tuple[Utterance, int | None]] = []
    for old in found.utterances:
        merged += _corrected(old, made)
    merged += [(one, at) for at, one in enumerate(made)]
    merged.sort(key=lambda pair: (pair[0].passage[0], pair[0].quotes, pair[0].passage[1]))
    utterances = tuple(one for one, _ in merged)
    places = {at: place for place, (_, at) in enumerate(merged) if at is not None}
    propositions = tuple(candidates(numbers.text, utterances))
    changed = replace(found, parties=tuple(parties), utterances=utterances, propositions=propositions)
    return changed, places


def without_silent(before: Analysis, after: Analysis) -> Analysis:
    """Leave out the parties without a name that spoke before a model corrected that, and do not any more."""
    spoke = {one.speaker for one in before.utterances} - {one.speaker for one in after.utterances}
    kept = [
        at
        for at, party in enumerate(after.parties)
        if at not in spoke or party.kind is not ActorKind.ANONYMOUS
    ]
    places = {old: new for new, old in enumerate(kept)}
    utterances = [
        one if one.speaker is None else replace(one, speaker=places[one.speaker]) for one in after.utterances
    ]
    return replace(after, parties=tuple(after.parties[at] for at in kept), utterances=tuple(utterances))


def _made(numbers: Numbered, one: Pointed, parties: list[Party]) -> Utterance:
    party, words = numbers.speaker(one.speaker)
    if party not in parties:
        parties.append(party)
    those = numbers.sentences[one.first : one.last + 1]
    days = (day_of_saying(numbers.text, sentence, numbers.published, numbers.pack) for sentence in those)
    day = next((day for day in days if day), None)
    passage = those[0].span[0], those[-1].span[1]
    return Utterance(parties.index(party), words, Basis.MODEL, one.quotes, passage, day)


def _corrected(old: Utterance, made: list[Utterance]) -> Iterator[tuple[Utterance, int | None]]:
    """Give what stays of an utterance that the rules found; of one that a model found too, nothing.

    What the rules know of that one is written into the model's.
    """
    if not old.quotes:
        there = [at for at, one in enumerate(made) if not one.quotes and one.passage == old.passage]
        same = next((at for at in there if made[at].speaker == old.speaker), None)
        if same is not None:
            made[same] = old
        elif not there:
            yield old, None
        return
    rest = old.quotes
    for at, one in enumerate(made):
        met = [span for span in old.quotes if any(_meet(span, other) for other in one.quotes)]
        if met and one.speaker == old.speaker:
            made[at] = replace(
                one,
                words=old.words,
                basis=old.basis,
                day=one.day or old.day,
                denies=old.denies,
                clause=old.clause,
            )
        rest = tuple(span for span in rest if span not in met)
    if rest:
        yield replace(old, quotes=rest), None
