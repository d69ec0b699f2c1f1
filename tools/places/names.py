"""Arabic place names as keys, and how often a corpus speaks of each: the counting behind build_places.py."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"})
WORD = re.compile(r"[\u0621-\u064a]+|[A-Za-z]+|[0-9\u0660-\u0669]+|[،,:.؛]")
ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a0-9M]+(?: [\u0621-\u063a\u0641-\u064a0-9]+)*")

# Type words that stand before a bare name, with the kind that they tell.
TYPE_WORDS = {
    "قريه": "village", "قري": "village", "قريتي": "village", "مزرعه": "village",
    "بلده": "town", "بلدات": "town", "بلدتي": "town",
    "مدينه": "city", "مدن": "city", "مدينتي": "city",
    "حي": "area", "احياء": "area", "حيي": "area",
    "مخيم": "site", "معبر": "site", "مطار": "site", "سد": "site", "حقل": "site", "قاعده": "site", "جسر": "site",
    "ناحيه": "subdistrict", "قضاء": "district", "مديريه": "district", "محافظه": "governorate", "ولايه": "governorate",
}  # fmt: skip
NEAR_WORDS = {
    "ريف",
    "محيط",
    "منطقه",
    "مناطق",
    "قرب",
    "اطراف",
    "محور",
    "محاور",
    "جبهه",
    "جبهات",
    "مشارف",
    "شمال",
    "شمالي",
    "جنوب",
    "جنوبي",
    "شرق",
    "شرقي",
    "غرب",
    "غربي",
    "باديه",
    "ريفي",
    "باتجاه",
    "مركز",
    "ضواحي",
    "ضاحيه",
    "بلديه",
    "طريق",
    "بالقرب",
    "نواحي",
    "وسط",
    "داخل",
    "سوق",
    "مشفي",
    "مستشفي",
    "سكان",
    "اهالي",
    "سماء",
    "اجواء",
}
WEAK_WORDS = {"في", "الي", "من", "علي", "نحو", "بين"}
WHOLE = {
    "وزاره",
    "وزارات",
    "كبيره",
    "كبير",
    "لبنان",
    "بلده",
    "بقريه",
    "وصول",
    "وقوع",
    "وجود",
    "وفاه",
    "لجنه",
    "كتيبه",
    "كتله",
    "بدايه",
    "بعد",
    "بين",
    "بعض",
    "فصيل",
    "فصائل",
}  # no proclitic
GLUING = [
    "كفر",
    "دير",
    "تل",
    "تلة",
    "عين",
    "بيت",
    "خان",
    "جب",
    "أبو",
    "ابو",
    "أم",
    "ام",
    "رأس",
    "بئر",
    "باب",
    "خربة",
    "معرة",
    "وادي",
    "جسر",
    "دار",
    "مشيرفة",
    "شيخ",
    "قلعة",
    "عرب",
    "نبع",
    "مرج",
]


def clean(name: str) -> str:
    """The name in NFC without marks, tatweel and bidi characters, single-spaced."""
    return " ".join(unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFKC", name))).split())


def fold(word: str) -> str:
    return MARKS.sub("", word).translate(LETTERS)


def bare(word: str) -> str:
    """The word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def key_of(name: str) -> tuple[str, ...]:
    return tuple(bare(fold(word)) for word in name.split())


def variants(name: str) -> Iterator[str]:
    """Other spellings that a report may use; kept only where the corpus has them."""
    words = name.split()
    for i, first in enumerate(words[:-1]):
        if bare(fold(first)) in {fold(g) for g in GLUING} or len(first) <= 3:
            yield " ".join([*words[:i], first + words[i + 1], *words[i + 2 :]])
            if words[i + 1].startswith("ال"):
                yield " ".join([*words[:i], first + words[i + 1][2:], *words[i + 2 :]])
    if len(words) == 1:
        for prefix in GLUING:
            if name.startswith(prefix) and len(name) - len(prefix) >= 3:
                yield f"{prefix} {name[len(prefix) :]}"
    for old, new in (("ئ", "ي"), ("ؤ", "و"), ("ائ", "اي")):
        if old in name:
            yield name.replace(old, new)
    if name.endswith("اء"):
        yield name[:-1]
    if name[-1] in "اهة" and len(name) > 4:
        yield name[:-1] + ("ة" if name[-1] == "ا" else "ا")
    if "أبو " in name:
        yield name.replace("أبو ", "أبي ")
    if name[:2] == "بو":
        yield f"أبو {name[2:]}"


@dataclass
class Seen:
    """How the corpus speaks of one key."""

    total: int = 0
    strong: int = 0  # after a type word, a direction, «ريف», or in a list of such
    weak: int = 0  # after في، إلى، من، على، ب
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)  # (kind, country of the report)
    countries: Counter[str] = field(default_factory=Counter)  # of the reports that place it

    near: Counter[str] = field(default_factory=Counter)  # countries of the reports with a type word or direction before it

    @property
    def share(self) -> float:
        return (self.strong + self.weak) / self.total if self.total else 0.0


def readings(word: str) -> Iterator[tuple[str, str]]:
    """(what is left, the proclitics) of a folded word, the plain reading first."""
    yield bare(word), ""
    if bare(word) in WHOLE:
        return
    for cut in (1, 2):
        clitics, rest = word[:cut], word[cut:]
        if len(rest) >= 3 and clitics in {"و", "ف", "ب", "ل", "ك", "وب", "فب", "ول"}:
            if clitics[-1] == "ل" and rest.startswith("ل"):
                rest = "ا" + rest
            yield bare(rest), clitics


def count(keys: Iterable[tuple[str, ...]], corpus: Path) -> dict[tuple[str, ...], Seen]:
    """Every key as the corpus has it: whole words, longest first, any article, proclitics on the first word."""
    trie: dict[str, dict] = {}
    for key in keys:
        node = trie
        for word in key:
            node = node.setdefault(word, {})
        node[""] = key
    seen: dict[tuple[str, ...], Seen] = defaultdict(Seen)
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            words = [fold(w) for w in WORD.findall(MARKS.sub("", f"{report.get('title') or ''} . {report['text']}"))]
            count_report(words, str(report.get("country")), trie, seen)
    return seen


def count_report(words: list[str], country: str, trie: dict, seen: dict[tuple[str, ...], Seen]) -> None:
    i, chained = 0, -1  # chained: where a list of placed names may go on
    while i < len(words):
        best = None
        for start, clitics in readings(words[i]):
            node, j = trie.get(start), i + 1
            while node is not None:
                if "" in node and (best is None or j - i > best[1]):
                    best = (node[""], j - i, clitics)
                node, j = (node.get(bare(words[j])), j + 1) if j < len(words) else (None, j)
        if best is None:
            i += 1
            continue
        key, length, clitics = best
        before = words[i - 1] if i else ""
        typed = before if before in TYPE_WORDS or before in NEAR_WORDS else before[1:] if before[:1] in "وبفل" else before
        at = seen[key]
        strong = at.strong
        at.total += 1
        placed = True
        if typed in TYPE_WORDS:
            at.strong += 1
            at.kinds[TYPE_WORDS[typed], country] += 1
        elif typed in NEAR_WORDS or (chained == i and clitics.startswith("و")):
            at.strong += 1
        elif before in WEAK_WORDS or before.lstrip("وف") in WEAK_WORDS or "ب" in clitics or (chained == i - 1 and before == "،"):
            at.weak += 1
        else:
            placed = False
        at.countries[country] += placed
        at.near[country] += at.strong > strong
        i += length
        chained = i if placed else -1
