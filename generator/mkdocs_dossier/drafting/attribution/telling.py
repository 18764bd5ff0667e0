"""Who says what in a language with a grammar of its own: by the cue, or by who spoke before.

What a sentence leaves open the sentences around it tell: a verb that holds its subject itself ("وأضاف"), a
quotation that stands alone, and forms that only reported words have ("sei").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_dossier.drafting.attribution.said import Said
from mkdocs_dossier.drafting.nouns.phrases import Phrase, What
from mkdocs_dossier.drafting.nouns.works import is_short_name, is_work
from mkdocs_dossier.drafting.packs.grammar import SubjectFirst, VerbFirst, VerbSecond
from mkdocs_dossier.drafting.packs.pack import Pack
from mkdocs_dossier.drafting.reasons import Basis
from mkdocs_dossier.drafting.splitting.sentences import Sentence
from mkdocs_dossier.drafting.splitting.token import Token
from mkdocs_dossier.drafting.verbs import inversion, verbfirst, verbsecond, verbsubject
from mkdocs_dossier.drafting.verbs.belonging import COLONS, belonging
from mkdocs_dossier.drafting.verbs.cue import Cue

_NEAR = 1
"""How many paragraphs further somebody goes on speaking who is not named again."""

_LONG = 100
"""How many tokens a sentence has that is not asked whether it has words besides its quotations."""

_MUTE = frozenset({What.OTHER, What.THING})
"""What a phrase shows of that which speaks only where a verb says so."""


def who_tells(sentences: Sequence[Sentence], pack: Pack) -> tuple[Said, ...]:
    """Return all that is said in a text, in order: what is quoted, and what is reported."""
    telling = _Telling(sentences, pack)
    return tuple(said for sentence in sentences for said in telling.read(sentence))


@dataclass
class _Telling:
    """Reads the sentences of a text one after the other, and knows who spoke last."""

    sentences: Sequence[Sentence]
    pack: Pack
    last: Said | None = field(default=None)

    def read(self, sentence: Sentence) -> Iterator[Said]:
        """Return what is said in the next sentence."""
        tokens = sentence.plain
        cues = _cues_of(tokens, self.pack)
        places = [
            at for at, token in enumerate(tokens) if token.is_quoted and not is_work(tokens, at, self.pack)
        ]
        found = self._quoted(sentence, places, cues) if places else self._reported(sentence, cues)
        for said in found:
            if said.speaker:
                self.last = said
            yield said

    def _quoted(self, sentence: Sentence, places: Sequence[int], cues: Sequence[Cue]) -> Iterator[Said]:
        """Return what is said in the quotations of a sentence, those of one speaker together."""
        open_: Said | None = None
        quoted: list[Token] = []
        is_told = _is_told(sentence.plain, self.pack)
        for at, cue in zip(places, belonging(sentence.plain, places, cues), strict=True):
            said = self._said(sentence, at, cue, is_of_before=is_told)
            if open_ and not _is_same(open_, said):
                yield replace(open_, quoted=tuple(quoted))
                quoted = []
            if open_ is None or not quoted:
                open_ = said
            quoted.append(sentence.plain[at])
        if open_:
            yield replace(open_, quoted=tuple(quoted))

    def _said(self, sentence: Sentence, at: int, cue: Cue | None, *, is_of_before: bool) -> Said:
        """Say who speaks the words of the quotation at a token.

        `is_of_before` where the sentence shows that who spoke before goes on.
        """
        if cue and cue.subject:
            return Said(sentence, (), cue.subject, sentence, _basis(cue), cue)
        if cue or not _has_words(sentence.plain, self.pack):
            return self._going_on(sentence, cue)
        subject = _subject_of(sentence.plain, self.pack)
        is_view = subject is not None and _is_view(sentence.plain, subject, self.pack)
        going_on = self._going_on(sentence, cue) if is_of_before and not is_view else None
        return going_on if going_on and going_on.speaker else self._nearest(sentence, at)

    def _nearest(self, sentence: Sentence, at: int) -> Said:
        """Say whom a sentence without a verb of saying is about, where the quotation can be theirs."""
        tokens = sentence.plain
        if at == 0 and len(tokens) > 1 and tokens[1].text in COLONS:
            # „…“: Roe hat gewonnen.
            subject = _subject_of(tokens[2:], self.pack)
            if subject and subject.what not in _MUTE:
                return Said(sentence, (), subject, sentence, Basis.LABELLED)
        subject = _subject_of(tokens, self.pack)
        if subject is None or subject.start <= at < subject.end:
            return _nobody(sentence)
        if at and tokens[at - 1].text in COLONS:
            return Said(sentence, (), subject, sentence, Basis.NEAREST)
        # "Der Film „…“": a title stands right behind.
        is_speaker = subject.what not in _MUTE and subject.end != at
        if is_speaker and (not is_short_name(tokens[at]) or _is_view(tokens, subject, self.pack)):
            return Said(sentence, (), subject, sentence, Basis.NEAREST)
        return _nobody(sentence)

    def _going_on(self, sentence: Sentence, cue: Cue | None) -> Said:
        """Say who goes on speaking where a sentence does not say who speaks."""
        above = self.sentences[sentence.index - 1] if sentence.index else None
        if cue is None and above is not None and above.tokens[-1].text in COLONS:
            subject = self._announced(above)
            if subject:
                return Said(sentence, (), subject, above, Basis.LABELLED, cue)
        last = self.last
        if last and sentence.paragraph - last.sentence.paragraph <= _NEAR:
            return Said(sentence, (), last.speaker, last.speaker_in, Basis.ONGOING, cue)
        return self._followed(sentence)

    def _announced(self, above: Sentence) -> Phrase | None:
        """Return who speaks behind the colon that ends a sentence."""
        subjects = [cue.subject for cue in _cues_of(above.plain, self.pack) if cue.subject]
        return subjects[-1] if subjects else _subject_of(above.plain, self.pack)

    def _followed(self, sentence: Sentence) -> Said:
        """Say who speaks where a quotation opens a paragraph that then tells of somebody."""
        below = self.sentences[sentence.index + 1] if sentence.index + 1 < len(self.sentences) else None
        if below is not None and below.paragraph == sentence.paragraph:
            subject = _subject_of(below.plain, self.pack)
            if below.plain and below.plain[0].low in self.pack.objects:
                # „…“ Das musste Roe einräumen.
                subject = self._announced(below)
                if subject and subject.what not in _MUTE:
                    return Said(sentence, (), subject, below, Basis.NEAREST)
            if subject and subject.start == 0 and subject.what is What.NAME:
                return Said(sentence, (), subject, below, Basis.NEAREST)
        return _nobody(sentence)

    def _reported(self, sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Said]:
        """Return what a sentence without quotations reports, once of each speaker."""
        taken: set[int] = set()
        for cue in cues:
            if not _tells(sentence.plain, cue, self.pack):
                continue
            if cue.subject is None:
                said = self._going_on(sentence, cue)
                if said.speaker and said.basis is Basis.ONGOING and not taken:
                    taken.add(-1)
                    yield said
            elif cue.has_own_subject and cue.subject.start not in taken:
                taken.add(cue.subject.start)
                yield Said(sentence, (), cue.subject, sentence, _basis(cue), cue)


def _nobody(sentence: Sentence) -> Said:
    return Said(sentence, (), None, sentence, Basis.NOT_FOUND)


def _is_same(one: Said, other: Said) -> bool:
    """Tell whether two quotations of a sentence are said by one, in the same words for who that is."""
    if one.speaker is None or other.speaker is None or one.speaker_in is not other.speaker_in:
        return False
    return one.speaker.start == other.speaker.start


def _has_words(tokens: Sequence[Token], pack: Pack) -> bool:
    """Tell whether a sentence has words outside its quotations, besides an "and"."""
    # In a sentence as long as this there are.
    return len(tokens) > _LONG or any(
        token.is_word and token.low not in pack.conjunctions for token in tokens
    )


def _basis(cue: Cue) -> Basis:
    if cue.is_source:
        return Basis.SOURCED
    what = cue.subject.what if cue.subject else What.OTHER
    return {What.NAME: Basis.NAMED, What.PRONOUN: Basis.PRONOUN}.get(what, Basis.POST)


def _cues_of(tokens: tuple[Token, ...], pack: Pack) -> tuple[Cue, ...]:
    """Return the cues of a sentence, in order."""
    match pack.grammar:
        case VerbSecond():
            return verbsecond.cues(tokens, pack, pack.grammar)
        case SubjectFirst():
            return inversion.cues(tokens, pack, pack.grammar)
        case VerbFirst():
            return verbfirst.cues(tokens, pack, pack.grammar)
    return ()


def _subject_of(tokens: tuple[Token, ...], pack: Pack) -> Phrase | None:
    """Return the subject of a sentence, as far as it shows."""
    match pack.grammar:
        case VerbSecond():
            return verbsubject.main_subject(tokens, pack, pack.grammar)
        case SubjectFirst():
            return inversion.main_subject(tokens, pack, pack.grammar)
        case VerbFirst():
            return verbfirst.main_subject(tokens, pack, pack.grammar)
    return None


def _tells(tokens: tuple[Token, ...], cue: Cue, pack: Pack) -> bool:
    """Tell whether a cue without a quotation tells of something said."""
    match pack.grammar:
        case VerbSecond():
            return verbsecond.tells(tokens, cue, pack.grammar)
        case SubjectFirst():
            return inversion.tells(tokens, cue, pack.grammar)
        case VerbFirst():
            return verbfirst.tells(tokens, cue, pack, pack.grammar)
    return True


def _is_told(tokens: tuple[Token, ...], pack: Pack) -> bool:
    """Tell whether a sentence has a form of a verb that only reported words have."""
    return isinstance(pack.grammar, VerbSecond) and verbsecond.is_told(tokens, pack.grammar)


def _is_view(tokens: tuple[Token, ...], subject: Phrase, pack: Pack) -> bool:
    """Tell whether a sentence tells the view of its subject: „Für Roe ist das …“."""
    if not isinstance(pack.grammar, VerbSecond | SubjectFirst):
        return False
    return subject.start > 0 and tokens[subject.start - 1].low in pack.grammar.for_whom
