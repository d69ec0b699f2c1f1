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


def about(identity: str, day: str, act: str, sides: tuple[str, str] = ("army", "front")) -> tuple[Claim, Claim]:
    """A demand and its content."""
    content = replace(claim(identity, 1, act, day), status="demanded", links=(Link("content_of", "c0"),))
    return move(identity, "demand", day, sides), content


def test_one_party_that_talks_to_everybody_chains_nothing(engine: DuckEngine) -> None:
    others = [f"side {n}" for n in range(6)]
    fill(engine, *(report(f"r{n}", move(f"r{n}", "demand", "2031-03-01", ("envoy", other))) for n, other in enumerate(others)))
    assert find_threads(engine) == []


def test_the_same_parties_about_two_issues_are_two_threads(engine: DuckEngine) -> None:
    fill(
        engine,
        *(report(one, *about(one, day, act)) for one, day, act in (("a", "2031-03-01", "halt"), ("b", "2031-03-02", "release"))),
        *(report(one, *about(one, day, act)) for one, day, act in (("c", "2031-03-03", "halt"), ("d", "2031-03-04", "release"))),
    )
    assert sorted((thread.reports, thread.issues) for thread in find_threads(engine)) == [
        (("a", "c"), ("halt",)),
        (("b", "d"), ("release",)),
    ]


def test_a_move_that_fits_few_moves_of_a_thread_stays_out(engine: DuckEngine) -> None:
    council = ("army", "council")
    fill(
        engine,
        *(report(f"r{n}", *about(f"r{n}", f"2031-03-0{n}", "halt")) for n in (1, 2, 3)),
        report("s", *about("s", "2031-03-04", "halt", council)),
    )
    (thread,) = find_threads(engine)
    assert thread.reports == ("r1", "r2", "r3")


def test_the_parties_and_the_envoy_are_nobody_in_particular(engine: DuckEngine) -> None:
    def unnamed(identity: str) -> Claim:
        made = move(identity, "demand", "2031-03-01")
        return replace(made, counterpart=(Actor(TEXT[:3], 0, 3, "الأطراف"),), agent=(Actor(TEXT[:3], 0, 3, "المبعوث"),))

    fill(engine, report("a", unnamed("a")), report("b", unnamed("b")))
    assert find_threads(engine) == []
