"""What `dossier merge` makes of two statements, and what it refuses."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.authoring.merging import Merged, merge
from mkdocs_dossier.authoring.reading import with_files
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.model.records import Statement
from mkdocs_dossier.problems import Problem

SHARED = """\
sources:
  gazette: {title: Invented, publisher: the-gazette, text: gazette.txt}
  herald: {title: Printed again, publisher: the-herald, text: herald.txt}

actors:
  ada: {name: Ada Quill, kind: person}
  ben: {name: Ben Sorrel, kind: person}
  the-gazette: {name: The Gazette, kind: media}
  the-herald: {name: The Herald, kind: media}

events:
  briefing: {name: A briefing, kind: press-briefing, evidence: [{source: gazette, passage: The mayor spoke}]}

claims:
  over: {text: It is over., note: "See [[ada-first]], [[statement/ada-second|the other]], [[ada-second]]."}
  told: {text: The clerk was told.}

"""
GAZETTE = "The mayor spoke. “It’s over at last,” said Ada Quill. “Nobody told us so,” said Ben Sorrel.\n"
HERALD = "“The thing’s over,” said Ada Quill, the mayor. “The clerk was told,” she added.\n"

FIRST = """\
  ada-first:
    speaker: ada
    source: gazette
    quote: It’s over at last
    positions: {over: asserts}
"""
SECOND = """\
  ada-second:
    speaker: ada
    source: herald
    quote: The thing’s over
    positions:
      over: asserts
"""
THIRD = """\
  ben-never:
    speaker: ben
    source: gazette
    quote: Nobody told us so
    positions: {told: denies}
"""


def folder(statements: str, shared: str = SHARED, newline: str = "\n", **more: str) -> Folder:
    files = {"records.yaml": f"{shared}statements:\n{statements}", "dossier.yaml": "title: Invented\n"}
    yaml = {path: text.replace("\n", newline).encode() for path, text in {**files, **more}.items()}
    return Folder(yaml, {"gazette.txt": GAZETTE.encode(), "herald.txt": HERALD.encode()})


def after(before: Folder, merged: Merged) -> Folder:
    files = dict(merged.files)
    return replace(
        with_files(before, {k: v for k, v in files.items() if k != "redirects.csv"}),
        redirects=files["redirects.csv"],
    )


def problems(content: Folder) -> list[Problem]:
    return list(load(content).problems)


def merged(statements: str, *, shared: str = SHARED, newline: str = "\n") -> str:
    """Merge the second of Ada's statements into the first; give the statements as they are written then."""
    before = folder(statements, shared, newline)
    result = merge(before, "ada-first", "ada-second")
    content = after(before, result)
    assert [one.rule for one in problems(content) if one.rule not in {p.rule for p in problems(before)}] == []
    return content.yaml["records.yaml"].decode().partition(f"{newline}statements:{newline}")[2]


def statement(content: Folder, key: str = "ada-first") -> Statement:
    return load(content).dossier.statements[key]


