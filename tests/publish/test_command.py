"""isnad publish: formats found by name, what is written, and errors in one sentence."""

from pathlib import Path

import pytest

from isnad.cli import main
from isnad.publish.bundle.formats import format_names, load_format

DOCS = Path(__file__).parents[2] / "docs"


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    return int(ended.value.code or 0)


def test_every_format_is_described_and_has_its_parts() -> None:
    docs = (DOCS / "publishing.md").read_text("utf-8")
    assert format_names() == ["acled", "csv", "geojson", "gold", "parquet", "report"]
    for name in format_names():
        form = load_format(name)
        assert f"isnad publish {name}" in docs and form.__doc__ and form.OUT and callable(form.write)


@pytest.mark.parametrize("name", format_names())
def test_every_format_is_written(name: str, ledger: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert run("publish", name, "--ledger", ledger, "--out", out, "--place", "كفر زمرود") == 0
    written = [Path(line) for line in capfd.readouterr().out.splitlines()]
    assert written and all(path.stat().st_size for path in written)
    assert run("publish", name, "--help") == 0 and "--policy" in capfd.readouterr().out


def test_errors_are_one_sentence(ledger: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("publish", "report", "--ledger", ledger, "--out", tmp_path) == 1
    assert capfd.readouterr().err == f"isnad: {tmp_path}: is a folder, and a file is wanted\n"
    assert run("publish", "csv", "--ledger", ledger, "--out", ledger) == 1
    assert capfd.readouterr().err == f"isnad: {ledger}: is a file, and a folder is wanted\n"
    assert (
        run(
            "publish", "csv", "--ledger", ledger, "--out", tmp_path / "o", "--where", "1 = 1); COPY reports TO 'x.csv'; SELECT (1"
        )
        == 1
    )
    assert not Path("x.csv").exists()


def test_an_empty_query_is_a_page_that_says_so(ledger: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("publish", "report", "--ledger", ledger, "--out", tmp_path / "a.html", "--where", "false") == 0
    assert "Nothing was found for this query." in (tmp_path / "a.html").read_text("utf-8")
    assert "nothing was found" in capfd.readouterr().err
