"""What says in a sentence that somebody speaks."""

from dataclasses import dataclass
from enum import IntEnum

from mkdocs_dossier.drafting.nouns.phrases import Phrase
from mkdocs_dossier.drafting.splitting.token import Span


class Force(IntEnum):
    """How plainly a cue says that somebody speaks."""

    VIEW = 1
    SAYING = 2


@dataclass(frozen=True)
class Cue:
    """A verb of saying, or the words "according to": the tokens from `start` up to `end`; and who speaks.

    `is_source` where it is "according to", `has_own_subject` where the subject stands beside the verb.
    """

    start: int
    end: int
    subject: Phrase | None
    force: Force
    is_source: bool = False
    has_own_subject: bool = True

    @property
    def span(self) -> Span:
        """Where it stands with its subject, from the first token of both up to the end of the last."""
        if self.subject is None:
            return self.start, self.end
        return min(self.start, self.subject.start), max(self.end, self.subject.end)