MERGED = """\
  ada-first:
    speaker: ada
    source: gazette
    quote: It’s over at last
    also_in:
      - source: herald
        quote: The thing’s over
    positions: {over: asserts}
"""


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        pytest.param(FIRST + SECOND, MERGED, id="one after the other"),
        pytest.param(SECOND + FIRST, MERGED, id="the other before"),
        pytest.param(FIRST + "\n" + SECOND + "\n" + THIRD, MERGED + "\n" + THIRD, id="blank lines"),
        pytest.param(SECOND + "\n" + FIRST + "\n" + THIRD, MERGED + "\n" + THIRD, id="blank lines, before"),
        pytest.param(FIRST + "\n\n" + THIRD + "\n" + SECOND, MERGED + "\n\n" + THIRD, id="at the end"),
        pytest.param((FIRST + SECOND).rstrip(), MERGED, id="no break at the end"),
        pytest.param((SECOND + FIRST).rstrip(), MERGED.rstrip(), id="no break at the end of the first"),
        pytest.param(
            SECOND + "  ada-first:\n    speaker: ada\n    source: gazette\n    quote: It’s over at last",
            MERGED.replace(" {over: asserts}", "\n      over: asserts"),
            id="no break at the end, where all is added",
        ),
        pytest.param(
            FIRST
            + "\n  # Said to the Herald.\n"
            + SECOND.replace("ada\n", "ada  # she again\n", 1)
            + "    # Nothing more.\n\n  # The clerk.\n"
            + THIRD,
            MERGED.replace(
                "      - s",
                "      # Said to the Herald.\n      # Nothing more.\n      # she again\n      - s",
            )
            + "\n  # The clerk.\n"
            + THIRD,
            id="comments around it",
        ),
        pytest.param(
            FIRST
            + SECOND.replace(
                "    quote: The", "    # Her own words.\n    quote: >-  # folded\n      The"
            ).replace("      over: asserts", "      # as before\n      over: asserts  # plainly"),
            MERGED.replace("      - s", "      # as before\n      # plainly\n      - s").replace(
                "        quote: The", "        # Her own words.\n        quote: >-  # folded\n          The"
            ),
            id="comments in it",
        ),
        pytest.param(
            FIRST + SECOND.replace("quote: The thing’s over", "quote:\n    - The thing’s\n    - over"),
            MERGED.replace("quote: The thing’s over", "quote:\n        - The thing’s\n        - over"),
            id="a list at the column of its key",
        ),
        pytest.param(
            FIRST + SECOND.replace("The thing’s over", "|\n      The thing’s\n      over\n\n"),
            MERGED.replace("The thing’s over", "|\n          The thing’s\n          over"),
            id="a text of several lines",
        ),
        pytest.param(
            FIRST
            + SECOND.replace("speaker: ada", "speaker: [ada]")
            .replace("quote", "said: 2021-03-08  # Monday\n    summary: Over.\n    quote")
            .replace("      over: asserts\n", "      told: asserts  # too\n      over: asserts\n"),
            MERGED.replace("speaker: ada\n", "speaker: ada\n    said: 2021-03-08  # Monday\n").replace(
                "    positions: {over: asserts}\n",
                "    # too\n    positions: {over: asserts, told: asserts}\n    summary: Over.\n",
            ),
            id="fields and positions that the first lacks",
        ),
        pytest.param(
            FIRST.replace(" {over: asserts}", "\n      told: asserts") + SECOND,
            MERGED.replace(" {over: asserts}", "\n      told: asserts\n      over: asserts"),
            id="positions in a block",
        ),
        pytest.param(
            FIRST.replace("    positions: {over: asserts}\n", "") + SECOND,
            MERGED.replace(" {over: asserts}", "\n      over: asserts"),
            id="no positions at first",
        ),
        pytest.param(
            FIRST + '  ada-second: {speaker: ada, source: herald, quote: "The thing’s over", '
            "positions: {told: asserts}}  # short\n",
            MERGED.replace("      - s", "      # short\n      - s")
            .replace(": The thing’s over", ': "The thing’s over"')
            .replace("asserts}", "asserts, told: asserts}"),
            id="the other in braces",
        ),
        pytest.param(
            "  # mine\n  ada-first: {speaker: ada, source: gazette, quote: It’s over at last}  # end\n"
            + SECOND.replace("ada\n", "ada  # she\n", 1),
            "  # mine\n  # she\n  ada-first: {speaker: ada, source: gazette, quote: It’s over at last, "
            'also_in: [{source: herald, quote: "The thing’s over"}], positions: {over: asserts}}  # end\n',
            id="the first in braces",
        ),
        pytest.param(
            FIRST.replace(
                "    positions",
                "    also_in:\n    - source: herald\n      quote: The clerk was told\n    positions",
            )
            + SECOND,
            MERGED.replace(
                "      - source: herald\n        quote:",
                "    - source: herald\n      quote: The clerk was told\n    - source: herald\n      quote:",
            ),
            id="further reports in a block",
        ),
        pytest.param(
            FIRST.replace(
                "    positions", "    also_in: [{source: herald, quote: The clerk was told}]\n    positions"
            )
            + SECOND.replace("    quote", "    # Hers.\n    quote"),
            MERGED.replace(
                "    also_in:\n      - source: herald\n        quote: The thing’s over",
                "    # Hers.\n    also_in: [{source: herald, quote: The clerk was told}, "
                '{source: herald, quote: "The thing’s over"}]',
            ),
            id="further reports in brackets",
        ),
        pytest.param(
            FIRST
            + SECOND.replace(
                "    positions",
                "    also_in:\n      # Again.\n      - source: gazette\n        passage: said Ada Quill\n"
                "      - {source: gazette, quote: It’s over at last}  # known\n    positions",
            ),
            MERGED.replace("      - source", "      # known\n      - source").replace(
                "over\n    pos",
                "over\n      # Again.\n      - source: gazette\n        passage: said Ada Quill\n    pos",
            ),
            id="further reports of the other, one of them known",
        ),
    ],
)
def test_the_other_becomes_a_report_of_the_first(before: str, wanted: str) -> None:
    assert merged(before) == wanted


