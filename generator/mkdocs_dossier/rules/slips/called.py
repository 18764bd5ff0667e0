"""Find out what actors are called by (names, aliases, titles, bodies), and whether a text names them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.quotes.match import Match, is_direct
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.slips.outside import Span, outside
from mkdocs_dossier.rules.slips.reporting import ENOUGH_WORDS
from mkdocs_dossier.text.folding import folded, is_unspaced, script, split, without_dots, word_set

_NAME_LETTERS, _TITLE_LETTERS, _ACRONYM_LETTERS = 3, 4, 2
"""The least letters of a word that names somebody, and of one of a title; the letters of a short acronym."""

# Parts of names and titles that name nobody by themselves.
PARTICLES = word_set(
    "the and for von van der den del des les los las dos bin ibn bint with from und aux della degli"
)
_ARTICLE = "ال"
_NOT_INFLECTED = ("en", "fr", "es", "it", "pt", "nl")
"""Languages that write no endings onto names; any other may."""

_LONGEST_ENDING, _STEM = 3, 4
_TWO_LETTERS = re.compile(rf"(?<!\w)[^\W\d_]{{{_ACRONYM_LETTERS}}}(?!\w)")


class NameReader:
    """Read who is named in the texts of a dossier; keep what was read of each name and stretch of text."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.called: dict[str, _Called] = {}
        self.texts: dict[tuple[str, str], _Words] = {}

    def may_tell(self, speaker: str, match: Match) -> bool:
        """Tell whether a name of the speaker is in the script of a match, so that it could stand near it."""
        return script(match.exact) in self._called(speaker).scripts

    def is_named(self, speaker: str, source: str, text: SourceText, spans: Iterable[Span]) -> bool:
        """Tell whether a stretch of a source's text holds something that a speaker is called by."""
        language = self.dossier.source_language(source)
        words = self.texts.setdefault(
            (source, text.text), _Words(text.text, is_inflected=is_inflected(language))
        )
        return any(words.name(speaker, self._called(speaker), span) for span in spans)

    def calls(self, speaker: str, words: set[str]) -> bool:
        """Tell whether a speaker is called by one of some folded words."""
        return not self._called(speaker).words.isdisjoint(words)

    def named_beside(
        self, speaker: str, source: str, text: SourceText, quoted: Iterable[Match]
    ) -> Actor | None:
        """Return a person who is named in the paragraphs of a quotation that do not name the speaker, if any.

        Only quotations in quotation marks count, of enough words to be somebody's.
        """
        for match in quoted:
            if len(match.exact.split()) < ENOUGH_WORDS or not is_direct(text, match):
                continue
            span = text.paragraph(match.start)[0], text.paragraph(match.end - 1)[1]
            if not self.is_named(speaker, source, text, [span]):
                beside = " ".join(text.text[slice(*part)] for part in outside(text, span))
                names = _names_written(beside)
                known = self._called(speaker).words
                for word in names:
                    if word not in known and (other := self.persons.get(word)):
                        return other
        return None

    @cached_property
    def persons(self) -> dict[str, Actor]:
        """The persons of the dossier, by each word of their names that is no particle."""
        persons = [actor for actor in self.dossier.actors.values() if actor.kind == "person"]
        # A word that two persons share leads to the last of them: it serves a message only.
        words = {word: actor for actor in persons for name in all_names(actor) for word in name_words(name)}
        return {word: actor for word, actor in words.items() if word not in PARTICLES}

    def _called(self, speaker: str) -> "_Called":
        if speaker not in self.called:
            self.called[speaker] = _called_by(self.dossier, speaker)
        return self.called[speaker]


def speaks_in_own_text(dossier: Dossier, speaker: str, source: str) -> bool:
    """Tell whether a source is the speaker's own, or one of a body that the speaker belongs to."""
    record = dossier.sources[source]
    behind = {record.publisher, *record.authors}
    return speaker in behind or any(body in behind for body in bodies(dossier, speaker))


def bodies(dossier: Dossier, actor: str) -> Iterator[str]:
    """List the bodies that an actor has a role at or is part of, at any time."""
    record = dossier.actors[actor]
    yield from (role.at for role in record.roles)
    yield from (membership.actor for membership in record.part_of)


