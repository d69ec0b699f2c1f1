"""The actor base's own tables: how they are written, what they know, and how much of coded reports they reach."""

import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from isnad.extract.field import FieldReading
from isnad.knowledge.letters import fold, has_arabic
from isnad.knowledge.load import Knowledge, load_knowledge

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "src" / "isnad" / "knowledge"
ACTORS = KNOWLEDGE / "actors"
SHARED = ROOT.parent / "shared"
FILES = [
    "group_nouns", "international", "iraq", "kinds", "lebanon", "libya", "media", "others", "palestine_israel",
    "people", "states", "sudan", "syria", "turkey", "yemen",
]  # fmt: skip
KINDS = {
    "state", "government", "ministry", "army", "police", "intelligence", "armed_group", "party", "coalition",
    "international", "ngo", "monitor", "media", "person", "people", "office",
}  # fmt: skip
FIELDS = {
    "id", "name_en", "kind", "country", "names", "loaded", "local", "short", "demonym", "demonym_plural", "capital",
    "roles", "part_of", "led_by", "since", "until", "ucdp",
}  # fmt: skip
WHOM = {
    "civilian", "child", "woman", "fighter", "soldier", "police", "journalist", "medic", "aid_worker", "official",
    "prisoner", "equipment", "building", "person",
}  # fmt: skip
CALLED = ("names", "loaded", "local", "short", "capital")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def rows(name: str) -> list[dict[str, Any]]:
    with (ACTORS / f"{name}.yaml").open(encoding="utf-8") as text:
        found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


TABLES = {name: rows(name) for name in FILES}
PARTIES = [row for name in FILES if name not in ("kinds", "group_nouns") for row in TABLES[name]]
BY_ID = {row["id"]: row for row in PARTIES}


def key(name: str) -> str:
    """A name as matching sees it: letters folded, articles off, sound plurals in the nominative."""
    words = [word[2:] if word.startswith("ال") and len(word) > 3 else word for word in re.findall(r"\w+", fold(name))]
    return " ".join(re.sub("ين$", "ون", word) if len(word) > 4 else word for word in words)


def called(row: dict[str, Any], *lists: str) -> set[str]:
    return {key(name) for kind in lists for name in row.get(kind) or ()}


def holders(name: str, day: str = "") -> set[str]:
    """The parties that a name may mean, on a day where one is given."""
    found = {row["id"] for row in PARTIES if key(name) in called(row, "names", "loaded")}
    fit = {i for i in found if not day or str(BY_ID[i].get("since") or "") <= day < str(BY_ID[i].get("until") or "9")}
    return fit or found


def arabic_strings() -> list[tuple[str, str]]:
    found = [
        (row["id"], name) for row in PARTIES for kind in (*CALLED, "demonym", "demonym_plural") for name in row.get(kind) or ()
    ]
    found += [(row["id"], role["title"]) for row in PARTIES for role in row.get("roles") or ()]
    nouns = [noun for kind in TABLES["kinds"] for noun in kind["nouns"]] + TABLES["group_nouns"]
    return found + [(noun["one"], word) for noun in nouns for word in (noun["one"], *(noun.get("many") or ()))]


def test_the_folder_holds_the_tables_and_nothing_else() -> None:
    assert sorted(path.stem for path in ACTORS.glob("*.yaml")) == FILES


def test_every_row_has_an_id_of_its_own_and_known_fields_only() -> None:
    ids = Counter(row["id"] for row in [*PARTIES, *TABLES["kinds"]])
    assert [i for i, count in ids.items() if count > 1] == []
    for row in PARTIES:
        assert set(row) <= FIELDS, row["id"]
        assert re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", row["id"]), row["id"]
        assert row["kind"] in KINDS, row["id"]
        assert row["names"] and row["name_en"], row["id"]


def test_every_id_named_exists() -> None:
    for row in PARTIES:
        for other in row.get("part_of") or ():
            assert other in BY_ID, (row["id"], other)
        for leader in row.get("led_by") or ():
            assert BY_ID[leader]["kind"] == "person", (row["id"], leader)
        for role in row.get("roles") or ():
            assert role["of"] in BY_ID, (row["id"], role["of"])


