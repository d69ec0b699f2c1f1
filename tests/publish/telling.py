"""Claims of the sample reports, told in short: every span is looked up in the report's own words."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from isnad.collect.identity import hash_report, sha256
from isnad.records import Actor, Claim, Link, Loss, Place, Report, Span, Speaker, Time

SAMPLES = Path(__file__).parents[2] / "src" / "isnad" / "samples" / "reports.jsonl"
ACTORS = {  # invented parties: id and kind
    "جيش الإقليم": ("x.army", "army"),
    "سلاح الجو": ("x.army", "army"),
    "الجيش": ("x.army", "army"),
    "لواء الجسر": ("x.bridge", "armed_group"),
    "جبهة النهر": ("x.river", "armed_group"),
    "لجنة الوساطة": ("x.committee", "ngo"),
    "مجلس الضفاف": ("x.council", "government"),
    "مرصد الضفاف لحقوق الإنسان": ("x.monitor", "monitor"),
}
PLACES: dict[str, dict[str, Any]] = {  # invented, put where nobody lives
    "كفر زمرود": {"id": "sy.x-zumurrud", "kind": "town", "lat": 33.61, "lon": 39.42, "precision": "locality", "radius_km": 3.0},
    "القنطرة الزرقاء": {
        "id": "sy.x-qantara",
        "kind": "village",
        "lat": 33.95,
        "lon": 39.86,
        "precision": "exact",
        "radius_km": 1.0,
    },
    "الحوض الأدنى": {
        "id": "sy.x-basin",
        "kind": "district",
        "lat": 33.8,
        "lon": 39.7,
        "precision": "district",
        "radius_km": 30.0,
    },
    "تلة الصوان": {"kind": "site", "precision": "none"},
}


def sample_reports() -> dict[str, Report]:
    """The invented reports of the package, by id."""
    lines = [json.loads(line) for line in SAMPLES.read_text("utf-8").splitlines()]
    return {line["id"]: make_report(line["id"], line["text"], line["title"], line["outlet"], line["date"]) for line in lines}


def make_report(id: str, text: str, title: str, outlet: str, published: str | None, url: str | None = None) -> Report:
    raw = sha256(f"{id}{text}".encode())
    return Report(id, text, title, outlet, url, published, "ar", hash_report(title, text), raw, f"reports.jsonl:{id}")


def tell(
    report: Report,
    id: str,
    act: str,
    quote: str,
    trigger: str,
    *,
    status: Any = "happened",
    who: Sequence[str] = (),
    whom: Sequence[str] = (),
    with_: Sequence[str] = (),
    at: Sequence[str] = (),
    day: tuple[str, str] | None = None,
    losses: Sequence[tuple[Any, ...]] = (),
    by: Sequence[tuple[str, Any]] = (),
    means: tuple[str, ...] = (),
    links: Sequence[tuple[Any, str]] = (),
) -> Claim:
    """A claim. Losses are (words, harm, whom, low, high, part_of); `by` are (speaker, stance), nearest first."""
    start = report.text.index(quote)
    found = report.text.index(trigger, start)
    return Claim(
        id,
        report.id,
        act,
        status,
        (Span(start, start + len(quote)),),
        Span(found, found + len(trigger)),
        agent=tuple(_actor(report, words) for words in who),
        target=tuple(_actor(report, words) for words in whom),
        counterpart=tuple(_actor(report, words) for words in with_),
        places=tuple(_place(report, words) for words in at),
        time=_time(report, *day) if day else None,
        losses=tuple(_loss(report, *loss) for loss in losses),
        means=means,
        speakers=tuple(_speaker(report, words, stance) for words, stance in by),
        links=tuple(Link(kind, to) for kind, to in links),
        confidence=0.9,
    )


def _at(report: Report, words: str) -> tuple[str, int, int]:
    start = report.text.index(words)
    return words, start, start + len(words)


def _actor(report: Report, words: str) -> Actor:
    identity, kind = ACTORS.get(words, ("", ""))
    return Actor(*_at(report, words), name=words, id=identity, kind=kind)


def _place(report: Report, words: str) -> Place:
    return Place(*_at(report, words), name=words, **PLACES.get(words, {}))


def _time(report: Report, day: str, words: str) -> Time:
    return Time(day, day, "day", words, Span(*_at(report, words)[1:]))


def _loss(report: Report, words: str, harm: Any, whom: Any, low: int, high: int | None, part_of: str = "") -> Loss:
    return Loss(harm, whom, low, high, *_at(report, words), part_of=part_of)


def _speaker(report: Report, words: str, stance: Any) -> Speaker:
    identity, _ = ACTORS.get(words, ("", ""))
    return Speaker(*_at(report, words), name=words, id=identity, stance=stance)
