"""Read reports in several processes, in order, and outlive a process that dies."""

from __future__ import annotations

import contextlib
import gc
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from isnad.records import Record, Report

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 16
"""Reports that travel to a process at once."""


class Work(Record, Generic[Result], frozen=True):
    """What a process does: `start(*arguments)` once, then `read` for every report. `lost` stands in where it died."""

    read: Callable[[Report], Result]
    lost: Callable[[Report], Result]
    start: Callable[..., object]
    arguments: tuple[object, ...] = ()


def map_in_order(
    work: Work[Result], items: Iterable[Item], pick: Callable[[Item], Report | None], jobs: int
) -> Iterator[tuple[Item, Result | None]]:
    """Every item with the result for the report that `pick` finds in it (None: nothing to read), in the order of `items`.

    A handful of items, or one job, is read in this process.
    """
    stream = iter(items)
    head = list(itertools.islice(stream, CHUNK)) if jobs > 1 else []
    if jobs == 1 or len(head) < CHUNK:
        yield from _map_here(work, itertools.chain(head, stream), pick)
    else:
        yield from _map_there(work, itertools.chain(head, stream), pick, jobs)


def _map_here(
    work: Work[Result], items: Iterable[Item], pick: Callable[[Item], Report | None]
) -> Iterator[tuple[Item, Result | None]]:
    work.start(*work.arguments)
    for item in items:
        report = pick(item)
        yield item, None if report is None else work.read(report)


def _map_there(
    work: Work[Result], items: Iterable[Item], pick: Callable[[Item], Report | None], jobs: int
) -> Iterator[tuple[Item, Result | None]]:
    stream, waiting = iter(items), deque[tuple[list[Item], _Sent[Result]]]()
    with contextlib.closing(_Pool(work, jobs)) as pool:
        while True:
            while len(waiting) < 3 * jobs and (chunk := list(itertools.islice(stream, CHUNK))):
                waiting.append((chunk, pool.send([pick(item) for item in chunk])))
            if not waiting:
                return
            chunk, sent = waiting.popleft()
            yield from zip(chunk, pool.results(sent), strict=True)


class _Sent(Record, Generic[Result], frozen=True):
    """A chunk on its way: the reports, the executor that has them, and what will come back."""

    reports: list[Report | None]
    executor: ProcessPoolExecutor
    future: Future[list[Result]]


class _Pool(Generic[Result]):
    """A process pool that is built anew when one of its processes dies."""

    def __init__(self, work: Work[Result], jobs: int) -> None:
        self.work, self.jobs = work, jobs
        self.executor = self._build()

    def send(self, reports: list[Report | None]) -> _Sent[Result]:
        wanted = [report for report in reports if report is not None]
        try:
            future = self.executor.submit(_read_all, self.work.read, wanted)
        except BrokenProcessPool:
            self.close()
            self.executor = self._build()
            future = self.executor.submit(_read_all, self.work.read, wanted)
        return _Sent(reports, self.executor, future)

    def results(self, sent: _Sent[Result]) -> Iterator[Result | None]:
        """One result a report. Where a process died, each report is tried alone, so that only the one to blame is lost."""
        try:
            found = iter(sent.future.result())
        except BrokenProcessPool:
            found = iter([self._alone(report) for report in sent.reports if report is not None])
        for report in sent.reports:
            yield None if report is None else next(found)

    def close(self) -> None:
        self.executor.shutdown(wait=False, cancel_futures=True)

    def _alone(self, report: Report) -> Result:
        sent = self.send([report])
        try:
            return sent.future.result()[0]
        except BrokenProcessPool:
            return self.work.lost(report)

    def _build(self) -> ProcessPoolExecutor:
        # Never a plain fork: the ledger's threads and what they own would come along, and collecting it there crashes.
        context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
        return ProcessPoolExecutor(
            self.jobs, mp_context=context, initializer=_begin, initargs=(self.work.start, self.work.arguments)
        )


def _begin(start: Callable[..., object], arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    threading.Thread(target=_end_with_parent, daemon=True).start()
    start(*arguments)
    gc.freeze()  # knowledge is kept for good: nothing in it is looked through again for what may go


def _end_with_parent() -> None:
    """A killed parent leaves no process behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_all(read: Callable[[Report], Result], reports: Sequence[Report]) -> list[Result]:
    return [read(report) for report in reports]
