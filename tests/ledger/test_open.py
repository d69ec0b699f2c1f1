"""A file that cannot be opened as a ledger says why, in one sentence."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from isnad.errors import LedgerError, QueryError
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.open import VERSION


def refused(path: Path, write: bool) -> str:
    with pytest.raises(LedgerError) as caught:
        DuckEngine(path, write)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_ledger(tmp_path: Path, write: bool) -> None:
    (tmp_path / "a.duckdb").write_text("a text, and quite a long one at that\n" * 1000)
    assert "is no ledger" in refused(tmp_path / "a.duckdb", write)
    assert (tmp_path / "a.duckdb").read_text().startswith("a text")


@pytest.mark.parametrize("write", [True, False])
def test_a_database_that_is_no_ledger(tmp_path: Path, write: bool) -> None:
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        connection.execute("CREATE TABLE mine (x INTEGER)")
    assert "without isnad's tables" in refused(tmp_path / "a.duckdb", write)


def test_a_ledger_that_is_not_there_is_only_made_for_writing(tmp_path: Path) -> None:
    assert "no such ledger" in refused(tmp_path / "a.duckdb", write=False)
    assert not (tmp_path / "a.duckdb").exists()
    assert "is a folder" in refused(tmp_path, write=True)
    with pytest.raises(LedgerError, match="no such folder"):
        DuckEngine(tmp_path / "missing" / "a.duckdb", write=True)


def test_a_newer_ledger(tmp_path: Path) -> None:
    with DuckEngine(tmp_path / "a.duckdb", write=True) as engine:
        engine.query("UPDATE ledger SET version = ?", [VERSION + 1])
    assert f"this isnad knows version {VERSION}" in refused(tmp_path / "a.duckdb", write=True)


def test_a_ledger_that_is_open_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    DuckEngine(path, write=True).close()
    hold = "import sys, duckdb; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        assert f"open elsewhere (process {other.pid})" in refused(path, write=True)
        assert "open elsewhere" in refused(path, write=False)
        other.communicate()
    DuckEngine(path).close()


def test_a_question_that_makes_no_sense(tmp_path: Path) -> None:
    with DuckEngine(tmp_path / "a.duckdb", write=True) as engine, pytest.raises(QueryError):
        engine.query("SELECT nothing FROM nowhere")
