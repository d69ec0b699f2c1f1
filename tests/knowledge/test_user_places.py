"""Gazetteers of the user's own: every format, and what is wrong in them."""

import json
import zipfile
from pathlib import Path

import pytest

from isnad.collect import geonames_fetch
from isnad.errors import InputError, KnowledgeError
from isnad.extract.field import FieldReading
from isnad.knowledge.gazetteers.adding import Added, add_places
from isnad.knowledge.load import load_knowledge

TABLE = "id,name_ar,name_en,alt_names,lat,lon,kind,admin1,admin2,admin3,country,source,licence\n"
DUMP = "{id}\t{name}\t{name}\t{other}\t{lat}\t{lon}\t{kind}\t{code}\tSY\t\t09\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


def add(tmp_path: Path, name: str, content: str) -> Added:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return add_places(path, tmp_path / "own", load_knowledge().places)


def dump_line(id_: str, name: str, lat: str = "36.1", lon: str = "37.2", code: str = "PPL", kind: str = "P") -> str:
    return DUMP.format(id=id_, name="X", other=f"X,{name}", lat=lat, lon=lon, kind=kind, code=code)


def test_a_table_is_added_and_read(tmp_path: Path) -> None:
    added = add(tmp_path, "own.csv", TABLE + "x:1,زرقوطا,Zarquta,زرقوطة,36.1,37.2,PPL,حلب,,,SY,own,CC0\n")
    assert (added.places, added.problems) == (1, ())
    knowledge = load_knowledge([tmp_path / "own"])
    mention = FieldReading("وصلوا إلى زرقوطة أمس", "text", None, knowledge).places[0]
    entry = knowledge.places[mention.ids[0]]
    assert (entry.id, entry.kind, entry.parents, entry.lat) == ("x:1", "village", ("sy-aleppo", "sy"), 36.1)


def test_what_is_wrong_is_named_with_file_and_line_and_the_rest_loads(tmp_path: Path) -> None:
    rows = [
        "x:1,زرقوطا,,,36.1,37.2,PPL,,,,SY,,",
        "x:2,قلمبور,,,136.1,37.2,PPL,,,,SY,,",
        "x:1,قلمبور,,,36.1,37.2,PPL,,,,SY,,",
        "x:4,قلمبور,,,abc,37.2,PPL,,,,SY,,",
        "x:5,قلمبور",
        "x:6,شنبور,,,36.1,37.2,PPL,,,,SY,,",
    ]
    added = add(tmp_path, "own.csv", TABLE + "\n".join(rows) + "\n")
    assert added.places == 2
    assert [p.line for p in added.problems] == [3, 4, 5, 6]
    assert all(str(p).startswith(f"{tmp_path / 'own.csv'}:") for p in added.problems)
    assert "out of range" in added.problems[0].message and "line 2 already" in added.problems[1].message


def test_a_parent_that_does_not_exist_is_named(tmp_path: Path) -> None:
    table = "id,names_ar,name_en,kind,parents,lat,lon,ref,flags,shape\nx.a,زرقوطا,,village,sy-nowhere|sy,36.1,37.2,,,\n"
    added = add(tmp_path, "own.csv", table)
    assert added.places == 1 and "sy-nowhere" in added.problems[0].message and added.problems[0].line == 2


def test_a_dump_of_geonames_as_text_and_as_zip(tmp_path: Path) -> None:
    text = (
        dump_line("1", "حلب", code="ADM1", kind="A")
        + dump_line("2", "زرقوطا")
        + "broken\trow\n"
        + dump_line("3", "قلمبور", lat="95")
    )
    assert add(tmp_path, "SY.txt", text).places == 2
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "no")
        archive.writestr("SY.txt", text)
    added = add_places(tmp_path / "SY.zip", tmp_path / "own", load_knowledge().places)
    assert added.places == 2 and [p.line for p in added.problems] == [3, 4]


def test_geojson(tmp_path: Path) -> None:
    point = {
        "type": "Feature",
        "id": "n1",
        "properties": {"name:ar": "زرقوطا", "kind": "town"},
        "geometry": {"type": "Point", "coordinates": [37.2, 36.1]},
    }
    data = {"type": "FeatureCollection", "features": [point, {"type": "Feature"}]}
    added = add(tmp_path, "own.geojson", json.dumps(data))
    assert added.places == 1 and added.problems[0].line == 2


def test_a_spreadsheet(tmp_path: Path) -> None:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    strings = ["PCode", "Name_Ar", "Latitude", "Longitude", "C1", "زرقوطا"]
    cells = '<row r="1">' + "".join(f'<c r="{c}1" t="s"><v>{i}</v></c>' for i, c in enumerate("ABCD")) + "</row>"
    cells += '<row r="2"><c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>5</v></c><c r="C2"><v>36.1</v></c><c r="D2"><v>37.2</v></c></row>'
    with zipfile.ZipFile(tmp_path / "ocha.xlsx", "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst {space}>" + "".join(f"<si><t>{s}</t></si>" for s in strings) + "</sst>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>")
    assert add_places(tmp_path / "ocha.xlsx", tmp_path / "own", load_knowledge().places).places == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [("own.pdf", "x"), ("own.csv", "a,b\n1,2\n"), ("own.geojson", "{"), ("SY.zip", "no zip"), ("own.xlsx", "x")],
)
def test_a_file_of_no_known_format_is_refused(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(KnowledgeError, match=name):
        add(tmp_path, name, content)


def test_a_place_that_is_known_already_only_gains_names(tmp_path: Path) -> None:
    add(tmp_path, "own.csv", TABLE + "x:1,منبج,,زرقوطا,36.527,37.956,PPL,,,,SY,,\n")
    knowledge = load_knowledge([tmp_path / "own"])
    assert "x:1" not in knowledge.places
    assert "sy.manbij" in FieldReading("مدينة زرقوطا", "text", None, knowledge).places[0].ids


def test_the_users_own_folder_is_read_without_asking(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(TABLE + "x:1,زرقوطا,,,36.1,37.2,PPL,,,,SY,,\n", encoding="utf-8")
    add_places(path, tmp_path / "share" / "isnad", load_knowledge().places)
    assert "x:1" in load_knowledge().places


def test_without_a_network_the_reason_and_the_way_out_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geonames_fetch, "ADDRESS", "http://127.0.0.1:9/{country}.zip")
    with pytest.raises(InputError, match="isnad places add"):
        geonames_fetch.fetch_country("SY", tmp_path)
    assert not list(tmp_path.glob("*.part"))


def test_a_fetched_file_must_have_the_checksum_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(tmp_path / "XX.zip", "w") as archive:
        archive.writestr("XX.txt", dump_line("1", "زرقوطا"))
    monkeypatch.setattr(geonames_fetch, "ADDRESS", (tmp_path / "XX.zip").as_uri())
    path, digest = geonames_fetch.fetch_country("xx", tmp_path / "to")
    assert path.name == "XX.zip" and digest in (tmp_path / "to" / "XX.zip.sha256").read_text()
    with pytest.raises(InputError, match="SHA-256"):
        geonames_fetch.fetch_country("xx", tmp_path / "to", "0" * 64)
