"""Whether a listed name is a place where it stands: names that are common words too want a place's surroundings."""

from __future__ import annotations

from isnad.extract.clauses.phrases import DAY_WORDS, has_article, is_nominal
from isnad.extract.places.place_mentions import PlaceWords, definite
from isnad.extract.text.matches import Match
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.letters import fold
from isnad.knowledge.place_words import (
    BEHIND,
    DESCRIBING,
    DIRECTIONS,
    GOVERNING,
    IDIOMS,
    LEADING,
    NAMING,
    NEAR,
    QUALIFIERS,
    REGIONS,
    SITES,
)

PROMINENT = frozenset(("country", "governorate", "city"))
KNOWN = frozenset(("country", "governorate", "city", "town", "area", "site", "road"))  # kinds whose names word lists hold too
PLAIN, MILD, STRONG = 0, 1, 2


def stands(scan: PlaceWords, here: list[Match], listed: bool, plural: bool = False) -> bool:
    """Whether the longest matches at a word (all of one stretch) name a place there.

    `listed`: coordinated with a place; `plural`: in a list that a noun opened («قرى», «بلدتي»).
    """
    match = here[0]
    if _inside_party(scan, match) or _is_noun(scan, here):
        return False
    if _inside_person(scan, match):
        return False
    noun = governing_noun(scan, match)
    naming = noun is not None and not definite(scan, noun) and scan.stem(noun) in NAMING
    if match.last > match.first + 1:
        person = all(at in scan.names for at in range(match.first, match.last))
        return naming or plural or not (person or _flagged(here)) or _governed(scan, match, GOVERNING) or listed
    if _leads(scan, match) or _idiom(scan, match) or (not _has_article(scan, match) and _describes_country(scan, match)):
        return False
    doubt = doubt_of(scan, here)
    if naming:
        return doubt == PLAIN or not (_describes(scan, match) or _people(scan, match))
    if _closed(scan, match) or scan.words.types[match.first].fold in QUALIFIERS:
        return False
    if noun is not None and not definite(scan, noun) and scan.stem(noun) in SITES and not _common(scan, match):
        return not _describes(scan, match)
    if _describes_country(scan, match) or not _whole(scan, match):
        return False
    if _fits(scan, here, doubt, listed):
        return True
    return plural and _same_article(scan, here) and (_has_article(scan, match) or not _known(scan, match))


def _leads(scan: PlaceWords, match: Match) -> bool:
    """A first word of longer names («كفر زمرود», «عين الدوم») names nothing by itself where a name goes on after it."""
    kind = scan.words.types[match.first]
    if match.last >= len(scan.words) or kind.best.article or kind.best.stem not in LEADING:
        return False
    after = scan.words.types[match.last]
    same_line = scan.words.lines[match.last] == scan.words.lines[match.first]
    return same_line and is_nominal(after) and after.fold not in FUNCTION_WORDS and after.fold not in DAY_WORDS


def _idiom(scan: PlaceWords, match: Match) -> bool:
    """A fixed phrase that begins with the name of a place («مسقط رأسه»)."""
    if match.last >= len(scan.words):
        return False
    phrase = f"{scan.words.types[match.first].best.stem} {scan.words.types[match.last].fold}"
    return any(phrase.startswith(idiom) for idiom in IDIOMS)


def governing_noun(scan: PlaceWords, match: Match) -> Match | None:
    """The place noun right before a name; a name with a preposition or «و» on it hangs on none («مدني بجروح»)."""
    kind = scan.words.types[match.first]
    before = kind.splits[match.split].before if kind.splits else ()
    return None if any(b != "ال" for b in before) else scan.noun(match.first)


def _inside_person(scan: PlaceWords, match: Match) -> bool:
    """Behind another part of a person's name («سميرة محمد الحسين»)."""
    words = range(match.first - 1, match.last)
    return all(at in scan.names for at in words) and "ب" not in scan.words.types[match.first].best.before


def _closed(scan: PlaceWords, match: Match) -> bool:
    """A function word, a day, a number, a time."""
    kind = scan.words.types[match.first]
    return kind.fold in FUNCTION_WORDS or kind.fold in DAY_WORDS or bool(kind.number) or kind.time is not None


def _common(scan: PlaceWords, match: Match) -> bool:
    return bool(scan.words.types[match.first].best.forms) or match.first in scan.common


def _fits(scan: PlaceWords, here: list[Match], doubt: int, listed: bool) -> bool:
    """Whether the surroundings of a one-word name are enough for its doubt."""
    match = here[0]
    same = _same_article(scan, here)
    if not same and (doubt != PLAIN or _known(scan, match)):
        return False
    if doubt == PLAIN or (listed and doubt == MILD):
        return True
    article = _has_article(scan, match)
    if doubt == MILD:
        return _governed(scan, match, NEAR if _flagged(here) else GOVERNING)
    return article and (listed or (contained(scan, match.last) and match.first not in scan.common))


def doubt_of(scan: PlaceWords, here: list[Match]) -> int:
    """How likely a one-word name is a common word: by its flags in the tables, by the lexicon and by the word list."""
    own = [m for m in here if not m.payload.note] or here
    entries = [scan.knowledge.places[m.payload.id] for m in own]
    kinds = {"quarter" if e.kind == "area" and not e.shape and len(e.parents) > 2 else e.kind for e in entries}
    inflected = here[0].first in scan.common
    if _flagged(here):
        return MILD if kinds & PROMINENT and not inflected else STRONG
    if "country" in kinds or (kinds & PROMINENT and not inflected):
        return PLAIN
    known = _known(scan, here[0])
    if inflected and kinds & {"city", "governorate"}:
        return MILD
    if inflected or (known and not kinds & KNOWN):
        return STRONG
    return MILD if known or scan.words.types[here[0].first].forms else PLAIN