def test_nothing_is_part_of_itself() -> None:
    def climb(start: str, path: tuple[str, ...]) -> None:
        assert start not in path, " > ".join((*path, start))
        for parent in BY_ID[start].get("part_of") or ():
            climb(parent, (*path, start))

    for row in PARTIES:
        climb(row["id"], ())


def test_people_speak_for_somebody_and_states_have_what_names_are_built_from() -> None:
    loose = [row["id"] for row in TABLES["people"] if not row.get("part_of")]
    assert len(loose) <= 5, loose
    for row in TABLES["states"]:
        if row["kind"] == "state" and row["id"] in (
            "sy",
            "tr",
            "ru",
            "us",
            "ir",
            "il",
            "iq",
            "lb",
            "ye",
            "ly",
            "sd",
            "sa",
            "fr",
            "gb",
        ):
            assert row["demonym"] and row["capital"], row["id"]


def test_countries_and_dates_are_written_as_they_should_be() -> None:
    for row in PARTIES:
        countries = row.get("country") or []
        for country in countries if isinstance(countries, list) else [countries]:
            assert re.fullmatch("[a-z]{2}", country) and country in BY_ID, row["id"]
        spans = [row, *(row.get("roles") or ())]
        for span in spans:
            since, until = str(span.get("since") or ""), str(span.get("until") or "")
            assert all(DATE.fullmatch(day) for day in (since, until) if day), row["id"]
            assert not (since and until) or since < until, row["id"]


def test_arabic_is_written_by_the_rules() -> None:
    for owner, name in arabic_strings():
        assert name == name.strip() and "  " not in name, owner
        assert unicodedata.normalize("NFC", name) == name, (owner, name)
        assert has_arabic(name) and not re.search("[A-Za-z]{2,}", name), (owner, name)
        assert not re.search(
            "[\u0640\u064b-\u0650\u0652\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff]", name
        ), (owner, name)
        assert not re.search(r"[][.*?(){}|\\^$«»\"“”،,]", name), (owner, name)


def test_a_party_is_not_called_the_same_twice() -> None:
    for row in PARTIES:
        names = [fold(name) for kind in ("names", "loaded", "local", "short") for name in row.get(kind) or ()]
        assert len(names) == len(set(names)), row["id"]


def test_no_name_is_held_by_two_parties_at_the_same_time() -> None:
    held: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in PARTIES:
        for name in called(row, "names", "loaded"):
            held[name].append((row["id"], str(row.get("since") or "0"), str(row.get("until") or "9")))
    for name, spans in held.items():
        for at, (one, since, until) in enumerate(spans):
            for other, later, end in spans[:at]:
                assert not (since < end and later < until), (name, one, other)


def test_kinds_name_their_class_and_a_noun_belongs_to_one() -> None:
    seen: dict[str, str] = {}
    for kind in TABLES["kinds"]:
        assert kind["id"].startswith("kind.") and kind["nouns"], kind["id"]
        assert kind.get("whom", "person") in WHOM, kind["id"]
        for noun in kind["nouns"]:
            assert seen.setdefault(noun["one"], kind["id"]) == kind["id"], noun["one"]


def test_group_nouns_say_what_they_make() -> None:
    nouns = {noun["one"]: noun for noun in TABLES["group_nouns"]}
    assert len(nouns) == len(TABLES["group_nouns"])
    assert {noun["kind"] for noun in nouns.values()} <= KINDS
    assert nouns["ميليشيا"]["loaded"] and nouns["مرتزق"]["loaded"] and nouns["عصابة"]["loaded"]
    assert not nouns["فصيل"]["loaded"] and "فصائل" in nouns["فصيل"]["many"]


def test_there_are_enough_of_them() -> None:
    assert len(PARTIES) >= 1_900
    assert sum(row["kind"] != "person" for row in PARTIES) >= 1_300
    assert sum(len(row.get(kind) or ()) for row in PARTIES for kind in ("names", "loaded", "local", "short")) >= 6_000


