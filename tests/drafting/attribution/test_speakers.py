"""Who says what in whole texts: short invented articles, and what no text may do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.attribution.speakers import who_says
from mkdocs_dossier.drafting.packs.en import PACK
from mkdocs_dossier.drafting.splitting.sentences import sentences
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.drafting.counted_calls import calls_of


def read(text: str) -> list[tuple[str, str]]:
    """List the first words of each quotation, or of the sentence, and those that name the speaker."""
    found = []
    for said in who_says(sentences(SourceText(text), PACK), PACK):
        speaker = " ".join(token.text for token in said.speaker.words) if said.speaker else ""
        parts = [token.inside for token in said.quoted] or [text[slice(*said.sentence.span)]]
        found += [(" ".join(part.split()[:2]).rstrip(".,"), speaker) for part in parts]
    return found


ARTICLES = {
    "beside the verb": (
        "“The dam will hold,” Mara Quill said. “We checked it twice,” she added. Engineers said it was safe.",
        [("The dam", "Mara Quill"), ("We checked", "she"), ("Engineers said", "Engineers")],
    ),
    "behind the verb": (
        "“The dam will hold,” said Mara Quill, who heads the board. “Nobody sleeps,” said a 46-year-old.",
        [("The dam", "Mara Quill"), ("Nobody sleeps", "a 46-year-old")],
    ),
    "two apostrophes for a mark": (
        "''The dam will hold,'' said Mara Quill, who heads the board. ''We checked.''",
        [("The dam", "Mara Quill"), ("We checked", "Mara Quill")],
    ),
    "going on": (
        "“It will hold,” Mara Quill said.\n\n“We checked it.”\n\nIt rained.\n\nNobody came.\n\n“Is that so?”",
        [("It will", "Mara Quill"), ("We checked", "Mara Quill"), ("Is that", "")],
    ),
    "a new speaker announced": (
        "“It will hold,” Mara Quill said.\n\nOtto Venn replied:\n\n“It leaks every single spring.”",
        [("It will", "Mara Quill"), ("It leaks", "Otto Venn")],
    ),
    "letters with a dash": (
        "Readers wrote to us.\n\n“The dam is a danger.”\n\n― Otto Venn, Marsh\n\n“It will hold.” ― Ana",
        [("The dam", "Otto Venn"), ("It will", "Ana")],
    ),
    "a transcript": (
        "HOST: Will the dam hold?\n\nQUILL: Well, look, we checked it.\n\n“HOST: And if not, who pays?”",
        [("HOST: Will", "HOST"), ("QUILL: Well", "QUILL"), ("HOST: And", "HOST")],
    ),
    "a headline": (
        "Dam Will Hold Through Spring, Mara Quill Says\n\nBoard: ‘Dam Is Safe’",
        [("Dam Will", "Mara Quill"), ("Dam Is", "Board")],
    ),
    "a heading with a colon": (
        "Mara Quill: The dam will hold through spring",
        [("Mara Quill:", "Mara Quill")],
    ),
    "a relative clause": (
        "The board hired Mara Quill, who joked that “dams sleep too.”",
        [("dams sleep", "Mara Quill , who")],
    ),
    "a clause inside a clause": (
        "Mara Quill says she fears what Otto Venn calls “the flood.” Venn said that Quill called it “luck.”",
        [("the flood", "Mara Quill"), ("luck", "Venn")],
    ),
    "a tag at the end": (
        "The dam is “a wreck” and the board “asleep,” Otto Venn said on Monday.",
        [("a wreck", "Otto Venn"), ("asleep", "Otto Venn")],
    ),
    "an aside": (
        "Otto Venn, 51, a farmer from Lower Marsh, told the board it was “asleep.”",
        [("asleep", "Otto Venn")],
    ),
    "a name in apposition": (
        "“It will hold,” the head of the board, Mara Quill, told reporters.",
        [("It will", "Mara Quill")],
    ),
    "a participle": (
        "Otto Venn left the hall, adding that the board was “asleep.”",
        [("asleep", "Otto Venn")],
    ),
    "coordinated verbs": (
        "Otto Venn drove to Marsh and said the board was “asleep.”",
        [("asleep", "Otto Venn")],
    ),
    "another speaker behind a comma": (
        "“It will hold,” Quill said, but Venn answered, “It leaks.”",
        [("It will", "Quill"), ("It leaks", "Venn")],
    ),
    "a clause before the main one": (
        "When Quill said that the dam was “safe,” Venn replied, “Safe for whom?”",
        [("safe", "Quill"), ("Safe for", "Venn")],
    ),
    "the words of somebody": (
        "As Quill put it, “dams sleep too.” It is, in the words of Venn, “a wreck.”",
        [("dams sleep", "Quill"), ("a wreck", "Venn")],
    ),
    "a source": (
        "The dam was built in a hurry, according to Otto Venn.",
        [("The dam", "Otto Venn")],
    ),
    "a document": (
        "The report said the dam leaks. “Repairs are due,” the statement read.",
        [("The report", "The report"), ("Repairs are", "the statement")],
    ),
    "titles and single words": (
        "Quill starred in the film “The Dam” once. The so-called “flood” came on ABC’s “Morning Water.”",
        [("flood", "")],
    ),
    "a part of a sentence without a verb of saying": (
        "Quill wants “a dam that sleeps.”",
        [("a dam", "Quill")],
    ),
    "reported and quoted in one sentence": (
        "Quill said the dam would hold, while Venn called it “a wreck.”",
        [("a wreck", "Venn"), ("Quill said", "Quill")],
    ),
    "questions and plans": (
        "Did Quill say so? She would say so. Quill went home.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_who_says_what_in_an_article(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_quotations_of_one_speaker_in_a_row_are_together() -> None:
    found = who_says(sentences(SourceText("“No,” Quill said, “not now.” Venn asked, “When?”"), PACK), PACK)
    assert [len(said.quoted) for said in found] == [2, 1]


@given(st.text(alphabet="Ab said,.“”\"':()-\n", max_size=150) | st.text(max_size=80))
def test_no_text_is_a_fault_and_each_quotation_stands_where_it_says(text: str) -> None:
    source = SourceText(text)
    for said in who_says(sentences(source, PACK), PACK):
        for token in said.quoted:
            assert text[token.start : token.end] == token.text
            assert any(start <= token.end and token.start <= end for start, end in source.quotations)
        if said.speaker:
            assert said.speaker.words


PIECES = [
    "Ana said that ",
    "“no no no no,” ",
    "“no no no no,” Ana said, ",
    "of the town, ",
    "who said ",
    "(a (b ",
    "and said and ",
    "adding, ",
    "Ana’s ",
    "“Why?”\n\n",
    "Ana: ",
    "is late; ",
    "Mr. ",
    "- said ",
    "according to ",
    "the ",
    ", ",
    "- ",
    "( ",
    "“no,” - ",
]


def steps(text: str) -> int:
    source = SourceText(text)
    assert source.quotations is not None
    return calls_of(lambda: who_says(sentences(source, PACK), PACK))


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_twice_as_long_takes_twice_the_steps(piece: str) -> None:
    assert steps(piece * 200) < 2.3 * steps(piece * 100)
