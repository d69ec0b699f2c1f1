"""Reports are read in order, whatever the processes do."""

import os

import pytest

from isnad.ledger.engines.pool import CHUNK, Work, map_in_order
from isnad.records import Report


def start(word: str) -> None:
    os.environ["STARTED"] = word


def read(report: Report) -> str:
    if "dies" in report.text:
        os._exit(9)
    return f"{report.id} {os.environ['STARTED']}"


def lost(report: Report) -> str:
    return f"{report.id} lost"


WORK: Work[str | None] = Work(read, lost, start, ("begun",))


def reports(number: int) -> list[Report | None]:
    return [None if at % 7 == 3 else Report(f"r{at}", "قصف") for at in range(number)]


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, CHUNK - 1, CHUNK, 10 * CHUNK + 5])
def test_order_is_kept_and_nothing_skipped(monkeypatch: pytest.MonkeyPatch, jobs: int, number: int) -> None:
    monkeypatch.setenv("STARTED", "")
    items = reports(number)
    found = list(map_in_order(WORK, items, lambda item: item, jobs))
    assert [item for item, _ in found] == items
    assert [result for _, result in found] == [None if item is None else f"{item.id} begun" for item in items]


def test_a_process_that_dies_loses_only_the_report_to_blame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STARTED", "")
    items = [Report(f"r{at}", "dies" if at in (5, 70) else "قصف") for at in range(6 * CHUNK)]
    found = {item.id: result for item, result in map_in_order(WORK, items, lambda item: item, 2)}
    assert len(found) == len(items)
    assert [id for id, result in found.items() if result and result.endswith("lost")] == ["r5", "r70"]
