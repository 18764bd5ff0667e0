"""One form for what is typed in several."""

import pytest

from mkdocs_dossier.text.typing import as_typed


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("Basīm al-ʿAwādī", "basim al-awadi"),
        ("أَرْبِيل", "اربيل"),
        ("مدينة", "مدينه"),
        ("على", "علي"),
        ("ی", "ي"),
        ("٢٠٢٤", "2024"),
        ("۲۰۲۴", "2024"),
        ("O’Brien", "obrien"),
        ("STRAẞE", "strasse"),
    ],
)
def test_the_form_is_without_what_is_left_out_or_confused(typed: str, form: str) -> None:
    assert as_typed(typed) == form
