"""`text[start:end]` of everything that a reading shows is what it shows, whatever the text holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from isnad.records import Reading, Report, Span

from .samples import read, samples

MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
DIRECTIONS = "\u200e\u200f\u200b\u200c\u200d\u202a\u202b\u202c\u2066\u2067\u2069\ufeff\u00ad"
STRANGE = st.sampled_from(
    [*MARKS, *DIRECTIONS, "ـ", "ـــ", "😀", "👩‍👧", "🇸🇾", "é", "\u00a0", "\n", '"', "«", "٣", "\ufdfa", "\ufdf2"]
)
_FORMS = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0xFE70, 0xFEFD)}


def shown(record: Any) -> Iterator[Any]:
    """Every record under this one that points into a text: it has `start` and `end`."""
    if isinstance(record, msgspec.Struct):
        if hasattr(record, "start") and isinstance(record.start, int):
            yield record
        for name in record.__struct_fields__:
            yield from shown(getattr(record, name))
    elif isinstance(record, (tuple, list)):
        for one in record:
            yield from shown(one)


def faults(report: Report, reading: Reading) -> list[Any]:
    fields = {"text": report.text, "title": report.title or ""}
    return [found for found in shown(reading) if not _holds(found, fields[getattr(found, "field", "text")])]


def _holds(found: Any, text: str) -> bool:
    inside = bool(0 <= found.start <= found.end <= len(text))
    return inside and (isinstance(found, Span) or not hasattr(found, "text") or text[found.start : found.end] == found.text)


def strewn(text: str, strange: Sequence[tuple[int, str]]) -> str:
    """The text with strange pieces put in at places, counted round and round."""
    for place, piece in strange:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at:]
    return text


def test_as_they_are() -> None:
    assert [fault for report in samples() for fault in faults(report, read(report))] == []


PIECES = st.lists(st.tuples(st.integers(0, 5000), STRANGE), min_size=1, max_size=40)


@settings(deadline=None, max_examples=60)
@given(report=st.sampled_from(samples()), strange=PIECES)
def test_strewn_with_strange_pieces(report: Report, strange: list[tuple[int, str]]) -> None:
    odd = msgspec.structs.replace(report, text=strewn(report.text, strange), title=strewn(report.title or "", strange))
    assert faults(odd, read(odd)) == []


@settings(deadline=None, max_examples=20)
@given(report=st.sampled_from(samples()))
def test_presentation_forms(report: Report) -> None:
    odd = msgspec.structs.replace(report, text="".join(_FORMS.get(c, c) for c in report.text))
    reading = read(odd)
    assert faults(odd, reading) == []
    assert [claim.act for claim in reading.claims] == [claim.act for claim in read(report).claims]


@settings(deadline=None, max_examples=60)
@given(text=st.text(alphabet=st.sampled_from("قصفتالجيشعلىوبمن ،.:«»\n٣5/-😀\u200f\u0651ـ"), max_size=200))
def test_any_letters_are_read(text: str) -> None:
    report = Report("any", text, published="2031-05-07")
    assert faults(report, read(report)) == []
