"""What approving, dropping and naming a speaker do to the files, and what each refuses."""

import difflib
import re
from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.introducing import NewActor
from mkdocs_dossier.authoring.reading import Reading, read
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.reviewing import queue
from mkdocs_dossier.authoring.reviewingitems import Item
from mkdocs_dossier.authoring.reviewingsteps import accept, drop, with_speaker
from mkdocs_dossier.model.vocabulary import ActorKind
from mkdocs_dossier.problems import Level
from mkdocs_dossier.values.refs import Ref
from tests.authoring.drafted_dossier import ARTICLE, DRAFT, DRAFT_PATH, SOURCE, drafted

SOURCE_PATH = "gazette/gazette-2024-03-04.yaml"
UNKNOWN, HE, QUILL = (
    Ref("statements", one) for one in ("unknown-2024-03-04-1", "sorrel-2024-03-04-2", "quill-2024-03-04-1")
)
LETTER = NewActor("a-letter", "A letter", ActorKind.GROUP, "speaker")


def item_of(reading: Reading, ref: Ref) -> Item:
    return next(item for item in queue(reading) if item.ref == ref)


def changes(before: Reading, after: Reading) -> list[str]:
    """List the lines that are gone, then those that are new, in all files."""
    assert before.folder.yaml.keys() == after.folder.yaml.keys()
    found = []
    for path, content in after.folder.yaml.items():
        old, new = before.folder.yaml[path].decode(), content.decode()
        lines = difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True))
        found += [line.rstrip("\n") for line in lines if line[0] in "+-"]
    return sorted(found, key=lambda line: line[0] == "+")


# Approving


def test_to_accept_a_draft_takes_its_line_out_and_those_of_what_it_refers_to() -> None:
    reading = read(drafted())
    after = accept(reading, item_of(reading, HE))
    assert changes(reading, after) == [
        "-     review: draft",
        "-     review: draft  # as its own sign spells it",
        "-     review: draft",
        "+     # as its own sign spells it",
    ]
    left = {str(item.ref) for item in queue(after)}
    assert left == {
        str(UNKNOWN),
        str(QUILL),
        "statement/sorrel-2024-03-04-1",
        "actor/lower-quill",
        "place/lower-dunwold",
    }
    assert item_of(after, Ref("statements", "sorrel-2024-03-04-1")).needs == ()


def test_the_new_texts_are_what_was_read() -> None:
    reading = read(drafted())
    after = accept(reading, item_of(reading, HE))
    assert read(after.folder).loaded.problems == after.loaded.problems
    assert after.dossier.statements[HE.id].review is None


def test_a_statement_whose_speaker_was_not_found_cannot_be_accepted() -> None:
    reading = read(drafted())
    with pytest.raises(RefusedError, match=r"Nobody knows yet who made .*Press s"):
        accept(reading, item_of(reading, UNKNOWN))


def test_a_draft_with_an_error_or_one_that_needs_such_a_one_cannot_be_accepted() -> None:
    wrong = DRAFT.replace("passage: Ben Sorrel, a spokesman", "passage: Ben Sorrel, the spokesman")
    reading = read(drafted(wrong))
    with pytest.raises(RefusedError, match=r"error in the actor `ben-sorrel`\. “Ben Sorrel, the.*Press e"):
        accept(reading, item_of(reading, HE))
    assert accept(reading, item_of(reading, QUILL))


def test_warnings_do_not_hinder() -> None:
    reading = with_speaker(read(drafted()), QUILL, "ferrymens-guild")
    item = item_of(reading, QUILL)
    assert [one.rule for one in item.draft.problems] == ["speaker-elsewhere"]
    after = accept(reading, item)
    assert "statement-without-position" in {one.rule for one in after.loaded.problems}


def test_the_mark_of_a_draft_is_found_however_it_is_written() -> None:
    records = """\
places:
  in-braces: {review: draft, name: In braces}
  at-the-end: {name: At the end, review: draft}
  quoted:
    name: Quoted
    "review": 'draft' # why
  folded:
    review: >-
      draft
    name: Folded
"""
    reading = read(drafted("", places=records))
    for item in queue(reading):
        reading = accept(reading, item)
    assert (
        reading.folder.yaml["places.yaml"].decode()
        == """\
places:
  in-braces: {name: In braces}
  at-the-end: {name: At the end}
  quoted:
    name: Quoted
    # why
  folded:
    name: Folded
"""
    )


def test_a_file_keeps_its_line_ends_and_its_byte_order_mark() -> None:
    reading = read(drafted("\ufeff" + DRAFT.replace("\n", "\r\n")))
    for after in (
        accept(reading, item_of(reading, HE)),
        drop(reading, UNKNOWN),
        with_speaker(reading, UNKNOWN, "dunwold"),
        with_speaker(reading, UNKNOWN, LETTER),
    ):
        content = after.folder.yaml[DRAFT_PATH].decode()
        assert content.startswith("\ufeff# Drafted")
        assert content.count("\n") == content.count("\r\n")


