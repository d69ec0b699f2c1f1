"""Knowledge of the invented samples: with it, no claim of theirs names a real place or party."""

import csv
from collections.abc import Iterator

import pytest

from isnad.commands.demo import SAMPLES
from isnad.knowledge.check import check_knowledge
from isnad.knowledge.load import load_knowledge
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.pipeline import Settings, read_into_ledger

FOLDER = SAMPLES / "knowledge"
REAL = {"mv"}  # «فدية مالية» reads as Malé: a common word, not a name


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckEngine]:
    with DuckEngine(tmp_path_factory.mktemp("demo") / "demo.duckdb", write=True) as engine:
        read_into_ledger([SAMPLES / "reports.jsonl"], engine, Settings(knowledge=(FOLDER,)))
        yield engine


def test_the_folder_holds_together() -> None:
    assert check_knowledge(FOLDER) == []
    known = load_knowledge([FOLDER])
    rows = list(csv.DictReader((FOLDER / "places" / "xx.csv").read_text(encoding="utf-8").splitlines()))
    assert all(row["ref"] == "invented" and all(p in known.places for p in row["parents"].split("|") if p) for row in rows)
    parties = [entry for id_, entry in known.actors.items() if id_.split(".")[0] == "xx"]
    assert parties and all(entry.country == ("xx",) and all(p in known.actors for p in entry.part_of) for entry in parties)
    assert all(role.of in known.actors for entry in parties for role in entry.roles)


@pytest.mark.parametrize("table", ["claim_places", "claim_actors", "speakers"])
def test_claims_of_the_samples_name_invented_places_and_parties_only(ledger: DuckEngine, table: str) -> None:
    ids = {row["id"] for row in ledger.query(f"SELECT DISTINCT id FROM {table} WHERE id <> ''")}
    named = {i for i in ids if not i.startswith("kind.")}
    assert {i for i in named if i.split(".")[0].split("-")[0] != "xx"} <= REAL
    assert named & {"xx.army", "xx.kafr-zumurrud", "xx.difaf-observatory"}


def test_a_village_of_the_samples_has_its_coordinates(ledger: DuckEngine) -> None:
    found = {(row["lat"], row["lon"]) for row in ledger.query("SELECT lat, lon FROM claim_places WHERE name = 'كفر زمرود'")}
    assert found == {(15.52, 62.42)}
