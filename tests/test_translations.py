"""Holds the catalogues to what the program says, and the pages to the catalogues."""

import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale
from babel.messages import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier import site
from mkdocs_dossier.disk.folders import read_folder
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.pages.navigation import indexes
from mkdocs_dossier.site import words_in
from mkdocs_dossier.terms import COMMON
from mkdocs_dossier.values.amounts import Amount
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.refs import SECTIONS
from mkdocs_dossier.words import Words, read_catalogue
from tests.rendering import Tree, parsed, renderer
from tests.support import ROOT

DOSSIER = ROOT / "tests" / "arabic" / "dossier"


def _tool() -> ModuleType:
    """Import the tool that stands beside the program."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _tool()
LANGUAGES = sorted(path.stem for path in tool.LOCALE.glob("*.po"))


@cache
def template() -> Catalog:
    found: Catalog = tool.extracted()
    return found


def catalogue(*entries: str) -> Catalog:
    """Read a catalogue of two plural forms."""
    head = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    return read_po(BytesIO("\n\n".join([head, *entries]).encode()))


# The catalogues


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_message_with_all_its_forms_and_places_and_no_other(language: str) -> None:
    path = tool.LOCALE / f"{language}.po"
    assert list(tool.wrong(tool.read(path), template())) == [], f"run tools/messages.py, and fill in {path}"


@pytest.mark.slow
def test_the_tool_leaves_complete_catalogues_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: _entries(path) for path in tool.LOCALE.glob("*.po")}
    for path in tool.LOCALE.glob("*.po"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(tool, "LOCALE", tmp_path)
    assert tool.main([]) == 0
    assert {path.name: _entries(path) for path in tmp_path.glob("*.po")} == before


def _entries(path: Path) -> list[tuple[object, object]]:
    return [(message.id, message.string) for message in tool.read(path) if message.id]


@pytest.mark.slow
def test_the_tool_starts_a_catalogue_that_lacks_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tool, "LOCALE", tmp_path / "locale")
    assert tool.main(["--new", "ckb"]) == 1
    lacking = capsys.readouterr().out.splitlines()
    assert "ckb.po: asserts: no translation" in lacking
    assert len(lacking) == len(template())


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("", "no translation"),
        ('#, fuzzy\nmsgid "by {name}"\nmsgstr "von {name}"', "no translation"),
        ('msgid "by {name}"\nmsgstr ""', "no translation"),
        ('msgid "by {name}"\nmsgstr "von {nmae}"', "other places in braces: von {nmae}"),
        ('msgid "by {name}"\nmsgstr "von jemand"', "other places in braces: von jemand"),
    ],
)
def test_the_tool_finds_a_message_that_is_not_translated_or_has_other_places(entry: str, fault: str) -> None:
    said = Catalog()
    said.add("by {name}")
    assert list(tool.wrong(catalogue(entry), said)) == [f"by {{name}}: {fault}"]


def test_the_tool_finds_plural_forms_that_are_missing_or_have_other_places() -> None:
    said = Catalog()
    said.add(("{n} claim of {side}", "{n} claims of {side}"))
    head = 'msgid "{n} claim of {side}"\nmsgid_plural "{n} claims of {side}"\n'
    partly = catalogue(head + 'msgstr[0] "eine von {side}"')
    other = catalogue(head + 'msgstr[0] "eine von {side}"\nmsgstr[1] "{n} davon"')
    whole = catalogue(head + 'msgstr[0] "eine von {side}"\nmsgstr[1] "{n} von {side}"')
    assert list(tool.wrong(partly, said)) == ["{n} claim of {side}: no translation"]
    assert list(tool.wrong(other, said)) == ["{n} claim of {side}: other places in braces: {n} davon"]
    assert list(tool.wrong(whole, said)) == []


def test_the_tool_finds_a_translation_of_what_nobody_says() -> None:
    assert list(tool.wrong(catalogue('msgid "gone"\nmsgstr "weg"'), Catalog())) == ["gone: nobody says this"]


# Plural forms


def counting(language: str) -> Words:
    """Read a catalogue of one message, each form of which is the name of its form in CLDR."""
    header = (tool.LOCALE / f"{language}.po").read_text("utf-8").partition("\n\n")[0]
    tags = [tag for tag in ("zero", "one", "two", "few", "many") if tag in Locale(language).plural_form.tags]
    forms = "\n".join(f'msgstr[{index}] "{tag}"' for index, tag in enumerate([*tags, "other"]))
    content = f'{header}\n\nmsgid "a"\nmsgid_plural "b"\n{forms}\n'
    return read_catalogue(language, content.encode())


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.one_of(st.integers(0, 1200), st.integers(0, 5).map(lambda one: one * 1_000_000)))
def test_a_number_takes_the_plural_form_that_cldr_gives_it(language: str, number: int) -> None:
    assert counting(language).count("a", "b", number) == Locale(language).plural_form(number)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا تصريحات"),
        (1, "تصريح واحد"),
        (2, "تصريحان"),
        (3, "3 تصريحات"),
        (10, "10 تصريحات"),
        (11, "11 تصريحًا"),
        (99, "99 تصريحًا"),
        (100, "100 تصريح"),
        (102, "102 تصريح"),
        (103, "103 تصريحات"),
        (1011, "1,011 تصريحًا"),
    ],
)
def test_arabic_counts_in_six_forms(number: int, said: str) -> None:
    assert words_in("ar").count("{n} statement", "{n} statements", number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 déclaration"),
        (1, "1 déclaration"),
        (2, "2 déclarations"),
        (1200, "1\u202f200 déclarations"),
        (1_000_000, "1\u202f000\u202f000 de déclarations"),
        (1_000_001, "1\u202f000\u202f001 déclarations"),
    ],
)
def test_french_counts_in_three_forms(number: int, said: str) -> None:
    assert words_in("fr").count("{n} statement", "{n} statements", number) == said


def test_a_message_without_a_translation_is_said_in_english() -> None:
    words = read_catalogue("ar", (tool.LOCALE / "ar.po").read_bytes())
    assert words.say("by {name}", name="Ali") == "by Ali"
    assert [words.count("{n} sheep", "{n} sheep", number) for number in (1, 2)] == ["1 sheep", "2 sheep"]


def test_a_region_speaks_its_language_and_names_months_its_own_way() -> None:
    words = words_in("ar-IQ")
    assert (words.say("denies"), words.date(EdtfDate.parse("2024-02"))) == ("نفي", "شباط 2024")


# Dates and numbers


@pytest.mark.parametrize(
    ("date", "english", "arabic", "french"),
    [
        ("2024-02-05", "5 February 2024", "5 فبراير 2024", "5 février 2024"),
        ("2024-02", "February 2024", "فبراير 2024", "février 2024"),
        ("2024", "2024", "2024", "2024"),
        ("2024-21", "spring 2024", "ربيع 2024", "printemps 2024"),
        ("202X", "the 2020s", "عقد 2020", "années 2020"),
        ("2024~", "about 2024", "نحو 2024", "2024 environ"),
        ("2024?", "2024 (uncertain)", "2024 (غير مؤكد)", "2024 (incertain)"),
        ("2024-02-03/..", "since 3 February 2024", "منذ 3 فبراير 2024", "3 février 2024 et depuis lors"),
        (
            "../2024-02-03",
            "on or before 3 February 2024",
            "3 فبراير 2024 أو قبل ذلك",
            "3 février 2024 ou avant",
        ),
        ("2023/2024-02", "2023 to February 2024", "من 2023 إلى فبراير 2024", "2023 – février 2024"),
        (
            "2024-02-05T13:15:30-05:00",
            "5 February 2024, 13:15 (UTC−05:00)",
            "5 فبراير 2024، 13:15 (UTC−05:00)",
            "5 février 2024, 13:15 (UTC−05:00)",
        ),
        (
            "2024-02-05T13:15Z",
            "5 February 2024, 13:15 (UTC)",
            "5 فبراير 2024، 13:15 (UTC)",
            "5 février 2024, 13:15 (UTC)",
        ),
    ],
)
def test_a_date_reads_as_the_language_writes_it(date: str, english: str, arabic: str, french: str) -> None:
    value = EdtfDate.parse(date)
    said = [words_in(language).date(value) for language in ("en", "ar", "fr")]
    assert said == [english, arabic, french]


@pytest.mark.parametrize(
    ("amount", "english", "arabic", "french"),
    [
        ("12000", "12,000", "12,000", "12\u202f000"),
        ("2.5", "2.5", "2.5", "2,5"),
        (">85", "more than 85", "أكثر من 85", "plus de 85"),
        (">=16", "16 or more", "16 أو أكثر", "16 ou plus"),
        ("<40", "fewer than 40", "أقل من 40", "moins de 40"),
        ("<=40", "40 or fewer", "40 أو أقل", "40 ou moins"),
        ("16-20", "16 to 20", "من 16 إلى 20", "16 à 20"),
        ("~30", "about 30", "نحو 30", "environ 30"),
        ("several", "several", "عدة", "plusieurs"),
        ("dozens", "dozens", "عشرات", "des dizaines"),
        ("scores", "scores", "بضع عشرات", "plusieurs dizaines"),
        ("hundreds", "hundreds", "مئات", "des centaines"),
        ("thousands", "thousands", "آلاف", "des milliers"),
        ("Tens of thousands", "tens of thousands", "عشرات الآلاف", "des dizaines de milliers"),
        ("millions", "millions", "ملايين", "des millions"),
    ],
)
def test_an_amount_reads_as_the_language_writes_it(
    amount: str, english: str, arabic: str, french: str
) -> None:
    value = Amount.parse(amount)
    assert [words_in(language).amount(value) for language in ("en", "ar", "fr")] == [english, arabic, french]


def test_a_coordinate_has_the_decimal_sign_of_the_language() -> None:
    assert [words_in(language).decimal(33.312805) for language in ("en", "fr")] == ["33.312805", "33,312805"]


# The pages

_KEPT = {
    "BibTeX",
    "FollowTheMoney",
    "RO",
    "Crate",
    "CSV",
    "SQLite",
    "SQL",
    "Datasette",
    "GeoJSON",
    "Atom",
    "CSL",
    "JSON",
    "RIS",
    "SHA",
    "UTC",
    "Wikidata",
    "Natural",
    "Earth",
    "CLDR",
    "Unicode",
    "Graphviz",
}
"""Names of formats, programs and data sets, which no language translates."""
_ENGLISH = (
    "Our logs show one fax, dated 13 March (a Monday), and we cannot tell who opened it,",
    "Our logs show one fax",
    "one fax",
    "River Watch: one fax, and no record of who read it",
    *("Dana Whitfield", "Dana", "River Watch", "Leila Rawi", "Sentinel-2", "on Friday", "CC BY 4.0"),
)
"""What the dossier itself has in English, where a picture or a line of Arabic says it."""


@cache
def pages(language: str) -> dict[str, Tree]:
    """Build the Arabic dossier, as if it were written in a language, and read its pages."""
    folder = read_folder(DOSSIER)
    settings = folder.yaml["dossier.yaml"].replace(b"language: ar", f"language: {language}".encode())
    loaded = load(Folder({**folder.yaml, "dossier.yaml": settings}, folder.texts))
    render = renderer(more=False)
    found = {}
    for path, content in site.build(loaded).items():
        if path.endswith(".md"):
            render.reset()
            found[path] = parsed(render.convert(content.decode().partition("\n---\n")[2]))
    return found


def own_words(tree: Tree) -> Iterator[str]:
    """List what a page says itself, attributes included: not in code or data, not in another language."""
    name, attributes, children = tree
    given = dict(attributes)
    is_foreign = given.get("lang") or (name == "span" and given.get("dir"))
    if name in ("code", "pre", "script") or is_foreign or given.get("class") == "headerlink":
        return
    yield from (value for key, value in attributes if key in ("title", "aria-label", "alt", "content"))
    for child in children:
        if isinstance(child, str):
            yield child
        else:
            yield from own_words(child)


def spoken(language: str, path: str) -> str:
    """Give what a page says itself; what it takes from the dossier in English is left out."""
    said = " ¶ ".join(one.strip() for one in own_words(pages(language)[path]) if one.strip())
    for words in _ENGLISH:
        said = said.replace(words, "")
    return said


def test_the_pages_that_are_looked_at_are_of_every_kind() -> None:
    assert {"index.md", *indexes()} <= pages("ar").keys()
    assert {path.split("/")[0] for path in pages("ar") if path.count("/") == 2} == set(SECTIONS)


def test_an_arabic_page_says_nothing_of_its_own_in_latin_letters() -> None:
    for path in pages("ar"):
        without_files = re.sub(r"[\w/-]+(?:\.\w+)+", "", spoken("ar", path))
        found = set(re.findall(r"[A-Za-z]{2,}", without_files))
        assert {word for word in found if word not in _KEPT} == set(), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_an_english_message_left(language: str) -> None:
    words = words_in(language)
    english = {form for message in template() if message.id for form in tool.texts(message.id)}
    pieces = {
        piece.strip()
        for text in english
        for piece in re.split(r"\{\w+\}", text)
        if piece.strip() not in words.say(text) and re.search(r"\w{3}", piece)
    }
    looked_for = [re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)") for piece in pieces]
    assert len(looked_for) > 150
    for path in pages(language):
        said = re.sub(r"[\w/-]+(?:\.\w+)+", "", spoken(language, path))
        assert [one.pattern for one in looked_for if one.search(said)] == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_speaks_the_language_of_the_dossier(language: str) -> None:
    said = site._script_words(words_in(language))
    assert words_in(language).say("Copied") in said
    assert "Copied" not in said


def test_a_kind_that_is_common_is_translated_and_another_reads_as_its_id() -> None:
    words = words_in("ar")
    assert {kind for kind in COMMON if words.say(kind) == kind} == set()
    assert "فيضان" in spoken("ar", "events/gates-opened/index.md")
