"""Whether a head noun is what it looks like: the adjective of the noun before it, a verb, a noun that closes its phrase."""

from __future__ import annotations

from isnad.extract.clauses.phrases import has_article
from isnad.extract.parties.party_clues import Clues
from isnad.extract.text.matches import Match
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.wordtypes import WordType


def is_verb(clues: Clues, head: Match) -> bool:
    """«طالب» before a name or a definite noun, at the head of its clause: the verb, not the student."""
    kind, at = clues.words.types[head.first], head.first + 1
    if not any(f.tense == "past" for f in kind.forms) or has_article(kind) or kind.best.after or head.last > at:
        return False
    before = clues.words.types[head.first - 1] if head.first else None
    opens = (
        before is None
        or before.kind == "punct"
        or kind.best.before[:1] == ("و",)
        or before.fold in ("ان", "وقد", "قد", "كما", "التي", "الذي")
    )
    return opens or any(m.payload.note != "capital" for m in clues.actors.get(at, ()))


def is_adjective(clues: Clues, match: Match) -> bool:
    """Whether a one-word head is the adjective of the noun before it («العمل السياسي»), or a feminine one («عسكرية»)."""
    if match.last > match.first + 1:
        return False
    kind = clues.words.types[match.first]
    stem, key = kind.splits[match.split].stem if kind.splits else kind.fold, match.key.removeprefix("n:")
    if stem.endswith("ه") and not key.endswith("ه"):
        return True
    if stem.endswith("يا") and key.endswith("ي") and not _objectlike(clues, match.first):
        return True
    if match.table == "kind" and stem.endswith("ات") and not key.endswith(("ه", "ات")):
        return True
    return _after_noun(clues, match, kind, stem)


def _objectlike(clues: Clues, first: int) -> bool:
    """Whether an accusative is counted or struck («قتلت عسكرياً»), and no adverb («تدخل عسكرياً»)."""
    before = clues.words.types[first - 1] if first else None
    return before is not None and (bool(before.number) or before.kind == "number" or first - 1 in clues.upon)


def _may_be_adjective(clues: Clues, match: Match) -> bool:
    """Nisbas, and participles with the plural in ون: «مسلح», not «مجلس»."""
    stem = match.key.removeprefix("n:")
    return stem.endswith("ي") or any(
        f.key == match.key and f.number == "p" for f in clues.knowledge.lexicon.forms.get(stem + "ون", ())
    )


def _after_noun(clues: Clues, match: Match, kind: WordType, stem: str) -> bool:
    first = match.first
    if not first or clues.limit_of[first - 1] <= first:
        return False
    before = clues.words.types[first - 1]
    if stem.endswith(("ين", "ون")):
        return (
            has_article(kind)
            and kind.best.before == ("ال",)
            and has_article(before)
            and any(f.number == "p" for f in before.best.forms)
        )
    if not adjective_shape(stem) or not _may_be_adjective(clues, match):
        return False
    if kind.best.before == ("و", "ال"):
        return stem.endswith("ي") and has_article(before) and before.best.stem.endswith("ي")
    if (
        kind.best.before not in ((), ("ال",))
        or before.kind != "word"
        or before.verb
        or before.fold in FUNCTION_WORDS
        or before.number
    ):
        return False
    if has_article(kind):
        return has_article(before)
    return not has_article(before) and first - 1 not in clues.upon and not before.best.after and not clues.verbal(first - 1)


def adjective_shape(stem: str) -> bool:
    return stem.endswith("ي") or stem.startswith("م")


def absolute(kind: WordType) -> bool:
    """A sound plural or an accusative that cannot take an idafa («خبراء دوليون», «جندياً»)."""
    stem = kind.best.stem
    if len(stem) > 4 and stem.endswith(("ون", "ين")):
        return any(f.number in ("p", "d") for f in kind.best.forms)
    return kind.raw.endswith(("اً", "ًا"))


def agree(noun: WordType, adjective: WordType) -> bool:
    """Whether a definite word may be the adjective of the definite singular before it."""
    forms = noun.best.forms
    if not has_article(noun) or not forms or any(f.number != "s" for f in forms):
        return True
    return noun.best.stem.endswith("ه") <= adjective.best.stem.endswith("ه")
