"""A run: which code, which knowledge, which settings. Its row is written with the first row that the run adds."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from isnad import __version__
from isnad.ledger.engines.engine import Engine
from isnad.records import Record


class Run(Record, frozen=True):
    """What is known before the run begins; `settings` as JSON."""

    id: int
    knowledge: str
    code_version: str
    settings: str = "{}"
    inputs: tuple[str, ...] = ()
    kind: str = "read"


def new_run(engine: Engine, knowledge: str, settings: object, inputs: Sequence[Path], kind: str = "read") -> Run:
    """The next run; nothing is written yet."""
    number = engine.query("SELECT coalesce(max(id), 0) + 1 AS next FROM runs")[0]["next"]
    encoded = msgspec.json.encode(settings, enc_hook=str).decode()
    return Run(number, knowledge, code_version(), encoded, tuple(map(str, inputs)), kind)


def begin_run(engine: Engine, run: Run) -> None:
    """Write the run's row, once."""
    engine.query(
        "INSERT OR IGNORE INTO runs VALUES (?, ?, ?, NULL, ?, ?, ?, ?, NULL)",
        [run.id, run.kind, datetime.now(UTC), run.code_version, run.knowledge, run.settings, list(run.inputs)],
    )


def finish_run(engine: Engine, run: Run, summary: object) -> None:
    """Write what came of it; a run that added nothing has no row, and none is made."""
    encoded = msgspec.json.encode(summary).decode()
    engine.query("UPDATE runs SET finished = ?, summary = ? WHERE id = ?", [datetime.now(UTC), encoded, run.id])


@functools.cache
def code_version() -> str:
    """The version with a hash of the code that reads: changed code reads a report anew."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for folder in ("extract", "knowledge"):
        for path in sorted((package / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:10]}"
