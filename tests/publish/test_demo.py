"""`isnad demo` ends with the report page of its ledger."""

from pathlib import Path

import pytest

from .test_command import run


def test_the_demo_writes_its_page_and_says_where(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("demo", "--ledger", tmp_path / "demo.duckdb") == 0
    page = tmp_path / "demo.html"
    shown = capfd.readouterr().out
    assert str(page) in shown and "happenings that several reports tell of" in shown and "isnad incident airstrike-" in shown
    assert "كفر زمرود" in page.read_text("utf-8")
