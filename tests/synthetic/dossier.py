"""A whole dossier: who speaks when, on which claim, with which stance, in which article."""

from datetime import date, timedelta
from random import Random

import yaml
from tests.synthetic import articles, world
from tests.synthetic.articles import Article
from tests.synthetic.world import Data, Someone

SMALLEST = 100
"""Fewer records make no dossier in which each is tied to others."""

_FIRST_DAY, _DAYS = date(2014, 2, 3), 3650
_SHARES = {"sources": 10, "actors": 12, "places": 6, "events": 14, "claims": 13}
_ROUND = 4
"""Each claim is asserted, then denied, then judged anew, then qualified or passed over."""
_IN_PASSING, _MUCH_DISPUTED, _STANCES = 10, 100, ("asserts", "denies")
"""One statement in ten takes a position on a second claim; of each hundred, on the same one."""
_OUTCOMES, _FIRST = 12, {7: "qualifies", 11: "unaware"}
_LATER = {3: "asserts", 5: "declines", 7: "denies", 11: "unaware"}
"""Of so many claims, those that are corroborated, made once, qualified, and left open."""


class Synthetic:
    """A dossier while it is made: the articles in the order of their days, each with what it holds."""

    def __init__(self, records: int, random: Random) -> None:
        self.random = random
        self.counts = {section: records * share // 100 for section, share in _SHARES.items()}
        self.counts["statements"] = records - sum(self.counts.values())
        self.actors = world.actors(self.counts["actors"])
        self.speakers = [one for one in self.actors if one.is_speaker]
        self.bodies = [one for one in self.actors if not one.is_speaker]
        self.people = {one.number: one for one in self.speakers if not one.is_anonymous}
        self.places = world.places(self.counts["places"])
        self.articles = [self._article(number) for number in range(self.counts["sources"])]
        self.taken: dict[str, list[tuple[str, Someone]]] = {}

    def _article(self, number: int) -> Article:
        day = _FIRST_DAY + timedelta(days=number * _DAYS // self.counts["sources"])
        media = [one for one in self.bodies if one.record["kind"] == "media"]
        reporters = list(self.people.values())
        place = list(self.places)[number % len(self.places)]
        return articles.open_article(number, day, media, reporters, place)

    def files(self) -> dict[str, bytes]:
        events = self._events()
        claims = {
            f"claim-{number + 1}": self._claim(number, events) for number in range(self.counts["claims"])
        }
        for number in range(self.counts["statements"]):
            self._statement(number, list(claims), events)
        return {
            "dossier.yaml": _yaml(self._settings()),
            "actors.yaml": _yaml({"actors": {one.id: one.record for one in self.actors}}),
            "places.yaml": _yaml({"places": self.places}),
            "claims.yaml": _yaml({"claims": claims}),
            **self._article_files(),
        }

    def _settings(self) -> Data:
        return {
            "title": "Who said what of the works",
            "summary": f"Nobody's words, on [[{self.actors[0].id}]] and others.\n\nAll is made up.",
            "language": "en",
            "editors": ["Nobody"],
            "licence": "CC0",
        }

    def _article_files(self) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        for number, article in enumerate(self.articles):
            archived = articles.has_text(number)
            record, text = article.finished(archived)
            sections = {"events": article.events, "statements": article.statements}
            folder = f"{article.day:%Y}"
            files[f"{folder}/{article.id}.yaml"] = _yaml(
                {"sources": {article.id: record}} | {name: held for name, held in sections.items() if held}
            )
            if archived:
                files[f"{folder}/{article.id}.txt"] = text
        return files

    def _events(self) -> list[str]:
        """Report the events, each in one article, with the bodies and the places in turn."""
        made: list[str] = []
        spots = list(self.places.items())
        for number in range(self.counts["events"]):
            article = self.articles[number * len(self.articles) // self.counts["events"]]
            identifier, place = spots[number % len(spots)]
            bodies = [self.bodies[(2 * number + turn) % len(self.bodies)] for turn in range(2)]
            where = (identifier, str(place["name"]))
            made.append(articles.report(article, self.random, number, where, bodies))
        return made

    def _claim(self, number: int, events: list[str]) -> Data:
        body = self.bodies[number % len(self.bodies)]
        event = events[number % len(events)]
        text = f"{body.record['name']} was informed, point {number + 1}, before it happened."
        claim: Data = {"text": text, "about": [f"event/{event}", f"actor/{body.id}"]}
        if number % 2:
            claim["question"] = f"Was {body.record['name']} informed before, on point {number + 1}?"
        if number % 3 == 0:
            claim["note"] = f"About being informed only.\n\n- Not about [[event/{event}]] as a whole."
        return claim

    def _statement(self, number: int, claims: list[str], events: list[str]) -> None:
        """Let somebody take a position on a claim, in its turn."""
        turn, place = divmod(number, len(claims))
        claim = claims[place]
        said = self.taken.setdefault(claim, [])
        speaker, stance, corrected = self._turn(turn % _ROUND, place, said)
        positions = {claim: stance}
        if number % _IN_PASSING == 0:
            positions.setdefault(
                claims[number // _MUCH_DISPUTED % len(claims)], _STANCES[number // _IN_PASSING % 2]
            )
        others: Data = {"positions": positions}
        if corrected:
            others["corrects"] = corrected
        if number % 6 == 0:
            others["to"] = [self.bodies[number % len(self.bodies)].id]
        if number % 7 == 0:
            others["during"] = events[number * len(events) // self.counts["statements"]]
        article = self.articles[number * len(self.articles) // self.counts["statements"]]
        said.append((articles.state(article, self.random, number, speaker, others), speaker))

    def _turn(
        self, turn: int, place: int, said: list[tuple[str, Someone]]
    ) -> tuple[Someone, str, str | None]:
        """Choose who speaks next on a claim, the stance, and the statement that it corrects."""
        if turn == 0:
            return self.speakers[place % len(self.speakers)], _FIRST.get(place % _OUTCOMES, "asserts"), None
        if place % _OUTCOMES in _LATER:
            speaker = self.speakers[(place + (world.PEOPLE + 1) * turn) % len(self.speakers)]
            return speaker, _LATER[place % _OUTCOMES], None
        if turn == 1:
            return self.speakers[(place + world.PEOPLE + 1) % len(self.speakers)], "denies", None
        first, speaker = said[-turn]
        if turn == _ROUND - 1:
            stance = ("qualifies", "declines", "unaware")[place % 3]
            return self.speakers[(place + 2) % len(self.speakers)], stance, None
        match place % 3:
            case 0:
                return self._colleague(speaker), "denies", first
            case 1:
                return speaker, "denies", None
        return self.speakers[(place + 2 * world.PEOPLE + 3) % len(self.speakers)], "asserts", None

    def _colleague(self, speaker: Someone) -> Someone:
        """Find somebody who speaks for the same government; the speaker where there is nobody else."""
        post = speaker.number % world.GROUP - world.BODIES
        if post >= world.ONE_SIDE:
            return speaker
        return self.people.get(speaker.number - post + (post + 1) % world.ONE_SIDE, speaker)


def _yaml(data: object) -> bytes:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100).encode()
