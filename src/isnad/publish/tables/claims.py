"""claims: one row a claim, all versions, with its words, their offsets and its chain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from isnad.publish.bundle.rows import Row, days_of, name_of, range_in_words
from isnad.publish.bundle.tolls import toll_of
from isnad.publish.tables.table import Fill, Filled, Table, filled


def _names(slot: str) -> Fill:
    return lambda row: [name_of(filler) for filler in row[slot]]


def _ids(slot: str) -> Fill:
    return lambda row: [filler["id"] for filler in row[slot]]


def _edge(at: int) -> Fill:
    def fill(row: Row) -> str | None:
        days = days_of(row)
        return days[at] if days else None

    return fill


def _bound(harm: str, bound: str) -> Fill:
    return lambda row: getattr(toll_of(row, harm), bound, None)


def _time(field: str) -> Fill:
    return lambda row: row["time"][field] if row["time"] else None


def _place(field: str) -> Fill:
    return lambda row: row["places"][0][field] if row["places"] else None


def _losses(row: Row) -> list[str]:
    """«killed civilian 12», «killed child 4 (of civilian)»."""
    return [_loss(loss) for loss in row["losses"]]


def _loss(loss: Row) -> str:
    number = range_in_words(loss["low"], loss["high"], loss["approximate"])
    part = f" (of {loss['part_of']})" if loss["part_of"] else ""
    return f"{loss['harm']} {loss['whom']} {number}{part}"


def _spans(row: Row) -> list[str]:
    return [f"{span['field']}:{span['start']}-{span['end']}" for span in row["evidence"]]


def _links(row: Row) -> list[str]:
    return [f"{link['type']} {link['to']}" for link in row["links"]]


def _parties() -> Iterable[Filled]:
    for slot, means in (
        ("agent", "who did it"),
        ("target", "to whom"),
        ("counterpart", "the other party of a deal, talk or demand"),
    ):
        yield filled(slot, f"{means}: names", _names(slot), "array")
        yield filled(f"{slot}_id", f"{means}: ids in the actor base, in the same order; empty where unknown", _ids(slot), "array")


def _harms() -> Iterable[Filled]:
    for harm in ("killed", "injured"):
        yield filled(f"{harm}_low", f"reported {harm}, at least; parts of a whole not added", _bound(harm, "low"), "integer")
        yield filled(f"{harm}_high", f"reported {harm}, at most; empty where open or not told", _bound(harm, "high"), "integer")


COLUMNS: tuple[Filled, ...] = (
    filled("claim", "id of the claim", lambda row: row["id"]),
    filled("report", "id of the report it stands in"),
    filled("outlet", "who published the report"),
    filled("url", "where"),
    filled("published", "ISO day of publication"),
    filled("published_how", "given, inferred from its words, or open"),
    filled("act", "code of the codebook"),
    filled("status", "happened, ongoing, planned, possible, demanded, offered, agreed or denied, according to the speaker"),
    *_parties(),
    filled("place", "where: names", _names("places"), "array"),
    filled("place_id", "ids in the gazetteer", _ids("places"), "array"),
    filled("place_role", "at, from, to, along or about", lambda row: [p["role"] for p in row["places"]], "array"),
    filled("place_precision", "how exactly the first place is known", _place("precision")),
    filled("latitude", "of the first place, WGS 84 degrees", _place("lat"), "number"),
    filled("longitude", "of the first place, WGS 84 degrees", _place("lon"), "number"),
    filled("radius_km", "kilometres around the point that the first place may lie in", _place("radius_km"), "number"),
    filled("start", "first day of what is told", _edge(0), "date"),
    filled("end", "last day of what is told", _edge(1), "date"),
    filled("time_precision", "hour, part_of_day, day, week, month, season or year", _time("precision")),
    *_harms(),
    filled("losses", "every loss: harm, whom, number, and the whole that it is a part of", _losses, "array"),
    filled("means", "weapons", lambda row: list(row["means"]), "array"),
    filled("speakers", "the chain, nearest mouth first; empty: the outlet's own voice", _names("speakers"), "array"),
    filled("speaker_id", "ids in the actor base, in the same order", _ids("speakers"), "array"),
    filled("stances", "says, confirms, claims, denies or doubts", lambda row: [s["stance"] for s in row["speakers"]], "array"),
    filled("links", "to other claims of the report: what and which", _links, "array"),
    filled("evidence", "the quoted words", lambda row: list(row["quotes"]), "array"),
    filled("evidence_at", "field:start-end in code points of the report, end exclusive", _spans, "array"),
    filled("confidence", "0 to 1: how sure the reading is, never how true the claim is", type="number"),
    filled("reading", "hash of the reading that the claim is part of"),
)  # fmt: skip

CLAIMS = Table("claims", "One row a claim, all versions", COLUMNS, lambda selection: selection.claims)


def _loss_rows(selection: Any) -> Iterable[Row]:
    for claim in selection.claims:
        for loss in claim["losses"]:
            yield {**loss, "claim": claim["id"]}


LOSSES = Table(
    "losses",
    "One row a loss that a claim tells",
    (
        filled("claim", "see claims"),
        filled("harm", "killed, injured, killed_or_injured …"),
        filled("whom", "civilian, child, fighter …"),
        filled("low", "at least", type="integer"),
        filled("high", "at most; empty where open", type="integer"),
        filled("approximate", "told as «about»", type="boolean"),
        filled("vague", "tens, hundreds, thousands, some, few"),
        filled("total", "a running total, which replaces the one before", type="boolean"),
        filled("part_of", "the `whom` of the whole that this is a part of"),
        filled("party", "whose people or things"),
        filled("text", "the words"),
    ),
    _loss_rows,
)
