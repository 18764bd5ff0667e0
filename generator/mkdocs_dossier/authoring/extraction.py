"""Extracts an article from an HTML page by trafilatura; run as a process of its own (see `bounded`)."""

from collections import Counter
from functools import partial

from mkdocs_dossier.authoring.bounded import prepared, serve
from mkdocs_dossier.authoring.intake.answering import Answer, refused
from mkdocs_dossier.authoring.intake.elements import Element, without_article, words_of
from mkdocs_dossier.authoring.intake.heading import headed, standfirst
from mkdocs_dossier.authoring.intake.nopages import why_none
from mkdocs_dossier.authoring.intake.pagefacts import Page
from mkdocs_dossier.authoring.intake.schemaorg import said
from mkdocs_dossier.text.folding import script

_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")  # languages that put no blanks between words
_FEW_WORDS = 300
_AGAIN = (
    "Save the page again when a browser shows the article; or copy its text into a .txt file, and store that."
)
_SAMPLE = 2_000  # characters that tell the script of a text
_LATIN = ("en", "fr", "de", "es", "it", "pt", "nl", "tr", "sv", "pl")
_SCRIPTS = {
    **dict.fromkeys(_LATIN, "LATIN"),
    **dict.fromkeys(("ar", "fa", "ur", "ckb", "ps"), "ARABIC"),
    **dict.fromkeys(("ru", "uk", "bg"), "CYRILLIC"),
    "he": "HEBREW",
    "el": "GREEK",
}
"""The scripts that languages are written in; those that are written in several are left out."""
_MENU, _MENU_ENTRY = 200, 25  # characters


def extracted(content: bytes) -> Answer:
    """Extract the article and the metadata of a page; or say what the page is instead."""
    from trafilatura import load_html  # noqa: PLC0415 - an extra, and heavy

    tree = load_html(content)
    if tree is None:
        return {}
    page = Page(tree)
    found = {"title": page.title, "url": page.url, "site": page.site, "authors": page.authors}
    taken_out = _take_out(tree)
    _unfold_tables(tree)
    text, by_library = _text(tree)
    if why := why_none(page, text, taken_out):
        return refused(why, _AGAIN)
    if not _has_sentence(text) and not page.is_published:
        return {}
    published, contradiction = page.published()
    language, doubt = _language(page.language, text)
    remarks = [contradiction, _cut_short(page, text), doubt]
    if page.heading is not None:
        text = headed(text, page.title, standfirst(page.heading, text))
    elif title := said(page.article, "headline"):
        text = headed(text, title, "")
    found |= {
        "text": text,
        "published": published,
        "updated": page.updated(published),
        "language": language,
    }
    return {
        **by_library,
        **{name: value for name, value in found.items() if value},
        "remarks": [*filter(None, remarks)],
    }


def _take_out(tree: Element) -> list[tuple[str, str]]:
    """Take out of a page what is no article for certain: comments, banners that ask for consent."""
    parts = list(without_article(tree))
    told = [(kind, words_of(part)) for kind, part in parts]
    for _, part in parts:
        if part.getparent() is not None:
            part.drop_tree()
    return told


def _unfold_tables(tree: Element) -> None:
    """Turn tables that lay out a page, with paragraphs or headings in them, into plain blocks."""
    for table in list(tree.iter("table")):
        if table.find(".//td//p") is not None or table.find(".//td//h1") is not None:
            for part in table.iter("table", "thead", "tbody", "tr", "td", "th"):
                part.tag = "div"


def _text(tree: Element) -> tuple[str, dict[str, str]]:
    """Return the text of the article, and what the library finds besides where metadata say nothing.

    The library's title and date are not taken: these may be those of anything.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, and heavy

    no_search = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params=no_search
    )
    if found is None or isinstance(found, dict):
        return "", {}
    said = {"url": found.url, "authors": found.author, "site": found.sitename}
    return found.text or "", {name: value for name, value in said.items() if isinstance(value, str)}


def _has_sentence(text: str) -> bool:
    """Tell whether a text is more than the few words of a menu."""
    return len(text) > _MENU or any(len(line) > _MENU_ENTRY for line in text.split("\n"))


def _language(said: str, text: str) -> tuple[str, str]:
    """Return the language that a page says it is in, and a sentence for the author.

    It is none where the page has the template of a language that is written in another script.
    """
    letters = Counter(script(one) for one in text[:_SAMPLE] if one.isalpha())
    most = max(letters, key=lambda one: letters[one], default="")
    usual = _SCRIPTS.get(said.lower().partition("-")[0].partition("_")[0], most)
    if most in (usual, ""):
        return said, ""
    return "", f"The page says that it is in “{said}”, but its text is in another script. Give --language."


def _cut_short(page: Page, text: str) -> str:
    """Say that a text is far shorter than its page says, or is the beginning of one that is paid for."""
    words = len(text.split())
    counted = said(page.article, "wordCount")
    told = int(counted) if counted.isdecimal() and len(counted) < 9 and counted.isascii() else 0  # noqa: PLR2004
    is_paid = said(page.article, "isAccessibleForFree").lower() == "false"
    if told > 2 * words and not page.language.startswith(_UNSPACED):
        return f"The text may be cut short: the page speaks of {told:,} words, and {words:,} are found."
    if is_paid and words < _FEW_WORDS:
        return f"The text may be cut short: the page says that it is paid for, and {words:,} words are found."
    return ""


if __name__ == "__main__":
    serve(partial(prepared, extracted, "trafilatura.settings"))
