"""Moves of one negotiation stand in one thread."""

from msgspec.structs import replace

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.threads import find_threads
from isnad.records import Actor, Claim, Link

from .conftest import TEXT, claim, fill, report


def move(
    identity: str, act: str, day: str, sides: tuple[str, str] = ("army", "front"), number: int = 0, links: tuple[Link, ...] = ()
) -> Claim:
    made = claim(identity, number, act, day, agent=sides[0])
    return replace(made, counterpart=(Actor(TEXT[:3], 0, 3, sides[1], sides[1]),), links=links)


def test_demand_offer_refusal_deal_and_breach_are_one_thread(engine: DuckEngine) -> None:
    days = {"demand": "15", "offer": "17", "reject": "19", "agree": "24", "breach": "27"}
    fill(engine, *(report(act, move(act, act, f"2031-03-{day}")) for act, day in days.items()))
    (thread,) = find_threads(engine)
    assert len(thread.claims) == 5 and thread.parties == ("army", "front")
    assert (thread.start, thread.end, thread.reports) == ("2031-03-15", "2031-03-27", tuple(days))


def test_other_parties_and_long_pauses_begin_another(engine: DuckEngine) -> None:
    fill(
        engine,
        report("a", move("a", "demand", "2031-03-01")),
        report("b", move("b", "reject", "2031-03-02")),
        report("c", move("c", "demand", "2031-03-02", ("council", "office"))),
        report("d", move("d", "demand", "2031-06-01")),
        report("e", move("e", "offer", "2031-06-02")),
    )
    assert sorted(thread.reports for thread in find_threads(engine)) == [("a", "b"), ("d", "e")]


def test_a_link_of_the_report_joins_and_its_content_is_the_issue(engine: DuckEngine) -> None:
    demand = move("a", "demand", "2031-03-01", ("council", ""))
    content = replace(claim("a", 1, "withdraw", "2031-03-01"), status="demanded", links=(Link("content_of", "c0"),))
    reply = move("a", "reject", "2031-03-03", ("army", ""), 2, (Link("in_response_to", "c0"),))
    fill(engine, report("a", demand, content, reply))
    (thread,) = find_threads(engine)
    assert len(thread.claims) == 2 and thread.issues == ("withdraw",)


def test_a_meeting_alone_is_no_negotiation(engine: DuckEngine) -> None:
    fill(engine, report("a", move("a", "meet", "2031-03-01")), report("b", move("b", "meet", "2031-03-02")))
    assert find_threads(engine) == []
