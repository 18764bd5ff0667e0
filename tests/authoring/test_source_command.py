"""What `dossier source` writes, and what it refuses."""

from hashlib import sha256
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.articles import Article, read_article
from mkdocs_dossier.authoring.describing import Wanted
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.storing import Stored, store
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level
from tests.authoring.pages_said import article_said
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
    assert stored.new["other/other-2021-03-09.txt"] == TEXT.encode()
    assert stored.new["other/2021-03-09.yaml"].decode() == (
        "# From page.html, by `dossier source`. Compare it with the original: it may be wrong.\n"
        "sources:\n"
        "  other-2021-03-09:\n"
        '    title: "It\'s \\"open\\": # yes"\n'
        "    # publisher: the id of the actor that published it; the page calls its site “The Other”\n"
        "    # authors: [the ids of actors]; the page names “Ada Quill”\n"
        "    published: 2021-03-09\n"
        '    url: "https://www.other.example/a?b=1#c"\n'
        '    language: "no"\n'
        "    text: other-2021-03-09.txt\n"
        f"    sha256: {sha256(TEXT.encode()).hexdigest()}\n"
    )
    assert errors(after(folder(), stored)) == []


def test_plain_text_is_stored_by_its_first_line_which_is_its_title() -> None:
    stored = store(folder(), Article(TEXT), "My article.txt", Wanted())
    assert set(stored.new) == {"articles/a-headline.yaml", "articles/a-headline.txt"}
    source = load(after(folder(), stored)).dossier.sources["a-headline"]
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
    assert [note.split("`")[1] for note in stored.notes] == ["title", "site", "published", "url", "language"]
    assert load(after(folder(), stored)).dossier.sources["a-headline"].title == "A headline"


def test_the_same_text_is_not_stored_twice() -> None:
    stored = store(folder(), Article(ARTICLE), "again.txt", Wanted())
    assert (stored.id, stored.new, stored.changed) == ("gazette", {}, {})


FIRST = Wanted("first", "A", url="https://www.a.example/1", published="2021-03-09", publisher="North Wire")


@pytest.mark.parametrize(
    "elsewhere",
    [
        Wanted(republishes="first"),
        Wanted(publisher="the-gazette"),
        Wanted(url="https://b.example/1"),
        Wanted(id="mine"),
    ],
    ids=["said to be one", "another publisher", "another site", "an id of its own"],
)
def test_a_reprint_with_the_very_same_text_is_a_source_of_its_own(elsewhere: Wanted) -> None:
    before = after(folder(), store(folder(), Article(TEXT), "a.txt", FIRST))
    stored = store(before, Article(TEXT), "b.txt", elsewhere)
    done = after(before, stored)
    assert errors(done) == []
    assert load(done).dossier.sources.keys() == {"gazette", "first", stored.id}
    once_more = store(done, Article(TEXT), "b.txt", elsewhere)
    assert (once_more.id, once_more.new, once_more.changed) == (stored.id, {}, {})


@pytest.mark.parametrize(
    "same",
    [
        Wanted(),
        Wanted(url="https://a.example/1?from=feed"),
        Wanted(publisher="north-wire"),
        Wanted(id="first"),
    ],
    ids=["nothing", "another address there", "the publisher again", "its id"],
)
def test_the_same_article_again_is_no_reprint(same: Wanted) -> None:
    before = after(folder(), store(folder(), Article(TEXT), "a.txt", FIRST))
    again = store(before, Article(TEXT), "b.txt", same)
    assert (again.id, again.new, again.changed) == ("first", {}, {})
    assert "--id" in again.notes[0]


def test_a_quoted_text_is_not_changed() -> None:
    with pytest.raises(RefusedError) as refused:
        store(folder(), Article(TEXT), "a.txt", Wanted(id="gazette"))
    assert "by actor `ada-quill`, statement `quill-over`, statement `sorrel-never`" in refused.value.message


def test_a_text_is_not_changed_while_it_is_unknown_who_quotes_it() -> None:
    broken = folder(RECORDS + "  broken: {{}}\n")
    with pytest.raises(RefusedError, match="Not all of the dossier can be read"):
        store(broken, Article(TEXT), "a.txt", Wanted(id="gazette"))


OLD = Article("New\nOld text\n")


def stored_once() -> Folder:
    return after(folder(), store(folder(), OLD, "a.txt", Wanted()))


def test_a_text_that_nothing_quotes_is_changed_only_on_purpose_and_with_its_hash() -> None:
    again = Article("New\nAnother text\n")
    with pytest.raises(RefusedError, match="with another text") as refused:
        store(stored_once(), again, "a.txt", Wanted())
    assert "--id new" in refused.value.hint
    stored = store(stored_once(), again, "a.txt", Wanted(id="new"))
    assert stored.changed["articles/new.txt"] == again.text.encode()
    assert errors(after(stored_once(), stored)) == []
    assert stored.changed["articles/new.yaml"] == stored_once().yaml["articles/new.yaml"].replace(
        sha256(OLD.text.encode()).hexdigest().encode(), sha256(again.text.encode()).hexdigest().encode()
    )


def test_another_article_of_the_same_day_gets_a_number_and_files_of_its_own() -> None:
    before = after(folder(), store(folder(), ABOUT, "a.html", Wanted()))
    for number in ("2", "3"):
        other = Article(
            f"{number}.\n", title="Next", url=f"https://other.example/{number}", published="2021-03-09"
        )
        stored = store(before, other, "a.html", Wanted())
        assert set(stored.new) == {f"other/other-2021-03-09-{number}.{end}" for end in ("yaml", "txt")}
        before = after(before, stored)


