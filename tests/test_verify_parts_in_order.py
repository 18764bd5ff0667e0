"""What is said of a quotation that is wrong by its place rather than by its words."""

import pytest

from tests.support import dossier_of, errors

TEXT = "“We informed them all,” A said. “They left.”\n"


def said(quote: list[str]) -> list[str]:
    """List what is said of the fragments of a quotation."""
    written = ", ".join(f'"{one}"' for one in quote)
    yaml = (
        "sources: {s: {title: S, text: t.txt}}\nactors: {a: {name: A, kind: person}}\n"
        f"statements: {{x: {{speaker: a, source: s, quote: [{written}]}}}}\n"
    )
    return [one.message for one in errors(dossier_of(yaml, {"t.txt": TEXT}))]


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        # What stands inside the fragment above does not stand after it.
        (["We informed them", "informed […] left"], "informed"),
        (["We informed them", "them all […] left"], "them all"),
        (["They left", "We […] them all"], "We"),
        (["A said", "They […] informed"], "informed"),
    ],
)
def test_of_a_shortened_quotation_the_part_is_named_that_does_not_follow(
    quote: list[str], named: str
) -> None:
    assert said(quote) == [f"“{named}” stands in the source `s`, but not after the fragment above it."]


def test_what_follows_the_fragment_above_it_is_not_called_out_of_order() -> None:
    assert said(["We informed", "them […] They left"]) == []
    assert said(["We informed", "them […] nowhere"]) == ["“nowhere” is not in the text of the source `s`."]
