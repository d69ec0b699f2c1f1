"""The model file fits the comparisons that the code makes."""

import itertools

from isnad.link.compare import comparisons
from isnad.link.model import load_model
from isnad.link.scoring import level_weights

SETTINGS = load_model().settings


def test_the_model_has_the_levels_of_the_code() -> None:
    def levels(settings: list[dict[str, object]]) -> dict[object, list[tuple[object, object]]]:
        return {
            one["output_column_name"]: [(level["label_for_charts"], level["sql_condition"]) for level in one["comparison_levels"]]  # type: ignore[attr-defined]
            for one in settings
        }

    assert levels(SETTINGS["comparisons"]) == levels(comparisons())


def test_within_a_field_every_weight_names_one_level() -> None:
    for comparison in SETTINGS["comparisons"]:
        weights = sorted(level_weights(comparison).values())
        assert all(after - before > 2e-6 for before, after in itertools.pairwise(weights)), comparison["output_column_name"]
        assert all(abs(weight) > 1e-6 for weight in weights)


def test_better_agreement_weighs_more() -> None:
    weights = {comparison["output_column_name"]: level_weights(comparison) for comparison in SETTINGS["comparisons"]}
    for field, better, worse in (
        ("act", "same act", "different"),
        ("agents", "same party", "different"),
        ("means", "shared", "different"),
        ("killed", "same number, 4 to 9", "different"),
        ("reports", "near duplicates", "different"),
        ("crowd", "different", "crowd 30"),
    ):
        assert weights[field][better] > weights[field][worse] + 1
