"""Who says the words of one quotation, by its sentence and by what stands around that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_dossier.drafting.attribution.labels import label_after, label_before, turn
from mkdocs_dossier.drafting.attribution.reported import basis_of
from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.nouns.phrases import SPEAKERS, Phrase, What, phrase_after, phrase_before
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Kind, Token
from mkdocs_dossier.drafting.verbs.cue import Cue
from mkdocs_dossier.drafting.verbs.cues import cues
from mkdocs_dossier.drafting.verbs.subjects import cut_at_verb, main_subject

_COLONS = ":："
_UNFINISHED = (",", "?", "!")
"""How the words of a quotation end that a tag follows: "“…,” Patel beamed"."""

_NOUN_NEAR = 14
"""How many words before a quotation may hold the noun for what it is."""

_ADJECTIVES = 4
"""How many words may stand between an owner and the noun."""

_ENOUGH = 4
"""How many words of a quotation are somebody's, though the sentence does not say whose."""


@dataclass(frozen=True)
class Reading:
    """A sentence as it is read: with the other ones of the text, and with what was said last before it."""

    sentence: Sentence
    sentences: Sequence[Sentence]
    last: Said | None
    pack: Pack

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence without its short brackets."""
        return self.sentence.plain

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The cues of the sentence, in order."""
        return cues(self.tokens, self.pack)

    @cached_property
    def is_whole(self) -> bool:
        """Whether the sentence has nothing but quotations."""
        return not any(token.is_word for token in self.tokens)

    @cached_property
    def subject(self) -> Phrase | None:
        """Whom the sentence is about; None where that is nobody, or does not show."""
        found = main_subject(self.tokens, self.pack)
        return found if found and found.words[0].low not in self.pack.impersonal else None

    @cached_property
    def turn(self) -> Phrase | None:
        """The name in capitals that begins the words, as in a transcript."""
        return turn(self.sentence)

    @cached_property
    def announced(self) -> tuple[Phrase, Sentence] | None:
        """Whom the sentence before names that ends with a colon ("Patel continued:"), and that sentence."""
        above = self.sentences[self.sentence.index - 1] if self.sentence.index else None
        if above is None or above.tokens[-1].text not in _COLONS:
            return None
        named = [cue.subject for cue in cues(above.plain, self.pack) if cue.subject]
        subject = named[-1] if named else main_subject(above.plain, self.pack)
        return (subject, above) if subject else None


def said_in(reading: Reading, at: int, cue: Cue | None) -> Said:
    """Return who says the words of the quotation at a token, whose cue is given."""
    sentence = reading.sentence
    said = Said(sentence, (reading.tokens[at],), None, sentence, Basis.NOT_FOUND)
    label = label_before(reading.tokens, at, reading.pack)
    if label is None and cue and cue.subject:
        return replace(said, speaker=cue.subject, basis=basis_of(cue), cue=cue)
    label = label or (reading.turn if reading.is_whole else None)
    named = (label, sentence) if label else label_after(sentence, at, reading.sentences, reading.pack)
    if named is None and reading.is_whole:
        named = reading.announced
    if named:
        return replace(said, speaker=named[0], speaker_in=named[1], basis=Basis.LABELLED)
    return (_going_on(said, reading.last) or said) if reading.is_whole else _without_cue(said, at, reading)


def _going_on(said: Said, last: Said | None) -> Said | None:
    """Return who spoke last, where that was in this paragraph or the one before."""
    if last is None or said.sentence.paragraph - last.sentence.paragraph > 1:
        return None
    return replace(said, speaker=last.speaker, speaker_in=last.speaker_in, basis=Basis.ONGOING)


def _without_cue(said: Said, at: int, reading: Reading) -> Said:
    """Say who it may be where no verb of saying tells: whom the clause is about, or who spoke before."""
    tokens, pack = reading.tokens, reading.pack
    behind = phrase_after(tokens, at + 1, pack) if tokens[at].inside.endswith(_UNFINISHED) else None
    behind = cut_at_verb(behind, pack) if behind else None
    if behind and behind.what in SPEAKERS:
        return replace(said, speaker=behind, basis=Basis.NEAREST)
    words = tokens[at].inside.split()
    if len(words) == 1 and words[0][0].islower():
        # A word at a distance, not somebody's.
        return said
    owner = _owner_of_noun(tokens, at, pack)
    if owner:
        return replace(said, speaker=owner, basis=Basis.NEAREST)
    subject = reading.subject
    if subject and (subject.what in SPEAKERS or (subject.what is What.THING and len(words) >= _ENOUGH)):
        return replace(said, speaker=subject, basis=Basis.NEAREST)
    last = reading.last
    if last is None or said.sentence.index - last.sentence.index != 1 or len(words) < _ENOUGH:
        return said
    return _going_on(said, last) or said


def _owner_of_noun(tokens: tuple[Token, ...], at: int, pack: Pack) -> Phrase | None:
    """Return whose words a noun before a quotation tells of: "Patel's claim that the road is “…”"."""
    for place in range(at - 1, max(at - _NOUN_NEAR, 0), -1):
        if tokens[place].is_quoted or tokens[place].text == ",":
            return None
        if tokens[place].low in pack.said_nouns:
            before = range(place - 1, max(place - _ADJECTIVES, 0), -1)
            owner = next((one for one in before if tokens[one].kind is Kind.OWNER), 0)
            found = phrase_before(tokens, owner, pack)
            return found if found and found.what in SPEAKERS else None
    return None
