"""The commands, on the sample reports as they are read today."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from isnad.cli import main

Isnad = Callable[..., tuple[int, str, str]]
SAMPLES = Path(__file__).parents[2] / "src" / "isnad" / "samples" / "reports.jsonl"


@pytest.fixture
def isnad(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Isnad:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("ISNAD_LEDGER", "l.duckdb")

    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return (ended.value.code if isinstance(ended.value.code, int) else 0), out, err

    return run


@pytest.fixture
def linked(isnad: Isnad) -> Isnad:
    assert isnad("read", SAMPLES)[0] == 0
    code, out, err = isnad("link")
    assert code == 0 and out == "" and "incidents" in err
    return isnad


def lines(isnad: Isnad, *arguments: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in isnad(*arguments, "--format", "json")[1].splitlines()]


def largest(isnad: Isnad) -> dict[str, Any]:
    return max(lines(isnad, "incidents"), key=lambda incident: len(incident["reports"]))


def test_nothing_linked_is_one_sentence(isnad: Isnad) -> None:
    isnad("read", SAMPLES)
    assert isnad("incidents") == (1, "", "isnad: nothing is linked yet; `isnad link` brings claims together as incidents\n")


def test_an_incident_a_line(linked: Isnad) -> None:
    found = lines(linked, "incidents")
    assert all({"id", "reports", "claims", "start", "end", "place", "figures"} <= set(incident) for incident in found)
    assert all({"lat", "lon"} <= set(incident["place"]) for incident in found if incident["place"])
    claims = [claim for incident in found for claim in incident["claims"]]
    assert len(claims) == len(set(claims)) and max(len(incident["reports"]) for incident in found) > 2
    assert set(next(i for i in found if i["figures"])["figures"]) == {
        "latest",
        "low_best_high",
        "lowest",
        "majority_of_independent",
        "range_and_grade",
    }


def test_incident_and_figures_show_versions_and_sources(linked: Isnad) -> None:
    incident = next(i for i in lines(linked, "incidents") if len(i["reports"]) > 2 and i["figures"])
    code, out, _ = linked("incident", incident["id"], "--links")
    assert code == 0 and f"independent of {len(incident['reports'])}" in out and "days: " in out
    code, out, _ = linked("figures", incident["id"], "--policy", "lowest")
    assert (
        code == 0
        and "lowest 1" in out
        and "low_best_high" not in out
        and incident["figures"]["lowest"][0]["claims"][0][:8] in out
    )
    assert linked("figures", incident["id"], "--policy", "truest")[2].startswith(
        "isnad: no policy is called 'truest'; there are latest"
    )
    assert linked("incident", "nothing")[0] == 1


def test_merge_split_undo(linked: Isnad) -> None:
    first, second = lines(linked, "incidents")[:2]
    assert linked("merge", first["id"], second["id"])[0] == 2  # a reason is wanted
    verdict = linked("merge", first["id"], second["id"], "--because", "one happening", "--by", "coder")[1].strip()
    linked("link")
    merged = next(i for i in lines(linked, "incidents") if first["claims"][0] in i["claims"])
    assert set(merged["claims"]) == {*first["claims"], *second["claims"]}
    linked("split", merged["id"], second["claims"][0], "--because", "another", "--by", "coder")
    linked("link")
    assert next(i for i in lines(linked, "incidents") if second["claims"][0] in i["claims"])["claims"] == [second["claims"][0]]
    for given in reversed(lines(linked, "verdicts")):
        linked("undo", given["id"], "--because", "no", "--by", "coder")
    linked("link")
    assert {i["id"]: i["claims"] for i in lines(linked, "incidents")}[first["id"]] == first["claims"]
    assert verdict.startswith("v") and [given["standing"] for given in lines(linked, "verdicts")] == [False, False, False, False]
    assert linked("verify")[0] == 0
    code, out, _ = linked("verdicts")
    assert code == 0 and "taken back" in out


def test_same_and_not_same_want_two_claims(linked: Isnad) -> None:
    claim = largest(linked)["claims"][0]
    assert linked("same", claim, "--because", "x", "--by", "coder")[2] == "isnad: same wants two claims or more\n"
    assert linked("not-same", claim, "nothing", "--because", "x", "--by", "coder")[0] == 1
