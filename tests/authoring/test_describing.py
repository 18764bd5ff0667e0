"""What `dossier source` knows of an article: all options, their faults, and the id that is made from them."""

from hashlib import sha256

import pytest

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.describing import Wanted, _first_words, _site_name
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.storing import store
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from tests.authoring.small_dossier import folder

TEXT = "A headline\n\nA text.\n"


def test_all_that_the_author_says_stands_in_the_record() -> None:
    wanted = Wanted(
        id="mine",
        title="Mine",
        url="https://a.example/x",
        published="2021-03-09",
        publisher="the-gazette",
        language="ar",
        kind="post",
        authors=("ada-quill", "Ben Sorrel", "ada quill"),
        agency="THE GAZETTE",
        republishes="gazette",
        retrieved="2021-03-10",
        archived=("https://b.example/1", "https://b.example/2"),
    )
    stored = store(folder(), Article(TEXT), "a.txt", wanted)
    text = stored.new["the-gazette/2021-03-09.yaml"].decode()
    assert text.partition("\n")[2] == (
        "sources:\n"
        "  mine:\n"
        '    title: "Mine"\n'
        "    kind: post\n"
        "    publisher: the-gazette\n"
        "    republishes: gazette\n"
        "    agency: the-gazette\n"
        "    authors: [ada-quill, ben-sorrel]\n"
        "    published: 2021-03-09\n"
        "    retrieved: 2021-03-10\n"
        '    url: "https://a.example/x"\n'
        "    archived:\n"
        '      - "https://b.example/1"\n'
        '      - "https://b.example/2"\n'
        "    language: ar\n"
        "    text: mine.txt\n"
        f"    sha256: {sha256(TEXT.encode()).hexdigest()}\n"
    )
    content = folder()
    after = load(
        Folder({**content.yaml, "x.yaml": text.encode()}, {**content.texts, "mine.txt": TEXT.encode()})
    )
    source = after.dossier.sources["mine"]
    assert (source.agency, source.republishes, str(source.kind)) == ("the-gazette", "gazette", "post")


def test_all_wrong_options_are_told_at_once() -> None:
    wanted = Wanted(
        id="../x",
        published="soon",
        kind="artcle",
        retrieved="2021-13-01",
        archived=("ftp://x", "https://a.example/", "y"),
        republishes="gazete",
        agency="gazette-wire",
        authors=("nobody",),
        title="a\nb",
    )
    with pytest.raises(RefusedError) as refused:
        store(folder(), Article(TEXT), "a.txt", wanted)
    told = [str(refused.value), *refused.value.further]
    begun = [line.split()[0].removeprefix("--").rstrip(":") for line in told]
    archived, actors = ["archived", "archived"], ["agency", "authors"]
    once = ["id", "kind", "published", "republishes", "retrieved", "title"]
    assert sorted(begun) == sorted([*actors, *archived, *once])
    assert "--republishes: there is no source `gazete`. Did you mean `gazette`?" in told
    assert any("did you mean “article”?" in line.casefold() for line in told)


@pytest.mark.parametrize(
    ("article", "wanted", "identifier"),
    [
        (Article(TEXT, published="2021-03-09"), Wanted(publisher="the-gazette"), "the-gazette-2021-03-09"),
        (Article(TEXT), Wanted(publisher="the-gazette"), "the-gazette-a-headline"),
        (Article(TEXT, published="2021-03"), Wanted(publisher="the-gazette"), "the-gazette-a-headline"),
        (Article(TEXT, url="https://www.news.co.uk/a", published="2021-03-09"), Wanted(), "news-2021-03-09"),
        (Article(TEXT, site="The Other", published="2021-03-09"), Wanted(), "the-other-2021-03-09"),
        (Article(TEXT, published="2021-03-09"), Wanted(), "a-headline-2021-03-09"),
        (
            Article(TEXT),
            Wanted(title="One two three four five six seven eight"),
            "one-two-three-four-five-six",
        ),
        (Article(TEXT), Wanted(title="…"), "my-file"),
        (Article(TEXT), Wanted(title="Gazette"), "gazette-2"),
        (Article(TEXT), Wanted(agency="A headline"), "a-headline-2"),  # so has the new actor
        (Article(TEXT), Wanted(title="It is over"), "it-is-over-2"),  # a claim has that id
    ],
)
def test_an_id_is_short_and_telling(article: Article, wanted: Wanted, identifier: str) -> None:
    assert store(folder(), article, "My file.html", wanted).id == identifier


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.rudaw.net/x", "rudaw"),
        ("https://edition.news.example/x", "edition-news"),
        ("https://news.co.uk/", "news"),
        ("https://co.uk/", "co"),
        ("https://localhost/", "localhost"),
        ("https://192.168.0.1/", "192-168-0-1"),
        ("", ""),
    ],
)
def test_a_site_is_called_by_its_host_without_what_all_hosts_have(url: str, name: str) -> None:
    assert _site_name(url) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Short", "short"),
        ("a" * 29 + " b", "a" * 29),
        ("a" * 28 + " b", "a" * 28 + "-b"),
        ("a" * 40, "a" * 30),
    ],
)
def test_first_words_are_cut_between_words(text: str, words: str) -> None:
    assert _first_words(text) == words
