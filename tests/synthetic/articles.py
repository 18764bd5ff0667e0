"""What was said and what happened: articles with their texts, and the records that are taken from them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from mkdocs_dossier.rules.lexicon.negations import negations
from tests.synthetic.dates import event_date, in_words
from tests.synthetic.names import LANGUAGES, Language
from tests.synthetic.speech import TONGUES, Tongue, sentence, written
from tests.synthetic.world import Data, Someone

KINDS = (
    "article",
    "article",
    "article",
    "report",
    "article",
    "transcript",
    "post",
    "article",
    "document",
    "video",
)
_AMOUNTS = ("{}", ">{}", ">={}", "<{}", "<={}", "~{}")
_EVENT_KINDS = ("press-briefing", "convoy", "road-closure", "delivery", "negotiation", "inspection")
_WITHOUT_TEXT = 20
"""One source of so many has no archived text: what is taken from it stays unverified."""


@dataclass
class Article:
    """A source while it is written: its record, the paragraphs of its text, and what is taken from it."""

    id: str
    day: date
    language: Language
    record: Data
    paragraphs: list[str] = field(default_factory=list)
    events: dict[str, Data] = field(default_factory=dict)
    statements: dict[str, Data] = field(default_factory=dict)

    @property
    def tongue(self) -> Tongue:
        """The language's sentences."""
        return TONGUES[self.language]

    def add(self, random: Random, paragraph: str) -> str:
        """Write a paragraph into the text, with one of no interest after it; give it back."""
        filler = written(sentence(random, self.language, 30), self.language)
        self.paragraphs += [paragraph, f"{filler}."]
        return paragraph

    def finished(self, has_text: bool) -> tuple[Data, bytes]:
        """Give the record and the bytes of the text."""
        text = ("\n".join(self.paragraphs) + "\n").encode()
        if has_text:
            self.record |= {"text": f"{self.id}.txt", "sha256": sha256(text).hexdigest()}
        return self.record, text


def open_article(
    number: int, day: date, media: list[Someone], reporters: list[Someone], place: str
) -> Article:
    """Begin a source."""
    language = LANGUAGES[number % 7] if number % 7 < len(LANGUAGES) else "en"
    record: Data = {
        "title": f"What was said on the works, part {number + 1}",
        "kind": KINDS[number % len(KINDS)],
        "publisher": media[number % len(media)].id,
        "authors": [reporters[number % len(reporters)].id],
        "published": day.isoformat() if number % 3 else f"{day.isoformat()}T13:15:00-05:00",
        "retrieved": (day + timedelta(days=40)).isoformat(),
        "url": f"https://news.example/{day:%Y/%m}/{number}?a=1&b=2",
        "archived": [f"https://archive.example/{day:%Y%m%d}/https://news.example/{number}"],
        "language": language,
        "dateline": place,
        "rights": "quote" if number % 4 else "publish",
    }
    return Article(f"article-{number + 1}", day, language, record)


def has_text(number: int) -> bool:
    """Tell whether the text of a source is archived."""
    return number % _WITHOUT_TEXT != _WITHOUT_TEXT - 1


def report(
    article: Article, random: Random, number: int, place: tuple[str, str], bodies: Sequence[Someone]
) -> str:
    """Report an event in an article, at a place (id and name), with two bodies; give its id."""
    words = written(sentence(random, article.language, 14), article.language)
    one, other = bodies
    called = one.called(article.language)
    paragraph = article.tongue.happened.format(place=place[1], body=called, words=words)
    kind = _EVENT_KINDS[number % len(_EVENT_KINDS)]
    when, note = event_date(number, article.day)
    record: Data = {
        "name": f"{kind.replace('-', ' ').capitalize()} in {place[1]}, no. {number + 1}",
        "kind": kind,
    }
    if when:
        record["when"] = when
    if note:
        record["when_note"] = note
    record["places"] = [place[0]]
    record["participants"] = [
        {"actor": one.id, "role": "carried it out"},
        {"actor": other.id, "role": "was consulted"},
    ]
    record |= _ties(number)
    record["summary"] = f"Reported in [[{article.id}|one article]] only; [[{other.id}]] was **asked** before."
    record["evidence"] = [{"source": article.id, "passage": article.add(random, paragraph)}]
    if number % 3 == 0:
        record["figures"] = [_figure(article, random, number + turn, one, other) for turn in range(2)]
    identifier = event_id(number)
    article.events[identifier] = record
    return identifier


