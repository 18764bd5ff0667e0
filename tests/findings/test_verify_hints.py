"""What an author reads of a quotation that is not in its source, whole: what is wrong, and what to write."""

import json

import pytest

from mkdocs_dossier.findings.found import Fragment
from tests.support import dossier_of, errors

TALK = """\
“We have agreed on a truce,” Ana Roe said. “They will keep it (for now),” Bo Lee said[1], “whatever they say.”
"""
COPY = "Copy the words from the source; mark what you leave out with […]."
IN_ORDER = "Put the fragments in the order in which they stand in the source."


def told(fragments: list[str], talk: str = TALK) -> tuple[str, str]:
    """Give what is said of the one fragment that is wrong."""
    quote = json.dumps(fragments, ensure_ascii=False)
    yaml = "sources: {s: {title: S, text: t.txt}}\nactors: {a: {name: A, kind: person}}\nstatements:\n"
    (found,) = errors(dossier_of(f"{yaml}  x: {{speaker: a, source: s, quote: {quote}}}\n", {"t.txt": talk}))
    return found.message, found.hint


TOLD: dict[str, tuple[list[str], str, str]] = {
    "nothing near": (
        ["zebra crossing ahead"],
        "“zebra crossing ahead” is not in the text of the source `s`.",
        COPY,
    ),
    "a sign too many": (
        ["We have agreed on a truce."],
        "“We have agreed on a truce.” is not in the text of the source `s`: "
        "it ends with `.` where the source has `,`.",
        "Quote the words without it: “We have agreed on a truce”.",
    ),
    "signs too many": (
        ["!We have agreed on a truce."],
        "“!We have agreed on a truce.” is not in the text of the source `s`: "
        "it begins with `!` where the source has `“`, and it ends with `.` where the source has `,`.",
        "Quote the words without them: “We have agreed on a truce”.",
    ),
    "a sign too many, out of order": (
        ["They will keep it", "a truce."],
        "“a truce.” is not in the text of the source `s`: it ends with `.` where the source has `,`.",
        f"Leave it out. {IN_ORDER}",
    ),
    "signs too many, out of order": (
        ["They will keep it", "“a truce”."],
        "““a truce”.” is not in the text of the source `s`: it begins with `“` where the source has none, "
        "and it ends with `”.` where the source has `,”`.",
        f"Leave them out. {IN_ORDER}",
    ),
    "a sign too many in one of two parts that are alike": (
        ["a truce. […] a truce."],
        "“a truce.” is not in the text of the source `s`: it ends with `.` where the source has `,`.",
        "Leave it out.",
    ),
    "a letter in another case": (
        ["we have agreed"],
        "“we have agreed” is not in the text of the source `s`: it has `w` where the source has `W`.",
        "The source has “We” where “we” stands here. The nearest passage is: “We have agreed”. "
        "To keep the letter, mark it as changed: “[w]e have agreed”.",
    ),
    "a letter in another case and a sign too many": (
        ["we have agreed."],
        "“we have agreed.” is not in the text of the source `s`: it has `w` where the source has `W`, "
        "and it ends with `.` where the source goes on with “on”.",
        "The source has “We” where “we” stands here. The nearest passage is: “We have agreed”.",
    ),
    "a letter in another case and another word": (
        ["we have agrexd"],
        "“we have agrexd” is not in the text of the source `s`: it has `w` where the source has `W`.",
        "The source has “We” where “we” stands here. The nearest passage is: “We have agreed”.",
    ),
    "another letter": (
        ["We have agreed on a truse"],
        "“We have agreed on a truse” is not in the text of the source `s`: "
        "it has `s` where the source has `c`.",
        "The source has “truce” where “truse” stands here. "
        "The nearest passage is: “We have agreed on a truce”.",
    ),
    "another letter, out of order": (
        ["They will keep it", "We have agreed on a truse"],
        "“We have agreed on a truse” is not in the text of the source `s`: "
        "it has `s` where the source has `c`.",
        f"The source has “truce” where “truse” stands here. {COPY}",
    ),
    "inside a word": (
        ["e have agreed"],
        "“e have agreed” begins or ends inside a word of the source `s`.",
        "Quote whole words: “We have agreed”.",
    ),
    "inside a word, out of order": (
        ["They will keep it", "e have agreed"],
        "“e have agreed” begins or ends inside a word of the source `s`.",
        "Quote whole words.",
    ),
    "out of order": (
        ["They will keep it", "We have agreed"],
        "“We have agreed” stands in the source `s`, but not after the fragment above it.",
        IN_ORDER,
    ),
}


@pytest.mark.parametrize(("fragments", "message", "hint"), TOLD.values(), ids=TOLD.keys())
def test_what_is_wrong_with_a_quotation_is_told_with_what_to_write(
    fragments: list[str], message: str, hint: str
) -> None:
    assert told(fragments) == (message, hint)


REPORT = (
    "Orm “honestly [doesn’t] know” why 10–15 non-combatants froze at −5 degrees… in May; [sic] Orm: ولد.\n"
)

