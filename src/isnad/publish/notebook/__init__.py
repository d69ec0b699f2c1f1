"""Readings, incidents and selections show themselves in a notebook: `%load_ext isnad.publish.notebook`, or `show(…)`."""

from __future__ import annotations

from html import escape
from typing import Any

from isnad.publish.bundle.selection import Selection
from isnad.publish.notebook.selecting import of_incident, of_reading
from isnad.publish.page.build import page_html
from isnad.records import Incident, Reading, Report

HEIGHT = 640
"""Pixels of the frame that a page stands in."""


class Shown:
    """A page in a frame of its own, so that its style touches nothing of the notebook, and the other way round."""

    def __init__(self, html: str, height: int = HEIGHT) -> None:
        self.html = html
        self.height = height

    def _repr_html_(self) -> str:
        frame = 'style="border:0;inline-size:100%" sandbox="allow-scripts"'
        return f'<iframe title="isnad" height="{self.height}" {frame} srcdoc="{escape(self.html)}"></iframe>'


def show(what: Reading | Incident | Selection, report: Report | None = None, lang: str = "en") -> Shown:
    """The page for a reading (with its report, the words too), an incident as it stands, or what `select` found."""
    if isinstance(what, Reading):
        what = of_reading(what, report)
    elif isinstance(what, Incident):
        what = of_incident(what)
    return Shown(page_html(what, lang))


def load_ipython_extension(ipython: Any) -> None:
    """From here on these records show themselves; they stay free of HTML."""
    formatter = ipython.display_formatter.formatters["text/html"]
    for kind in (Reading, Incident, Selection):
        formatter.for_type(kind, lambda what: show(what)._repr_html_())
