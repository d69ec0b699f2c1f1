"""The report page and the gold lines as golden files: markup without style, script, words and drawings."""

import re
from pathlib import Path

import pytest

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.publish import gold, report
from isnad.publish.bundle.query import Query
from isnad.publish.bundle.selection import Selection, select
from isnad.publish.words.words import every_word

from .conftest import MADE, golden

SOURCES = Path(report.__file__).parent


def bare(html: str) -> str:
    return re.sub(r"(?s)<(style|script|svg|figcaption)\b.*?</\1>|<meta http-equiv[^>]*>", r"<\1>", html)


def test_an_incident_is_as_the_golden_file(one_incident: Selection, tmp_path: Path) -> None:
    [path] = report.write(one_incident, tmp_path / "a.html")
    golden("strike.html", bare(path.read_text("utf-8")))


def test_a_negotiation_in_arabic_is_as_the_golden_file(one_thread: Selection, tmp_path: Path) -> None:
    [path] = report.write(one_thread, tmp_path / "a.html", "ar")
    golden("ceasefire.html", bare(path.read_text("utf-8")))


def test_gold_lines_are_as_the_golden_file(one_incident: Selection, tmp_path: Path) -> None:
    [path] = gold.write(one_incident, tmp_path / "a.jsonl")
    golden("strike.jsonl", path.read_text("utf-8"))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_word_is_there_in_both_languages(lang: str) -> None:
    assert [key for key, words in every_word().items() if not words.get(lang, "").strip()] == []


def test_every_word_that_the_templates_say_is_listed() -> None:
    said = {
        key for path in SOURCES.rglob("*.j2") for key in re.findall(r"\b[tw]\('([a-z_]+\.[a-z_]+)'\)", path.read_text("utf-8"))
    }
    assert said and said - every_word().keys() == set()


def test_every_code_of_the_codebook_has_words() -> None:
    import typing

    from isnad import records

    for group, kind in (
        ("status", "Status"),
        ("stance", "Stance"),
        ("harm", "Harm"),
        ("whom", "Whom"),
        ("precision", "Precision"),
        ("link", "LinkType"),
    ):
        assert {f"{group}.{code}" for code in typing.get_args(getattr(records, kind))} <= every_word().keys()
    acts = {path.stem for path in (SOURCES.parent / "knowledge" / "acts").glob("*.yaml")}
    assert {f"act.{act}" for act in acts} <= every_word().keys()


def test_style_knows_no_left_and_right() -> None:
    style = (SOURCES / "page" / "assets" / "page.css").read_text("utf-8")
    sided = re.findall(
        r"(?:margin|padding|border|text-align|float|inset)?[-: ]+(?:left|right)\b", re.sub(r"/\*.*?\*/", "", style)
    )
    assert sided == [] and "letter-spacing" not in style and "italic" not in style
    heights = [float(height) for height in re.findall(r"body \{[^}]*?/([\d.]+) ", style)]
    assert heights and min(heights) >= 1.8


def test_an_incident_without_place_and_day_still_has_its_page(engine: DuckEngine, tmp_path: Path) -> None:
    [path] = report.write(select(engine, Query(incident="i-nowhere"), MADE), tmp_path / "a.html")
    html = path.read_text("utf-8")
    assert "No place is told that is known on the map." in html and "<h1>" in html and "&lt;script&gt;alert(1)" in html


def test_without_outlines_the_page_says_so(engine: DuckEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from isnad.publish.places import outlines

    monkeypatch.setattr(outlines, "_topology", lambda detail: None)
    outlines.world.cache_clear()
    [path] = report.write(select(engine, Query(incident="i-strike"), MADE), tmp_path / "a.html")
    outlines.world.cache_clear()
    assert "not in this installation" in path.read_text("utf-8")