TOLD_OF_PARTS: dict[str, tuple[list[str], str, str]] = {
    "a bracket of the source altered": (
        ["honestly [does] know"],
        "“honestly [does] know” puts `[does]` in the place of `[doesn’t]`, "
        "which the source `s` has in brackets itself.",
        "Quote the source's brackets as they stand: “honestly [doesn’t] know”; or leave them out with […].",
    ),
    "a bracket of the source altered, and the order": (
        ["why 10–15", "honestly [does] know"],
        "“honestly” stands in the source `s`, but not after the fragment above it.",
        IN_ORDER,
    ),
    "a bracket of the source altered, and another": (
        ["honestly [does] know […] May; [the] Orm"],
        "“honestly [does] know […] May; [the] Orm” puts `[does]` in the place of `[doesn’t]`, "
        "which the source `s` has in brackets itself.",
        "Quote the source's brackets as they stand; or leave them out with […].",
    ),
    "without its prefix": (
        ["combatants froze"],
        "“combatants froze” leaves off a part of a hyphenated word of the source `s` "
        "that turns what it says.",
        "Quote the whole word: “non-combatants froze”.",
    ),
    "without its minus": (
        ["5 degrees"],
        "“5 degrees” leaves off a minus sign or a part of a range "
        "that belongs to a number of the source `s`.",
        "Quote all of it: “−5 degrees”.",
    ),
    "half of a range": (
        ["why 10"],
        "“why 10” leaves off a minus sign or a part of a range that belongs to a number of the source `s`.",
        "Quote all of it: “why 10–15”.",
    ),
    "signs alone": (
        ["…"],
        "“…” has no letter or digit: signs alone are no quotation.",
        "Quote the words that they stand with.",
    ),
    "inside an Arabic word": (
        ["لد"],
        "“لد” begins or ends inside a word of the source `s`.",
        "Quote whole words: “ولد”.",
    ),
}


@pytest.mark.parametrize(("fragments", "message", "hint"), TOLD_OF_PARTS.values(), ids=TOLD_OF_PARTS.keys())
def test_what_belongs_to_the_words_is_told_with_them(fragments: list[str], message: str, hint: str) -> None:
    assert told(fragments, REPORT) == (message, hint)


@pytest.mark.parametrize("length", [240, 241])
def test_a_kept_bracket_is_offered_to_240_characters(length: int) -> None:
    start = words(length - 11)
    _, hint = told([f"{start} [yes] left"], f"So {start} [no] left.\n")
    assert len(f"{start} [no] left") == length - 1
    _, longer = told([f"{start}s [yes] left"], f"So {start}s [no] left.\n")
    assert ("“abc" in hint, "“abc" in longer) == (True, length == 240)


def test_the_words_are_looked_for_after_the_fragment_above() -> None:
    talk = "We want a truce, he said. They left: a truce? Yes.\n"
    message, _ = told(["They left", "a truce."], talk)
    assert message.endswith("it ends with `.` where the source has `?`.")
    message, _ = told(["a truce."], talk)
    assert message.endswith("it ends with `.` where the source has `,`.")


def words(length: int) -> str:
    """Make a text of so many characters in words of eight letters, the last one shorter or longer."""
    return "abcdefgh " * (length // 9 - 1) + "abcdefgh"[: length % 9] + "abcdefghi"


@pytest.mark.parametrize("length", [239, 240, 241])
def test_the_nearest_passage_is_shown_to_240_characters_and_of_a_longer_one_whole_words(length: int) -> None:
    near = words(length)
    assert len(near) == length
    _, hint = told([near[:-1] + "q"], f"So {near} he said.\n")
    shown = f"is: “{near}”." if length <= 240 else f"begins: “{near[:240].rpartition(' ')[0]}” …."
    assert hint.endswith(f"The nearest passage {shown}")


@pytest.mark.parametrize("length", [599, 600, 601])
def test_words_without_their_signs_are_offered_to_600_characters(length: int) -> None:
    whole = words(length)
    _, hint = told([f"{whole}."], f"{whole}, he said.\n")
    assert hint == f"Quote the words without it{f': “{whole}”' if length <= 600 else ''}."


@pytest.mark.parametrize("length", [238, 239])
def test_a_changed_letter_is_offered_to_be_marked_to_240_characters(length: int) -> None:
    # The brackets are two more.
    near = "A" + words(length)[1:]
    _, hint = told(["a" + near[1:]], f"So: {near} he said.\n")
    assert ("mark it as changed: “[a]" in hint) is (length == 238)


def test_a_changed_letter_is_not_offered_to_be_marked_where_more_differs() -> None:
    for fragment in ("we have agreed on on a truce", "we have agreed on a truce!"):
        assert "mark it" not in told([fragment])[1]
    assert "mark it" not in told(["They will keep it", "we have agreed"])[1]


def test_of_what_the_format_refuses_nothing_is_shown_as_nearest() -> None:
    _, hint = told(["They left and it was lat"], "He said: “They left\u202e and it was late”.\n")
    assert hint == (
        "The source has “left\u202e and” where “left and” stands here; "
        f"the first has U+202E RIGHT-TO-LEFT OVERRIDE. {COPY}"
    )


def test_the_words_of_a_statement_whose_speaker_is_unknown_are_held_to_the_source() -> None:
    yaml = (
        "sources: {s: {title: S, text: t.txt}}\nstatements: {x: {speaker: who, source: s, quote: nowhere}}\n"
    )
    loaded = dossier_of(yaml, {"t.txt": TALK})
    assert [one.rule for one in errors(loaded)] == ["unknown-reference", "quote-not-found"]
    assert loaded.findings.words_of("x").quote == (Fragment("nowhere", None),)
