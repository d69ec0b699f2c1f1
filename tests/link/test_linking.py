"""From claims to incidents, in a ledger: what comes together, what stays alone, and that it does not matter how it came in."""

from typing import Any

import pytest

from isnad.collect.identity import hash_report
from isnad.knowledge.load import Knowledge
from isnad.ledger.append import Read
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.verdicts import give_verdict
from isnad.ledger.verify import verify
from isnad.link.happenings import Linked, link_ledger
from isnad.link.model import load_model

from .conftest import claim, fill, killed, place, report

BURJ, TALL = place("برج مخترع"), place("تل مخترع", 36.5, 40.0)


def link(engine: DuckEngine, knowledge: Knowledge, everything: bool = False) -> Linked:
    return link_ledger(engine, knowledge, load_model(), everything)


def incidents(engine: DuckEngine) -> set[frozenset[str]]:
    return {frozenset(row["reports"]) for row in engine.query("SELECT reports FROM current_incidents")}


def rows(engine: DuckEngine) -> list[dict[str, Any]]:
    found = engine.query("SELECT * EXCLUDE (run) FROM current_incidents ORDER BY id")
    figures = engine.query("SELECT * EXCLUDE (run) FROM figures WHERE run = (SELECT max(run) FROM incidents) ORDER BY ALL")
    links = engine.query("SELECT * EXCLUDE (run) FROM links WHERE run = (SELECT max(run) FROM incidents) ORDER BY ALL")
    return [*found, *figures, *links]


def tell(identity: str, day: str | None = "2031-05-04", **more: Any) -> Read:
    return report(identity, claim(identity, day=day, **{"where": BURJ, "losses": (killed(7),), **more}), published=day)


def test_two_reports_of_one_day_and_place_are_one_incident(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, tell("a"), tell("b"), tell("c", "2031-06-20"), tell("d", where=TALL))
    assert link(engine, knowledge).shared == 1
    assert incidents(engine) == {frozenset("ab"), frozenset("c"), frozenset("d")}
    row = engine.query("SELECT * FROM current_incidents WHERE len(reports) = 2")[0]
    assert (row["start"], row["end"], row["act"], row["voices"], row["place"]["name"]) == (
        "2031-05-04",
        "2031-05-04",
        "shell",
        2,
        "برج مخترع",
    )
    assert row["id"] == f"shell-{row['claims'][0][1:9]}"


def test_every_link_is_explained_field_by_field(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, tell("a"), tell("b"))
    link(engine, knowledge)
    found = engine.query("SELECT agreements::JSON AS told, agreements, weight, probability, cut FROM links")[0]
    assert '"days":["same day told",0.1]' in found["agreements"] and '"act":["same act",' in found["agreements"]
    assert found["weight"] > 0 and found["probability"] > 0.5 and found["cut"] == ""


def test_a_claim_without_day_or_place_stays_alone_or_links_by_what_it_has(engine: DuckEngine, knowledge: Knowledge) -> None:
    alone = report("n", claim("n", day=None, losses=()), published=None)
    fill(engine, tell("a"), alone)
    link(engine, knowledge)
    assert incidents(engine) == {frozenset("a"), frozenset("n")}


def test_planned_and_demanded_acts_are_no_happening(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, tell("a", status="planned"), tell("b", status="demanded"), tell("c", act="meet"))
    assert link(engine, knowledge).claims == 0


def test_a_denial_joins_what_it_denies(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, tell("a"), tell("b", status="denied", losses=()), tell("c"))
    link(engine, knowledge)
    assert incidents(engine) == {frozenset("abc")}
    reasons = {row["reason"] for row in engine.query("SELECT reason FROM figures WHERE policy = 'lowest' AND harm = 'killed'")}
    assert reasons == {"lowest of 2 independent voices; 1 claim denies it"}


def test_who_only_recalls_it_is_no_report_of_it(engine: DuckEngine, knowledge: Knowledge) -> None:
    late = report("z", claim("z", where=BURJ, losses=(killed(7),)), published="2031-05-30")
    fill(engine, tell("a"), tell("b"), late)
    link(engine, knowledge)
    row = engine.query("SELECT * FROM current_incidents WHERE len(claims) = 3")[0]
    assert row["reports"] == ["a", "b"] and row["voices"] == 2