@pytest.mark.parametrize(
    ("name", "day", "party"),
    [
        ("قسد", "", "sdf"),
        ("ميليشيا قسد", "", "sdf"),
        ("قوات سورية الديموقراطية", "", "sdf"),
        ("النظام السوري", "2018-01-01", "sy.gov.baath"),
        ("الجيش السوري", "2020-12-22", "sy.army"),
        ("الجيش السوري", "2025-03-07", "sy.army.new"),
        ("الحكومة السورية", "2016-01-01", "sy.gov.baath"),
        ("الحكومة السورية", "2025-01-15", "sy.gov.transition"),
        ("تحرير الشام", "", "hts"),
        ("جبهة النصرة", "", "nusra"),
        ("أنصار الله", "", "ansarallah"),
        ("الحوثيين", "", "ansarallah"),
        ("مليشيات الحوثي", "", "ansarallah"),
        ("داعش", "", "islamic-state"),
        ("تنظيم الدولة", "", "islamic-state"),
        ("الدعم السريع", "", "rsf"),
        ("جيش الاحتلال التركي", "", "tr.army"),
        ("وزارة الدفاع الروسية", "", "ru.mod"),
        ("القوات الأميركية", "", "us.army"),
        ("المرصد السوري لحقوق الانسان", "", "sohr"),
        ("الخوذ البيضاء", "", "white-helmets"),
        ("سانا", "", "sana"),
        ("سبوتنيك", "", "sputnik"),
        ("دي ميستورا", "", "de-mistura"),
        ("إردوغان", "", "erdogan"),
        ("كتائب القسام", "", "qassam-brigades"),
        ("البيشمركة", "", "peshmerga"),
    ],
)
def test_names_mean_the_party_they_should(name: str, day: str, party: str) -> None:
    assert holders(name, day) == {party}


def test_words_of_every_day_are_no_names() -> None:
    names = {name for row in PARTIES for name in called(row, "names", "loaded")}
    for word in (
        "الحر",
        "الحزب",
        "الجيش",
        "النظام",
        "المركز",
        "الهيئة",
        "الحكومة",
        "أفاد",
        "دوما",
        "المعارضة",
        "المعلم",
        "الأسد",
        "الحركة",
    ):
        assert key(word) not in names, word


def test_loaded_names_are_kept_apart() -> None:
    assert key("ميليشيا حزب الله") in called(BY_ID["hezbollah"], "loaded")
    assert key("حزب الله") in called(BY_ID["hezbollah"], "names")
    neutral = {name for row in PARTIES for name in called(row, "names")}
    sides = ("ميليشيا ", "ميليشيات ", "مليشيا ", "مليشيات ", "مرتزقه ", "عصابات ", "احتلال ", "عدو ", "ارهابيو ")
    assert sorted(name for name in neutral if name.startswith(sides)) == []


def test_affiliations_and_offices() -> None:
    assert "sdf" in BY_ID["manbij-mc"]["part_of"] and "aanes" in BY_ID["sdf"]["part_of"]
    assert BY_ID["sdf"]["ucdp"] == 6288
    assert BY_ID["lavrov"]["part_of"] == ["ru.mfa"]
    offices = {role["title"]: str(role["until"]) for role in BY_ID["bashar-al-assad"]["roles"]}
    assert offices["رئيس"] == "2024-12-08"


