"""How a difference between a quotation and its source is told."""

import pytest

from mkdocs_dossier.quotes.differences import Difference, Edge
from mkdocs_dossier.quotes.nearest import Missing, Reason
from mkdocs_dossier.quotes.wording import difference_told, signs_told
from mkdocs_dossier.text.lookalikes import strangers


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Difference("told", "tald"), "The source has “told” where “tald” stands here."),
        (Difference("told", ""), "The source has “told” where nothing stands here."),
        (Difference("", "told"), "The source has nothing where “told” stands here."),
        (Difference("the", "", True), "The source has “the” twice where it stands once here."),
        (Difference("", "the", True), "The source has “the” once where it stands twice here."),
        (
            Difference("Iraq", "Ir\u0430q"),
            "The source has “Iraq” where “Ir\u0430q” stands here; "
            "the second has U+0430 CYRILLIC SMALL LETTER A.",
        ),
        (
            Difference("Ir\u0430q\u200b", "Iraq"),
            "The source has “Ir\u0430q\u200b” where “Iraq” stands here; "
            "the first has U+0430 CYRILLIC SMALL LETTER A and U+200B ZERO WIDTH SPACE.",
        ),
        (
            Difference("Iraq\ufeff", "Iraq\u200b"),
            "The source has “Iraq\ufeff” where “Iraq\u200b” stands here; "
            "the first has U+FEFF ZERO WIDTH NO-BREAK SPACE; the second has U+200B ZERO WIDTH SPACE.",
        ),
    ],
)
def test_words_that_differ_are_told_with_what_nobody_sees_in_them(found: Difference, told: str) -> None:
    assert difference_told(found) == told


@pytest.mark.parametrize(
    ("difference", "edges", "told"),
    [
        (None, (), ""),
        (Difference("told", "tald"), (), "it has `a` where the source has `o`"),
        (Difference("told", "tod"), (), "it leaves out `l`"),
        (Difference("told", "toold"), (), "it adds `o`"),
        (Difference("told", "said"), (), ""),
        (Difference("told", ""), (), ""),
        (Difference("Iraq", "Ir\u0430q"), (), ""),
        (Difference("it is", "it\u2014is"), (), "it has `—` where the source has a blank"),
        (None, (Edge(True, "."),), "it ends with `.` where the source has none"),
        (None, (Edge(False, "…"),), "it begins with `…` where the source has none"),
        (None, (Edge(True, ".", ","),), "it ends with `.` where the source has `,`"),
        (None, (Edge(True, ".", "", "and"),), "it ends with `.` where the source goes on with “and”"),
        (
            None,
            (Edge(True, "!", "\uff01"),),
            "it ends with `!` (U+0021 EXCLAMATION MARK) where the source has `\uff01` "
            "(U+FF01 FULLWIDTH EXCLAMATION MARK)",
        ),
        (
            None,
            (Edge(True, "\u200b."),),
            "it ends with U+200B ZERO WIDTH SPACE and U+002E FULL STOP where the source has none",
        ),
        (None, (Edge(True, "\x07"),), "it ends with U+0007 where the source has none"),
        (None, (Edge(True, "!" * 12),), f"it ends with `{'!' * 12}` where the source has none"),
        (None, (Edge(True, "!" * 13),), f"it ends with `{'!' * 12}…` where the source has none"),
        (
            Difference("told", "tald"),
            (Edge(True, "."), Edge(False, "-")),
            "it begins with `-` where the source has none, and it has `a` where the source has `o`, "
            "and it ends with `.` where the source has none",
        ),
    ],
)
def test_signs_that_differ_are_named_from_the_beginning_to_the_end(
    difference: Difference | None, edges: tuple[Edge, ...], told: str
) -> None:
    assert signs_told(Missing(Reason.SIMILAR, "x", difference=difference, edges=edges)) == told


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        # A character without a name is of no script that another could be of.
        ("\U000e0080x", "x", []),
        ("Ir\u0430q", "Iran", ["\u0430"]),
        ("\u0430\u0431", "ab", ["\u0430", "\u0431"]),
        ("\u0430\u0431\u0432", "ab", []),
        ("5\u0666", "56", ["\u0666"]),
        ("o1d", "old", []),
        ("x\u0666", "xy", ["\u0666"]),
        ("\u200b\u200b\u200c", "x", ["\u200b", "\u200c"]),
    ],
)
def test_letters_of_another_script_are_named_where_the_words_look_alike(
    word: str, other: str, expected: list[str]
) -> None:
    assert strangers(word, other) == expected
