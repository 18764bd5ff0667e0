"""Words that say how many without being number words, by language: "a dozen", "hundreds", "and a half"."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_dossier.text.folding import folded, word_set

_THOUSAND, _MILLION, _BILLION = 10**3, 10**6, 10**9


@dataclass(frozen=True)
class Numerals:
    """The words of a language, folded, that say how many.

    `counts` are nouns that stand for a number, `sizes` those that others are counted in, of which several may
    be said. `crowds` are plurals that say how many at least, where no number stands before them.
    `several` are words for a few; `joins` what may stand between "tens" and "thousands";
    `fractions` are words for a half and the like.

    `parted` are patterns of words to be written apart before number words are read, with what to write.
    `added` and `shares` are patterns of what stands behind and before a size, once number words are digits
    ("2 and a half", "half a 1000"), each with the fraction that it means. `percents` are patterns of parts of
    a whole, with the percentages that they may be rounded to; `rate` is a pattern of what stands between the
    numbers of "9 in 10".
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    crowds: Mapping[str, int] = field(default_factory=dict)
    several: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    fractions: frozenset[str] = frozenset()
    added: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, str] = field(default_factory=dict)
    percents: Mapping[str, str] = field(default_factory=dict)
    rate: str = ""
    parted: Mapping[str, str] = field(default_factory=dict)


def _table(**words: int) -> dict[str, int]:
    return {folded(word): number for word, number in words.items()}


def _each(number: int, words: str) -> dict[str, int]:
    """Give the same number to each of some words."""
    return dict.fromkeys(map(folded, words.split()), number)


_ENGLISH = Numerals(
    counts={
        **_each(2, "both couple pair pairs twin twins duo twosome twice brace double"),
        **_each(3, "trio trios triplets threesome thrice triple"),
        **_each(4, "quartet quartets quadruplets foursome quadruple"),
        **_each(5, "quintet quintuplets fivesome"),
        **_table(sextet=6, sextuplets=6, septet=7, octet=8, decade=10, dozen=12, fortnight=14, score=20),
        **_table(threescore=60, fourscore=80, century=100, grand=1000, lakh=100_000, crore=10_000_000),
    },
    sizes={
        **_table(dozen=12, score=20, hundred=100, thousand=_THOUSAND, million=_MILLION, billion=_BILLION),
        **_table(lakh=100_000, crore=10_000_000),
    },
    crowds={
        **_table(tens=10, dozens=12, scores=20, hundreds=100, thousands=_THOUSAND),
        **_table(millions=_MILLION, billions=_BILLION, lakhs=100_000, crores=10_000_000),
    },
    several=word_set("several few handful multiple numerous many various number"),
    joins=word_set("of"),
    fractions=word_set("half quarter quarters"),
    parted={
        r"\b(couple|pair) of (?=dozen|score|hundred|thousand|million|billion)": r"\1 ",
        r"\b10s\b": "tens",
        r"\b100s\b": "hundreds",
        r"\b1,?000s\b": "thousands",
    },
    added={
        r"and (?:a |1 )?half": "0.5",
        r"and (?:a |1 )?quarter": "0.25",
        r"and 3 quarters?": "0.75",
        r"and (?:a |1 )?third": "0.3333",
    },
    shares={
        r"half(?: of)?(?: an?| 1)?": "0.5",
        r"3 quarters?(?: of)?(?: an?| 1)?": "0.75",
        r"quarter(?: of)?(?: an?| 1)?": "0.25",
        r"third of an?": "0.3333",
    },
    percents={
        r"halves|half|halved": "50",
        r"2 (?:thirds|3rds)": "66 67 66.6 66.7",
        r"(?:a|1|by|3rd) third|1 3rd|a 3rd": "33 33.3 34",
        r"3 quarters?": "75",
        r"(?:a|1) quarter": "25",
        r"(?:a|1) (?:fifth|5th)": "20",
        r"(?:a|1) (?:tenth|10th)": "10",
    },
    rate="in|out of|in every",
)

_GERMAN = Numerals(
    counts={
        **_each(2, "beide beiden beider beides duo zwillinge zwillingen doppelt doppelte zweit paar"),
        **_each(3, "trio drillinge drillingen dritt"),
        **_each(4, "quartett viert vierlinge"),
        **_each(5, "quintett fünft"),
        **_table(jahrzehnt=10, dutzend=12),
    },
    sizes={
        **_table(dutzend=12, hundert=100, tausend=_THOUSAND, million=_MILLION, millionen=_MILLION),
        **_table(milliarde=_BILLION, milliarden=_BILLION),
    },
    crowds={
        **_each(10, "zehner"),
        **_each(12, "dutzende dutzenden dutzender"),
        **_each(20, "zig"),
        **_each(100, "hunderte hunderten hunderter aberhunderte"),
        **_each(_THOUSAND, "tausende tausenden tausender abertausende abertausenden"),
        **_each(10_000, "zehntausende zehntausenden zehntausender"),
        **_each(100_000, "hunderttausende hunderttausenden hunderttausender"),
        **_each(_MILLION, "millionen abermillionen"),
        **_each(_BILLION, "milliarden"),
    },
    several=word_set(
        "mehrere mehreren mehrerer einige einigen einiger etliche etlichen paar wenige viele vielen"
    ),
    joins=word_set("von"),
    fractions=word_set("halb halbe halben viertel"),
    added={r"und (?:ein|1)e?n? ?halb\w{0,2}": "0.5", r"und (?:ein|1)e?n? viertel": "0.25"},
    shares={
        r"(?:ein|1)?(?:e|er|en|es)? ?halb\w{0,2}": "0.5",
        r"(?:3 ?viertel|drei ?viertel)": "0.75",
        r"viertel": "0.25",
    },
    percents={
        r"halfte|halb\w{0,2}": "50",
        r"2 drittel": "66 67 66.6 66.7",
        r"drittel": "33 33.3",
        r"3 ?viertel|dreiviertel": "75",
        r"viertel": "25",
        r"funftel": "20",
        r"zehntel": "10",
    },
    rate="von",
    parted={
        r"\banderthalb": "ein und ein halb ",
        r"(?<=\w)(?:und)?einhalb": " und ein halb ",
        r"\bdreiviertel": "drei viertel ",
        r"(?<=halb|rtel)(?=hundert|tausend|million)": " ",
        r"(?<=\w\w)(?=(?:köpfig|jährig|stündig|tägig|fach)\w{0,3}\b)": " ",
        r"(?<=\w\w)(?=mal\b)": " ",
        r"\bfuenf": "fünf",
        r"\bzwoelf": "zwölf",
        r"(?<=drei)ss(?=ig)": "ß",
    },
)

