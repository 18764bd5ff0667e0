"""References: one way to name a record, written in two."""

import pytest

from mkdocs_dossier.values.refs import SECTION_OF, SECTIONS, SINGULAR, Ref, Section


@pytest.mark.parametrize("section", SECTIONS)
def test_a_record_is_written_by_its_kind_and_stands_at_the_address_of_its_section(section: Section) -> None:
    ref = Ref(section, "a-b")
    assert str(ref) == f"{SINGULAR[section]}/a-b"
    assert ref.kind == SINGULAR[section]
    assert ref.address == f"{section}/a-b"
    assert SECTION_OF[ref.kind] == section


def test_references_are_compared_by_value_and_sorted_by_section_and_id() -> None:
    assert Ref("events", "a") == Ref("events", "a") != Ref("actors", "a")
    refs = [Ref("events", "a"), Ref("actors", "b"), Ref("actors", "a")]
    assert sorted(refs) == [Ref("actors", "a"), Ref("actors", "b"), Ref("events", "a")]
