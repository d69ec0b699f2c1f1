"""Lines of a report told apart: headline, paragraph, dateline, page furniture. Furniture is flagged, never cut.

A news page as found is a title (often repeated), menus, the report, and then headlines of other reports. What tells
them apart without the page's markup is the shape of the lines: full sentences end with a stop or are long.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from isnad.extract.text.words import STOPS, Words

Kind = Literal["headline", "paragraph", "dateline", "furniture"]
LONG = 14  # words: a line this long is a sentence, stop or no stop
ALIKE, OTHER = 0.6, 0.3  # share of a line's words that make it the title again; below which it is about something else
HEADLINE, LONGEST, SEVERAL = 4, 20, 4  # words of a headline; how many of them make a list
LISTED = frozenset("-–—•*")
CLOSERS = frozenset(STOPS) | frozenset('»”":)')


class Line(NamedTuple):
    """Words [first, last) of one line; `alike` is the share of its words that the title has."""

    first: int
    last: int
    stopped: bool
    alike: float
    kind: Kind
    reason: str


def find_lines(words: Words, title: Words | None, cues: Sequence[tuple[str, ...]]) -> list[Line]:
    """The lines of a field in order, each with its kind and the reason for it."""
    wanted = _content(title) if title is not None else frozenset()
    lines = [_line(words, first, last, wanted) for first, last in words.spans]
    body = [i for i, line in enumerate(lines) if _sentence(line)]
    start, end = (body[0], body[-1]) if body else (0, len(lines) - 1)
    opening, closing = _opening(lines, start), _closing(lines, words, end)
    ended = False
    done: list[Line] = []
    for i, line in enumerate(lines):
        cue = _cue(words, line, cues)
        ended = ended or (cue == "rest" and i > start)
        beside = "headlines above the title" if i < opening else "headlines below the report" if i >= closing else ""
        done.append(
            line._replace(kind="furniture", reason=beside)
            if beside and not cue
            else _judged(line, i, start, end, ended, cue, done, words)
        )
    return done


def _opening(lines: Sequence[Line], start: int) -> int:
    """The line that repeats the title, where several headlines of other reports stand above it; else 0."""
    title = next((i for i in range(start) if lines[i].alike >= ALIKE), 0)
    others = [line for line in lines[:title] if line.last - line.first >= HEADLINE and line.alike < OTHER]
    return title if len(others) >= SEVERAL else 0


def _closing(lines: Sequence[Line], words: Words, end: int) -> int:
    """The first line of the headlines that end a page: several, none of them closed by a full stop, none like the title."""
    first = len(lines)
    while first and _a_headline(lines[first - 1], words):
        first -= 1
    tail = [line for line in lines[first : end + 1] if line.last - line.first >= HEADLINE]
    reported = any(words.types[line.last - 1].raw == "." for line in lines[:first])
    return first if len(tail) >= SEVERAL and reported else len(lines)


def _a_headline(line: Line, words: Words) -> bool:
    """Short, without a full stop, no item of a list, and not the report's own title again."""
    listed = words.types[line.first].raw in LISTED or any(
        words.types[k].raw in ("::", ":") for k in range(line.last - 1, line.last)
    )
    return line.last - line.first <= LONGEST and words.types[line.last - 1].raw != "." and line.alike < ALIKE and not listed


def _content(words: Words) -> frozenset[str]:
    return frozenset(t.best.stem for t in words.types if t.kind == "word" and len(t.fold) > 2)


def _line(words: Words, first: int, last: int, title: frozenset[str]) -> Line:
    stems = [t.best.stem for t in words.types[first:last] if t.kind == "word" and len(t.fold) > 2] if title else []
    alike = sum(s in title for s in stems) / len(stems) if stems else 0.0
    return Line(first, last, words.types[last - 1].raw in CLOSERS, alike, "paragraph", "")


def _sentence(line: Line) -> bool:
    return line.last - line.first >= LONG and (line.stopped or line.last - line.first >= 2 * LONG)


def _cue(words: Words, line: Line, cues: Sequence[tuple[str, ...]]) -> str:
    """`line` or `rest` where the line begins with (or is) a cue of page furniture."""
    if line.last - line.first > LONG:
        return ""
    text = " ".join(t.fold for t in words.types[line.first : min(line.last, line.first + 8)])
    return next((where for phrase, where in cues if text.startswith(phrase)), "")


def _judged(line: Line, i: int, start: int, end: int, ended: bool, cue: str, done: list[Line], words: Words) -> Line:
    length = line.last - line.first
    if ended:
        return line._replace(kind="furniture", reason="after a closing cue")
    if cue:
        return line._replace(kind="furniture", reason="cue of page furniture")
    if i < start and length < 2 * LONG:
        if line.alike >= ALIKE:
            return line._replace(kind="headline", reason="repeats the title")
        return line._replace(kind="headline" if length >= 4 else "dateline", reason="before the first sentence")
    if i > end and not line.stopped and length < 2 * LONG:
        return line._replace(kind="furniture", reason="headline after the last sentence")
    if length <= 3 and not line.stopped:
        return line._replace(kind="furniture", reason="too short to tell anything")
    if any(d.last - d.first == length and _same(words, d, line) for d in done):
        return line._replace(kind="furniture", reason="repeated line")
    return line


def _same(words: Words, a: Line, b: Line) -> bool:
    return all(words.types[a.first + k].fold == words.types[b.first + k].fold for k in range(a.last - a.first))