_FRENCH = Numerals(
    counts={
        **_each(2, "couple paire duo jumeaux jumelles double tandem"),
        **_each(3, "trio triple triples"),
        **_each(4, "quatuor"),
        **_each(5, "quintette"),
        **_each(8, "huitaine"),
        **_each(9, "neuvaine"),
        **_each(10, "dizaine decennie"),
        **_table(douzaine=12, quinzaine=15, vingtaine=20, trentaine=30, quarantaine=40, cinquantaine=50),
        **_table(soixantaine=60, centaine=100, siecle=100, millier=_THOUSAND),
    },
    sizes={
        **_table(dizaine=10, douzaine=12, centaine=100, cent=100, cents=100, mille=_THOUSAND),
        **_table(
            millier=_THOUSAND, milliers=_THOUSAND, million=_MILLION, millions=_MILLION, milliard=_BILLION
        ),
        **_table(centaines=100, dizaines=10, douzaines=12, milliards=_BILLION),
    },
    crowds={
        **_table(dizaines=10, douzaines=12, vingtaines=20, centaines=100, milliers=_THOUSAND),
        **_table(millions=_MILLION, milliards=_BILLION),
    },
    several=word_set("plusieurs quelques poignee nombreux nombreuses divers diverses certains"),
    joins=word_set("de d"),
    fractions=word_set("demi demie quart quarts"),
    parted={r"\b(dizaines?|douzaines?|vingtaines?|trentaines?|centaines?) de (?=mill)": r"\1 "},
    added={r"et demie?": "0.5", r"et (?:un |1 )?quart": "0.25"},
    shares={
        r"demie?(?: de| d)?": "0.5",
        r"3 quarts? (?:de|d) ?(?:un|1)?": "0.75",
        r"quart (?:de|d) ?(?:un|1)?": "0.25",
    },
    percents={
        r"moitie": "50",
        r"2 tiers": "66 67 66.6 66.7",
        r"(?:un|1) tiers": "33 33.3",
        r"3 quarts": "75",
        r"(?:un|1) quart": "25",
        r"cinquieme|5eme": "20",
        r"dixieme|10eme": "10",
    },
    rate="sur",
)

_ARABIC = Numerals(
    counts=_each(2, "كلا كلتا كليهما كلاهما كلتاهما زوج توأم"),
    sizes={
        **_each(100, "مئة مائة"),
        **_each(_THOUSAND, "ألف آلاف"),
        **_each(_MILLION, "مليون ملايين"),
        **_each(_BILLION, "مليار مليارات"),
    },
    crowds={
        **_each(10, "عشرات"),
        **_each(100, "مئات مائات"),
        **_each(_THOUSAND, "آلاف ألوف"),
        **_each(_MILLION, "ملايين"),
        **_each(_BILLION, "مليارات"),
    },
    several=word_set("عدة عدد بعض بضع بضعة عديد كثير كثيرون مجموعة حفنة"),
    joins=word_set("من"),
    fractions=word_set("نصف ربع"),
    parted={r"\b(?:بال|في ال)(?:مئة|مائة)": "%", r"\b(?:أ|ا)حد عشر": "واحد عشر"},
    rate="من اصل|من كل|من بين",
    added={r"و ?نصف": "0.5", r"و ?ربع": "0.25", r"و ?ثلث": "0.3333"},
    shares={r"نصف": "0.5", r"ربع": "0.25", r"ثلاثة ارباع": "0.75"},
    percents={
        r"نصف": "50",
        r"ثلثي|ثلثا|ثلثين|ثلثان": "66 67 66.6 66.7",
        r"ثلث": "33 33.3",
        r"ربع": "25",
        r"خمس": "20",
    },
)

NUMERALS: Mapping[str, Numerals] = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "ar": _ARABIC}
"""The words that say how many, by language as `en`."""

ENDINGS: Mapping[str, Mapping[str, int]] = {
    "joined": {"k": _THOUSAND, "m": _MILLION, "b": _BILLION},
    "apart": {
        **_table(
            tsd=_THOUSAND, mn=_MILLION, mln=_MILLION, mio=_MILLION, bn=_BILLION, mrd=_BILLION, mds=_BILLION
        ),
        **_table(md=_BILLION, tn=10**12),
    },
}
"""What stands for a size behind digits: joined to them, as in "45k", or also apart, as in "3 Mio."."""
