"""The prefixes that turn what a word says when a hyphen joins them to it, by language.

Only those that deny, oppose, feign, weaken or end it, or make another office of it: "combatants" says the
contrary of "non-combatants", and a vice-president is no president. "Iran" in "pro-Iran" stays what it is.
"""

from unicodedata import category, normalize

_BY_LANGUAGE = {
    "en": (
        "non ex anti pseudo quasi un counter contra semi half demi near mis dis de no not never mock sham "
        "cease vice deputy acting under sub"
    ),
    "de": (
        "nicht ex anti pseudo quasi möchtegern schein semi halb gegen konter kontra un ent fehl miss nie "
        "vize alt noch unter beinahe fast"
    ),
    "fr": "non ex anti pseudo quasi contre semi demi mi vice sous faux presque dé",
    "es": "no non ex anti contra pseudo seudo cuasi semi vice",
    "it": "non ex anti contro pseudo quasi semi vice",
    "pt": "não ex anti contra pseudo quase semi vice",
    "nl": "niet non ex anti pseudo quasi semi half oud vice onder schijn",
    "pl": "nie eks ex anty pseudo kwazi wice pół",
    "ru": "не экс анти псевдо квази вице контр лже полу",
    "he": "אי אנטי בלתי לא תת",
}
"""What stands before the hyphen, in small letters."""


def plain(prefix: str) -> str:
    """Return the form in which prefixes are compared: in small letters, without accents."""
    return "".join(char for char in normalize("NFD", prefix.casefold()) if category(char)[0] != "M")


TURNING = frozenset(plain(prefix) for prefixes in _BY_LANGUAGE.values() for prefix in prefixes.split())
"""All of them: a text may quote another language than its own."""
