"""Dossiers of many sources without records, for tests and measurements: invented articles, varied."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tests.support import ROOT

LANGUAGES = ("ar", "de", "en", "fr")

_ARTICLES = ROOT / "tests" / "drafting" / "articles"
_NAME = re.compile(r"[A-ZÀ-Þ]\w{3,}$")
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


@cache
def articles(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the invented articles of a language, each with the last names of those who speak in it."""
    found = []
    for path in sorted((_ARTICLES / language).glob("*.txt")):
        expected = path.with_suffix(".said").read_text("utf-8").splitlines()
        names = (_NAME.search(line.rpartition("->")[2].strip()) for line in expected)
        found.append((path.read_text("utf-8"), frozenset(name[0] for name in names if name)))
    return tuple(found)


def texts(number: int, languages: Sequence[str] = LANGUAGES) -> Iterator[tuple[str, str]]:
    """Make so many articles, each with its language; in each turn the people have other names."""
    pool = [(language, *article) for language in languages for article in articles(language)]
    for at in range(number):
        turn, place = divmod(at, len(pool))
        language, text, names = pool[place]
        for name in sorted(names) if turn else ():
            text = re.sub(rf"\b{name}\b", f"{name}{_syllables(turn)}", text)
        yield language, text


def _syllables(turn: int) -> str:
    found = ""
    while turn:
        turn, at = divmod(turn, len(_SYLLABLES))
        found += _SYLLABLES[at]
    return found


def undrafted(
    number: int, languages: Sequence[str] = LANGUAGES, *, in_a_file: int = 1, repeated: int = 1
) -> dict[str, bytes]:
    """Make the files of a dossier of so many sources; each text has its article so many times over."""
    files = {"dossier.yaml": b"title: Many articles\n"}
    records: dict[int, list[str]] = {}
    for at, (language, text) in enumerate(texts(number, languages)):
        files[f"texts/{at // 1000}/{at}.txt"] = ("\n\n".join([text] * repeated) + "\n").encode()
        records.setdefault(at // in_a_file, []).append(
            f"  article-{at}:\n    title: Article {at}\n    language: {language}\n"
            f"    published: 2024-{1 + at % 12:02}-{1 + at % 28:02}\n    text: texts/{at // 1000}/{at}.txt\n"
        )
    for part, those in records.items():
        files[f"articles-{part}.yaml"] = ("sources:\n" + "".join(those)).encode()
    return files
