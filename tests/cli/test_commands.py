"""The other commands, on the sample reports."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from isnad.cli import isnad as group
from isnad.ledger.engines.duckdb import DuckEngine

from .conftest import Isnad

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"


@pytest.fixture
def demo(isnad: Isnad) -> Isnad:
    assert isnad("demo", "--ledger", "demo.duckdb").code == 0
    return isnad


def test_help_is_quick() -> None:
    def seconds() -> float:
        """Of processor time: a busy machine makes no command slower."""
        before = os.times()
        subprocess.run([sys.executable, "-m", "isnad", "--help"], capture_output=True, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    assert min(seconds() for _ in range(3)) < 0.3  # 0.2 on a machine at rest


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from isnad.cli import isnad; isnad.get_help(isnad.make_context('isnad', [], resilient_parsing=True)); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"duckdb", "pyarrow", "rich", "trafilatura", "yaml", "splink", "pandas", "charset_normalizer"}
    assert heavy.isdisjoint(loaded)


def test_every_command_and_option_is_documented() -> None:
    docs = (ROOT / "docs" / "commands.md").read_text("utf-8")
    context = group.make_context("isnad", [], resilient_parsing=True)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None and f"isnad {name}" in docs
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
        assert [option for option in options if option not in docs] == []


def test_every_command_in_the_readme_exists() -> None:
    context = group.make_context("isnad", [], resilient_parsing=True)
    named = set(re.findall(r"isnad (\w+)", "".join(re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL))))
    assert named and named <= set(group.list_commands(context))


def test_the_readme_shows_its_example() -> None:
    shown = re.search(r"<!-- claims -->\n```text\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert shown and "according to" in shown[1]


def test_the_demo_shows_claims_and_what_to_try(demo: Isnad) -> None:
    again = demo("demo", "--ledger", "demo.duckdb")
    assert again.code == 0 and "sample-03" in again.out and "isnad why c" in again.out
    assert demo("verify", "--ledger", "demo.duckdb").code == 0


def test_claims_fit_on_100_columns(demo: Isnad) -> None:
    ended = demo("claims", "--ledger", "demo.duckdb")
    assert ended.code == 0 and max(cell_len(line.rstrip()) for line in ended.out.splitlines()) <= 100


def test_claims_as_json_and_filtered(demo: Isnad) -> None:
    every = [json.loads(line) for line in demo("claims", "--ledger", "demo.duckdb", "--format", "json").out.splitlines()]
    assert every
    act = every[0]["act"]
    some = [
        json.loads(line) for line in demo("claims", "--ledger", "demo.duckdb", "--format", "json", "--act", act).out.splitlines()
    ]
    assert [claim["id"] for claim in some] == [claim["id"] for claim in every if claim["act"] == act]
    one = demo("claims", "--ledger", "demo.duckdb", "--format", "json", "--limit", 1, "--date", "2031").out
    assert len(one.splitlines()) == 1
    assert demo("claims", "--ledger", "demo.duckdb", "--date", "soon").code == 1


def test_why_shows_words_rules_and_chain(demo: Isnad) -> None:
    claims = [json.loads(line) for line in demo("claims", "--ledger", "demo.duckdb", "--format", "json").out.splitlines()]
    for claim in claims:
        ended = demo("why", claim["id"][:10], "--ledger", "demo.duckdb")
        assert ended.code == 0 and claim["id"] in ended.out and "published it" in ended.out
    assert demo("why", "nothing", "--ledger", "demo.duckdb").err.startswith("isnad: no claim has an id that begins with")


def test_verify_fails_loudly(demo: Isnad, tmp_path: Path) -> None:
    with DuckEngine(tmp_path / "demo.duckdb", write=True) as engine:
        engine.query("UPDATE reports SET text = text || '.' WHERE id = 'sample-05'")
    ended = demo("verify", "--ledger", "demo.duckdb")
    assert ended.code == 1 and "report sample-05: its title or text was changed" in ended.out
    assert "does not hold together" in ended.err


def test_a_ledger_that_is_none_is_one_sentence(isnad: Isnad, tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").write_text("not a ledger at all " * 500)
    for command in (["claims"], ["why", "c1"], ["verify"], ["demo"]):
        ended = isnad(*command, "--ledger", "a.duckdb")
        assert (ended.code, ended.out, ended.err) == (1, "", "isnad: a.duckdb: is no ledger (not a DuckDB file)\n")


def test_knowledge_check(isnad: Isnad) -> None:
    assert isnad("knowledge", "check").code == 0
