"""What `dossier rename` changes, and what it refuses."""

from dataclasses import replace

import pytest

from mkdocs_dossier.authoring.reading import with_files
from mkdocs_dossier.authoring.refusal import RefusedError
from mkdocs_dossier.authoring.renaming import Renamed, rename, section_named
from mkdocs_dossier.dossier.folder import Folder
from mkdocs_dossier.loading import load
from mkdocs_dossier.values.refs import Section
from tests.authoring.small_dossier import RECORDS, folder

SETTINGS = "title: Invented\nlead: it-is-over  # the lead\nsummary: See [[it-is-over]].\n"


def renamed(section: Section, old: str, new: str, records: str = RECORDS) -> tuple[str, Renamed]:
    """Rename in the small dossier; gives the text of its records then."""
    before = folder(records, SETTINGS)
    result = rename(before, section, old, new)
    yaml = {path: content for path, content in result.files.items() if path.endswith(".yaml")}
    after = with_files(before, yaml)
    assert rules(after) == rules(before)
    return after.yaml["gazette.yaml"].decode(), result


def rules(content: Folder) -> list[str]:
    return sorted(problem.rule for problem in load(content).problems)


def expected(*swaps: tuple[str, str]) -> str:
    records = folder().yaml["gazette.yaml"].decode()
    for old, new in swaps:
        assert old in records
        records = records.replace(old, new)
    return records


def test_an_actor_is_renamed_in_definition_references_and_prose() -> None:
    records, result = renamed("actors", "ada-quill", "mayor-quill")
    assert records == expected(("ada-quill", "mayor-quill"))
    assert result.places == 5
    assert result.files["redirects.csv"].decode().endswith("\nactors/ada-quill,actors/mayor-quill\n")


def test_a_claim_is_renamed_as_the_lead_as_a_key_and_in_the_summary() -> None:
    records, result = renamed("claims", "it-is-over", "over")
    assert records == expected(("it-is-over", "over"))
    assert result.files["dossier.yaml"].decode() == SETTINGS.replace("it-is-over", "over")


def test_other_records_and_labels_of_the_same_words_stay() -> None:
    records = RECORDS.replace("  gazette:", "  it-is-over:").replace("source: gazette", "source: it-is-over")
    records = records.replace("see [[it-is-over]]", "see [[claim/it-is-over|it-is-over]]")
    before = folder(records, SETTINGS.replace("[[it", "[[claims/it"))
    result = rename(before, "claims", "it-is-over", "over")
    after = result.files["gazette.yaml"].decode()
    assert "  it-is-over:\n    title" in after
    assert "source: it-is-over" in after
    assert "[[claim/over|it-is-over]]" in after
    assert "positions: {over: asserts}" in after
    assert result.files["dossier.yaml"].decode().endswith("[[claims/over]].\n")


def test_a_link_that_may_mean_two_records_is_refused() -> None:
    records = RECORDS.replace("  gazette:", "  it-is-over:").replace("source: gazette", "source: it-is-over")
    with pytest.raises(RefusedError, match="may mean more than one record"):
        rename(folder(records), "claims", "it-is-over", "over")


def test_links_get_their_kind_where_the_new_id_is_one_of_another_kind() -> None:
    records, _ = renamed("actors", "ada-quill", "it-is-over")
    assert "[[actor/it-is-over]] said" in records
    assert "see [[claim/it-is-over]]" in records
    assert "[[actor/ben-sorrel|the clerk]]" in records


@pytest.mark.parametrize(
    ("section", "old", "new", "message"),
    [
        ("actors", "ada-quil", "mayor", "There is no actor `ada-quil`"),
        ("claims", "ada-quill", "mayor", "There is no claim `ada-quill`"),
        ("actors", "ada-quill", "ben-sorrel", "is there already, at gazette.yaml:18:3"),
        ("actors", "ada-quill", "ada-quill", "is there already"),
        ("actors", "ada-quill", "Ada Quill", "is not an id"),
        ("actors", "ada-quill", "../x", "is not an id"),
    ],
)
def test_what_cannot_be_renamed_is_refused(section: Section, old: str, new: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        rename(folder(), section, old, new)


def test_a_dossier_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"first at gazette\.yaml:\d+:\d+"):
        rename(folder(RECORDS.replace("kind: person\n", "knd: person\n")), "actors", "dunwold", "x")


def test_ids_keep_their_quotation_marks_and_spaces() -> None:
    records = RECORDS.replace("    speaker: ada-quill\n", '    speaker: " ada-quill "  # she\n')
    records = records.replace("{{it-is-over: asserts}}", "{{' it-is-over': asserts}}")
    after, _ = renamed("actors", "ada-quill", "mayor", records)
    assert '    speaker: " mayor "  # she\n' in after
    after, _ = renamed("claims", "it-is-over", "over", records)
    assert "{' over': asserts}" in after


def test_an_id_that_is_shared_by_an_alias_is_renamed_once() -> None:
    records = RECORDS.replace("    speaker: ada-quill\n", "    speaker: &she ada-quill\n").replace(
        "to: [ben-sorrel, 'ada-quill']", "to: [*she]"
    )
    after, _ = renamed("actors", "ada-quill", "mayor", records)
    assert "speaker: &she mayor\n    to: [*she]\n" in after


def test_a_body_that_is_named_as_a_list_of_one_is_renamed() -> None:
    records = RECORDS.replace("kind: person}}", "kind: person, part_of: dunwold}}")
    after, _ = renamed("actors", "dunwold", "dunwold-council", records)
    assert "part_of: dunwold-council}" in after


def test_a_redirect_is_added_and_one_from_the_new_address_is_removed() -> None:
    redirects = b"# mine\nactors/mayor,actors/ada-quill\nclaims/x,claims/it-is-over"
    after = rename(replace(folder(), redirects=redirects), "actors", "ada-quill", "mayor").files[
        "redirects.csv"
    ]
    assert after == b"# mine\nclaims/x,claims/it-is-over\nactors/ada-quill,actors/mayor\n"


def test_renaming_there_and_back_gives_the_same_files() -> None:
    before = folder()
    there = rename(before, "actors", "ada-quill", "mayor").files
    middle = with_files(before, {"gazette.yaml": there["gazette.yaml"]})
    back = rename(replace(middle, redirects=there["redirects.csv"]), "actors", "mayor", "ada-quill").files
    assert back["gazette.yaml"] == before.yaml["gazette.yaml"]
    assert back["redirects.csv"].endswith(b"renamed.\nactors/mayor,actors/ada-quill\n")


def test_a_kind_is_read_in_singular_and_plural() -> None:
    assert section_named("claim") == section_named("claims") == "claims"
    with pytest.raises(RefusedError, match="no kind"):
        section_named("clam")
