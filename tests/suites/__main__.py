"""`python -m tests.suites`: the scores; with a suite's name, its faults too."""

from __future__ import annotations

import sys

from tests.suites.suites import SUITES, table

if len(sys.argv) > 1:
    for suite in SUITES:
        if sys.argv[1] in suite.name:
            print(*suite.measure()[2], sep="\n")
else:
    print(table())
