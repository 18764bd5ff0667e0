"""Who says the words of a quotation, and what a sentence reports without one: phrases, not yet persons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mkdocs_dossier.drafting.attribution.choosing import cue_of_each
from mkdocs_dossier.drafting.attribution.labels import heading
from mkdocs_dossier.drafting.attribution.quoting import Reading, said_in
from mkdocs_dossier.drafting.attribution.reported import reported
from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.nouns.phrases import SPEAKERS
from mkdocs_dossier.drafting.nouns.titles import is_title, may_be_title
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import Sentence

_UNSURE = (Basis.POST, Basis.NOT_FOUND)
"""What a title is not somebody's words by, though a verb of saying may stand in its sentence."""


def who_says(sentences: Sequence[Sentence], pack: Pack) -> tuple[Said, ...]:
    """Return all that is said in a text, in order: what is quoted, and what is reported.

    For a language with a grammar of its own, this is `telling.who_tells`.
    """
    found: list[Said] = []
    last: Said | None = None
    for sentence in sentences:
        here = tuple(_in_sentence(Reading(sentence, sentences, last, pack)))
        found += here
        last = _last(here) or last
    return tuple(found)


def _last(said: Sequence[Said]) -> Said | None:
    """Return what a quotation would go on with that stands alone behind a sentence."""
    quoted = [one for one in said if one.quoted and one.speaker]
    told = [one for one in said if not one.quoted and one.speaker and one.speaker.what in SPEAKERS]
    return next(reversed(quoted or told), None)


def _in_sentence(reading: Reading) -> Iterator[Said]:
    tokens, pack = reading.tokens, reading.pack
    places = [at for at, token in enumerate(tokens) if token.is_quoted]
    name = (reading.turn or heading(tokens, pack)) if not places else None
    if name:
        yield Said(reading.sentence, (), name, reading.sentence, Basis.LABELLED)
        return
    quoted = _together(_quoted(reading, places)) if places else ()
    yield from quoted
    yield from reported(reading.sentence, reading.cues, pack, quoted)


def _quoted(reading: Reading, places: Sequence[int]) -> Iterator[Said]:
    """List what the quotations of a sentence say, one by one, without those that are nobody's words."""
    tokens, pack = reading.tokens, reading.pack
    for at, cue in zip(places, cue_of_each(tokens, places, reading.cues, pack), strict=True):
        if is_title(tokens, at, pack):
            continue
        said = said_in(reading, at, cue)
        if said.basis not in _UNSURE or not may_be_title(tokens, at, pack):
            yield said


def _together(said: Iterator[Said]) -> tuple[Said, ...]:
    """Join the quotations in a row that one speaker says."""
    found: list[Said] = []
    for speaker, group in groupby(said, key=lambda one: one.speaker):
        ones = tuple(group)
        if speaker is None:
            found += ones
        else:
            found.append(replace(ones[0], quoted=tuple(token for one in ones for token in one.quoted)))
    return tuple(found)
