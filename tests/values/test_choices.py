"""The nearest names: bounded, where very many are wrong."""

from collections.abc import Iterator

from mkdocs_dossier.values.choices import Suggestions


def test_names_are_looked_for_once_and_no_more_than_a_few_hundred() -> None:
    looks = []

    def candidates() -> Iterator[str]:
        looks.append(1)
        yield from ("alpha", "beta")

    suggestions = Suggestions(most=2)
    assert suggestions.nearest("alpa", "letters", candidates()) == "alpha"
    assert suggestions.nearest("alpa", "letters", candidates()) == "alpha"
    assert suggestions.nearest("alpa", "numbers", ["one"]) is None
    assert suggestions.nearest("bet", "letters", candidates()) is None
    assert len(looks) == 1