def outlets() -> list[dict[str, str]]:
    with (KNOWLEDGE / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_outlets_are_named_once() -> None:
    table = outlets()
    assert list(table[0]) == [
        "outlet",
        "aliases",
        "name_ar",
        "name_en",
        "country",
        "language",
        "beat",
        "owner",
        "alignment",
        "ref",
    ]
    names = Counter(name for row in table for name in (row["outlet"], *filter(None, row["aliases"].split("|"))))
    assert [name for name, count in names.items() if count > 1] == []
    for row in table:
        assert row["name_ar"] and row["name_en"] and row["language"] == "ar", row["outlet"]
        assert not row["country"] or row["country"] in BY_ID, row["outlet"]
        assert row["ref"].startswith(("http", "")), row["outlet"]


def test_outlets_beats_are_countries_or_places_of_the_gazetteer() -> None:
    places = set()
    for path in (KNOWLEDGE / "places").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            places |= {row["id"] for row in csv.DictReader(lines)}
    for row in outlets():
        for beat in filter(None, row["beat"].split("|")):
            assert beat in BY_ID or beat in places, (row["outlet"], beat)


# Against the reference tables and the coded reports, which are not part of the project.


@pytest.mark.skipif(not (SHARED / "geo" / "ucdp_actors_theatre.csv").exists(), reason="../shared is not here")
def test_ucdp_ids_are_of_the_ucdp_actor_dataset() -> None:
    with (SHARED / "geo" / "ucdp_actors_theatre.csv").open(encoding="utf-8", newline="") as lines:
        known = {int(row["ucdp_actor_id"]) for row in csv.DictReader(lines)}
    assert [row["id"] for row in PARTIES if row.get("ucdp") and row["ucdp"] not in known] == []


@pytest.mark.skipif(not (SHARED / "corpus" / "reports.jsonl").exists(), reason="../shared is not here")
def test_every_outlet_with_three_reports_has_a_row() -> None:
    with (SHARED / "corpus" / "reports.jsonl").open(encoding="utf-8") as lines:
        found = Counter(json.loads(line).get("outlet") for line in lines)
    known = {name for row in outlets() for name in (row["outlet"], *row["aliases"].split("|"))}
    assert [name for name, count in found.items() if count >= 3 and name not in known] == []


def head_nouns() -> set[str]:
    """Head nouns and kinds in the forms that stand first in a filler."""
    nouns = [noun for kind in TABLES["kinds"] for noun in kind["nouns"]] + TABLES["group_nouns"]
    words = {key(word) for noun in nouns for word in (noun["one"], *(noun.get("many") or ()))}
    stems = {re.sub("ون$", "", word) for word in words} | {re.sub("ه$", "ت", word) for word in words}
    return words | {stem + end for stem in stems for end in ("", "و", "ي", "ان", "ون", "ا")}


def reached(filler: str, names: set[str], nouns: set[str]) -> str:
    """Whether one of a filler's names is in the base, or begins with a known head noun."""
    best = ""
    for other in filler.split("|"):
        words = key(other).split()
        if " ".join(words) in names:
            return "name"
        while len(words) > 1 and (words[0].isdigit() or words[0] in ("عدد", "احد", "احدي", "بعض", "عشرات", "ميات", "من")):
            words = words[1:]
        if words and (words[0] in nouns or " ".join(words[:2]) in nouns):
            best = "noun"
    return best


@pytest.mark.skipif(not (SHARED / "gold" / "dev.jsonl").exists(), reason="../shared is not here")
def test_the_actors_of_coded_reports_are_known() -> None:
    names = {name for row in PARTIES for name in called(row, *CALLED)}
    nouns = head_nouns()
    with (SHARED / "gold" / "dev.jsonl").open(encoding="utf-8") as lines:
        claims = [claim for line in lines for claim in json.loads(line)["claims"]]
    found = Counter(
        reached(filler, names, nouns)
        for claim in claims
        for role in ("agent", "target", "counterpart", "speakers")
        for filler in claim.get(role) or ()
    )
    total = sum(found.values())
    assert found["name"] / total >= 0.74, found
    assert (found["name"] + found["noun"]) / total >= 0.95, found


def test_parties_are_found_by_the_names_that_the_tables_give_them() -> None:
    knowledge = load_knowledge()
    names = [(entry.id, name) for entry in knowledge.actors.values() for name in entry.names]
    lost = [(id_, name) for id_, name in names if not _finds(id_, name, knowledge)]
    assert len(lost) <= len(names) // 200, lost
    assert not {"الأمم المتحدة", "ألمانيا", "ألوية الفرقان"} & {name for _, name in lost}


def _finds(id_: str, name: str, knowledge: Knowledge) -> bool:
    field = FieldReading(f"قال محلل إن {name} أمس", "text", None, knowledge)
    return any(id_ == m.id or id_ in m.rivals for m in field.actors)
