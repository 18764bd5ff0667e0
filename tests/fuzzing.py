"""Folders as chance makes them: bytes, trees of YAML, sound dossiers, and changes to good ones."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.model.recordparts import Evidence, Figure, Membership, Participant, Relation, Role
from mkdocs_dossier.model.records import MODELS
from mkdocs_dossier.model.settings import Settings
from mkdocs_dossier.values.refs import SECTIONS, Section

Data = dict[str, Any]
Trees = st.SearchStrategy[Data]


def listed(text: str) -> list[str]:
    """List what stands in a text between white space."""
    return text.split()


def _fields_of(model: type[BaseModel]) -> set[str]:
    return {info.alias or name for name, info in model.model_fields.items()}


_WITH_FIELDS: tuple[type[BaseModel], ...] = (
    *MODELS.values(),
    *(Settings, Membership, Role, Relation, Participant, Evidence, Figure),
)
KEYS = sorted({*SECTIONS, "<<", "[key]", "a", "b"}.union(*map(_fields_of, _WITH_FIELDS)))
VALUES = listed("""
    a b c-1 x/y event/a actor/b person state city asserts denies true yes 2024-02-05 ../2024 2024/2023 >85
    16-20 36.19 -1 Q42 en ar en_US https://example.org/ javascript:x t.txt ../t.txt [[a]] [[a|b]] [[ ~ null
""")
IDS = ("a", "b", "c-1", "d")
DATES = listed("""
    2024-02-05 2024-02 2023? 2024~ 2023-10-15/2024-02-02 ../2024-02-03 2024-02-03/.. 2024-02-05T13:15:00-05:00
    -0044 19XX Y12345 2024-21
