"""incidents, their members, and the figures of the chosen policy."""

from __future__ import annotations

from collections.abc import Iterable

from isnad.publish.bundle.figures import whole_figure
from isnad.publish.bundle.rows import Row, name_of
from isnad.publish.bundle.selection import Selection
from isnad.publish.tables.table import Fill, Filled, Table, filled


def _place(field: str) -> Fill:
    return lambda row: row["place"][field] if row["place"] else None


def _place_name(row: Row) -> str | None:
    return name_of(row["place"]) if row["place"] else None


def _incidents(selection: Selection) -> Iterable[Row]:
    """Each with its whole figures for killed and injured as `killed_low` … and its reports counted."""
    for incident in selection.incidents:
        yield {**incident, "policy": selection.provenance.policy, **_wholes(selection.figures.get(incident["id"], ()))}


def _wholes(figures: Iterable[Row]) -> dict[str, object]:
    found: dict[str, object] = {}
    for harm in ("killed", "injured"):
        figure = whole_figure(list(figures), harm) or {}
        found |= {f"{harm}_{bound}": figure.get(bound) for bound in ("low", "best", "high")}
    return found


def _harms() -> Iterable[Filled]:
    for harm in ("killed", "injured"):
        yield filled(f"{harm}_low", f"reported {harm}: the policy's lower bound", type="integer")
        yield filled(f"{harm}_best", f"reported {harm}: the policy's answer", type="integer")
        yield filled(f"{harm}_high", f"reported {harm}: the policy's upper bound; empty where open", type="integer")


INCIDENTS = Table(
    "incidents",
    "One row an incident: the claims that tell of one happening",
    (
        filled("incident", "id of the incident", lambda row: row["id"]),
        filled("act", "the most particular act told"),
        filled("start", "first day", type="date"),
        filled("end", "last day", type="date"),
        filled("place", "the place on which most voices agree", _place_name),
        filled("place_id", "in the gazetteer", _place("id")),
        filled("place_precision", "how exactly it is known", _place("precision")),
        filled("latitude", "WGS 84 degrees", _place("lat"), "number"),
        filled("longitude", "WGS 84 degrees", _place("lon"), "number"),
        filled("radius_km", "kilometres around the point that it may lie in", _place("radius_km"), "number"),
        filled("claims", "how many tell of it", lambda row: len(row["claims"]), "integer"),
        filled("reports", "that they stand in", lambda row: len(row["reports"]), "integer"),
        filled("voices", "independent ones among the reports", type="integer"),
        filled("policy", "the rule that chose the figures"),
        *_harms(),
        filled("linking", "run that brought the claims together", lambda row: row["run"], "integer"),
    ),
    _incidents,
)


def _members(selection: Selection) -> Iterable[Row]:
    for incident in selection.incidents:
        shared = {row["report"]: row for row in selection.voices.get(incident["id"], ())}
        for claim in selection.of(incident):
            voice = shared.get(claim["report"], {"voice": claim["report"], "reason": ""})
            yield {**claim, "incident": incident["id"], "voice": voice["voice"], "reason": voice["reason"]}


MEMBERS = Table(
    "incident_members",
    "Which claim belongs to which incident, also those that were not asked for",
    (
        filled("incident", "see incidents"),
        filled("claim", "see claims", lambda row: row["id"]),
        filled("report", "that the claim stands in"),
        filled("status", "of the claim: a denial is a member too"),
        filled("voice", "report that it speaks with one voice with; its own where it stands alone"),
        filled("voice_reason", "near duplicate, quotation, wire or speaker", lambda row: row["reason"]),
    ),
    _members,
)


def _figures(selection: Selection) -> Iterable[Row]:
    return (figure for figures in selection.figures.values() for figure in figures)


FIGURES = Table(
    "figures",
    "Numbers under the chosen policy, each with the claims it comes from",
    (
        filled("incident", "see incidents"),
        filled("policy", "the rule that chose"),
        filled("version", "of the policy"),
        filled("harm", "killed, injured …"),
        filled("whom", "civilian, fighter …"),
        filled("low", "lower bound", type="integer"),
        filled("best", "the policy's answer", type="integer"),
        filled("high", "upper bound; empty where open", type="integer"),
        filled("claims", "that it was taken from", lambda row: list(row["claims"]), "array"),
        filled("reason", "how the policy chose"),
        filled("grade", "where the policy grades"),
    ),
    _figures,
)
