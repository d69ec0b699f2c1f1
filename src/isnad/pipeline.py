"""The run, in order: collect → extract → ledger. Every stage is someone else's; here stands only the order."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from isnad.collect import collect
from isnad.collect.received import LONGEST_TEXT, Received
from isnad.ledger.engines.pool import Work, map_in_order
from isnad.ledger.summary import Summary
from isnad.records import Reading, Record, Report, SetAside

if TYPE_CHECKING:
    from isnad.knowledge.load import Knowledge
    from isnad.ledger.engines.engine import Engine
    from isnad.ledger.known import Known


LITTER = (
    50_000  # objects made, less those gone, before the next look for rings among them: a report makes few, and they go with it
)


class Settings(Record, frozen=True):
    """What a person may choose about a run. `jobs` processes; `longest` in characters of a text."""

    knowledge: tuple[Path, ...] = ()
    jobs: int = 2
    longest: int = LONGEST_TEXT


class Outcome(Record, frozen=True):
    """An input record and what came of it; `reading` is None where the ledger had it already."""

    received: Received
    reading: Reading | SetAside | None


def read_inputs(paths: Iterable[Path], settings: Settings) -> Iterator[Outcome]:
    """Collect and read every input record under `paths`, in order; nothing is written anywhere."""
    load(settings.knowledge)
    yield from read_received(collect(paths, settings.longest), settings)


def read_received(received: Iterable[Received], settings: Settings, wanted: Callable[[Report], bool] = bool) -> Iterator[Outcome]:
    """Read what was collected, in order; reports that are not `wanted` pass through unread."""
    work = Work(functools.partial(_read, settings.knowledge), _lost, load, (settings.knowledge,))
    for item, encoded in map_in_order(work, received, functools.partial(_pick, wanted), settings.jobs):
        if isinstance(item.outcome, SetAside):
            yield Outcome(item, item.outcome)
        else:
            yield Outcome(item, None if encoded is None else _decode(encoded))


def read_into_ledger(
    paths: Sequence[Path], engine: Engine, settings: Settings, watch: Callable[[Summary], object] = bool
) -> Summary:
    """Collect, read and write. Ctrl-C keeps what was read; the same call again goes on from there.

    `watch` is called with the summary after every input record.
    """
    from isnad.ledger.interrupts import interrupts_held
    from isnad.ledger.known import Known
    from isnad.ledger.runs import finish_run, new_run
    from isnad.ledger.writer import Writer

    run = new_run(engine, load(settings.knowledge).digest, settings, paths)
    known, summary, writer = Known(engine, run), Summary(), Writer(engine, run)
    received = (_settle(known, item) for item in collect(paths, settings.longest))
    with interrupts_held() as interrupted:
        for outcome in read_received(received, settings, known.wants):
            summary.count(outcome.reading, outcome.received.warnings)
            writer.take(outcome.received.outcome, outcome.reading, outcome.received.raw)
            watch(summary)
            if interrupted():
                summary.interrupted = True
                break
        writer.flush()
    finish_run(engine, run, summary)
    return summary


def _settle(known: Known, received: Received) -> Received:
    outcome = received.outcome
    if isinstance(outcome, SetAside):
        return received
    return msgspec.structs.replace(received, outcome=known.settle(outcome))


@functools.cache
def load(folders: tuple[Path, ...]) -> Knowledge:
    """The knowledge, once a process. Raises KnowledgeError with file and line."""
    import isnad.extract.read  # noqa: F401  # now, so that the first report is read as fast as the rest
    from isnad.knowledge.load import load_knowledge

    knowledge = load_knowledge(folders)
    gc.set_threshold(LITTER)
    return knowledge


def _pick(wanted: Callable[[Report], bool], received: Received) -> Report | None:
    outcome = received.outcome
    return outcome if isinstance(outcome, Report) and wanted(outcome) else None


class _Answer(Record, frozen=True):
    """What comes back from a process: one of the two."""

    reading: Reading | None = None
    aside: SetAside | None = None


def _read(folders: tuple[Path, ...], report: Report) -> bytes:
    """One reading, encoded for its way between processes. A crash sets its own report aside and no other."""
    from isnad.extract.read import read_report

    try:
        return msgspec.msgpack.encode(_Answer(reading=read_report(report, load(folders))))
    except Exception as error:
        return _failed(report, f"reading failed ({type(error).__name__}): {error}")


def _lost(report: Report) -> bytes:
    return _failed(report, "reading failed (the process died)")


def _failed(report: Report, reason: str) -> bytes:
    return msgspec.msgpack.encode(_Answer(aside=SetAside(report.origin, reason, report.id)))


def _decode(encoded: bytes) -> Reading | SetAside:
    answer = _DECODER.decode(encoded)
    found = answer.reading or answer.aside
    assert found is not None
    return found


_DECODER = msgspec.msgpack.Decoder(_Answer)
