"""Learn the model that linking weighs by, from a ledger's claims alone; no labels are looked at.

usage: train.py LEDGER [--version happening-1]     writes src/isnad/link/models/VERSION.json

1. *Prior, days and crowd* from the lag curve: how many pairs of reports tell of acts of one kin at one place on the same day, beside how
   many do so 3 or 4 days apart, which are other happenings of the same campaign. What is more on the same day tells of one happening.
2. *u* of every other field from pairs at one place and 5 to 60 days apart: two happenings at one place, by the same parties, in reports
   alike. Random pairs would make any agreement look like proof.
3. *m* by Splink's EM over pairs at one place on one day, with that u fixed.

Names of parties and places that many reports have go into the model, so that a shared name weighs the same whatever is read later.
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
THRESHOLD, FIT = 1.0, -1.0
PRIOR = 3.0
"""Weight (log2 of the odds) of two claims of one kin told of one day and one place that few reports name: from the lag curve."""
STEP = 0.4
"""What one step of crowding takes away (see compare.py): from the lag curve."""
SET: dict[str, dict[str, float]] = {
    "days": {
        "same day told": 0.1, "same day, told or of publication": -0.1, "day before publication": -0.9, "next day": -1.8, "days between": -5.0, "different": -10.0,
        "no day on one side": -5.5, "placed on the same day": -1.2, "placed on another day": -5.6,
    },
    "place": {
        "same spot": 0.0, "one spot of several": -0.8, "within 3 km": -1.0, "within 12 km": -2.2, "one lies in the other": -2.6, "within 40 km": -4.0, "different": -7.0,
        "no place on one side": -5.0,
    },
}  # fmt: skip
"""Weights, not learned by EM: days from the lag curve, place judged by reading, both against one day and one spot."""

SAME = """l.kin = r.kin and l.report <> r.report and l.spots[1] = r.spots[1] and l.day_from = r.day_from"""

_HARD = """
    CREATE OR REPLACE TABLE hard AS
    SELECT DISTINCT l.claim AS join_key_l, r.claim AS join_key_r, '0' AS match_key
    FROM fields AS l JOIN fields AS r ON l.kin = r.kin AND l.spots[1] = r.spots[1] AND l.claim < r.claim AND l.nr <> r.nr
    WHERE abs(l.day_from - r.day_from) BETWEEN 5 AND 60
"""

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
    model = Model(version, settings, names, THRESHOLD, FIT, f"{reports} reports; days, place and crowd set, the rest by EM")
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
    connection.execute(_HARD)
    weigh_as_levels = level_settings()
    api = DuckDBAPI(connection)
    claims = api.register("compared")
    linker = Linker(claims, weigh_as_levels, log_level=None, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(api.register("hard"))
    hard = linker.inference.predict(warning_mode="never").physical_name
    settings = with_u(connection, hard, base_settings())
    linker = Linker(claims, settings, log_level=None, validate_settings=False)
    session = linker.training.estimate_parameters_using_expectation_maximisation(SAME)
    click.echo(
        f"EM: {session.core_model_settings.probability_two_random_records_match:.2f} of the pairs of one day and place match"
    )
    return finish(linker.misc.save_model_to_json())


def base_settings() -> dict[str, Any]:
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "claim",
        "comparisons": comparisons(),
        "blocking_rules_to_generate_predictions": [SAME],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "max_iterations": 100,
    }


def told_levels(comparison: dict[str, Any]) -> list[dict[str, Any]]:
    return [level for level in comparison["comparison_levels"] if not level.get("is_null_level")]


def level_settings() -> dict[str, Any]:
    """Settings by which a field's weight is the number of its level, from 1: that is how levels are counted."""
    settings = base_settings()
    for comparison in settings["comparisons"]:
        for at, level in enumerate(told_levels(comparison), 1):
            level["m_probability"], level["u_probability"] = 2.0 ** (at - 50), 2.0**-50
    return settings


def with_u(connection: Any, hard: str, settings: dict[str, Any]) -> dict[str, Any]:
    """u of every level: how often pairs of two happenings at one place agree so."""
    for comparison in settings["comparisons"]:
        levels = told_levels(comparison)
        column = f"mw_{comparison['output_column_name']}"
        rows = connection.execute(
            f"SELECT round({column})::INTEGER, count(*) FROM {hard} WHERE {column} > 0.5 GROUP BY 1"
        ).fetchall()
        counts = dict(rows)
        every = sum(counts.values()) + len(levels)
        for at, level in enumerate(levels, 1):
            level["u_probability"] = (counts.get(at, 0) + 1) / every
    return settings


def smooth(levels: list[dict[str, Any]]) -> None:
    """Better agreement never weighs less: neighbours that stand the wrong way round are pooled, their m and u added up."""
    pools: list[list[dict[str, Any]]] = []
    for level in levels:
        pools.append([level])
        while len(pools) > 1 and ratio(pools[-2]) < ratio(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    for pool in pools:
        pooled = ratio(pool)
        for level in pool:
            level["m_probability"] = level["u_probability"] * pooled


def ratio(pool: list[dict[str, Any]]) -> float:
    m = sum(level.get("m_probability") or level["u_probability"] for level in pool)
    return float(m / sum(level["u_probability"] for level in pool))


def finish(settings: dict[str, Any]) -> dict[str, Any]:
    """Put in what is not EM's, and tell levels of one weight apart by a hair, so that a weight names its level."""
    settings["probability_two_random_records_match"] = 2.0**PRIOR / (1 + 2.0**PRIOR)
    for comparison in settings["comparisons"]:
        name = comparison["output_column_name"]
        levels = told_levels(comparison)
        smooth(levels)
        for at, level in enumerate(levels):
            level.pop("tf_adjustment_weight", None)
            given = -STEP * (len(levels) - 1 - at) if name == "crowd" else SET.get(name, {}).get(level["label_for_charts"])
            if given is not None:
                level["u_probability"], level["m_probability"] = 0.0001, 0.0001 * 2.0**given
            level["m_probability"] = (level.get("m_probability") or level["u_probability"]) * (1 + (at + 1) * 1e-5)
    return {key: value for key, value in settings.items() if key not in ("linker_uid", "sql_dialect")}


if __name__ == "__main__":
    train()
