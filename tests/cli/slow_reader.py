"""isnad, reading slowly and writing often; prints a line to stderr whenever a batch is written."""

import os
import sys
import time
from collections.abc import Sequence

from isnad.cli import main
from isnad.extract import read as extract_read
from isnad.ledger import runs, writer
from isnad.ledger.append import Aside, Read, append_batch
from isnad.ledger.engines.engine import Engine
from isnad.records import Published, Reading, Report


def read_slowly(report: Report, knowledge: object) -> Reading:
    time.sleep(float(os.environ["SECONDS_A_REPORT"]))
    return Reading(report.id, Published(None))


def append_and_tell(engine: Engine, run: runs.Run, batch: Sequence[Read | Aside]) -> None:
    append_batch(engine, run, batch)
    print("written", file=sys.stderr, flush=True)


# Outside the guard, so that the processes that read have it too.
extract_read.read_report = read_slowly

if __name__ == "__main__":
    vars(writer)["append_batch"] = append_and_tell
    writer.SECONDS = 0.1
    vars(runs)["code_version"] = lambda: "slow"
    main(sys.argv[1:])
