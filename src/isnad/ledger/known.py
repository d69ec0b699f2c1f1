"""What the ledger has already, so that reading twice adds nothing and a killed run goes on where it stopped."""

from __future__ import annotations

import hashlib

import msgspec

from isnad.ledger.engines.engine import Engine
from isnad.ledger.runs import Run
from isnad.records import Report

_Identity = tuple[str, str | None, str | None, str | None]

_CURRENT = """
    SELECT reports.id, sha256, outlet, url, reports.published, runs.code_version, runs.knowledge
    FROM reports LEFT JOIN current_readings ON current_readings.report = reports.id LEFT JOIN runs ON runs.id = current_readings.run
"""


class Known:
    """The ids that are taken, and the reports that need no reading by this run's code and knowledge."""

    def __init__(self, engine: Engine, run: Run) -> None:
        self.identities: dict[str, _Identity] = {}
        self.read: set[str] = set()
        for row in engine.query(_CURRENT):
            self.identities[row["id"]] = (row["sha256"], row["outlet"], row["url"], row["published"])
            if (row["code_version"], row["knowledge"]) == (run.code_version, run.knowledge):
                self.read.add(row["id"])

    def settle(self, report: Report) -> Report:
        """The report under an id of its own: where another report has its id, a hash is put behind it."""
        mine = (report.sha256, report.outlet, report.url, report.published)
        if self.identities.setdefault(report.id, mine) == mine:
            return report
        told_apart = hashlib.sha256(msgspec.json.encode(mine)).hexdigest()[:8]
        settled = msgspec.structs.replace(report, id=f"{report.id}~{told_apart}")
        self.identities[settled.id] = mine
        return settled

    def wants(self, report: Report) -> bool:
        """True the first time, where no current reading stands."""
        wanted = report.id not in self.read
        self.read.add(report.id)
        return wanted