def _known(scan: PlaceWords, match: Match) -> bool:
    """In the word list, with or without its article."""
    kind = scan.words.types[match.first]
    return any(w in scan.knowledge.known for w in (kind.best.stem, kind.fold, _bare(kind.best.stem)))


def _people(scan: PlaceWords, match: Match) -> bool:
    """A plural of people after a place noun («مخيم اللاجئين»)."""
    kind = scan.words.types[match.first]
    return kind.best.stem.endswith(("ين", "ون")) and any(f.number == "p" or f.key.startswith("v:") for f in kind.best.forms)


def _describes(scan: PlaceWords, match: Match) -> bool:
    """An adjective after a place noun («مدينة كبيرة»)."""
    kind = scan.words.types[match.first]
    return any(word in DESCRIBING or word in QUALIFIERS for word in (kind.best.stem, kind.fold))


def _describes_country(scan: PlaceWords, match: Match) -> bool:
    """A country's adjective that reads like its name («السفارة السعودية», «مواقع عسكرية سورية»)."""
    at, noun = match.first, governing_noun(scan, match)
    if at not in scan.demonyms or not at:
        return False
    if noun is not None and not definite(scan, noun) and _has_article(scan, match):
        return False  # «مدينة الكويت»
    before, kind = scan.words.types[at - 1], scan.words.types[at]
    if before.kind != "word" or before.fold in FUNCTION_WORDS or before.verb or any(b != "ال" for b in kind.best.before):
        return False
    if has_article(before) or has_article(kind):
        return has_article(before) and has_article(kind)
    return before.best.stem.endswith(("ه", "ات"))


def _is_noun(scan: PlaceWords, here: list[Match]) -> bool:
    """A place noun by itself («العاصمة», «المخيم», «مركز المدينة») names no settlement."""
    noun = scan.noun_at.get(here[0].first)
    before = scan.noun(here[0].first)
    if (
        noun is None
        or noun.last != here[0].last
        or (before is not None and scan.stem(before) in NAMING and not definite(scan, before))
    ):
        return False
    if scan.stem(noun) not in BEHIND and any(f.key == noun.key and f.number != "s" for f in scan.words.types[noun.first].forms):
        return False  # «الميادين» is a town, not squares
    longer = here[0].last > here[0].first + 1
    return longer or not any(scan.knowledge.places[m.payload.id].kind in ("area", "governorate", "country") for m in here)


def _flagged(here: list[Match]) -> bool:
    return all(m.payload.note == "word" for m in here)


def _inside_party(scan: PlaceWords, match: Match) -> bool:
    """Inside a longer party's name («قوات سوريا الديمقراطية»)."""
    party = scan.actors.get(match.first)
    return (
        party is not None
        and party.first <= match.first
        and match.last <= party.last
        and party.last - party.first > match.last - match.first
    )


def _whole(scan: PlaceWords, match: Match) -> bool:
    """Whether no letters of a known word were taken off to reach the name («لبنان» is no «بنان»); the article may be."""
    kind = scan.words.types[match.first]
    if not match.split:
        return True
    split = kind.splits[match.split]
    return _bare(split.stem) == _bare(kind.best.stem) and [b for b in split.before if b != "ال"] == [
        b for b in kind.best.before if b != "ال"
    ]


def _bare(stem: str) -> str:
    return stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem


def _has_article(scan: PlaceWords, match: Match) -> bool:
    kind = scan.words.types[match.first]
    return bool(kind.splits) and ("ال" in kind.splits[match.split].before or kind.splits[match.split].stem.startswith("ال"))


def _same_article(scan: PlaceWords, here: list[Match]) -> bool:
    """Whether some table writes the name with, or without, the article as the report does."""
    article = _has_article(scan, here[0])
    kind = scan.words.types[here[0].first]
    stem = _bare(kind.splits[here[0].split].stem if kind.splits else kind.fold)
    names = (fold(name) for m in here for name in scan.knowledge.places[m.payload.id].names)
    return any(_bare(name) == stem and name.startswith("ال") == article for name in names)


def _governed(scan: PlaceWords, match: Match, words: frozenset[str]) -> bool:
    """Under a preposition or a noun that makes it a place."""
    kind = scan.words.types[match.first]
    before = kind.splits[match.split].before if kind.splits else ()
    if "ب" in before or "ل" in before:
        return words is GOVERNING or ("ب" in before and _has_article(scan, match))
    if any(b in before for b in "لك"):
        return False
    word = scan.before(match.first)
    return word in words or (word[:1] in ("و", "ب") and word[1:] in words) or word in DIRECTIONS


def contained(scan: PlaceWords, at: int) -> bool:
    """Whether a container follows («بريف حلب», «شمال …», «في ناحية …»)."""
    noun = scan.noun_at.get(at)
    if noun is None and at < len(scan.words.types) and scan.words.types[at].fold in ("في", "من"):
        noun = scan.noun_at.get(at + 1)
    if noun is None:
        return False
    stem = scan.stem(noun)
    return stem in DIRECTIONS or stem in REGIONS or stem in NAMING
