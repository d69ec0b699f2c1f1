"""Which charset bytes are in. UTF-8 first; else what an Arabic file is likely to be."""

from __future__ import annotations

import codecs

from isnad.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ARABIC = ["cp1256", "iso8859_6", "cp720", "cp864"]
HEAD = 1 << 18
"""Bytes looked at; one more tells that the file goes on, and may be cut within a letter."""


def decode(raw: bytes) -> str:
    """The text of the bytes, exactly, without a byte order mark. Raises InputError where they are in no charset known."""
    charset = find_charset(raw)
    try:
        return raw.decode(charset).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not {charset}") from None


def find_charset(raw: bytes) -> str:
    """The name of the charset of the first 256 kB. Raises InputError for bytes that are no text."""
    head = raw[:HEAD]
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if wide := _wide(head):  # before UTF-8: bytes of UTF-16 Arabic are valid there too
        return wide
    if is_utf8(head, whole=len(raw) <= HEAD):
        return "utf-8"
    if b"\0" in head:
        raise InputError("binary, not text")
    return _guess(head)


def is_utf8(head: bytes, whole: bool = True) -> bool:
    """Whether the bytes are UTF-8; where they are not the whole, a letter may be cut at the end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: most Arabic letters have 0x06 as their high byte."""
    half = max(len(head) // 2, 1)
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if sum(high.count(byte) for byte in (b"\x06", b"\x00")) / half > 0.7 and high.count(b"\x06") / half > 0.3:
            return name
    return None


def _guess(head: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(head, cp_isolation=_ARABIC).best() or from_bytes(head).best()
    if best is None:
        raise InputError("in no charset known")
    return str(best.encoding)
