"""Where a bundle comes from: query, ledger, policy, codebook, knowledge and time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from datetime import UTC, datetime

from isnad import __version__
from isnad.ledger.engines.engine import Engine
from isnad.publish.bundle.query import Query, in_words
from isnad.records import Record

CODEBOOK = "1"
"""Version of the codebook's vocabularies; tests/publish/test_provenance.py fails when they change and this does not."""


class Provenance(Record, frozen=True):
    """`ledger` is a digest over every current reading, the latest linking and the last verdict; `made` is an ISO time, UTC."""

    query: str
    ledger: str
    policy: str
    policy_version: str
    codebook: str
    isnad: str
    knowledge: tuple[str, ...]
    linking: int | None
    made: str


def trace(engine: Engine, query: Query, policy_version: str, made: str = "") -> Provenance:
    """What to write on everything that goes out."""
    linking = engine.query("SELECT max(run) AS run FROM incidents")[0]["run"]
    return Provenance(
        query=in_words(query),
        ledger=ledger_digest(engine, linking),
        policy=query.policy,
        policy_version=policy_version,
        codebook=CODEBOOK,
        isnad=__version__,
        knowledge=tuple(_knowledge(engine)),
        linking=linking,
        made=made or _now(),
    )


def ledger_digest(engine: Engine, linking: int | None) -> str:
    """32 hexadecimal digits. A reading's id is the hash of its rows, so this pins all of them."""
    readings = engine.query("SELECT report, id FROM current_readings ORDER BY report")
    verdict = engine.query("SELECT hash FROM verdicts ORDER BY position DESC LIMIT 1")
    digest = hashlib.sha256()
    for row in readings:
        digest.update(f"{row['report']}\0{row['id']}\n".encode())
    digest.update(f"linking {linking}\nverdict {verdict[0]['hash'] if verdict else ''}".encode())
    return digest.hexdigest()[:32]


def _knowledge(engine: Engine) -> Iterable[str]:
    rows = engine.query("SELECT DISTINCT knowledge FROM runs JOIN current_readings ON current_readings.run = runs.id ORDER BY 1")
    return (row["knowledge"] for row in rows)


def _now() -> str:
    """SOURCE_DATE_EPOCH, where it is set, makes bundles reproducible."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.isoformat(timespec="seconds")
