"""Scores on other projects' suites may not fall below their floors."""

from __future__ import annotations

import pytest

from tests.suites.reading import SUITES as FOLDER
from tests.suites.suites import SUITES, Suite
from tests.suites.undated import CORPUS, undated_figures


@pytest.mark.skipif(not FOLDER.exists(), reason="the suites are not beside the repository (../shared/suites)")
@pytest.mark.parametrize("suite", SUITES, ids=lambda s: s.name)
def test_the_score_keeps_its_floor(suite: Suite) -> None:
    right, every, faults = suite.measure()
    if not every:
        pytest.skip(f"{suite.name} is not there")
    assert right / every >= suite.floor, "\n".join(faults[:20])


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the repository (../shared/corpus)")
def test_undated_reports_are_seldom_dated_wrong() -> None:
    counts, wrong = undated_figures()
    assert counts["right"] >= 200
    assert counts["wrong"] <= 0.02 * (counts["right"] + counts["wrong"]), "\n".join(wrong)
