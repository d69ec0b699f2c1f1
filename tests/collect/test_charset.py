"""Charsets: what Arabic files are really in."""

import pytest

from isnad.collect.charset import HEAD, decode, find_charset
from isnad.errors import InputError

WORDS = "قصفت قوات الوادي قرية الخريبة بقذائف الهاون صباح اليوم، ما أدى إلى مقتل ثلاثة مدنيين وإصابة سبعة آخرين.\n"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1256", "utf-16", "utf-16-le", "utf-16-be", "iso8859_6"])
def test_arabic_charsets_are_found(charset: str) -> None:
    words = WORDS if charset != "iso8859_6" else WORDS.replace("،", "")
    assert decode((words * 5).encode(charset)) == words * 5


def test_a_letter_cut_at_the_edge_of_what_is_looked_at_is_still_utf8() -> None:
    for shift in range(4):
        raw = b"a" * shift + WORDS.encode() * (2 * HEAD // len(WORDS.encode()) + 1)
        assert find_charset(raw[: HEAD + 1]) == "utf-8"


@pytest.mark.parametrize("raw", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(255, 0, -1)) * 9])
def test_binary_is_no_text(raw: bytes) -> None:
    with pytest.raises(InputError):
        decode(raw)
