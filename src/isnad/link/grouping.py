"""Weighed pairs of the workspace become groups of claims. Claims go by numbers meanwhile: a million of them fit in memory so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.clusters import Cut, cluster
from isnad.link.groups import Edge, Told
from isnad.link.model import Model
from isnad.link.verdicts import Bonds, read_bonds

if TYPE_CHECKING:
    import duckdb

Numbers = tuple[int, int]
"""Two claims, by number."""


def group_claims(connection: duckdb.DuckDBPyConnection, engine: DuckEngine, model: Model) -> tuple[int, list[Cut], int]:
    """Fill `members` and `cuts`; how many links there were, the cuts, and how many pairs had a weight."""
    connection.execute(
        "CREATE OR REPLACE TABLE numbered AS SELECT claim, row_number() OVER (ORDER BY claim) - 1 AS n FROM fields"
    )
    told = [_told(*row) for row in connection.execute(_TOLD).fetchall()]
    pairs = connection.execute(_PAIRS).fetchnumpy()
    edges = [Edge(*pair) for pair in zip(*(pairs[column].tolist() for column in ("l", "r", "weight")), strict=True)]
    together, apart = _numbered(connection, read_bonds(engine))
    groups, cuts = cluster(told, edges, model.threshold, model.fit, together, apart)
    _register(
        connection, "members", {"n": range(len(groups)), "nr": groups}, "SELECT claim, nr FROM made JOIN numbered USING (n)"
    )
    columns: dict[str, Sequence[Any]] = {
        "l": [cut.left for cut in cuts],
        "r": [cut.right for cut in cuts],
        "reason": [cut.reason for cut in cuts],
    }
    _register(connection, "cuts", columns, _CUTS)
    return sum(edge.weight >= model.threshold for edge in edges), cuts, len(edges)


# Spots matter only for claims that are linked.
_TOLD = """
    SELECT nr, if(day_how IS NULL, NULL, day_from), day_to,
        if(claim IN (SELECT claim_l FROM weighed UNION ALL SELECT claim_r FROM weighed), list_transform(spots, lambda spot: hash(spot)), [])
    FROM fields JOIN numbered USING (claim) ORDER BY n
"""
_PAIRS = """
    SELECT l.n AS l, r.n AS r, weight FROM weighed JOIN numbered AS l ON l.claim = claim_l JOIN numbered AS r ON r.claim = claim_r ORDER BY l, r
"""
_CUTS = """
    SELECT l.claim AS claim_l, r.claim AS claim_r, reason FROM made JOIN numbered AS l ON l.n = made.l JOIN numbered AS r ON r.n = made.r
"""


def _told(report: int, first: int | None, last: int, spots: list[int]) -> Told:
    return Told(report, None if first is None else (first, last), frozenset(spots))


def _numbered(connection: duckdb.DuckDBPyConnection, bonds: Bonds) -> tuple[list[Numbers], list[Numbers]]:
    """The verdicts' pairs by the numbers of their claims; a claim that is no more has none."""
    named = sorted({claim for pair in (*bonds.together, *bonds.apart) for claim in pair})
    number = dict(connection.execute("SELECT claim, n FROM numbered WHERE list_contains($1, claim)", [named]).fetchall())
    together, apart = (
        [(number[a], number[b]) for a, b in pairs if a in number and b in number] for pairs in (bonds.together, bonds.apart)
    )
    return together, apart


def _register(connection: duckdb.DuckDBPyConnection, name: str, columns: dict[str, Sequence[Any]], select: str) -> None:
    import pyarrow as pa

    types = {column: pa.string() if column == "reason" else pa.int64() for column in columns}
    connection.register("made", pa.table({column: pa.array(values, types[column]) for column, values in columns.items()}))
    connection.execute(f"CREATE OR REPLACE TABLE {name} AS {select}")
    connection.unregister("made")
