"""How number suites are scored. A case is right when the numbers read are the numbers expected, no more and no fewer."""

from __future__ import annotations

from isnad.extract.numbers.singles import find_singles
from isnad.records import Count
from tests.suites.reading import Case, cases, knowledge, numbers_of, words_of

Score = tuple[int, int, list[str]]


def score(suite: str, right: object, keep: object = None) -> Score:
    """(right, all, faults) of a suite."""
    every = [c for c in cases(suite) if keep is None or keep(c)]  # type: ignore[operator]
    faults = [f"{c['input']} | {c['expected']}" for c in every if not right(c)]  # type: ignore[operator]
    return len(every) - len(faults), len(every), faults


def one_value(case: Case) -> bool:
    """Duckling, NeMo: one number over the whole text, of the right value."""
    found = numbers_of(case["input"])
    return (
        len(found) == 1
        and found[0].low is not None
        and abs(found[0].low - case["expected"]["value"]) < 1e-6 * max(1, abs(found[0].low))
    )


def values_in(case: Case) -> bool:
    """Recognizers: the values in the sentence, in order (six digits)."""
    want = [float(e["resolution"]["value"]) for e in case["expected"]]
    have = [c.low or 0.0 for c in numbers_of(case["input"])]
    return len(want) == len(have) and all(abs(a - b) <= 1e-6 * max(1.0, abs(b)) for a, b in zip(have, want, strict=True))


def news(case: Case) -> bool:
    """Ours: every quantity with its bounds and marks, in order."""
    words = words_of(case["input"])
    counts = sorted([*numbers_of(case["input"]), *(c for _, _, c in find_singles(words, knowledge()))], key=lambda c: c.start)
    want = case["expected"]["quantities"]
    return len(want) == len(counts) and all(_agrees(w, c) for w, c in zip(want, counts, strict=True))


def _agrees(want: dict[str, object], count: Count) -> bool:
    if "value" in want and not (count.low == want["value"] == (count.high or 0)):
        return False
    if "min" in want and count.low not in (want["min"], float(str(want["min"])) + 1):  # «أكثر من 5» is 6 by the codebook
        return False
    if want.get("max") is not None and not want.get("vague") and count.high != want["max"]:
        return False
    if bool(want.get("vague")) != bool(count.vague) or bool(want.get("approx")) != count.approximate:
        return False
    return ("subset_of" in want) == count.part and (not want.get("cumulative") or count.total)


def decimal_or_cardinal(case: Case) -> bool:
    return "value" in case["expected"]


def gold(case: Case) -> bool:
    return bool(case["quality"] == "gold")
