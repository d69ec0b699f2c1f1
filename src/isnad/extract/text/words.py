"""A report's text as words: columns of small ints and shared word types, never an object a word.

One `re` cuts the raw text; all that can be known of a word without its neighbours (folded form, clitic
splits, lexeme keys) is worked out once per word type and kept with the knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from isnad.extract.times.when import TimeExpression
from isnad.knowledge.wordtypes import WordType
from isnad.records import Field

_LETTER = "\u0610-\u061a\u0621-\u065f\u0670-\u06d3\u06d5-\u06ed\u06fa-\u06ff\ufb50-\ufdf9\ufe70-\ufefc"
_MARK = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"  # direction and joining marks: inside a word, never a word
_DIGIT = "0-9٠-٩۰-۹"
TOKEN = re.compile(
    f"(?P<number>[{_DIGIT}]+(?:[{_MARK}]*[.,٫٬:/\\-][{_MARK}]*[{_DIGIT}]+|،[{_DIGIT}]{{3}}(?![{_DIGIT}]))*)"
    f"|(?P<word>[{_LETTER}]+(?:[{_MARK}]+[{_LETTER}]+)*)"
    "|(?P<latin>[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f'’]*(?:-[A-Za-z0-9]+)*)"
    "|(?P<line>\\n|[ \u00a0\\t]{3,})"  # pages run together leave wide gaps where their lines ended
    f"|(?P<punct>[^\\s{_MARK}])"
)
OPENING, CLOSING = '«“"‘([{‹', '»”"’)]}›'
STOPS = ".!؟?؛…"


class Words:
    """The words of one field of a report.

    `types[i]`, `starts[i]`, `ends[i]` describe word i; `sentences` are [first, last) word ranges;
    `lines[i]` numbers the line that the word stands on.
    """

    __slots__ = ("ends", "field", "lines", "sentences", "starts", "text", "times", "types")

    def __init__(self, text: str, field: Field) -> None:
        self.text, self.field = text, field
        self.types: list[WordType] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lines: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.times: tuple[TimeExpression, ...] | None = None  # what find_times found, once asked

    def __len__(self) -> int:
        return len(self.types)

    def slice(self, first: int, last: int) -> str:
        """The raw text of words [first, last)."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""


def split_words(text: str, word_type: Callable[[str, str], WordType], field: Field = "text") -> Words:
    """Cut a text into words and sentences; offsets are those of `text` as given."""
    words = Words(text, field)
    line, begin = 0, 0
    types, starts, ends, lines = words.types, words.starts, words.ends, words.lines
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "punct"
        if kind == "line":
            line += 1
            if len(types) > begin:
                words.sentences.append((begin, len(types)))
                begin = len(types)
            continue
        raw = match.group()
        types.append(word_type(raw, kind))
        starts.append(match.start())
        ends.append(match.end())
        lines.append(line)
        if raw in STOPS and _ends_sentence(text, match.end()):
            words.sentences.append((begin, len(types)))
            begin = len(types)
    if len(types) > begin:
        words.sentences.append((begin, len(types)))
    return words


def _ends_sentence(text: str, at: int) -> bool:
    """A stop ends a sentence unless it runs on into digits or Latin (3.5, U.N.)."""
    return at >= len(text) or not (text[at].isascii() and text[at].isalnum())
