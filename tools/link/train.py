"""Learn the model that linking weighs by: u from random pairs, m by EM on pairs that agree on place and day, or on two numbers.

usage: train.py LEDGER [--version happening-1]     writes src/isnad/link/models/VERSION.json

Needs no labels. Days, place and crowd are what pairs are blocked by, so EM sees too few disagreements in them to learn m: theirs are
set below, and say so in the model. Names of parties and places that many reports of the ledger have go into the model too, so that a
shared name weighs the same whatever else is read later.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import click
import msgspec

from isnad.knowledge.load import load_knowledge
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.compare import comparisons
from isnad.link.fields import lay_out_fields
from isnad.link.happenings import CROWDED
from isnad.link.model import Model
from isnad.link.sql import run_sql
from isnad.link.workspace import workspace

MODELS = Path(__file__).parents[2] / "src" / "isnad" / "link" / "models"
THRESHOLD, FIT, PRIOR = 1.0, 0.0, 2.0**-12.5

SET: dict[str, dict[str, float]] = {
    "days": {"same day told": 0.55, "same day, told or of publication": 0.25, "next day told": 0.08, "days between": 0.07, "different": 0.01},
    "place": {"same spot": 0.6, "within 3 km": 0.02, "within 12 km": 0.06, "one lies in the other": 0.17, "within 40 km": 0.06, "different": 0.09},
}
"""m where EM cannot learn it: how often two tellings of one happening agree so, judged by reading fifty pairs."""

SESSIONS = (
    "l.kin = r.kin and l.report <> r.report and l.spots[1] = r.spots[1] and l.day_from = r.day_from",
    "l.kin = r.kin and l.report <> r.report and l.killed[1] = r.killed[1] and l.injured[1] = r.injured[1] and l.killed[1] + l.injured[1] >= 5",
)

_ALL_PAIRS = """
    CREATE OR REPLACE TABLE report_pairs_asked AS
    WITH marked AS (
        SELECT nr, unnest(list_concat(rare, scarce)) AS mark FROM report_marks UNION ALL SELECT nr, 'band ' || unnest(bands) FROM report_marks
    )
    SELECT DISTINCT l.nr AS report_l, r.nr AS report_r FROM marked AS l JOIN marked AS r USING (mark) WHERE l.nr < r.nr
"""


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path, exists=True))
@click.option("--version", default="happening-1")
def train(ledger: Path, version: str) -> None:
    """Write a model file learned from LEDGER."""
    with DuckEngine(ledger, write=True) as engine, workspace(engine) as connection:
        names = common_names(engine)
        lay_out_fields(connection, load_knowledge(), Model(version, {}, names))
        run_sql(connection, "blocking.sql", crowded=str(CROWDED))
        connection.execute(_ALL_PAIRS)
        run_sql(connection, "resemblance.sql")
        settings = learn(connection)
        reports = engine.query("SELECT count(*) AS n FROM reports")[0]["n"]
    model = Model(version, settings, names, THRESHOLD, FIT, f"{reports} reports; m of days, place and crowd set, the rest by EM")
    MODELS.mkdir(exist_ok=True)
    (MODELS / f"{version}.json").write_bytes(msgspec.json.format(msgspec.json.encode(model), indent=1) + b"\n")


def common_names(engine: DuckEngine) -> dict[str, int]:
    """Ids that 30 reports or more name → 2; a hundred → 1; a tenth of all → 0."""
    every = engine.query("SELECT count(*) AS n FROM reports")[0]["n"]
    rows = engine.query("""
        SELECT id, count(DISTINCT report) AS n FROM mentions
        WHERE kind IN ('actor', 'place') AND id <> '' AND NOT starts_with(id, 'kind.') GROUP BY id HAVING n >= 30 ORDER BY id
    """)
    return {row["id"]: 0 if row["n"] * 10 >= every else 1 if row["n"] >= 100 else 2 for row in rows}


def learn(connection: Any) -> dict[str, Any]:
    """Splink's settings with every m and u filled in."""
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = {
        "link_type": "dedupe_only",
        "unique_id_column_name": "claim",
        "comparisons": comparisons(),
        "blocking_rules_to_generate_predictions": [SESSIONS[0]],
        "probability_two_random_records_match": PRIOR,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "max_iterations": 100,
    }
    linker = Linker(DuckDBAPI(connection).register("compared"), settings, log_level=None, validate_settings=False)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for session in SESSIONS:
        linker.training.estimate_parameters_using_expectation_maximisation(session)
    return finish(linker.misc.save_model_to_json())


def finish(settings: dict[str, Any]) -> dict[str, Any]:
    """Put in what is set rather than learned, and tell levels of one weight apart by a hair, so that a weight names its level."""
    settings["probability_two_random_records_match"] = PRIOR
    for comparison in settings["comparisons"]:
        name = comparison["output_column_name"]
        told = [level for level in comparison["comparison_levels"] if not level.get("is_null_level")]
        for at, level in enumerate(told):
            level.pop("tf_adjustment_weight", None)
            if name == "crowd":
                level["u_probability"], level["m_probability"] = 0.001, 0.001 * 2.0 ** crowd_weight(at, len(told))
            level["m_probability"] = SET.get(name, {}).get(level["label_for_charts"], level.get("m_probability") or level["u_probability"])
            level["m_probability"] = round(level["m_probability"], 9) * (1 + at * 1e-5)
    return {key: value for key, value in settings.items() if key not in ("linker_uid", "sql_dialect")}


def crowd_weight(at: int, levels: int) -> float:
    """5 where no other report tells of the place, one less for every doubling of the crowd: the frequency of the value itself."""
    return 5.0 - (levels - 1 - at)


if __name__ == "__main__":
    train()
