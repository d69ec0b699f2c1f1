"""Groups: no chains, verdicts hold, the order of links does not matter."""

import random

from isnad.link.clusters import cluster
from isnad.link.groups import Edge, Told

HERE, THERE = frozenset({1}), frozenset({2})


def tellings(count: int) -> list[Told]:
    """So many claims, each of a report of its own, without day or place."""
    return [Told(report) for report in range(count)]


def grouped(edges: list[Edge], count: int, **verdicts: list[tuple[int, int]]) -> set[frozenset[int]]:
    found, _ = cluster(tellings(count), edges, 0.0, -1.0, **verdicts)
    return {frozenset(at for at, group in enumerate(found) if group == one) for one in set(found)}


def clique(*claims: int, weight: float = 5.0) -> list[Edge]:
    return [Edge(a, b, weight) for a in claims for b in claims if a < b]


def test_one_weak_link_does_not_draw_two_groups_together() -> None:
    edges = [*clique(0, 1, 2), *clique(3, 4, 5), Edge(2, 3, 1.0)]
    found, cuts = cluster(tellings(6), edges, 0.0, -1.0)
    assert len(set(found)) == 2
    assert [(cut.left, cut.right) for cut in cuts] == [(2, 3)] and "weak chain: mean weight -1.7" in cuts[0].reason


def test_a_pair_below_the_threshold_joins_nothing_but_counts() -> None:
    assert grouped([Edge(0, 1, -0.5)], 2) == {frozenset({0}), frozenset({1})}
    assert grouped([Edge(0, 1, 3.0), Edge(1, 2, 3.0), Edge(0, 2, -8.0)], 3) == {frozenset({0, 1}), frozenset({2})}


def test_claims_of_one_report_do_not_speak_against_each_other() -> None:
    found, _ = cluster([Told(0), Told(0), Told(1)], [Edge(0, 2, 3.0), Edge(1, 2, 3.0)], 0.0, -1.0)
    assert len(set(found)) == 1


def test_what_reports_tell_as_two_places_stays_two_however_alike_the_reports_are() -> None:
    told = [Told(report, None, spot) for spot in (HERE, THERE) for report in (0, 1)]
    _, cuts = cluster(told, [Edge(0, 1, 6.0), Edge(2, 3, 6.0), Edge(0, 3, 5.0), Edge(1, 2, 5.0)], 0.0, -1.0)
    assert {cut.reason for cut in cuts} == {"told as two: 2 of the reports tell both, at different places"}
    both = HERE | THERE
    found, _ = cluster([*told[:3], Told(1, None, both)], [Edge(0, 1, 6.0), Edge(0, 3, 5.0)], 0.0, -1.0)
    assert found[0] == found[1] == found[3]


def test_pairs_at_other_places_weigh_more_against_than_pairs_of_which_nothing_is_known() -> None:
    edges = [Edge(0, 1, 4.0), Edge(1, 2, 1.0)]
    assert len(set(cluster([Told(0), Told(1), Told(2)], edges, 0.0, -1.0)[0])) == 1
    apart = [Told(0, None, HERE), Told(1, None, HERE | THERE), Told(2, None, THERE)]
    assert len(set(cluster(apart, edges, 0.0, -1.0)[0])) == 2


def test_a_happening_does_not_stretch_over_many_days() -> None:
    told = [Told(0, (10, 10)), Told(1, (12, 12)), Told(2, (14, 14))]
    _, cuts = cluster(told, [Edge(0, 1, 3.0), Edge(1, 2, 2.0)], 0.0, -9.0)
    assert [cut.reason for cut in cuts] == ["days: together the two groups would stretch over 5 days"]


def test_verdicts_come_first() -> None:
    edges = [*clique(0, 1, 2), *clique(3, 4)]
    assert frozenset({0, 1, 2, 3, 4}) in grouped(edges, 5, together=[(0, 3)])
    assert frozenset({1, 2}) in grouped(edges, 5, apart=[(0, 1), (0, 2)])
    _, cuts = cluster(tellings(5), edges, 0.0, -1.0, apart=[(0, 1), (0, 2)])
    assert {cut.reason for cut in cuts} == {"verdict: not the same"}


def test_the_order_of_links_does_not_matter() -> None:
    chance = random.Random(7)
    edges = [Edge(a, b, chance.uniform(-4, 6)) for a in range(9) for b in range(a + 1, 9)]
    wanted = grouped(edges, 9)
    for _ in range(20):
        chance.shuffle(edges)
        assert grouped(edges, 9) == wanted
