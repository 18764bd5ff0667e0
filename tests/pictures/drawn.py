"""Pictures to test, and how a test looks into one."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from xml.etree import ElementTree

from mkdocs_dossier.model.vocabulary import PlaceKind, Stance
from mkdocs_dossier.pictures.map import worldmap as map
from mkdocs_dossier.pictures.map.outlines import Outlines
from mkdocs_dossier.pictures.map.worldmap import Spot
from mkdocs_dossier.pictures.svg.picture import Picture
from mkdocs_dossier.pictures.ties import neighbours
from mkdocs_dossier.pictures.ties.graph import Actor, Tie, Ties
from mkdocs_dossier.pictures.time import stances, steps, timeline
from mkdocs_dossier.pictures.time.answers import Landmark, Position
from mkdocs_dossier.pictures.time.steps import Given
from mkdocs_dossier.pictures.time.timeline import Happening, Said
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import Section
from mkdocs_dossier.words import Words

ENGLISH = Words()
ARABIC = Words("ar")
MORE = "#the-list"


def address(section: Section, identifier: str) -> str:
    return f"../../{section}/{identifier}/"


def parsed(picture: Picture | None) -> ElementTree.Element:
    """Read a picture as XML, which is stricter than HTML."""
    assert picture is not None
    return read(picture.svg)


def read(markup: str) -> ElementTree.Element:
    """Parse markup as XML, to which the prefix that HTML knows would have to be declared."""
    markup = markup.replace(" xlink:href=", " href=")
    return ElementTree.fromstring(markup)  # noqa: S314 - what the program wrote a moment ago


def titles(picture: Picture | None) -> list[str]:
    """List what a pointer finds over the links of a picture."""
    return [
        link.findtext("title", "") for link in parsed(picture).iter("a") if link.find("title") is not None
    ]


def links(picture: Picture | None) -> list[str]:
    """List where the links of a picture lead, but for the one to the list that every picture has."""
    return [link.get("href", "") for link in parsed(picture).iter("a") if not link.get("id")]


def texts(picture: Picture | None) -> list[str]:
    return [text.text or "" for text in parsed(picture).iter("text")]


def shapes(picture: Picture | None) -> list[str]:
    """List the shapes of the marks in the order they are drawn, without the prefix of their ids."""
    return [use.get("href", "").rpartition("-")[2] for use in parsed(picture).iter("use")]


def notes(picture: Picture | None) -> str:
    """Give what a picture says below itself."""
    return " ".join("".join(part.itertext()) for part in parsed(picture).iter("p"))


def folded(words: str) -> str:
    """Write text as a picture holds it: on one line, and without what XML cannot hold."""
    legal = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", words)
    return re.sub(r"\s+", " ", legal).strip()


def on(date: str | None) -> EdtfDate | None:
    return EdtfDate.parse(date) if date else None


def position(
    statement: str,
    speaker: str,
    side: str,
    date: str | None,
    stance: Stance,
    *,
    body: str = "",
    words: str = "",
    withdrawn: str | None = None,
    is_implied: bool = False,
) -> Position:
    """Make a position; one without words was only reported."""
    return Position(statement, speaker, body, side, on(date), stance, words, not words, withdrawn, is_implied)


def landmark(event: str, name: str, when: str) -> Landmark:
    return Landmark(event, name, EdtfDate.parse(when))


LEAD = (
    position(
        "kirby",
        "John Kirby",
        "United States",
        "../2024-02-03",
        Stance.ASSERTS,
        body="US National Security Council",
        words="informed … prior",
        withdrawn="5 February 2024",
    ),
    position("awadi", "Basim al-Awadi", "Iraq", "2024-02-03", Stance.DENIES, body="Iraqi government"),
    position(
        "patel",
        "Vedant Patel",
        "United States",
        "2024-02-05",
        Stance.DENIES,
        body="US State Department",
        words="there was not a pre-notification",
    ),
)
STRIKES = landmark("strikes", "The strikes", "2024-02-02")
EVENTS = (
    Happening("attacks", "Attacks on bases", "attack campaign", on("2023-10-15~/..")),
    Happening("drone", "Drone attack in Jordan", "drone attack", on("2024-01"), ()),
    Happening("strikes", "Strikes in Iraq", "airstrike", on("2024-02-02"), ("drone", "attacks")),
    Happening("summons", "Iraq summons the chargé", "protest", on("2024-02-03"), ("strikes",)),
    Happening("war", "A war", "war", None),
)
STATEMENTS = (
    Said("kirby", "John Kirby: Iraq was informed", on("../2024-02-03")),
    Said("patel", "Vedant Patel: there was no notice", on("2024-02-05")),
    Said("undated", "Somebody: something", None),
)
PLACES = (
    Spot("iraq", "Iraq", PlaceKind.COUNTRY, 33.0, 44.0, ("Strikes",)),
    Spot("baghdad", "Baghdad", PlaceKind.CITY, 33.3153, 44.3661, ("Strikes", "Summons")),
    Spot("anbar", "Anbar province", PlaceKind.REGION, 32.9, 41.6, ("Strikes",)),
    Spot("base", "Military base, not named", PlaceKind.SITE, None, None, ("Drone attack",)),
)


def figure(voice: str, date: str | None, amount: str, when: str = "", unit: str = "") -> Given:
    """Make a figure of a voice, whose id is its name in small letters."""
    value, day = Amount.parse(amount), on(date)
    said = f"{ENGLISH.amount(value)} {unit}".strip()
    when = when or (ENGLISH.date(day) if day else "date not stated")
    return Given(voice.lower(), voice, day, when, value, said, f"../../sources/{voice.lower() or 'none'}/")


TOLL = (
    figure("Paper", "2022-01-23", "123"),
    figure("Paper", "2022-01-25", "166"),
    figure("Ministry", "2022-01-22", ">=16"),
    figure("Ministry", "2022-01", "<40"),
    figure("Agency", "2022-01-24?", "110-140"),
    figure("Agency", "2022-01-26/..", "~150"),
    figure("", "2022-01-26", "170"),
    figure("Agency", None, "180"),
)
TIES = Ties.of(
    [
        Actor("us", "United States", "state", "state"),
        Actor("us-government", "US government", "government", "government"),
        Actor("council", "National Security Council", "organisation", "organisation"),
        Actor("kirby", "John Kirby", "person", "person"),
        Actor("israel", "Israel", "state", "state"),
        Actor("alone", "Somebody alone", "person", "person"),
    ],
    [
        Tie("us-government", "us", "part"),
        Tie("council", "us-government", "part"),
        Tie("kirby", "council", "speaks", "Spokesman"),
        Tie("us-government", "israel", "relation", "supports"),
    ],
)


@cache
def outlines() -> Outlines:
    return Outlines.parse((files("mkdocs_dossier") / "data" / "outlines.json").read_bytes())


def drawn_positions(
    words: Words = ENGLISH,
    taken: Sequence[Position] = LEAD,
    events: Sequence[Landmark] = (STRIKES,),
    *,
    is_question: bool = True,
) -> Picture | None:
    return stances.draw(
        taken,
        events,
        claim="Was Iraq told?",
        is_question=is_question,
        href=address,
        words=words,
        more=MORE,
    )


def drawn_rows(words: Words = ENGLISH, number: int = 40) -> Picture | None:
    """Draw so many positions, which are rows of sides."""
    return drawn_positions(words, crowd(number))


def crowd(number: int, sides: int = 7) -> list[Position]:
    """Make positions of so many sides, now the one stance, now the other."""
    both = (Stance.ASSERTS, Stance.DENIES)
    return [
        position(
            f"s{index}",
            f"Voice {index}",
            f"Side {index % sides}",
            f"2024-0{1 + index % 9}-{10 + index % 17}",
            both[index % 2],
        )
        for index in range(number)
    ]


def drawn_strip(words: Words = ENGLISH) -> Picture | None:
    return timeline.strip(EVENTS, STATEMENTS, href=address, words=words, more=MORE)


def drawn_timeline(words: Words = ENGLISH) -> Picture | None:
    return timeline.full(EVENTS, STATEMENTS, href=address, words=words, more=MORE)


def drawn_neighbourhood(words: Words = ENGLISH) -> Picture | None:
    attacks, drone, strikes, summons, _ = EVENTS
    related: list[tuple[timeline.Tie, Happening]] = [
        ("answers", drone),
        ("whole", attacks),
        ("answered by", summons),
    ]
    return timeline.neighbourhood(strikes, related, STATEMENTS, href=address, words=words, more=MORE)


def drawn_map(words: Words = ENGLISH, places: tuple[Spot, ...] = PLACES) -> Picture | None:
    return map.draw(places, outlines(), href=address, words=words, more=MORE)


def drawn_neighbours(words: Words = ENGLISH, actor: str = "us-government") -> Picture | None:
    return neighbours.draw(actor, TIES, href=address, words=words, more=MORE)


def drawn_steps(words: Words = ENGLISH, given: tuple[Given, ...] = TOLL, nth: int = 0) -> Picture | None:
    return steps.draw(given, measure="killed", nth=nth, href=address, words=words, more=MORE)


DRAWINGS = (
    drawn_positions,
    drawn_rows,
    drawn_steps,
    drawn_strip,
    drawn_timeline,
    drawn_neighbourhood,
    drawn_map,
    drawn_neighbours,
)
