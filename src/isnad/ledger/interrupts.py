"""Ctrl-C as a question asked between two reports, so that no batch is cut in half."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def interrupts_held() -> Iterator[Callable[[], bool]]:
    """Gives the function that tells whether Ctrl-C was pressed. The second Ctrl-C stops at once, as ever."""
    if threading.current_thread() is not threading.main_thread():
        yield bool
        return
    pressed = threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def hold(number: int, frame: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, hold)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
