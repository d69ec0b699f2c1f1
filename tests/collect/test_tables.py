"""JSONL and CSV: one outcome a record, in order, whatever stands in the file."""

import csv
import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.collect import collect
from isnad.collect.identity import sha256
from isnad.collect.received import Received
from isnad.records import Report, SetAside

TEXT = "قصفت قوات الوادي قرية الخريبة."


def received(tmp_path: Path, content: str | bytes, name: str = "in.jsonl", **settings: int) -> list[Received]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(collect([path], **settings))


def reasons(found: list[Received]) -> list[str]:
    return [item.outcome.reason if isinstance(item.outcome, SetAside) else "" for item in found]


def line(**fields: object) -> str:
    return json.dumps({"id": "a", "text": TEXT, **fields}, ensure_ascii=False) + "\n"


def test_fields_are_kept_as_given(tmp_path: Path) -> None:
    raw = line(
        id="x-1", outlet="وكالة", date="2031-03-04", url="http://a.example", title=" عنوان ", text=f"\n {TEXT} \r\n", other=[1]
    )
    [found] = received(tmp_path, raw)
    report = found.outcome
    assert isinstance(report, Report)
    assert (report.id, report.outlet, report.published, report.url) == ("x-1", "وكالة", "2031-03-04", "http://a.example")
    assert (report.title, report.text) == (" عنوان ", f"\n {TEXT} \r\n")
    assert found.raw == raw.encode() and report.raw_sha256 == sha256(raw.encode())
    assert report.origin.endswith("in.jsonl:1")


def test_published_stands_for_date(tmp_path: Path) -> None:
    [found] = received(tmp_path, line(published="2031-03-04T08:00:00Z"))
    assert isinstance(found.outcome, Report) and found.outcome.published == "2031-03-04"


def test_a_broken_line_in_the_middle_loses_only_itself(tmp_path: Path) -> None:
    found = received(tmp_path, line(id="1") + '{"id": "2", "text": "قصف\n' + "\n" + line(id="3"))
    assert [item.outcome.id if isinstance(item.outcome, Report) else item.outcome.report for item in found] == ["1", "2", "3"]
    assert reasons(found)[1].startswith("line is no JSON") and found[1].raw.startswith(b'{"id": "2"')


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": None}, "no text"),
        ({"text": 7}, "text is a int"),
        ({"text": ["قصف"]}, "text is a list"),
        ({"text": " \n"}, "text is empty"),
        ({"text": "Shelling in the north."}, "no Arabic text"),
        ({"text": "123 ١٢٣ 😀"}, "no Arabic text"),
    ],
)
def test_what_is_no_report_is_set_aside(tmp_path: Path, fields: dict[str, object], reason: str) -> None:
    found = received(tmp_path, line(**fields) + line(id="after"))
    assert reasons(found)[0].startswith(reason) and reasons(found)[1] == ""
    assert isinstance(found[0].outcome, SetAside) and found[0].outcome.report == "a"


@pytest.mark.parametrize("field", ["text", "title", "id", "outlet", "url"])
def test_lone_surrogates_are_set_aside(tmp_path: Path, field: str) -> None:
    found = received(tmp_path, line().replace("}", f', "{field}": "قصف \\ud800"}}') + line(id="after"))
    assert reasons(found)[0].startswith("lone surrogate") and reasons(found)[1] == ""
    assert isinstance(found[0].outcome, SetAside)
    found[0].outcome.report.encode()


def test_nuls_are_kept(tmp_path: Path) -> None:
    [found] = received(tmp_path, line(text=f"{TEXT}\0"))
    assert isinstance(found.outcome, Report) and found.outcome.text == f"{TEXT}\0"


@pytest.mark.parametrize("broken", ["[1, 2]", '"text"', "null", "nonsense", "[" * 100_000, '{"a":' * 100_000])
def test_other_json_is_set_aside(tmp_path: Path, broken: str) -> None:
    found = received(tmp_path, broken + "\n" + line())
    assert reasons(found)[0].startswith("line is") and reasons(found)[1] == ""


