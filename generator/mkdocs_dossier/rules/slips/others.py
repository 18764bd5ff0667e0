"""Tell whether the words beside a quotation name another actor, and nothing that could be its speaker."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.rules.lexicon.standins import knows_standins, stands_in
from mkdocs_dossier.rules.slips.called import (
    PARTICLES,
    NameReader,
    all_names,
    bodies,
    forms,
    is_inflected,
    name_words,
)
from mkdocs_dossier.rules.slips.outside import Span
from mkdocs_dossier.rules.slips.spoken import Spoken
from mkdocs_dossier.text.folding import folded, split, without_dots

_TOKEN = re.compile(r"\w+|[^\w\s]")

_WORDS_OF_A_BODY = 6
"""A body's name of more words than these is not looked for."""

_Name = tuple[str, ...]
"""The words that name somebody, side by side: one of a person's name, all of a body's."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a stretch of text: the actors that it names, and whether a word stands for another."""

    named: tuple[str, ...]
    stands_in: bool


class OtherReader:
    """Read who else than its speaker is named beside a quotation; keep what was read of each stretch."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.names = NameReader(dossier)
        self.read: dict[tuple[str, int | None, Span], _Read] = {}

    def only_other(
        self, report: Spoken, spans: Sequence[Span], among: Container[str] | None = None
    ) -> Actor | None:
        """Return another actor whom some stretches of a report's text name, if nothing there is the speaker.

        It is none where they hold something that a speaker is called by, or a pronoun or post that may stand
        for a speaker, or where the language's pronouns are not known. `among` are the actors that count; all
        where it is None. The medium itself, and who speaks for a speaker, is nobody else.
        """
        if not knows_standins(self._language(report)):
            return None
        if any(self.names.is_named(one, report.source, report.text, spans) for one in report.speakers):
            return None
        read = [self._read(report, span) for span in spans]
        if any(one.stands_in for one in read):
            return None
        for actor in (one for part in read for one in part.named):
            if (among is None or actor in among) and not self._is_of_speaker(report, actor):
                return self.dossier.actors[actor]
        return None

    def _language(self, report: Spoken) -> str:
        return self.dossier.source_language(report.source).partition("-")[0]

    def _is_of_speaker(self, report: Spoken, actor: str) -> bool:
        source = self.dossier.sources[report.source]
        if actor in {*report.speakers, source.publisher, *source.authors}:
            return True
        return any(body in report.speakers for body in bodies(self.dossier, actor))

    def _read(self, report: Spoken, span: Span) -> _Read:
        key = *report.checked.place, span
        if key not in self.read:
            words = _TOKEN.findall(without_dots(report.text.text[slice(*span)]))
            language = self._language(report)
            named = dict(self._named(words, language))
            self.read[key] = _Read(tuple(dict.fromkeys(named.values())), stands_in(words, language, named))
        return self.read[key]

    def _named(self, words: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
        """List the actors that are named in a text, with the place of each word of the name."""
        inflected = is_inflected(language)
        plain = [folded(word) for word in words]
        for at, word in enumerate(words):
            if word[0].islower() or not word[0].isalnum():
                continue
            for length in self._lengths:
                before = tuple(plain[at + 1 - length : at])
                ends = (f"={word}", *forms([plain[at]], is_inflected=inflected))
                found = next(
                    (self._actors[key] for end in ends if (key := (*before, end)) in self._actors), None
                )
                if found and len(before) == length - 1:
                    yield from ((place, found) for place in range(at + 1 - length, at + 1))
                    break

    @cached_property
    def _actors(self) -> Mapping[_Name, str]:
        """The actors by what names them; what would name two of them leads to the last."""
        actors = self.dossier.actors.values()
        return {name: actor.id for actor in actors for name in _telling(actor)}

    @cached_property
    def _lengths(self) -> Sequence[int]:
        return sorted({len(name) for name in self._actors}, reverse=True)


def _telling(actor: Actor) -> Iterator[_Name]:
    """List what names an actor: for a person each word of a name, for all others a whole name."""
    for name in all_names(actor):
        if actor.kind == "person":
            yield from _words_of_person(name_words(name))
        else:
            words = tuple(folded(word) for word in split(without_dots(name)))
            words = words[words[:1] == ("the",) :]
            if len(words) == 1:
                yield from ((word,) for word in name_words(name))
            elif 1 < len(words) <= _WORDS_OF_A_BODY:
                yield words


def _words_of_person(words: Iterable[str]) -> Iterator[_Name]:
    return ((word,) for word in words if word not in PARTICLES)
