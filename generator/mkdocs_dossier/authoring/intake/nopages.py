"""Tells what a page is that is no article: a list, a demand for consent or a script, an error, comments."""

import re
from collections.abc import Sequence

from mkdocs_dossier.authoring.intake.elements import Element, stands_aside, words_of
from mkdocs_dossier.authoring.intake.pagefacts import Page
from mkdocs_dossier.authoring.intake.schemaorg import types

LIST = "is a list of articles, not one"
CONSENT = "is no article: it asks for consent, to cookies or the like"
SCRIPT = "is no article: it needs JavaScript, or asks whether a person reads it"
ERROR = "is no article: it says that there was an error, or that the page is not there"
COMMENTS = "has comments of readers, and no article that could be told from them"
CAPTIONS = "has captions of pictures, and no article that could be told from them"

_SHORT = 1_200  # characters of a page that says nothing but that something is wrong
_LITTLE = 120  # characters of a page that says nothing at all


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


# How pages of this kind say what they are, in the languages of the sources that dossiers have so far.
_ERROR = _any_of(
    r"^(?:error|erreur|fehler|خطأ)\W*[45][0-9]{2}\b",
    r"^(?:40[0-9]|410|429|451|50[0-9]|52[0-9])\s*(?:$|[-–—|:.]|error|not|page|seite|bad|internal|service|gateway)",
    r"(?:page|site|file|article|story|content)\b.{0,40}\b(?:doesn.t exist|does not exist|is missing)",
    r"(?:page|site|file|article|story|content)\b.{0,40}\b(?:unavailable|no longer (?:available|exists))",
    r"page\b.{0,40}\b(?:can.?t be found|isn.t available)|\bnot archived\b",
    r"(?:couldn|can).t find (?:that|the|this) page|(?:been|page|request) (?:blocked|denied)",
    r"\bnot found\b|access denied|forbidden|bad gateway|server error|service unavailable|went wrong",
    r"nicht gefunden|nicht verfügbar|introuvable|n.existe (?:pas|plus)|no encontrad[ao]|non trovata",
    r"niet gevonden|bulunamadı|не найдена",
    r"الصفحة (?:غير موجودة|المطلوبة غير)|غير موجودة|یافت نشد|לא נמצא|找不到|見つかりません",
)
_SCRIPT = _any_of(
    r"(?:enable|activate|turn on|requires?|allow|need) (?:java ?script|cookies and javascript)",
    r"javascript (?:and cookies |et les cookies )?(?:is )?(?:disabled|required|to continue|not enabled)",
    r"javascript.{0,30}(?:deaktiviert|désactivé|aktivieren|activer|activez|activar|etkinleştir|تفعيل)",
    r"(?:aktivieren|activer|activez|activar|تفعيل|تمكين).{0,30}(?:java ?script|جافا ?سكريبت)",
    r"captcha|are you (?:a )?(?:human|robot)|not a robot|unusual (?:traffic|activity)|checking your browser",
    r"(?:verify|confirm)(?:ing)? (?:that )?you(?:.re| are) (?:a )?human|just a moment|security check",
    r"javascript is not available|attention required|pardon our interruption|press (?:&|and) hold",
    r"kein roboter|pas un robot|لست روبوت|أنك إنسان|я не робот",
)
_CONSENT = _any_of(
    r"cookie|consent|privacy polic|our partners|personal(?:i[sz]ed)? (?:data|ads|advertising)",
    r"datenschutz|einwillig|zustimm|unsere partner|personenbezogen",
    r"donn[ée]es personnelles|nos partenaires|traceurs|privacidad|nuestros socios|çerez|kişisel veri",
    r"ملفات تعريف الارتباط|الخصوصية|شركائنا|موافقت|کوکی",
)
_AGREE = _any_of(
    r"accept|agree|allow all|akzeptieren|zustimmen|einverstanden|j.accepte|aceptar|accett|aceitar|kabul",
    r"قبول|أوافق|موافق|پذیر|принять",
)
_TEASERS = 4  # headings with links that make a list
_TEASER_MOST = 600  # characters of a teaser
# Which share of what is found stands in captions, or in teasers: where the page says that it is a list, or
# nothing of it, or that it is an article.
_IN_CAPTIONS, _SAID_LIST, _SHARE, _SAID_ARTICLE = 0.8, 0.3, 0.5, 0.9


