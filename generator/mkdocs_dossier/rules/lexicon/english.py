"""English words that pass a verdict, each judged by what stands around it in its sentence.

"Admitted" with a clause ("that …", "killing …") takes something to be true; with a patient and a hospital it
does not. Where the words around decide neither way, a word that has another common sense is not reported: a
rule that warns at every third sentence is soon switched off. A function that judges a word tells whether it
passes a verdict in one use.
"""

from collections.abc import Container, Sequence

from mkdocs_dossier.rules.lexicon import englishwords as words
from mkdocs_dossier.rules.lexicon.uses import MARKS, Implies, Use, Verdict, ahead, back

_NEAR, _CLAUSE = 8, 9
"""How many tokens away the words are that decide; how many tokens a clause has until its verb, at most."""


def _admits(use: Use) -> bool:
    """Judge "admit": not where somebody or something is let in."""
    if use.next == "that":
        return True
    # "Admitted to lying" takes it for true; "was admitted to hospital" and "admitted to NATO" do not.
    if use.next == "to":
        return _is_gerund(use.after[1:2]) or not (_is_passive(use) or _names_institution(use.after[1:]))
    # "Admits of no doubt", "admitted into the hall", "admitted defeat".
    if use.next in {"of", "into", "defeat"} or _is_passive(use) or _is_attribute(use):
        return False
    # "Patients admitted on Friday".
    if use.last in words.PEOPLE and use.next in words.PREPOSITIONS | words.ADVERBS:
        return False
    return _has_clause(use.after) or not _lets_in(use)


def _concedes(use: Use) -> bool:
    """Judge "concede": a clause or a fault is taken to be true; a goal, a town or an election is lost."""
    if _has_that(use.after):
        return True
    # "Conceded goals", "the conceded territory".
    is_attribute = not use.before or use.last in words.DETERMINERS
    if is_attribute or (_is_gerund(use.after[:1]) and use.next not in words.GERUNDS_CONCEDED):
        return False
    if _has_clause(use.after) or list(use.after[:2]) in (["as", "much"], ["the", "point"]):
        return True
    return use.precedes(words.WRONGS, 4, words.PREPOSITIONS) or _is_parenthesis(use)


def _confesses(use: Use) -> bool:
    """Judge "confess": not where sins are confessed to a priest, or faith, or love."""
    return use.next == "that" or not use.precedes(words.RELIGIOUS, _NEAR, words.BREAKS)


def _names_a_fault(use: Use) -> bool:
    """Judge "admission" and "confession": of guilt, or that something is so; not to a hospital."""
    if use.last == "own" or use.next == "that":
        return True
    if use.next not in {"of", "to"}:
        return False
    return _is_gerund(use.after[1:2]) or any(
        word in words.WRONGS for word in ahead(use.after[1:5], words.PREPOSITIONS)
    )


def _lied(use: Use) -> bool:
    """Judge "lied": not the German song, nor to lie down, nor where somebody is said to say so."""
    is_song = use.last in {"a", "the", "this", "another", "german"}
    return not is_song and use.next != "down" and not _is_said(use)


def _liars(use: Use) -> bool:
    """Judge "liar": not where somebody is said to call another one so."""
    return use.next not in {"paradox", "poker"} and not _is_said(use)


def _lies(use: Use) -> bool:
    """Judge "lies" where it is a noun: not what a town does on a river."""
    if use.last in words.TELL:
        return True
    if use.last in words.POSSESSIVES or use.last.endswith(("'s", "s'")):
        return not _is_said(use)
    is_noun = use.last in words.LIES_BEFORE and (use.next not in words.PLACE_AFTER or use.next == "about")
    return is_noun and not _is_said(use)


def _lie(use: Use) -> bool:
    """Judge "lie" where it is a noun: not the detector."""
    is_noun = use.last in {"a", "another"} or (use.last == "the" and use.next in {"that", "about"})
    return is_noun and use.next != "detector" and not _is_said(use)


def _falsely(use: Use) -> bool:
    """Judge "falsely" and its like: not the offence that somebody is charged with, nor a test."""
    is_test = use.next in {"positive", "negative", "imprisoned", "imprisoning"}
    # "Charged with falsely reporting" names an offence.
    is_charge = use.last in {"of", "with", "for"} and use.follows(words.CHARGED, _NEAR)
    return not is_test and not is_charge


def _refutes(use: Use) -> bool:
    """Judge "refute", "debunk" and "disprove": not if it is not done, or only tried; not in science."""
    is_science = use.precedes(words.SCIENCE, 5, words.BREAKS) or use.follows(words.SCIENCE, 5)
    if is_science or _is_denied(use) or _is_said(use):
        return False
    # "Tried to refute" leaves open whether it was done; "refuted nothing" says that it was not.
    return use.next != "nothing" and not (use.last == "to" and use.follows(words.TRY, 5))


