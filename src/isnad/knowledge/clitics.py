"""Clitics split off, with ranked readings: stems that the lexicon knows come first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from isnad.knowledge.conjugation import Form

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك", "س")
PRONOUNS = ("هما", "ها", "هم", "هن", "كم", "نا", "ه", "ني", "ك", "ي")
FUNCTION_WORDS = frozenset(
    "في من الي علي عن مع بين قبل بعد خلال عند لدي منذ حتي ضد دون نحو حول قرب عبر تحت فوق امام خلف وراء ان انه انها انهم لكن كما كان كانت قد لم لن لا ما هل او ام ثم بل اذا لو هو هي هم هذا هذه ذلك تلك الذي التي الذين "
    "اللذان اللتان اللذين اللتين اللواتي حيث حين عندما بينما فيما كل بعض غير سوي كي لكي اي ايضا وفق وفقا حسب بحسب كذلك هنا هناك هولاء اوليك الا اما انما لكن ليس ليست كون وسط ضمن اثر اثناء جراء نتيجه بسبب رغم مثل سواء وقد ولا وما وهو وهي بينهم بينها بينهن بينهما منهم منها منهن فيه فيها فيهم عليه عليها عليهم اليه اليها اليهم لها لهم له به بها بهم عنه عنها عنهم معه معها معهم".split()
)

Lookup = Callable[[str], tuple[Form, ...]]


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
        if rest[:1] in PREPOSITIONS and len(rest) > 2:
            inner, tail = (*before, rest[0]), rest[1:]
            found.append((inner, tail))
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


def split_clitics(word: str, lookup: Lookup, known: Mapping[str, str]) -> list[tuple[tuple[str, ...], str, str, tuple[Form, ...]]]:
    """Ranked readings (proclitics, stem, pronoun, forms) of a folded word.

    Stems with forms in the lexicon come first (fewest clitics first), then stems in the word list `known`,
    then the plain reading.
    """
    if word in FUNCTION_WORDS:
        return [((), word, "", lookup(word))]
    rated: list[tuple[float, tuple[str, ...], str, str, tuple[Form, ...]]] = []
    for before, rest in _proclitics(word):
        for pronoun in ("", *PRONOUNS):
            if pronoun and (not rest.endswith(pronoun) or len(rest) - len(pronoun) < 2):
                continue
            stem = rest[: -len(pronoun)] if pronoun else rest
            forms = tuple(f for f in lookup(stem) if _fits(before, f, pronoun))
            if pronoun and not forms:
                continue
            rated.append((_cost(before, stem, pronoun, forms, word, known), before, stem, pronoun, forms))
    rated.sort(key=lambda r: r[0])
    return [r[1:] for r in rated]


def _cost(before: tuple[str, ...], stem: str, pronoun: str, forms: tuple[Form, ...], word: str, known: Mapping[str, str]) -> float:
    cost = 0.6 * len(before) + (0.9 if pronoun else 0.0)
    if "ال" in before:
        cost -= 0.9 if len(stem) > 2 else -0.5
    if not forms:
        in_list = stem in known
        if not in_list and before:
            cost += 1.0 if "ال" in before else 2.4
        elif not in_list:
            cost += 1.5
        if not in_list and before == ("و",) and len(stem) >= 4:
            cost -= 1.2
    if len(stem) < 3 and before and stem not in FUNCTION_WORDS:
        cost += 1.5
    return cost
