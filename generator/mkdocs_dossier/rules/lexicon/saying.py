"""Tell whether a weekday is that on which something was said, by the words of its sentence around it.

"Said on Sunday that" dates what was said; "said that they fled on Thursday" dates what it was about. In doubt
a weekday dates nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from mkdocs_dossier.text.folding import word_set

_ENDS = re.compile(r"[.!?؟\n](?:\s|$)")
_PIECE = re.compile(r"\w+|[^\w\s]")
_SIGNS = frozenset(',;:،؛«»“”„"—–(')
"""Signs behind which other words begin than those of the saying itself."""


@dataclass(frozen=True)
class _Saying:
    """How a language says that somebody said something on a day.

    Behind one of `verbs`, a weekday is that of saying unless one of the `stops` or a sign stands between;
    behind one of the `narrow` ones only directly, or before a `that`, since they take what was said as their
    object. Where there are some, `only` names all words that may stand between, besides names. `on` are words
    before a weekday. `auxiliaries` begin a verb before the weekday that one of the `ends` completes behind
    it. `endings` are those of infinitives, `pronouns` those of one person.
    """

    verbs: frozenset[str]
    narrow: frozenset[str]
    stops: frozenset[str]
    on: frozenset[str]
    ends: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    pronouns: frozenset[str] = frozenset()


_ENGLISH = _Saying(
    verbs=word_set(
        "said says saying told tells telling wrote writes writing tweeted posted spoke "
        "speaking stated stating added adding testified replied responded commented remarked"
    ),
    narrow=word_set(
        "announced announcing declared declaring claimed claiming confirmed confirming denied "
        "denying insisted reiterated acknowledged admitted alleged asserted argued reported "
        "repeated stressed noted warned warning urged condemned issued called rejected vowed "
        "pledged promised"
    ),
    stops=word_set(
        "that which who whose when where while after before since until and but or as if "
        "because than of about regarding concerning was were is are be been had has have "
        "would will could can may might must did does began opens ended started came went "
        "took left fled broke fell died lost won held killed struck hit shot no not he she "
        "they we i you"
    ),
    on=word_set("on late early earlier later"),
    pronouns=word_set("he she"),
    only=word_set(
        "reporters reporter journalists journalist lawmakers parliament senators congress "
        "media press agency news television tv radio newspaper network channel daily "
        "broadcaster website outlet conference briefing correspondents audience crowd "
        "supporters parliamentarians ministers troops diplomats council assembly court the a "
        "an his her its their in at on to via through during from for with by statement post "
        "interview address speech letter message video tweet remarks comments call phone "
        "televised joint written recorded brief separate email report release meeting summit "
        "hearing session rally ceremony sermon visit live state local foreign public online "
        "social again also responsibility it this them claims claim allegations allegation "
        "accusations accusation charges charge rumours rumors capital city hours"
    ),
)
_LANGUAGES = {
    "en": _ENGLISH,
    "de": _Saying(
        verbs=word_set(
            "sagte sagten sagt sagen erklärte erklärten erklärt schrieb schrieben teilte teilten "
            "äußerte äußerten betonte betonten sprach sprachen hieß antwortete ergänzte"
        ),
        narrow=word_set(
            "dementierte dementierten bestätigte bestätigten meldete meldeten berichtete "
            "berichteten kündigte kündigten verkündete behauptete behaupteten warnte warnten "
            "forderte wies wiesen bestritt bestritten"
        ),
        stops=word_set("dass daß ob von vom über zum zur zu nach wegen seit bis weil und aber"),
        on=word_set("am"),
        pronouns=word_set("er sie"),
        ends=word_set("gesagt erklärt mitgeteilt geschrieben betont geäußert"),
        auxiliaries=word_set("hat haben hatte hatten"),
    ),
    "fr": _Saying(
        verbs=word_set(
            "dit déclaré affirmé indiqué expliqué écrit précisé ajouté assuré souligné répondu "
            "déclare affirme indique explique écrivait disait"
        ),
        narrow=word_set(
            "annoncé démenti confirmé nié rejeté dénoncé revendiqué annonce dément confirme nie "
            "rejette averti"
        ),
        stops=word_set(
            "que qu qui de du d des sur avant après depuis avoir être ne n et mais où quand "
            "lorsque est sont était étaient ont avait"
        ),
        on=word_set("ce"),
        pronouns=word_set("il elle"),
        that=word_set("que qu"),
        endings=("er", "ir", "oir"),
    ),
    "ar": _Saying(
        verbs=word_set(
            "قال قالت قالوا وقال وقالت يقول تقول صرح صرحت وصرح كتب كتبت وكتب اضاف اضافت واضاف واضافت"
        ),
        narrow=word_set(
            "نفى نفت ونفى ونفت اعلن اعلنت واعلن واعلنت اكد اكدت واكد واكدت ذكر ذكرت وذكر وذكرت "
            "افاد افادت وافاد وافادت رفض رفضت"
        ),
        stops=word_set(
            "ان انه انها انهم بان بانه بانها عن حول بشان الذي التي الذين منذ حتى قبل بعد خلال هجوم الهجوم"
        ),
        on=word_set("يوم اليوم امس مساء صباح فجر ظهر عصر نهار"),
        that=word_set("ان انه انها انهم بان"),
    ),
}
"""How languages say it whose words are known; in others each weekday that dates something does."""

_TIMES = word_set("night morning afternoon evening noon midday midnight soir matin früh")
_COMMAS = (",", "،")
_HAVE = ("a", "hat", "has", "had")


def dates_saying(before: str, after: str, language: str) -> bool:
    """Tell whether a weekday is that of saying, by what stands before and behind it in the text."""
    saying = _LANGUAGES.get(language)
    if saying is None:
        return True
    head = _PIECE.findall(_ENDS.split(before)[-1])
    tail = [piece for piece in _PIECE.findall(_ENDS.split(after)[0]) if piece not in _TIMES]
    while head and head[-1].lower() in saying.on:
        head.pop()
    if not any(piece.isalpha() for piece in (*head, *tail)):
        # Quoted for its own sake.
        return True
    return _is_behind(head, tail, saying) or _is_before(head, tail, saying) or _is_within(head, tail, saying)


def says_by_pronoun(text: str, language: str) -> bool:
    """Tell whether a text says who speaks by the pronoun of one person: "she said", « a-t-il dit »."""
    saying = _LANGUAGES.get(language)
    if saying is None:
        return False
    # A hyphen and an auxiliary may stand between: « dit-elle », « elle a dit ».
    words = [piece.lower() for piece in _PIECE.findall(text) if piece != "-"]
    return any(
        (one in saying.pronouns and (_is_verb(other, saying) or (other in _HAVE and _is_verb(third, saying))))
        or (_is_verb(one, saying) and other in saying.pronouns)
        for one, other, third in zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=False)
    )


def _is_behind(head: Sequence[str], tail: Sequence[str], saying: _Saying) -> bool:
    """Judge a weekday behind a verb of saying: "told reporters on Sunday"."""
    at = next((place for place in reversed(range(len(head))) if _is_verb(head[place], saying)), None)
    if at is None or _is_nested(head[:at], saying):
        return False
    between, following = head[at + 1 :], tail
    if between and between[-1] in _COMMAS and tail[:1] == between[-1:]:
        # Set off on both sides: «أعلن، الجمعة، أن».
        between, following = between[:-1], tail[1:]
    if any(_is_stop(piece, saying) for piece in between):
        return False
    if not between or (following and following[0] in saying.that):
        return True
    if saying.only:
        return all(piece.lower() in saying.only or piece[0].isupper() for piece in between)
    return head[at].lower() in saying.verbs


def _is_before(head: Sequence[str], tail: Sequence[str], saying: _Saying) -> bool:
    """Judge a weekday before a verb of saying: "the ministry on Sunday said", "on Sunday, Roe said"."""
    rest = tail[1:] if tail[:1] and tail[0] in _COMMAS else tail
    at = next((place for place, piece in enumerate(rest) if _is_verb(piece, saying)), None)
    is_first = all(piece.lower() in saying.only or piece[0].isupper() for piece in head)
    if at is None or not is_first:
        return False
    between = rest[:at]
    # Two commas enclose who it is; behind one stands who said all that before it.
    is_whole = sum(piece in _COMMAS for piece in between) % 2 == 0
    words = [piece for piece in between if piece not in _COMMAS]
    return is_whole and not any(_is_stop(piece, saying) or piece.endswith("ed") for piece in words)


def _is_within(head: Sequence[str], tail: Sequence[str], saying: _Saying) -> bool:
    """Judge a weekday within a verb of two words: „hat am Sonntag erklärt“."""
    start = _clause(head[::-1])
    return not saying.auxiliaries.isdisjoint(start) and not saying.ends.isdisjoint(_clause(tail))


def _is_nested(head: Sequence[str], saying: _Saying) -> bool:
    """Tell whether a verb stands within what somebody said: "said that he told reporters on Sunday"."""
    return any(word in saying.verbs or word in saying.narrow for word in _clause(head[::-1]))


def _clause(pieces: Sequence[str]) -> list[str]:
    """Return the words up to the next sign, in lower case."""
    return [piece.lower() for piece in takewhile(lambda piece: piece not in _SIGNS, pieces)]


def _is_verb(piece: str, saying: _Saying) -> bool:
    return piece.lower() in saying.verbs or piece.lower() in saying.narrow


def _is_stop(piece: str, saying: _Saying) -> bool:
    """Tell whether a clause begins here: at a sign, a conjunction, or in French an infinitive."""
    is_infinitive = piece.islower() and piece.endswith(saying.endings) if saying.endings else False
    return piece in _SIGNS or piece.lower() in saying.stops or is_infinitive