def test_line_breaks_are_those_of_the_file() -> None:
    assert merged(FIRST + "\n" + SECOND, newline="\r\n") == MERGED.replace("\n", "\r\n")


def test_records_of_two_files_are_merged_into_the_first_ones() -> None:
    before = folder(FIRST + THIRD, **{"b.yaml": "# Theirs.\nstatements:  # one\n" + SECOND})
    result = merge(before, "ada-first", "ada-second")
    assert result.files["b.yaml"] == b"# Theirs.\n"
    assert "      # one\n      - source: herald" in result.files["records.yaml"].decode()
    assert len(statement(after(before, result)).reports) == 2


def test_a_file_takes_the_line_breaks_of_its_own() -> None:
    before = folder(FIRST, **{"b.yaml": "# Theirs.\r\nstatements:\r\n" + SECOND.replace("\n", "\r\n")})
    assert b"\r" not in merge(before, "ada-first", "ada-second").files["records.yaml"]


def test_records_in_one_pair_of_braces_are_merged() -> None:
    first = "ada-first: {speaker: ada, source: gazette, quote: It’s over at last}"
    second = "ada-second: {speaker: ada, source: herald, quote: The thing’s over}"
    for written in (f"{first}, {second}", f"{second}, {first}"):
        before = folder("", **{"b.yaml": f"statements: {{{written}}}\n"}, shared=SHARED + "places: {}\n")
        before = replace(before, yaml={**before.yaml, "records.yaml": SHARED.encode()})
        result = merge(before, "ada-first", "ada-second")
        assert result.files["b.yaml"].decode() == (
            "statements: {ada-first: {speaker: ada, source: gazette, quote: It’s over at last, "
            'also_in: [{source: herald, quote: "The thing’s over"}]}}\n'
        )


def test_what_named_the_other_names_the_first() -> None:
    ben = THIRD.replace("    source", "    corrects: ada-second\n    source")
    ben += (
        "    # dossier: allow corrects-other-side: as one in ada-second, not in my-ada-2nd or my-ada-second\n"
    )
    before = folder(FIRST + SECOND + ben)
    result = merge(before, "ada-first", "ada-second")
    text = after(before, result).yaml["records.yaml"].decode()
    assert "ada-second" not in text.replace("my-ada-second", "")
    assert "corrects: ada-first\n" in text
    assert "See [[ada-first]], [[statement/ada-first|the other]], [[ada-first]]." in text
    assert "as one in ada-first, not in my-ada-2nd or my-ada-second\n" in text
    assert result.files["redirects.csv"].endswith(b"\nstatements/ada-second,statements/ada-first\n")
    assert load(after(before, result)).dossier.redirects