def test_fields_that_are_no_strings_are_left_out_and_warned_of(tmp_path: Path) -> None:
    [found] = received(tmp_path, line(id=12, title=3, outlet={"name": "وكالة"}, date="not a date"))
    report = found.outcome
    assert isinstance(report, Report)
    assert (report.id, report.title, report.outlet, report.published) == ("12", "", None, None)
    assert len(found.warnings) == 3


def test_a_line_of_20_mb(tmp_path: Path) -> None:
    long = line(id="long", text="قصف " * 2_600_000)
    assert len(long.encode()) > 18_000_000
    found = received(tmp_path, long + line(id="after"))
    assert reasons(found)[0].startswith("text is too long") and reasons(found)[1] == ""
    found = received(tmp_path, long + line(id="after"), longest=20_000_000)
    assert reasons(found) == ["", ""]


def test_a_wrong_charset_is_found(tmp_path: Path) -> None:
    content = "".join(line(id=str(at), text=TEXT * 4) for at in range(3))
    for charset in ("cp1256", "utf-16", "utf-8-sig"):
        found = received(tmp_path, content.encode(charset))
        assert [item.outcome.text for item in found if isinstance(item.outcome, Report)] == [TEXT * 4] * 3, charset


def test_one_line_that_cannot_be_decoded(tmp_path: Path) -> None:
    found = received(tmp_path, line(id="1").encode() + b'{"id": "2", "text": "\xff\xfe\x00\x81"}\n' + line(id="3").encode())
    assert [bool(reason) for reason in reasons(found)] == [False, True, False]


def test_an_empty_and_a_binary_table(tmp_path: Path) -> None:
    assert received(tmp_path, b"") == []
    assert reasons(received(tmp_path, bytes(range(256)) * 40)) == ["binary, not text"]


def write_csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def test_csv_rows_over_several_lines_keep_their_bytes(tmp_path: Path) -> None:
    content = write_csv([["id", "Text", "date"], ["1", f"{TEXT}\n\nثانٍ، «نص»", "2031-01-02"], ["2", TEXT, ""]])
    found = received(tmp_path, content, "in.csv")
    first, second = (item.outcome for item in found)
    assert isinstance(first, Report) and isinstance(second, Report)
    assert (first.text, first.published, second.id) == (f"{TEXT}\n\nثانٍ، «نص»", "2031-01-02", "2")
    assert found[0].raw.decode() + found[1].raw.decode() == content.partition("\n")[2]


def test_csv_without_a_text_column_and_with_a_row_too_long(tmp_path: Path) -> None:
    assert reasons(received(tmp_path, "id,body\n1,قصف\n", "in.csv")) == ["no column named text"]
    found = received(tmp_path, "id,text\n1,قصف,x\n2,قصف\n3\n", "in.csv")
    assert [reason[:7] for reason in reasons(found)] == ["row has", "", "no text"]


def test_csv_in_windows_1256(tmp_path: Path) -> None:
    content = write_csv([["id", "text"], ["1", TEXT * 3]]).encode("cp1256")
    [found] = received(tmp_path, content, "in.csv")
    assert isinstance(found.outcome, Report) and found.outcome.text == TEXT * 3


_ANY = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("اقصف\u064b\u0640\u200f\u2067\ufefc\ufeff\0\r\n "))
)


@given(st.lists(st.tuples(_ANY, _ANY), min_size=1, max_size=4))
def test_text_and_title_are_kept_code_point_by_code_point(pairs: list[tuple[str, str]]) -> None:
    lines = "".join(line(title=title, text=f"قصف{text}") for title, text in pairs)
    with tempfile.TemporaryDirectory() as folder:
        found = received(Path(folder), lines)
    kept = [(item.outcome.title, item.outcome.text) for item in found if isinstance(item.outcome, Report)]
    assert kept == [(title, f"قصف{text}") for title, text in pairs]


@given(st.binary(max_size=400), st.sampled_from(["in.jsonl", "in.csv", "in.txt", "in.html"]))
def test_no_bytes_stop_a_run(raw: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "z.jsonl").write_text(line(id="after"), "utf-8")
        (Path(folder) / name).write_bytes(raw)
        last = list(collect([Path(folder)]))[-1].outcome
    assert isinstance(last, Report) and last.id == "after"