READS = [
    tell("a"),
    tell("b"),
    tell("c", "2031-05-05"),
    tell("d", where=TALL),
    tell("e", where=TALL, losses=(killed(3),)),
    tell("f", act="harm"),
    report("g", claim("g", where=BURJ, losses=(killed(7),)), claim("g", 1, where=TALL, losses=(killed(3),))),
    tell("h", "2031-05-20"),
    tell("i", None),
]


@pytest.mark.parametrize("cut", [1, 4, 6, 8])
def test_in_two_goes_as_all_at_once(engine: DuckEngine, knowledge: Knowledge, cut: int) -> None:
    fill(engine, *READS[:cut])
    link(engine, knowledge)
    fill(engine, *READS[cut:])
    second = link(engine, knowledge)
    stepwise = rows(engine)
    assert link(engine, knowledge, everything=True).compared == 10
    assert rows(engine) == stepwise and second.compared <= 10


def test_linking_again_adds_nothing(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, *READS)
    first = link(engine, knowledge)
    assert link(engine, knowledge) == first
    assert engine.query("SELECT count(DISTINCT run) AS n FROM incidents")[0]["n"] == 1


def test_a_report_far_off_leaves_the_others_uncompared(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, tell("a"), tell("b"))
    link(engine, knowledge)
    fill(engine, tell("z", "2031-09-09", where=TALL))
    assert link(engine, knowledge).compared == 1


def claims_by_report(engine: DuckEngine) -> dict[str, str]:
    return {row["report"]: row["id"] for row in engine.query("SELECT id, report FROM current_claims")}


def test_not_the_same_is_obeyed_and_taken_back(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, tell("a"), tell("b"))
    link(engine, knowledge)
    ids = claims_by_report(engine)
    verdict = give_verdict(engine, "not_same", [ids["a"], ids["b"]], "coder", "two villages of one name")
    link(engine, knowledge)
    assert incidents(engine) == {frozenset("a"), frozenset("b")}
    assert engine.query("SELECT cut FROM links ORDER BY run DESC")[0]["cut"] == "verdict: not the same"
    fill(engine, tell("c"))
    link(engine, knowledge)
    assert {frozenset("a"), frozenset("b")} & {frozenset(group - {"c"}) for group in incidents(engine)}
    give_verdict(engine, "undo", verdict.subjects, "coder", "they are one", undoes=verdict.id)
    link(engine, knowledge)
    assert incidents(engine) == {frozenset("abc")}


def test_merge_and_split_hold_in_later_runs(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, tell("a"), tell("b"), tell("d", "2031-08-08", where=TALL))
    link(engine, knowledge)
    ids = [row["id"] for row in engine.query("SELECT id FROM current_incidents ORDER BY id")]
    merge = give_verdict(engine, "merge", ids, "coder", "one operation")
    link(engine, knowledge)
    assert incidents(engine) == {frozenset("abd")}
    whole = engine.query("SELECT id FROM current_incidents")[0]["id"]
    give_verdict(engine, "split", [whole, claims_by_report(engine)["d"]], "coder", "another day")
    fill(engine, tell("x", "2031-11-11"))
    link(engine, knowledge)
    assert incidents(engine) == {frozenset("ab"), frozenset("d"), frozenset("x")}
    give_verdict(engine, "undo", merge.subjects, "coder", "no", undoes=merge.id)
    link(engine, knowledge)
    assert frozenset("d") in incidents(engine)
    assert list(verify(engine, hash_report)) == []


def test_tampering_with_a_verdict_shows(engine: DuckEngine, knowledge: Knowledge) -> None:
    for reason in ("first", "second"):
        give_verdict(engine, "same", ["c1", "c2"], "coder", reason)
    assert list(verify(engine, hash_report)) == []
    engine.query("UPDATE verdicts SET because = 'other' WHERE position = 0")
    assert any("chain of verdicts is broken" in sentence for sentence in verify(engine, hash_report))
