"""The order of dates whose first days are the same."""

from itertools import permutations

import pytest

from mkdocs_dossier.values.dates import EdtfDate


@pytest.mark.parametrize("day", ["2024-02-03", "0001-01-01", "0000-12-31", "-0044-03-15", "-9999-01-01"])
@pytest.mark.parametrize("before", ["../", "/"])
def test_what_has_no_start_goes_just_before_its_last_day_in_any_year(before: str, day: str) -> None:
    order = [f"{before}{day}", day, f"{day}/{day}", f"{day}/.."]
    for mixed in permutations(order):
        assert sorted(mixed, key=lambda text: EdtfDate.parse(text).sort_key) == order
