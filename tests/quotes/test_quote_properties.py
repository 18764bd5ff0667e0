"""Properties of finding and verifying quotations, over texts that are made up."""

import re
from itertools import pairwise
from typing import Literal
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.quotes.excerpts import excerpts, merged_parts
from mkdocs_dossier.quotes.marks import MARKS
from mkdocs_dossier.quotes.match import is_direct, verify
from mkdocs_dossier.quotes.nearest import Reason, explain_missing
from mkdocs_dossier.quotes.search import Tier, has_substance
from mkdocs_dossier.quotes.sourcetext import SourceText
from tests.quotes.places import find, may_end, may_start

WORDS = [
    *("Iraq’s", "“informed”", '"prior"', "pro-Iran", "café", "Süleymaniyê", "85", "1,500", "…and", "it—now"),
    *("العراق", "والحكومة", "«بيان»", "美国政府", "「通知」", "удары", "l’armée", "deux\u00a0mots", "end."),
]
SEPARATORS = [" ", "  ", "\n", "\n\n", " \t "]
VARIANTS = [
    *[("“", '"'), ('"', "”"), ("’", "'"), ("«", "“"), ("-", "–"), ("—", "-"), ("…", "...")],
    *[("\u00a0", " "), (" ", "\u2009")],
]

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS)), min_size=1, max_size=12).map(
    lambda pairs: "".join(word + separator for word, separator in pairs)
)
wild = st.text(
    st.one_of(st.sampled_from("aé \u0301“”\"'’‘«»[]….-1,5\n\u00a0\u200d国العو한\u1161"), st.characters()),
    max_size=40,
)


@st.composite
def cuttings(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text, and the bounds of some of its words."""
    text = draw(texts)
    words = [word.span() for word in re.finditer(r"[^ \t\n]+", text)]
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    return text, words[first][0], words[last][1]


@given(cuttings())
def test_words_cut_from_a_text_are_found_exactly_where_they_were(cutting: tuple[str, int, int]) -> None:
    text, start, end = cutting
    matches = find(SourceText(text), text[start:end])
    assert {match.tier for match in matches} == {Tier.EXACT}
    assert (start, end) in [(match.start, match.end) for match in matches]


@given(cuttings(), st.sampled_from(VARIANTS), st.sampled_from(["NFC", "NFD"]))
def test_words_in_other_typography_are_found_where_they_were(
    cutting: tuple[str, int, int], variant: tuple[str, str], form: Literal["NFC", "NFD"]
) -> None:
    text, start, end = cutting
    fragment = normalize(form, text[start:end].replace(*variant))
    matches = find(SourceText(text), fragment)
    assert (start, end) in [(match.start, match.end) for match in matches]
    same = " ".join(re.split(r"[ \t\n]+", fragment)) == " ".join(re.split(r"[ \t\n]+", text[start:end]))
    assert {match.tier for match in matches} == {Tier.EXACT if same else Tier.TYPOGRAPHIC}


@given(cuttings(), st.data())
def test_a_changed_letter_is_never_found(cutting: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = cutting
    letters = [at for at in range(start, end) if text[at].isalnum()]
    at = data.draw(st.sampled_from(letters))
    fragment = text[start:at] + "ꙮ" + text[at + 1 : end]
    assert find(SourceText(text), fragment) == []
    assert explain_missing(SourceText(text), fragment).reason in (Reason.SIMILAR, Reason.ABSENT)


@given(cuttings())
def test_a_decomposed_source_gives_whole_characters(cutting: tuple[str, int, int]) -> None:
    text, start, end = cutting
    decomposed = normalize("NFD", text)
    for match in find(SourceText(decomposed), text[start:end]):
        assert match.exact == decomposed[match.start : match.end]
        assert " ".join(normalize("NFC", match.exact).split()) == " ".join(text[start:end].split())


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.data())
def test_fragments_taken_in_order_are_all_found_in_order(words: list[str], data: st.DataObject) -> None:
    flags = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    fragments = [word for word, flag in zip(words, flags, strict=True) if flag]
    found = verify(SourceText(" ".join(words)), fragments, fragments)
    for matches in (found.quote, found.passage):
        spans = [(match.start, match.end) for match in matches if match]
        assert len(spans) == len(fragments)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(wild, st.lists(wild, max_size=4), st.lists(wild, max_size=2))
def test_any_texts_give_an_answer_that_holds(text: str, quote: list[str], passage: list[str]) -> None:
    source = SourceText(text)
    found = verify(source, quote, passage)
    assert (len(found.quote), len(found.passage)) == (len(quote), len(passage))
    for match in filter(None, (*found.quote, *found.passage)):
        assert match.exact == text[match.start : match.end] != ""
        assert text[: match.start].endswith(match.prefix)
        assert text[match.end :].startswith(match.suffix)
        held = excerpts(source, [match])
        assert all(any(a <= start and end <= b for a, b in held) for start, end in merged_parts([match]))
        assert not is_direct(source, match) or not MARKS.isdisjoint(text)
    for fragment in quote:
        missing = explain_missing(source, fragment)
        assert missing.suggestion in (None, text[missing.start : missing.end])


@given(wild, st.data())
def test_any_cut_between_whole_words_is_found_exactly_where_it_was(text: str, data: st.DataObject) -> None:
    source = SourceText(text)
    starts = [at for at in range(len(text)) if may_start(source, at) and not text[at].isspace()]
    start = data.draw(st.sampled_from(starts or [0]))
    ends = [
        at for at in range(start + 1, len(text) + 1) if may_end(source, at) and not text[at - 1].isspace()
    ]
    end = data.draw(st.sampled_from(ends or [0]))
    matches = find(source, text[start:end]) if starts and ends else []
    allowed = bool(starts and ends) and has_substance(text[start:end])
    assert ((start, end) in [(match.start, match.end) for match in matches]) == allowed
    assert {match.tier for match in matches} <= {Tier.EXACT}


@given(wild, wild)
def test_what_is_found_verbatim_reads_the_same_but_for_typography(text: str, fragment: str) -> None:
    for match in find(SourceText(text), fragment):
        alike = SourceText(match.exact).folded.text == SourceText(fragment.strip()).folded.text
        assert alike == (match.tier is not Tier.ELIDED)


@given(wild)
def test_a_text_is_found_in_itself(text: str) -> None:
    matches = find(SourceText(text), text)
    assert bool(matches) == has_substance(text)
    assert {match.tier for match in matches} <= {Tier.EXACT}
