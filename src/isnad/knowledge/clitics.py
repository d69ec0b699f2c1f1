"""Clitics split off, with ranked readings.

Every way to cut a folded word into proclitics, stem and pronoun is rated by what is known of the stem (a particle, a form
of the lexicon, a word of the word list, a name) and by how dear its clitics are; unknown words keep their letters unless
a mark of clitics is plain («وال…», «لل…», «…تها»).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import NamedTuple

from isnad.knowledge.conjugation import Form
from isnad.knowledge.particles import DEMONSTRATIVES, FUNCTION_WORDS, GLUED, HOSTS, PERSONAL, WHOLE

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك", "س")
PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "نا", "ه", "ني", "ك", "ي")
_BY_LAST: dict[str, tuple[str, ...]] = {last: tuple(p for p in PRONOUNS if p[-1] == last) for last in {p[-1] for p in PRONOUNS}}
_CLITIC = {"و": 0.5, "ف": 0.9, "ب": 0.7, "ل": 0.7, "ك": 1.9, "س": 0.7, "ال": 0.1}
UNKNOWN = 3.0

Lookup = Callable[[str], tuple[Form, ...]]
Reading = tuple[tuple[str, ...], str, str, tuple[Form, ...]]


def _proclitics(word: str) -> list[tuple[tuple[str, ...], str]]:
    """All ways to take proclitics off, the empty one first."""
    found: list[tuple[tuple[str, ...], str]] = []
    heads: list[tuple[tuple[str, ...], str]] = [((), word)]
    if word[:1] in CONJUNCTIONS and len(word) > 2:
        heads.append(((word[0],), word[1:]))
    for before, rest in heads:
        found.append((before, rest))
        if rest.startswith("ال") and len(rest) > 3:
            found.append(((*before, "ال"), rest[2:]))
        if rest[:1] in PREPOSITIONS and len(rest) > 1:
            found.extend(_after_preposition(before, rest))
    return found


def _after_preposition(before: tuple[str, ...], rest: str) -> list[tuple[tuple[str, ...], str]]:
    inner, tail = (*before, rest[0]), rest[1:]
    found = [(inner, tail)]
    if rest.startswith("لل") and len(rest) > 3:
        found.append(((*before, "ل", "ال"), rest[2:]))
    elif tail.startswith("ال") and len(tail) > 3:
        found.append(((*inner, "ال"), tail[2:]))
    return found


def _fits(before: tuple[str, ...], form: Form, pronoun: str) -> bool:
    """Whether an inflected form may stand with these clitics."""
    if form.tense in ("past", "pres"):
        if "ال" in before or any(b in before for b in ("ب", "ك")):
            return False
        if "س" in before and form.tense != "pres":
            return False
        if "ل" in before and form.tense != "pres":
            return False
    elif "س" in before:
        return False
    if form.joined:
        return bool(pronoun)
    if pronoun and form.tense == "noun" and "ال" in before:
        return False
    return not (form.tense == "past" and form.number == "p" and pronoun and form.gender == "m" and form.person == 3)


class Word(NamedTuple):
    """A folded word, with what its raw spelling tells: `ending` is ة (no pronoun), ه (often one), ً (tanwin) or ""."""

    text: str
    ending: str = ""


def split_clitics(word: Word, lookup: Lookup, known: Mapping[str, str], names: Container[str] = ()) -> list[Reading]:
    """Ranked readings (proclitics, stem, pronoun, forms) of a word; `names` are stems of proper names."""
    if word.text in WHOLE:
        return [((), word.text, "", lookup(word.text))]
    grounds = Grounds(known, names)
    rated: list[tuple[float, int, Reading]] = []
    for before, rest in _proclitics(word.text):
        pronouns = () if word.ending in ("ة", "ً") else _BY_LAST.get(rest[-1:], ())
        for pronoun in ("", *pronouns):
            if pronoun and not rest.endswith(pronoun):
                continue
            stem = rest[: -len(pronoun)] if pronoun else rest
            if not stem and not (pronoun and before and before[-1] in ("ب", "ل")):
                continue
            forms = tuple(f for f in lookup(stem) if _fits(before, f, pronoun))
            cost = _cost(before, stem, pronoun, forms, grounds)
            if cost is not None:
                cost += _doubt(word, before, pronoun) + _glued(stem, before, lookup, known)
                rated.append((cost, len(rated), (before, stem, pronoun, forms)))
    rated.sort()
    return [r[2] for r in rated]


class Grounds(NamedTuple):
    """What stems are known by: the word list, and names."""

    known: Mapping[str, str]
    names: Container[str]


def _doubt(word: Word, before: tuple[str, ...], pronoun: str) -> float:
    """Against reading the word whole: a last ه that is no ة, «وو…», a fixed preposition («بسبب»)."""
    if pronoun or before:
        return 0.0
    doubt = 1.1 if word.ending == "ه" and len(word.text) > 3 else 0.0
    return doubt + (1.0 if word.text.startswith("وو") else 0.0) + (1.5 if word.text in GLUED else 0.0)


def _glued(stem: str, before: tuple[str, ...], lookup: Lookup, known: Mapping[str, str]) -> float:
    """Against a form of the lexicon that is another form after «و», unless the word list has it: «وجرحى»."""
    return 1.0 if not before and stem[:1] == "و" and stem not in known and lookup(stem[1:]) else 0.0


def _cost(before: tuple[str, ...], stem: str, pronoun: str, forms: tuple[Form, ...], grounds: Grounds) -> float | None:
    """How dear a reading is, or None where it is none."""
    if _particle(before, stem, pronoun):
        return -0.5 + 0.05 * (len(before) + bool(pronoun))
    if len(stem) < 2 or ("ال" in before and pronoun) or ("س" in before and not (stem[0] in "يتن" or (stem[0] == "ا" and forms))):
        return None
    worth = _stem_cost(before, stem, pronoun, forms, grounds)
    if worth is None or (len(stem) == 2 and before and not forms):
        return None if worth is None else worth + 2.5
    fixed = 0.9 if "ال" in before and len(before) > 1 and worth < 1 else 0.0  # «بالفعل», «للأسف» stand whole in the word list
    return worth + sum(_CLITIC[b] for b in before) + (0.8 if pronoun else 0.0) - fixed


def _particle(before: tuple[str, ...], stem: str, pronoun: str) -> bool:
    """«وقد», «بأن», «عليه», «لأنه», «به»: particles with their clitics."""
    if "ال" in before or "س" in before:
        return False
    if not stem:
        return pronoun != "ي" or before[-1] == "ل"
    if pronoun:
        return stem in HOSTS and (pronoun not in ("ك", "ي", "ني") or stem in PERSONAL)
    bound = not before or before[-1] in CONJUNCTIONS
    return stem in FUNCTION_WORDS and (bound or stem in HOSTS or stem in DEMONSTRATIVES)


def _stem_cost(before: tuple[str, ...], stem: str, pronoun: str, forms: tuple[Form, ...], grounds: Grounds) -> float | None:
    """How little is known of a stem: 0 for a form of the lexicon, `UNKNOWN` for nothing; None where no reading at all."""
    known = grounds.known
    if forms:
        return 0.0
    if stem in known and pronoun != "ي" and not (pronoun and stem.endswith("ه")):
        return _known_cost(stem, pronoun)
    if pronoun and (_construct(stem) in known or _hamza(stem) in known):
        return 0.4
    if _base(stem) in known and pronoun != "ي":
        return 0.5
    if stem in grounds.names and not pronoun:
        return 0.75
    return _unknown_cost(before, stem, pronoun)


def _known_cost(stem: str, pronoun: str) -> float:
    short = {2: 0.8, 3: 0.35}.get(len(stem), 0.2)
    return short + (0.9 if pronoun in ("ك", "نا", "ني", "كم", "كما") else 0.0)


def _construct(stem: str) -> str:
    """«قيادت» of «قيادته»: its own «قيادة»."""
    return stem[:-1] + "ه" if stem.endswith("ت") and len(stem) > 3 else ""


def _hamza(stem: str) -> str:
    """«اعداي», «اعداو» of «أعدائه»: «أعداء»; «شكوا» of «شكواها»: «شكوى»."""
    return stem[:-1] + "ء" if stem.endswith(("اي", "او")) else stem[:-1] + "ي" if stem.endswith("ا") and len(stem) > 3 else ""


def _base(stem: str) -> str:
    """The singular of a sound plural, or the word without its tanwin alef."""
    if len(stem) > 5 and stem.endswith(("ات", "ون", "ين", "تا", "وا")):
        return stem[:-2]
    return stem[:-1] if len(stem) > 4 and stem.endswith("ا") and stem[-2] != "ه" else ""


def _unknown_cost(before: tuple[str, ...], stem: str, pronoun: str) -> float | None:
    if pronoun:
        plain = len(stem) >= 4 and (pronoun in ("ها", "هم", "هما") or (stem.endswith("ت") and pronoun == "ه"))
        return UNKNOWN - 1.5 if plain else None
    if "ال" in before:
        return UNKNOWN - 1.0 - (0.7 if len(before) > 1 else 0.0)
    if before == ("و",) and len(stem) >= 4 and stem[0] not in "اوي":
        return UNKNOWN - 0.9
    return None if before and before[-1] in ("ك", "س") else UNKNOWN


__all__ = ["CONJUNCTIONS", "FUNCTION_WORDS", "PREPOSITIONS", "PRONOUNS", "Word", "split_clitics"]
