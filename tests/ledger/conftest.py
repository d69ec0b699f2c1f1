"""A ledger with one report whose reading fills every field, made by hand so that no extraction is needed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from isnad.collect.identity import hash_report, sha256
from isnad.ledger.append import Aside, Read
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.runs import Run
from isnad.records import (
    Act,
    Actor,
    Block,
    Candidate,
    Claim,
    Clause,
    Count,
    Label,
    Link,
    Loss,
    Place,
    Published,
    Reading,
    Report,
    SetAside,
    Signature,
    Span,
    Speaker,
    Tie,
    Time,
    Why,
)

TITLE = "قصف على الخريبة"
TEXT = "قال مصدر طبي إن قوات الوادي قصفت أمس قرية الخريبة، ما أدى إلى مقتل ثلاثة مدنيين.\0\nونفت القوات ذلك."


def at(words: str) -> tuple[str, int, int]:
    start = TEXT.index(words)
    return words, start, start + len(words)


def make_report(id: str = "r1", text: str = TEXT, outlet: str = "وكالة الوادي") -> Report:
    raw = sha256(f"{id}{text}".encode())
    return Report(id, text, TITLE, outlet, None, "2031-03-04", "ar", hash_report(TITLE, text), raw, f"in.jsonl:{id}")


def make_reading(report: Report) -> Reading:
    sentence, trigger = Span(0, TEXT.index("\n")), Span(*at("قصفت")[1:])
    party = Actor(*at("قوات الوادي"), name="قوات الوادي", id="x.forces", kind="force", rule="shell: subject")
    place = Place(
        *at("الخريبة"),
        name="الخريبة",
        id="x.place",
        kind="village",
        lat=36,
        lon=38.25,
        precision="locality",
        within=("ريف الوادي",),
        candidates=(Candidate("x.place", "الخريبة", 36.0, 38.25, 0.9, "nearest"),),
        rule="gazetteer",
    )
    time = Time("2031-03-03", "2031-03-03", "day", "أمس", Span(*at("أمس")[1:]), rule="yesterday")
    loss = Loss("killed", "civilian", 3, 3, *at("ثلاثة مدنيين"), rule="count")
    speaker = Speaker(*at("مصدر طبي"), name="مصدر طبي", stance="says", cue="قال", rule="say")
    first = Claim(
        "c1",
        report.id,
        "shell",
        "happened",
        (sentence, Span(0, 3, "title")),
        trigger,
        (party,),
        places=(place,),
        time=time,
        losses=(loss,),
        means=("mortar",),
        speakers=(speaker,),
        confidence=1,
        why=(Why("act", "acts/shell.yaml", "قصفت"),),
    )
    denial = Speaker(*at("القوات"), name="قوات الوادي", id="x.forces", stance="denies", cue="نفت")
    second = Claim(
        "c2",
        report.id,
        "shell",
        "denied",
        (sentence,),
        trigger,
        (party,),
        speakers=(denial,),
        links=(Link("in_response_to", "c1", "r"),),
    )
    return Reading(
        report.id,
        Published("2031-03-04", "given", "", (2031,)),
        (Block(sentence, "paragraph"),),
        (party,),
        (place,),
        (time,),
        (Count(*at("ثلاثة")[1:], "ثلاثة", 3, 3),),
        (Clause(0, -1, *at("قصفت")[1:], trigger="قصفت"),),
        (Act(0, "shell", *at("قصفت")[1:], "قصفت", 0, 1.5),),
        (first, second),
        (Tie("backs", "أ", "ب"),),
        (Label("مرتزقة", "قوات الوادي"),),
        ("سانا",),
        Signature((2**64 - 1, 7), ("q",)),
    )


def make_read(report: Report) -> Read:
    return Read(report, make_reading(report), f"{report.id}{report.text}".encode())


def make_aside() -> Aside:
    return Aside(SetAside("in.jsonl:9", "line is no JSON: x", "x-1"), b"{broken\0\xff")


def make_run(number: int = 1, knowledge: str = "k1") -> Run:
    return Run(number, knowledge, "0+test")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[DuckEngine]:
    with DuckEngine(tmp_path / "ledger.duckdb", write=True) as engine:
        yield engine
