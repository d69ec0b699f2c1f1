"""A sentence as a string of chunks, one character each: noun phrases, verbs, and what joins them.

N noun phrase, V verb, C complementizer (أن), R relative (الذي), S subordinator (حيث، بينما), P punctuation.
Mentions and heads always begin a chunk, so that «قصف الطيران» is two: the act and the party beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from isnad.extract.clauses.phrases import has_article, is_nominal, phrase_end
from isnad.extract.text.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.wordtypes import WordType

COMPLEMENTIZERS = frozenset(
    ("ان", "انه", "انها", "انهم", "انهما", "انني", "اننا", "بان", "بانه", "بانها", "بانهم", "لان", "لانه", "لانها")
)
RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان", "ممن", "مما"))
SUBORDINATORS = frozenset(
    [
        "حيث", "حين", "حينما", "عندما", "بينما", "فيما", "لكن", "لكنه", "لكنها", "غير", "كما", "اذ", "اذا", "لو", "كي", "لكي",
        "حتي", "ريثما", "بعدما", "قبلما", "منذما", "فضلا", "اضافه", "وسط",
    ]
)  # fmt: skip
PREPOSITIONS = frozenset(
    [
        "في", "من", "الي", "علي", "عن", "مع", "بين", "قبل", "بعد", "خلال", "عند", "لدي", "منذ", "ضد", "دون", "نحو", "حول",
        "قرب", "عبر", "تحت", "فوق", "امام", "خلف", "اثر", "جراء", "نتيجه", "بسبب", "ضمن", "داخل", "خارج", "باتجاه", "بحق",
        "بحسب", "وفق", "حسب", "لصالح", "بمشاركه", "بدعم", "باسناد", "بمسانده", "برعايه", "بوساطه", "بقياده", "بحضور", "لدي",
        "وسط", "بينهم", "بجانب", "شمال", "جنوب", "شرق", "غرب",
    ]
)  # fmt: skip
COMPOUND = {
    ("من", "قبل"): "من قبل", ("علي", "يد"): "علي يد", ("علي", "ايدي"): "علي يد", ("من", "جانب"): "من قبل",
    ("من", "طرف"): "من قبل", ("بدعم", "من"): "بدعم", ("باسناد", "من"): "بدعم", ("بمسانده", "من"): "بدعم",
    ("بمشاركه", "من"): "بمشاركه", ("في", "محيط"): "في", ("في", "ريف"): "في",
}  # fmt: skip
PUNCTUATION = frozenset("،,؛;:—–-()/")


class Chunk(NamedTuple):
    """Words [first, last); `prep` governs it, `idafa` means that it follows a noun directly, `mention` and `head` index what begins here."""

    kind: str
    first: int
    last: int
    prep: str = ""
    conj: bool = False
    idafa: bool = False
    head: int = -1
    actor: int = -1
    place: int = -1
    pronoun: bool = False  # a verb that points back («شنها», «تقوم بها»)


def verb_like(kind: WordType, known: Mapping[str, str]) -> bool:
    """Whether an unlisted word looks like a finite verb: an imperfect prefix or past ending that its lemma does not have."""
    if kind.verb:
        return True
    word = kind.best.stem
    if kind.kind != "word" or len(word) < 4 or any(b in kind.best.before for b in ("ال", "ب", "ك")) or kind.forms:
        return False
    if "س" in kind.best.before and word[0] in "يتن":
        return True
    lemma = known.get(word, "")
    if word[0] in "يت" and lemma and lemma[0] != word[0] and len(lemma) < len(word):
        return True
    return (word.endswith("وا") and len(word) > 4) or (
        word.endswith("ت") and not word.endswith("ات") and lemma == word[:-1] and len(lemma) >= 3
    )


def find_chunks(
    words: Words,
    first: int,
    last: int,
    heads: Mapping[int, tuple[int, int, bool]],
    actors: Mapping[int, tuple[int, int]],
    places: Mapping[int, tuple[int, int]],
    known: Mapping[str, str],
) -> list[Chunk]:
    """The chunks of words [first, last).

    `heads` maps a first word to (index, last word, finite verb); `actors` and `places` to (index, last word).
    """
    chunks: list[Chunk] = []
    prep, conj, at = "", False, first
    while at < last:
        chunk, prep_next = _chunk(words, at, last, prep, heads, actors, places, known, chunks)
        if chunk is None:
            prep, at = prep_next, at + 1
            continue
        conj = "و" in words.types[chunk.first].best.before[:1] or (
            chunk.kind == "N" and bool(chunks) and chunks[-1].kind == "P" and _listed(chunks)
        )
        chunks.append(chunk._replace(conj=conj, prep=_inherit(chunk, chunks, conj)))
        prep, at = "", max(chunk.last, at + 1)
    return chunks


def _chunk(words: Words, at: int, last: int, prep: str, heads: Mapping[int, tuple[int, int, bool]], actors: Mapping[int, tuple[int, int]], places: Mapping[int, tuple[int, int]], known: Mapping[str, str], chunks: Sequence[Chunk]) -> tuple[Chunk | None, str]:  # fmt: skip
    kind = words.types[at]
    clitic = next((b for b in kind.best.before if b in "بلك"), "")
    actor, place, head = actors.get(at, (-1, 0)), places.get(at, (-1, 0)), heads.get(at, (-1, 0, False))
    if actor[0] >= 0 or place[0] >= 0:
        end = max(actor[1], place[1])
        idafa = _idafa(words, at, prep or clitic, chunks)
        return Chunk("N", at, end, clitic or prep, idafa=idafa, head=head[0], actor=actor[0], place=place[0]), ""
    if kind.kind == "punct":
        if kind.raw == ":":  # direct speech begins a clause as «أن» does
            return Chunk("C", at, at + 1), ""
        return (Chunk("P", at, at + 1), "") if kind.raw in PUNCTUATION else (None, prep)
    fold = kind.fold
    plain = fold[1:] if fold[:1] in "وف" and kind.best.before[:1] in (("و",), ("ف",)) else fold
    for table, letter in ((COMPLEMENTIZERS, "C"), (RELATIVES, "R"), (SUBORDINATORS, "S")):
        if fold in table or plain in table:
            return Chunk(letter, at, at + 1), ""
    if kind.kind == "number":
        return None, prep or clitic
    if head[0] >= 0:
        if head[2]:
            return Chunk("V", at, head[1], head=head[0], pronoun=_points_back(words, at, last)), ""
        end = _extend(words, head[1], last, heads, actors, places)
        idafa = _idafa(words, at, prep or clitic, chunks)
        return Chunk("N", at, end, clitic or prep, idafa=idafa, head=head[0]), ""
    if (prep, plain) in COMPOUND:
        return None, COMPOUND[prep, plain]
    if plain in PREPOSITIONS or fold in PREPOSITIONS:
        return None, plain
    if fold in FUNCTION_WORDS:
        return None, prep
    if verb_like(kind, known):
        return Chunk("V", at, at + 1, pronoun=_points_back(words, at, last)), ""
    end = _extend(words, at + 1, last, heads, actors, places) if is_nominal(kind) or kind.best.before else at + 1
    end = min(end, max(at + 1, phrase_end(words, at, last)))
    idafa = _idafa(words, at, prep or clitic, chunks)
    return Chunk("N", at, end, clitic or prep, idafa=idafa), ""


def _points_back(words: Words, at: int, last: int) -> bool:
    """A pronoun on the verb, or on the preposition right after it."""
    return words.types[at].best.after in ("ه", "ها", "هم") or (
        at + 1 < last
        and words.types[at + 1].fold in ("به", "بها", "فيه", "فيها", "عليه", "عليها", "منه", "منها", "اليه", "اليها")
    )


def _idafa(words: Words, at: int, governed: str, chunks: Sequence[Chunk]) -> bool:
    """Whether a noun phrase leans on the one right before it: that one is indefinite and ends there."""
    if (
        governed
        or not chunks
        or chunks[-1].kind != "N"
        or chunks[-1].last != at
        or words.types[at].best.before[:1] in (("و",), ("ف",))
    ):
        return False
    last = words.types[at - 1]
    return not has_article(last) and not last.best.after and last.kind == "word" and chunks[-1].place < 0


def _extend(
    words: Words, at: int, last: int, heads: Mapping[int, object], actors: Mapping[int, object], places: Mapping[int, object]
) -> int:
    """Past the plain nominal words that go with a noun, up to the next mention or head."""
    limit = min(last, at + 4)
    while at < limit and at not in heads and at not in actors and at not in places and is_nominal(words.types[at]):
        at += 1
    return at


def _listed(chunks: Sequence[Chunk]) -> bool:
    return len(chunks) > 1 and chunks[-2].kind == "N" and chunks[-2].conj


def _inherit(chunk: Chunk, chunks: Sequence[Chunk], conj: bool) -> str:
    """A coordinated noun phrase stands under the preposition of the one before it."""
    if chunk.kind == "N" and conj and not chunk.prep and chunks and chunks[-1].kind == "N":
        return chunks[-1].prep
    return chunk.prep
