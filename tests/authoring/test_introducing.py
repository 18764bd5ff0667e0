"""The actors that `dossier source` is told of: who is meant, and where one that is new is written."""

from collections.abc import Mapping

import pytest

from mkdocs_dossier.authoring.articles import Article
from mkdocs_dossier.authoring.describing import Wanted
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.storing import store
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load

ARTICLE = Article("A headline\n\nA text.\n")
ACTORS = """\
# Who is who.
actors:
  rudaw: {name: Rudaw, kind: media}
  the-gazette:
    name: The Gazette
    kind: media
    names: {ar: الجريدة}
    aliases: [Dunwold’s Gazétte]
  gazette-printers: {name: The Gazette, kind: organisation}
  ada-quill: {name: Ada Quill, kind: person}
  ada-quill-of-the-quay: {name: Ada Quill, kind: person}
  an-official: {name: an official, kind: anonymous}
"""
# The last record of a file, and what is written behind it.
NEW_BLOCK = "  the-herald:\n    name: The Herald\n    kind: media\n"
NEW_BRACES = "  the-herald: {name: The Herald, kind: media}\n"


def folder(actors: str = ACTORS, **more: str) -> Folder:
    files = {"dossier.yaml": "title: Invented\n", "actors.yaml": actors, **more}
    return Folder({path: text.encode() for path, text in files.items() if text}, {})


def publisher(said: str) -> str:
    """Give the publisher that is written for what an author says."""
    stored = store(folder(), ARTICLE, "a.txt", Wanted(id="new", publisher=said))
    (text,) = [one.decode() for path, one in stored.new.items() if path.endswith("new.yaml")]
    assert stored.changed == {}
    return next(line.split()[1] for line in text.splitlines() if "publisher:" in line)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("rudaw", "rudaw"),
        (" rudaw ", "rudaw"),
        ("RUDAW", "rudaw"),
        ("the gazette", "the-gazette"),  # the one of this kind
        ("DUNWOLD’S GAZETTE", "the-gazette"),
        ("الجريدة", "the-gazette"),
        ("rudaw=Rudaw", "rudaw"),
        ("rudaw = rudáw", "rudaw"),
    ],
)
def test_an_actor_is_known_by_its_id_or_any_of_its_names(said: str, meant: str) -> None:
    assert publisher(said) == meant


def added(before: Folder, **wanted: str | tuple[str, ...]) -> Mapping[str, str]:
    """Store the article; give the files with actors in them that are new or changed."""
    stored = store(before, ARTICLE, "a.txt", Wanted(id="new", **wanted))  # type: ignore[arg-type] # mixed types
    files = {**stored.new, **stored.changed}
    yaml = {path: text for path, text in files.items() if path.endswith(".yaml")}
    after = load(Folder({**before.yaml, **yaml}, {**before.texts, **stored.new}))
    known = {problem.rule for problem in load(before).problems}
    assert {problem.rule for problem in after.problems} <= known | {"unused-source"}
    return {path: text.decode() for path, text in yaml.items() if not path.endswith("new.yaml")}


BLOCK = "  the-gazette:\n    name: The Gazette\n    kind: media\n"
OTHER = "  rudaw:\n    name: Rudaw\n    kind: media\n"


@pytest.mark.parametrize(
    ("actors", "written"),
    [
        pytest.param(ACTORS, ACTORS + NEW_BRACES, id="records in braces"),
        pytest.param(f"actors:\n{BLOCK}", f"actors:\n{BLOCK}\n{NEW_BLOCK}", id="one record"),
        pytest.param(f"actors:\n{BLOCK}{OTHER}", f"actors:\n{BLOCK}{OTHER}{NEW_BLOCK}", id="no gaps"),
        pytest.param(f"actors:\n{BLOCK}\n{OTHER}", f"actors:\n{BLOCK}\n{OTHER}\n{NEW_BLOCK}", id="gaps"),
        pytest.param(
            f"actors:\n{BLOCK}    # of Dunwold\n\n  # the end\n",
            f"actors:\n{BLOCK}    # of Dunwold\n\n{NEW_BLOCK}\n  # the end\n",
            id="comments below",
        ),
        pytest.param(
            f"actors:\n{BLOCK}\nplaces:\n  here: {{name: Here}}\n",
            f"actors:\n{BLOCK}\n{NEW_BLOCK}\nplaces:\n  here: {{name: Here}}\n",
            id="a section below",
        ),
        pytest.param(
            f"actors:\n{BLOCK}".rstrip(), f"actors:\n{BLOCK}\n{NEW_BLOCK}", id="no break at the end"
        ),
        pytest.param(
            f"actors:\n{BLOCK}".replace("\n", "\r\n"),
            f"actors:\n{BLOCK}\n{NEW_BLOCK}".replace("\n", "\r\n"),
            id="CRLF",
        ),
        pytest.param(
            f"\ufeffactors:\n{BLOCK}", f"\ufeffactors:\n{BLOCK}\n{NEW_BLOCK}", id="a byte order mark"
        ),
        pytest.param(
            "actors: {rudaw: {name: Rudaw, kind: media}}  # one\n",
            "actors: {rudaw: {name: Rudaw, kind: media}, "
            "the-herald: {name: The Herald, kind: media}}  # one\n",
            id="a section in braces",
        ),
        pytest.param("# Nobody yet.\n", f"# Nobody yet.\nactors:\n{NEW_BLOCK}", id="an empty file"),
        pytest.param("", f"actors:\n{NEW_BLOCK}", id="no file"),
        pytest.param(
            "places:\n  here: {name: Here}\n",
            f"places:\n  here: {{name: Here}}\nactors:\n{NEW_BLOCK}",
            id="no section",
        ),
    ],
)
def test_a_new_actor_is_written_as_the_others_are(actors: str, written: str) -> None:
    assert added(folder(actors), publisher="The Herald") == {"actors.yaml": written}


