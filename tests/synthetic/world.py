"""Who and where: states with their bodies and people, and countries with their places."""

from dataclasses import dataclass
from math import asin, degrees

from tests.synthetic.names import LANGUAGES, SCRIPTS, Language, full_name, word

Data = dict[str, object]

GROUP = 12
"""So many actors make a state: itself, five bodies, five people, and one who is not named."""

_BODIES = (
    ("state", "{}"),
    ("government", "Government of {}"),
    ("organisation", "Ministry of Works of {}"),
    ("organisation", "Border Agency of {}"),
    ("media", "{} Daily"),
    ("armed-group", "{} Front"),
)
BODIES = len(_BODIES)
_NATIVE: dict[Language, tuple[str, ...]] = {
    "en": (
        "{}",
        "Government of {}",
        "Ministry of Works of {}",
        "Border Agency of {}",
        "{} Daily",
        "{} Front",
    ),
    "ar": ("{}", "حكومة {}", "وزارة أشغال {}", "وكالة حدود {}", "صحيفة {}", "جبهة {}"),
    "ckb": ("{}", "حکوومەتی {}", "وەزارەتی کاری {}", "دەزگای سنووری {}", "ڕۆژنامەی {}", "بەرەی {}"),
    "ru": (
        "{}",
        "Правительство {}",
        "Министерство работ {}",
        "Пограничная служба {}",
        "Газета {}",
        "Фронт {}",
    ),
    "zh": ("{}", "{}政府", "{}工程部", "{}边防局", "{}日报", "{}阵线"),
}
_STATE, _GOVERNMENT, _MINISTRY, _AGENCY, _MEDIA, _GROUP_ARMED = range(BODIES)
PEOPLE = 5
"""People of a state: the spokespersons of its government, ministry, agency and armed group; a journalist."""
_TITLES = ("Government spokesperson", "Ministry spokesperson", "Agency director", "Commander", "Reporter")
_WORKS_AT = (_GOVERNMENT, _MINISTRY, _AGENCY, _GROUP_ARMED, _MEDIA)
ONE_SIDE = 3
"""The first so many people of a state speak for its government, in the end."""


@dataclass(frozen=True)
class Someone:
    """An actor, the record of it, and how it is called in its own language."""

    id: str
    number: int
    language: Language
    native: str
    record: Data

    def called(self, language: Language) -> str:
        """Name the actor as an article in a language does: in its script, where there is a name in that."""
        name = self.record["name"]
        return self.native if SCRIPTS[language] == SCRIPTS[self.language] else str(name)

    @property
    def is_speaker(self) -> bool:
        """Whether the actor makes statements."""
        return self.number % GROUP >= BODIES

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody names this speaker."""
        return self.number % GROUP == GROUP - 1


def actors(count: int) -> list[Someone]:
    """Make actors, by states; the last state may lack some."""
    return [_actor(number) for number in range(count)]


def _actor(number: int) -> Someone:
    state, rank = divmod(number, GROUP)
    language = LANGUAGES[state % len(LANGUAGES)]
    if rank < BODIES:
        return _body(number, state, rank, language)
    if rank == GROUP - 1:
        record: Data = {"name": f"An official of {word(state * GROUP, 'en')}", "kind": "anonymous"}
        return Someone(f"official-{number}", number, language, str(record["name"]), record)
    return _person(number, state, rank - BODIES, language)


def _body(number: int, state: int, rank: int, language: Language) -> Someone:
    kind, pattern = _BODIES[rank]
    native = _NATIVE[language][rank].format(word(state * GROUP, language))
    record: Data = {"name": pattern.format(word(state * GROUP, "en")), "kind": kind}
    if language != "en":
        record["names"] = {language: native}
    if rank == _GOVERNMENT:
        record["part_of"] = body_id(state, _STATE)
    elif rank == _MINISTRY:
        record["part_of"] = body_id(state, _GOVERNMENT)
    elif rank == _AGENCY:
        record["part_of"] = [
            {"actor": body_id(state, _MINISTRY), "from": "2009", "until": "2018-06"},
            {"actor": body_id(state, _GOVERNMENT), "from": "2018-06"},
        ]
    elif rank == _GROUP_ARMED:
        record["relations"] = [{"to": body_id(state, _STATE), "kind": "at war with", "from": "2011~"}]
    return Someone(body_id(state, rank), number, language, native, record)


def _person(number: int, state: int, post: int, language: Language) -> Someone:
    native = full_name(number, language)
    record: Data = {"name": full_name(number, "en"), "kind": "person"}
    if language != "en":
        record["names"] = {language: native}
    record["aliases"] = [word(number, "en")]
    record["description"] = f"Speaks to the press for [[{body_id(state, _WORKS_AT[post])}]] since *2013*."
    record["roles"] = [
        {"title": "Adviser", "at": body_id(state, _GOVERNMENT), "from": "2005-22", "until": "2012"},
        {"title": _TITLES[post], "at": body_id(state, _WORKS_AT[post]), "from": "2013"},
    ]
    if post != PEOPLE - 1:
        record["roles"][1]["speaks_for"] = "true"  # type: ignore[index]
    return Someone(f"{word(number, 'en').lower()}-{number}", number, language, native, record)


def body_id(state: int, rank: int) -> str:
    """Give the id of a state's body."""
    return f"{word(state * GROUP, 'en').lower()}-{_BODIES[rank][0]}-{rank}"


_PLACES = ("country", "region", "city", "site", "city", "area")
_WITHIN = (0, 0, 1, 2, 0, 0)
_EAST, _UP = 0.6180339887498949, 0.41421356237309503
"""Steps that never come back to where they began: the golden ratio's and the square root of two's."""
_NORTH, _SOUTH = 72.0, -55.0


def places(count: int) -> dict[str, Data]:
    """Make places, by countries, spread evenly over the inhabited part of the globe."""
    return {place_id(number): _place(number) for number in range(count)}


def place_id(number: int) -> str:
    """Give the id of a place."""
    return f"{word(number, 'en').lower()}-{_PLACES[number % len(_PLACES)]}"


def _place(number: int) -> Data:
    country, rank = divmod(number, len(_PLACES))
    language = LANGUAGES[country % len(LANGUAGES)]
    record: Data = {"name": word(number, "en"), "kind": _PLACES[rank]}
    if language != "en":
        record["names"] = {language: word(number, language)}
    if rank:
        record["within"] = place_id(number - rank + _WITHIN[rank])
    if _PLACES[rank] != "area":
        share, turn = country * _UP % 1, country * _EAST % 1
        latitude = min(max(degrees(asin(2 * share - 1)), _SOUTH), _NORTH)
        record["lat"] = f"{latitude + rank * 0.31:.4f}"
        record["lon"] = f"{turn * 356 - 178 + rank * 0.27:.4f}"
    return record
