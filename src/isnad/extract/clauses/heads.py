"""Heads of clauses: the words that an act, a saying or an operator hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from isnad.extract.clauses.chunks import COMPLEMENTIZERS, RELATIVES, SUBORDINATORS
from isnad.extract.text.matches import Match
from isnad.extract.text.words import Words
from isnad.knowledge.conjugation import Form
from isnad.knowledge.load import Knowledge

TABLES = frozenset(("act", "content", "not_act", "reporting", "operators", "light", "harms"))
BOUNDARIES = COMPLEMENTIZERS | RELATIVES | SUBORDINATORS
NOMINAL_BEFORE = frozenset(
    [
        "في", "من", "الي", "علي", "عن", "بعد", "قبل", "خلال", "مع", "منذ", "اثر", "جراء", "نتيجه", "ضد", "عدم", "دون", "بين",
        "حول", "بشان", "اثناء", "عقب", "عبر", "كل", "اي", "بسبب", "رغم", "وقف", "ايقاف", "محاوله", "عمليه", "ان",
    ]
)  # fmt: skip


VERBAL_BEFORE = frozenset(
    ("قد", "وقد", "فقد", "لقد", "ولقد", "لم", "ولم", "فلم", "لن", "ولن", "سوف", "وسوف")
)  # only verbs follow


PRONOMINAL = frozenset(
    [
        "بينهم", "بينها", "بينهن", "بينهما", "منهم", "منها", "منهن", "فيه", "فيها", "فيهم", "عليه", "عليها", "عليهم", "اليه",
        "اليها", "اليهم", "لها", "لهم", "له", "به", "بها", "بهم", "عنه", "عنها", "عنهم", "معه", "معها", "معهم",
    ]
)  # fmt: skip
AFTER = frozenset(("بعدما", "وبعدما", "فبعدما"))  # which is no «عدم»
SILENT = frozenset(
    ("after", "before", "while", "cause", "past", "possible_past")
)  # operators that change no status: no heads of their own


class Head(NamedTuple):
    """Words [first, last); `acts` are (act, last word) readings, best first; `says`, `operator`, `light` are rows of their tables or -1."""

    first: int
    last: int
    sentence: int
    verb: bool
    tense: str  # past | pres | part | noun
    acts: tuple[tuple[str, int], ...] = ()
    says: int = -1
    operator: int = -1
    light: int = -1
    harm: str = ""
    refused: bool = False  # a phrase that looks like the act and is none
    form: Form | None = None
    key: str = ""
    contents: tuple[tuple[str, int], ...] = ()  # acts that it tells only as what somebody demands, offers, agrees …
    turned: bool = False  # a light verb whose subject suffers the act («تعرّضت البلدة لقصف»)


def find_heads(words: Words, matches: Iterable[Match], knowledge: Knowledge) -> list[Head]:
    """One head for each word at which a phrase of the act, reporting, operator, light-verb or harm tables begins."""
    by_first: dict[int, list[Match]] = {}
    refused: dict[int, set[str]] = {}
    inner: set[int] = set()
    for match in matches:
        table = match.payload.table
        if words.types[match.first].fold in AFTER:
            continue
        if table == "not_act":
            for at in range(match.first, match.last):
                refused.setdefault(at, set()).add(match.payload.id)
        elif table == "act" and not match.gapped and match.last > match.first + 1:
            inner.update(range(match.first + 1, match.last))
        if table in TABLES and not _pronominal(words, match) and _may_head(words, match, knowledge):
            by_first.setdefault(match.first, []).append(match)
    heads = [_head(words, first, by_first[first], words.sentence_of[first], knowledge) for first in sorted(by_first)]
    return [_without(head, refused.get(head.first, set()), head.first in inner) for head in heads]


def _without(head: Head, refused: set[str], inner: bool) -> Head:
    """A head less the acts that a refusing phrase names, and all acts where it stands inside a longer act phrase."""
    if not refused and not inner:
        return head
    return head._replace(acts=() if inner else tuple(a for a in head.acts if a[0] not in refused), refused=bool(refused))


def _head(words: Words, first: int, here: list[Match], sentence: int, knowledge: Knowledge) -> Head:
    acts: dict[str, int] = {}
    contents: dict[str, int] = {}
    row = {"reporting": -1, "operators": -1, "light": -1}
    harm, last = "", first + 1
    for match in here:
        table = match.payload.table
        if table == "act":
            acts.setdefault(match.payload.id, match.last)
        elif table == "content":
            contents.setdefault(match.payload.id, match.last)
        elif table == "harms":
            harm = harm or match.payload.id
        elif table == "not_act":
            continue
        elif row[table] < 0:
            row[table] = int(match.payload.id)
    ranked = sorted(acts.items(), key=lambda a: (-knowledge.acts[a[0]].rank, -a[1]))
    form = _chosen_form(words, here)
    last = max((m.last for m in here if not m.gapped), default=first + 1)
    verb = form is not None and form.tense in ("past", "pres")
    return Head(
        first, last, sentence, verb, form.tense if form else "noun", tuple(ranked), row["reporting"], row["operators"], row["light"],
        harm, False, form, form.key if form else words.types[first].best.stem, tuple(c for c in contents.items() if c[0] not in acts),
        row["light"] >= 0 and knowledge.light[row["light"]]["subject"] == "patient",
    )  # fmt: skip


def _chosen_form(words: Words, here: list[Match]) -> Form | None:
    """A noun where a longer noun phrase or a preposition says so («قصف مدفعي», «بقصف»), else the first match's form."""
    forms = [(match, form) for match in here if (form := _form(words, match)) is not None]
    if not forms:
        return None
    first = here[0].first
    before = words.types[first - 1].fold if first else ""
    if before in VERBAL_BEFORE and (verb := next((f for _, f in forms if f.tense in ("past", "pres")), None)):
        return verb
    nominal = (
        _verb_before(words, first)
        or before in NOMINAL_BEFORE
        or any(b in "بلك" for b in words.types[first].splits[forms[0][0].split].before)
    )
    longest = max((m.last for m, f in forms if not m.gapped), default=0)
    for match, form in forms:
        if form.tense == "noun" and (nominal or (match.last == longest and match.last > first + 1)):
            return form
    return forms[0][1]