def test_a_new_actor_goes_to_the_file_with_most_of_them() -> None:
    others = "actors:\n" + "".join(f"  media-{n}: {{name: M{n}, kind: media}}\n" for n in range(9))
    files = added(folder(**{"z/media.yaml": others}), agency="Wire", authors=("Bo Li", "x-y=Al, the younger"))
    assert files == {
        "z/media.yaml": others + "  wire: {name: Wire, kind: media}\n  bo-li: {name: Bo Li, kind: person}\n"
        '  x-y: {name: "Al, the younger", kind: person}\n'
    }


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("كوردستان", "كوردستان"),
        ("Al-Sumaria 2", "Al-Sumaria 2"),
        ("No", '"No"'),
        ("A: b", '"A: b"'),
        ("Ada #1", '"Ada #1"'),
    ],
)
def test_a_name_is_written_plainly_where_it_is_nothing_but_words(name: str, written: str) -> None:
    assert (
        f"  new-one: {{name: {written}, kind: media}}\n"
        in added(folder(), agency=f"new-one={name}")["actors.yaml"]
    )


def test_an_actor_that_is_named_twice_is_written_once() -> None:
    files = added(folder(), publisher="wire=The Wire", agency="wire", authors=("The Wire",))
    assert files["actors.yaml"] == ACTORS + "  wire: {name: The Wire, kind: media}\n"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("rudau", "there is no actor `rudau`. Did you mean `rudaw`? If it is new, give its name too:"),
        (
            "herald",
            "there is no actor `herald`. If it is new, give its name too: --authors 'herald=Its name'.",
        ),
        ("ada quill", "called “ada quill”: `ada-quill`, `ada-quill-of-the-quay`. Name one by its id."),
        ("Rudáw!", "there is an actor `rudaw` already, called “Rudaw”. If that is meant: --authors rudaw."),
        ("rudaw=The Herald", "there is an actor `rudaw` already, called “Rudaw”. If that is meant"),
        ("other=rudaw", "“rudaw” is the actor `rudaw` already. If that is meant: --authors rudaw."),
        ("Bo Li, Al Ng", "there is a comma in “Bo Li, Al Ng”. Name each with --authors. If it is one name"),
        ("…", "no id can be made from “…”. Give one: --authors 'some-id=…'."),
        ("a\u202eb", "--authors has an unseen bidi control"),
        ("new-id=", "--authors is empty"),
        ("a" * 9_000, "--authors has 9,000 characters"),
    ],
)
def test_what_names_nobody_clearly_is_refused_with_what_to_write(said: str, told: str) -> None:
    with pytest.raises(RefusedError) as refused:
        store(folder(), ARTICLE, "a.txt", Wanted(authors=(said,)))
    assert told in str(refused.value)


def test_an_anonymous_actor_is_never_meant_by_its_name() -> None:
    files = added(folder(), authors=("official=An official",))
    assert files["actors.yaml"].endswith("  official: {name: An official, kind: person}\n")


def test_one_id_with_two_names_is_refused() -> None:
    with pytest.raises(RefusedError, match="`wire` would be “The Wire” and “A Wire”"):
        store(folder(), ARTICLE, "a.txt", Wanted(publisher="wire=The Wire", agency="wire=A Wire"))


def test_the_name_of_a_new_actor_is_asked_for_once_and_only_where_all_else_is_right() -> None:
    asked = []

    def ask(option: str, identifier: str, close: str | None) -> str:
        asked.append((option, identifier, close))
        return "Rudau TV"

    wanted = Wanted(id="new", publisher="rudau", agency="rudau")
    stored = store(folder(), ARTICLE, "a.txt", wanted, ask)
    assert asked == [("publisher", "rudau", "rudaw")]
    assert stored.changed["actors.yaml"].decode() == ACTORS + "  rudau: {name: Rudau TV, kind: media}\n"
    with pytest.raises(RefusedError, match="--published is not a date"):
        store(folder(), ARTICLE, "a.txt", Wanted(publisher="rudau", published="soon"), ask)
    assert len(asked) == 1


def test_a_name_that_is_asked_for_and_known_is_not_written_twice() -> None:
    with pytest.raises(RefusedError, match="“the gazette” is the actor `the-gazette` already"):
        store(folder(), ARTICLE, "a.txt", Wanted(publisher="the-gazete"), lambda *_: "the gazette")


def test_no_actor_is_written_while_it_is_unknown_who_is_there() -> None:
    broken = folder(**{"more.yaml": "actors:\n  the-herald: {nam: The Herald}\n"})
    with pytest.raises(RefusedError, match=r"first at more\.yaml:2:\d+: .*not known which actors") as refused:
        store(broken, ARTICLE, "a.txt", Wanted(publisher="A Herald"))
    assert refused.value.hint.startswith("Mend it first")


def test_an_actor_whose_id_makes_a_link_unclear_is_refused() -> None:
    claims = 'claims:\n  herald: {text: It is over., note: "See [[herald]]."}\n'
    with pytest.raises(RefusedError, match="may mean more than one record"):
        store(folder(**{"c.yaml": claims}), ARTICLE, "a.txt", Wanted(publisher="herald=The Herald"))
