"""What is noted in the record of a source: one field, and nothing else changes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.draftnoting import noted
from mkdocs_dossier.yaml.parse import parse
from mkdocs_dossier.yaml.tree import to_data
from tests.hostile import flow

BY, TODAY = "dossier 0.2.0, by rules", date(2024, 2, 5)
LINE = 'drafted: {by: "dossier 0.2.0, by rules", on: 2024-02-05}'
FILE = """\
# A comment.
sources:
  one:
    title: One  # its title
    text: one.txt  # its text

  # About two.
  two:
      title: Two
      archived:
      - https://example.org/a
  three: {title: Three, text: three.txt}
actors:
  two: {name: Two, kind: person}
"""


def after(content: str, *sources: str) -> str:
    return noted("a.yaml", content.encode(), sources, BY, TODAY).decode()


def test_it_is_the_last_field_of_the_record() -> None:
    assert after(FILE, "one", "two", "three") == FILE.replace(
        "text: one.txt  # its text\n", f"text: one.txt  # its text\n    {LINE}\n"
    ).replace("      - https://example.org/a\n", f"      - https://example.org/a\n      {LINE}\n").replace(
        "text: three.txt}", f"text: three.txt, {LINE}}}"
    )


def test_only_in_the_sources_that_were_drafted() -> None:
    assert after(FILE, "one") == FILE.replace("its text\n", f"its text\n    {LINE}\n")
    assert after(FILE, "four") == FILE
    assert after(FILE) == FILE


def test_what_says_so_already_stays() -> None:
    once = after(FILE, "one", "three")
    assert after(once, "one", "three") == once


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_a_byte_order_mark_stay_as_they_are(newline: str, mark: str) -> None:
    written = mark + FILE.replace("\n", newline)
    changed = noted("a.yaml", written.encode(), ["one", "two", "three"], BY, TODAY).decode()
    assert changed == mark + after(FILE, "one", "two", "three").replace("\n", newline)


def test_a_file_without_a_last_line_break_gets_one() -> None:
    assert after("sources:\n  a:\n    title: A", "a") == f"sources:\n  a:\n    title: A\n    {LINE}\n"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{title: A}", f"{{title: A, {LINE}}}"),
        ("{title: A,}", f"{{title: A, {LINE},}}"),
        ("{ title: 'A' }", f"{{ title: 'A', {LINE} }}"),
        ("{title: A, archived: [a, b]}", f"{{title: A, archived: [a, b], {LINE}}}"),
        ("{\n    title: A\n  }", f"{{\n    title: A, {LINE}\n  }}"),
    ],
)
def test_a_record_in_braces_gets_it_in_them(record: str, expected: str) -> None:
    assert after(f"sources:\n  a: {record}\n", "a") == f"sources:\n  a: {expected}\n"
    assert after(f"sources: {{a: {record}}}\n", "a") == f"sources: {{a: {expected}}}\n"


@pytest.mark.parametrize(
    "record",
    [
        "{}",
        "",
        "A",
        "\n    title: A\n    archived:",
        "\n    title: |+\n      A\n\n",
        "&x {title: A}\n  b: *x",
        "\n    title: A\n    summary: >\n      text\n      more",
    ],
)
def test_a_record_of_another_form_does_not_keep_the_others_from_it(record: str) -> None:
    written = f"sources:\n  a: {record}\n  z:\n    title: Z\n"
    before, _ = parse("a.yaml", written.encode())
    changed = after(written, "a", "z")
    assert changed.endswith(f"  z:\n    title: Z\n    {LINE}\n")
    node, problems = parse("a.yaml", changed.encode())
    assert node and before and not problems
    data, old = to_data(node), to_data(before)
    assert isinstance(data, dict) and isinstance(old, dict)
    for one in data["sources"].values():  # type: ignore[union-attr]
        if isinstance(one, dict):
            one.pop("drafted", None)
    assert data == old


@pytest.mark.parametrize("content", ["", "sources: [", "- a\n", "sources: x\n", "actors: {}\n"])
def test_a_file_that_is_no_file_of_sources_stays(content: str) -> None:
    assert after(content, "a") == content


_TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=30)


@given(titles=st.lists(_TITLES, min_size=1, max_size=4), braces=st.booleans(), data=st.data())
def test_whatever_the_titles_the_file_says_the_same_and_that(
    titles: list[str], braces: bool, data: st.DataObject
) -> None:
    lines = [
        f"  s{at}: {{title: {flow(title)}}}\n" if braces else f"  s{at}:\n    title: {flow(title)}\n"
        for at, title in enumerate(titles)
    ]
    which = data.draw(st.sets(st.sampled_from([f"s{at}" for at in range(len(titles))])))
    written = "sources:\n" + "".join(lines)
    node, problems = parse("a.yaml", after(written, *sorted(which)).encode())
    assert not problems and node
    drafted = {"by": BY, "on": "2024-02-05"}
    before, _ = parse("a.yaml", written.encode())
    assert before
    old = to_data(before)
    assert isinstance(old, dict) and isinstance(old["sources"], dict)
    expected = {
        key: {**record, "drafted": drafted} if key in which else record
        for key, record in old["sources"].items()
        if isinstance(record, dict)
    }
    assert to_data(node) == {"sources": expected}
