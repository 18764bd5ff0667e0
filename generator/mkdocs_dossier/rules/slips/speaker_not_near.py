"""The rule that a speaker is named near the words that a statement gives them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from mkdocs_dossier.dossier.linked import Dossier
from mkdocs_dossier.model.records import Actor, Statement
from mkdocs_dossier.problems import Level
from mkdocs_dossier.quotes.match import Match
from mkdocs_dossier.quotes.sourcetext import SourceText
from mkdocs_dossier.rules.lexicon.saying import says_by_pronoun
from mkdocs_dossier.rules.rule import Context, Example, Finding, Rule
from mkdocs_dossier.rules.slips.called import NameReader, Span, bodies, outside_marks
from mkdocs_dossier.rules.slips.reporting import REPORTING_KINDS
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
    for statement in context.dossier.statements.values():
        text = context.dossier.texts.get(statement.source)
        checked = context.findings.words_of(statement.id)
        matches = checked.matches
        if text is None or not matches:
            continue
        reports = context.dossier.sources[statement.source].kind in REPORTING_KINDS
        if _speaks_in_own_text(context.dossier, statement):
            quoted = [one.match for one in checked.quote if one.match]
            if reports and (other := reader.named_beside(statement, text, quoted)):
                yield _of_another(context, statement, other)
            continue
        # Outside reports a speaker may be named once, at the top: all of the text counts.
        spans = _around(text, matches) if reports else [(0, len(text.text))]
        if not reader.may_tell(statement, matches[0]) or reader.is_named(statement, text, spans):
            continue
        if nameless.is_meant(statement, text):
            continue
        yield _problem(context, statement)


class _Nameless:
    """Know the sources that speak of a person by a pronoun alone, and name nobody who could be meant.

    Nobody else is then at hand to be the speaker. Where a source has a name anywhere, or the words of a
    recorded one, it may be that person's pronoun, so that the author should look.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._known: dict[str, bool] = {}

    def is_meant(self, statement: Statement, text: SourceText) -> bool:
        """Tell whether the speaker of a statement may be the pronoun of such a source."""
        if self.dossier.actors[statement.speaker].kind not in ("person", "anonymous"):
            return False
        if statement.source not in self._known:
            self._known[statement.source] = self._is_nameless(statement.source, text)
        return self._known[statement.source]

    def _is_nameless(self, source: str, text: SourceText) -> bool:
        outside = outside_marks(text, (0, len(text.text)))
        words = split(outside)
        if any(word[0].isupper() and folded(word) not in _NO_NAMES for word in words):
            return False
        language = self.dossier.source_language(source).partition("-")[0]
        return says_by_pronoun(outside, language) and self._recorded.isdisjoint(map(folded, words))

    @cached_property
    def _recorded(self) -> set[str]:
        """The words of the names of all actors."""
        names = (actor.name for actor in self.dossier.actors.values())
        return {word for name in names for word in split(folded(name))} - _NO_NAMES


def _of_another(context: Context, statement: Statement, other: Actor) -> Finding:
    name = context.dossier.actors[statement.speaker].name
    return Finding(
        context.place("statements", statement.id, "speaker"),
        f"These words stand in quotation marks beside the name of {other.name}, and nothing that {name} is "
        "called by stands there.",
        f"Look up who says it there. The source is {name}’s own, but may quote others.",
    )


def _problem(context: Context, statement: Statement) -> Finding:
    field_name = "quote" if statement.quote else "passage"
    name = context.dossier.actors[statement.speaker].name
    return Finding(
        context.place("statements", statement.id, "speaker"),
        f"Nothing that {name} is called by stands near the words of this `{field_name}`.",
        "Look up who says it there; if the source uses another name for the speaker, "
        f"add it to the `aliases` of `{statement.speaker}`.",
    )


def _speaks_in_own_text(dossier: Dossier, statement: Statement) -> bool:
    """Tell whether the source is the speaker's own, or one of a body that the speaker belongs to."""
    source = dossier.sources[statement.source]
    behind = {source.publisher, *source.authors}
    return statement.speaker in behind or any(body in behind for body in bodies(dossier, statement.speaker))


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
