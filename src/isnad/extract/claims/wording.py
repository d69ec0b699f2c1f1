"""The very words round an act, round what may fill a role of it, and between the two, each together with the act.

«على» before a town says one thing of an airstrike and another of a meeting; so a word is a feature with the act that it stands by. A word
counts by its stem and by its class (the company that it keeps: knowledge/word_classes.json).
"""

from __future__ import annotations

from isnad.extract.clauses.heads import Head
from isnad.extract.text.words import Words
from isnad.extract.weights import Group, Part, worded
from isnad.knowledge.wordtypes import STRANGER, WordType

ROUND = 10  # words on either side of an act that are named, inside its sentence
HEAD = 6  # the same for what fills a role of it
BESIDE = 5  # words on either side of a mention, across sentences
BETWEEN = 25  # words between an act and a mention; what stands farther off is not named
NEAREST = (-2, -1, 1, 2)
EDGE = "edge"
Span = tuple[int, int]  # first word, word after


def round_act(words: Words, head: Head, act: str) -> Part:
    """The words round a head, and the classes of the nearest, with an act that it may tell."""
    low, high = words.sentences[head.sentence]
    near = [(step, _at((head.first, head.last), step)) for step in NEAREST]
    classes = [(step, words.types[at].company if low <= at < high else (EDGE, EDGE)) for step, at in near]
    return worded, (
        ("L", act, _names(words.types[max(low, head.first - ROUND) : head.first])),
        ("R", act, _names(words.types[head.last : min(high, head.last + ROUND)])),
        *((f"c{step}", act, (fine,)) for step, (_, fine) in classes),
        *((f"C{step}", act, (coarse,)) for step, (coarse, _) in classes if abs(step) == 1),
    )


def round_head(words: Words, head: Head, act: str) -> Part:
    """The words round a head as those that fill its roles ask for them: whether an act is told with its day, its place, its doer."""
    low, high = words.sentences[head.sentence]
    near = [(step, _at((head.first, head.last), step)) for step in NEAREST]
    return worded, (
        ("HL", act, _names(words.types[max(low, head.first - HEAD) : head.first])),
        ("HR", act, _names(words.types[head.last : min(high, head.last + HEAD)])),
        *((f"h{step}", act, (words.types[at].name if low <= at < high else EDGE,)) for step, at in near),
    )


def round_mention(words: Words, head: Head, mention: Span, act: str) -> Part:
    """The words of and beside a mention, and those between it and the act's head."""
    (first, last), types, end = mention, words.types, len(words)
    side, low, high = (">", head.last, first) if first >= head.first else ("<", last, head.first)
    near = [(step, types[at] if 0 <= (at := _at(mention, step)) < end else None) for step in NEAREST]
    return worded, (
        ("key" + side, act, (types[head.first].name,)),
        ("mw" + side, act, (types[first].name,)),
        ("MC" + side, act, (types[first].company[1],)),
        *_way(types[low:high] if 0 < high - low <= BETWEEN else (), side, act),
        *((f"m{step}{side}", act, (kind.name if kind else EDGE,)) for step, kind in near),
        *((f"mc{step}{side}", act, ((kind.company if kind else STRANGER)[1],)) for step, kind in near),
        ("ML" + side, act, _names(types[max(0, first - BESIDE) : first])),
        ("MR" + side, act, _names(types[last : min(end, last + BESIDE)])),
    )


def round_pair(words: Words, head: Head, mention: Span, act: str) -> tuple[Part, Part]:
    """The words round a mention, and those round the head of the act that it may belong to."""
    return round_mention(words, head, mention, act), round_head(words, head, act)


def _way(types: list[WordType] | tuple[()], side: str, act: str) -> tuple[Group, ...]:
    """The words on the way from an act to a mention, with the act and with none."""
    if not types:
        return ()
    named, classes = _names(types), tuple(dict.fromkeys([kind.company[1] for kind in types]))
    return (
        ("w" + side, act, named), ("w" + side, "", named), ("wc" + side, act, classes), ("wc" + side, "", classes),
    )  # fmt: skip


def _names(types: list[WordType]) -> tuple[str, ...]:
    """The names of words, each once, in order."""
    return tuple(dict.fromkeys([kind.name for kind in types]))


def _at(span: Span, step: int) -> int:
    """The word so many steps before or after a stretch."""
    return span[0] + step if step < 0 else span[1] + step - 1
