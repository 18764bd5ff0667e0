"""What the picture of a claim is made of, the positions on it and its events, and how that is said."""

from dataclasses import dataclass

from mkdocs_dossier.model.vocabulary import Stance
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.words import Words


@dataclass(frozen=True, slots=True)
class Position:
    """A statement's stance on the claim, with what its mark says.

    `body` is the one that the speaker speaks for directly, `side` the outermost, or the speaker. `words` are
    the first of the quotation, "" where there is none. `withdrawn` is None if the position stands; otherwise
    the date on which it was taken back, "" if that is not known.
    """

    statement: str
    speaker: str
    body: str
    side: str
    date: EdtfDate | None
    stance: Stance
    words: str
    is_reported: bool
    withdrawn: str | None
    is_implied: bool


@dataclass(frozen=True, slots=True)
class Landmark:
    """An event that the claim is about."""

    event: str
    name: str
    when: EdtfDate


@dataclass(frozen=True, slots=True)
class Telling:
    """Says in words what a position is, as an answer to a question or not."""

    words: Words
    is_question: bool

    @property
    def captions(self) -> tuple[str, str]:
        """The names of the two fields."""
        say = self.words.say
        # No messages within an f-string: they would not be found there, to be translated.
        yes, no = (
            (say("says yes"), say("says no")) if self.is_question else (say("says so"), say("denies it"))
        )
        return f"+ {yes}", f"− {no}"

    def stance(self, stance: Stance) -> str:
        """Say a stance in a word or two: `yes`, `no`, `qualifies`."""
        match stance:
            case Stance.ASSERTS:
                return self.words.say("yes") if self.is_question else self.words.say("says so")
            case Stance.DENIES:
                return self.words.say("no") if self.is_question else self.words.say("denies it")
            case _:
                return self.words.say(stance.short)

    def own_words(self, one: Position) -> str:
        """Write a position's words as a mark bears them, or what was reported of it."""
        say = self.words.say
        if one.words:
            return say("“{words}”", words=one.words)
        if one.is_reported and one.stance in (Stance.ASSERTS, Stance.DENIES):
            told = say("said so") if one.stance is Stance.ASSERTS else say("denied it")
            return say("{words} (reported)", words=told)
        return ""

    def fate(self, one: Position, blank: str = " ") -> str:
        """Say that a position was taken back, and when; "" if it stands. `blank` stands after the day."""
        if one.withdrawn is None:
            return ""
        return (
            self.words.say("taken back {date}", date=one.withdrawn.replace(" ", blank, 1))
            if one.withdrawn
            else self.words.say("taken back")
        )

    def voice(self, one: Position) -> str:
        """Name who spoke, and for which body."""
        if not one.body or one.body == one.speaker:
            return one.speaker
        return self.words.say("{speaker} ({body})", speaker=one.speaker, body=one.body)

    def circumstances(self, one: Position) -> str:
        """Say who spoke and when, and what else is to be known of it."""
        date = self.words.moment(one.date) if one.date else self.words.say("no date known")
        follows = self.words.say("by implication") if one.is_implied else ""
        parts = [self.voice(one), date, follows, self.fate(one)]
        return self.words.say(", ").join(filter(None, parts))
