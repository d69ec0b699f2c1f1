"""Which built phrases name a party: weapons need an owner, media speak, vague nouns need more words."""

from __future__ import annotations

from isnad.extract.clauses.phrases import has_article
from isnad.extract.parties.party_clues import Clues
from isnad.extract.text.matches import Match


def keeps(clues: Clues, head: Match, last: int, id_: str) -> bool:
    """Whether a built phrase names a party: weapons need an owner, media speak, vague nouns need more words."""
    first = head.first
    if clues.has(first, "weapon"):
        return bool(id_) or has_article(clues.words.types[first])
    if clues.has(first, "media"):
        return bool(id_ and head.table == "group") or speaks(clues, first, last)
    if clues.has(first, "side") and first and clues.words.types[first - 1].fold == "الي":
        return False
    if clues.has(first, "vague"):
        return bool(id_) or _says_more(clues, head, last)
    return clues.words.types[first].best.stem not in DEAD and not _bare(clues, head, last, id_)


DEAD = frozenset(("قتيل", "قتيلا", "قتلي", "جريح", "جريحا", "جرحي", "ضحيه", "ضحايا", "ضحيت"))


def _bare(clues: Clues, head: Match, last: int, id_: str) -> bool:
    """One indefinite singular of a group noun («جيش», «دولة») says of nobody that he did anything."""
    kind = clues.words.types[head.first]
    single = head.table == "group" and last == head.first + 1 and not id_ and not has_article(kind) and not kind.best.after
    return single and bool(kind.best.forms) and all(f.number == "s" for f in kind.best.forms)


def speaks(clues: Clues, first: int, last: int) -> bool:
    """Whether a reporting word stands close by, or the source's preposition before it."""
    before = clues.words.types[first - 1].fold if first else ""
    if before in ("عن", "حسب", "بحسب", "وفق", "وفقا", "لدي"):
        return True
    return any(at in clues.says for at in (*range(max(0, first - 3), first + 1), last, last + 1))


def _says_more(clues: Clues, head: Match, last: int) -> bool:
    kind = clues.words.types[head.first]
    if head.last in clues.place_nouns or (head.first in clues.place_nouns and head.last in clues.place_names):
        return False
    if last > head.last:
        return (
            clues.words.types[head.last].best.stem not in ("اخر", "اخري", "انساني", "انسانيه", "معني", "معنيه")
            and not clues.words.types[head.last].best.after
        )
    return has_article(kind) and kind.best.stem in ("اطراف", "طرفان", "طرفين", "جانبان", "جانبين")
