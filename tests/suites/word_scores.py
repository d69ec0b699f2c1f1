"""How segmentation is scored on UD Arabic-PUD: a written word is right when its parts are exactly the treebank's."""

from __future__ import annotations

from isnad.extract.showing import raw_parts
from tests.suites.reading import cases, words_of


def segmentation() -> tuple[int, int, list[str]]:
    """(right, all, faults) over written words; punctuation is left aside."""
    right, every, faults = 0, 0, []
    for case in cases("seg-ud-pud"):
        words, at, position = words_of(case["input"]), 0, 0
        text = case["input"]
        for written in case["expected"]["words"]:
            whole = "".join(p["form"] for p in written)
            position = text.index(whole, position)
            end = position + len(whole)
            ours: list[str] = []
            while at < len(words) and words.starts[at] < end:
                if words.types[at].kind != "punct":
                    ours += raw_parts(words.types[at])
                at += 1
            want = [p["form"] for p in written if p["upos"] not in ("PUNCT", "SYM")]
            position = end
            if want:
                every += 1
                right += ours == want
                if ours != want:
                    faults.append(f"{'+'.join(want)} | {'+'.join(ours)}")
    return right, every, faults
