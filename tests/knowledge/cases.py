"""The cases that stand in the knowledge files, and what the reader makes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from isnad.extract.claims.acts import find_candidates
from isnad.extract.draft import begin
from isnad.extract.read import read_report
from isnad.knowledge.files import HERE, read_yaml
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Claim, Report

NAMED = ("agent", "target", "counterpart", "place")
LOSSES = ("killed", "injured")


class Case(NamedTuple):
    """One sentence of a knowledge file and what must come out; `expect` is empty where nothing may.

    `act` is the act of the file, or that of `expect` where it names another.
    """

    name: str
    act: str
    text: str
    expect: Mapping[str, Any]


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case of every knowledge file, in the order of the files."""
    return tuple(case for path in sorted(HERE.rglob("*.yaml")) for case in _cases_of(path))


def _cases_of(path: Path) -> Iterator[Case]:
    data = read_yaml(path)
    cases = data.get("cases", {}).get("ar", []) if isinstance(data, dict) else []
    for n, row in enumerate(cases):
        expect = {} if row["expect"] == "nothing" else row["expect"]
        yield Case(f"{path.stem}-{n + 1}", expect.get("act", path.stem), row["text"], expect)


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def proposed(case: Case) -> set[str]:
    """The acts that any head of the sentence proposes."""
    return {c.act for c in find_candidates(begin(_report(case), knowledge()).field, knowledge())}


def claims_of(case: Case) -> list[Claim]:
    """The claims of the case's act that the whole reader finds."""
    return [claim for claim in read_report(_report(case), knowledge()).claims if claim.act == case.act]


def _report(case: Case) -> Report:
    """The sentence as a paragraph of its own: without its stop it would be read as a headline."""
    return Report(case.name, case.text + ".", published="2031-05-07")


def slots_met(case: Case) -> Iterator[tuple[str, bool]]:
    """(slot, met) for what the case expects; the claim that meets most is the one meant."""
    wanted = {slot: value for slot, value in case.expect.items() if slot != "act"}
    met = [{slot for slot, value in wanted.items() if _meets(claim, slot, value)} for claim in claims_of(case)]
    best = max(met, key=len, default=set())
    yield "act", bool(met)
    yield from ((slot, slot in best) for slot in wanted)


def _meets(claim: Claim, slot: str, value: Any) -> bool:
    if slot == "status":
        return bool(claim.status == value)
    if slot == "means":
        return bool(value in claim.means)
    if slot in LOSSES:
        return any(loss.harm == slot and loss.low == value for loss in claim.losses)
    fillers = claim.places if slot == "place" else getattr(claim, slot)
    return any(_same(value, name) for filler in fillers for name in (filler.text, filler.name))


def _same(wanted: str, read: str) -> bool:
    """Equal, or one is the other's beginning or end at a word («بلدة البارة», «البارة»)."""
    a, b = sorted((fold(wanted).split(), fold(read).split()), key=len)
    return bool(a) and (b[: len(a)] == a or b[-len(a) :] == a)


def shares() -> dict[str, tuple[int, int]]:
    """Slot → (met, expected) over all cases in which something must come out."""
    met: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for case in all_cases():
        for slot, good in slots_met(case) if case.expect else ():
            met[slot] += good
            every[slot] += 1
    return {slot: (met[slot], every[slot]) for slot in every}
