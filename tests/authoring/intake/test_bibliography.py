"""What an item of CSL-JSON says of an article, and how options, item and page come together."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.describing import Wanted
from mkdocs_dossier.authoring.intake.bibliography import with_item
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.storing import store
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from tests.authoring.small_dossier import folder

# As Zotero 7 writes it.
ITEM = {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-newspaper",
    "abstract": "What happened at the bridge.",
    "container-title": "The Gazette",
    "language": "en-GB",
    "title": "Old Bridge closed <i>again</i> &amp; again",
    "URL": "https://gazette.example/bridge",
    "author": [{"family": "Voss", "given": "Mara"}, {"literal": "North Wire"}],
    "accessed": {"date-parts": [["2024", 3, 14]]},
    "issued": {"date-parts": [["2024", 3, 12]]},
}
PAGE = Article("A text.\n", title="By the page", site="By the page", authors="By the page", language="fr")


def item(**more: object) -> bytes:
    return json.dumps([{**ITEM, **more}]).encode()


def test_an_item_says_what_the_page_does_not_say_as_well() -> None:
    article = with_item(PAGE, item(), "")
    assert article.title == "Old Bridge closed again & again"
    assert (article.published, article.retrieved, article.kind) == ("2024-03-12", "2024-03-14", "article")
    assert (article.site, article.authors) == ("The Gazette", "Mara Voss, North Wire")
    assert (article.url, article.language) == ("https://gazette.example/bridge", "en-GB")


def test_what_an_item_does_not_say_stays_as_the_page_has_it() -> None:
    article = with_item(PAGE, b'{"type": "song", "title": ""}', "")
    assert article == PAGE


def test_options_come_first_then_the_item_then_the_page() -> None:
    stored = store(folder(), with_item(PAGE, item(), ""), "a.html", Wanted(title="Mine", published="2024"))
    (record,) = (content for path, content in stored.new.items() if path.endswith(".yaml"))
    content = folder()
    texts = {"the-gazette/x.txt": b"A text.\n"}
    found = load(Folder({**content.yaml, "the-gazette/a.yaml": record}, {**content.texts, **texts}))
    source = found.dossier.sources[stored.id]
    assert (source.title, source.publisher, source.language) == ("Mine", "the-gazette", "en-GB")
    assert b"the page names \xe2\x80\x9cMara Voss, North Wire" in record
    assert b"    published: 2024\n    retrieved: 2024-03-14\n" in record


@pytest.mark.parametrize(
    ("issued", "published"),
    [
        ({"date-parts": [[2024]]}, "2024"),
        ({"date-parts": [["2024", "3"]]}, "2024-03"),
        ({"date-parts": [[2024, 3, 1], [2024, 3, 4]]}, "2024-03-01/2024-03-04"),
        ({"raw": "2024-03-12"}, "2024-03-12"),
        ({"literal": "spring 2024"}, "spring 2024"),
        ({"date-parts": [[-44]]}, ""),
        ({"date-parts": [["x"]]}, ""),
        ({"date-parts": [[1, 2, 3, 4]]}, ""),
        ({"date-parts": []}, ""),
        ({"date-parts": {}}, ""),
        ("2024", ""),
    ],
)
def test_a_date_is_read_as_csl_has_it(issued: object, published: str) -> None:
    assert with_item(Article("A\n"), item(issued=issued), "").published == published


def test_what_is_not_valid_is_left_out_and_it_is_said_whose_it_is() -> None:
    stored = store(folder(), with_item(PAGE, item(issued={"literal": "soon"}), ""), "a.html", Wanted())
    assert "`published` is not taken from what --csl gives" in " ".join(stored.notes)


@pytest.mark.parametrize(("url", "title"), [("http://www.b.example/", "B"), ("https://a.example/x#y", "A")])
def test_of_several_items_that_of_the_address_is_meant(url: str, title: str) -> None:
    items = [{"title": "A", "URL": "https://a.example/x"}, {"title": "B", "URL": "https://b.example"}]
    assert with_item(Article("A\n"), json.dumps(items).encode(), url).title == title
    assert with_item(Article("A\n", url=url), json.dumps(items).encode(), "").title == title


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no item of CSL-JSON"),
        (b"[]", "no item of CSL-JSON"),
        (b"[1]", "no item of CSL-JSON"),
        (b"[" * 200_000, "no item of CSL-JSON"),
        (b'{"items": 1}', "no item of CSL-JSON"),
        (b"\xff\xfe[", "cannot be read"),
        (b'[{"title": "A"}, {"title": "B"}]', "2 items, and none of them has the address"),
        (b'[{"URL": "https://a.example"}, {"URL": "https://a.example/"}]', "2 items, and 2 of them have"),
    ],
)
def test_what_is_not_one_item_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message) as refused:
        with_item(Article("A\n", url="https://a.example/"), content, "")
    assert refused.value.hint


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ITEM, "date-parts"]), inner)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(ITEM)), JSON))
def test_whatever_an_item_says_a_source_without_errors_is_stored(said: dict[str, object]) -> None:
    article = with_item(PAGE, json.dumps(said).encode(), "")
    stored = store(folder(), article, "a.html", Wanted())
    assert stored.new
