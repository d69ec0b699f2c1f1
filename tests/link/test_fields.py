"""How claims are laid out: which spots count, what an undated report's day is taken from."""

from typing import Any

from isnad.knowledge.load import Knowledge
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.link.fields import lay_out_fields
from isnad.link.model import load_model
from isnad.link.workspace import workspace
from isnad.records import Place

from .conftest import TEXT, claim, fill, killed, place, report

BURJ, TALL = place("برج مخترع"), place("تل مخترع", 36.5, 40.0)


def fields(engine: DuckEngine, knowledge: Knowledge) -> dict[str, dict[str, Any]]:
    """Report → the row of its claim."""
    with workspace(engine):
        lay_out_fields(engine.connection, knowledge, load_model())
        return {row["report"]: row for row in engine.query("SELECT * FROM fields ORDER BY claim DESC")}


def known(knowledge: Knowledge, identity: str) -> Place:
    entry = knowledge.places[identity]
    return Place(TEXT[:3], 0, 3, entry.names[0], identity, kind=entry.kind, lat=entry.lat, lon=entry.lon, precision="exact")


def test_a_city_named_for_its_countryside_is_no_spot_beside_the_village(engine: DuckEngine, knowledge: Knowledge) -> None:
    from msgspec.structs import replace

    village, city, other = (known(knowledge, identity) for identity in ("sy.maryamayn", "sy.afrin", "sy.azaz"))
    told = claim("a", where=village)
    fill(
        engine,
        report("a", replace(told, places=(city, village))),
        report("b", replace(claim("b"), places=(city, other))),
        report("c", claim("c", where=city)),
    )
    found = fields(engine, knowledge)
    assert [city.id in found[one]["spots"] for one in "abc"] == [False, True, True]
    assert [found[one]["breadth"] for one in "abc"] == [1, 2, 1]


def test_quotation_marks_make_no_other_place(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, *(report(one, claim(one, where=place(name))) for one, name in (("a", "مخيم «المخترع»"), ("b", 'مخيم "المخترع'))))
    found = fields(engine, knowledge)
    assert found["a"]["spots"] == found["b"]["spots"]


def undated(identity: str, where: Place, low: int) -> Any:
    return report(identity, claim(identity, day=None, where=where, losses=(killed(low),)), published=None)


def test_an_undated_report_goes_to_the_day_that_tells_what_it_tells(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(
        engine,
        report("a", claim("a", where=BURJ, losses=(killed(7),))),
        report("b", claim("b", day="2031-08-01", where=BURJ, losses=(killed(9),)), published="2031-08-01"),
        undated("u", BURJ, 7),
    )
    found = fields(engine, knowledge)
    assert found["u"]["day_how"] == "placed" and found["u"]["day_to"] == found["a"]["day_to"]


def test_where_two_days_tell_it_alike_it_stays_undated(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(
        engine,
        report("a", claim("a", where=BURJ, losses=(killed(7),))),
        report("b", claim("b", day="2031-08-01", where=BURJ, losses=(killed(7),)), published="2031-08-01"),
        undated("u", BURJ, 7),
    )
    assert fields(engine, knowledge)["u"]["day_how"] is None


def test_a_place_alone_dates_nothing(engine: DuckEngine, knowledge: Knowledge) -> None:
    fill(engine, report("a", claim("a", where=TALL, losses=(killed(7),))), undated("u", TALL, 3))
    assert fields(engine, knowledge)["u"]["day_how"] is None
