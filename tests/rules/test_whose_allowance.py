"""Whose an allowance is that stands between two records: by the depth that it is written at."""

import pytest

from mkdocs_dossier.load import load
from tests.rules.checking import folder


@pytest.mark.parametrize(("depth", "allowed"), [(0, "b"), (1, "b"), (2, "b"), (3, "a"), (4, "a"), (8, "a")])
def test_a_comment_above_an_id_is_for_that_record_unless_it_is_indented_more_deeply(
    depth: int, allowed: str
) -> None:
    comment = " " * depth + "# dossier: allow unused-place: the next article is about it"
    yaml = f"places:\n  a:\n    name: A\n{comment}\n  b:\n    name: B\n"
    lines = {"a": 2, "b": 5}
    found = [(one.rule, one.location.line) for one in load(folder(yaml)).problems]
    assert found == [("unused-place", lines["b" if allowed == "a" else "a"])]
