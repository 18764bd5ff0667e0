"""Names that nobody bears, in five scripts: a number gives a word, and each number another one."""

from typing import Literal

Language = Literal["en", "ar", "ckb", "ru", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "ar", "ckb", "ru", "zh")
SCRIPTS: dict[Language, str] = {"en": "Latn", "ar": "Arab", "ckb": "Arab", "ru": "Cyrl", "zh": "Hans"}

# One syllable a row: Latin, Arabic, Sorani Kurdish, Cyrillic, Chinese.
_SYLLABLES = (
    ("ba", "با", "با", "ба", "巴"),
    ("da", "دا", "دا", "да", "达"),
    ("fe", "في", "فێ", "фе", "菲"),
    ("ha", "ها", "ها", "ха", "哈"),
    ("ji", "جي", "جی", "джи", "吉"),
    ("ka", "كا", "کا", "ка", "卡"),
    ("lo", "لو", "لۆ", "ло", "洛"),
    ("ma", "ما", "ما", "ма", "马"),
    ("ni", "ني", "نی", "ни", "尼"),
    ("ra", "را", "را", "ра", "拉"),
    ("su", "سو", "سوو", "су", "苏"),
    ("ta", "تا", "تا", "та", "塔"),
    ("wa", "وا", "وا", "ва", "瓦"),
    ("ya", "يا", "یا", "я", "雅"),
    ("zo", "زو", "زۆ", "зо", "佐"),
    ("shi", "شي", "شی", "ши", "希"),
)
_SHORTEST = 3


def word(number: int, language: Language) -> str:
    """Spell the word of a number: three syllables up to 4,095, more from there on."""
    digits: list[int] = []
    while number or len(digits) < _SHORTEST:
        number, digit = divmod(number, len(_SYLLABLES))
        digits.append(digit)
    column = LANGUAGES.index(language)
    return "".join(_SYLLABLES[digit][column] for digit in digits).capitalize()


def full_name(number: int, language: Language) -> str:
    """Spell the given name and the family name of a person; the family name is the number's own word."""
    given = word((number * 37 + 11) % len(_SYLLABLES) ** _SHORTEST, language)
    family = word(number, language)
    return f"{family}{given}" if language == "zh" else f"{given} {family}"
