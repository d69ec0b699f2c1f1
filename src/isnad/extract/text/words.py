"""A report's text as words: columns of small ints and shared word types, never an object a word.

One `re` cuts the raw text; all that can be known of a word without its neighbours (folded form, clitic
splits, lexeme keys) is worked out once per word type and kept with the knowledge.
"""

from __future__ import annotations

import re

from isnad.extract.times.when import TimeExpression
from isnad.knowledge.wordtypes import WordType, WordTypes
from isnad.records import Field

_LETTER = "\u0610-\u061a\u0621-\u065f\u0670-\u06d3\u06d5-\u06ed\u06fa-\u06ff\ufb50-\ufdf9\ufe70-\ufefc"
_MARK = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"  # direction and joining marks: inside a word, never a word
_TAG = "#_"  # a hashtag's marks stand where prose has a space or nothing: «#جنوب_السودان»
_DIGIT = "0-9٠-٩۰-۹"
TOKEN = re.compile(
    f"(?P<number>[{_DIGIT}]+(?:[{_MARK}]*[.,٫٬:/\\-][{_MARK}]*[{_DIGIT}]+|،[{_DIGIT}]{{3}}(?![{_DIGIT}]))*)"
    f"|(?P<word>[{_LETTER}]+(?:[{_MARK}]+[{_LETTER}]+)*)"
    "|(?P<latin>[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f'’]*(?:-[A-Za-z0-9]+)*)"
    "|(?P<line>\\n|[ \u00a0\\t]{3,})"  # pages run together leave wide gaps where their lines ended
    f"|(?P<punct>[^\\s{_MARK}{_TAG}])"
)
OPENING, CLOSING = '«“"‘([{‹', '»”"’)]}›'
STOPS = ".!؟?؛…"
STOP = frozenset(STOPS)


class Words:
    """The words of one field of a report.

    `types[i]`, `starts[i]`, `ends[i]` describe word i; `sentences` are [first, last) word ranges;
    `sentence_of[i]` numbers the sentence of word i, `limits[i]` is its end; `lines[i]` numbers the line that the word stands on, `spans` are the word ranges of the lines that have words.
    """

    __slots__ = ("ends", "field", "limits", "lines", "sentence_of", "sentences", "spans", "starts", "text", "times", "types")

    def __init__(self, text: str, field: Field) -> None:
        self.text, self.field = text, field
        self.types: list[WordType] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lines: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.sentence_of: list[int] = []
        self.limits: list[int] = []
        self.spans: list[tuple[int, int]] = []
        self.times: tuple[TimeExpression, ...] | None = None  # what find_times found, once asked

    def __len__(self) -> int:
        return len(self.types)

    def slice(self, first: int, last: int) -> str:
        """The raw text of words [first, last)."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def split_words(text: str, word_type: WordTypes, field: Field = "text") -> Words:
    """Cut a text into words and sentences; offsets are those of `text` as given."""
    words = Words(text, field)
    types, starts, ends = words.types, words.starts, words.ends
    held = word_type.held
    line = begin = opened = 0
    for match in TOKEN.finditer(text):
        raw = match[0]
        kind = held.get(raw)
        if kind is None:
            group = match.lastgroup or "punct"
            if group == "line":
                begin = opened = _close_line(words, begin, opened, line)
                line += 1
                continue
            kind = word_type(raw, group)
        start, end = match.span()
        types.append(kind)
        starts.append(start)
        ends.append(end)
        if raw in STOP and _ends_sentence(text, end):
            begin = _close_sentence(words, begin)
    _close_line(words, begin, opened, line)
    return words


def _close_sentence(words: Words, begin: int) -> int:
    """End the sentence that began at word `begin`; gives the next word."""
    at = len(words.types)
    if at > begin:
        words.sentence_of.extend([len(words.sentences)] * (at - begin))
        words.limits.extend([at] * (at - begin))
        words.sentences.append((begin, at))
    return at


def _close_line(words: Words, begin: int, opened: int, line: int) -> int:
    """End the sentence that began at word `begin` and the line that began at word `opened`; gives the next word."""
    at = _close_sentence(words, begin)
    if at > opened:
        words.spans.append((opened, at))
        words.lines.extend([line] * (at - opened))
    return at


def _ends_sentence(text: str, at: int) -> bool:
    """A stop ends a sentence unless it runs on into digits or Latin (3.5, U.N.)."""
    return at >= len(text) or not (text[at].isascii() and text[at].isalnum())
