"""Whatever a folder holds, a check ends with problems or with none; and what has no error can be built."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.site import Folder, Loaded, build, load
from tests.support import seeds

KEYS = [
    *(
        "sources",
        "actors",
        "places",
        "events",
        "claims",
        "statements",
        "title",
        "name",
        "kind",
        "text",
        "quote",
    ),
    *(
        "passage",
        "source",
        "speaker",
        "positions",
        "when",
        "said",
        "figures",
        "value",
        "measure",
        "roles",
        "at",
    ),
    *("part_of", "within", "lat", "lon", "corrects", "about", "evidence", "names", "a", "b", "s", "<<", "id"),
]
VALUES = [
    "a",
    "b",
    "s",
    "person",
    "asserts",
    "2024-02-05",
    "../2024",
    ">85",
    "event/a",
    "[[a]]",
    "true",
    "-1",
]

texts = st.one_of(st.sampled_from(VALUES), st.text(max_size=12))
trees = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), st.text(max_size=6)), inner, max_size=5),
    ),
    max_leaves=25,
)


def flow(tree: object) -> str:
    """Write a tree as YAML on one line, each text between quotation marks."""
    if isinstance(tree, str):
        return "'" + tree.replace("'", "''") + "'"
    if isinstance(tree, list):
        return "[" + ", ".join(map(flow, tree)) + "]"
    assert isinstance(tree, dict)
    return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in tree.items()) + "}"


def examined(folder: Folder) -> Loaded:
    """Load a folder; build it where that is allowed."""
    loaded = load(folder)
    assert list(loaded.problems) == sorted(loaded.problems)
    if loaded.is_sound:
        assert build(loaded)
    return loaded


@given(st.binary(max_size=300), st.binary(max_size=120))
def test_any_bytes_are_read_or_refused(records: bytes, words: bytes) -> None:
    examined(Folder({"dossier.yaml": b"title: T\n", "records.yaml": records}, {"a.txt": words}))
    examined(Folder({"dossier.yaml": records}, {}))


@given(trees)
def test_any_tree_is_read_or_refused(tree: object) -> None:
    content = flow(tree).encode("utf-8", "surrogatepass")
    examined(Folder({"dossier.yaml": b"title: T\n", "records.yaml": content}, {"a.txt": b"a b s"}))
    examined(Folder({"dossier.yaml": content}, {}))


@given(st.dictionaries(st.sampled_from(KEYS[:6]), st.dictionaries(st.sampled_from("abs"), trees, max_size=3)))
def test_any_records_are_read_or_refused(tree: dict[str, dict[str, object]]) -> None:
    examined(
        Folder({"dossier.yaml": b"title: T\n", "records.yaml": flow(tree).encode()}, {"s.txt": b"a b s"})
    )


@settings(max_examples=25)
@given(st.data())
def test_any_change_to_the_seeds_is_read_or_refused(data: st.DataObject) -> None:
    folder = seeds()
    path = data.draw(st.sampled_from(sorted(folder.yaml)))
    lines = folder.yaml[path].decode().split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1))
    match data.draw(st.sampled_from(["cut", "double", "swap", "indent", "outdent", "character", "end"])):
        case "cut":
            del lines[at]
        case "double":
            lines.insert(at, lines[at])
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "indent":
            lines[at] = "  " + lines[at]
        case "outdent":
            lines[at] = lines[at][1:]
        case "character":
            place = data.draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + data.draw(st.characters()) + lines[at][place + 1 :]
        case _:
            del lines[at:]
    changed = "\n".join(lines).encode("utf-8", "surrogatepass")
    examined(Folder({**folder.yaml, path: changed}, folder.texts))
