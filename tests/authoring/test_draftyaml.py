"""The YAML of a draft: read again, it is what was written, and a reason stands above its field."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.draftyaml import written
from mkdocs_dossier.drafting.drafted import DraftRecord, Value
from mkdocs_dossier.drafting.reasons import Basis, Reason
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import to_data

# All that may stand on a line; lone halves of characters, which no file can have, aside.
_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.text("ab :#-'\"|>&*!%@`{}[],?\\~\u00e9\u0645“”", min_size=1, max_size=300),
    st.sampled_from(
        ["no", "null", "~", "1", "1.5", "2024-02-05", "- x", "a: b", "a #b", " a", "a ", "=", "<<"]
    ),
)
_ITEMS = st.one_of(_TEXTS, st.dictionaries(st.sampled_from(["title", "at", "no"]), _TEXTS, min_size=1))
_VALUES: st.SearchStrategy[Value] = st.one_of(
    _TEXTS, st.lists(_ITEMS, min_size=1, max_size=4), st.dictionaries(_TEXTS, _TEXTS, min_size=1, max_size=3)
)
_FIELDS = st.dictionaries(st.sampled_from(["name", "quote", "positions", "roles"]), _VALUES, min_size=1)


def record(identifier: str, fields: dict[str, Value], *reasons: Reason) -> DraftRecord:
    return DraftRecord(Ref("actors", identifier), fields, reasons)


def test_a_reason_stands_above_its_field_and_sections_in_their_order() -> None:
    made = [
        DraftRecord(Ref("statements", "s"), {"speaker": "ada", "quote": "No"}),
        record("no", {"name": "Ada", "aliases": ["A", "B"]}, Reason("name", Basis.STATED, "Ada")),
    ]
    assert written("news", made) == (
        "# Drafted from the text of `news`, by `dossier draft`.\n"
        "# What has the line `review: draft` is approved by nobody yet: `dossier review` goes through it.\n"
        '\nactors:\n  "no":\n    # name: from "Ada", as it stands there\n    name: Ada\n'
        "    aliases:\n      - A\n      - B\n"
        '\nstatements:\n  s:\n    speaker: ada\n    quote: "No"\n'
    )


def test_a_long_text_is_folded() -> None:
    words = " ".join(["word"] * 60)
    lines = written("news", [record("a", {"name": words})]).splitlines()
    assert max(map(len, lines)) <= 110
    assert "    name: >-" in lines


@given(fields=st.lists(_FIELDS, min_size=1, max_size=3), words=_TEXTS)
def test_whatever_is_written_is_read_again(fields: list[dict[str, Value]], words: str) -> None:
    reasons = [Reason(field, Basis.STATED, words) for field in ("name", "quote", "roles")]
    made = [record(f"a{at}", one, *reasons) for at, one in enumerate(fields)]
    node, problems = parse("a.yaml", written("news", made).encode())
    assert not problems
    assert node
    assert to_data(node) == {"actors": {f"a{at}": one for at, one in enumerate(fields)}}
