"""isnad, reading slowly and writing often; prints a line to stderr whenever a batch is written."""

import os
import sys
import time

from isnad.cli import main
from isnad.extract import read as extract_read
from isnad.ledger import runs, writer
from isnad.ledger.append import append_batch
from isnad.records import Published, Reading, Report


def read_slowly(report: Report, knowledge: object) -> Reading:
    time.sleep(float(os.environ["SECONDS_A_REPORT"]))
    return Reading(report.id, Published(None))


def append_and_tell(*arguments: object) -> None:
    append_batch(*arguments)  # type: ignore[arg-type]
    print("written", file=sys.stderr, flush=True)


if __name__ == "__main__":
    extract_read.read_report = read_slowly
    writer.append_batch = append_and_tell
    writer.SECONDS = 0.1
    runs.code_version = lambda: "slow"
    main(sys.argv[1:])
