"""Whom the phrases for speakers mean: who "he" is, and "the spokesman", and "Awadi"."""

from collections.abc import Sequence
from itertools import islice

from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.cast.mention import Mention, Sort
from mkdocs_dossier.drafting.cast.people import Described, Named, People, Who, kind_of, shown
from mkdocs_dossier.drafting.nouns.phrases import Phrase, What
from mkdocs_dossier.drafting.packs.pack import Gender, Pack
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.model.vocabulary import ActorKind

_PERSONS = (Gender.HE, Gender.SHE)
_BACK = 12
"""How many sentences back somebody is looked for whom a pronoun or a post may mean."""


def _fitting(spoke: Sequence[Named], named: Sequence[Named], gender: Gender) -> Named | None:
    """Return whom a pronoun can mean: who spoke, then who is known to fit, then who may fit."""
    if gender not in _PERSONS:
        return next((one for one in (*spoke, *named) if one.kind is not ActorKind.PERSON), None)
    persons = [one for one in named if one.is_person and one.gender in (gender, Gender.ANY)]
    speakers = [one for one in spoke if one.is_person and one.gender in (gender, Gender.ANY)]
    sure = [one for one in persons if one.gender is gender]
    return next(iter((*speakers, *sure, *persons)), None)


class Attribution:
    """Tells whom each phrase means, going through what is said in the order of the text."""

    def __init__(
        self, sentences: Sequence[Sentence], mentions: Sequence[Mention], people: People, pack: Pack
    ) -> None:
        self.sentences = sentences
        self.people = people
        self.pack = pack
        self._in: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._in.setdefault(mention.sentence.index, []).append(mention)
        self._spoke: dict[int, list[Named]] = {}

    def who(self, said: Said) -> Who | None:
        """Return who says something; None where nobody was found. To be asked in the order of the text."""
        if said.speaker is None:
            return None
        who = self._meant(said.speaker, said.speaker_in)
        if isinstance(who, Named):
            who.speaks = True
            self._spoke.setdefault(said.sentence.index, []).append(who)
        return who

    def _meant(self, phrase: Phrase, sentence: Sentence) -> Who | None:
        match phrase.what:
            case What.NAME:
                return self._by_name(phrase)
            case What.PRONOUN:
                return self._by_pronoun(phrase, sentence)
            case _:
                return self._by_description(phrase, sentence)

    def _by_name(self, phrase: Phrase) -> Who:
        titles = (self.pack.titles.get(token.low) for token in phrase.words)
        gender = next((one for one in titles if one in (Gender.HE, Gender.SHE)), Gender.ANY)
        found = self.people.find(phrase.names, gender)
        if found:
            return found
        return Described(shown(phrase.names), kind_of(phrase.names, Sort.UNKNOWN, self.pack))

    def _by_pronoun(self, phrase: Phrase, sentence: Sentence) -> Who:
        """Return the last one before a pronoun whom it can mean: who spoke, before who is named."""
        token = phrase.tokens[phrase.start]
        gender = self.pack.pronouns.get(token.low)
        if gender is None:
            return Described(token.text, ActorKind.ANONYMOUS)
        for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
            is_same = index == sentence.index
            spoke = [] if is_same else self._spoke.get(index, [])
            named = self._named_in(index, token.start if is_same else None)
            found = _fitting(spoke, named, gender)
            # In the sentence of the pronoun itself, only who is sure to fit: "Trump mocked Rubio, he said".
            if found and (found.gender is gender or not is_same or gender not in _PERSONS):
                if gender in _PERSONS:
                    found.gender = gender
                return found
        return Described(token.text, ActorKind.ANONYMOUS)

    def _named_in(self, index: int, before: int | None) -> list[Named]:
        """List who is named in a sentence, up to an offset."""
        return [
            one
            for mention in self._in.get(index, ())
            if (before is None or mention.words[0].start < before) and (one := self.people.at(mention))
        ]

    def _present(self, index: int, before: int | None) -> list[Named]:
        """List who speaks in a sentence, and who is named in it up to an offset."""
        return [*(self._spoke.get(index, ()) if before is None else ()), *self._named_in(index, before)]

    def _by_description(self, phrase: Phrase, sentence: Sentence) -> Who:
        """Return who was described in these words before; else somebody without a name."""
        words = phrase.tokens[phrase.start : phrase.end]
        is_definite = words[0].low in self.pack.definite
        head = next((token.low for token in words if token.low in self.pack.posts), "")
        if is_definite and head and (holder := self._holder(head, sentence, words[0].start)):
            return holder
        if phrase.what is What.BODY:
            return self._body(phrase, sentence)
        name = shown(words)
        return Described(name, ActorKind.ANONYMOUS)

    def _holder(self, post: str, sentence: Sentence, before: int) -> Named | None:
        """Return the last person before an offset of whom the text says somewhere that they have a post."""
        speaking = self.pack.speaking if post in self.pack.speaking else frozenset({post})
        for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
            for one in self._present(index, before if index == sentence.index else None):
                titles = (token.low for mention in one.mentions for token in mention.part(mention.title))
                if one.kind is ActorKind.PERSON and not speaking.isdisjoint(titles):
                    return one
        return None

    def _body(self, phrase: Phrase, sentence: Sentence) -> Who:
        own = phrase.tokens[phrase.start : phrase.end]
        words = [token for token in own if token.low not in self.pack.determiners]
        found = self.people.find(words)
        if found:
            return found
        last = words[-1].low if words else ""
        for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
            for one in islice(self._present(index, None), _BACK):
                if last and any(token.low == last for mention in one.mentions[:1] for token in mention.words):
                    return one
        if any(token.is_capital for token in words):
            return Described(shown(words), kind_of(words, Sort.BODY, self.pack))
        return Described(shown(own), ActorKind.ANONYMOUS)
