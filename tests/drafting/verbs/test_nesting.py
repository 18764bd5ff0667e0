"""Which clause is told by which, and the words at the end that say who said all of it."""

import pytest

from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import Sentence, sentences
from mkdocs_dossier.drafting.verbs.cues import cues
from mkdocs_dossier.drafting.verbs.nesting import ends_clause, last_bounds, outermost, tag_of
from mkdocs_dossier.quotes.sourcetext import SourceText


def read(text: str) -> Sentence:
    (one,) = sentences(SourceText(text), PACK)
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe said that Lee called it late.", [0, 0]),
        ("Roe said Lee called it late.", [0, 0]),
        ("Roe said on Monday that Lee called it late.", [0, 0]),
        ("Roe said at noon they called it late.", [0, 1]),
        ("Yesterday, Roe wrote, she called it late.", [0, 0]),
        ("Roe wrote, she called it late.", [0, 1]),
        ("Roe said in town, but Lee called it late.", [0, 1]),
        ("Roe said no; Lee called it late.", [0, 1]),
        ("Roe said no and Lee called it late.", [0, 1]),
        ("Roe attacked Lee, who called it late.", [0, 1]),
        ("Roe, Lee said, called it late.", [0, 1]),
        ("When Roe said that it was late, Lee called it early.", [0, 1]),
        ("Roe thinks it is late, Lee said.", [0, 1]),
        ("Roe said she hoped that Lee thinks so.", [0, 0, 0]),
        ("Roe said he has seen schools in Lenz that described it.", [0, 0]),
    ],
)
def test_the_outermost_clause_that_tells_a_cue(text: str, expected: list[int]) -> None:
    one = read(text)
    assert list(outermost(one.plain, cues(one.plain, PACK), PACK)) == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("It is late, Roe said.", "said"),
        ("It is late, Roe said on Monday.", "said"),
        ("It is late, said Roe, a voter.", "said"),
        ("It is late, Roe told the court.", "told"),
        ("It is late, Roe wants the job done.", ""),
        ("It is late, Roe said, and “so on.”", ""),
        ("Roe said that it is late.", ""),
    ],
)
def test_the_words_at_the_end_that_say_who_said_it(text: str, tag: str) -> None:
    one = read(text)
    found = tag_of(one.plain, cues(one.plain, PACK), PACK)
    assert (one.plain[found.start].text if found else "") == tag


def test_bounds_are_what_begins_a_clause_that_is_told_no_more() -> None:
    one = read("Roe left, but Lee stayed; all is well.")
    assert last_bounds(one.plain, PACK) == [-1, -1, -1, -1, 3, 3, 3, 6, 6, 6, 6]


def test_a_clause_of_saying_ends_before_a_time_or_a_sign() -> None:
    one = read("Roe said on Monday that it fell.")
    assert [ends_clause(one.plain, at, PACK) for at in (2, 4, 5, 7)] == [True, False, False, True]
