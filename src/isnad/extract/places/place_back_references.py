"""Places taken up again by a definite noun: «المدينة», «القرية», «المنطقة», «المحافظة», «البلاد»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from isnad.extract.places.place_areas import noun_chain, widen
from isnad.extract.places.place_mentions import BACK, PlaceMention, PlaceWords, definite
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.place_words import BEHIND

COUNTRY = frozenset(("بلاد", "بلد"))
SETTLED = frozenset(("city", "town", "village"))
KINDS: dict[str, frozenset[str]] = {
    "مدينه": frozenset(("city", "town")), "بلده": frozenset(("town", "village")), "قريه": frozenset(("village", "town")),
    "ناحيه": frozenset(("subdistrict", "town")), "محافظه": frozenset(("governorate",)), "بلاد": frozenset(("country",)), "بلد": frozenset(("country",)),
    "مديريه": frozenset(("district",)), "ولايه": frozenset(("governorate",)), "اقليم": frozenset(("governorate", "area")),
    "منطقه": frozenset(("city", "town", "village", "area", "site", "subdistrict", "district")),
}  # fmt: skip


def taken_up(scan: PlaceWords, at: int, found: Sequence[PlaceMention]) -> PlaceMention | None:
    """The last place that a definite noun at a word can mean, with the noun's words."""
    noun = scan.noun_at.get(at)
    if noun is None or noun.last != at + 1 or not found or not definite(scan, noun) or not _single(scan, at):
        return None
    stem = _stem(scan, at)
    if stem is None or _described(scan, at + 1):
        return None
    fits = _fitting(scan, stem)
    before = next((m for m in reversed(found) if fits(m)), None)
    if before is None:
        return None
    words = scan.words
    start = words.starts[at] + words.types[at].stem_start(0)
    ids = _ids(scan, stem, before)
    name = scan.knowledge.places[ids[0]].names[0] if stem in COUNTRY else before.name
    again = PlaceMention(at, at + 1, start, words.ends[at], ids, before.noun, at, name, BACK)
    begin, nouns = noun_chain(scan, at, found[-1].last)
    return widen(scan, again._replace(begin=begin), nouns) if nouns else again


def _stem(scan: PlaceWords, at: int) -> str | None:
    stems = [f.key[2:] for f in scan.words.types[at].forms]
    return next((s for s in ("بلاد", *stems) if s in BEHIND and (s in stems or s in scan.words.types[at].keys)), None)


def _single(scan: PlaceWords, at: int) -> bool:
    return all(f.number == "s" for f in scan.words.types[at].forms if f.key[2:] in BEHIND) or _stem(scan, at) == "بلاد"


def _described(scan: PlaceWords, at: int) -> bool:
    """An adjective after it makes it another place («المدينة المنورة», «المنطقة الشرقية»)."""
    if at >= scan.limit.get(at - 1, 0):
        return False
    kind = scan.words.types[at]
    return kind.kind == "word" and kind.fold.startswith("ال") and kind.fold not in FUNCTION_WORDS and not kind.time


def _fitting(scan: PlaceWords, stem: str) -> Callable[[PlaceMention], bool]:
    kinds = KINDS.get(stem)
    if kinds is None:
        return lambda m: any(scan.words.types[i].best.stem == stem for i in range(m.begin, m.last))
    return lambda m: m.form != "adjective" and (stem != "منطقه" or not m.acts) and bool(kinds & _kinds(scan, m))


def _kinds(scan: PlaceWords, mention: PlaceMention) -> set[str]:
    if mention.form == "area":
        return {"area"}
    named = {scan.knowledge.places[i].kind for i in mention.ids}
    return (
        ({mention.noun} & named or {mention.noun})
        if mention.noun in SETTLED
        else named | ({mention.noun} if not named else set())
    )


def _ids(scan: PlaceWords, stem: str, before: PlaceMention) -> tuple[str, ...]:
    kinds = KINDS.get(stem, frozenset())
    return tuple(i for i in before.ids if scan.knowledge.places[i].kind in kinds) or before.ids
