from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.problems import Level
from tests.rules.checking import folder

ALLOW = "# dossier: allow unused-place: the next article is about it"


def found(yaml: str, settings: str = "title: A test\n") -> list[tuple[str, int]]:
    return [(one.rule, one.location.line) for one in load(folder(yaml, settings=settings)).problems]


@pytest.mark.parametrize(
    "yaml",
    [
        f"""
        places:
          a: {ALLOW}
            name: A
        """,
        f"""
        places:
          {ALLOW}
          a:
            name: A
        """,
        f"""
        places:
          {ALLOW}
          # and a word about the place
          a: {{name: A}}
        """,
        f"""
        places:
          a:
            {ALLOW}
            name: A
        """,
        f"""
        places:
          a:
            name: A {ALLOW}
        """,
        f"""
        places:
          a:
            name: |- {ALLOW}
              A
        """,
        f"""
        places:
          a:
            name: A

          {ALLOW}

        claims: {{}}
        """,
        f"""
        places:
          a: {{name: A}} {ALLOW}
        """,
        """
        places:
          a: {name: A} #dossier:allow unused-place : so it is
        """,
    ],
)
def test_a_comment_in_a_record_or_directly_above_it_allows(yaml: str) -> None:
    assert found(yaml) == []
    assert found(yaml.replace("unused-place", "unused-actor")) != []


def test_a_comment_above_an_id_is_for_that_record_and_not_for_the_one_before() -> None:
    yaml = f"""
    places:
      a: {{name: A}}
      {ALLOW}
      b: {{name: B}}
    """
    assert found(yaml) == [("unused-place", 2)]


def test_a_comment_at_the_depth_of_the_fields_is_for_the_record_before() -> None:
    yaml = f"""
    places:
      a:
        name: A
        {ALLOW}
      b: {{name: B}}
    """
    assert found(yaml) == [("unused-place", 5)]


@pytest.mark.parametrize(("depth", "allowed"), [(0, "b"), (1, "b"), (2, "b"), (3, "a"), (4, "a"), (8, "a")])
def test_a_comment_above_an_id_is_for_that_record_unless_it_is_indented_more_deeply(
    depth: int, allowed: str
) -> None:
    comment = " " * depth + "# dossier: allow unused-place: the next article is about it"
    yaml = f"places:\n  a:\n    name: A\n{comment}\n  b:\n    name: B\n"
    lines = {"a": 2, "b": 5}
    found = [(one.rule, one.location.line) for one in load(folder(yaml)).problems]
    assert found == [("unused-place", lines["b" if allowed == "a" else "a"])]


def test_a_comment_apart_from_the_id_below_it_is_for_the_record_before() -> None:
    yaml = f"""
    places:
      a: {{name: A}}
      {ALLOW}

      b: {{name: B}}
    """
    assert found(yaml) == [("unused-place", 5)]


@pytest.mark.parametrize(
    "field",
    [
        f"'A {ALLOW}'",
        f'"A {ALLOW}"',
        "A#dossier:allow unused-place:it",
        f"|-\n          A {ALLOW}",
        f">-\n          {ALLOW}",
        f"A # {ALLOW}",
    ],
)
def test_what_is_inside_a_text_or_another_comment_allows_nothing(field: str) -> None:
    yaml = dedent(f"""
    sources:
      a:
        title: {field}
    """).replace("unused-place", "unused-source")
    assert found(yaml) == [("unused-source", 2)]


def test_an_allowance_allows_all_findings_of_its_rule_in_the_record_and_of_no_other() -> None:
    yaml = """
    claims:
      a: # dossier: allow verdict-word: somebody asserts it
        text: He admitted it.
        note: He falsely said so.
    """
    assert found(yaml) == [("claim-without-position", 2)]


def test_a_record_may_have_several_allowances() -> None:
    yaml = """
    claims:
      # dossier: allow verdict-word: somebody asserts it
      # dossier: allow claim-without-position: the next article is about it
      a: {text: He admitted it.}
    """
    assert found(yaml) == []


