"""A ledger of invented reports, each told in one line: who tells what of which place and day, and at what cost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from isnad.collect.identity import hash_report, sha256
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.ledger.append import Read, append_batch
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.runs import begin_run, new_run
from isnad.records import Actor, Claim, Loss, Place, Published, Reading, Report, Signature, Span, Speaker, Status, Time

TEXT = "نص مخترع " * 20


def place(name: str, lat: float = 35.0, lon: float = 38.0) -> Place:
    return Place(TEXT[:3], 0, 3, name, kind="village", lat=lat, lon=lon, precision="exact")


def killed(low: int, whom: str = "person", **more: object) -> Loss:
    return Loss("killed", whom, low, low, **more)  # type: ignore[arg-type]


def claim(
    report: str,
    number: int = 0,
    act: str = "shell",
    day: str | None = "2031-05-04",
    where: Place | None = None,
    losses: tuple[Loss, ...] = (),
    status: Status = "happened",
    agent: str = "sdf",
    speaker: str = "",
) -> Claim:
    return Claim(
        f"c{number}",
        report,
        act,
        status,
        (Span(0, 9),),
        Span(number, number + 3),
        (Actor(TEXT[:3], 0, 3, agent, agent),),
        places=(where,) if where else (),
        time=Time(day, day, "day") if day else None,
        losses=losses,
        means=("rocket",),
        speakers=(Speaker(TEXT[:3], 0, 3, speaker, speaker),) if speaker else (),
    )


def report(
    identity: str, *claims: Claim, published: str | None = "2031-05-04", wire: tuple[str, ...] = (), minhash: tuple[int, ...] = ()
) -> Read:
    raw = sha256(identity.encode())
    told = Report(identity, TEXT, "", f"outlet {identity}", None, published, "ar", hash_report("", TEXT), raw, identity)
    reading = Reading(identity, Published(published), claims=claims, wire=wire, signature=Signature(minhash))
    return Read(told, reading, identity.encode())


def fill(engine: DuckEngine, *reads: Read) -> None:
    run = new_run(engine, "k", {}, [])
    begin_run(engine, run)
    append_batch(engine, run, reads)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[DuckEngine]:
    with DuckEngine(tmp_path / "ledger.duckdb", write=True) as engine:
        yield engine


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()
