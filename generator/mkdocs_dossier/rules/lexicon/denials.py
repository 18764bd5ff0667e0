"""How a sentence says of words in quotation marks that somebody did not say them, or that they are not so.

The patterns are of text as `folded` gives it, with one blank for each run of white space. Each is bounded:
none reaches further than some ten words.
"""

import re
from collections.abc import Sequence

_SAY = {
    "en": "say|said|saying|write|wrote|written|state|stated|claim|claimed|utter|uttered|tell|told|use|used|"
    "promise|promised|call|called|tweet|tweeted|speak|spoke|spoken",
    "de": "gesagt|geschrieben|behauptet|erklart|geaussert|versprochen|verwendet|gebraucht|genannt|gesprochen|"
    "angekundigt|gefordert",
    "fr": "dit|ecrit|declare|affirme|pretendu|promis|parle|prononce|employe|qualifie|assure|soutenu",
    "ar": "يقل|تقل|يقولوا|اقل|نقل|يصرح|تصرح|يذكر|تذكر|يكتب|تكتب|يعد|تعد|يستخدم|تستخدم|يتحدث|تتحدث",
}
"""Forms of "say" as they stand behind a negation; in English also the gerund."""

_CLAIMS = {
    "en": "claim|allegation|suggestion|notion|idea|accusation|assertion|report|rumour|rumor|charge|statement|"
    "quote|quotation|word|insinuation|theory|story|contention|argument|remark|phrase|sentence|view",
    "de": "behauptung|aussage|satz|vorwurf|vorwurfe|wort|zitat|darstellung|bericht|gerucht|ausserung|these|"
    "unterstellung|anschuldigung|meldung|formulierung",
    "fr": "affirmation|allegation|accusation|propos|phrase|declaration|rumeur|idee|these|mot|citation|"
    "formule",
    "ar": "مقولة|عبارة|ادعاء|الادعاء|ادعاءات|زعم|مزاعم|قول|القول|اتهام|الاتهام|كلام|تصريح|جملة|خبر|شائعة|"
    "كلمات",
}
"""What is denied where words are quoted: a claim, a sentence, a report."""

_WORDS_EN = r"(?: (?!(?:as|and|but|while|because|after|adding|insisting|calling|instead)\b)[\w'.-]+)"
_WORDS = r"(?: [\w'-]+)"
_WORDS_AR = r"(?: (?!(?:وقال|وقالت|واضاف|واضافت|مضيفا|قايلا|قايلة|موكدا|موكدة|واكد|واكدت|بل)\b)\w+)"

_DENY_EN = r"(?:deny|denies|denied|denying|disput(?:e|es|ed|ing)|disavow(?:s|ed)?|repudiat(?:e|es|ed))"
_REJECT_EN = rf"(?:{_DENY_EN}|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted)?)"
_DENY_DE = (
    r"(?:bestritt(?:en)?|bestreite(?:t|n)?|leugne(?:t|te|ten|n)?|dementier(?:t|te|ten|en)|verneint(?:e|en)?)"
)
_DENY_FR = (
    r"(?:nie|nient|niait|niaient|nier|niant|dement|dementi|dementent|dementait|refute|conteste|contestent)"
)
_DENY_AR = r"[وف]?(?:نفى|نفي|نفت|نفوا|ينفي|تنفي|نافيا|نافية|انكر|انكرت|ينكر|تنكر|منكرا|كذب|كذبت)"