def test_in_the_settings_it_may_stand_on_any_line() -> None:
    settings = "# dossier: allow verdict-word: its usual name\ntitle: The so-called strikes\n"
    assert found("", settings) == []


@pytest.mark.parametrize(
    ("comment", "message", "hint"),
    [
        ("unused-place", "This allowance of `unused-place` has no reason.", "allow unused-place: reason"),
        ("unused-place:", "This allowance of `unused-place` has no reason.", "allow unused-place: reason"),
        ("unused-plce: it is", "There is no rule `unused-plce` that can", "Did you mean `unused-place`?"),
        ("circle: it is", "`circle` is an error", "Mend what it reports"),
        ("quote-not-found: it is", "There is no rule `quote-not-found` that can be turned off.", ""),
        ("", "This allowance names no rule.", "RULE: reason"),
        ("unused-allowance: it is", "There is no rule `unused-allowance` that can be turned off.", ""),
    ],
)
def test_an_allowance_that_is_not_complete_is_reported_and_turns_nothing_off(
    comment: str, message: str, hint: str
) -> None:
    yaml = f"""
    places:
      a: # dossier: allow {comment}
        name: A
    """
    unused, bad = load(folder(yaml)).problems
    assert (unused.rule, bad.rule, bad.level) == ("unused-place", "bad-allowance", Level.WARNING)
    assert (bad.location.line, bad.location.column) == (2, 6)
    assert message in bad.message
    assert hint in bad.hint


def test_an_allowance_that_allows_nothing_is_reported() -> None:
    yaml = f"""
    places:
      a: {{name: A, within: b}}
      b: {{name: B, within: a}} {ALLOW}
    {ALLOW}
    """
    assert found(yaml) == [("circle", 2), ("unused-allowance", 3), ("unused-allowance", 4)]


def test_an_allowance_before_any_record_allows_nothing() -> None:
    assert found(f"{ALLOW}\n\nplaces:\n  a: {{name: A}}\n") == [("unused-allowance", 1), ("unused-place", 4)]


def test_an_error_is_never_allowed() -> None:
    yaml = """
    places:
      a: {name: A, within: a} # dossier: allow circle: it is round
      b: {name: B, within: nowhere} # dossier: allow unknown-reference: it is unknown
    """
    assert [rule for rule, line in found(yaml)].count("circle") == 1
    assert ("unknown-reference", 3) in found(yaml)


def test_in_a_dossier_that_could_not_be_read_whole_no_allowance_is_called_unused() -> None:
    yaml = f"""
    places:
      a: {{name: A}} {ALLOW}
      b: {{name: B, kind: no such kind}}
    """
    assert [rule for rule, _ in found(yaml)] == ["invalid-value"]


def test_windows_line_ends_and_a_byte_order_mark_change_no_line() -> None:
    yaml = f"places:\n  a: {{name: A}}\n  b: {{name: B}} {ALLOW}\n"
    content = b"\xef\xbb\xbf" + yaml.replace("\n", "\r\n").encode()
    problems = load(Folder({"dossier.yaml": b"title: A test", "a.yaml": content}, {})).problems
    assert [(one.rule, one.location.line) for one in problems] == [("unused-place", 2)]


pieces = st.sampled_from(
    [
        "places:",
        "\n",
        "\n  ",
        "\n    ",
        "a:",
        " ",
        "{name: A}",
        "name: A",
        ALLOW,
        "# dossier: allow",
        "'",
        '"',
        "|",
        "- ",
        "#",
    ]
)


@given(st.lists(pieces, max_size=20).map("".join))
def test_no_file_with_a_comment_in_it_ends_the_reading(yaml: str) -> None:
    problems = load(Folder({"dossier.yaml": b"title: A test", "a.yaml": yaml.encode()}, {})).problems
    assert all(1 <= one.location.line <= yaml.count("\n") + 1 for one in problems)