def test_a_file_in_the_way_is_not_overwritten() -> None:
    base = folder()
    in_the_way = Folder(base.yaml, {**base.texts, "articles/new.txt": b"mine"})
    with pytest.raises(RefusedError, match=r"Another text stands at articles/new\.txt"):
        store(in_the_way, Article("New\n"), "a.txt", Wanted())
    in_the_way = Folder({**base.yaml, "articles/new.yaml": b""}, base.texts)
    with pytest.raises(RefusedError, match=r"There is a file articles/new\.yaml"):
        store(in_the_way, Article("New\n"), "a.txt", Wanted())


def test_a_folder_that_is_no_dossier_is_refused() -> None:
    with pytest.raises(RefusedError, match="no dossier"):
        store(Folder({}, {}), Article(TEXT), "a.txt", Wanted())


@pytest.mark.parametrize("field", ["title", "url", "published", "authors", "language", "site"])
@pytest.mark.parametrize("value", ["a" * 10_000_000, "\u0315\u0300" * 100_000], ids=["long", "marks"])
def test_what_a_page_says_at_great_length_is_left_out_at_once(field: str, value: str) -> None:
    before = process_time()
    stored = store(folder(), article_said({"text": TEXT, field: value}), "a.html", Wanted())
    assert f"`{field}` is not taken from the page: what it says has {len(value):,} char" in stored.notes[0]
    assert process_time() - before < 5  # it would take minutes to put the marks in order


def test_a_first_line_of_any_length_is_no_title() -> None:
    before = process_time()
    stored = store(folder(), Article("a" + "\u0315\u0300" * 100_000 + "\n"), "a.txt", Wanted())
    assert stored.notes == (
        "`title` is not taken from the page: what it says has 200,001 characters. Give it with --title.",
    )
    assert process_time() - before < 5


def test_what_the_author_says_at_great_length_is_refused() -> None:
    with pytest.raises(RefusedError, match="--title has 10,000 characters"):
        store(folder(), Article(TEXT), "a.txt", Wanted(title="a" * 10_000))


def test_what_is_known_of_the_text_is_told_with_the_rest() -> None:
    stored = store(folder(), Article(TEXT, url="x", notes=("Compare it.",)), "a.html", Wanted())
    assert stored.notes[0] == "Compare it."
    assert stored.notes[1].startswith("`url` is not taken from the page")


def test_what_cannot_stand_in_a_comment_is_spelt_out() -> None:
    about = Article(TEXT, authors="A\ufeffda", site="The\ufeffSite")
    stored = store(folder(), about, "a\ufeffb.html", Wanted())
    (record,) = [content.decode() for path, content in stored.new.items() if path.endswith(".yaml")]
    assert "# From a<U+FEFF>b.html, by" in record
    assert "the page names “A<U+FEFF>da”" in record
    assert "calls its site “The<U+FEFF>Site”" in record


HOSTILE = st.text(max_size=30) | st.text(
    alphabet="\"':#{}[]|>-&*!%@`\\\n\r\0\x08\x1b\u2028\u202e\u2066\u2069\x85\ufeff\ufffe\u200b a", max_size=30
)


@given(st.tuples(*[HOSTILE] * 5), HOSTILE)
def test_whatever_a_page_says_its_record_stays_one_sound_record(said: tuple[str, ...], name: str) -> None:
    title, url, published, authors, language = said
    about = Article(TEXT, title, url, published, authors, language, site=authors)
    stored = store(folder(), about, name, Wanted())
    content = after(folder(), stored)
    assert errors(content) == []
    assert set(load(content).dossier.sources) == {"gazette", stored.id}
    assert all(".." not in path and path.count("/") == 1 for path in stored.new)


VALUES = {
    "title": ["A title", "null", "1.5", "[a]", "---", "x" * 300, "\ufeffA", "a\u2066b\u2069"],
    "url": [
        "https://example.org/",
        "http://[::1]/",
        "https://كردستان.example/ü?q=a|b#c",
        "https://a.example:80/%zz",
    ],
    "published": [
        "2021-03-09",
        "2021",
        "0000-01-01",
        "9999-12-31",
        "2021-02-30",
        "2021-03-09T10:00",
        "-0044",
    ],
    "authors": ["Ada Quill", "Ada # Quill", "\ufeff", "@ada"],
    "language": ["en-GB", "no", "ar", "x-klingon", "en_US", "mul", "zz", "i-default", "sr-Latn-RS"],
    "site": ["The Gazette", "the gazette", "CON", "..", "/", "\u202eabc", "كوردستان"],
}
NAMES = HOSTILE | st.sampled_from(["a.txt", "no.html", "x" * 250 + ".html", "-"])
SAID = st.fixed_dictionaries(
    {key: st.sampled_from(["", *values]) | HOSTILE for key, values in VALUES.items()}
)


@given(st.text() | HOSTILE, SAID, NAMES, st.booleans())
def test_whatever_is_stored_is_a_source_without_an_error(
    text: str, said: dict[str, str], name: str, is_page: bool
) -> None:
    content = text.encode(errors="surrogatepass")
    try:
        article = article_said({"text": text, **said}) if is_page else read_article("a.txt", content)
        stored = store(folder(), article, name, Wanted())
    except RefusedError:
        return
    result = after(folder(), stored)
    assert errors(result) == []
    assert set(load(result).dossier.sources) == {"gazette", stored.id}
