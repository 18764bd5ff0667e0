"""The rule that a speaker is named near the words that a statement gives them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Actor
from mkdocs_dossier.problems import Level, Location
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.lexicon.saying import says_by_pronoun
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.called import NameReader, speaks_in_own_text
from mkdocs_dossier.rules.slips.outside import Span, outside
from mkdocs_dossier.rules.slips.reporting import REPORTING_KINDS
from mkdocs_dossier.rules.slips.spoken import Spoken, spoken
from mkdocs_dossier.text.folding import folded, split, word_set

# More before than after: an article names a speaker, and then goes on quoting.
_PARAGRAPHS_BEFORE, _PARAGRAPHS_AFTER = 2, 1
_CHARACTERS_AROUND = 700

# Words that begin sentences with a capital, and name nobody.
_NO_NAMES = word_set(
    "the a an he she it they we i in on at but and when as then later after before this that there er sie es "
    "die der das ein eine am im und aber dann il elle le la les un une et mais puis"
)


def _find(context: Context) -> Iterator[Finding]:
    """Find quotations whose speaker is not named near them.

    A sentence that is given to the wrong speaker is the worst slip that a dossier can hold. The rule looks
    for a word of the speaker's names and aliases, of a role's title, or of the names of a body that the
    speaker has a role at or is part of. It looks in the paragraphs of the quote and the passage, the two
    before, the one after, and 700 characters around; in a source that is neither article nor report, in all
    of the text. It is silent if none of the names is in the script of the source, and if the source names
    nobody at all, and says "he said" or "she said" (in English, French and German) of a single person.

    If the speaker, or a body of the speaker's, is the source's author or publisher, the speaker need not be
    named. In such an article or report, the rule looks only for three or more words in quotation marks whose
    paragraph names another recorded person, and not the speaker: they may be that person's.

    Look up who says it there. If the source calls the speaker by another name, add that to the actor's
    `aliases` or `names`: search then finds the actor by it too. If the words that name the speaker stand
    further off, add them to the statement's `passage`.
    """
    reader, nameless = NameReader(context.dossier), _Nameless(context.dossier)
    for report in spoken(context):
        matches = report.checked.matches
        if not matches or not report.speakers:
            continue
        dossier, text = context.dossier, report.text
        reports = dossier.sources[report.source].kind in REPORTING_KINDS
        own = [one for one in report.speakers if speaks_in_own_text(dossier, one, report.source)]
        if own:
            quoted = [one.match for one in report.checked.quote if one.match]
            if reports and (other := reader.named_beside(own[0], report.source, text, quoted)):
                yield _of_another(context, report, own[0], other)
            continue
        # Outside reports a speaker may be named once, at the top: all of the text counts.
        spans = _around(text, matches) if reports else [(0, len(text.text))]
        # Of those who speak together, one is enough.
        told = all(reader.may_tell(one, matches[0]) for one in report.speakers)
        named = (reader.is_named(one, report.source, text, spans) for one in report.speakers)
        if told and not any(named) and not nameless.is_meant(report):
            yield _problem(context, report)


class _Nameless:
    """Know the sources that speak of a person by a pronoun alone, and name nobody who could be meant.

    Nobody else is then at hand to be the speaker. Where a source has a name anywhere, or the words of a
    recorded one, it may be that person's pronoun, so that the author should look.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._known: dict[str, bool] = {}

    def is_meant(self, report: Spoken) -> bool:
        """Tell whether the speaker of a report may be the pronoun of such a source."""
        kinds = {self.dossier.actors[one].kind for one in report.speakers}
        if len(report.speakers) > 1 or not kinds <= {"person", "anonymous"}:
            return False
        if report.source not in self._known:
            self._known[report.source] = self._is_nameless(report)
        return self._known[report.source]

    def _is_nameless(self, report: Spoken) -> bool:
        text = report.text
        parts = outside(text, (0, len(text.text)))
        beside = " ".join(text.text[slice(*part)] for part in parts)
        words = split(beside)
        if any(word[0].isupper() and folded(word) not in _NO_NAMES for word in words):
            return False
        language = self.dossier.source_language(report.source).partition("-")[0]
        return says_by_pronoun(beside, language) and self._recorded.isdisjoint(map(folded, words))

    @cached_property
    def _recorded(self) -> set[str]:
        """The words of the names of all actors."""
        names = (actor.name for actor in self.dossier.actors.values())
        return {word for name in names for word in split(folded(name))} - _NO_NAMES


def _place(context: Context, report: Spoken) -> Location:
    """Return where the speaker of a report is written; of a further report, where its source is."""
    way = (*report.path, "source") if report.path else ("speaker", 0)
    return context.place("statements", report.statement.id, *way)


def _of_another(context: Context, report: Spoken, speaker: str, other: Actor) -> Finding:
    name = context.dossier.actors[speaker].name
    return Finding(
        _place(context, report),
        f"These words stand in quotation marks beside the name of {other.name}, and nothing that {name} is "
        "called by stands there.",
        f"Look up who says it there. The source is {name}’s own, but may quote others.",
    )


def _problem(context: Context, report: Spoken) -> Finding:
    field_name = "quote" if report.checked.quote else "passage"
    names = " or ".join(context.dossier.actors[one].name for one in report.speakers)
    return Finding(
        _place(context, report),
        f"Nothing that {names} is called by stands near the words of this `{field_name}`.",
        "Look up who says it there; if the source uses another name for the speaker, "
        f"add it to the `aliases` of `{report.speakers[0]}`.",
    )


def _around(text: SourceText, matches: Iterable[Match]) -> list[Span]:
    """Return the spans of the paragraphs around some matches in which the speaker should be named."""
    last = len(text.paragraphs) - 1
    indexes: set[int] = set()
    for match in matches:
        start, end = _index(text, match.start), _index(text, match.end)
        first = min(start - _PARAGRAPHS_BEFORE, _index(text, match.start - _CHARACTERS_AROUND))
        final = max(end + _PARAGRAPHS_AFTER, _index(text, match.end + _CHARACTERS_AROUND))
        indexes.update(range(max(0, first), min(last, final) + 1))
    return [text.paragraphs[index] for index in sorted(indexes)]


def _index(text: SourceText, offset: int) -> int:
    """Return the index of the paragraph at an offset, or of the last one before it; -1 before the first."""
    return bisect_right(text.paragraphs, (offset, len(text.text) + 1)) - 1


RULE = Rule(
    "speaker-not-near",
    Level.WARNING,
    _find,
    passing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          awadi: {name: Basim al-Awadi, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          awadi-denies:
            speaker: awadi
            source: news
            quote: Nobody told us
            positions: {told: denies}
        """,
        text="“Nobody told us,” Awadi said on Saturday.",
    ),
    failing=Example(
        """
        sources:
          news: {title: News, text: news.txt}
        actors:
          kirby: {name: John Kirby, kind: person}
        claims:
          told: {text: Iraq was told before the strikes.}
        statements:
          kirby-denies:
            speaker: kirby
            source: news
            quote: Nobody told us
            positions: {told: denies}
        """,
        text="“Nobody told us,” Awadi said on Saturday.",
        line=9,
    ),
)
