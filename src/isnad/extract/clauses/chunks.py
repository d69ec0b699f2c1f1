"""A sentence as a string of chunks, one character each: noun phrases, verbs, and what joins them.

N noun phrase, V verb, C complementizer (أن), R relative (الذي), S subordinator (حيث، بينما), P punctuation.
Mentions and heads always begin a chunk, so that «قصف الطيران» is two: the act and the party beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from isnad.extract.clauses.phrases import has_article, is_nominal, phrase_end
from isnad.extract.text.words import Words
from isnad.extract.weights import kept
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
LEADS = frozenset(first for first, _ in COMPOUND)
HELPING = frozenset(
    ("كان", "كانت", "كانوا", "كانا", "يكون", "تكون", "بات", "باتت", "اصبح", "اصبحت", "ظل", "ظلت", "ليس", "ليست", "عاد", "عادت", "راح", "راحت")
)  # fmt: skip
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
    helps: bool = False  # a verb that lends its subject to the next («كانت الحكومة قد طالبت»)


NOTHING = Chunk("", 0, 0)
NO_HEAD = (-1, 0, False)


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


class Sort(NamedTuple):
    """What a word is for chunks, by itself.

    `letter` is C, R, S or P where it is that whatever stands around it, "-" for marks that are passed over, "#" for numbers, else "";
    `plain` is the word without conjunction, `does` what a word that no head begins does: lead (a preposition), pass, verb or noun;
    `ends` tells whether an idafa may follow it.
    """

    letter: str
    clitic: str
    plain: str
    joined: bool  # by «و»
    glued: bool  # «و» or «ف»
    does: str
    ends: bool


def sort_of(kind: WordType, held: dict[Any, Sort], known: Mapping[str, str]) -> Sort:
    """The sort of a word type, told once."""
    found = held.get(kind)
    if found is None:
        found = held[kind] = _sort(kind, known)
    return found


def _sort(kind: WordType, known: Mapping[str, str]) -> Sort:
    before, fold = kind.best.before, kind.fold
    glued = before[:1] in (("و",), ("ف",))
    plain = fold[1:] if fold[:1] in "وف" and glued else fold
    clitic = next((b for b in before if b in "بلك"), "")
    ends = not has_article(kind) and not kind.best.after and kind.kind == "word"
    return Sort(_letter(kind, plain), clitic, plain, before[:1] == ("و",), glued, _does(kind, plain, known), ends)


def _letter(kind: WordType, plain: str) -> str:
    if kind.kind == "punct":  # direct speech begins a clause as «أن» does
        return "C" if kind.raw == ":" else "P" if kind.raw in PUNCTUATION else "-"
    for table, letter in ((COMPLEMENTIZERS, "C"), (RELATIVES, "R"), (SUBORDINATORS, "S")):
        if kind.fold in table or plain in table:
            return letter
    return "#" if kind.kind == "number" else ""


def _does(kind: WordType, plain: str, known: Mapping[str, str]) -> str:
    if plain in PREPOSITIONS or kind.fold in PREPOSITIONS:
        return "lead"
    return "pass" if kind.fold in FUNCTION_WORDS else "verb" if verb_like(kind, known) else "noun"


Heads = Mapping[int, tuple[int, int, bool]]
Mentions = Mapping[int, tuple[int, int]]


def find_chunks(
    words: Words, first: int, last: int, heads: Heads, actors: Mentions, places: Mentions, known: Mapping[str, str]
) -> list[Chunk]:
    """The chunks of words [first, last).

    `heads` maps a first word to (index, last word, finite verb); `actors` and `places` to (index, last word).
    """
    chunker = _Chunker(words, last, heads, actors, places, known)
    chunks, sorts, types, at, prep = chunker.chunks, chunker.sorts, words.types, first, ""
    while at < last:
        kind = types[at]
        sort = sorts.get(kind) or sort_of(kind, sorts, known)
        letter, clitic, plain, joined, _, does, _ = sort
        if at in actors or at in places:
            chunk = chunker.mention(at, sort, prep)
        elif letter:
            at += 1
            if letter == "#":
                prep = prep or clitic
            elif letter != "-":
                chunks.append(Chunk(letter, at - 1, at, "", joined))
                prep = ""
            continue
        elif at in heads:
            chunk = chunker.headed(at, sort, prep)
        elif (compound := COMPOUND.get((prep, plain)) if prep in LEADS else None) or does == "lead" or does == "pass":
            prep = compound or (plain if does == "lead" else prep)
            at += 1
            continue
        else:
            chunk = chunker.plain(at, sort, prep)
        chunks.append(chunk)
        prep, at = "", max(chunk.last, at + 1)
    return chunks


class _Chunker:
    """The chunks of a sentence so far."""

    __slots__ = ("actors", "chunks", "heads", "known", "last", "places", "sorts", "types", "words")

    def __init__(
        self, words: Words, last: int, heads: Heads, actors: Mentions, places: Mentions, known: Mapping[str, str]
    ) -> None:
        self.words, self.types, self.last = words, words.types, last
        self.heads, self.actors, self.places, self.known = heads, actors, places, known
        self.sorts: dict[Any, Sort] = kept("chunks", known)
        self.chunks: list[Chunk] = []

    def mention(self, at: int, sort: Sort, prep: str) -> Chunk:
        """The chunk of the party, the place or both that begin at a word."""
        actor, place = self.actors.get(at, (-1, 0)), self.places.get(at, (-1, 0))
        return self._noun(at, max(actor[1], place[1]), sort, prep, self.heads.get(at, NO_HEAD)[0], actor[0], place[0])

    def headed(self, at: int, sort: Sort, prep: str) -> Chunk:
        """The chunk that a head begins."""
        head, end, verb = self.heads[at]
        if verb:
            return Chunk("V", at, end, "", sort.joined, False, head, -1, -1, _points_back(self.words, at, self.last))
        return self._noun(at, _extend(self.words, end, self.last, self.heads, self.actors, self.places), sort, prep, head)

    def plain(self, at: int, sort: Sort, prep: str) -> Chunk:
        """The chunk of any other verb or noun."""
        if sort.does == "verb":
            back = _points_back(self.words, at, self.last)
            return Chunk("V", at, at + 1, "", sort.joined, False, -1, -1, -1, back, sort.plain in HELPING)
        words, last, kind, end = self.words, self.last, self.types[at], at + 1
        if is_nominal(kind) or kind.best.before:
            end = _extend(words, at + 1, last, self.heads, self.actors, self.places)
        return self._noun(at, min(end, max(at + 1, phrase_end(words, at, last))) if end > at + 1 else end, sort, prep)

    def _noun(self, at: int, end: int, sort: Sort, prep: str, head: int = -1, actor: int = -1, place: int = -1) -> Chunk:
        chunks, prep = self.chunks, sort.clitic or prep
        before = chunks[-1] if chunks else NOTHING
        conj = sort.joined or (before.kind == "P" and _listed(chunks))
        leans = not (prep or sort.glued) and before.kind == "N" and before.last == at and before.place < 0
        idafa = leans and sort_of(self.types[at - 1], self.sorts, self.known).ends
        if conj and not prep and before.kind == "N":
            prep = before.prep  # coordinated, it stands under the preposition of the one before it
        return Chunk("N", at, end, prep, conj, idafa, head, actor, place)


def _points_back(words: Words, at: int, last: int) -> bool:
    """A pronoun on the verb, or on the preposition right after it."""
    return words.types[at].best.after in ("ه", "ها", "هم") or (
        at + 1 < last
        and words.types[at + 1].fold in ("به", "بها", "فيه", "فيها", "عليه", "عليها", "منه", "منها", "اليه", "اليها")
    )


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
