"""A draft in the author's editor: what it holds, and what becomes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.reading import read
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewing import queue
from mkdocs_dossier.authoring.reviewingtext import edited, text_of
from mkdocs_dossier.values.refs import Ref
from tests.authoring.drafted_dossier import DRAFT, DRAFT_PATH, drafted

HE, QUILL = Ref("statements", "sorrel-2024-03-04-2"), Ref("statements", "quill-2024-03-04-1")
SORREL, GUILD = Ref("actors", "ben-sorrel"), Ref("actors", "ferrymens-guild")
EVERY = sorted(read(drafted()).entries.keys() - read(drafted("")).entries.keys())


def draft_after(ref: Ref, text: str, draft: str = DRAFT) -> str:
    after, _ = edited(read(drafted(draft)), ref, text)
    return after.folder.yaml[DRAFT_PATH].decode()


def test_the_text_is_the_record_with_its_comments_at_the_margin() -> None:
    text = text_of(read(drafted()), SORREL)
    assert text.startswith("# A name that this town knows.\nben-sorrel:\n  review: draft\n  # name: from")
    assert text.endswith("      passage: Ben Sorrel, a spokesman for the Ferrymen’s Guild\n")


@pytest.mark.parametrize("ref", EVERY)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_that_is_left_as_it_is_changes_no_byte(ref: Ref, newline: str) -> None:
    reading = read(drafted(DRAFT.replace("\n", newline)))
    after, same = edited(reading, ref, text_of(reading, ref))
    assert after.folder == reading.folder
    assert same == ref


@pytest.mark.parametrize(
    "body",
    ["|\n        two\n\n          lines\n", ">-\n        two\n        lines\n", '"two\n      lines"\n'],
)
def test_texts_of_several_lines_come_back_as_they_were(body: str) -> None:
    draft = DRAFT.replace("    name: Quill\n", f"    name: Quill\n    description: {body}")
    reading = read(drafted(draft))
    ref = Ref("actors", "lower-quill")
    assert edited(reading, ref, text_of(reading, ref))[0].folder == reading.folder


def test_what_was_edited_stands_in_the_place_of_the_record_and_nothing_else_changes() -> None:
    text = text_of(read(drafted()), QUILL).replace(
        "  said: 2024-03-04\n", "  # It was a Monday.\n  said: 2024-03\n"
    )
    assert draft_after(QUILL, text) == DRAFT.replace(
        "    said: 2024-03-04\n", "    # It was a Monday.\n    said: 2024-03\n"
    )


def test_a_record_at_the_end_of_a_file_without_a_line_end_can_be_edited() -> None:
    draft = DRAFT.rstrip()
    text = text_of(read(drafted(draft)), Ref("statements", "unknown-2024-03-04-1"))
    after = draft_after(Ref("statements", "unknown-2024-03-04-1"), f"{text}  said: 2024-03\n", draft)
    assert after == f"{draft}\n    said: 2024-03"


def test_another_id_is_written_wherever_the_record_is_named() -> None:
    reading = read(drafted())
    after, new = edited(reading, GUILD, text_of(reading, GUILD).replace("ferrymens-guild:", "the-guild:"))
    assert new == Ref("actors", "the-guild")
    assert after.folder.yaml[DRAFT_PATH].decode() == DRAFT.replace("ferrymens-guild", "the-guild")


def test_to_remove_the_mark_of_a_draft_in_the_editor_is_to_approve_it() -> None:
    reading = read(drafted())
    after, ref = edited(
        reading, GUILD, text_of(reading, GUILD).replace("  review: draft  # as its own sign spells it\n", "")
    )
    assert ref not in {one.ref for item in queue(after) for one in item.needs}
    with pytest.raises(RefusedError, match="would be an error"):
        edited(reading, QUILL, text_of(reading, QUILL).replace("  review: draft\n", ""))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("quote: The bridge", "quote: The brig", "is not in the text of the source"),
        ("speaker: ada-quill", "speaker: ada", "There is no actor `ada`"),
        ("said: 2024-03-04", "said: soon", "`said` is not a date"),
        ("said: 2024-03-04", 'said: "2024', "Line 6: A quotation mark opens here"),
        ("  said: 2024-03-04\n", "\tsaid: 2024\n", "Line 6: A tab"),
        ("quill-2024-03-04-1:", "Quill 1:", "The id is not an id: “Quill 1”"),
        ("quill-2024-03-04-1:", "sorrel-2024-03-04-1:", "is there already, at gazette/"),
        ("  said", "a-second:\n  said", "must be one record"),
        ("quill-2024-03-04-1:", "", ""),
    ],
)
def test_a_text_that_cannot_stand_there_is_refused_with_the_reason_and_the_way_back(
    old: str, new: str, why: str
) -> None:
    reading = read(drafted())
    text = text_of(reading, QUILL)
    assert old in text
    with pytest.raises(RefusedError, match="Press e to go back to your text") as refused:
        edited(reading, QUILL, text.replace(old, new))
    assert why in str(refused.value)


@pytest.mark.parametrize(
    "text", ["", "\n", "# only a comment\n", "a word", "- a\n- b\n", "{a: {b: c}}", "a: b\n---\nc: d\n"]
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="Press e"):
        edited(read(drafted()), QUILL, text)


def test_a_record_in_braces_with_others_is_left_to_the_file() -> None:
    reading = read(drafted("", places="places: {here: {review: draft, name: Here}}\n"))
    with pytest.raises(RefusedError, match="in braces"):
        text_of(reading, Ref("places", "here"))


@given(st.text("ab:-#'\"{}[]|>&*!%@\n \t\x00\r", max_size=30), st.integers(0, 200))
def test_whatever_is_typed_it_is_refused_or_stands_there_alone(typed: str, at: int) -> None:
    reading = read(drafted())
    text = text_of(reading, QUILL)
    try:
        after, new = edited(reading, QUILL, text[:at] + typed + text[at:])
    except RefusedError:
        return
    assert after.entries.keys() == (reading.entries.keys() - {QUILL}) | {new}
    assert {
        ref: after.dossier.section(ref.section).get(ref.id) for ref in EVERY if ref not in (QUILL, new)
    } == {ref: reading.dossier.section(ref.section).get(ref.id) for ref in EVERY if ref not in (QUILL, new)}
