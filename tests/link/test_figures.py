"""Every policy, on the cases that analysts try first."""

from typing import Any

import pytest

from isnad.link.figures import figures_of, policies
from isnad.link.figures.tellings import read_tellings
from isnad.records import Figure


def loss(low: int, whom: str = "person", harm: str = "killed", high: int | None = -1, **more: Any) -> dict[str, Any]:
    return {
        "harm": harm,
        "whom": whom,
        "low": low,
        "high": low if high == -1 else high,
        "part_of": "",
        "vague": "",
        "total": False,
        **more,
    }


def told(
    voice: str, *losses: dict[str, Any], day: str = "2031-03-04", status: str = "happened", agent: str = "", mouth: str = ""
) -> dict[str, Any]:
    return {
        "id": f"c-{voice}-{day}-{len(losses)}",
        "report": f"r-{voice}-{day}",
        "voice": voice,
        "published": day,
        "status": status,
        "losses": list(losses),
        "agent": [{"id": agent}] if agent else [],
        "speakers": [{"id": mouth}] if mouth else [],
    }


def figure(policy: str, *claims: dict[str, Any], whom: str = "any", harm: str = "killed") -> Figure:
    found = [one for one in figures_of(read_tellings(claims)) if (one.policy, one.whom, one.harm) == (policy, whom, harm)]
    assert len(found) == 1
    return found[0]


def numbers(found: Figure) -> tuple[int | None, int | None, int | None]:
    return found.low, found.best, found.high


DISPUTED = (told("army", loss(3)), told("observatory", loss(12)), told("hospital", loss(12)))


def test_policies_are_found_by_their_files() -> None:
    assert list(policies()) == ["latest", "low_best_high", "lowest", "majority_of_independent", "range_and_grade"]


@pytest.mark.parametrize(
    ("policy", "wanted"),
    [
        ("lowest", (3, 3, 3)),
        ("low_best_high", (3, 12, 12)),
        ("majority_of_independent", (12, 12, 12)),
        ("range_and_grade", (3, None, 12)),
    ],
)
def test_a_disputed_toll(policy: str, wanted: tuple[int | None, ...]) -> None:
    assert numbers(figure(policy, *DISPUTED)) == wanted


def test_copies_count_once() -> None:
    copies = [told("wire", loss(4), day=f"2031-03-0{day}") for day in range(4, 9)]
    found = figure("majority_of_independent", *copies, told("b", loss(9)))
    assert numbers(found) == (None, None, None) and found.reason == "no majority: 1 of 2 independent voices"


def test_a_running_total_replaces_and_never_adds() -> None:
    rising = [
        told("a", loss(number, total=number > 5), day=f"2031-03-{day:02}") for number, day in ((5, 9), (8, 9), (11, 10), (14, 11))
    ]
    assert numbers(figure("latest", *rising)) == (14, 14, 14)
    assert numbers(figure("low_best_high", *rising)) == (14, 14, 14)
    assert figure("latest", *rising).reason == "running total of 2031-03-11, 1 independent voice"


def test_a_part_is_never_added() -> None:
    found = figure("latest", told("a", loss(7, "civilian"), loss(2, "child", part_of="civilian")))
    assert numbers(found) == (7, 7, 7)
    assert numbers(figure("latest", told("a", loss(12), loss(4, "child", part_of="person")))) == (12, 12, 12)


def test_groups_told_side_by_side_add_up_and_a_whole_stands_for_all() -> None:
    assert figure("latest", told("a", loss(2, "civilian"), loss(3, "fighter"))).best == 5
    assert figure("latest", told("a", loss(2, "civilian"), loss(3, "fighter"), loss(5))).best == 5
    assert figure("latest", told("a", loss(2, "civilian"), loss(3, "fighter")), whom="civilian").best == 2


@pytest.mark.parametrize(("vague", "low", "wanted"), [("tens", 20, 10), ("dozens", 24, 12), ("hundreds", 200, 100)])
def test_vague_classes_go_by_the_policy(vague: str, low: int, wanted: int) -> None:
    claims = (told("a", loss(low, high=None, vague=vague)),)
    assert figure("lowest", *claims).low == wanted
    assert figure("low_best_high", *claims).low == low


def test_an_open_upper_bound_stays_open_in_latest() -> None:
    assert numbers(figure("latest", told("a", loss(5, high=None)))) == (5, 5, None)
    assert numbers(figure("low_best_high", told("a", loss(5, high=None)))) == (5, 5, 5)


def test_a_denial_is_shown_and_not_counted() -> None:
    denied = told("army", status="denied")
    found = figure("low_best_high", *DISPUTED, denied)
    assert numbers(found) == (3, 12, 12) and found.reason == "best: 2 of 3 independent voices; 1 claim denies it"
    assert figure("range_and_grade", *DISPUTED, denied).grade == "contested"


def test_only_denied_has_no_number() -> None:
    found = figure("lowest", told("army", loss(9), status="denied"))
    assert numbers(found) == (None, None, None) and found.reason == "only denied; 1 claim denies it"


def test_grades() -> None:
    assert figure("range_and_grade", told("a", loss(1))).grade == "weak"
    assert figure("range_and_grade", told("a", loss(1)), told("b", loss(1))).grade == "fair"
    assert figure("range_and_grade", told("a", loss(1), agent="x", mouth="x"), told("b", loss(1))).grade == "confirmed"
    assert figure("range_and_grade", told("a", loss(1), agent="x"), told("b", loss(1), agent="y")).grade == "contested"


def test_every_figure_names_claims_it_comes_from() -> None:
    for found in figures_of(read_tellings(DISPUTED)):
        assert set(found.claims) <= {claim["id"] for claim in DISPUTED} and found.reason and found.claims
