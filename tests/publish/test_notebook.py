"""Records show themselves in a notebook, in a frame of their own."""

from collections.abc import Callable
from typing import Any

import msgspec

from isnad.publish.bundle.selection import Selection
from isnad.publish.notebook import load_ipython_extension, show
from isnad.records import Figure, Incident, Published, Reading

from .telling import sample_reports
from .told import strike


def test_a_reading_shows_its_claims_and_words() -> None:
    reports = sample_reports()
    report = reports["sample-03"]
    claims = tuple(claim for claim in strike(reports) if claim.report == report.id)
    reading = Reading(report.id, Published(report.published, "given"), claims=claims)
    html = show(reading, report)._repr_html_()
    assert html.startswith("<iframe") and "sandbox" in html and "12 مدنياً" in html and "agent:" in html
    assert "data-marks=" not in show(reading)._repr_html_()  # no report, no words


def test_an_incident_shows_its_figures() -> None:
    figures = (
        Figure("low_best_high", "1", "killed", "any", 3, 12, 12, ("c1",), "best: 2 of 4"),
        Figure("lowest", "1", "killed", "any", 3, 3, 3),
    )
    html = show(Incident("i-1", ("c1",), ("r1",), 1, "airstrike", None, None, None, figures), lang="ar").html
    assert "low_best_high" in html and ">12<" in html and "غارة جوية" in html


def test_the_extension_teaches_ipython(one_incident: Selection) -> None:
    known: dict[type, Callable[[Any], str]] = {}

    class Formatter:
        def for_type(self, kind: type, shown: Callable[[Any], str]) -> None:
            known[kind] = shown

    formatter = msgspec.defstruct("D", [("formatters", dict)])({"text/html": Formatter()})
    load_ipython_extension(msgspec.defstruct("I", [("display_formatter", object)])(formatter))
    assert set(known) == {Reading, Incident, Selection}
    assert "كفر زمرود" in known[Selection](one_incident)