# Dropping


def test_to_drop_a_record_takes_its_comments_and_leaves_what_it_needed_a_draft() -> None:
    reading = read(drafted())
    after = drop(reading, HE)
    assert all(line.startswith("- ") for line in changes(reading, after))
    assert [line for line in changes(reading, after) if "#" in line] == [
        "-     # What they paid for the old one is another story.",
        '-     # speaker: from "He", a pronoun beside a verb of saying',
    ]
    assert Ref("actors", "ben-sorrel") in {one.ref for item in queue(after) for one in item.needs}


def test_a_comment_above_a_record_goes_with_it_and_one_of_the_file_stays() -> None:
    reading = read(drafted())
    for statement in ("sorrel-2024-03-04-1", "sorrel-2024-03-04-2"):
        reading = drop(reading, Ref("statements", statement))
    reading = drop(reading, Ref("actors", "ben-sorrel"))
    text = reading.folder.yaml[DRAFT_PATH].decode()
    assert "A name that this town knows" not in text
    assert text.startswith("# Drafted from gazette-2024-03-04.\n")


def test_the_last_record_of_a_file_can_be_dropped() -> None:
    reading = read(drafted("# Drafted.\nplaces:\n  here:\n    review: draft\n    name: Here\n"))
    after = drop(reading, Ref("places", "here"))
    assert after.folder.yaml[DRAFT_PATH] == b"# Drafted.\n"
    assert queue(after) == ()


def test_a_record_that_another_names_is_not_dropped() -> None:
    reading = read(drafted())
    with pytest.raises(RefusedError, match=r"the statement `quill-2024-03-04-1` names it"):
        drop(reading, Ref("actors", "ada-quill"))


def test_a_draft_that_cannot_be_read_can_be_dropped() -> None:
    reading = read(drafted(DRAFT.replace("said: 2024-03-04", "said: soon")))
    assert QUILL not in drop(reading, QUILL).entries


@pytest.mark.parametrize("other", ["actors:\n  a: {name: A}\n", "actors:\n  a: {name: A\n"])
def test_nothing_is_dropped_while_a_reviewed_record_cannot_be_read_that_may_name_it(other: str) -> None:
    reading = read(drafted(other=other))
    with pytest.raises(RefusedError, match=r"Not all of the dossier can be read, first at other\.yaml"):
        drop(reading, UNKNOWN)


def test_a_claim_that_the_settings_name_is_not_dropped() -> None:
    reading = read(drafted(claims="claims:\n  it-is:\n    review: draft\n    text: It is.\n"))
    settings = {**reading.folder.yaml, "dossier.yaml": b"title: A\nlead: it-is\n"}
    reading = read(type(reading.folder)(settings, reading.folder.texts))
    with pytest.raises(RefusedError, match="There is no claim `it-is`"):
        drop(reading, Ref("claims", "it-is"))


# Naming a speaker


def test_another_speaker_is_written_with_its_reason_in_the_place_of_the_old_one() -> None:
    reading = read(drafted())
    assert changes(reading, with_speaker(reading, HE, "dunwold")) == [
        '-     # speaker: from "He", a pronoun beside a verb of saying',
        "-     speaker: ben-sorrel",
        "+     # speaker: chosen in review",
        "+     speaker: dunwold",
    ]


def test_a_speaker_that_was_not_found_can_be_named_and_then_accepted() -> None:
    reading = with_speaker(before := read(drafted()), UNKNOWN, "dunwold")
    after = accept(reading, item_of(reading, UNKNOWN))
    assert after.dossier.statements[UNKNOWN.id].speakers == ("dunwold",)
    assert changes(before, after)[-1] == "+     speaker: dunwold"


def test_a_speaker_without_a_reason_gets_one_and_its_own_comment_stays() -> None:
    draft = DRAFT.replace("    # speaker: not found\n    speaker: not-found", "    speaker: not-found # who?")
    reading = read(drafted(draft))
    assert changes(reading, with_speaker(reading, UNKNOWN, "dunwold")) == [
        "-     speaker: not-found # who?",
        "+     # speaker: chosen in review",
        "+     speaker: dunwold # who?",
    ]


def test_a_new_actor_stands_where_most_others_do_and_is_no_draft() -> None:
    reading = read(drafted())
    after = with_speaker(reading, UNKNOWN, LETTER)
    assert changes(reading, after) == [
        "-     # speaker: not found",
        "-     speaker: not-found",
        "+   a-letter:",
        "+     name: A letter",
        "+     kind: group",
        "+ ",
        "+     # speaker: chosen in review",
        "+     speaker: a-letter",
    ]
    assert item_of(after, UNKNOWN).needs == ()


