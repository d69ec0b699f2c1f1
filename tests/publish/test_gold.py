"""The gold format, field by field."""

import json

from isnad.publish.gold import gold_line
from isnad.records import Actor, Claim, Label, Link, Loss, Place, Published, Reading, SetAside, Span, Speaker, Tie, Time

CLAIM = Claim(
    "c1",
    "r1",
    "shell",
    "denied",
    (Span(3, 9), Span(0, 4, "title")),
    Span(3, 6),
    agent=(Actor("قوات", 1, 5, "قوات الوادي", "x"),),
    places=(Place("الخريبة", 10, 17, "الخريبة", "p", "village", lat=1.5, lon=2.5, precision="locality", within=("ريف",)),),
    time=Time("2031-03-03T04:00", "2031-03-03T05:00", "hour"),
    losses=(Loss("killed", "civilian", 5, None, vague=""),),
    means=("mortar",),
    speakers=(Speaker("مصدر", 0, 4, stance="claims"),),
    links=(Link("content_of", "c0", "rule"),),
    confidence=0.12345,
)


def test_a_reading() -> None:
    tie, label = Tie("backs", "أ", "ب"), Label("مرتزقة", "قوات الوادي")
    reading = Reading(
        "r1", Published("2031-03-04", "inferred", "«اليوم»"), claims=(CLAIM,), ties=(tie,), labels=(label,), wire=("سانا",)
    )
    line = gold_line(reading)
    assert line.endswith(b"}\n") and line.count(b"\n") == 1
    found = json.loads(line)
    assert (found["report"], found["published"], found["published_how"], found["wire"]) == (
        "r1",
        "2031-03-04",
        "inferred",
        ["سانا"],
    )
    assert (found["ties"][0]["type"], found["labels"][0]["of"]) == ("backs", "قوات الوادي")
    [claim] = found["claims"]
    assert (claim["evidence"], claim["title_evidence"]) == ([[3, 9]], [[0, 4]])
    assert (claim["act"], claim["status"], claim["means"], claim["target"]) == ("shell", "denied", ["mortar"], [])
    assert claim["date"] == ["2031-03-03", "2031-03-03"] and claim["time"]["precision"] == "hour"
    assert claim["agent"][0]["id"] == "x" and claim["place"][0]["lat"] == 1.5 and claim["place"][0]["within"] == ["ريف"]
    assert (claim["losses"][0]["low"], claim["losses"][0]["high"]) == (5, None)
    assert claim["speakers"][0]["stance"] == "claims" and claim["links"] == [{"type": "content_of", "to": "c0"}]


def test_an_input_set_aside() -> None:
    found = json.loads(gold_line(SetAside("in.jsonl:3", "no text", "x")))
    assert found == {"report": "x", "published": None, "claims": [], "error": "in.jsonl:3: no text"}


def test_what_cannot_be_written_is_replaced_in_the_reason_only() -> None:
    assert json.loads(gold_line(SetAside("\udcff.txt", "no text", "x")))["error"] == "?.txt: no text"
