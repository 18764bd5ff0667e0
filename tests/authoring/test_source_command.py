"""What `dossier source` writes, and what it refuses."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.facts import Wanted
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.source import Stored, store
from mkdocs_dossier.problems import Level
from mkdocs_dossier.site import Folder, load
from tests.authoring.small_dossier import ARTICLE, RECORDS, folder

TEXT = "A headline\n\nA text.\n"
ABOUT = Article(
    TEXT,
    title='It\'s "open": # yes',
    url="https://www.other.example/a?b=1#c",
    published="2021-03-09",
    authors="Ada Quill",
    language="no",
    site="The Other",
)


def after(before: Folder, stored: Stored) -> Folder:
    """Give the folder as it is once all is written."""
    files = {**stored.new, **stored.changed}
    yaml = {path: content for path, content in files.items() if path.endswith(".yaml")}
    texts = {path: content for path, content in files.items() if path.endswith(".txt")}
    return Folder({**before.yaml, **yaml}, {**before.texts, **texts})


def errors(content: Folder) -> list[str]:
    return [str(problem) for problem in load(content).problems if problem.level is Level.ERROR]


def test_a_page_is_stored_with_its_record() -> None:
    stored = store(folder(), ABOUT, "page.html", Wanted())
    assert stored.new["other-example/other-example-2021-03-09.txt"] == TEXT.encode()
    assert stored.new["other-example/2021-03-09.yaml"].decode() == (
        "# From page.html, by `dossier source`. Compare it with the original: it may be wrong.\n"
        "sources:\n"
        "  other-example-2021-03-09:\n"
        '    title: "It\'s \\"open\\": # yes"\n'
        "    # publisher: the id of the actor that published it; the page calls its site “The Other”\n"
        "    # authors: [the ids of actors]; the page names “Ada Quill”\n"
        "    published: 2021-03-09\n"
        '    url: "https://www.other.example/a?b=1#c"\n'
        '    language: "no"\n'
        "    text: other-example-2021-03-09.txt\n"
        f"    sha256: {sha256(TEXT.encode()).hexdigest()}\n"
    )
    assert errors(after(folder(), stored)) == []


def test_plain_text_is_stored_by_the_name_of_its_file_and_titled_by_its_first_line() -> None:
    stored = store(folder(), Article(TEXT), "My article.txt", Wanted())
    assert set(stored.new) == {"articles/my-article.yaml", "articles/my-article.txt"}
    source = load(after(folder(), stored)).dossier.sources["my-article"]
    assert source.title == "A headline"


def test_a_medium_of_the_dossier_is_known_by_its_name() -> None:
    stored = store(folder(), Article(TEXT, site="the gazette", published="2021-03-09"), "a.html", Wanted())
    assert set(stored.new) == {"the-gazette/2021-03-09.yaml", "the-gazette/the-gazette-2021-03-09.txt"}
    assert b"\n    publisher: the-gazette\n" in stored.new["the-gazette/2021-03-09.yaml"]


def test_what_the_author_says_comes_first() -> None:
    wanted = Wanted("mine", "Mine", "https://a.example/x", "2020-01", "the-gazette", "ar")
    stored = store(folder(), ABOUT, "a.html", wanted)
    source = load(after(folder(), stored)).dossier.sources["mine"]
    assert (source.title, source.url, source.publisher) == ("Mine", "https://a.example/x", "the-gazette")
    assert source.published is not None
    assert (source.published.text, source.language) == ("2020-01", "ar")
    assert set(stored.new) == {"the-gazette/mine.yaml", "the-gazette/mine.txt"}


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Wanted(id="../x"), "--id is not an id"),
        (Wanted(url="javascript:alert(1)"), "--url is not"),
        (Wanted(published="yesterday"), "--published is not a date"),
        (Wanted(language="klingonese!"), "--language is not"),
        (Wanted(title="a\nb"), "--title has a line break"),
        (Wanted(publisher="nobody"), "no actor `nobody`"),
    ],
)
def test_what_the_author_says_and_is_not_valid_is_refused(wanted: Wanted, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        store(folder(), ABOUT, "a.html", wanted)


def test_what_the_page_says_and_is_not_valid_is_left_out_and_told() -> None:
    about = Article(
        TEXT, title="a\u202eb", url="javascript:alert(1)", published="soon", language="!", site="x" * 999
    )
    stored = store(folder(), about, "a.html", Wanted())
    assert [note.split("`")[1] for note in stored.notes] == ["title", "site", "url", "published", "language"]
    assert load(after(folder(), stored)).dossier.sources["a"].title == "A headline"


def test_the_same_text_is_not_stored_twice() -> None:
    stored = store(folder(), Article(ARTICLE), "again.txt", Wanted())
    assert (stored.id, stored.new, stored.changed) == ("gazette", {}, {})


def test_a_quoted_text_is_not_changed() -> None:
    with pytest.raises(RefusedError) as refused:
        store(folder(), Article(TEXT), "gazette.txt", Wanted())
    assert "by actor `ada-quill`, statement `quill-over`, statement `sorrel-never`" in refused.value.message


def test_a_text_is_not_changed_while_it_is_unknown_who_quotes_it() -> None:
    broken = folder(RECORDS + "  broken: {{}}\n")
    with pytest.raises(RefusedError, match="Not all of the dossier can be read"):
        store(broken, Article(TEXT), "gazette.txt", Wanted())


def stored_once() -> Folder:
    return after(folder(), store(folder(), Article("Old\n"), "new.txt", Wanted()))


def test_a_text_that_nothing_quotes_is_changed_only_on_purpose_and_with_its_hash() -> None:
    with pytest.raises(RefusedError, match="with another text") as refused:
        store(stored_once(), Article(TEXT), "new.txt", Wanted())
    assert "--id new" in refused.value.hint
    stored = store(stored_once(), Article(TEXT), "new.txt", Wanted(id="new"))
    assert stored.changed["articles/new.txt"] == TEXT.encode()
    assert errors(after(stored_once(), stored)) == []
    assert stored.changed["articles/new.yaml"] == stored_once().yaml["articles/new.yaml"].replace(
        sha256(b"Old\n").hexdigest().encode(), sha256(TEXT.encode()).hexdigest().encode()
    )


def test_another_article_of_the_same_day_gets_files_of_its_own() -> None:
    before = after(folder(), store(folder(), ABOUT, "a.html", Wanted()))
    other = Article("Other.\n", title="Next one", url="https://www.other.example/z", published="2021-03-09")
    stored = store(before, other, "a.html", Wanted())
    assert set(stored.new) == {
        "other-example/other-example-2021-03-09-next-one.yaml",
        "other-example/other-example-2021-03-09-next-one.txt",
    }


def test_a_file_in_the_way_is_not_overwritten() -> None:
    base = folder()
    in_the_way = Folder(base.yaml, {**base.texts, "articles/new.txt": b"mine"})
    with pytest.raises(RefusedError, match=r"Another text stands at articles/new\.txt"):
        store(in_the_way, Article(TEXT), "new.txt", Wanted())
    in_the_way = Folder({**base.yaml, "articles/new.yaml": b""}, base.texts)
    with pytest.raises(RefusedError, match=r"There is a file articles/new\.yaml"):
        store(in_the_way, Article(TEXT), "new.txt", Wanted())


def test_a_folder_that_is_no_dossier_is_refused() -> None:
    with pytest.raises(RefusedError, match="no dossier"):
        store(Folder({}, {}), Article(TEXT), "new.txt", Wanted())


HOSTILE = st.text(max_size=30) | st.text(alphabet="\"':#{}[]|>-&*!%@`\\\n\r\u2028\u202e\x85 a", max_size=30)


@given(st.tuples(*[HOSTILE] * 5), HOSTILE)
def test_whatever_a_page_says_its_record_stays_one_sound_record(said: tuple[str, ...], name: str) -> None:
    title, url, published, authors, language = said
    about = Article(TEXT, title, url, published, authors, language, site=authors)
    stored = store(folder(), about, name, Wanted())
    content = after(folder(), stored)
    assert errors(content) == []
    assert set(load(content).dossier.sources) == {"gazette", stored.id}
    assert all(".." not in path and path.count("/") == 1 for path in stored.new)