def test_addresses_that_led_to_the_other_lead_on_to_the_first() -> None:
    redirects = b"# Mine.\nstatements/older,statements/ada-second\n"
    before = replace(folder(FIRST + SECOND), redirects=redirects)
    result = merge(before, "ada-first", "ada-second")
    assert result.files["redirects.csv"] == redirects + b"statements/ada-second,statements/ada-first\n"
    assert problems(after(before, result)) == problems(before)


LONG = "It’s over at last that is"
ALLOWED = "    # dossier: allow same-words: two papers\n"


def test_an_allowance_goes_where_it_allows_nothing_any_more() -> None:
    first = FIRST.replace("It’s over at last", LONG)
    before = replace(
        folder(first + SECOND.replace("The thing’s over", LONG) + ALLOWED),
        texts={
            "gazette.txt": f"“{LONG},” said Ada Quill. The mayor spoke.\n".encode(),
            "herald.txt": f"“{LONG},” said Ada Quill.\n".encode(),
        },
    )
    result = merge(before, "ada-first", "ada-second")
    assert problems(after(before, result)) == problems(before)
    assert result.notes == ("The allowance of `same-words` is removed: it allows nothing any more.",)
    assert b"dossier: allow" not in result.files["records.yaml"]
    assert b"\n\n " not in result.files["records.yaml"]  # nor is an empty line left


def test_an_allowance_that_is_needed_moves_with_its_record() -> None:
    allowed = "    # dossier: allow speaker-not-near: she\n"
    herald = (
        "“The thing’s over,” said Ada Quill.\n"
        + "Nothing else was said that day. " * 200
        + "\n\nMost of it is done.\n"
    )
    second = SECOND.replace("The thing’s over", "Most of it is done").replace(
        "    quote", f"{allowed}    quote"
    )
    before = folder(FIRST + second)
    before = replace(before, texts={**before.texts, "herald.txt": herald.encode()})
    assert [one.rule for one in problems(folder(FIRST + second.replace(allowed, "")))]
    result = merge(before, "ada-first", "ada-second")
    assert {one.rule for one in problems(after(before, result))} <= {one.rule for one in problems(before)}
    assert result.notes == ()
    assert f"    {allowed}" in result.files["records.yaml"].decode()


def test_an_allowance_behind_a_field_goes_without_the_field() -> None:
    second, first = SECOND.replace("The thing’s over", LONG), FIRST.replace("It’s over at last", LONG)
    first = first.replace("asserts}", f"asserts}}  {ALLOWED.strip()}")
    said = f"“{LONG},” said Ada Quill.\n".encode()
    before = replace(folder(second + first), texts={"gazette.txt": said, "herald.txt": said})
    result = merge(before, "ada-first", "ada-second")
    assert result.files["records.yaml"].decode().endswith("    positions: {over: asserts}\n")


def test_a_warning_that_names_the_other_is_no_new_one() -> None:
    before = folder(FIRST + SECOND + THIRD.replace("    source", "    corrects: ada-second\n    source"))
    assert "corrects-other-side" in {one.rule for one in problems(before)}
    found = problems(after(before, merge(before, "ada-first", "ada-second")))
    assert any("`ada-first` is of another side" in one.message for one in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("    to: [ben, ada]\n", "    to: [ada]\n"),
        ("    via: ben\n    locator: {page: 3}\n", ""),
        ("", "    also_in: [{source: gazette, quote: It’s over at last}]\n"),
    ],
)
def test_what_the_first_has_and_the_other_lacks_or_says_twice_is_no_difference(
    first: str, second: str
) -> None:
    other = SECOND.replace("herald", "gazette").replace("The thing’s over", "It’s over at last")
    assert merged(FIRST + first + other + second) == FIRST + first


def test_a_report_that_the_other_has_twice_is_written_once() -> None:
    twice = "    also_in: [{source: herald, quote: The thing’s over}]\n"
    assert merged(FIRST + SECOND + twice) == MERGED