def event_id(number: int) -> str:
    """Give the id of an event."""
    return f"{_EVENT_KINDS[number % len(_EVENT_KINDS)]}-{number + 1}"


def _ties(number: int) -> Data:
    """Tie an event to the one before it: as a part, or as an answer."""
    match number % 4:
        case 1:
            return {"part_of": event_id(number - 1)}
        case 3:
            return {"responds_to": [event_id(number - 1)]}
    return {}


def _figure(article: Article, random: Random, number: int, counted: Someone, teller: Someone) -> Data:
    """Count somebody: two figures of one event differ, and may not both be true."""
    value = 16 + number % 90
    words = written(sentence(random, article.language, 8), article.language)
    body = counted.called(article.language)
    passage = article.add(random, article.tongue.counted.format(number=value, body=body, words=words))
    amount = f"{value}-{value + 4}" if number % 7 == 0 else _AMOUNTS[number % len(_AMOUNTS)].format(value)
    figure: Data = {"measure": "present", "of": counted.id, "value": amount}
    if number % 2:
        figure["attributed_to"] = teller.id
    return figure | {"source": article.id, "passage": passage}


def state(article: Article, random: Random, number: int, speaker: Someone, others: Data) -> str:
    """Let somebody say something in an article; `others` are further fields. Gives the statement's id."""
    said = article.day - timedelta(days=number % 4)
    words = sentence(random, article.language, 12 + number % 15)
    record: Data = {"speaker": speaker.id}
    if number % 5 != 4:
        record["said"] = said.isoformat()
        record["said_note"] = f"As reported on {in_words(article.day)}."
    else:
        record |= {"said": f"../{article.day.isoformat()}", "said_note": "It was published on that day."}
    record["source"] = article.id
    who = speaker.called(article.language)
    record |= _WAYS[number % len(_WAYS)](article, random, words, who, in_words(said))
    if number % 3 == 0:
        record["summary"] = (
            f"Speaks of the works, for the {number + 1}th time, and of what was | is <planned>."
        )
    if article.language != "en":
        if "quote" in record and number % 2:
            record["language"] = article.language
        record["translation"] = written(sentence(random, "en", len(words)), "en")
    identifier = f"{speaker.id}-{number + 1}"
    article.statements[identifier] = record | others
    return identifier


def _exact(article: Article, random: Random, words: tuple[str, ...], who: str, day: str) -> Data:
    said = written(words, article.language)
    article.add(random, article.tongue.direct.format(words=said, who=who, day=day))
    return {"quote": said}


def _typographic(article: Article, random: Random, words: tuple[str, ...], who: str, day: str) -> Data:
    """Set a dash into the source that the record writes as a hyphen."""
    first, last = _halves(article, words)
    article.add(random, article.tongue.direct.format(words=f"{first} – {last}", who=who, day=day))
    return {"quote": f"{first} - {last}"}


def _elided(article: Article, random: Random, words: tuple[str, ...], who: str, day: str) -> Data:
    drawn = sentence(random, article.language, 5)
    # An elision that leaves out a negation is reported.
    kept = tuple(word for word in drawn if not any(negations(word, article.language)))
    middle = written(kept, article.language)
    first, last = _halves(article, words)
    said = article.tongue.space.join((first, middle, last))
    article.add(random, article.tongue.direct.format(words=said, who=who, day=day))
    return {"quote": f"{first} […] {last}"}


def _fragments(article: Article, random: Random, words: tuple[str, ...], who: str, day: str) -> Data:
    first, last = _halves(article, words)
    article.add(random, article.tongue.two_parts.format(first=first, last=last, who=who, day=day))
    return {"quote": [first, last]}


def _reported(article: Article, random: Random, words: tuple[str, ...], who: str, _day: str) -> Data:
    said = written(words, article.language)
    return {"passage": article.add(random, article.tongue.reported.format(words=said, who=who))}


def _both(article: Article, random: Random, words: tuple[str, ...], who: str, day: str) -> Data:
    said = written(words, article.language)
    passage = article.add(random, article.tongue.direct.format(words=said, who=who, day=day))
    return {"quote": said, "passage": passage}


_WAYS = (_exact, _typographic, _elided, _fragments, _reported, _both)


def _halves(article: Article, words: tuple[str, ...]) -> tuple[str, str]:
    middle = len(words) // 2
    return written(words[:middle], article.language), written(words[middle:], article.language)