_BEFORE = {
    "en": (
        # Denied having said "…", denies that "…", denied saying: "…".
        rf"\b{_DENY_EN}(?: ever| even)? (?:that|having|saying|writing|telling|calling|using|making|"
        rf"claiming)\b"
        rf"{_WORDS_EN}{{0,10}}$",
        rf"\b{_DENY_EN}\b{_WORDS_EN}{{0,8}} (?:{_SAY['en']})(?: (?:that|the words?|to \w+|him|her|"
        "them))?[,:]?$",
        rf"\b{_DENY_EN}(?: ever| even)? (?:{_SAY['en']}),?:?$",
        # Rejected the claim "…", the claim that "…".
        rf"\b{_REJECT_EN}(?: [\w'-]+){{0,3}}? (?:{_CLAIMS['en']})s?(?: (?:that|of|about)"
        rf"{_WORDS_EN}{{0,8}})?$",
        # Never said "…", did not use the words "…".
        rf"(?:\bnever|(?<!why )\bnot|n't)(?: [\w'-]+){{0,2}}? (?:{_SAY['en']})\b{_WORDS_EN}{{0,4}}[,:]?$",
    ),
    "de": (
        # Bestritt, "…" gesagt zu haben; bestreitet, dass "…"; bestritt den Satz "…".
        rf"\b{_DENY_DE}{_WORDS}{{0,5}},(?: (?:dass|jemals|je|er|sie|man|es|ihr\w*|ihn\w*|den|die|"
        rf"das)\b{_WORDS}{{0,6}})?$",
        rf"\b{_DENY_DE}{_WORDS}{{0,3}}? (?:{_CLAIMS['de']})\w{{0,2}},?$",
        rf"\b{_DENY_DE}\b,?{_WORDS}{{0,5}}? (?:{_SAY['de']}) zu haben[,:]?$",
        rf"\b(?:wies|weist|wiesen|weisen)\b{_WORDS}{{0,6}} zuruck,(?: dass\b{_WORDS}{{0,6}})?$",
        # Sagte nie: "…"; habe nie gesagt: "…".
        rf"\b(?:sag|schrieb|schreib|behaupte|erklar)\w{{0,3}}\b{_WORDS}{{0,2}}? (?:nie|niemals|nicht|"
        "keineswegs)[,:]?$",
        rf"\b(?:nie|niemals|nicht|keineswegs){_WORDS}{{0,3}}? (?:{_SAY['de']})(?: \w+)?,?:?(?: dass"
        rf"{_WORDS}{{0,4}})?$",
    ),
    "fr": (
        rf"\b{_DENY_FR}(?: \w+ment)? (?:avoir|que|qu'\w+)\b{_WORDS}{{0,10}} ?:?$",
        rf"\b(?:{_DENY_FR}|rejet\w{{1,3}}|recus\w{{1,3}})(?: [\w-]+){{0,2}}?(?: | l'|l')(?:{_CLAIMS['fr']})s?"
        rf"(?: (?:que|selon|qu'\w+|d'\w+|de){_WORDS}{{0,6}})?$",
        rf"\b(?:n'|ne )[\w' ]{{1,20}}?\b(?:jamais|pas|nullement)(?: \w+)? (?:{_SAY['fr']})\w{{0,2}}"
        rf"{_WORDS}{{0,4}} ?[,:]?$",
    ),
    "ar": (
        rf"\b{_DENY_AR}\b{_WORDS_AR}{{0,5}}? (?:ان|انه|انها|انهم|قوله|قولها|قولهم|تصريحه|تصريحها)\b"
        rf"{_WORDS_AR}{{0,7}} ?[:،]?$",
        rf"\b(?:{_DENY_AR}|[وف]?رفض|[وف]?رفضت|[وف]?يرفض)\b{_WORDS_AR}{{0,4}}? (?:{_CLAIMS['ar']})\b"
        rf"{_WORDS_AR}{{0,4}}$",
        rf"\b[وف]?(?:لم|لن|لا)(?: \w+)? (?:{_SAY['ar']}|يقول|تقول)\b{_WORDS_AR}{{0,4}} ?[:،]?$",
        rf"\b[وف]?ما (?:قال|قالت|قالوا|قلت|قلنا)\b{_WORDS_AR}{{0,3}} ?[:،]?$",
    ),
}
"""What stands right before the quotation marks."""

_AROUND = {
    # Wies die Behauptung "…" zurück; hat nie "…" gesagt.
    "de": (
        (
            rf"\b(?:wies|weist|wiesen|weisen)\b{_WORDS}{{0,4}}? (?:{_CLAIMS['de']})\w{{0,2}},?(?: dass"
            rf"{_WORDS}{{0,5}})?$",
            rf"^,?{_WORDS}{{0,6}}? zuruck\b",
        ),
        (
            rf"\b(?:nie|niemals|nicht|keineswegs){_WORDS}{{0,3}}[,:]?$",
            rf"^,?{_WORDS}{{0,2}}? (?:{_SAY['de']})\b",
        ),
    ),
}
"""Where the verb stands behind the quotation: what is before it, and what is after."""

_AFTER = {
    "en": (
        rf"^,? (?:[\w'-]+ ){{0,6}}?(?:denie[sd]|never|did not|didn't)(?: ever| having)* (?:{_SAY['en']})\b",
    ),
}
"""What stands right behind the quotation marks: "…", he denied saying."""


def is_denied(before: str, after: str, language: str) -> bool:
    """Tell whether the words around a quotation deny it: what is before and after it in its sentence."""
    return (
        _matches(_BEFORE.get(language, ()), before)
        or _matches(_AFTER.get(language, ()), after)
        or any(re.search(one, before) and re.search(two, after) for one, two in _AROUND.get(language, ()))
    )


def _matches(patterns: Sequence[str], text: str) -> bool:
    return any(re.search(pattern, text) for pattern in patterns)
