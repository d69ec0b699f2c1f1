"""The report page: one HTML file with map, timeline, versions side by side and every claim with its words; needs no network."""

from __future__ import annotations

from pathlib import Path

from isnad.publish.bundle.selection import Selection
from isnad.publish.page.build import page_html

OUT = "file.html"
OPTIONS = ("lang",)


def write(selection: Selection, out: Path, lang: str = "en") -> list[Path]:
    """One file; `lang` is the language that it opens in."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page_html(selection, lang), encoding="utf-8", newline="\n")
    return [out]
