"""Numbers told without a number word: duals, «أحد عناصر», vague classes, and zero by negation."""

from __future__ import annotations

from isnad.extract.numbers.counted import Noun, measure_of
from isnad.extract.numbers.number_words import tag_of
from isnad.extract.text.marks import NONE, kinds_of
from isnad.extract.text.words import Words
from isnad.knowledge.beginnings import SOME
from isnad.knowledge.count_table import MEASURES, counting_words, duals

Few = tuple[int, int, float | None, float | None, str, str, Noun | None]
AMOUNTS = frozenset(("كبير", "كبيرا", "محدود", "قليل", "غير", "اخر"))


def read_dual(words: Words, at: int, end: int) -> Few | None:
    """«قتيلان», «غارتين جويتين»; the definite dual («الجنديان») points back and counts nothing."""
    kind = words.types[at]
    if kind.kind != "word" or len(kind.fold) < 4:
        return None
    if (
        kind.fold[-2:] in ("ين", "ان")
        and kinds_of(words, at) & MEASURES
        and counting_words().get(kind.fold[:-2], NONE) & MEASURES
    ):
        return at, at + 1, 2.0, 2.0, "dual", "", Noun(at, kind.raw, words.starts[at], measure_of(words, at))
    split = next((s for s in kind.splits if s.stem + s.after in duals()), None)
    if split is None or split.article:
        return None
    dual = duals()[split.stem + split.after]
    last = at + 1
    if last < end and (tag := tag_of(words, last, "unit")) and tag.value == 2:
        last += 1
    start = words.starts[at]
    return at, last, 2.0, 2.0, "dual", "", Noun(at, kind.raw, start) if not dual.joined or last <= end else None


def read_one_of(words: Words, at: int, end: int) -> Few | None:
    """«أحد عناصر الدفاع المدني» is one; «لم يصب أحد» and a lone «أحد» are not numbers."""
    tag = tag_of(words, at, "one_of")
    if tag is None or tag.article or at + 1 >= end:
        return None
    after = words.types[at + 1]
    if "ً" in after.raw or _denied(words, at):
        return None
    if (
        after.kind != "word"
        or after.number
        or after.fold in ("من", "في", "قبل", "الي", "علي", "او")
        or after.verb
        or after.best.before[:1] == ("و",)
    ):
        return None
    return at, at + 1, 1.0, 1.0, "one_of", "", Noun(at + 1, after.raw, words.starts[at + 1])


def _denied(words: Words, at: int) -> bool:
    """«لم يقل أحد»: nobody, not one."""
    return any("negation" in kinds_of(words, k) for k in range(max(0, at - 3), at)) or (
        words.types[at + 1].fold.endswith("ا") and words.types[at + 1].verb
    )


def read_vague(words: Words, at: int, end: int) -> Few | None:
    """«عشرات», «مئات الآلاف», «بضع عشرات», «عدد من»."""
    few = tag_of(words, at, "few")
    if few:
        return _few(words, at, end)
    tag = tag_of(words, at, "vague", "scales")
    if tag:
        return _vague(words, at, end, tag.value, tag.name)
    if words.types[at].fold in SOME:
        return _some(words, at, end)
    return None


def _few(words: Words, at: int, end: int) -> Few:
    tens = tag_of(words, at + 1, "vague", "scales", "hundred") if at + 1 < end else None
    if tens:
        return at, at + 2, 3 * tens.value, 9 * tens.value, "vague", tens.name or "few", None
    return at, at + 1, 3.0, 10.0, "vague", "few", None


def _vague(words: Words, at: int, end: int, value: float, name: str) -> Few:
    times = tag_of(words, at + 1, "scales", "scale") if at + 1 < end else None
    name = name or ("thousands" if value == 1000 else "millions")
    if times and not times.conjunction:
        return at, at + 2, 2 * value * times.value, None, "vague", name, None
    return at, at + 1, 2 * value, None, "vague", name, None


def _some(words: Words, at: int, end: int) -> Few | None:
    last = at + 1
    while last < end and words.types[last].fold in AMOUNTS and last < at + 3:
        last += 1
    if last >= end or words.types[last].fold != "من" or last + 1 >= end or words.types[last + 1].kind != "word":
        return None
    noun = Noun(last + 1, words.types[last + 1].raw, words.starts[last + 1])
    return at, last + 1, 2.0, None, "vague", "some", noun


def read_zero(words: Words, at: int, end: int) -> Few | None:
    """«دون وقوع إصابات», «لم يصب أحد», «لا إصابات»: none, over the words from the negation to the noun."""
    if "negation" not in kinds_of(words, at):
        return None
    for k in range(at + 1, min(end, at + 6)):
        kinds = kinds_of(words, k)
        if "loss" in kinds or ("nobody" in kinds and k > at + 1):
            return at, k + 1, 0.0, 0.0, "zero", "", Noun(k, words.types[k].raw, words.starts[k])
        if "harmed" not in kinds:
            return None
    return None
