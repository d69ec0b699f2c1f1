"""A run that is killed or interrupted keeps what was read; the same command goes on from there."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from isnad.collect.identity import hash_report
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.verify import verify

from .conftest import TEXT

SLOW = Path(__file__).with_name("slow_reader.py")
NUMBER = 200


def ids(ledger: Path) -> list[str]:
    with DuckEngine(ledger) as engine:
        assert list(verify(engine, hash_report)) == []
        return [row["report"] for row in engine.query("SELECT report FROM readings")]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_a_run_goes_on_where_it_stopped(tmp_path: Path, number: signal.Signals, code: int) -> None:
    path, ledger = tmp_path / "in.jsonl", tmp_path / "a.duckdb"
    lines = [json.dumps({"id": f"r{at}", "text": TEXT}, ensure_ascii=False) for at in range(NUMBER)]
    path.write_text("\n".join(lines), "utf-8")
    command = [sys.executable, str(SLOW), "read", str(path), "--ledger", str(ledger)]
    slow, quick = {**os.environ, "SECONDS_A_REPORT": "0.02"}, {**os.environ, "SECONDS_A_REPORT": "0"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=slow) as run:
        assert run.stderr is not None
        for _ in range(3):
            assert run.stderr.readline() == "written\n"
        run.send_signal(number)
        rest = run.stderr.read()
    assert run.returncode == code
    kept = ids(ledger)
    assert 0 < len(kept) < NUMBER and len(set(kept)) == len(kept)
    assert ("interrupted" in rest) == (number == signal.SIGINT)
    again = subprocess.run(command, capture_output=True, text=True, check=True, env=quick)
    assert f"{len(kept)} already in the ledger" in again.stderr
    assert sorted(ids(ledger)) == sorted(f"r{at}" for at in range(NUMBER))
