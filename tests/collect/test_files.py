"""Text files, pages and folders."""

from pathlib import Path

import pytest

from isnad.collect import collect
from isnad.errors import InputError
from isnad.records import Report, SetAside

TITLE = "قصف على الخريبة"
TEXT = "قصفت قوات الوادي قرية الخريبة بقذائف الهاون صباح اليوم، ما أدى إلى مقتل ثلاثة مدنيين بحسب مصدر طبي.\nونفت القوات ذلك.\n"

PAGE = f"""<html dir="rtl"><head><meta charset="CHARSET"><title>{TITLE}</title>
<meta property="og:site_name" content="وكالة الوادي">
<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head>
<body><nav><a href="/">الرئيسية</a></nav><article><h1>{TITLE}</h1><p>{TEXT * 2}</p></article></body></html>"""


def only(path: Path) -> Report | SetAside:
    [found] = list(collect([path]))
    return found.outcome


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_first_line_is_the_title(tmp_path: Path, charset: str, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TITLE + end + TEXT).encode(charset))
    report = only(path)
    assert isinstance(report, Report) and (report.title, report.text) == (TITLE, TEXT)


def test_a_text_file_of_one_line_has_no_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TITLE, "utf-8")
    report = only(tmp_path / "a.txt")
    assert isinstance(report, Report) and (report.title, report.text) == ("", TITLE)


@pytest.mark.parametrize(("raw", "reason"), [(b"", "file is empty"), (b"\x7fELF" + bytes(range(256)), "binary, not text")])
def test_empty_and_binary_files_are_set_aside(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    aside = only(tmp_path / "a.txt")
    assert isinstance(aside, SetAside) and aside.reason == reason


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_a_page_gives_title_text_date_and_outlet(tmp_path: Path, charset: str) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.replace("CHARSET", charset).encode(charset))
    report = only(tmp_path / "a.html")
    assert isinstance(report, Report)
    assert (report.title, report.published, report.outlet) == (TITLE, "2021-03-04", "وكالة الوادي")
    assert "مقتل ثلاثة مدنيين" in report.text and "الرئيسية" not in report.text


def test_a_page_without_text_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html></html>", "utf-8")
    assert isinstance(only(tmp_path / "a.html"), SetAside)


def test_folders_are_walked_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/2.txt", "b/1.txt", ".hidden.txt", "a.pdf"):
        (tmp_path / name).write_text(f"{TITLE}\n{TEXT}", "utf-8")
    found = [item.outcome for item in collect([tmp_path])]
    assert [Path(outcome.origin).name for outcome in found] == ["a.pdf", "1.txt", "2.txt", "c.txt"]
    assert isinstance(found[0], SetAside) and found[0].reason == "no reader for .pdf files"


def test_a_path_that_is_not_there_fails_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        collect([tmp_path, tmp_path / "missing"])


def test_the_same_report_has_the_same_id_and_another_outlet_another(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "قصف", "outlet": "أ"}\n{"text": "قصف", "outlet": "ب"}\n{"text": "قصف", "outlet": "أ"}\n'
    )
    first, second, third = (item.outcome for item in collect([tmp_path]))
    assert isinstance(first, Report) and isinstance(second, Report) and isinstance(third, Report)
    assert first.id == third.id != second.id
    assert first.sha256 == second.sha256
