"""ACLED's 31 columns: which row an act is, what is left out, and a notes sentence that names the dispute."""

import csv
import json
from pathlib import Path

import pytest

from isnad.errors import QueryError
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.publish import acled
from isnad.publish.acled_rows.codes import _CHOSEN, _FIXED, NOT_CODED, Hit, code, disorder
from isnad.publish.acled_rows.parties import interaction
from isnad.publish.acled_rows.rows import COLUMNS
from isnad.publish.bundle.query import Query
from isnad.publish.bundle.selection import Selection, select

from .conftest import MADE, golden

ACTS = Path(__file__).parents[2] / "src" / "isnad" / "knowledge" / "acts"


def test_it_is_as_the_golden_file(everything: Selection, tmp_path: Path) -> None:
    for path in acled.write(everything, tmp_path):
        golden(f"everything-{path.name}", path.read_text("utf-8"))


def test_the_columns_and_the_notes(everything: Selection, tmp_path: Path) -> None:
    acled.write(everything, tmp_path)
    with (tmp_path / "acled.csv").open(encoding="utf-8", newline="") as file:
        [row] = list(csv.DictReader(file))
    assert len(COLUMNS) == 31 and tuple(row) == COLUMNS
    assert (row["sub_event_type"], row["fatalities"], row["time_precision"], row["geo_precision"]) == (
        "Air/drone strike",
        "3",
        "1",
        "1",
    )
    for words in ("On 4 March 2031, in كفر زمرود", "قيادة جيش الإقليم", "3 killed", "12 killed", "denies it", "Accounts differ."):
        assert words in row["notes"]
    assert "confirmed" not in row["notes"]
    left_out = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))["isnad"]["left_out"]
    assert left_out == {"no day told": 1}


def test_the_policy_chooses_the_fatalities(engine: DuckEngine, tmp_path: Path) -> None:
    acled.write(select(engine, Query(policy="low_best_high"), MADE), tmp_path)
    assert ",12,,1935" in (tmp_path / "acled.csv").read_text("utf-8")


def test_every_act_is_coded_or_left_out() -> None:
    acts = {path.stem for path in ACTS.glob("*.yaml")}
    assert acts <= set(_CHOSEN) | set(_FIXED) | NOT_CODED and not (set(_CHOSEN) | set(_FIXED)) & NOT_CODED


@pytest.mark.parametrize("path", sorted(ACTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_codes_are_those_that_the_knowledge_names(path: Path) -> None:
    named = path.read_text("utf-8").partition("acled:")[2].partition("\n")[0]
    if path.stem == "harm":
        named = (ACTS / "attack.yaml").read_text("utf-8").partition("acled:")[2].partition("\n")[0]
    for civilian in (True, False):
        hit = Hit(path.stem, civilian, not civilian, True, frozenset(), hurt=False, leaves=False)
        coded = code(hit)
        assert (coded is None) == ("–" in named)
        assert coded is None or coded[1] in named, (coded, named)


def test_what_decides_between_rows() -> None:
    hit = Hit("bomb", False, False, False, frozenset({"suicide_belt"}), hurt=True, leaves=False)
    assert code(hit) == ("Explosions/Remote violence", "Suicide bomb")
    gas = Hit("shell", True, False, True, frozenset({"chemical"}), hurt=True, leaves=False)
    assert code(gas) == ("Explosions/Remote violence", "Chemical weapon")
    foiled = Hit("repel", False, False, True, frozenset({"ied"}), hurt=False, leaves=False)
    assert code(foiled) == ("Strategic developments", "Disrupted weapons use")
    assert disorder(("Protests", "Excessive force against protesters")) == "Political violence; Demonstrations"
    assert (
        interaction("Rebel group", "State forces") == "State forces-Rebel group"
        and interaction("Civilians", "") == "Civilians only"
    )


def test_an_unlinked_ledger_has_no_rows(tmp_path: Path) -> None:
    with DuckEngine(tmp_path / "empty.duckdb", write=True) as engine, pytest.raises(QueryError, match="no incidents yet"):
        acled.write(select(engine, Query(), MADE), tmp_path)
