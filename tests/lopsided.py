"""Dossiers in which one record has thousands of something: what a page of it would grow with.

Each function takes how many, and makes the records of a dossier without errors, in YAML by the names of
files; some bring texts as well. `LOPSIDED` lists them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from mkdocs_dossier.loading import Loaded, load
from tests.support import errors, folder_of

_A_FILE = 1_000
"""Records in one file; a file has a most number of values."""


@dataclass(frozen=True)
class Made:
    """A dossier's records as lines of YAML by section, with its settings, its texts and its redirects."""

    records: dict[str, list[str]]
    texts: dict[str, str] = field(default_factory=dict)
    redirects: list[str] = field(default_factory=list)
    settings: str = "title: A test\n"

    def loaded(self) -> Loaded:
        """Load the dossier; it has no errors."""
        files = {"dossier.yaml": self.settings}
        for section, lines in self.records.items():
            for nth, start in enumerate(range(0, len(lines), _A_FILE)):
                files[f"{section}-{nth}.yaml"] = f"{section}:\n" + "".join(lines[start : start + _A_FILE])
        folder = folder_of(files, self.texts)
        loaded = load(replace(folder, redirects="".join(self.redirects).encode() or None))
        assert errors(loaded) == [], "\n".join(map(str, errors(loaded)[:9]))
        return loaded


def _lines(line: str, count: int) -> Iterator[str]:
    """Repeat a line with its number in place of `#`, and that of a day of its own in place of `@`."""
    for number in range(count):
        day = f"{2010 + number // 336 % 14}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        yield f"  {line}\n".replace("#", str(number)).replace("@", day)


def _made(many: dict[str, Iterable[str]], **others: object) -> Made:
    return Made({section: list(lines) for section, lines in many.items()}, **others)  # type: ignore[arg-type]


def _some(form: str, count: int, separator: str = ", ") -> str:
    """Repeat a piece with its number in place of `#`."""
    return separator.join(form.replace("#", str(number)) for number in range(count))


_GOV = "  gov: {name: The Government of the Republic, kind: government}\n"
_BOB = "  bob: {name: Bob Brown the Witness, kind: person}\n"
_SOURCE = "  s: {title: A source of some name that is not short, publisher: gov, published: 2024-02-02}\n"
_CLAIM = "c#: {text: It was said at that time that it was so in the case number #., about: [actor/gov]}"


def actor_of_events(count: int) -> Made:
    """One actor takes part in so many events, at many of which it spoke."""
    return _made(
        {
            "actors": [_GOV],
            "sources": [_SOURCE],
            "places": _lines("p#: {name: Village number #, kind: city}", 50),
            "events": _lines(
                "e#: {name: What happened on day # in the village, kind: talk, when: @, "
                "participants: [{actor: gov, role: carried it out}], places: [p1]}",
                count,
            ),
            "statements": _lines(
                "t#: {speaker: gov, said: '@', source: s, during: e#, quote: In truth it was number #}",
                count // 4,
            ),
        }
    )