def _names_written(text: str) -> Iterator[str]:
    """List the words of a text that may be names, folded: in scripts with capitals, those that have one."""
    for word in split(text):
        if len(word) >= _NAME_LETTERS and not word[0].islower():
            yield folded(word)


@dataclass(frozen=True, slots=True)
class _Called:
    """What a speaker is called by: folded words, words of scripts without spaces, and the scripts of all.

    A word of two letters is an acronym, kept as it is written, behind a `=`: "US" is not "us".
    """

    words: frozenset[str]
    unspaced: frozenset[str]
    scripts: frozenset[str]


def _called_by(dossier: Dossier, actor: str) -> _Called:
    record = dossier.actors[actor]
    at = [dossier.actors[body] for body in bodies(dossier, actor) if body in dossier.actors]
    names = [name for one in (record, *at) for name in all_names(one)]
    words = {word for name in names for word in name_words(name)}
    for role in record.roles:
        words.update(word for word in map(folded, split(role.title)) if len(word) >= _TITLE_LETTERS)
    words -= PARTICLES
    # Arabic names are written with and without the article.
    words |= {word.removeprefix(_ARTICLE) for word in words if len(word) >= len(_ARTICLE) + _NAME_LETTERS}
    unspaced = frozenset(word for word in words if is_unspaced(word))
    return _Called(frozenset(words - unspaced), unspaced, frozenset(map(script, words)))


def all_names(actor: Actor) -> Iterator[str]:
    """List all names of an actor: in every language, and the aliases."""
    yield from (actor.name, *actor.names.values(), *actor.aliases)


def name_words(name: str) -> Iterator[str]:
    """List the words of a name that tell it from others: long ones and acronyms, or else the short ones."""
    words = split(without_dots(name))
    # In a name like "Li Na" the short words are all there is.
    short = not any(len(word) >= _NAME_LETTERS for word in words)
    for word in words:
        if len(word) >= _NAME_LETTERS or is_unspaced(word):
            yield folded(word)
        elif len(word) == _ACRONYM_LETTERS and (short or word.isupper()):
            yield f"={word}"


@dataclass(slots=True)
class _Words:
    """The words of a source's text; each stretch is read when it is first asked for.

    `read` holds the words of a stretch in all their forms, `whole` its folded text, for scripts without
    spaces; `answers` keeps whether it names a speaker.
    """

    text: str
    is_inflected: bool
    read: dict[Span, set[str]] = field(default_factory=dict)
    whole: dict[Span, str] = field(default_factory=dict)
    answers: dict[tuple[str, Span], bool] = field(default_factory=dict)

    def name(self, speaker: str, called: _Called, span: Span) -> bool:
        """Tell whether a stretch of the text holds something that a speaker is called by."""
        if (speaker, span) not in self.answers:
            self.answers[speaker, span] = self._name(called, span)
        return self.answers[speaker, span]

    def _name(self, called: _Called, span: Span) -> bool:
        if span not in self.read:
            self.read[span] = self._read(span)
        if not called.words.isdisjoint(self.read[span]):
            return True
        if called.unspaced and span not in self.whole:
            self.whole[span] = folded(self.text[slice(*span)])
        return any(word in self.whole[span] for word in called.unspaced)

    def _read(self, span: Span) -> set[str]:
        stretch = without_dots(self.text[slice(*span)])
        acronyms = {f"={found[0]}" for found in _TWO_LETTERS.finditer(stretch)}
        return acronyms.union(forms(split(folded(stretch)), is_inflected=self.is_inflected))


def forms(words: Iterable[str], *, is_inflected: bool) -> Iterator[str]:
    """List folded words in the forms that names are compared with: also without what is written onto a name.

    In Arabic and Hebrew script that is up to three letters before it (and, by, the), in languages that
    inflect names up to three letters after it.
    """
    for word in words:
        yield word
        # The blocks of Hebrew and Arabic script.
        if "\u0590" <= word[0] <= "\u08ff":
            yield from (word[cut:] for cut in (1, 2, 3) if len(word) - cut >= _NAME_LETTERS)
        elif is_inflected:
            yield from (word[:-cut] for cut in range(1, _LONGEST_ENDING + 1) if len(word) - cut >= _STEM)


def is_inflected(language: str) -> bool:
    """Tell whether a language may write endings onto names."""
    return language.partition("-")[0] not in _NOT_INFLECTED
