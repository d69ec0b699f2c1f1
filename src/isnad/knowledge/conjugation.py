"""Arabic verbs and nouns inflected from their citation form, unvowelled and folded.

Source of the paradigms: any grammar (e.g. Ryding, A Reference Grammar of Modern Standard Arabic, ch. 21-31).
Voice is left open where the script leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from isnad.knowledge.letters import SHADDA, bare, fold


class Form(NamedTuple):
    """One inflected form: `key` names the lexeme (`v:قصف`, `n:هجوم`).

    tense: past | pres | part (participle) | noun; person 1-3 or 0; gender m | f | ""; number s | d | p;
    voice: a | p | "" (open); joined: stands only before a pronoun.
    """

    key: str
    tense: str
    person: int = 0
    gender: str = ""
    number: str = "s"
    voice: str = ""
    joined: bool = False


class Verb(NamedTuple):
    """A verb's citation form (past, third person masculine singular) and what is not regular about it."""

    past: str
    present: str = ""
    passive: str = ""


def verb_key(past: str) -> str:
    """The lexeme key of a citation form: marks other than shadda fall away."""
    return "v:" + bare(past)


class _Stems(NamedTuple):
    past: str  # before vowel endings, as in the citation form
    past_c: str  # before consonant endings (-ت, -نا)
    past_p: str  # passive
    pres: str
    pres_short: str  # jussive
    pres_p: str
    part: str
    weak: bool


def _imperfect(past: str, second_doubled: bool) -> str:
    """The imperfect stem without its prefix, from bare letters."""
    final = past[:-1] + "ي" if past[-1] in "ىا" else past
    if past[-1] == "ا" and len(past) == 3:
        final = past[:-1] + "و"
    if len(past) >= 4 and past[0] == "أ" and not second_doubled:
        stem = final[1:]
        return stem[:-2] + "ي" + stem[-1] if len(stem) >= 3 and stem[-2] == "ا" and past[-1] not in "ىا" else stem
    if past[0] == "ا":
        stem = final[1:]
        hollow = len(past) == 6 and past.startswith("است") and past[-2] == "ا"
        return stem[:-2] + "ي" + stem[-1] if hollow else stem
    if len(past) == 3 and past[0] == "و" and not second_doubled:
        return final[1:]
    if len(past) == 3 and past[1] == "ا":
        return past[0] + "و" + past[2]
    return "ؤ" + final[1:] if past[0] == "أ" and second_doubled else final


def _passive(past: str) -> str:
    if past[-1] in "ىا":
        past = past[:-1] + "ي"
    if len(past) == 3 and past[1] == "ا":
        return past[0] + "ي" + past[2]
    if past[0] in "أا" and len(past) >= 4 and past[-2] == "ا":
        return past[:-2] + "ي" + past[-1]
    if len(past) >= 4 and past[1] == "ا":
        return past[0] + "و" + past[2:]
    if past[0] == "ت" and len(past) >= 5 and past[2] == "ا":
        return past[:2] + "و" + past[3:]
    return past


def _participle(past: str, pres: str, second_doubled: bool) -> str:
    if len(past) == 3 and not second_doubled:
        middle = "ئ" if past[1] == "ا" else past[1]
        last = "ي" if past[2] in "ىا" else past[2]
        return past[0] + "ا" + middle + last
    return "م" + pres


def _stems(verb: Verb) -> _Stems:
    letters = bare(verb.past)
    doubled_last = letters.endswith(SHADDA)
    second_doubled = len(letters) > 2 and letters[2] == SHADDA
    past = letters.replace(SHADDA, "")
    if doubled_last and len(past) == 2:
        past_c, pres = past + past[-1], bare(verb.present)[1:].replace(SHADDA, "") or past
        return _Stems(past, past_c, past, pres, pres, pres, past[0] + "ا" + past[1], False)
    pres = bare(verb.present)[1:].replace(SHADDA, "") if verb.present else _imperfect(past, second_doubled)
    weak = past[-1] in "ىا" or (past[-1] == "ي" and len(past) == 3)
    hollow = len(pres) >= 2 and pres[-2] in "اوي" and len(past) > 2 and past[-2] == "ا" and past[1:2] != past[-1:] and not weak
    hollow = hollow and not (len(past) >= 5 and past[0] == "ت")
    past_c = past[:-2] + past[-1] if hollow else (past[:-1] + ("و" if past[-1] == "ا" else "ي") if weak else past)
    short = pres[:-2] + pres[-1] if hollow else (pres[:-1] if weak else pres)
    pres_p = pres[:-2] + "ا" + pres[-1] if hollow else (pres[:-1] + "ى" if weak else pres)
    passive = bare(verb.passive) if verb.passive else _passive(past)
    return _Stems(past, past_c, passive, pres, short, pres_p, _participle(past, pres, second_doubled), weak)


_PAST_CONSONANT = [("ت", 1, "", "s"), ("نا", 1, "", "p"), ("تم", 2, "m", "p"), ("ن", 3, "f", "p")]
_PREFIXES = [("ي", 3, "m"), ("ت", 3, "f"), ("ن", 1, ""), ("أ", 1, "")]