def _baseless(use: Use) -> bool:
    """Judge "baseless" and its like: not where somebody is said to find something so."""
    if _is_said(use):
        return False
    # "The baseless claim" passes a verdict; "dismissed it as baseless" reports one.
    is_attribute = bool(use.next) and use.next not in MARKS | words.PREPOSITIONS | words.BREAKS
    return is_attribute or not use.follows(words.JUDGE, _NEAR)


def _so_called(use: Use) -> bool:
    """Judge "so-called": not before a name, as in "the so-called Islamic State"."""
    # How many of the words that follow have a capital.
    names = 0
    for token in use.written:
        if not token[:1].isupper():
            break
        names += 1
    if names != 1:
        return names == 0
    # A single one may be an adjective before a noun: "the so-called Iraqi truce" is no name.
    following = use.after[1] if len(use.after) > 1 else ""
    is_noun = following and following not in MARKS | words.PREPOSITIONS | words.BREAKS | words.AUXILIARIES
    return (
        bool(is_noun) and not following.endswith("ed") and use.written[0].lower().endswith(words.NAME_ENDINGS)
    )


def _exposes(use: Use) -> bool:
    """Judge "expose": only where something is exposed as a fake or a lie."""
    following = list(ahead(use.after[:_NEAR]))
    return "as" in following and any(word in words.FAKE for word in following[following.index("as") :][:5])


def _confirms(use: Use) -> bool:
    """Judge "confirm": only where a clause follows, is taken for a fact, and is no finding of a test."""
    # "To confirm" has yet to happen; what a test confirmed is a finding.
    if use.last == "to" or _is_denied(use) or use.follows(words.FINDINGS, 5):
        return False
    return _has_that(use.after) or (use.next in words.PRONOUNS | words.DETERMINERS and _is_clause(use.after))


def _is_denied(use: Use) -> bool:
    """Tell whether the verb is negated ("did not confirm"), or only possible ("may confirm")."""
    near = list(back(use.before[-5:]))
    return any(word in words.NOT or word in words.MAY or word.endswith("n't") for word in near)


def _is_passive(use: Use) -> bool:
    """Tell whether a form of "be" or "get" stands before the verb, adverbs between them aside."""
    between = [
        token for token in use.before[-3:] if not (token.endswith("ly") or token in words.ADVERBS | words.NOT)
    ]
    return bool(between) and between[-1] in words.BE


def _is_attribute(use: Use) -> bool:
    """Tell whether the word describes people that follow: "newly admitted members"."""
    before = [token for token in use.before if not token.endswith("ly")]
    return use.next in words.PEOPLE and (not before or before[-1] in words.DETERMINERS)


def _lets_in(use: Use) -> bool:
    """Tell whether somebody is let in: the object is people, evidence, or a name by itself."""
    if _is_gerund(use.after[:1]):
        return False
    objects = list(ahead(use.after[:6], words.PREPOSITIONS))
    # "Admitted his guilt" lets nobody in.
    if any(token in words.WRONGS for token in objects):
        return False
    # "Admitted the injured", "admitted two people".
    if any(token in words.PEOPLE or token in words.NUMBERS or token.isdecimal() for token in objects):
        return True
    # "The window admits light", "the rule admits no exceptions".
    if any(token in words.LET_THROUGH for token in objects[:3]):
        return True
    # "Admitted the brothers to the clinic".
    rest = use.after[len(objects) : _NEAR]
    if rest[:1] == ["into"] or (rest[:1] == ["to"] and _names_institution(rest[1:])):
        return True
    # "Admitted both as members".
    if any(token in words.PEOPLE for token in use.after[:_NEAR][_index(use.after, "as") :][1:4]):
        return True
    # "Admitted Kirby"; "the court admitted the tape".
    return _is_name(use) or (bool(objects) and use.follows(words.COURTS, 4))


def _is_name(use: Use) -> bool:
    """Tell whether a name follows, and nothing behind it that would make it the subject of a clause."""
    at = 1 if use.next == "the" else 0
    start = at
    while at < len(use.written) and use.written[at][:1].isupper() and use.after[at] not in words.DAYS:
        at += 1
    following = use.after[at] if at < len(use.after) else ""
    return at > start and (not following or following in MARKS | words.PREPOSITIONS or following == "as")


def _index(tokens: Sequence[str], word: str) -> int:
    """Return the index of a word; the number of tokens where it is not among them."""
    return tokens.index(word) if word in tokens else len(tokens)


def _names_institution(after: Sequence[str]) -> bool:
    return any(token in words.INSTITUTIONS for token in ahead(after[:6], words.PREPOSITIONS | words.BREAKS))


def _has_clause(after: Sequence[str]) -> bool:
    """Tell whether a clause follows: after "that" or a question word, without either, or as a gerund."""
    if _has_that(after) or _is_gerund(after[:1]) or any(token in words.ASKING for token in after[:1]):
        return True
    if any(token in words.ADVERBS | words.DAYS or token.endswith("ly") for token in after[:1]):
        return _is_clause(after[1:])
    return not any(token in words.PREPOSITIONS for token in after[:1]) and _is_clause(after)