def place_of_events(count: int) -> Made:
    """One place has so many events, and a sixteenth of so many places inside it."""
    return _made(
        {
            "places": [
                "  all: {name: All of it, kind: area, lat: 33, lon: 44}\n",
                *_lines("p#: {name: Village number #, kind: city, within: all}", max(1, count // 16)),
            ],
            "events": _lines(
                "e#: {name: What happened on day # in the village, kind: talk, when: @, places: [all]}", count
            ),
        }
    )


def _positions(count: int) -> Iterator[str]:
    for number in range(count):
        stance = "denies" if number < _DENYING else "qualifies" if number < _QUALIFYING else "asserts"
        words = f"In truth it was number {number} of those that were counted on that day, and no other one"
        said = f"2024-{1 + number % 12:02}-{1 + number // 12 % 28:02}"
        yield (
            f"  t{number}: {{speaker: a{number % max(2, count // 7)}, said: '{said}', "
            f"source: s{number % 40}, "
            f"quote: '{words}', positions: {{c0: {stance}}}, "
            f"summary: 'Speaks of the works, for time {number}, and of what was planned then'}}\n"
        )


_DENYING, _QUALIFYING = 20, 23
"""As many statements that there are not too many pairs on a claim of thousands."""
_IMPLIED, _CHAINED = 60, 10
"""How many claims a claim implies, and how many these imply one after the other."""


def claim_of_statements(count: int) -> Made:
    """On one claim there are so many statements of a seventh as many sides; it implies sixty others."""
    others = range(1, _IMPLIED + 1)
    implied = {
        0: ", ".join(f"c{one}" for one in others),
        **{one: f"c{one + 1}" for one in range(1, _CHAINED)},
    }
    claims = (
        f"  c{one}: {{text: It was said at that time that it was so in the case number {one}., "
        f"about: [actor/gov, event/e], implies: [{implied.get(one, '')}]}}\n"
        for one in (0, *others)
    )
    ministries = _lines("a#: {name: Ministry of the matter number #, kind: government}", max(2, count // 7))
    return _made(
        {
            "actors": [_GOV, *ministries],
            "sources": _lines("s#: {title: Some source no. #, publisher: gov, published: 2025-02-02}", 40),
            "events": ["  e: {name: An event, kind: talk, when: 2024-02-01}\n"],
            "claims": claims,
            "statements": _positions(count),
        }
    )


def claim_among_claims(count: int) -> Made:
    """One claim is implied by, implies and excludes so many others, and is about so many actors."""
    others = range(1, count + 1)
    listed = ", ".join(f"c{one}" for one in others)
    third = ", ".join(f"actor/a{one}" for one in range(count))
    return _made(
        {
            "actors": [_GOV, *_lines("a#: {name: Ministry of the matter number #, kind: government}", count)],
            "claims": [
                f"  c0: {{text: It was so., implies: [{listed}], about: [{third}]}}\n",
                f"  x0: {{text: It was not so., excludes: [{listed}]}}\n",
                *(f"  c{one}: {{text: It was said that it was so in case {one}.}}\n" for one in others),
                *(
                    f"  d{one}: {{text: It is said that it is so in case {one}., implies: [c0]}}\n"
                    for one in others
                ),
            ],
        }
    )


def event_of_all(count: int) -> Made:
    """One event has so many figures, participants, passages, places, answers and statements."""
    figures = "".join(
        f"      - {{measure: m{one // 8}, value: {one}, source: s, passage: it was {one}, as_of: 2024-02}}\n"
        for one in range(count)
    )
    evidence = "".join(
        f"      - {{source: s, passage: 'it was number {one} that they saw and of which they spoke'}}\n"
        for one in range(count)
    )
    event = (
        "  e:\n    name: E\n    kind: talk\n    when: 2024-02-01\n"
        f"    participants: [{_some('{actor: a#, role: was there}', count)}]\n"
        f"    places: [{_some('p#', count)}]\n"
        f"    responds_to: [{_some('x#', count)}]\n"
        f"    figures:\n{figures}    evidence:\n{evidence}"
    )
    return _made(
        {
            "actors": [_GOV, *_lines("a#: {name: Ministry of the matter number #, kind: government}", count)],
            "places": _lines("p#: {name: Village number #, kind: city, lat: 33, lon: 44}", count),
            "sources": [_SOURCE],
            "claims": _lines(
                "c#: {text: It was said of it at that time that # were there., about: [event/e]}", count
            ),
            "events": [
                event,
                *_lines(
                    "x#: {name: What happened before that no. #, kind: talk, when: @, part_of: e}", count
                ),
            ],
            "statements": _lines(
                "t#: {speaker: a#, said: '@', source: s, during: e, quote: In truth it was number #, "
                "positions: {c#: asserts}}",
                count,
            ),
        }
    )


def source_of_quotations(count: int) -> Made:
    """One source, whose long text may be published, has so many quotations."""
    said = [f"The spokesman said on that day that the number of them was {one}" for one in range(count)]
    text = "\n".join(f"“{one},” he said, and went on to speak of the rest of what there was." for one in said)
    return _made(
        {
            "actors": [_GOV, _BOB],
            "sources": ["  s: {title: Long, publisher: gov, text: s.txt, rights: publish}\n"],
            "statements": (
                f"  t{one}: {{speaker: bob, said: '2024-02-01', source: s, quote: '{words}'}}\n"
                for one, words in enumerate(said)
            ),
        },
        texts={"s.txt": text + "\n"},
    )


def source_of_one_paragraph(count: int) -> Made:
    """One source's text that may be published is one paragraph of so many sentences."""
    text = " ".join(f"He said on that day that the number of them was {one}." for one in range(count))
    return _made(
        {
            "actors": [_GOV],
            "sources": ["  s: {title: Long, publisher: gov, text: s.txt, rights: publish}\n"],
            "statements": ["  t: {speaker: gov, source: s, quote: the number of them was 7}\n"],
        },
        texts={"s.txt": text + "\n"},
    )


def actor_of_ties(count: int) -> Made:
    """One actor has so many roles, memberships, relations, names, links; and so many others tied to it."""
    roles = _some("{title: Envoy for matter #, at: a#, source: s, passage: he was envoy number #}", count)
    held = _some("{title: Deputy for matter #, at: gov}", count)
    bob = (
        f"  bob:\n    name: Bob\n    kind: person\n    roles: [{roles}, {held}]\n"
        f"    aliases: [{_some('Robert Brown the #th', count)}]\n"
        f"    links: [{_some('https://example.org/about/#', count)}]\n"
        f"    part_of: [{_some('{actor: a#}', count)}]\n"
        f"    relations: [{_some('{to: a#, kind: knows, source: s, passage: knew number #}', count)}]\n"
    )
    others = (
        f"  a{one}: {{name: Ministry of the matter number {one}, kind: government, part_of: gov}}\n"
        for one in range(count)
    )
    staff = (
        f"  b{one}: {{name: Clerk number {one}, kind: person, roles: [{{title: Clerk, at: gov}}], "
        f"part_of: bob, relations: [{{to: bob, kind: works with}}, {{to: gov, kind: reports to}}]}}\n"
        for one in range(count)
    )
    return _made({"actors": [_GOV, bob, *others, *staff], "sources": [_SOURCE]})


def actor_of_statements(count: int) -> Made:
    """One body speaks, is spoken for, is spoken to and contradicted so many times, in as many sources."""
    return _made(
        {
            "actors": [
                _GOV,
                _BOB,
                "  voice: {name: Voice, kind: person, roles: [{title: Voice, at: gov, speaks_for: true}]}\n",
            ],
            "sources": _lines(
                "s#: {title: A source of some name no. #, publisher: gov, authors: [gov], published: @}",
                count,
            ),
            "claims": _lines(_CLAIM, count),
            "events": _lines(
                "e#: {name: What happened on day #, kind: talk, participants: [{actor: gov, role: x}]}", count
            ),
            "statements": [
                line
                for who, stance in (("gov", "asserts"), ("voice", "asserts"), ("bob", "denies"))
                for line in _lines(
                    f"{who}#: {{speaker: {who}, said: '@', source: s#, to: [gov], via: gov, "
                    "translated_by: gov, "
                    f"quote: In truth it was # of them, translation: so, positions: {{c#: {stance}}}}}",
                    count,
                )
            ],
        }
    )


def joint_statement(count: int) -> Made:
    """One statement is made by so many together, to as many, in as many sources, and corrected as often."""
    also = _some("{source: s#, quote: In truth it was so}", count)
    return _made(
        {
            "actors": [
                "  b: {name: Board, kind: organisation}\n",
                *_lines(
                    "a#: {name: Ministry of the matter number #, kind: government, "
                    "roles: [{title: 'Head, group #', at: b, speaks_for: true}]}",
                    count,
                ),
            ],
            "sources": [
                _SOURCE.replace(", publisher: gov", ""),
                *_lines("s#: {title: A source of some name no. #, published: @}", count),
            ],
            "claims": _lines(_CLAIM.replace(", about: [actor/gov]", ""), count),
            "statements": [
                f"  t: {{speaker: [{_some('a#', count)}], to: [{_some('a#', count)}], source: s, "
                f"quote: In truth it was so, also_in: [{also}], "
                f"positions: {{{_some('c#: asserts', count)}}}}}\n",
                *_lines("u#: {speaker: a#, source: s#, quote: In truth it was not so, corrects: t}", count),
            ],
        }
    )


def source_of_people(count: int) -> Made:
    """One source has so many authors and archived copies, and so many sources republish it."""
    return _made(
        {
            "actors": _lines("a#: {name: Reporter number #, kind: person}", count),
            "sources": [
                f"  s: {{title: S, authors: [{_some('a#', count)}], "
                f"archived: [{_some('https://archive.example/#/https://news.example/s', count)}]}}\n",
                *_lines("s#: {title: A source of some name no. #, published: @, republishes: s}", count),
            ],
            "statements": _lines(
                "t#: {speaker: a#, source: s, via: a#, quote: In truth it was # of them}", count
            ),
        }
    )


def places_of_a_map(count: int) -> Made:
    """So many places all over the earth have coordinates, with events at each."""
    places = (
        f"  p{one}: {{name: The village or town of number {one}, kind: {'city' if one % 3 else 'area'}, "
        f"lat: {(one * 37) % 150 - 70}.{one % 10}, lon: {(one * 61) % 350 - 175}.{one % 7}}}\n"
        for one in range(count)
    )
    return _made(
        {
            "places": places,
            "events": (
                f"  e{one}: {{name: What happened on day {one} in the village, kind: talk, when: 2024-02-01, "
                f"places: [p{one}, p{one * 7 % count}]}}\n"
                for one in range(count)
            ),
        }
    )


def actors_of_a_network(count: int) -> Made:
    """So many actors, each tied to several others; a hundred of them to nearly all."""
    return _made({"actors": (_tied(number, count) for number in range(count))})


def _tied(number: int, count: int) -> str:
    bodies = sorted({of for of in (number // 5, number // 7) if of < number})
    others = {(number + 1 + to * (number % 7 + 1)) % min(count, 100) for to in range(30)} - {number}
    relations = ", ".join(f"{{to: a{one}, kind: deals with}}" for one in sorted(others))
    return (
        f"  a{number}: {{name: Ministry of the matter number {number}, kind: government, "
        f"part_of: [{', '.join(f'{{actor: a{of}}}' for of in bodies)}], relations: [{relations}]}}\n"
    )


def redirected(count: int) -> Made:
    """So many addresses lead to one record."""
    return _made({"actors": [_GOV]}, redirects=[f"actors/old{one},actors/gov\n" for one in range(count)])


_POSITIONS = 40
"""On how many claims a statement takes a position."""


def long_texts(count: int) -> Made:
    """A record has so many quotations, forty positions, and prose and names that are so many words long."""
    said = [f"the number of them was {one} as was seen by all who stood there" for one in range(count)]
    source = "\n".join(f"“He said that {one},” as it was told." for one in said)
    long = " ".join(f"word{one}" for one in range(count))
    paragraphs = (
        f"He spoke of [[bob]] and of what there was in the year {one}. " * 10 for one in range(count)
    )
    note = "".join(f"\n      {one}\n" for one in paragraphs)
    quotes = ", ".join(f"'{one}'" for one in said)
    return _made(
        {
            "actors": [
                _GOV,
                f"  bob:\n    name: Bob {long}\n    kind: person\n    description: |{note}",
            ],
            "places": [f"  p: {{name: Place {long}, kind: city, lat: 33, lon: 44}}\n"],
            "sources": [f"  s: {{title: 'Source {long}', publisher: bob, text: s.txt}}\n"],
            "claims": [
                f"  n:\n    text: N {long}\n    note: |{note}",
                *_lines(f"c#: {{text: 'C# {long}', about: [actor/bob]}}", _POSITIONS),
            ],
            "events": [
                f"  e:\n    name: E {long}\n    kind: talk\n    when: 2024-02-01\n    places: [p]\n"
                f"    summary: |{note}",
                *_lines(f"e#: {{name: 'E# {long}', kind: talk, when: @, places: [p]}}", count),
            ],
            "statements": [
                f"  t: {{speaker: bob, source: s, quote: [{quotes}], "
                f"positions: {{{_some('c#: asserts', _POSITIONS)}}}}}\n",
                *(
                    f"  t{one}: {{speaker: gov, source: s, summary: 'T{one} {long}', "
                    f"said: 2024-02-0{1 + one % 9}, "
                    f"quote: '{said[one]}', positions: {{{_some('c#: denies', _POSITIONS)}}}}}\n"
                    for one in range(count)
                ),
            ],
        },
        texts={"s.txt": source + "\n"},
        settings=f"title: A test\nsummary: |{note}",
    )


def sections_of_many(count: int) -> Made:
    """Each section has so many records, with nothing out of the ordinary."""
    return _made(
        {
            "actors": [_GOV, *_lines("a#: {name: Ministry of the matter number #, kind: government}", count)],
            "places": _lines("p#: {name: Village number #, kind: city}", count),
            "sources": _lines("s#: {title: A source of some name no. #, publisher: a#, published: @}", count),
            "claims": _lines(_CLAIM, count),
            "events": _lines("e#: {name: What happened on day #, kind: talk, when: @, places: [p#]}", count),
            "statements": _lines(
                "t#: {speaker: a#, said: '@', source: s#, quote: In truth it was # of them, "
                "positions: {c#: asserts}}",
                count,
            ),
        }
    )


@dataclass(frozen=True)
class Lopsided:
    """What makes a dossier; a number that shows what grows, and one that is large."""

    make: Callable[[int], Made]
    few: int
    many: int


LOPSIDED: dict[str, Lopsided] = {
    one.__name__: Lopsided(one, few, many)
    for one, few, many in (
        (actor_of_events, 250, 8_000),
        (place_of_events, 250, 8_000),
        (claim_of_statements, 80, 1_900),
        (claim_among_claims, 150, 300),
        (event_of_all, 120, 3_000),
        (source_of_quotations, 350, 3_000),
        (source_of_one_paragraph, 2_000, 20_000),
        (actor_of_ties, 105, 600),
        (actor_of_statements, 110, 2_000),
        (joint_statement, 45, 600),
        (source_of_people, 110, 600),
        (places_of_a_map, 110, 2_000),
        (actors_of_a_network, 105, 3_000),
        (redirected, 100, 1_000),
        (long_texts, 25, 100),
        (sections_of_many, 101, 3_000),
    )
}
"""The dossiers by name."""
