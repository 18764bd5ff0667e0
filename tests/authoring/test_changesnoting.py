"""Adding to `changes.yaml`: what it says already is not said twice, and all that stands there stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.changesnoting import with_changes
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.changes.changedrecords import difference
from mkdocs_dossier.changes.plainchanges import changes_of
from mkdocs_dossier.changes.shortened import short
from mkdocs_dossier.dossier.changesfile import read_changes
from mkdocs_dossier.model.changelog import Change, Difference, What
from mkdocs_dossier.values.dates import EdtfDate
from mkdocs_dossier.values.nearestnames import Suggestions
from mkdocs_dossier.values.refs import Ref
from mkdocs_dossier.yaml.parse import parse

CLAIM = Ref("claims", "closed")
ADA, BOB = Ref("statements", "ada"), Ref("statements", "bob")


def of_day(day: str, *differences: Difference) -> tuple[Change, ...]:
    return changes_of(differences, EdtfDate.parse(day), lambda ref: f"The {ref.id}")


def read(content: bytes) -> tuple[Change, ...]:
    root, problems = parse("changes.yaml", content)
    changes, more = read_changes(root, Suggestions())
    assert [*problems, *more] == []
    return changes


contested = difference(CLAIM, What.CONTESTED, by=[ADA, BOB])
ended = difference(CLAIM, What.ENDED, by=[BOB])


def test_a_new_file_says_what_it_is() -> None:
    written, count = with_changes(None, of_day("2024-02-05", difference(ADA, What.REMOVED)))
    assert count == 1
    assert written.decode() == (
        "# What changed in this dossier, day by day. Lines may be put into other words, or taken out.\n"
        '- on: 2024-02-05\n  record: statement/ada\n  what: removed\n  title: "The ada"\n'
    )


def test_what_was_said_and_then_undone_is_said_again() -> None:
    file, _ = with_changes(None, of_day("2024-02-05", contested))
    assert with_changes(file, of_day("2024-02-06", contested)) == (file, 0)
    file, count = with_changes(file, of_day("2024-02-06", ended))
    assert count == 1
    assert with_changes(file, of_day("2024-02-07", contested))[1] == 1


def test_two_of_one_day_are_both_known() -> None:
    words = [difference(ADA, What.WORDS, was="a", now=now) for now in "bc"]
    file, count = with_changes(None, of_day("2024-02-05", *words))
    assert count == 2
    assert with_changes(file, of_day("2024-02-06", *words)) == (file, 0)


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf# a\r\n- on: 2024-02-05\r\n  what: details", b"", b"\n"])
def test_the_line_breaks_and_the_mark_of_the_file_stay(content: bytes) -> None:
    written, count = with_changes(content, of_day("2024-02-06", contested))
    assert count == 1
    assert written.startswith(content)
    assert written.count(b"\n") == written.count(b"\r\n") or b"\r" not in content
    assert read(written)[-1] == of_day("2024-02-06", contested)[0]


@pytest.mark.parametrize(
    "content", [b"\xff", b"a: b\n", b"[{on: 2024-02-05, what: details}]\n", b"- on: 2024-02-05\n  what: no\n"]
)
def test_what_cannot_be_added_to_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError, match=r"changes\.yaml"):
        with_changes(content, of_day("2024-02-06", contested))


WORDS = st.text(max_size=300).map(short)


@given(WORDS, WORDS, WORDS, st.sampled_from(What))
def test_whatever_words_have_is_read_back(
    was: str | None, now: str | None, about: str | None, what: What
) -> None:
    (change,) = of_day("2024-02-05", difference(CLAIM, what, was=was, now=now, about=about))
    written, _ = with_changes(b"- {on: 2024-02-05, what: details}\n", (change,))
    assert read(written)[-1] == change
