"""Where a sentence says that somebody speaks, and who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.drafting.verbs.cue import Force
from mkdocs_dossier.drafting.verbs.cues import cues
from mkdocs_dossier.quotes.sourcetext import SourceText


def found(text: str) -> list[tuple[str, str]]:
    return [
        (
            one.plain[cue.start].text,
            " ".join(token.text for token in cue.subject.words) if cue.subject else "",
        )
        for one in sentences(SourceText(text), PACK)
        for cue in cues(one.plain, PACK)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roe said that Lee called it late.", [("said", "Roe"), ("called", "Lee")]),
        ("“Late,” said the 46-year-old.", [("said", "the 46-year-old")]),
        ("“Late,” said Luis Roe, who heads the centre.", [("said", "Luis Roe")]),
        ("“Late,” said that day.", [("said", "")]),
        ("Roe, a friend of Lee, called Mr. Cho’s plan late.", [("called", "Roe")]),
        ("Roe, citing “a bad road,” said the plan could fail.", [("citing", "Roe"), ("said", "Roe")]),
        (
            "Roe, who has called it “bad,” described Lee as late.",
            [("called", "Roe , who"), ("described", "Roe")],
        ),
        ("The plan is late, said Roe, a voter.", [("said", "Roe")]),
        ("Roe went to Lenz and said it was late.", [("said", "Roe")]),
        ("Roe left the hall, adding that it was late.", [("adding", "Roe")]),
        ("Lee left, with Roe saying it was late.", [("saying", "Roe")]),
        ("Roe left after Lee spoke and said no.", [("spoke", "Lee"), ("said", "Lee")]),
        ("Asked about it, Roe left.", []),
        ("Roe left when asked about it.", []),
        ("The plan was described by Roe as late.", [("described", "Roe")]),
        ("The claim was wrong, a view denied by Roe.", [("denied", "Roe")]),
        ("According to Roe, it is late.", [("According", "Roe")]),
        ("As Roe put it, all is late.", [("put", "Roe")]),
        ("Roe put the cup down.", []),
        ("The claim of Roe and her comments hurt.", []),
        ("The ad claims that Roe is late.", [("claims", "The ad")]),
        ("“Late,” the statement read.", [("read", "the statement")]),
        ("They slammed a rule called “late.”", [("slammed", "They"), ("called", "They")]),
        ("Press secretary Ana Roe explained it.", [("explained", "Press secretary Ana Roe")]),
        ("The accused left.", []),
        ("Roads Will Stay Shut, Ana Roe Says.", [("Says", "Ana Roe")]),
    ],
)
def test_the_cues_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_verb_of_saying_is_plainer_than_a_view() -> None:
    (one,) = sentences(SourceText("Roe said no and Lee opposed it."), PACK)
    assert [cue.force for cue in cues(one.plain, PACK)] == [Force.SAYING, Force.VIEW]


@given(
    st.lists(
        st.sampled_from(
            [
                "Roe",
                "said",
                ",",
                "“no”",
                "and",
                "who",
                "that",
                "the",
                "claims",
                "adding",
                "by",
                "was",
                "(",
                ")",
            ]
        ),
        max_size=40,
    )
)
def test_cues_are_in_order_and_inside_their_sentence(some: list[str]) -> None:
    for one in sentences(SourceText(" ".join(some)), PACK):
        starts = [cue.start for cue in cues(one.plain, PACK)]
        assert starts == sorted(set(starts))
        assert all(0 <= start < len(one.plain) for start in starts)
