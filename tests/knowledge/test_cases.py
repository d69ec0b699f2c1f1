"""Every case of the knowledge files is read: what must be proposed is, what must not be claimed is not."""

from __future__ import annotations

import pytest

from .cases import Case, all_cases, claims_of, proposed, shares

RIGHT = [case for case in all_cases() if case.expect]
NOTHING = [case for case in all_cases() if not case.expect]

# Of the slots that cases name, the share that the whole reader must meet; a little below what was measured.
FLOORS = {
    "act": 0.41, "status": 0.66, "agent": 0.74, "target": 0.53, "counterpart": 0.57, "place": 0.60, "means": 0.85, "killed": 0.60,
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT, ids=lambda case: case.name)
def test_the_act_is_proposed(case: Case) -> None:
    assert case.act in proposed(case), case.text


@pytest.mark.parametrize("case", NOTHING, ids=lambda case: case.name)
def test_nothing_is_claimed(case: Case) -> None:
    assert [claim.trigger for claim in claims_of(case)] == [], case.text


def test_slots_keep_their_floors() -> None:
    measured = {slot: (met, every, round(met / every, 3)) for slot, (met, every) in shares().items()}
    print(measured)
    assert {slot: share for slot, share in measured.items() if share[2] < FLOORS.get(slot, 0.0)} == {}
