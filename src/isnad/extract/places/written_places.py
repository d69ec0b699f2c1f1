"""Names that no table has, after a noun that names places: «قرية كذا», «دوار كذا», and what is coordinated with them."""

from __future__ import annotations

from isnad.extract.clauses.phrases import DAY_WORDS, has_article
from isnad.extract.places.place_contexts import contained
from isnad.extract.places.place_mentions import PlaceWords
from isnad.extract.text.matches import QUOTES
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.place_words import DESCRIBING, DIRECTIONS, LEADING, NAMING, OWN_NAMES, QUALIFIERS, SITES

PEOPLED = (NAMING | SITES) - {"منطقه"}
SETTLED = frozenset(
    ("قريه", "بلده", "حي", "دوار", "مزرعه", "ناحيه", "مخيم")
)  # after which a common word may be a name («حي السلام»)


def written_end(scan: PlaceWords, at: int, noun: str, conjoined: bool = False, plural: bool = False) -> int:
    """The word after an unlisted name that begins at `at`, or 0 where no name stands there.

    `noun` is the lexeme of the noun that governs it; `conjoined` takes a leading «و» off; after a `plural` or a vague noun an
    indefinite feminine is an adjective («أحياء راقية»).
    """
    limit = scan.limit.get(at, at)
    if at >= limit or not _may_begin(scan, at, noun, conjoined):
        return 0
    kind = scan.words.types[at]
    if plural and noun not in NAMING:
        return 0  # «سجون …»
    if (plural or noun == "منطقه") and kind.kind == "word" and kind.best.stem.endswith("ه") and not has_article(kind):
        return 0
    end = at + 1
    while end < min(limit, at + 3) and _goes_on(scan, at, end):
        end += 1
    return end


def _may_begin(scan: PlaceWords, at: int, noun: str, conjoined: bool) -> bool:
    kind = scan.words.types[at]
    if kind.kind == "latin":
        return len(kind.raw) > 2 and noun in NAMING
    if kind.kind != "word" or kind.fold in FUNCTION_WORDS or kind.fold in DAY_WORDS or at in scan.demonyms:
        return False
    before = [b for b in kind.best.before if b != "ال"]
    if before and not (conjoined and before == ["و"]):
        return False
    stem = kind.best.stem
    if (
        stem in DESCRIBING
        or kind.fold in DESCRIBING
        or kind.fold in DIRECTIONS
        or (at in scan.noun_at and stem not in LEADING and not (noun == "حي" and has_article(kind)))
        or len(stem) < 2
    ):
        return False
    if stem in LEADING or kind.fold in LEADING:
        return True
    if stem.endswith(("ين", "ون")) and any(f.number == "p" or f.key.startswith("v:") for f in kind.best.forms):
        return False  # «مخيم اللاجئين»
    if at in scan.named and noun in PEOPLED:
        return True
    if kind.best.after or kind.number or kind.time is not None:
        return False
    return _name_like(scan, at, noun)


def _name_like(scan: PlaceWords, at: int, noun: str) -> bool:
    """No common word beside its noun: unknown to lexicon and word list, or in a form that no adjective or people's noun has."""
    kind = scan.words.types[at]
    stem = kind.best.stem
    common = bool(kind.best.forms) or stem in scan.knowledge.known or kind.fold in scan.knowledge.known
    if not common:
        return noun in NAMING or has_article(kind)
    if kind.verb or noun not in PEOPLED or stem.endswith(("يه", "ي", "ين", "ون")):
        return False
    if has_article(kind):
        return noun in SETTLED or (not kind.best.forms and noun in OWN_NAMES)
    if noun in ("قريه", "بلده") and not kind.best.forms and contained(scan, at + 1):
        return True  # «قرية بينة بريف كذا»
    return not kind.best.forms and ((not stem.endswith("ه") and noun.endswith("ه")) or stem.endswith(("ا", "ان")))


def _goes_on(scan: PlaceWords, at: int, end: int) -> bool:
    """Whether the name takes one more word: after a leading word, an adjective that tells places apart, a definite second part."""
    kind, last = scan.words.types[end], scan.words.types[end - 1]
    if kind.kind != "word" or kind.raw in QUOTES or any(b != "ال" for b in kind.best.before):
        return False
    if last.best.stem in LEADING or last.fold in LEADING:
        return kind.fold not in FUNCTION_WORDS
    if kind.fold in QUALIFIERS:
        return has_article(kind) or not kind.fold.startswith(("شرق", "غرب", "شمال", "جنوب"))
    if kind.fold in FUNCTION_WORDS or kind.fold in DAY_WORDS or kind.verb or end in scan.demonyms or end in scan.noun_at:
        return False
    return (
        end == at + 1
        and has_article(kind)
        and not has_article(last)
        and not kind.best.stem.endswith(("يه", "ي"))
        and not kind.best.forms
    )