def _has_that(after: Sequence[str]) -> bool:
    """Tell whether "that" follows, at once or behind words on when, where or to whom it was said."""
    first = after[0] if after else ""
    is_aside = (
        first in words.PREPOSITIONS | words.ADVERBS | words.DAYS or first.endswith("ly") or first == ","
    )
    return first == "that" or (is_aside and "that" in after[1:_CLAUSE])


def _is_clause(after: Sequence[str]) -> bool:
    """Tell whether a subject and its verb follow before anything that begins another clause."""
    following = list(ahead(after[:_CLAUSE], words.BREAKS))
    return any(token in words.AUXILIARIES for token in following[1:])


def _is_gerund(tokens: Sequence[str]) -> bool:
    return any(token.endswith("ing") and token not in words.NO_GERUNDS for token in tokens)


def _is_parenthesis(use: Use) -> bool:
    """Tell whether the sentence is a whole clause and then a short "…, he conceded"."""
    if (use.next and use.next not in MARKS) or "," not in use.before:
        return False
    comma = len(use.before) - 1 - list(use.before)[::-1].index(",")
    clause = use.before[:comma]
    is_short = 0 < len(use.before) - comma - 1 <= 4  # noqa: PLR2004
    return is_short and clause[0] not in words.OPENERS and any(token in words.AUXILIARIES for token in clause)


def _is_said(use: Use) -> bool:
    """Tell whether the sentence reports it: "says that he lied", "he lied, she said", "according to"."""
    if "according" in (*use.before, *use.after):
        return True
    since = _since_saying(use.before)
    return since is not None or _says_at_end(use.after)


def _since_saying(before: Sequence[str]) -> Sequence[str] | None:
    """Return the words since a verb of saying, if the word judged is in the verb's clause; else None.

    A conjunction ends the clause, and so does a comma, unless "that" follows it.
    """
    at = max(
        (at for at, token in enumerate(before) if token in words.SAY and not _is_noun(before, at)), default=-1
    )
    since = before[at + 1 :]
    if at < 0 or _breaks_off(since, {"and", "but", "or"}):
        return None
    if "," in since:
        since = since[len(since) - list(since)[::-1].index(",") :]
        return since if "that" in since else None
    return since


def _is_noun(before: Sequence[str], at: int) -> bool:
    """Tell whether a word is a noun by what stands before it: "his claim", "the call"."""
    return at == 0 or before[at - 1] in words.DETERMINERS


def _breaks_off(tokens: Sequence[str], words: Container[str]) -> bool:
    return any(token in words for token in tokens)


def _says_at_end(after: Sequence[str]) -> bool:
    """Tell whether the sentence ends in "…, she said"."""
    if "," not in after:
        return False
    tail = [token for token in after[len(after) - list(after)[::-1].index(",") :] if token not in MARKS]
    return 0 < len(tail) <= 6 and any(token in words.SAY for token in tail)  # noqa: PLR2004


_DENIED = "“says”, and beside it who denies it"
_REASON = "who denies it, and the reason given"
_REJECTS = "“denies” or “rejects”"
_NAME = "the name as it stands, or whose name it is"

VERDICTS = (
    Verdict("admit admits admitted admitting", Implies.TRUE_AND_AGAINST, "“says”", _admits),
    Verdict("admittedly", Implies.TRUE_AND_AGAINST, "“says”"),
    Verdict("admission confession", Implies.TRUE_AND_AGAINST, "“says”", _names_a_fault),
    Verdict("confess confesses confessed confessing", Implies.TRUE_AND_AGAINST, "“says”", _confesses),
    Verdict("concede concedes conceded conceding", Implies.TRUE_AND_AGAINST, "“says”", _concedes),
    Verdict("confirms confirmed confirming", Implies.TRUE, "“says”", _confirms),
    Verdict("lied", Implies.FALSE, _DENIED, _lied),
    Verdict("liar liars", Implies.FALSE, _DENIED, _liars),
    Verdict("lies", Implies.FALSE, _DENIED, _lies),
    Verdict("lie", Implies.FALSE, _DENIED, _lie),
    Verdict("falsely untruthfully dishonestly", Implies.FALSE, _DENIED, _falsely),
    Verdict("expose exposes exposed exposing", Implies.FALSE, _REASON, _exposes),
    Verdict("refute refutes refuted refuting", Implies.FALSE, _REJECTS, _refutes),
    Verdict("debunk debunks debunked debunking", Implies.FALSE, _REJECTS, _refutes),
    Verdict(
        "disprove disproves disproved disproven disproving",
        Implies.FALSE,
        "“denies”, and the reason given",
        _refutes,
    ),
    Verdict("baseless groundless unfounded bogus", Implies.FALSE, _REASON, _baseless),
    Verdict("so-called", Implies.UNDESERVED, _NAME, _so_called),
    Verdict("supposedly purportedly", Implies.UNDESERVED, _NAME),
)
