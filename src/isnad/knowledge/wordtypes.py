"""What is known of a word by itself, worked out once per distinct raw word."""

from __future__ import annotations

from collections.abc import Set
from typing import Any, NamedTuple

from isnad.knowledge.beginnings import begins_number, begins_time, time_readers
from isnad.knowledge.clitics import Word, split_clitics
from isnad.knowledge.conjugation import Form
from isnad.knowledge.entries import Payload
from isnad.knowledge.letters import bare, fold, raw_offset, unpresent
from isnad.knowledge.lexicon import LEAF, Lexicon
from isnad.knowledge.number_table import NumberTag, number_tags
from isnad.knowledge.time_table import TimeTag, time_tag


class Split(NamedTuple):
    """One clitic reading: proclitics in order, folded stem, enclitic pronoun, what the lexicon knows of the stem."""

    before: tuple[str, ...]
    stem: str
    after: str
    forms: tuple[Form, ...] = ()

    @property
    def article(self) -> bool:
        return "ال" in self.before


class Beginning(NamedTuple):
    """A key at which phrases begin: what the word alone stands for, how they go on in the trie, and phrases with gaps."""

    key: str
    split: int
    alone: tuple[Payload, ...]
    branch: dict[str, Any] | None
    gapped: tuple[tuple[tuple[str, ...], Payload], ...]


class WordType:
    """A distinct raw word: `kind` is word, number, latin or punct; `keys` are what phrases are looked up by.

    `number` and `time` hold what the word may be in the grammars of numbers and times (() and None for most words);
    `counts` and `dates` tell whether it may begin a number or a time, `readers` which readers of times begin there;
    `alone` is what the word stands for by itself (payload, split, key), by split; `begins` are the phrases of the lexicon that it may
    begin, `extended` those of several words; `form_of` gives the form of a split that has a key. `steps` is what a phrase may ask of the word that goes on with it:
    its keys, and each proclitic with a «+» before it. `name` is what a feature calls it: its stem, «#» for a figure, a sign as it stands;
    `company` are its classes, coarse and fine, by the words it stands beside.
    """

    __slots__ = (
        "alone",
        "begins",
        "best",
        "company",
        "counts",
        "dates",
        "extended",
        "fold",
        "form_of",
        "forms",
        "keys",
        "kind",
        "name",
        "number",
        "raw",
        "readers",
        "splits",
        "steps",
        "time",
        "verb",
    )

    def __init__(self, raw: str, kind: str, splits: tuple[Split, ...]) -> None:
        self.raw, self.kind, self.splits = raw, kind, splits
        self.fold = fold(raw)
        self.best = splits[0] if splits else Split((), self.fold, "")
        self.name = "#" if kind == "number" else self.best.stem if kind == "word" else raw
        keys: dict[str, int] = {}
        for at, split in enumerate(splits):
            if not split.after and split.stem:
                keys.setdefault(split.stem, at)
            for form in split.forms:
                keys.setdefault(form.key, at)
        self.keys = keys or ({self.fold: 0} if self.fold else {})
        self.forms = tuple(form for split in splits for form in split.forms)
        self.number: tuple[NumberTag, ...] = number_tags(self.fold, bare(raw)) if kind == "word" else ()
        self.time: TimeTag | None = time_tag(self.fold, bare(raw)) if kind == "word" else None
        self.counts = kind == "number" or (kind == "word" and begins_number(self.fold, self.number))
        self.readers = time_readers(kind, self.fold, self.time, self.number) if kind != "punct" else ""
        self.dates = begins_time(self.time, self.readers)
        self.alone: tuple[tuple[Payload, int, str], ...] = ()
        self.begins: tuple[Beginning, ...] = ()
        self.extended: tuple[Beginning, ...] = ()
        self.form_of = {(at, f.key): f for at, split in enumerate(splits) for f in reversed(split.forms)}
        self.steps: Set[str] = self.keys.keys() | {"+" + b for split in splits for b in split.before}
        self.verb = any(f.tense in ("past", "pres") for f in self.best.forms)
        self.company = STRANGER

    def stem_start(self, split: int) -> int:
        """Offset into the raw word at which a split's stem begins, its article included."""
        if split >= len(self.splits):
            return 0
        n = sum(len(b) for b in self.splits[split].before if b != "ال")
        return raw_offset(self.raw, n) if n else 0


STRANGER = ("?", "?")  # the classes of a word that was seldom met


class WordTypes:
    """The cache of word types; what it gives depends on the lexicon alone."""

    def __init__(self, lexicon: Lexicon, known: dict[str, str], classes: dict[str, tuple[str, str]]) -> None:
        self._lexicon, self._known, self._classes = lexicon, known, classes
        self.held: dict[str, WordType] = {}

    def __call__(self, raw: str, kind: str) -> WordType:
        held = self.held.get(raw)
        if held is None:
            held = self.held[raw] = self._make(raw, kind)
            held.begins = tuple(b for key, at in held.keys.items() if (b := self._beginning(key, at)))
            held.extended = tuple(b for b in held.begins if b.branch or b.gapped)
            alone = [(payload, b.split, b.key) for b in held.begins for payload in b.alone]
            held.alone = tuple(sorted(alone, key=lambda a: a[1]))
            held.company = self._classes.get(held.name, STRANGER)
        return held

    def _beginning(self, key: str, split: int) -> Beginning | None:
        node, gapped = self._lexicon.trie.get(key), tuple(self._lexicon.gapped.get(key, ()))
        if node is None and not gapped:
            return None
        alone = node.get(LEAF, ()) if node else ()
        return Beginning(key, split, alone, node if node and len(node) > bool(alone) else None, gapped)

    def _make(self, raw: str, kind: str) -> WordType:
        if kind != "word":
            return WordType(raw, kind, ())
        forms = self._lexicon.forms
        word = Word(fold(raw), _ending(raw))
        splits = split_clitics(word, lambda stem: forms.get(stem, ()), self._known, self._lexicon.trie)
        return WordType(raw, kind, tuple(Split(*s) for s in splits))


def _ending(raw: str) -> str:
    """What the last letters of the raw word say of its ending: ة, ه, tanwin (ً), or nothing."""
    if "ً" in unpresent(raw)[-2:]:
        return "ً"
    last = bare(raw)[-1:]
    return last if last and last in "ةه" else ""
