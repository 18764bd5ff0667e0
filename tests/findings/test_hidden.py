"""What quotations leave out of a source is not shown, unless another one has it or all may be shown."""

import pytest

from mkdocs_dossier.findings.found import Findings
from tests.support import sound

TEXT = "“We told all and each of the shops before it,” Mara Voss said. “We are sorry,” she said."
RECORDS = """\
sources: {s: {title: S, text: s.txt, rights: RIGHTS}}
actors: {voss: {name: Mara Voss, kind: person}}
claims: {c: {text: C.}}
statements:
"""


def found(*quotes: str, rights: str = "quote") -> Findings:
    lines = (
        f"  x{number}: {{speaker: voss, source: s, quote: {quote}, positions: {{c: asserts}}}}\n"
        for number, quote in enumerate(quotes)
    )
    return sound(RECORDS.replace("RIGHTS", rights) + "".join(lines), {"s.txt": TEXT}).findings


def hidden(findings: Findings) -> list[str]:
    return [TEXT[start:end] for start, end in findings.hidden.get(("s", 0), ())]


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        (["We told all"], []),
        (["'We told […] of the shops'"], [" all and each "]),
        (["'We told [them] all'"], []),
        (["'We told […] of the shops […] it'"], [" all and each ", " before "]),
        # what another quotation has is shown
        (["'We told […] of the shops'", "all and each"], [" ", " "]),
        (["'We told […] of the shops'", "told all and each of"], []),
        (["'We told […] of the shops'", "'told […] the shops'"], [" all and each "]),
        # and what both leave out is not
        (["'We told […] each of the shops'", "'told all […] of the shops'"], [" and "]),
    ],
)
def test_what_no_quotation_has_between_its_parts_is_hidden(quotes: list[str], expected: list[str]) -> None:
    assert hidden(found(*quotes)) == expected
    assert hidden(found(*reversed(quotes))) == expected
    assert hidden(found(*quotes, rights="publish")) == []


def test_the_words_before_and_after_a_quotation_reach_nothing_hidden() -> None:
    elided, after, sorry = (
        found("'We told […] of the shops'", "before it", "We are sorry")
        .reports[f"x{number}"][0]
        .checked.quote[0]
        for number in range(3)
    )
    assert elided.match is not None
    assert (elided.match.prefix, elided.match.suffix) == ("“", " before it,” Mara Voss said. “We")
    assert after.match is not None
    assert (after.match.prefix, after.match.suffix) == (
        "of the shops ",
        ",” Mara Voss said. “We are sorry,”"[:32],
    )
    assert sorry.match is not None
    assert sorry.match.prefix == TEXT[: sorry.match.start][-32:]


def test_what_stands_beside_something_hidden_ends_there() -> None:
    first, second = (
        found("'We told […] of the shops'", "We told").reports[f"x{number}"][0].checked.quote[0]
        for number in range(2)
    )
    assert first.match is not None
    assert second.match is not None
    assert (second.match.prefix, second.match.suffix) == ("“", "")
    whole = found("We told").reports["x0"][0].checked.quote[0].match
    assert whole is not None
    assert whole.suffix == " all and each of the shops befor"
