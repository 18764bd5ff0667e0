"""What a review shows of a draft: its fields with their reasons, the words around it, and what it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_dossier.drafting.reasons import Basis, Reason
from mkdocs_dossier.problems import Location, Problem
from mkdocs_dossier.values.refs import Ref


class Kind(StrEnum):
    """What a span of a source's text is to a draft; `named`: words that its speaker, or itself, rests on."""

    QUOTE = "quote"
    PASSAGE = "passage"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, in code points; `end` is exclusive."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Context:
    """A piece of a source's text with the words of a draft in it.

    `source` is the source's id. A line of `text` is a paragraph. `spans` have their offsets in `text`; they
    may overlap. `is_start` and `is_end` say that the source's text begins or ends there.
    """

    source: str
    text: str
    spans: tuple[Span, ...]
    is_start: bool
    is_end: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A field of a draft: its lines as written, comments inside them included, and what it rests on.

    `comments` are those above it that give no reason, each with its `#`. `is_marked` says that all its words
    are marked in the context of the item.
    """

    name: str
    lines: tuple[str, ...]
    reason: Reason | None
    comments: tuple[str, ...] = ()
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as written, without its line `review: draft`, and the problems that stand in it."""

    ref: Ref
    place: Location
    fields: tuple[Written, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to review: a draft, the words that it rests on, and the drafts that it refers to.

    The drafts are all that must be approved before it, or with it. `basis` is what is least certain in it:
    of a statement its speaker, None where nothing says what that rests on.
    """

    draft: Draft
    needs: tuple[Draft, ...]
    context: Context | None
    basis: Basis | None

    @property
    def ref(self) -> Ref:
        """The draft's section and id."""
        return self.draft.ref

    @property
    def together(self) -> tuple[Ref, ...]:
        """The drafts that are approved together: itself, and those that it refers to."""
        return (self.ref, *(one.ref for one in self.needs))


def after(items: Sequence[Item], ref: Ref | None, step: int) -> Item | None:
    """Return the item so many steps behind another one, around the end; the first where that is not there."""
    if not items:
        return None
    places = [index for index, item in enumerate(items) if item.ref == ref]
    return items[(places[0] + step) % len(items)] if places else items[0]
