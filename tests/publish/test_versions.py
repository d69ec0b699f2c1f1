"""When accounts differ: by numbers, by denial, by whom they blame."""

from typing import Any

from isnad.publish.bundle.versions import is_disputed, versions_of


def row(report: str, agents: tuple[str, ...] = (), killed: int | None = None, status: str = "happened") -> dict[str, Any]:
    losses = [] if killed is None else [_loss(killed)]
    agent = [{"id": identity, "name": identity, "text": identity} for identity in agents]
    return {
        "id": f"c{report}",
        "report": report,
        "outlet": report,
        "published": "2031-05-04",
        "position": 0,
        "speakers": [],
        "status": status,
        "agent": agent,
        "losses": losses,
    }


def _loss(low: int) -> dict[str, Any]:
    told = {"harm": "killed", "whom": "person", "low": low, "high": low, "part_of": "", "approximate": False, "vague": ""}
    return {**told, "total": False, "text": str(low)}


def disputed(*rows: dict[str, Any]) -> bool:
    return is_disputed(versions_of(rows))


def test_voices_that_blame_different_sides_differ() -> None:
    assert disputed(row("a", ("sdf",), 3), row("b", ("sy.army",), 3))
    assert not disputed(row("a", ("sy.army",), 3), row("b", ("sy.gov",), 3))
    assert not disputed(row("a", ("sdf", "sy.army"), 3), row("b", ("sy.army",), 3))
    assert not disputed(row("a", ("kind.unknown-gunmen",), 3), row("b", ("sy.army",), 3), row("c", (), 3))


def test_numbers_that_do_not_fit_and_denials_differ_too() -> None:
    assert disputed(row("a", (), 3), row("b", (), 12))
    assert disputed(row("a", (), 3), row("b", status="denied"))
    assert not disputed(row("a", (), 3), row("b", (), 3))
