"""Write the example of README.md anew: the report between its marks is read, its claims are printed below it.

python tools/readme_example.py
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from pathlib import Path

from rich.console import Console

from isnad.commands.terminal.claim_table import claim_table
from isnad.ledger.claims import Asked, find_claims
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.pipeline import Settings, read_into_ledger

README = Path(__file__).parents[1] / "README.md"
_REPORT = re.compile(r"<!-- report -->\n```json\n(.*?)\n```", re.DOTALL)
_CLAIMS = re.compile(r"(<!-- claims -->\n```text\n).*?(```\n)", re.DOTALL)


def main() -> None:
    """Read, print, replace."""
    readme = README.read_text("utf-8")
    found = _REPORT.search(readme)
    if found is None:
        raise SystemExit("README.md: no report between the marks")
    shown = show_claims(json.dumps(json.loads(found[1]), ensure_ascii=False))
    README.write_text(_CLAIMS.sub(lambda match: match[1] + shown + "\n" + match[2], readme), "utf-8")


def show_claims(line: str) -> str:
    """The table that `isnad claims` shows for one report, given as a line of JSONL."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.jsonl"
        path.write_text(line, "utf-8")
        with DuckEngine(Path(folder) / "a.duckdb", write=True) as engine:
            read_into_ledger([path], engine, Settings(jobs=1))
            claims = find_claims(engine, Asked())
    out = Console(file=io.StringIO(), width=100, color_system=None)
    out.print(claim_table(claims))
    assert isinstance(out.file, io.StringIO)
    return "\n".join(line.rstrip() for line in out.file.getvalue().strip("\n").splitlines())


if __name__ == "__main__":
    main()
