"""What a theme prints of `mkdocs.yml` and of page heads: shown as it was written, once, and never obeyed."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config

import yaml
from mkdocs_dossier.plugin.theme import _address, _settle_filters, plain, settle_page, shown
from tests.hostile_settings import HARD, THEMES, Text, all_at_once, few_at_once, in_turn, page_of, settings_of
from tests.payloads import PAYLOADS
from tests.sites import project_of

DOSSIER = {
    "dossier.yaml": b"title: A & B\n",
    "records.yaml": b"actors: {ada: {name: Ada & Ben, kind: person}}\n",
}


def built(folder: Path, text: Text, *, theme: str = "material", many: int = 1, **changed: Any) -> Path:
    """Build a site by MkDocs' own functions; `text` gives each of its texts."""
    settings = {**settings_of(text, THEMES[theme](text), many), **changed}
    own = folder / "own" / "partials" / "integrations" / "analytics"
    own.mkdir(parents=True)
    (own / "custom.html").write_text("", "utf-8")
    project_of(folder, yaml.safe_dump(settings, sort_keys=False), DOSSIER)
    (folder / "docs" / "about.md").write_text(page_of(text, "No heading."), "utf-8")
    (folder / "docs" / "other.md").write_text(
        '# A &amp; `<b>` "B"\n\n## C & D\n\n### E & <i>F</i>\n', "utf-8"
    )
    loaded = load_config(str(folder / "mkdocs.yml"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return folder / "site"


def parsed(page: Path) -> Element:
    return html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)


def shape(element: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the elements of a page with the names of their attributes: what a text must not change."""
    for one in element.iter():
        if isinstance(one.tag, str):
            yield one.tag, tuple(sorted(str(name) for name in one.attrib))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("texts", [all_at_once, in_turn])
@pytest.mark.slow
def test_no_payload_changes_what_a_page_is_made_of(
    tmp_path: Path, theme: str, texts: Callable[[], Text]
) -> None:
    many = len(PAYLOADS) if texts is in_turn else 1
    hostile = built(tmp_path / "hostile", texts(), theme=theme, many=many)
    harmless = built(tmp_path / "harmless", lambda: "x", theme=theme, many=many)
    assert_alike(hostile, harmless)


def assert_alike(hostile: Path, harmless: Path) -> None:
    pages = sorted(page.relative_to(harmless) for page in harmless.rglob("*.html"))
    assert len(pages) > 5
    for page in pages:
        assert list(shape(parsed(hostile / page))) == list(shape(parsed(harmless / page))), page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("material") / "hostile", few_at_once())


def test_no_text_of_the_settings_changes_what_a_page_is_made_of(site: Path, tmp_path: Path) -> None:
    assert_alike(site, built(tmp_path / "harmless", lambda: "x"))


def attributes(page: Element, path: str, name: str) -> set[str]:
    return {one.get(name, "") for one in page.iterfind(path)}


def words(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def test_a_theme_shows_each_text_as_it_was_written(site: Path) -> None:
    page = parsed(site / "about" / "index.html")
    assert words(page.find(".//title")) == f"{HARD} - {HARD}"
    assert {words(one) for one in page.iterfind(".//*[@class='md-header__topic']")} == {HARD}
    assert attributes(page, ".//a[@data-md-component='logo']", "title") == {HARD}
    assert attributes(page, ".//meta[@name='description']", "content") == {HARD}
    assert attributes(page, ".//meta[@name='author']", "content") == {HARD}
    assert attributes(page, ".//meta[@property='og:title']", "content") == {HARD}
    assert attributes(page, ".//meta[@property='og:description']", "content") == {HARD}
    assert attributes(page, ".//a[@class='md-social__link']", "title") == {HARD}
    assert attributes(page, ".//input[@name='__palette']", "aria-label") == {HARD}
    assert words(page.find(".//*[@class='md-source__repository']")) == HARD
    assert words(page.find(".//*[@class='md-select__link']")) == HARD
    assert HARD in {words(one) for one in page.iterfind(".//*[@class='md-tabs__link']")}
    tags = [one for one in page.iter() if "md-tag" in (one.get("class") or "").split()]
    assert {words(one) for one in tags} == {HARD, "y"}
    assert attributes(page, ".//span[@class]", "title") >= {HARD}  # of the page's status


def test_the_pages_of_the_dossier_and_a_heading_show_their_titles_once(site: Path) -> None:
    home, ada, other = (parsed(site / path / "index.html") for path in (".", "actors/ada", "other"))
    assert words(home.find(".//title")) == f"A & B - {HARD}"
    assert words(ada.find(".//title")) == f"Ada & Ben - {HARD}"
    assert attributes(ada, ".//meta[@property='og:title']", "content") == {"Ada & Ben"}
    assert words(other.find(".//title")) == f"{HARD} - {HARD}"
    assert "C & D" in attributes(other, ".//nav[@class='md-nav']", "aria-label")


def test_what_is_documented_as_html_stays_html(site: Path) -> None:
    page = parsed(site / "index.html")
    assert words(page.find(".//*[@class='md-copyright__highlight']/b")) == "B"
    assert words(page.find(".//*[@class='md-consent__inner']//p/b")) == "word"
    assert words(page.find(".//*[@class='md-feedback__note']//b")) == "Thanks"


def test_an_address_that_is_a_script_is_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    script = "java\tscript:alert(1)"
    extra = {"homepage": script, "social": [{"icon": "material/web", "link": script, "name": "x"}]}
    changed: dict[str, Any] = {"repo_url": "javascript://x/%0aalert(1)", "edit_uri": None, "extra": extra}
    site = built(tmp_path, lambda: "x", **changed, nav=["index.md", {"x": script}])
    for page in site.rglob("*.html"):
        found = attributes(parsed(page), ".//*[@href]", "href")
        assert not any("script:" in one for one in found)
    said = " ".join(record.getMessage() for record in caplog.records)
    assert "mkdocs.yml: repo_url is a script" in said
    assert "mkdocs.yml: extra: homepage is a script" in said
    assert "mkdocs.yml: extra: social: link is a script" in said


def titles_found(site: Path, location: str) -> set[str]:
    found = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    return {one["title"] for one in found["docs"] if one["location"] == location}


def test_search_shows_titles_as_they_were_written(site: Path, tmp_path: Path) -> None:
    # Material puts a title into its page as HTML, MkDocs' own themes as text.
    assert titles_found(site, "about/") == {str(shown(HARD))}
    plain_site = built(tmp_path, few_at_once(), theme="mkdocs")
    assert HARD in titles_found(plain_site, "about/")
    assert "Ada & Ben" in titles_found(plain_site, "actors/ada/")


def undated(site: Path) -> dict[Path, str]:
    """Read the pages without the time that a theme notes in them."""
    return {page: re.sub("Build Date.*", "", page.read_text("utf-8")) for page in site.rglob("*.html")}


def test_a_second_build_from_the_same_settings_escapes_nothing_twice(tmp_path: Path) -> None:
    first = built(tmp_path, lambda: "A & B", theme="mkdocs")
    before = undated(first)
    loaded = load_config(str(tmp_path / "mkdocs.yml"))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    build(loaded)
    assert words(parsed(first / "index.html").find(".//title")) == "A & B"
    assert undated(first) == before


# The functions themselves

TEXTS = st.one_of(st.text(), st.sampled_from(PAYLOADS), st.lists(st.sampled_from(PAYLOADS)).map("".join))


def legal(text: str) -> str:
    return "".join(
        "\ufffd" if (ord(one) < 32 and one not in "\t\n\r") or one == "\x7f" else one for one in text
    )


@given(TEXTS)
def test_a_text_shows_as_it_was_written_in_an_element_and_in_an_attribute(text: str) -> None:
    html = f"<title>{shown(text)}</title><p title=\"{shown(text)}\" lang='{shown(text)}'>{shown(text)}</p>"
    page = html5lib.parse(html, namespaceHTMLElements=False)
    read = legal(text).replace("\r\n", "\n").replace("\r", "\n")
    element = page.find(".//p")
    assert element is not None
    assert (page.findtext(".//title"), element.get("title"), element.get("lang")) == (read, read, read)
    assert "".join(element.itertext()) == read


@given(TEXTS)
def test_a_text_is_escaped_once_however_often_it_is_handed_on(text: str) -> None:
    once = shown(text)
    assert shown(once) == once == str(shown([once])[0])
    assert plain(once) == legal(text)
    environment = Environment()  # noqa: S701 - as MkDocs makes it
    assert environment.from_string("{{ x }}|{{ x | e }}").render(x=once) == f"{once}|{once}"


def test_filters_that_take_or_give_text_know_that_a_text_is_html() -> None:
    environment = Environment()  # noqa: S701 - as MkDocs makes it
    _settle_filters(environment)
    given = {"x": shown("a & <b>"), "html": "a &amp; &lt;b&gt;"}

    def said(expression: str) -> str:
        return environment.from_string(f"{{{{ {expression} }}}}").render(given)

    assert json.loads(said("[x] | tojson")) == ["a & <b>"]
    assert said("x | urlencode") == "a%20%26%20%3Cb%3E"
    assert said("x | striptags") == said("html | striptags") == said("x | striptags | e") == given["x"]


@given(TEXTS)
def test_an_address_ends_no_attribute_and_no_string_of_a_script(text: str) -> None:
    assert not set(_address(text)) & set("\"'<>\\` \t\n\r\x00")


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        " JAVA\nSCRIPT:x",
        "\x01javascript:x",
        "vbscript:x",
        "data:text/html,x",
        "java\tscript:x",
    ],
)
def test_a_script_is_no_address(text: str) -> None:
    assert _address(text) == "#"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("./javascript:x", "./javascript%3Ax"),
        ("a/../javascript:x#fn:1", "a/../javascript%3Ax#fn:1"),
        ("?a:b", "?a:b"),
    ],
)
def test_a_path_is_no_script_when_it_is_folded(text: str, written: str) -> None:
    assert _address(text) == written


def test_what_a_page_is_called_and_where_it_stands_is_escaped() -> None:
    meta = {"location": "javascript:x"}
    page: Any = SimpleNamespace(
        title='"', meta=meta, edit_url='https://a.org/"<b>&', canonical_url="https://a.org/'&"
    )
    settle_page(page, ours=False)
    assert (page.title, page.edit_url) == ("&#34;", "https://a.org/%22%3Cb%3E&amp;")
    assert (page.canonical_url, meta["location"]) == ("https://a.org/%27&amp;", "#")


@pytest.mark.parametrize(
    "text",
    [
        "https://a.org/b?c=1&d=2#e",
        "../docs/",
        "mailto:a@b.org",
        "data:image/png;base64,AA==",
        "https://a.org/%20b",
    ],
)
def test_an_address_stays_as_it_is(text: str) -> None:
    assert _address(text) == text


def test_what_is_no_text_stays_as_it_is() -> None:
    assert shown({"a": [1, None, True]}) == {"a": [1, None, True]}
    assert plain([Markup("&amp;"), {"a": "&amp;"}]) == ["&", {"a": "&amp;"}]
