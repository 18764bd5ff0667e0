"""A name of somebody where it stands in a text."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum, auto

from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Span, Token


class Sort(Enum):
    """What a name is the name of, as far as its words show."""

    PERSON = auto()
    BODY = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class Mention:
    """A name where it stands: the tokens from `start` up to `end` of a sentence's plain tokens.

    Of a person, `title` are the tokens before the name that say what the person is, and `at` those that name
    the body; both may be empty. `is_owner` where it owns what follows ("Iraq’s"), `before` is the word
    before.
    """

    sentence: Sentence
    start: int
    end: int
    sort: Sort
    title: Span = (0, 0)
    at: Span = (0, 0)
    is_owner: bool = False
    before: str = ""

    @property
    def short(self) -> Token | None:
        """What a bracket behind it abbreviates it to: "Popular Mobilization Forces (PMF)"."""
        tokens = self.sentence.tokens
        last = self.words[-1].end
        at = bisect_left(tokens, last, key=lambda token: token.start)
        bracket = tokens[at : at + 3]
        is_short = len(bracket) == 3 and bracket[0].text == "(" and bracket[2].text == ")"  # noqa: PLR2004
        return bracket[1] if is_short and bracket[1].is_acronym else None

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens of the name."""
        return self.sentence.plain[self.start : self.end]

    def part(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens of a part: of `title` or `at`."""
        return self.sentence.plain[slice(*span)]
