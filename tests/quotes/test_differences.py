"""In which words, signs and characters a quotation differs from a passage."""

import pytest

from mkdocs_dossier.quotes.differences import Difference, Edge, Wanted, first_difference
from mkdocs_dossier.quotes.sourcetext import SourceText


@pytest.mark.parametrize(
    ("source", "quotation", "characters"),
    [
        ("truce", "truse", ("c", "s")),
        ("We", "we", ("W", "w")),
        ("immediately", "imediately", ("m", "")),
        ("imediately", "immediately", ("", "m")),
        ("on it", "on, it", ("", ",")),
        ('say "no', "say no", ('"', "")),
        ("a - b", "a b", ("- ", "")),
        ("on", "upon", None),
        ("promptly", "immediately", None),
        ("I", "", None),
        ("", "I", None),
        ("85", "17", None),
    ],
)
def test_the_characters_are_named_where_but_one_letter_or_two_signs_differ(
    source: str, quotation: str, characters: tuple[str, str] | None
) -> None:
    assert Difference(source, quotation).characters == characters


def found(text: str, core: str, fragment: str) -> tuple[list[Edge], str]:
    """List the ends at which other signs stand, and give what may be quoted."""
    source, wanted = SourceText(text), Wanted(fragment)
    span = text.index(core), text.index(core) + len(core)
    return list(wanted.edges(source, span)), text[slice(*wanted.quotable(text, span))]


@pytest.mark.parametrize(
    ("text", "fragment", "ends", "may_be_quoted"),
    [
        # Signs that both have are none that differ.
        ("So (it is), he", "(it is).", [Edge(True, ".", ",")], "(it is)"),
        ("So ((it is)), he", "((it is)).", [Edge(True, ".", ",")], "((it is))"),
        ("So (it is?!), he", "it is?!.", [Edge(True, ".", ")")], "it is?!"),
        ("So (it is?!), he", "it is?!).", [Edge(True, ".", ",")], "it is?!)"),
        ("So (it is) he", "([it is", [Edge(False, "([", "(")], "it is"),
        ("So [(it is) he", "<{it is", [Edge(False, "<{", "[(")], "it is"),
        ("So -([(it is) he", "<{it is", [Edge(False, "<{", "[(")], "it is"),
        ("(it is) he", "<{it is", [Edge(False, "<{", "(")], "it is"),
        ("it is", "it is.", [Edge(True, ".")], "it is"),
        ("it is", "“it is", [Edge(False, "“")], "it is"),
        ("it is so", "it is.", [Edge(True, ".", word="so")], "it is"),
        ("it is [12] so", "it is.", [Edge(True, ".", "[12]")], "it is"),
        ("it is - so", "it is.", [Edge(True, ".", word="so")], "it is"),
        ("it is ! so", "it is!", [Edge(True, "!", " !")], "it is"),
        ("it is! so", "it is !", [Edge(True, " !", "!")], "it is"),
        # Quotation marks need not be quoted, though both have them.
        ("“it is,” so", "“it is.", [Edge(True, ".", ",")], "it is"),
        ("“it is”, so", "“it is”.", [Edge(True, ".", ",")], "it is"),
    ],
)
def test_the_ends_are_told_at_which_other_signs_stand(
    text: str, fragment: str, ends: list[Edge], may_be_quoted: str
) -> None:
    assert found(text, "it is", fragment) == (ends, may_be_quoted)


@pytest.mark.parametrize(
    ("text", "quoted", "difference"),
    [
        ("they met [the envoy] there", "they met there", Difference("[the envoy]", "")),
        ("they met[2] there", "they met there", Difference("[2]", "")),
        ("they met there", "they met[2] there", Difference("", "[2]")),
        ("they met] there", "they meet there", Difference("met", "meet")),
        ("a b c d e f g h", "a x", Difference("b c d e f g", "x")),
        ("so it was it was so", "so it was so", Difference("it was", "", is_repeated=True)),
        ("so it was so", "so it was it was so", Difference("", "it was", is_repeated=True)),
        ("so it was, so", "so it was; so", Difference("was, so", "was; so")),
        ("so it was", "so it was", None),
    ],
)
def test_the_first_words_that_differ_are_told(text: str, quoted: str, difference: Difference | None) -> None:
    assert first_difference(text, quoted) == difference