""")
AMOUNTS = listed("85 >85 >=16 <40 <=40 16-20 ~30 0 1.5")
MARKUP = [
    *listed(
        "<script> </div> <!-- --> ]]> &lt; {{ }} {% %} --8<-- \\ ` ``` ~~~ | # - * + > 1. === --- !!! ??? :"
    ),
    *listed(
        "[x](javascript:x) ![x](y) [x]: [^1] *[x]: {: .x } [TOC] :smile: ==x== $x$ ^x^ http://x.y www.x.y //"
    ),
    *listed(
        "x@y.z “we” ‘s’ it's «x» e\u0301 العراق 日本 😀 👩\u200d👩\u200d👧 ﬁ a\u00adb \u200b […] [X] 1,500 16"
    ),
    "\u2067x\u2069",
    "x" * 200,
]
SOURCE = (
    " ".join(MARKUP) + "\n\n“Nobody told us,” said A of 16 dead on Friday.\n\n" + " ".join(reversed(MARKUP))
)

_KEPT_OUT = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff"
_characters = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters=_KEPT_OUT)


def _is_seen(text: str) -> bool:
    return any(map(str.isalnum, text))


texts = st.one_of(
    st.lists(st.sampled_from([*MARKUP, "told", "word"]), min_size=1, max_size=4).map(" ".join),
    st.text(_characters, min_size=1, max_size=12),
).filter(_is_seen)
dates = st.sampled_from(DATES)


def proses(known: Mapping[Section, Sequence[str]]) -> st.SearchStrategy[str]:
    """Make prose that links only to what there is."""
    links = [f"[[{section}/{key}]]" for section, keys in known.items() for key in keys]
    safe = texts.map(lambda text: text.replace("[[", "[ ["))
    return st.lists(st.one_of(safe, st.sampled_from(links)), min_size=1, max_size=4).map("\n\n> - ".join)


@st.composite
def words(draw: st.DrawFn) -> str:
    """Cut words out of the source."""
    line = draw(st.sampled_from([line.split(" ") for line in SOURCE.split("\n\n")]))
    start = draw(st.integers(0, len(line) - 1))
    cut = " ".join(line[start : start + draw(st.integers(1, 6))])
    return cut if _is_seen(cut) else "Nobody told us"


@st.composite
def sound_dossiers(draw: st.DrawFn) -> Folder:
    """Make a dossier that is free of errors, of texts that Markdown, HTML and templates may stumble over."""
    known: dict[Section, list[str]] = {
        section: sorted(draw(st.sets(st.sampled_from(IDS), min_size=section in ("sources", "actors"))))
        for section in SECTIONS
    }
    tree = {
        section: {key: draw(_record(section, key, known)) for key in keys} for section, keys in known.items()
    }
    settings = draw(
        _fields(
            {"title": texts},
            summary=proses(known),
            language=st.sampled_from(["en", "ar", "fr", "zh-Hant"]),
            editors=st.lists(texts, max_size=2),
            updated=dates,
            licence=texts,
        )
    )
    files = {"dossier.yaml": written(settings).encode(), "sub/records.yaml": written(tree).encode()}
    return Folder(files, {"t.txt": SOURCE.encode()})


def _fields(required: Mapping[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]) -> Trees:
    named = {name.rstrip("_"): strategy for name, strategy in optional.items()}
    return st.fixed_dictionaries(dict(required), optional=named)


def _record(section: Section, key: str, known: Mapping[Section, Sequence[str]]) -> Trees:
    return {
        "sources": _source,
        "actors": _actor,
        "places": _place,
        "events": _event,
        "claims": _claim,
        "statements": _statement,
    }[section](key, known)


def _one(keys: Sequence[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(keys) if keys else st.nothing()


def _some(keys: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(_one(keys), min_size=1, max_size=3, unique=True) if keys else st.nothing()


def _before(keys: Sequence[str], key: str) -> list[str]:
    """List the ids before one: ties among these make no circle."""
    return [other for other in keys if other < key]


def _reported(known: Mapping[Section, Sequence[str]]) -> Data:
    return {"source": _one(known["sources"]), "passage": words()}


def _source(key: str, known: Mapping[Section, Sequence[str]]) -> Trees:
    return _fields(
        {"title": texts, "text": st.just("../t.txt")},
        kind=st.sampled_from(["article", "post", "video"]),
        publisher=_one(known["actors"]),
        authors=_some(known["actors"]),
        published=dates,
        updated=dates,
        retrieved=dates,
        url=st.just(f"https://example.org/{key}?a=(1)&b='*_#c"),
        archived=st.just(["https://example.org/a|b"]),
        language=st.sampled_from(["en", "ar", "he", "ckb"]),
        dateline=_one(known["places"]),
        rights=st.sampled_from(["quote", "publish"]),
    )


def _actor(key: str, known: Mapping[Section, Sequence[str]]) -> Trees:
    actors, above = known["actors"], _before(known["actors"], key)
    tie = {"from_": dates} if _has_begin(key) else {"until": dates}
    return _fields(
        {"name": texts, "kind": st.sampled_from(["person", "government", "anonymous", "state", "media"])},
        names=st.dictionaries(st.sampled_from(["ar", "ru", "zh-Hant"]), texts, max_size=2),
        aliases=st.lists(texts, max_size=2),
        description=proses(known),
        part_of=st.one_of(_one(above), st.lists(_fields({"actor": _one(above)}, **tie), max_size=2))
        if above
        else st.nothing(),
        roles=st.lists(
            _fields(
                {"title": texts, "at": _one(actors)} | _reported(known),
                speaks_for=st.sampled_from(["true", "false"]),
                **tie,
            ),
            max_size=2,
        ),
        relations=st.lists(_fields({"to": _one(actors), "kind": texts}, **tie), max_size=2),
        wikidata=st.just("Q796"),
        links=st.just(["https://example.org/[x](y)"]),
    )


def _has_begin(key: str) -> bool:
    """Let half of the actors have ties with a begin, half with an end: together they might be reversed."""
    return key in IDS[::2]


def _place(key: str, known: Mapping[Section, Sequence[str]]) -> Trees:
    spot = st.fixed_dictionaries(
        {
            "name": texts,
            "lat": st.sampled_from(["0", "-90", "36.19"]),
            "lon": st.sampled_from(["180", "44.01"]),
        }
    )
    more = _fields(
        {"name": texts},
        kind=st.sampled_from(["city", "site", "region", "country", "area"]),
        names=st.dictionaries(st.sampled_from(["ar", "ru"]), texts, max_size=2),
        aliases=st.lists(texts, max_size=2),
        within=_one(_before(known["places"], key)),
    )
    return st.one_of(more, st.builds(lambda one, other: {**one, **other}, more, spot))


def _event(key: str, known: Mapping[Section, Sequence[str]]) -> Trees:
    before = _before(known["events"], key)
    return _fields(
        {"name": texts, "kind": st.sampled_from(["airstrike", "x"])},
        when=dates,
        when_note=texts,
        places=_some(known["places"]),
        participants=st.lists(
            st.fixed_dictionaries({"actor": _one(known["actors"]), "role": texts}), max_size=2
        ),
        part_of=_one(before),
        responds_to=_some(before),
        summary=proses(known),
        figures=st.lists(
            _fields(
                {"measure": st.sampled_from(["killed", "x"]), "value": st.sampled_from(AMOUNTS)}
                | _reported(known),
                of=_one(known["actors"]),
                attributed_to=_one(known["actors"]),
            ),
            max_size=3,
        ),
        evidence=st.lists(st.fixed_dictionaries(_reported(known)), max_size=2),
    )


def _claim(key: str, known: Mapping[Section, Sequence[str]]) -> Trees:  # noqa: ARG001 - one signature
    about = [f"event/{one}" for one in known["events"]] + [f"actor/{one}" for one in known["actors"]]
    return _fields({"text": texts}, question=texts, about=_some(about), note=proses(known))


def _statement(key: str, known: Mapping[Section, Sequence[str]]) -> Trees:
    stances = st.sampled_from(["asserts", "denies", "qualifies", "declines", "unaware"])
    quoted = st.sampled_from(["quote", "passage"]).flatmap(
        lambda name: st.fixed_dictionaries({name: words()})
    )
    more = _fields(
        {"speaker": _one(known["actors"]), "source": _one(known["sources"])},
        said=dates,
        said_note=texts,
        during=_one(known["events"]),
        to=_some(known["actors"]),
        summary=texts,
        language=st.sampled_from(["en", "ar"]),
        translation=texts,
        positions=st.dictionaries(_one(known["claims"]), stances, min_size=1)
        if known["claims"]
        else st.nothing(),
        corrects=_one(_before(known["statements"], key)),
    )
    return st.builds(lambda one, other: {**one, **other}, more, quoted)


def written(tree: object) -> str:
    """Write a tree as YAML on one line, each text between double quotation marks."""
    if isinstance(tree, str):
        shown = (char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08x}" for char in tree)
        return '"' + "".join(shown) + '"'
    if isinstance(tree, Mapping):
        return "{" + ", ".join(f"{written(key)}: {written(value)}" for key, value in tree.items()) + "}"
    assert isinstance(tree, Sequence)
    return "[" + ", ".join(map(written, tree)) + "]"


any_texts = st.one_of(st.sampled_from(VALUES), texts, st.text(max_size=8))
any_keys = st.one_of(st.sampled_from(KEYS), st.text(max_size=4))
any_trees = st.recursive(
    any_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_keys, inner, max_size=5),
    max_leaves=25,
)
any_records = st.fixed_dictionaries(
    {},
    optional={
        section: st.dictionaries(
            st.sampled_from([*IDS, "A b", ""]), st.dictionaries(any_keys, any_trees, max_size=6), max_size=3
        )
        for section in SECTIONS
    },
)


Edit = tuple[str, int, int, int, str]
"""What is done, to which line, with which other one, at which character, with which sign; all wrap around."""

_SIGNS = "\"'[]{}:#&*!|>-?%@`,\\~ \t\n\r\x00\u00a0\u202e\u2028\ufeff\ud800"
edits: st.SearchStrategy[list[Edit]] = st.lists(
    st.tuples(
        st.sampled_from(["cut", "double", "swap", "in", "out", "put", "drop", "end", "join", "tab"]),
        st.integers(0, 2000),
        st.integers(0, 2000),
        st.integers(0, 100),
        st.one_of(st.sampled_from(_SIGNS), st.characters()),
    ),
    min_size=1,
    max_size=4,
)


def edited(content: bytes, made: Sequence[Edit]) -> bytes:
    """Change lines and characters of a file, as a slip of the hand or of a program does."""
    lines = content.decode().split("\n")
    for kind, first, second, third, sign in made:
        at, other = first % len(lines), second % len(lines)
        place = third % (len(lines[at]) + 1)
        line = lines[at]
        match kind:
            case "cut" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[other])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "in":
                lines[at] = " " * (1 + third % 3) + line
            case "out":
                lines[at] = line.removeprefix(" " * (1 + third % 3))
            case "put":
                lines[at] = line[:place] + sign + line[place:]
            case "drop":
                lines[at] = line[:place] + line[place + 1 :]
            case "join" if at + 1 < len(lines):
                lines[at : at + 2] = [line + " " + lines[at + 1].strip()]
            case "tab":
                lines[at] = "\t" + line.strip()
            case _:
                del lines[max(1, at) :]
    return "\n".join(lines).encode("utf-8", "surrogatepass")
