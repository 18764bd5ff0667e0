"""What a sentence without quotation marks has somebody say: "Patel said that the road is closed"."""

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.nouns.phrases import Phrase, What
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs.cue import Cue
from mkdocs_dossier.drafting.verbs.cues import APART
from mkdocs_dossier.drafting.verbs.nesting import outermost, tag_of
from mkdocs_dossier.drafting.verbs.subjects import is_small

_AHEAD = 8
"""How many words behind a verb may hold the "that" of what it tells."""


_COLONS = frozenset(":：")
_SMALL = 2
"""How many words before a verb may tell that nothing is said."""


def basis_of(cue: Cue) -> Basis:
    """Return what a speaker rests on that a cue names."""
    if cue.is_source:
        return Basis.SOURCED
    what = cue.subject.what if cue.subject else What.OTHER
    return {What.NAME: Basis.NAMED, What.PRONOUN: Basis.PRONOUN}.get(what, Basis.POST)


def reported(
    sentence: Sentence, cues: Sequence[Cue], pack: Pack, quoted: Iterable[Said] = ()
) -> Iterator[Said]:
    """List who says something in a sentence by its cues: each speaker once, the outermost clause only.

    `quoted` are those whose words the sentence quotes; they are not listed again.
    """
    tokens = sentence.plain
    if sentence.tokens[-1].text in "?？؟":
        return
    outer = outermost(tokens, cues, pack)
    last = next((cue for cue in cues if cue.is_source), None) or tag_of(tokens, cues, pack)
    taken = {(one.speaker.start, one.speaker.end) for one in quoted if one.speaker}
    for at, cue in enumerate(cues):
        subject = cue.subject
        if subject is None or outer[at] != at or (last and cue is not last):
            continue
        if (subject.start, subject.end) not in taken and _is_report(tokens, cue, subject, pack):
            taken.add((subject.start, subject.end))
            yield Said(sentence, (), subject, sentence, basis_of(cue), cue)


def _is_report(tokens: Sequence[Token], cue: Cue, subject: Phrase, pack: Pack) -> bool:
    """Tell whether a verb tells of something said here, by what follows it."""
    if cue.is_source:
        return True
    if not cue.has_own_subject and not _may_inherit(tokens, cue.start, pack):
        return False
    low = tokens[cue.start].low
    end = cue.end if subject.start < cue.end else subject.end
    follows = tokens[end] if end < len(tokens) else None
    if follows and follows.text in _COLONS and end + 1 == len(tokens):
        # What is said stands in the next line.
        return False
    if subject.what is What.OTHER and subject.start and low not in pack.inverting:
        return False
    if subject.words[0].low in pack.selves or _is_unreal(tokens, cue.start, pack):
        return False
    if low in pack.clausal or low in pack.participles:
        ahead = tokens[end : end + _AHEAD]
        if follows and (
            follows.low in pack.pronouns or any(token.low in pack.complementizers for token in ahead)
        ):
            return True
    if follows and follows.low in pack.infinitive:
        return low in pack.reports_to
    if follows and follows.low in pack.reports_with.get(low, ()):
        return True
    if follows and (follows.low in pack.agents or (follows.low in pack.prepositions and low in pack.bare)):
        return False
    return low in pack.reports


def _is_unreal(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a verb tells of what is not said, or not yet: "would say", "to say", "did not say"."""
    return any(token.low in pack.modals for token in tokens[max(at - _SMALL, 0) : at])


def _may_inherit(tokens: Sequence[Token], at: int, pack: Pack) -> bool:
    """Tell whether a verb stands where it takes the subject before: "and said", ", adding"."""
    place = at - 1
    while place > 0 and at - place <= _SMALL and is_small(tokens[place], pack):
        place -= 1
    if place < 0:
        return False
    if tokens[at].low in pack.participles:
        return tokens[place].text in APART
    if tokens[at].low in pack.clausal and tokens[at].low not in pack.bare:
        return True
    return tokens[place].low in pack.conjunctions
