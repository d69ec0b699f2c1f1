"""Run a command in this process, and see what it wrote and how it ended."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from isnad.cli import main

TEXT = "قال مصدر طبي إن ثلاثة مدنيين قتلوا في قصف مدفعي نفذته قوات الوادي على بلدة برج القصب أمس الاثنين."


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Isnad = Callable[..., Ended]


@pytest.fixture
def isnad(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Isnad:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: object) -> Ended:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, out, err)

    return run
