"""What stands behind a closing quotation mark in its line, where YAML takes nothing."""

import pytest

from mkdocs_dossier.yamlsource import parse


@pytest.mark.parametrize(
    "behind",
    [
        "c",
        "c: d",
        # Here the parser stops further on: at what it cannot read inside of what follows.
        r'"C:\Users"',
        r'"x\qy" and more',
        "&*",
        "@x",
    ],
)
@pytest.mark.parametrize("blanks", ["", " ", "   ", "\t"])
@pytest.mark.parametrize(("before", "after"), [("a: ", ""), ("a:\n  b: ", ""), ("a: {x: ", "}")])
def test_it_is_pointed_at_where_it_begins(before: str, after: str, blanks: str, behind: str) -> None:
    text = f'{before}"b"{blanks}'
    (problem,) = parse("f.yaml", f"{text}{behind}{after}\n".encode())[1]
    assert problem.rule == "yaml-syntax"
    place = (problem.location.line, problem.location.column)
    assert place == (text.count("\n") + 1, len(text) - text.rfind("\n"))
