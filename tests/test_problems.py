"""Problems can be read, whatever an author wrote."""

from mkdocs_dossier.problems import LONGEST, Location, error, warning


def test_a_message_keeps_the_start_and_the_end_of_what_is_very_long() -> None:
    found = error(Location("f.yaml"), "rule", f"There is no `{'x' * 1_000_000}` here.", "y" * 2_000)
    assert found.message.startswith("There is no `xxx")
    assert found.message.endswith("xxx` here.")
    assert "x … x" in found.message
    assert max(len(found.message), len(found.hint)) <= LONGEST + 1


def test_a_message_of_usual_length_is_whole() -> None:
    assert warning(Location("f.yaml"), "rule", "m" * LONGEST).message == "m" * LONGEST
