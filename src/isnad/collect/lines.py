"""The lines of a table file, with their bytes and numbers; one that cannot be decoded says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from isnad.collect.charset import HEAD, decode, find_charset, is_utf8
from isnad.errors import InputError
from isnad.records import Record

LONGEST_LINE = 1 << 27
"""Bytes (128 MB): a longer line is not held in memory."""


class Line(Record, frozen=True):
    """One line, counted from 1, without its end; `problem` says why `text` is empty."""

    number: int
    raw: bytes
    text: str = ""
    problem: str = ""


def read_lines(path: Path) -> Iterator[Line]:
    """Lines of a file in their order. A file that is UTF-16 is read whole. Raises InputError for what is no text."""
    with path.open("rb") as file:
        charset = _find_charset(file.read(HEAD + 1))
        file.seek(0)
        raws = _wide_lines(file.read(), charset) if charset.startswith("utf-16") else _byte_lines(file)
        for number, raw in enumerate(raws, start=1):
            yield _line(number, raw, charset)


def _find_charset(head: bytes) -> str:
    """As for a whole file, but a few broken lines make a table neither binary nor another charset."""
    lines = [line for line in head.split(b"\n")[:-1] if line.strip()]
    if not _is_wide(head) and sum(map(is_utf8, lines)) * 2 > len(lines):
        return "utf-8"
    return find_charset(head)


def _is_wide(head: bytes) -> bool:
    try:
        return find_charset(head).startswith("utf-16")
    except InputError:
        return False


def _line(number: int, raw: bytes, charset: str) -> Line:
    if len(raw) > LONGEST_LINE:
        return Line(number, b"", problem=f"line is too long: more than {LONGEST_LINE:,} bytes")
    try:
        return Line(number, raw, _decode(raw, charset, number == 1).rstrip("\r\n"))
    except (InputError, UnicodeDecodeError) as error:
        return Line(number, raw, problem=f"line cannot be decoded: {error}")


def _decode(raw: bytes, charset: str, first: bool) -> str:
    wide = charset.startswith("utf-16")
    text = raw.decode(charset, "surrogatepass") if wide else _decode_narrow(raw, charset)
    return text.removeprefix("\ufeff") if first else text


def _decode_narrow(raw: bytes, charset: str) -> str:
    """A line is tried as UTF-8 before all else: files glued together hold both."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return decode(raw) if charset == "utf-8" else raw.decode(charset)


def _byte_lines(file: BinaryIO) -> Iterator[bytes]:
    while raw := file.readline(LONGEST_LINE + 1):
        yield raw
        while len(raw) > LONGEST_LINE and not raw.endswith(b"\n") and (raw := file.readline(LONGEST_LINE + 1)):
            pass


def _wide_lines(raw: bytes, charset: str) -> Iterator[bytes]:
    for line in raw.decode(charset, "surrogatepass").split("\n"):
        yield (line + "\n").encode(charset, "surrogatepass")