@pytest.mark.parametrize("end", ["\n", ""])
def test_in_a_dossier_without_actors_a_new_one_stands_in_the_file_of_the_draft(end: str) -> None:
    source = "sources:\n  gazette-2024-03-04:\n    title: T\n    text: gazette-2024-03-04.txt\n"
    source += f"    sha256: {sha256(ARTICLE.encode()).hexdigest()}\n"
    draft = f"statements:\n  unknown{DRAFT.rpartition('  unknown')[2].rstrip()}{end}"
    folder = drafted(draft)
    reading = read(type(folder)({**folder.yaml, SOURCE_PATH: source.encode()}, folder.texts))
    after = with_speaker(reading, UNKNOWN, LETTER)
    assert (
        after.folder.yaml[DRAFT_PATH]
        .decode()
        .endswith("pinned to the door\nactors:\n  a-letter:\n    name: A letter\n    kind: group\n")
    )
    assert after.folder.yaml.keys() == reading.folder.yaml.keys()


def test_an_actor_that_is_not_there_is_refused() -> None:
    reading = read(drafted())
    with pytest.raises(RefusedError, match="There is no actor `nobody`"):
        with_speaker(reading, UNKNOWN, "nobody")


def test_a_record_that_shares_its_lines_with_another_is_left_to_an_editor() -> None:
    shared = "places:\n  here: &it\n    review: draft\n    name: Here\n  there: *it\n"
    reading = read(drafted("", places=shared))
    with pytest.raises(RefusedError, match="cannot be rewritten safely as it is"):
        accept(reading, item_of(reading, Ref("places", "here")))


def test_only_errors_that_are_new_are_told() -> None:
    reading = read(drafted(more="actors:\n  b: {name: B, kind: person, part_of: nowhere}\n"))
    with pytest.raises(RefusedError) as refused:
        with_speaker(reading, UNKNOWN, "nobody")
    assert "There is no actor `nobody`" in str(refused.value)
    assert refused.value.further == ()


@pytest.mark.parametrize("written", ["[ada-quill, dunwold]", "\n      - ada-quill\n      - dunwold"])
def test_several_speakers_are_left_to_an_editor(written: str) -> None:
    reading = read(drafted(DRAFT.replace("speaker: ada-quill", f"speaker: {written}")))
    with pytest.raises(RefusedError, match="with one id in it"):
        with_speaker(reading, QUILL, "dunwold")


def test_a_record_that_is_no_statement_has_no_speaker() -> None:
    with pytest.raises(RefusedError, match="The place has no field `speaker`"):
        with_speaker(read(drafted()), Ref("places", "lower-dunwold"), "dunwold")


# All of them


def comments(reading: Reading) -> Counter[str]:
    """Count the comments of all files but for the reasons of speakers."""
    found = [one for content in reading.folder.yaml.values() for one in re.findall(r"#.*", content.decode())]
    return Counter(one for one in found if not one.startswith("# speaker:"))


NOISE = st.lists(
    st.tuples(
        st.integers(0, len(DRAFT.splitlines()) - 1),
        st.sampled_from(["# a", "  # b", "    # c", "      # d", ""]),
    ),
    max_size=6,
)


@given(NOISE, st.integers(0, 5), st.sampled_from(["accept", "speaker", "new"]))
def test_wherever_comments_stand_they_are_kept_and_nothing_else_changes(
    noise: list[tuple[int, str]], at: int, step: str
) -> None:
    lines = DRAFT.splitlines()
    for line, comment in sorted(noise, reverse=True):
        lines.insert(line, comment)
    reading = read(drafted("\n".join(lines) + "\n"))
    items = queue(reading)
    item = items[at % len(items)]

    def taken() -> Reading:
        if step == "accept":
            return accept(reading, item)
        return with_speaker(reading, item.ref, "dunwold" if step == "speaker" else LETTER)

    if item.ref == UNKNOWN if step == "accept" else item.ref.section != "statements":
        with pytest.raises(RefusedError):
            taken()
        return
    after = taken()
    assert comments(after) == comments(reading)
    errors = [one for one in after.loaded.problems if one.level is Level.ERROR]
    assert errors == []
    gone = [line for line in changes(reading, after) if line[0] == "-"]
    assert all(re.search("review: draft|speaker:", line) for line in gone)


def test_the_source_is_never_touched() -> None:
    reading = read(drafted())
    for item in queue(reading):
        if item.ref != UNKNOWN and item.ref in {one.ref for one in queue(reading)}:
            reading = accept(reading, item_of(reading, item.ref))
    assert reading.folder.yaml[SOURCE_PATH].decode() == SOURCE.format(
        sha256=sha256(ARTICLE.encode()).hexdigest()
    )
    assert [str(one.ref) for one in queue(reading)] == [str(UNKNOWN)]
