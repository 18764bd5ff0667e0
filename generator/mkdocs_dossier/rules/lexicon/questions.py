"""How a sentence says of words in quotation marks that they are a question which somebody was asked.

The patterns are of text as `folded` gives it, with one blank for each run of white space, and a `|` where
a sentence begins. Each is bounded: none reaches further than some ten words.
"""

import re

_ASKERS = {
    "en": "reporter|journalist|moderator|host|interviewer|correspondent|anchor|questioner|voter|caller|"
    "student|"
    "prosecutor|lawyer",
    "de": "reporter|journalist|moderator|interviewer|korrespondent|redakteur|anwalt|anwaltin|staatsanwalt",
    "fr": "journaliste|reporter|presentateur|presentatrice|animateur|correspondant|correspondante",
    "ar": "صحفي|صحافي|صحفية|صحافية|مراسل|مراسلة|مذيع|مذيعة|الصحفي|الصحافي|الصحفية|المراسل|المراسلة|المذيع|"
    "المذيعة|"
    "الصحفيين|الصحافيين|المراسلين",
}
"""Those whose trade is to ask."""

# What may stand between a verb of asking and the quotation: no verb with which the answer begins, and nothing
# that says what a question is about, since the words behind it may be the answer's.
_WORDS_EN = (
    r"(?: (?!(?:said|says|replied|answered|responded|told|wrote|tweeted|declined|added|called|"
    "insisted|denied|"
    r"described|acknowledged|shrugged|laughed|about|for|to|and|but)\b)[\w'.-]+)"
)
_WORDS_DE = (
    r"(?: (?!(?:sagte|sagt|antwortete|antwortet|erklarte|erwiderte|entgegnete|meinte|betonte|nach|zu|"
    "zum|zur|und)"
    r"\b)[\w'.-]+)"
)
_WORDS_FR = (
    r"(?: (?!(?:repond|repondu|replique|dit|declare|affirme|explique|assure|estime|sur|au|et)\b)[\w'.-]+)"
)
_WORDS_AR = r"(?: (?![وف]?(?:قال|قالت|اجاب|اجابت|رد|ردت|اكد|اكدت|اوضح|اوضحت|عن|حول|بشان)\b)\w+)"
_HOW_DE = "ob|warum|wie|was|wer|wann|wieso|weshalb|wo|womit|wozu"

_BEFORE = {
    "en": (
        # Asked "…"; asked by a reporter, "…"; when asked whether "…"; was asked: "…".
        r"(?:\||\b(?:was|were|is|are) )(?:(?:but |and )?(?:when|if|once) )?(?:\w+ly )?(?:asked|"
        "pressed|quizzed)"
        rf"\b{_WORDS_EN}{{0,10}}[,:]?$",
        rf"\b(?:when|if|once) (?:\w+ly )?(?:asked|pressed|quizzed)\b{_WORDS_EN}{{0,10}}$",
        # A reporter asked him: "…"; we asked "…".
        rf"\b(?:(?:{_ASKERS['en']})s?(?: [\w'-]+){{0,4}}?|we|i) (?:asked|asks)\b{_WORDS_EN}{{0,6}}[,:]?$",
        # In response to the question "…"; answering a question of whether "…".
        r"\b(?:to|answer|answers|answered|answering) (?:the|this|that) (?:[\w'-]+ )?question[,:]?$",
        r"\b(?:to|answer|answers|answered|answering) (?:the|a|one|another|this|that|his|her|their)"
        r" (?:[\w'-]+ )?"
        r"question (?:of )?(?:whether|why|how|what|if)(?: [\w'.-]+){0,6}$",
    ),
    "de": (
        # Auf die Frage "…"; auf die Nachfrage eines Journalisten, ob "…".
        r"\bauf (?:die|eine|seine|ihre|diese) (?:\w+ )?(?:nach|ruck|journalisten|reporter)?frage\b"
        rf"{_WORDS_DE}{{0,5}}?,?(?: (?:{_HOW_DE})\b{_WORDS_DE}{{0,6}})?[,:]?$",
        # Gefragt, ob "…"; wurde er gefragt: "…". Not "hat gefragt", which the speaker does.
        rf"(?:\||\b(?:wird|wurden?|werden|worden|danach|darauf){_WORDS_DE}{{0,5}}? )(?:gefragt|befragt)\b"
        rf"{_WORDS_DE}{{0,5}}?,?(?: (?:{_HOW_DE})\b{_WORDS_DE}{{0,6}})?[,:]?$",
        rf"\b(?:{_ASKERS['de']})\w{{0,3}}(?: [\w'-]+){{0,3}}? (?:fragte|fragt|fragten)\b"
        rf"{_WORDS_DE}{{0,5}}[,:]?$",
        rf"\bfrag(?:te|t|ten) (?:(?:ihn|sie) )?(?:ein|eine|der|die) (?:[\w'-]+ )?(?:{_ASKERS['de']})\w{{0,3}}"
        rf"{_WORDS_DE}{{0,4}}[,:]?$",
    ),
    "fr": (
        r"(?:\||\b(?:quand|lorsqu'\w+|a ete|ete|est|etait) )(?:interroge|questionne|demande)e?s?\b"
        rf"{_WORDS_FR}{{0,10}} ?[,:]?$",
        rf"(?:\b|\|)(?:a|repondant a) (?:la|cette) question\b{_WORDS_FR}{{0,6}} ?[,:]?$",
        rf"\b(?:lui|leur) (?:a|ont|avait|a-t-on) demande\b{_WORDS_FR}{{0,6}} ?[,:]?$",
        rf"\b(?:{_ASKERS['fr']})s?(?: [\w'-]+){{0,4}}? (?:demande|demandait|interroge)\b"
        rf"{_WORDS_FR}{{0,6}} ?[,:]?$",
    ),
    "ar": (
        r"\b[وف]?(?:ردا على|لدى|عند|عن|على) (?:سوال|السوال|سواله|سوالها|سوالهم)\b"
        rf"{_WORDS_AR}{{0,7}} ?[:،]?$",
        rf"\b[وف]?(?:سيل|سيلت|سيلوا)\b{_WORDS_AR}{{0,8}} ?[:،]?$",
        rf"\b[وف]?سال(?:ه|ته|ها|تها|هم|تهم|ناه|ناها)\b{_WORDS_AR}{{0,6}} ?[:،]?$",
        rf"\b[وف]?(?:سال|سالت) (?:{_ASKERS['ar']})\b{_WORDS_AR}{{0,6}} ?[:،]?$",
    ),
}
"""What stands right before the quotation marks."""

