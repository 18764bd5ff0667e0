"""Who is named in a text: all names of one person or body together, under the longest of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mkdocs_dossier.drafting.cast.countries import country
from mkdocs_dossier.drafting.cast.mention import Mention, Sort
from mkdocs_dossier.drafting.packs.pack import Gender, Pack
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.text.folding import folded

_NAMESAKES = 50
"""How many of those who share a word of their names are looked at, to tell who is meant by it."""

Key = tuple[str, ...]
"""The folded words of the longest name: what two mentions of one actor have in common."""


@dataclass
class Named:
    """Somebody whom a text names, with all places that do."""

    key: Key
    name: str
    kind: ActorKind
    gender: Gender = Gender.ANY
    mentions: list[Mention] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    """All names that the text has for it, with how often."""

    speaks: bool = False
    """Whether the text says that it says something, as far as it was gone through."""

    @property
    def is_person(self) -> bool:
        """Whether the text shows a person: by a title, a given name, the family name alone, or speech."""
        if self.kind is not ActorKind.PERSON:
            return False
        return self.speaks or len(self.names) > 1 or any(one.sort is Sort.PERSON for one in self.mentions)


@dataclass(frozen=True)
class Described:
    """Somebody whom the text does not name: "a US official", "critics"."""

    name: str
    kind: ActorKind


Who = Named | Described


class People:
    """All who are named in a text, to be asked whom a name means."""

    def __init__(self, mentions: Sequence[Mention], pack: Pack) -> None:
        self.pack = pack
        self.named: dict[Key, Named] = {}
        self._by_last: dict[str, list[Key]] = defaultdict(list)
        self._bodies: dict[str, list[Key]] = defaultdict(list)
        self._shorts: dict[Key, Key] = {}
        self._by_mention: dict[tuple[int, int], Key] = {}
        # Full names first: a family name alone may stand before the full name, as in a headline.
        several = [one for one in mentions if len(self._key(one.words)) > 1]
        # The longest first, so that a part of one is known as such: "the water ministry".
        for mention in sorted(several, key=lambda one: -len(self._key(one.words))):
            key, whole = self._key(mention.words), self._whole(mention)
            self._add(mention, whole)
            if whole != key:
                self._shorts[key] = whole
            if short := mention.short:
                self._shorts.setdefault(key_of([short]), whole)
        alone: dict[Key, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if len(key := self._key(mention.words)) == 1:
                found = self.find(mention.words, self._title_gender(mention))
                if found and found.key != key:
                    self._add(mention, found.key)
                else:
                    alone[key].append(mention)
        for key, those in alone.items():
            # With a title somewhere it is a person, wherever it stands without one.
            for mention in sorted(those, key=lambda one: one.sort is not Sort.PERSON):
                self._add(mention, key)

    def _key(self, words: Sequence[Token]) -> Key:
        """Return the key of a name: of a country its code, whatever the text calls it."""
        code = country(shown(words), self.pack)
        return (f"={code}",) if code else key_of(words)

    def _whole(self, mention: Mention) -> Key:
        """Return the key of the body whose name ends with that of a mention, if it is the only one."""
        key = self._key(mention.words)
        if mention.sort is not Sort.BODY or key in self.named:
            return key
        ending_so = self._bodies[key[-1]]
        longer = [one for one in ending_so if len(one) > len(key) and one[-len(key) :] == key]
        return longer[0] if len(longer) == 1 else key

    def _add(self, mention: Mention, key: Key) -> None:
        if not key:
            return
        if key not in self.named:
            self.named[key] = Named(key, shown(mention.words), self._kind(mention))
            self._list(key)
        one = self.named[key]
        one.mentions.append(mention)
        one.names[shown(mention.words)] += 1
        if mention.short:
            one.names[mention.short.text] += 1
        if one.kind is ActorKind.STATE:
            one.name = max(one.names, key=lambda name: (len(name), name))
        self._by_mention[(mention.sentence.index, mention.start)] = key
        gender = self._title_gender(mention)
        if gender is Gender.ANY and len(key) > 1:
            gender = self.pack.given.get(mention.words[0].low, Gender.ANY)
        if one.gender is Gender.ANY:
            one.gender = gender

    def _list(self, key: Key) -> None:
        """List somebody under the words that may stand for the whole name."""
        if self.named[key].kind is not ActorKind.PERSON:
            listed = [self._bodies[key[-1]]]
        else:
            listed = [self._by_last[word] for word in {key[-1], key[0], _bare(key[-1], self.pack)}]
        for keys in listed:
            if len(keys) < _NAMESAKES:
                keys.append(key)

    def _title_gender(self, mention: Mention) -> Gender:
        found = {self.pack.titles.get(token.low) for token in mention.part(mention.title)}
        return next((one for one in (Gender.HE, Gender.SHE) if one in found), Gender.ANY)

    def _kind(self, mention: Mention) -> ActorKind:
        kind = kind_of(mention.words, mention.sort, self.pack)
        if (
            kind is ActorKind.PERSON
            and mention.sort is not Sort.PERSON
            and mention.before in self.pack.definite
        ):
            return ActorKind.ORGANISATION  # "the Kremlin"
        return kind

    def at(self, mention: Mention) -> Named | None:
        """Return whom a mention names."""
        key = self._by_mention.get((mention.sentence.index, mention.start))
        return self.named.get(key) if key else None

    def find(self, words: Sequence[Token], gender: Gender = Gender.ANY) -> Named | None:
        """Return whom a name means: its full name is in the text, or its last word ends one."""
        key = self._key(words)
        key = self._shorts.get(key, key)
        if key in self.named:
            return self.named[key]
        if not key:
            return None
        fitting = [
            self.named[one]
            for one in self._by_last.get(key[-1], ())
            if len(key) == 1 or one[-len(key) :] == key or key[-1] == one[-1]
        ]
        fitting = [one for one in fitting if Gender.ANY in (gender, one.gender) or one.gender is gender]
        # Of several of one family, the one of whom the text says most.
        return max(fitting, key=lambda one: len(one.mentions), default=None)


def _bare(word: str, pack: Pack) -> str:
    """Return a name without the particle that a hyphen ties to it: "al-Awadi" is called "Awadi" too."""
    head, hyphen, rest = word.partition("-")
    return rest if hyphen and head in pack.particles else word


def key_of(words: Iterable[Token]) -> Key:
    """Return the folded words of a name, without signs and the ending of an owner."""
    return tuple(folded(token.text.rstrip(".")) for token in words if token.is_word)


def kind_of(words: Sequence[Token], sort: Sort, pack: Pack) -> ActorKind:
    """Return what a name is the name of, by its words."""
    if country(shown(words), pack):
        return ActorKind.STATE
    for token in reversed(words):
        if token.low in pack.kinds:
            return pack.kinds[token.low]
    if sort is Sort.PERSON:
        return ActorKind.PERSON
    if sort is Sort.BODY or any(token.low in pack.bodies for token in words):
        return ActorKind.ORGANISATION
    if len(words) == 1 and words[0].low in pack.capitals:
        return ActorKind.GOVERNMENT
    return ActorKind.ORGANISATION if len(words) == 1 and words[0].is_acronym else ActorKind.PERSON


def shown(words: Sequence[Token]) -> str:
    """Return the words of a name as the text has them, with one blank for what stands between two."""
    shown = ""
    for before, token in zip((None, *words), words, strict=False):
        shown += " " if before is not None and token.start > before.end else ""
        shown += token.text
    return shown
