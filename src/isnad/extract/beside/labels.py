"""Loaded names: a side's word for a party, an unnamed kind that takes sides, a name held off by quotation marks or «ما يسمى»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from isnad.extract.beside.ties import find_ties
from isnad.extract.clauses.phrases import CLOSE_QUOTES, OPEN_QUOTES, has_article
from isnad.extract.field import FieldReading
from isnad.extract.parties.actors import ActorMention
from isnad.extract.text.matches import QUOTES
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.load import Knowledge
from isnad.knowledge.stand_table import label_words
from isnad.records import Label, Tie

MARTYRS = "kind.martyrs"  # say nothing of a party


def find_labels(field: FieldReading, knowledge: Knowledge, ties: Sequence[Tie] | None = None) -> list[Label]:
    """Loaded names in the order of the text, each once for the party it means; `ties` are those of `find_ties`, where at hand.

    `voice` is left for whoever knows the voices.
    """
    found: dict[tuple[str, str], Label] = {}
    mentioned = [label for k in range(len(field.actors)) for label in _of_mention(field, knowledge, k)]
    mentioned += _unmentioned(field, knowledge)
    starts = {label.start for label in mentioned}
    backed = [
        _backed(t) for t in (find_ties(field, knowledge) if ties is None else ties) if _by_backer(t) and t.start not in starts
    ]
    for label in sorted([*mentioned, *backed], key=lambda label: (label.start, label.end)):
        found.setdefault((label.text, label.of_id or label.of), label)
    return list(found.values())


def _by_backer(tie: Tie) -> bool:
    return tie.type == "backs" and tie.rule == "word"


def _backed(tie: Tie) -> Label:
    """«مسلحي قسد المدعوم أمريكياً»: a party called by who backs it."""
    return Label(tie.text, tie.whom, "", tie.start, tie.end, tie.whom_id, tie.field, "called by its backer")


def _of_mention(field: FieldReading, knowledge: Knowledge, k: int) -> Iterator[Label]:
    mention = field.actors[k]
    loaded = mention.loaded or mention.id in label_words("kinds")
    quoted, last, held_off = _scare_quoted(field, mention), _adjective(field, mention), _held_off(field, mention)
    if not (loaded or quoted or last or held_off):
        return
    unnamed = not mention.id or mention.id in label_words("kinds")
    of, of_id = _meant(field, knowledge, k, mention.first, mention.id) if unnamed else (mention.name, mention.id)
    if quoted or loaded or last:
        rule = "scare quotes" if quoted else "adjective" if not loaded else "kind" if unnamed else "loaded name"
        yield _label(field, mention.start, quoted or (mention.last if loaded else last), of, of_id, rule)
    if held_off:
        yield _label(field, field.words.starts[held_off - 1], mention.last, of, of_id, "so called")


def _label(field: FieldReading, start: int, last: int, of: str, of_id: str, rule: str) -> Label:
    end = field.words.ends[last - 1]
    return Label(field.words.text[start:end], of, "", start, end, of_id, field.words.field, rule)


def _unmentioned(field: FieldReading, knowledge: Knowledge) -> Iterator[Label]:
    """Loaded kinds that no mention holds («7 من المرتزقة»); behind a noun such a word is its adjective."""
    words, kinds = field.words, label_words("kinds")
    for match in [m for m in field.matches if m.payload.id in kinds]:
        k = bisect_right(field.actors, match.first, key=lambda m: m.first)
        held = k > 0 and field.actors[k - 1].last > match.first
        if held or (match.first and words.types[match.first - 1].fold not in FUNCTION_WORDS):
            continue
        start = words.starts[match.first] + words.types[match.first].stem_start(match.split)
        yield _label(field, start, match.last, *_meant(field, knowledge, k, match.first, match.payload.id), "kind")


def _meant(field: FieldReading, knowledge: Knowledge, k: int, at: int, id_: str) -> tuple[str, str]:
    """The armed group named last before an unnamed «المرتزقة» at word `at` in its sentence, or two empty strings."""
    for mention in reversed(field.actors[:k]):
        if id_ == MARTYRS or field.sentence_of[mention.first] != field.sentence_of[at]:
            break
        entry = knowledge.actors.get(mention.id)
        if entry is not None and entry.kind == "armed_group":
            return mention.name, mention.id
    return "", ""


def _adjective(field: FieldReading, mention: ActorMention) -> int:
    """The word after a loaded adjective in a party's name or right behind it («تنظيم … الإرهابي»), or 0."""
    adjectives, low = label_words("adjectives"), mention.first + 1
    if mention.kind == "party":
        for at, kind in enumerate(field.words.types[low : mention.last + 1], low):
            if kind.best.stem in adjectives and kind.best.before == ("ال",):
                return at + 1
    return 0


def _held_off(field: FieldReading, mention: ActorMention) -> int:
    """The last word of «ما يسمى» before a name, quotation marks aside, or 0."""
    types, at = field.words.types, mention.first - 1
    at -= at > 0 and types[at].raw in QUOTES
    return at if at > 0 and f"{types[at - 1].fold} {types[at].fold}" in label_words("so_called") else 0


def _scare_quoted(field: FieldReading, mention: ActorMention) -> int:
    """The word after a nisba in quotation marks that describes the mention («الميليشيات “التركمانية”»), or 0."""
    types, low = field.words.types, mention.first + 1
    for at, kind in enumerate(types[low : mention.last + 1], low):
        if kind.raw in OPEN_QUOTES and at + 2 < len(types) and types[at + 2].raw in CLOSE_QUOTES:
            word = types[at + 1]
            if has_article(word) and has_article(types[at - 1]) and word.best.stem.endswith(("ي", "يه")):
                return at + 3
    return 0
