"""Dates as inputs give them."""

import pytest

from isnad.collect.dates import read_day


@pytest.mark.parametrize(
    "given", ["2020-12-22", "2020-12-22T10:00:00Z", "2020/12/22", " 2020-12-22 ", "٢٠٢٠-١٢-٢٢", "2020-12-22 23:59:59+03:00"]
)
def test_a_day_is_read(given: str) -> None:
    assert read_day(given) == ("2020-12-22", "")


@pytest.mark.parametrize("given", ["yesterday", "22/12/2020", "2020-13-01", "2020-02-30", 20201222, ["2020-12-22"], "0000-01-01"])
def test_what_is_no_date_is_said(given: object) -> None:
    day, warning = read_day(given)
    assert day is None and warning.startswith("date is no date")


@pytest.mark.parametrize("given", [None, ""])
def test_no_date_is_no_mistake(given: object) -> None:
    assert read_day(given) == (None, "")
