"""isnad, with a reader that crashes on reports that ask for it."""

import sys

from isnad.cli import main
from isnad.extract import read as extract_read
from isnad.records import Published, Reading, Report


def crash(report: Report, knowledge: object) -> Reading:
    if "crash" in report.text:
        raise KeyError("wanted")
    return Reading(report.id, Published(report.published, "given"))


# Outside the guard, so that the processes that read have it too.
extract_read.read_report = crash

if __name__ == "__main__":
    main(sys.argv[1:])
