"""Splink weighs the candidate pairs by the model; every pair keeps its weight field by field."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from isnad.link.model import Model

if TYPE_CHECKING:
    import duckdb

FLOOR = -4.0
"""Pairs that weigh less are not kept; in grouping they count as never met."""


def score_candidates(connection: duckdb.DuckDBPyConnection, model: Model) -> int:
    """Make the table `scored` (claim_l, claim_r, weight, probability, agreements) from `candidates` and `compared`.

    Pairs below FLOOR are left out. Returns how many pairs stayed. Uses Splink 5 on the connection's own DuckDB.
    """
    if not _count(connection, "candidates"):
        connection.execute(f"CREATE OR REPLACE TABLE scored AS {_NOTHING}")
        return 0
    predicted = _predict(connection, model)
    connection.execute(f"""
        CREATE OR REPLACE TABLE scored AS
        SELECT least(claim_l, claim_r) AS claim_l, greatest(claim_l, claim_r) AS claim_r,
            match_weight AS weight, match_probability AS probability, {agreements_sql(model)} AS agreements
        FROM {predicted}
    """)
    return _count(connection, "scored")


_NOTHING = "SELECT '' AS claim_l, '' AS claim_r, 0.0 AS weight, 0.0 AS probability, '' AS agreements WHERE false"


def _predict(connection: duckdb.DuckDBPyConnection, model: Model) -> str:
    """Name of the table with Splink's predictions."""
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection)
    claims = api.register("compared", dataset_display_name="claims")
    pairs = api.register("candidates", dataset_display_name="pairs")
    linker = Linker(claims, model.settings, log_level=None, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(pairs)
    found = linker.inference.predict(threshold_match_weight=FLOOR, warning_mode="never")
    return str(found.physical_name)


def agreements_sql(model: Model) -> str:
    """SQL that tells a pair's levels and weights as JSON: {"days": ["same day told", 9.6], …}; fields not told are left out.

    Splink gives weights only, so a level is found by its weight: within a field no two levels weigh the same.
    """
    fields = [_agreement_sql(comparison) for comparison in model.settings["comparisons"]]
    return f"json_merge_patch('{{}}', {', '.join(fields)})::VARCHAR"


def _agreement_sql(comparison: dict[str, Any]) -> str:
    name = comparison["output_column_name"]
    weight = f"mw_{name}"
    whens = " ".join(
        f"WHEN abs({weight} - {value!r}) < 1e-6 THEN '{label}'" for label, value in level_weights(comparison).items()
    )
    return f"CASE WHEN {weight} = 0 THEN '{{}}' ELSE json_object('{name}', json_array(CASE {whens} END, round({weight}, 2))) END"


def level_weights(comparison: dict[str, Any]) -> dict[str, float]:
    """Level → its match weight, log2(m / u)."""
    from math import log2

    told = [level for level in comparison["comparison_levels"] if not level.get("is_null_level")]
    return {level["label_for_charts"]: log2(level["m_probability"] / level["u_probability"]) for level in told}


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])
