"""The figures of one policy, and the one that stands for a whole toll."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from isnad.errors import QueryError
from isnad.ledger.engines.engine import Engine

Row = dict[str, Any]

_CHOSEN = "SELECT * FROM figures WHERE policy = $1 AND incident IN (SELECT unnest($2)) ORDER BY incident, harm, whom"
EVERYBODY = "any"
"""What `whom` is where a figure counts everybody."""


def select_figures(engine: Engine, policy: str, incidents: Iterable[Row], held: set[str]) -> tuple[dict[str, list[Row]], str]:
    """Figures of the latest linking by incident, and the policy's version («» where there are none).

    Raises QueryError where the ledger has figures, but none of this policy.
    """
    if "figures" not in held:
        return {}, ""
    known = engine.query("SELECT policy, max(version) AS version FROM figures GROUP BY policy ORDER BY policy")
    versions = {row["policy"]: row["version"] for row in known}
    if versions and policy not in versions:
        raise QueryError(f"no policy {policy!r} in this ledger; it has {', '.join(versions)}")
    wanted = {incident["id"]: incident["run"] for incident in incidents}
    found: dict[str, list[Row]] = {incident: [] for incident in wanted}
    for row in engine.query(_CHOSEN, [policy, list(wanted)]) if wanted else []:
        if wanted.get(row["incident"]) == row["run"]:
            found[row["incident"]].append(row)
    return found, versions.get(policy, "")


def whole_figure(figures: Sequence[Mapping[str, Any]], harm: str) -> Mapping[str, Any] | None:
    """The figure for everybody who was harmed so; None where nothing is told."""
    return next((figure for figure in figures if (figure["harm"], figure["whom"]) == (harm, EVERYBODY)), None)