def _past(key: str, stem: str, consonant: str, weak: bool, voice: str) -> Iterator[tuple[str, Form]]:
    yield stem, Form(key, "past", 3, "m", "s", voice)
    root = stem[:-1] if weak and stem[-1] in "ىا" else stem
    yield root + "ت", Form(key, "past", 3, "f", "s", voice)
    yield root + "تا", Form(key, "past", 3, "f", "d", voice)
    plural = stem[:-1] if weak else stem
    yield plural + "وا", Form(key, "past", 3, "m", "p", voice)
    yield plural + "و", Form(key, "past", 3, "m", "p", voice, True)
    yield (consonant if weak else stem) + "ا", Form(key, "past", 3, "m", "d", voice)
    if weak and stem[-1] == "ى":
        yield stem[:-1] + "ا", Form(key, "past", 3, "m", "s", voice, True)
    if voice != "p":
        for ending, person, gender, number in _PAST_CONSONANT:
            yield consonant + ending, Form(key, "past", person, gender, number, voice)


def _present(key: str, stem: str, short: str, weak: bool, voice: str) -> Iterator[tuple[str, Form]]:
    for prefix, person, gender in _PREFIXES:
        number = "p" if prefix == "ن" else "s"
        yield prefix + stem, Form(key, "pres", person, gender, number, voice)
        if short != stem and person == 3:  # «نقل» and «نشر» are no jussives of قال and أشار in news
            yield prefix + short, Form(key, "pres", person, gender, number, voice)
    root = stem[:-1] if weak else stem
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        for ending in ("ون", "وا"):
            yield prefix + root + ending, Form(key, "pres", 3, gender, "p", voice)
        yield prefix + root + "و", Form(key, "pres", 3, gender, "p", voice, True)
        yield prefix + stem.replace("ى", "ي") + "ان", Form(key, "pres", 3, gender, "d", voice)
        yield prefix + stem.replace("ى", "ي") + "ا", Form(key, "pres", 3, gender, "d", voice)
    if voice != "p":
        yield "ي" + short + "ن", Form(key, "pres", 3, "f", "p", voice)


def _participles(key: str, stem: str) -> Iterator[tuple[str, Form]]:
    for ending, gender, number in (
        ("", "m", "s"), ("ا", "m", "s"), ("ه", "f", "s"), ("ين", "m", "p"), ("ون", "m", "p"), ("ان", "m", "d"), ("ات", "f", "p"),
        ("ي", "m", "p"), ("و", "m", "p"), ("تين", "f", "d"), ("تان", "f", "d"),
    ):  # fmt: skip
        yield stem + ending, Form(key, "part", 3, gender, number)
    if stem.endswith("ي"):
        yield stem[:-1], Form(key, "part", 3, "m", "s")
        yield stem[:-1] + "ين", Form(key, "part", 3, "m", "p")


def verb_forms(verb: Verb) -> Iterator[tuple[str, Form]]:
    """Every folded form of a verb, without clitics, with what it says."""
    key, s = verb_key(verb.past), _stems(verb)
    same_past, same_pres = fold(s.past) == fold(s.past_p), fold(s.pres) == fold(s.pres_p)
    rows = list(_past(key, s.past, s.past_c, s.weak, "" if same_past else "a"))
    if not same_past:
        rows += _past(key, s.past_p, s.past_p, False, "p")
    rows += _present(key, s.pres, s.pres_short, s.weak, "" if same_pres else "a")
    if not same_pres:
        rows += _present(key, s.pres_p, s.pres_p, s.weak, "p")
    rows += _participles(key, s.part)
    for form, what in rows:
        yield fold(form), what


def noun_forms(one: str, many: tuple[str, ...] = (), key: str = "") -> Iterator[tuple[str, Form]]:
    """Every folded form of a noun or adjective, without clitics.

    `many` are its plurals in the nominative; sound ones (-ون) give their oblique and construct forms too.
    """
    key = key or "n:" + fold(one)
    base = fold(one)
    joint = base[:-1] + "ت" if base.endswith("ه") else base
    yield base, Form(key, "noun", number="s")
    if joint != base:
        yield joint, Form(key, "noun", number="s", joined=True)
    elif not base.endswith("ا"):
        yield base + "ا", Form(key, "noun", number="s")
    if base.endswith("اء"):
        yield base[:-1] + "ي", Form(key, "noun", number="s", joined=True)
        yield base[:-1] + "و", Form(key, "noun", number="s", joined=True)
    for ending in ("ان", "ين"):
        yield joint + ending, Form(key, "noun", number="d")
    for ending in ("ا", "ي"):
        if joint != base:
            yield joint + ending, Form(key, "noun", number="d")
    yield (base[:-1] if base.endswith("ه") else base) + "ات", Form(key, "noun", number="p")
    for plural in many:
        yield from _plural_forms(fold(plural), key)


def _plural_forms(plural: str, key: str) -> Iterator[tuple[str, Form]]:
    yield plural, Form(key, "noun", number="p")
    if plural.endswith("ون") and len(plural) > 4:
        for ending in ("ين", "و", "ي"):
            yield plural[:-2] + ending, Form(key, "noun", number="p")
    elif plural.endswith("ه"):
        yield plural[:-1] + "ت", Form(key, "noun", number="p", joined=True)
    elif not plural.endswith(("ا", "ات", "ي", "اء")):
        yield plural + "ا", Form(key, "noun", number="p")


def adjective_forms(one: str, many: tuple[str, ...] = ()) -> Iterator[tuple[str, Form]]:
    """Every folded form of an adjective (nisba or participle): gender, number, case."""
    base, key = fold(one), "n:" + fold(one)
    yield from noun_forms(one, many, key)
    for ending, gender, number in (
        ("ه", "f", "s"),
        ("ون", "m", "p"),
        ("ين", "m", "p"),
        ("ات", "f", "p"),
        ("تان", "f", "d"),
        ("تين", "f", "d"),
        ("ي", "m", "p"),
        ("و", "m", "p"),
    ):
        yield base + ending, Form(key, "noun", 0, gender, number)
