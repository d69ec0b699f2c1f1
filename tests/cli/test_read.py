"""isnad read: exit codes, one line a record, nothing lost, nothing twice."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from isnad.ledger.engines.duckdb import DuckEngine

from .conftest import TEXT, Isnad

ROOT = Path(__file__).parents[2]
CRASHING = Path(__file__).with_name("crashing_reader.py")
SHARED = ROOT.parent / "shared"


def write_lines(path: Path, *records: object) -> Path:
    lines = (record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


MIXED = [
    {"id": "1", "text": TEXT, "date": "2031-03-04"},
    '{"id": "2", "text": "قصف',
    {"id": "3", "text": TEXT},
    {"id": "4", "text": "no Arabic here"},
    {"id": "5", "text": TEXT, "date": "2031-03-04"},
]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("copies", [1, 8])
def test_gold_has_one_line_a_record_in_order(isnad: Isnad, tmp_path: Path, jobs: int, copies: int) -> None:
    path = write_lines(tmp_path / "in.jsonl", *MIXED * copies)
    ended = isnad("read", path, "--format", "gold", "--jobs", jobs)
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert [line["report"] for line in lines] == ["1", "2", "3", "4", "5"] * copies
    assert ["error" in line for line in lines] == [False, True, False, True, False] * copies
    assert ended.code == 3 and lines[3]["error"].endswith("no Arabic text")
    assert lines[0]["claims"] == lines[4]["claims"] and lines[0]["published_how"] == "given"
    assert not list(tmp_path.glob("*.duckdb"))


def test_gold_offsets_are_code_points_of_the_text_as_given(isnad: Isnad, tmp_path: Path) -> None:
    text = f"\u200f  {TEXT}\u0640\r\n\r\n😀 {TEXT}"
    path = write_lines(tmp_path / "in.jsonl", {"id": "1", "text": text, "title": TEXT, "date": "2031-03-04"})
    [line] = isnad("read", path, "--format", "gold").out.splitlines()
    claims = json.loads(line)["claims"]
    assert claims
    for claim in claims:
        assert all(0 <= start < end <= len(text) for start, end in claim["evidence"])
        for slot in ("agent", "target", "counterpart", "place", "speakers"):
            for filler in claim[slot]:
                field = TEXT if filler["field"] == "title" else text
                assert filler["start"] < 0 or field[filler["start"] : filler["end"]] == filler["text"]


def test_exit_codes(isnad: Isnad, tmp_path: Path) -> None:
    good = write_lines(tmp_path / "good.jsonl", MIXED[0])
    assert isnad("read", good).code == 0
    mixed = isnad("read", write_lines(tmp_path / "mixed.jsonl", *MIXED))
    assert mixed.code == 3 and "1 × no Arabic text" in mixed.err and "1 already in the ledger" in mixed.err
    missing = isnad("read", tmp_path / "missing")
    assert missing.code == 1 and missing.err == f"isnad: {tmp_path / 'missing'}: no such file or folder\n"


def test_reading_twice_adds_nothing(isnad: Isnad, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", *MIXED, MIXED[0])
    isnad("read", path, "--ledger", "a.duckdb")
    first = rows(tmp_path / "a.duckdb")
    again = isnad("read", path, "--ledger", "a.duckdb")
    assert again.code == 3 and "4 already in the ledger" in again.err
    assert rows(tmp_path / "a.duckdb") == first and first["reports"] == 3 and first["set_aside"] == 2


def rows(path: Path) -> dict[str, int]:
    with DuckEngine(path) as engine:
        return {table: engine.query(f'SELECT count(*) AS n FROM "{table}"')[0]["n"] for table in engine.tables()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_sets_its_own_report_aside(tmp_path: Path, jobs: int) -> None:
    records = [{"id": str(at), "text": TEXT + (" crash" if at == 7 else "")} for at in range(40)]
    command = [sys.executable, str(CRASHING), "read", str(write_lines(tmp_path / "in.jsonl", *records)), "--jobs", str(jobs)]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ended.returncode == 3 and "39 reports read" in ended.stderr and "1 × reading failed (KeyError)" in ended.stderr
    with DuckEngine(tmp_path / "isnad.duckdb") as engine:
        [aside] = engine.query("SELECT * FROM set_aside JOIN raws ON raws.sha256 = raw_sha256")
    assert aside["report"] == "7" and aside["reason"].endswith("'wanted'") and b"crash" in aside["bytes"]


def test_a_date_that_is_none_is_warned_of_and_read(isnad: Isnad, tmp_path: Path) -> None:
    ended = isnad("read", write_lines(tmp_path / "in.jsonl", {"id": "1", "text": TEXT, "date": "soon"}))
    assert ended.code == 0 and "1 × date is no date, read as undated" in ended.err


def test_a_folder_of_everything(isnad: Isnad, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write_lines(folder / "a.jsonl", *MIXED)
    (folder / "b.txt").write_bytes(f"عنوان\n{TEXT}".encode("cp1256"))
    (folder / "c.html").write_text(f"<html><body><article><p>{TEXT * 3}</p></article></body></html>", "utf-8")
    (folder / "d.bin").write_bytes(bytes(range(256)))
    (folder / "e.txt").write_bytes(b"")
    ended = isnad("read", folder, "--ledger", "a.duckdb")
    assert ended.code == 3 and "5 reports read" in ended.err and "4 set aside" in ended.err
    assert isnad("verify", "--ledger", "a.duckdb").code == 0


def test_the_text_is_stored_as_given(isnad: Isnad, tmp_path: Path) -> None:
    text = f"\u202b {TEXT}\0 \ufeff\u0640\r\n"
    isnad("read", write_lines(tmp_path / "in.jsonl", {"id": "1", "text": text, "title": " \u200f"}))
    with DuckEngine(tmp_path / "isnad.duckdb") as engine:
        assert engine.query("SELECT text, title FROM reports") == [{"text": text, "title": " \u200f"}]
    assert isnad("verify").code == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
def test_coded_reports_are_all_read(isnad: Isnad) -> None:
    path = SHARED / "gold" / "dev.reports.jsonl"
    ended = isnad("read", path, "--format", "gold")
    ids = [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]
    assert [json.loads(line)["report"] for line in ended.out.splitlines()] == ids and ended.code == 0
