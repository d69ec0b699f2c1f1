"""A report rewritten without meaning anything else tells the same claims; one read twice gives the same rows."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.records import Report

from .rewritings import REWRITINGS, told
from .samples import read, samples

Rewriting = Callable[[str], str]


def rewritten(report: Report, *rewritings: Rewriting) -> Report:
    text, title = report.text, report.title or ""
    for rewriting in rewritings:
        text, title = rewriting(text), rewriting(title)
    return msgspec.structs.replace(report, text=text, title=title)


@pytest.mark.parametrize("rewriting", REWRITINGS, ids=lambda rewriting: rewriting.__name__)
def test_claims_stay(rewriting: Rewriting) -> None:
    changed = [r.id for r in samples() if told(read(rewritten(r, rewriting))) != told(read(r))]
    assert changed == []


@settings(deadline=None, max_examples=40)
@given(report=st.sampled_from(samples()), order=st.permutations(REWRITINGS), many=st.integers(2, len(REWRITINGS)))
def test_claims_stay_under_several_at_once(report: Report, order: list[Rewriting], many: int) -> None:
    assert told(read(rewritten(report, *order[:many]))) == told(read(report))


@settings(deadline=None, max_examples=40)
@given(report=st.sampled_from(samples()), between=st.sampled_from(samples()))
def test_read_twice_gives_equal_readings(report: Report, between: Report) -> None:
    first = read(report)
    read(between)
    assert read(report) == first
