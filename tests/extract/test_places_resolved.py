"""Places resolved: containers, neighbours, distance, and honest precision."""

import pytest

from isnad.extract.field import FieldReading
from isnad.extract.places.place_records import resolve_places
from isnad.knowledge.load import Knowledge, load_knowledge
from isnad.records import Place


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def resolved(text: str, knowledge: Knowledge, outlet: str | None = None) -> list[Place]:
    return list(resolve_places([FieldReading(text, "text", None, knowledge)], outlet, knowledge).values())


def test_a_named_container_steers_the_choice(knowledge: Knowledge) -> None:
    village, town = resolved("قرية المشيرفة في محيط عين عيسى", knowledge)
    assert village.lat == pytest.approx(36.41, abs=0.01) and village.lon == pytest.approx(38.894, abs=0.01)
    assert village.within == ("عين عيسى",)
    assert town.lat == pytest.approx(36.386, abs=0.01) and town.precision == "locality"


def test_every_rival_is_kept_with_its_score(knowledge: Knowledge) -> None:
    village = resolved("قرية المشيرفة في محيط عين عيسى", knowledge)[0]
    scores = [c.score for c in village.candidates]
    assert len(scores) > 10 and scores == sorted(scores, reverse=True) and all(c.reason for c in village.candidates)


def test_without_any_evidence_the_choice_stays_open(knowledge: Knowledge) -> None:
    assert resolved("قرية المشيرفة", knowledge)[0].precision in ("none", "country", "governorate")


def test_the_noun_decides_between_a_town_and_its_unit(knowledge: Knowledge) -> None:
    kinds = [p.kind for p in resolved("ناحية عين عيسى. مدينة عين عيسى", knowledge)]
    assert kinds == ["subdistrict", "city"]


def test_neighbours_share_their_container(knowledge: Knowledge) -> None:
    places = resolved("بلدتي نبل والزهراء بريف حلب الشمالي", knowledge)
    assert places[1].id == "sy.zahra.nabul" and places[1].within == ("ريف حلب الشمالي",)


def test_an_unlisted_name_lies_where_its_container_lies(knowledge: Knowledge) -> None:
    place = resolved("قرية زرقوطا بريف عفرين", knowledge)[0]
    assert (place.id, place.kind, place.precision) == ("", "village", "subdistrict")
    assert place.lat == pytest.approx(36.51, abs=0.05)


def test_a_distance_makes_an_area(knowledge: Knowledge) -> None:
    place = resolved("على بعد 10 كم شمالي مدينة منبج", knowledge)[0]
    town = resolved("مدينة منبج", knowledge)[0]
    assert place.kind == "area" and place.radius_km == 5.0
    assert place.lat is not None and town.lat is not None
    assert place.lat - town.lat == pytest.approx(0.09, abs=0.005) and place.lon == pytest.approx(town.lon, abs=0.001)


def test_an_outlets_beat_counts(knowledge: Knowledge) -> None:
    reasons = [c.reason for c in resolved("في طرابلس", knowledge, "npasyria.com")[0].candidates]
    assert not any("beat" in reason for reason in reasons)
    assert "beat" in resolved("في الحسكة", knowledge, "npasyria.com")[0].candidates[0].reason


def test_a_countrys_name_is_the_country_and_lies_in_nothing(knowledge: Knowledge) -> None:
    places = resolved("قصفت قوات النظام وروسيا بقذائف قرى جبل الزاوية. وصلوا إلى تركيا", knowledge)
    assert [p.id for p in places] == ["ru", "sy.jabal-al-zawiya", "tr"]


def test_a_city_called_by_its_bare_name_is_meant_whatever_seems_to_hold_it(knowledge: Knowledge) -> None:
    assert resolved("معارك في حلب في ريف حماة", knowledge)[0].id
