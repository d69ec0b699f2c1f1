"""How two claims are compared, field by field: Splink comparisons over the columns of `compared`, from best agreement to worst."""

from __future__ import annotations

from typing import Any

CROWDS = 30
"""Steps of crowding that are told apart."""
Level = tuple[str, str]
"""What it is called, and when it holds; the first that holds counts."""

_GAP = "greatest(day_from_l - day_to_r, day_from_r - day_to_l)"
_TOLD = "day_how_l = 'told' and day_how_r = 'told'"
_PLACED = "(day_how_l = 'placed' or day_how_r = 'placed')"
# What is told without a day happened on the day of publication, as a rule, or on the one before.
_KM = "sqrt(pow((lat_l - lat_r) * 111.2, 2) + pow((lon_l - lon_r) * 111.2 * cos(radians((lat_l + lat_r) / 2)), 2))"
_FIRE = "('airstrike', 'shell', 'bomb', 'attack', 'destroy', 'operation')"
_GROUND = "('attack', 'clash', 'capture', 'repel', 'shoot', 'operation')"
# Halvings of the odds, in steps of 0.4: one for every doubling of the reports that ever tell of the place where both have a day, two
# where one has none; and two and a half for every doubling of a crowd of more than eight on the day itself.
_CROWD = """(case when day_from_l is null or day_from_r is null then 2 * (greatest(crowd_ever_l, crowd_ever_r, 1) - 1)
    else greatest(crowd_ever_l, crowd_ever_r, 1) - 1 + cast(2.5 * greatest(crowd_daily_l - 3, crowd_daily_r - 3, 0) as integer) end)"""
# A short report names too little for a difference to mean anything.
_UNALIKE = """nr_l = nr_r or least(names_size_l, names_size_r) < 4
    and not list_contains(twins_l, nr_r) and not list_contains(cousins_l, nr_r) and not list_contains(kindred_l, nr_r)"""


def comparisons() -> list[dict[str, Any]]:
    """All of them, in the order in which a link is explained."""
    return [
        _compare("days", None, _days()),
        _compare("place", None, _places()),
        _compare("act", None, _acts()),
        _compare("agents", "len(agents_l) = 0 or len(agents_r) = 0", _agents()),
        _compare("targets", "len(targets_l) = 0 or len(targets_r) = 0", [("shared", "list_has_any(targets_l, targets_r)")]),
        _compare("killed", "len(killed_l) = 0 or len(killed_r) = 0", _numbers("killed")),
        _compare("injured", "len(injured_l) = 0 or len(injured_r) = 0", _numbers("injured")),
        _compare("means", "len(means_l) = 0 or len(means_r) = 0", [("shared", "list_has_any(means_l, means_r)")]),
        _compare("reports", _UNALIKE, _reports()),
        _compare("crowd", None, [(f"crowd {step}", f"{_CROWD} >= {step}") for step in range(CROWDS, 0, -1)]),
    ]


def _days() -> list[Level]:
    return [
        ("no day on one side", "day_from_l is null or day_from_r is null"),
        ("placed on the same day", f"{_PLACED} and {_GAP} <= 0"),
        ("placed on another day", _PLACED),
        ("same day told", f"{_TOLD} and {_GAP} <= 0"),
        ("same day, told or of publication", f"{_GAP} <= 0 and day_to_l = day_to_r"),
        ("day before publication", f"{_GAP} <= 0"),
        ("next day", f"{_GAP} <= 1"),
        ("days between", f"{_GAP} <= 3"),
    ]


def _places() -> list[Level]:
    within = "list_has_any(areas_l, spot_areas_r) or list_has_any(areas_r, spot_areas_l) or list_has_any(areas_l, areas_r)"
    return [
        ("no place on one side", "len(spots_l) + len(areas_l) = 0 or len(spots_r) + len(areas_r) = 0"),
        ("same spot", "list_has_any(spots_l, spots_r) and greatest(breadth_l, breadth_r) <= 2"),
        ("one spot of several", "list_has_any(spots_l, spots_r)"),
        ("within 3 km", f"{_KM} <= 3"),
        ("within 12 km", f"{_KM} <= 12"),
        ("one lies in the other", within),
        ("within 40 km", f"{_KM} <= 40"),
    ]


def _acts() -> list[Level]:
    near = (
        f"act_l in {_FIRE} and act_r in {_FIRE} or act_l in {_GROUND} and act_r in {_GROUND} or act_l = 'harm' or act_r = 'harm'"
    )
    return [("same act", "act_l = act_r"), ("near acts", near)]


def _agents() -> list[Level]:
    return [("same party", "list_has_any(agents_l, agents_r)"), ("same side", "list_has_any(agent_sides_l, agent_sides_r)")]


def _numbers(harm: str) -> list[Level]:
    left, right = f"{harm}_l", f"{harm}_r"
    shared = f"list_max(list_intersect({left}, {right}))"
    near = f"abs(list_max({left}) - list_max({right})) <= 1 + 0.25 * least(list_max({left}), list_max({right}))"
    return [
        ("same number, 10 or more", f"{shared} >= 10"),
        ("same number, 4 to 9", f"{shared} >= 4"),
        ("same number, 2 or 3", f"{shared} >= 2"),
        ("same number, 1", f"{shared} >= 1"),
        ("near numbers", near),
    ]


def _reports() -> list[Level]:
    """Words and names go together, so they are one field: two would count the same agreement twice."""
    most, many = "list_contains(most_names_l, nr_r)", "list_contains(many_names_l, nr_r)"
    some_words = "list_contains(kindred_l, nr_r)"
    return [
        ("near duplicates", "list_contains(twins_l, nr_r)"),
        ("long stretches shared", "list_contains(cousins_l, nr_r)"),
        ("most names and some words shared", f"{most} and {some_words}"),
        ("most names shared", most),
        ("some words shared", some_words),
        ("many names shared", many),
        ("some names shared", "list_contains(some_names_l, nr_r)"),
    ]


def _compare(name: str, unknown: str | None, levels: list[Level]) -> dict[str, Any]:
    """A comparison in Splink's settings; where `unknown` holds, the field weighs nothing."""
    null = [{"sql_condition": unknown, "label_for_charts": "not told", "is_null_level": True}] if unknown else []
    told = [{"sql_condition": sql, "label_for_charts": label} for label, sql in levels]
    rest = [{"sql_condition": "ELSE", "label_for_charts": "different"}]
    return {"output_column_name": name, "comparison_levels": [*null, *told, *rest]}
