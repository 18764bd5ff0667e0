"""What a text has somebody say, and in which words it names who that is."""

from dataclasses import dataclass

from mkdocs_dossier.drafting.nouns.phrases import Phrase
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.cue import Cue


@dataclass(frozen=True)
class Said:
    """Something that somebody says: the quotations in a sentence, or none where it is reported.

    `speaker` is the phrase for who says it, in the sentence `speaker_in`; None where nobody is found.
    `cue` is the verb that says so.
    """

    sentence: Sentence
    quoted: tuple[Token, ...]
    speaker: Phrase | None
    speaker_in: Sentence
    basis: Basis
    cue: Cue | None = None
