"""A ledger that was tampered with fails loudly, wherever it was."""

import pytest

from isnad.collect.identity import hash_report
from isnad.ledger.append import append_batch
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.ledger.verify import verify

from .conftest import make_aside, make_read, make_report, make_run


@pytest.fixture
def filled(engine: DuckEngine) -> DuckEngine:
    append_batch(engine, make_run(), [*(make_read(make_report(f"r{at}")) for at in range(3)), make_aside()])
    return engine


def test_what_was_written_holds(filled: DuckEngine) -> None:
    assert list(verify(filled, hash_report)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE reports SET text = replace(text, 'ثلاثة', 'سبعة') WHERE id = 'r1'", "report r1: its title or text was changed"),
        ("UPDATE reports SET title = '' WHERE id = 'r1'", "report r1: its title or text was changed"),
        (
            "UPDATE raws SET bytes = '\\x00'::BLOB WHERE sha256 = (SELECT raw_sha256 FROM reports WHERE id = 'r1')",
            "are not what was received",
        ),
        (
            "DELETE FROM raws WHERE sha256 = (SELECT raw_sha256 FROM reports WHERE id = 'r1')",
            "reports r1: its raw bytes are gone",
        ),
        ("DELETE FROM raws WHERE sha256 = (SELECT raw_sha256 FROM set_aside)", "its raw bytes are gone"),
        ("UPDATE acts SET start = start + 1 WHERE report = 'r1'", "is not what stands at"),
        (
            "UPDATE blocks SET span = {'start': 0, 'end': 9999, 'field': 'text'} WHERE report = 'r1'",
            "span 0–9999 leaves its text",
        ),
        ("UPDATE claims SET status = 'denied' WHERE report = 'r1'", "its rows were changed"),
        ("UPDATE claims SET evidence = [evidence[1]] WHERE report = 'r1'", "its rows were changed"),
        ("UPDATE mentions SET rule = 'other' WHERE report = 'r1' AND kind = 'place'", "its rows were changed"),
        ("UPDATE readings SET published = '2031-03-05' WHERE report = 'r1'", "its rows were changed"),
        ("DELETE FROM claims WHERE report = 'r1' AND position = 1", "its rows were changed"),
        ("INSERT INTO labels SELECT * FROM labels WHERE report = 'r1'", "its rows were changed"),
        ("UPDATE ties SET reading = 'other' WHERE report = 'r1'", "ties: 1 rows belong to no reading"),
        ("DELETE FROM readings WHERE report = 'r1'", "report r1: its reading is gone"),
        ("DELETE FROM reports WHERE id = 'r1'", "report r1: is gone, its reading is still there"),
        ("UPDATE set_aside SET reason = 'none'", "was changed"),
        (
            "INSERT INTO verdicts VALUES ('v1', 'accept', ['c1'], 'a', '2031-01-01', 'b', '', 0, '', 'forged')",
            "the chain of verdicts is broken",
        ),
    ],
)
def test_every_change_is_told(filled: DuckEngine, change: str, told: str) -> None:
    filled.query(change)
    found = list(verify(filled, hash_report))
    assert any(told in sentence for sentence in found), found
