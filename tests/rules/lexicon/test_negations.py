import pytest

from mkdocs_dossier.rules.lexicon.negations import negations


@pytest.mark.parametrize(
    ("language", "text", "denying"),
    [
        (
            "en",
            "We did NOT, we don’t, we can't; nobody cannot.",
            ["NOT", "don’t", "can't", "nobody", "cannot"],
        ),
        ("en", "A notion, a knot, an aunt's nonet.", []),
        ("de", "Nie sagte keiner nichts; Nichte, Keim.", ["Nie", "keiner", "nichts"]),
        ("fr", "Il n’a jamais rien dit, ni pas.", ["n", "jamais", "rien", "ni", "pas"]),
        ("ar", "لم يقل ولا قالَ وَلَن أليس سلام", ["لم", "ولا", "ولن", "أليس"]),
        ("fr-CA", "Jamais", ["Jamais"]),
        ("sv", "Not nie pas", []),
    ],
)
def test_the_words_that_deny_are_listed_as_they_stand(language: str, text: str, denying: list[str]) -> None:
    assert list(negations(text, language)) == denying