def test_own_words_of_the_other_are_left_out_and_told() -> None:
    before = folder(FIRST + "    summary: Over.\n" + SECOND + "    summary: Says that it is over.\n")
    result = merge(before, "ada-first", "ada-second")
    assert statement(after(before, result)).summary == "Over."
    assert result.notes == (
        "`summary` of `ada-first` stays; that of `ada-second` is left out: “Says that it is over.”",
    )


def test_a_report_that_the_first_has_is_not_written_twice() -> None:
    second = SECOND.replace("herald", "gazette").replace("The thing’s over", "It’s over\n      at last")
    assert merged(FIRST + second + "    # kept\n") == FIRST + "    # kept\n"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "speaker: ada",
            "speaker: ben",
            "`speaker` is `ada` at records.yaml:20:14, and `ben` at records.yaml:25:14. Two sp",
        ),
        (
            "speaker: ada",
            "speaker: [ada, ben]",
            "and `ada`, `ben` at records.yaml:25:14. Two speakers are two",
        ),
        (
            "speaker: ada\n    said: 2021",
            "speaker: ada\n    said: 2022",
            "`said` is `2021` at records.yaml:21:11, and `2022` at r",
        ),
        ("speaker: ada\n    medium: post", "speaker: ada\n    medium: letter", "`medium` is `post` at"),
        (
            "speaker: ada\n    to: [ben]",
            "speaker: ada\n    to: [ada]",
            "`to` is `ben` at records.yaml:21:9, and `ada` at",
        ),
        (
            "speaker: ada",
            "speaker: ada\n    corrects: ada-first",
            "`ada-second` takes `ada-first` back, by `corrects` at records.yaml:26:15.",
        ),
        ("speaker: ada\n    corrects: ada-second", "speaker: ada", "`ada-first` takes `ada-second` back, by"),
        ("speaker: ada\n    corrects: x", "speaker: ada\n    corrects: ben-never", "`corrects` is `x` at"),
        (
            "speaker: ada",
            "speaker: ada\n    positions: {over: denies}\n    #",
            "`over` is `asserts` at records.yaml:23:23, and `denies` at records.yaml:26:23.",
        ),
    ],
)
def test_what_contradicts_is_told_and_nothing_is_changed(first: str, second: str, told: str) -> None:
    other = SECOND.replace("    positions:\n      over: asserts\n", "") if "positions" in second else SECOND
    statements = FIRST.replace("speaker: ada", first) + other.replace("speaker: ada", second) + THIRD
    with pytest.raises(RefusedError, match="differ in one thing") as refused:
        merge(folder(statements), "ada-first", "ada-second")
    (line,) = refused.value.further
    assert told in line
    assert line.endswith(".")


def test_all_differences_are_told_at_once() -> None:
    second = SECOND.replace("speaker: ada", "speaker: ben\n    said: 2022").replace("asserts", "denies")
    first = FIRST.replace("speaker: ada", "speaker: ada\n    said: 2021")
    with pytest.raises(RefusedError, match="differ in 3 things") as refused:
        merge(folder(first + second), "ada-first", "ada-second")
    assert [line.split("`")[1] for line in refused.value.further] == ["speaker", "said", "over"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", "    via: ben\n"),
        ("    via: ada\n", "    via: ben\n"),
        ("", "    locator: {page: 3}\n"),
        ("", "    language: en\n"),
    ],
)
def test_the_same_words_with_other_fields_are_a_difference(first: str, second: str) -> None:
    other = SECOND.replace("herald", "gazette").replace("The thing’s over", "It’s over at last")
    with pytest.raises(RefusedError) as refused:
        merge(folder(FIRST + first + other + second), "ada-first", "ada-second")
    assert refused.value.further[0].split("`")[1] in ("via", "locator", "language")
    assert ("missing at" in refused.value.further[0]) is (first == "")


