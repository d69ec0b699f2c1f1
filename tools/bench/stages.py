"""What each stage of reading costs by itself, in milliseconds of processor time for 600 words, without the stages that it calls.

python tools/bench/stages.py [REPORTS.jsonl]

Asking the clock costs a little too: compare stages with each other, and the whole by `python -m benchmarks`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any

from isnad.collect import collect
from isnad.extract.read import read_report
from isnad.pipeline import load
from isnad.records import Report

SAMPLE = Path(__file__).parents[2] / "src" / "isnad" / "samples" / "reports.jsonl"
WARMING, MEASURED = 500, 150
LEAST = 0.01  # ms below which a stage is not shown
INNER = ("isnad.extract.weights", "isnad.extract.tallies")
CALLERS = ("field", "draft", "read", "claims.claims", "claims.roles")  # modules of extract that call the stages


class Clock:
    """The time that each stage took, less what the stages inside it took."""

    def __init__(self) -> None:
        self.took: Counter[str] = Counter()
        self._inside: list[float] = []

    def watch(self, module: ModuleType, name: str) -> None:
        """Time every call of a function that a module has imported or made."""
        plain: Callable[..., Any] = getattr(module, name)

        def timed(*arguments: Any, **named: Any) -> Any:
            begin = process_time()
            self._inside.append(0.0)
            try:
                return plain(*arguments, **named)
            finally:
                spent = process_time() - begin
                self.took[name] += spent - self._inside.pop()
                if self._inside:
                    self._inside[-1] += spent

        setattr(module, name, timed)


def load_texts(path: Path) -> list[str]:
    """Different articles of a usual length; all of them where those are few."""
    texts = dict.fromkeys(r.text for c in collect([path]) if isinstance(r := c.outcome, Report))
    usual = [t for t in texts if 300 <= len(t.split()) <= 1200]
    return usual if len(usual) > 100 else list(texts)


def main(path: Path) -> None:
    """Warm up, read other articles, print the stages, dearest first."""
    knowledge, texts = load(()), load_texts(path)
    warm, measured = texts[: 2 * WARMING : 2], texts[1 : 2 * MEASURED : 2]
    for text in warm:
        read_report(Report("bench", text, published="2020-12-22"), knowledge)
    clock = Clock()
    for caller in CALLERS:
        module = import_module(f"isnad.extract.{caller}")
        for name in [n for n, held in vars(module).items() if _is_stage(held, module)]:
            clock.watch(module, name)
    begin = process_time()
    for text in measured:
        read_report(Report("bench", text, published="2020-12-22"), knowledge)
    whole = process_time() - begin
    words = sum(len(t.split()) for t in measured)
    for name, spent in (("whole", whole), *clock.took.most_common()):
        if spent * 600_000 / words >= LEAST:
            print(f"{name:24} {spent * 600_000 / words:7.2f}")


def _is_stage(held: object, module: ModuleType) -> bool:
    """A function that the module has from another one of extract; the sums of the choosers count with those who ask."""
    home = str(getattr(held, "__module__", ""))
    return (
        callable(held)
        and not isinstance(held, type)
        and home.startswith("isnad.extract")
        and home not in (module.__name__, *INNER)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
