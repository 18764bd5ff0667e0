"""What a field of a draft rests on, as a comment and back."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.drafting.reasons import Basis, Reason, read_reason


def test_a_reason_is_a_comment_with_the_words_of_the_text() -> None:
    reason = Reason("speaker", Basis.PRONOUN, "he")
    assert reason.comment() == 'speaker: from "he", a pronoun beside a verb of saying'
    assert Reason("speaker", Basis.NOT_FOUND).comment() == "speaker: not found"


@given(st.sampled_from(Basis), st.sampled_from(["speaker", "said", "when_note"]), st.text(max_size=40))
def test_a_comment_is_read_as_the_reason_that_it_says(basis: Basis, field: str, words: str) -> None:
    comment = f"# {Reason(field, basis, words).comment()}"
    read = read_reason(comment)
    assert read is not None
    assert (read.field, read.basis) == (field, basis)
    assert "\n" not in comment and comment.isprintable()
    assert f"# {read.comment()}" == comment


def test_other_comments_are_no_reasons() -> None:
    for comment in (
        "# Ask Ana about this.",
        "# speaker: I think it is Roe",
        '# speaker: from "he", maybe',
        "#",
    ):
        assert read_reason(comment) is None


def test_the_surest_reason_stands_first() -> None:
    assert Basis.NAMED.rank < Basis.PRONOUN.rank < Basis.NEAREST.rank < Basis.NOT_FOUND.rank