_AFTER = {
    "en": (
        r"^,? (?:(?!(?:after|when|if|as|before|while|once|because|and|who|"
        r"that)\b)[\w'.-]+ ){0,4}?(?:was|were) "
        r"(?:\w+ly )?asked\b",
        rf"^,? (?:asked|asks|wondered|demanded) (?:a|an|one|the) (?:[\w'-]+ ){{0,2}}?(?:{_ASKERS['en']})\b",
        rf"^,? (?:a|an|one|the) (?:[\w'-]+ ){{0,3}}?(?:{_ASKERS['en']}) (?:\w+ly )?(?:asked|asks|wondered)\b",
        r"^,? (?:we|i) asked\b",
    ),
    "de": (
        r"^,? (?:wird|wurde|wurden|werden) (?:[\w'-]+ ){0,4}?(?:gefragt|befragt)\b",
        rf"^,? (?:fragt|fragte|fragten|wollte|will) (?:ein|eine|der|die)"
        rf" (?:[\w'-]+ ){{0,2}}?(?:{_ASKERS['de']})",
    ),
    "fr": (
        r"^ ?,? (?:lui|leur) (?:a|ont|avait)(?:-t-on)? demande\b",
        rf"^ ?,? (?:(?:lui|leur) )?(?:a )?(?:demande|interroge) (?:un|une|le|la) (?:{_ASKERS['fr']})\b",
    ),
    "ar": (
        rf"^ ?،? [وف]?(?:سال|سالت)(?:ه|ها|هم)? (?:احد )?(?:{_ASKERS['ar']})\b",
        r"^ ?،? [وف]?(?:سيل|سيلت)\b",
    ),
}
"""What stands right behind the quotation marks."""

_ASKED = {
    "en": r"\b(?:asked|asks)\b",
    "de": r"\b(?:fragte|fragt|fragten)\b",
    "fr": r"\b(?:demande|demandait|interroge|interrogeait)\b",
    "ar": r"\b[وف]?(?:سال|سالت|يسال|تسال)\b",
}
"""A verb whose subject asks whom it names next: "Adel asked Orm"."""


def is_asked(before: str, after: str, language: str) -> bool:
    """Tell whether the words before and after a quotation, in its sentence, say that it was asked."""
    return any(re.search(pattern, before) for pattern in _BEFORE.get(language, ())) or any(
        re.search(pattern, after) for pattern in _AFTER.get(language, ())
    )


def asked(words: str, language: str) -> tuple[str, str] | None:
    """Return what stands before and after a verb of asking in some words; None where there is none."""
    pattern = _ASKED.get(language)
    found = re.search(pattern, words) if pattern else None
    return (words[: found.start()], words[found.end() :]) if found else None
