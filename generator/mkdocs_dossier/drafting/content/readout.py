"""What a text says of who says what: plain values, which an analysis holds and records are made of."""

from dataclasses import dataclass
from datetime import date

from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.token import Span
from mkdocs_dossier.model.vocabulary import ActorKind, Stance


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that the text names, with its words: "Monday", "yesterday", "Feb. 3"."""

    day: date
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a text says somebody holds: its title, the name of the body, and the words that say so.

    `at` is "" where the text names no body. `speaks` where who holds it speaks for the body.
    """

    title: str
    at: str
    span: Span
    speaks: bool


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom a text names or describes; `names` are its other names in the text."""

    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something that is said: by which of the parties, in which quotations, as told by which passage.

    `speaker` is an index of the parties, None where nobody was found; `words` are those of the text for the
    speaker, and `basis` is how they were found. `quotes` and `passage` are spans; there may be no quote.
    """

    speaker: int | None
    words: str
    basis: Basis
    quotes: tuple[Span, ...]
    passage: Span
    day: NamedDay | None = None
    denies: bool = False
    clause: Span | None = None
    """What was said, where a clause with "that" tells it."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """A claim that utterances take positions on, by their indices; `words` are those of the text, if any."""

    text: str
    words: str
    basis: Basis
    positions: tuple[tuple[int, Stance], ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, in the words of the text, and on which day, where it names one.

    `kind` is an id such as `airstrike`; `basis` is how it was found.
    """

    kind: str
    words: str
    day: NamedDay | None
    passage: Span
    basis: Basis = Basis.STATED


@dataclass(frozen=True, slots=True)
class Spot:
    """A country that the text names as a place, in its words."""

    name: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was read in one text."""

    parties: tuple[Party, ...]
    utterances: tuple[Utterance, ...]
    happenings: tuple[Happening, ...]
    spots: tuple[Spot, ...]
    propositions: tuple[Proposition, ...] = ()