def why_none(page: Page, text: str, taken_out: Sequence[tuple[str, str]]) -> str:
    """Say what a page is that is no article, as the end of a sentence; "" if it may be one.

    `text` is what is found of an article, `taken_out` what was left out of that, with its kind.
    """
    shown = [*page.titles[-1:], *(words_of(one) for one in page.tree.xpath("//h1|//h2")[:3])]
    is_short = len(text) < _SHORT
    says_little = is_short and not (page.is_published and len(text) > _SHORT / 4)
    if says_little and any(map(_ERROR.search, shown)):
        return ERROR
    # Many pages have a word for browsers without scripts: it counts where there is nothing else.
    rest = words_of(page.tree)[:_SHORT] if len(text.strip()) < _LITTLE else ""
    if says_little and any(map(_SCRIPT.search, (*shown, text, rest))):
        return SCRIPT
    if _asks_consent(page, text, taken_out):
        return CONSENT
    if _is_list(page, text):
        return LIST
    if is_short and _share(text, [words_of(one) for one in page.tree.xpath("//figcaption")]) > _IN_CAPTIONS:
        return CAPTIONS
    told = sum(len(words) for kind, words in taken_out if kind == "comments")
    return COMMENTS if len(text.strip()) < _LITTLE and told > max(_LITTLE, 2 * len(text)) else ""


def _asks_consent(page: Page, text: str, taken_out: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a page says nothing but that somebody is to agree."""
    asked = " ".join(words for kind, words in taken_out if kind == "consent")
    buttons = page.tree.xpath("//button|//a|//input[@type='submit']")[:400]
    told = [*(words_of(one) or one.get("value", "") for one in buttons), asked]
    if not any(_AGREE.search(one[:5_000]) for one in told):
        return False
    if len(text.strip()) < _LITTLE and _CONSENT.search(asked or words_of(page.tree)[:5_000]):
        return not text.strip() or bool(_CONSENT.search(text))
    if page.is_published and page.heading is not None:
        return False  # an article about it
    of_it = sum(len(line) for line in text.split("\n") if _CONSENT.search(line))
    return of_it > len(text) / 2


def _is_list(page: Page, text: str) -> bool:
    """Tell whether what is found is the beginnings of several articles."""
    teasers = [
        one
        for one in page.tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4]")[:400]
        if _is_linked(one) and one is not page.heading
    ]
    if len(teasers) < _TEASERS:
        return False
    share = _share(text, [words_of(_around(one, page.heading)) for one in teasers])
    says_so = any(types(one) & {"CollectionPage", "ItemList"} for one in page.described)
    if page.article is not None or (page.is_published and not says_so):
        return share > _SAID_ARTICLE
    own = sum(not stands_aside(one) for one in teasers)
    return share > (_SAID_LIST if says_so else _SHARE) and own >= _TEASERS


def _is_linked(heading: Element) -> bool:
    """Tell whether a heading is a link to what it is the title of."""
    words = words_of(heading)
    within = sum(len(words_of(link)) for link in heading.iter("a"))
    above = heading.getparent()
    return bool(words) and (within > 0.6 * len(words) or (above is not None and above.tag == "a"))


def _around(heading: Element, own: Element | None) -> Element:
    """Return the teaser that a heading begins: the largest part around it that is short and has no other.

    A part that is marked as an article may be long, as on the front of a blog, unless it has the page's `own`
    heading.
    """
    found = heading
    for above in heading.iterancestors():
        is_post = above.tag == "article" or "hentry" in above.get("class", "").split()
        if is_post and (own is None or above not in own.iterancestors()):
            return above
    for above in heading.iterancestors():
        if len(above.xpath(".//h1|.//h2|.//h3|.//h4")) > 1 or len(words_of(above)) > _TEASER_MOST:
            break
        found = above
    return found


def _share(text: str, parts: Sequence[str]) -> float:
    """Return which share of a text stands in some parts of the page, paragraph by paragraph."""
    joined = " \n ".join(parts)
    lines = [" ".join(line.lstrip("#- ").split()) for line in text.split("\n")]
    inside = sum(len(line) for line in lines if line and line in joined)
    return inside / max(1, sum(map(len, lines)))