def _verb_before(words: Words, first: int) -> bool:
    """Whether the clause already has a verb: then a word spelled like verb and verbal noun is the noun («تبنت … خطف»)."""
    for at in range(first - 1, max(-1, first - 12), -1):
        kind = words.types[at]
        if kind.kind == "punct" or kind.fold in BOUNDARIES or kind.best.before[:1] in (("و",), ("ف",)):
            return (
                kind.verb
                and kind.kind == "word"
                and not any(f.tense == "noun" for f in kind.best.forms)
                and kind.fold not in BOUNDARIES
            )
        if kind.verb and not any(f.tense == "noun" for f in kind.best.forms):
            return True
    return False


def _form(words: Words, match: Match) -> Form | None:
    """The inflected form under which the matched word stands, in the match's own clitic reading."""
    return words.types[match.first].form_of.get((match.split, match.key))


def _pronominal(words: Words, match: Match) -> bool:
    """A preposition with a pronoun («بينهم») heads nothing, whatever verb it is spelled like."""
    return match.last == match.first + 1 and words.types[match.first].fold in PRONOMINAL


def _no_operator(words: Words, match: Match) -> bool:
    """«أن»; «إلا أن», which excepts nothing; «على أن», which asks nothing; «ما لا يقل عن»."""
    word = words.types[match.first].fold.removeprefix("و")
    after = words.types[match.first + 1].fold if match.first + 1 < len(words) else ""
    if word in ("الا", "علي"):
        return after in COMPLEMENTIZERS
    return word == "ان" or (word == "لا" and after in ("يقل", "تقل"))


def _may_head(words: Words, match: Match, knowledge: Knowledge) -> bool:
    """Participles head a clause only as circumstance («مشيراً إلى»), never as adjectives or under the article."""
    if match.payload.table == "operators" and (
        knowledge.operators[int(match.payload.id)]["operator"] in SILENT or _no_operator(words, match)
    ):
        return False
    form = _form(words, match)
    if form is None or form.tense != "part":
        return True
    kind = words.types[match.first]
    if match.payload.table == "light" or "ال" in kind.splits[match.split].before or kind.splits[match.split].after:
        return False
    return kind.fold.endswith(("ا", "ين")) or (kind.fold.endswith("ه") and match.payload.table == "reporting")
