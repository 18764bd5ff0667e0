"""What becomes of a quotation in later versions of its source."""

import pytest

from mkdocs_dossier.document.markdown import write_page
from mkdocs_dossier.loading import Loaded
from mkdocs_dossier.site import make_site
from mkdocs_dossier.values.refs import Ref
from tests.support import dossier_of, errors, sound

TOLD, RAIN, SUN = "“We told them all,” Mara Voss said. ", "It rained all day. ", "Then the sun came. "


def loaded(quote: str, *texts: str, rights: str = "quote") -> Loaded:
    versions = ", ".join(
        f"{{text: v{number}.txt, retrieved: 2024-02-0{number + 1}}}" for number in range(len(texts))
    )
    records = f"""\
sources:
  s: {{title: S, rights: {rights}, texts: [{versions}]}}
actors:
  voss: {{name: Mara Voss, kind: person}}
statements:
  it: {{speaker: voss, source: s, quote: {quote}}}
"""
    return dossier_of(records, {f"v{number}.txt": text for number, text in enumerate(texts)})


def fate(found: Loaded) -> tuple[int | None, tuple[bool, ...]]:
    checked = found.findings.words_of("it")
    return checked.version, checked.fate


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((TOLD,), (0, (True,))),
        ((TOLD + RAIN, RAIN), (0, (True, False))),
        ((TOLD, RAIN, TOLD + SUN), (2, (True, False, True))),
        ((RAIN, RAIN + TOLD), (1, (False, True))),
        ((RAIN, SUN), (1, (False, False))),
    ],
)
def test_the_newest_version_that_has_the_words_is_that_in_which_they_stand(
    texts: tuple[str, ...], expected: tuple[int, tuple[bool, ...]]
) -> None:
    found = loaded("We told them all", *texts)
    assert fate(found) == expected
    assert [one.rule for one in errors(found)] == ([] if any(expected[1]) else ["quote-not-found"])
    match = found.findings.words_of("it").quote[0].match
    assert (match is not None) == any(expected[1])
    if match:
        text = found.dossier.text_in(*found.findings.words_of("it").place)
        assert text is not None
        assert text.text[match.start : match.end] == "We told them all"


def test_all_fragments_must_stand_in_one_version() -> None:
    found = loaded("[We told them all, the sun came]", TOLD, SUN)
    assert fate(found) == (1, (False, False))
    assert [one.rule for one in errors(found)] == ["quote-not-found"]


def test_a_quotation_that_is_gone_is_warned_of() -> None:
    rules = [
        [one.rule for one in loaded("We told them all", *texts).problems]
        for texts in ((TOLD, RAIN), (RAIN, TOLD))
    ]
    assert ["quote-dropped" in one for one in rules] == [True, False]


def shown(found: Loaded, path: str) -> str:
    return next(write_page(one) for one in make_site(found).pages if one.path == path)


def test_its_page_shows_it_in_the_version_that_has_it_and_says_which_have_not() -> None:
    page = shown(loaded("We told them all", RAIN + TOLD, RAIN + SUN), "statements/it/index.md")
    assert "“<mark>We told them all</mark>,” Mara Voss said." in page
    assert "no longer in that of" in page
    assert "no longer" not in shown(loaded("We told them all", TOLD, TOLD), "statements/it/index.md")
    assert "not in that of" in shown(loaded("We told them all", RAIN, TOLD), "statements/it/index.md")


def test_the_page_of_the_source_lists_the_versions_and_counts_of_the_newest_alone() -> None:
    page = shown(loaded("We told them all", TOLD, RAIN, rights="publish"), "sources/s/index.md")
    assert "Versions of the text" in page
    assert page.index("1 of 1") > page.index("0 of 1")
    assert "The passages quoted from it are 0% of its text." in page
    assert "It rained all day." in page
    assert "<mark>" not in page


def test_what_is_left_out_of_one_version_is_hidden_in_that_one_alone() -> None:
    found = loaded("'We […] all'", TOLD, RAIN)
    assert found.findings.hidden == {("s", 0): [(3, 14)]}


def test_a_reply_is_looked_up_where_it_names_a_source() -> None:
    records = """\
sources: {s: {title: S, text: s.txt}}
actors: {voss: {name: Mara Voss, kind: person}}
claims:
  c:
    text: They were told.
    replies:
      - {actor: voss, text: REPLY, source: s}
      - {actor: voss, on: 2024-02-07, text: Nobody asked me.}
"""
    found = sound(records.replace("REPLY", "We told them all"), {"s.txt": TOLD})
    assert [path for owner, path in found.findings.quotations if owner == Ref("claims", "c")] == [
        ("replies", 0)
    ]
    page = shown(found, "claims/c/index.md")
    assert page.index("“We told them all”") < page.index("word for word") < page.index("“Nobody asked me.”")
    assert "sent to the dossier" in page
    [wrong] = errors(dossier_of(records.replace("REPLY", "We told nobody"), {"s.txt": TOLD}))
    assert (wrong.rule, wrong.location.line, wrong.location.column) == ("quote-not-found", 7, 29)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ("text: a.txt, texts: [{text: a.txt}]", "missing-field"),
        ("texts: [{text: a.txt}], locators: b.csv", "missing-field"),
        (f"texts: [{{text: a.txt}}], sha256: {'0' * 64}", "missing-field"),
        ("texts: [{sha256: x}]", "missing-field"),
        ("texts: [{text: b.txt}]", "text-not-found"),
        (f"texts: [{{text: a.txt, sha256: {'0' * 64}}}]", "sha256-mismatch"),
    ],
)
def test_what_is_wrong_with_versions_is_named(fields: str, rule: str) -> None:
    found = errors(dossier_of(f"sources: {{s: {{title: S, {fields}}}}}", {"a.txt": TOLD}))
    assert rule in {one.rule for one in found}