@pytest.mark.parametrize(
    ("kept", "other", "message"),
    [
        ("ada-first", "ada-first", "named twice"),
        ("ada-frist", "ada-second", "There is no statement `ada-frist`. Did you mean `ada-first`?"),
        ("ada-first", "ada-secnd", "Did you mean `ada-second`"),
        ("ada-first", "ben", "`ben` is one of the actors"),
    ],
)
def test_what_is_no_pair_of_statements_is_refused(kept: str, other: str, message: str) -> None:
    with pytest.raises(RefusedError) as refused:
        merge(folder(FIRST + SECOND), kept, other)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            FIRST.replace("{over: asserts}", "&p {over: asserts}")
            + SECOND.replace("positions:\n      over: asserts", "positions: *p"),
            "by an anchor",
        ),
        (
            FIRST
            + SECOND.replace("quote: The", "quote: &q The")
            + THIRD.replace("    positions", "    summary: *q\n    positions"),
            "by an anchor",
        ),
        (
            FIRST + SECOND.replace("speaker: ada", "speaker: nobody"),
            "names a speaker or a source that is not there",
        ),
        (FIRST + SECOND.replace("speaker: ada", "speeker: ada"), "Not all of the dossier can be read"),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(written: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        merge(folder(written), "ada-first", "ada-second")


def test_an_alias_in_a_field_of_the_first_that_stays_is_no_hindrance() -> None:
    third = THIRD.replace("speaker: ben", "speaker: &she ada\n    to: [ben]")
    for first in (FIRST, "  ada-first: {source: gazette, quote: It’s over at last, speaker: ada}\n"):
        written = third + first.replace("speaker: ada", "speaker: *she") + SECOND
        before = folder(written)
        result = merge(before, "ada-first", "ada-second")
        assert "speaker: *she" in result.files["records.yaml"].decode()
        assert len(statement(after(before, result)).reports) == 2


def test_comments_without_a_place_are_refused() -> None:
    first = "statements: {ada-first: {speaker: ada, source: gazette, quote: It’s over at last}}\n"
    before = folder(SECOND.replace("herald\n", "herald  # she\n"), **{"b.yaml": first})
    with pytest.raises(RefusedError, match=r"no place beside b\.yaml:1:14"):
        merge(before, "ada-first", "ada-second")


def test_what_would_be_a_fault_of_the_merged_statement_is_refused() -> None:
    shared = SHARED.replace("is over., note", "is over., excludes: [told], note")
    second = SECOND.replace("over: asserts", "told: asserts")
    with pytest.raises(RefusedError, match="would be at fault") as refused:
        merge(folder(FIRST + second, shared), "ada-first", "ada-second")
    assert "`over`" in refused.value.further[0]


WORDS = {
    "gazette": ["It’s over at last", "Nobody told us so", "said Ada Quill"],
    "herald": ["The thing’s over", "The clerk was told"],
}
REPORTS = st.sampled_from([(source, words) for source, each in WORDS.items() for words in each])
STANCES = st.dictionaries(
    st.sampled_from(["over", "told"]), st.sampled_from(["asserts", "denies", "qualifies"])
)
DATES = st.sampled_from(["", "2021-03-08", "2021-03-09"])


@st.composite
def statements(draw: st.DrawFn, key: str) -> str:
    """Write a statement in a block or in braces."""
    speaker = draw(st.sampled_from(["ada", "ada", "ada", "ben"]))
    (source, words), *more = draw(st.lists(REPORTS, min_size=1, max_size=3, unique=True))
    also = [f"{{source: {one}, quote: {said}}}" for one, said in more]
    fields = [f"speaker: {speaker}", f"source: {source}", f"quote: {words}"]
    fields += [f"said: {said}"] if (said := draw(DATES)) else []
    fields += [f"also_in: [{', '.join(also)}]"] if also else []
    held = ", ".join(f"{claim}: {stance}" for claim, stance in draw(STANCES).items())
    fields += [f"positions: {{{held}}}"] if held else []
    if draw(st.booleans()):
        return f"  {key}: {{{', '.join(fields)}}}\n"
    return f"  {key}:\n" + "".join(f"    {one}\n" for one in draw(st.permutations(fields)))


@given(statements("ada-first"), statements("ada-second"), statements("third"), st.permutations([0, 1, 2]))
def test_a_merge_keeps_all_reports_and_adds_no_contradiction(
    one: str, two: str, three: str, order: list[int]
) -> None:
    before = folder("".join((one, two, three)[index] for index in order))
    try:
        result = merge(before, "ada-first", "ada-second")
    except RefusedError:
        return
    then, now = load(before), load(after(before, result))
    assert now.dossier.statements.keys() == {"ada-first", "third"}
    both = (*then.dossier.statements["ada-first"].reports, *then.dossier.statements["ada-second"].reports)
    found = now.dossier.statements["ada-first"].reports
    assert {(report.source, report.quote) for report in both} == {(one.source, one.quote) for one in found}
    assert len(found) == len({(report.source, report.quote) for report in both})
    assert sum(map(len, now.findings.contradictions.values())) <= sum(
        map(len, then.findings.contradictions.values())
    )


# The fields of statements. No comment can stand above a line that begins with `^`, or behind one with `$`.
FIELDS = {
    "ada-first": [
        "speaker: ada",
        "source: gazette",
        "quote: >-\n^$  It’s over\n^$  at last",
        "said: 2021-03-08",
        "positions:\n  over: asserts",
        "also_in:\n- source: herald\n$  quote: The clerk was told",
    ],
    "ada-second": [
        "speaker: ada",
        "source: herald",
        "$quote: The thing’s over",
        '$translation: "It is\n^  over # no comment"',
        "to:\n- ben",
        "also_in:\n  - {source: herald, quote: The clerk was told}\n  - source: gazette\n"
        "    passage: |\n^$      said Ada Quill\n^$",
        "positions:\n  over: asserts\n  told: asserts",
    ],
    "third": ["speaker: ben", "source: gazette", "$quote: Nobody told us so", "positions: {told: denies}"],
}


@st.composite
def commented(draw: st.DrawFn, key: str) -> list[str]:
    """Write a statement in a block, with comments and blank lines anywhere, each comment with a number."""
    lines: list[str] = []
    words = (f"# {key} {number}" for number in range(100))
    parts = [f"  {key}:"]
    for field in draw(st.permutations(FIELDS[key])):
        needed = field.lstrip("$").startswith(("speaker", "source", "quote"))
        if not needed and not draw(st.booleans()):
            continue
        parts += [re.sub(r"^([$^]*)", r"\1    ", part) for part in field.split("\n")]
    for part in parts:
        line = part.lstrip("^$")
        indent = line[: len(line) - len(line.lstrip())]
        marks = part[: len(part) - len(line)]
        if "^" not in marks and draw(st.booleans()):
            above = ([f"{indent}{next(words)}"], [""], ["", f"    {next(words)}", ""])
            lines += draw(st.sampled_from(above))
        behind = "$" not in marks and draw(st.booleans())
        lines.append(f"{line}  {next(words)}" if behind else line.rstrip())
    return lines


def numbered(text: str) -> list[str]:
    """List the comments that `commented` wrote."""
    return sorted(re.findall(r"# [a-z-]+ [0-9]+", text))


@given(*map(commented, FIELDS), st.permutations([0, 1, 2]), st.sampled_from(["\n", "\r\n"]))
def test_every_comment_is_kept_once_and_other_records_stay_as_they_are(
    one: list[str], two: list[str], three: list[str], order: list[int], newline: str
) -> None:
    each = ["".join(f"{line}\n" for line in lines) for lines in (one, two, three)]
    before = folder("".join(each[index] for index in order), newline=newline)
    text = merge(before, "ada-first", "ada-second").files["records.yaml"].decode()
    assert numbered(text) == numbered("".join(each))
    # What stands above it may belong to the record before it.
    other = newline.join(three).strip()
    assert other[other.index("third:") :] in text
    assert text.count("\n") == text.count(newline)
