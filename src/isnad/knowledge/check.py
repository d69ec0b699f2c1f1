"""The rules of writing knowledge, each mistake named with file and line.

`check_knowledge` looks at every YAML file of a folder: how the letters are written, which keys stand
where, which ids are named, and whether an entry repeats what the grammar derives from another.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast, get_args

import yaml

from isnad import records
from isnad.knowledge.conjugation import Form, Verb, noun_forms, verb_forms
from isnad.knowledge.files import HERE
from isnad.knowledge.letters import bare, fold, has_arabic


class Problem(NamedTuple):
    """One broken rule, and where."""

    path: Path
    line: int
    message: str


class Leaf(NamedTuple):
    """A scalar of a YAML file: the keys that lead to it (list places left out), its words and its line."""

    keys: tuple[str, ...]
    text: str
    line: int


class Word(NamedTuple):
    """A word or phrase that is matched in reports, and the list that it stands in."""

    group: str
    text: str
    line: int


# What each table's rows may hold; a set of values where only these may stand there.
Shape = Mapping[str, frozenset[str] | None]

FORBIDDEN = re.compile(r"[][.*+?(){}|\\^$]")
MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]")
PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
TATWEEL = "\u0640"
CLITICS = ("ال", "و", "ف", "ب", "ل", "ك")
ROOT_LETTERS = frozenset(("والى", "فجّر", "فرّق", "فقدان", "فرار", "كسر", "بتر", "وسط", "وجه", "وقف", "وقع", "فرض", "لاجئ", "بناء", "بناية", "كشف", "كاد", "بين", "بجانب"))  # fmt: skip

ROLES = frozenset(("agent", "target", "counterpart", "place", "from", "to", "along", "about", "means", "content", "any"))
FILLERS = frozenset(("place", "party", "people", "aircraft", "weapon", "act", "any"))
STATUS = frozenset(get_args(records.Status))
STANCE = frozenset(get_args(records.Stance))
HARM = frozenset(get_args(records.Harm))
WHOM = frozenset(get_args(records.Whom))
KIND = frozenset(get_args(records.PlaceKind))
MEANS = frozenset((
    "artillery", "mortar", "rocket", "missile", "tank", "warplane", "helicopter", "drone", "barrel_bomb", "ied",
    "car_bomb", "suicide_belt", "mine", "grenade", "small_arms", "sniper", "knife", "chemical", "fire", "naval",
))  # fmt: skip
OPERATORS = frozenset((
    "negation", "exception", "may", "if", "purpose", "plan", "intend", "fear", "fail", "foil", "ask", "demand",
    "permit", "before", "after", "while", "cause", "result", "response", "agreed", "exchange", "denies", "doubts",
    "continue", "begin", "stop", "prevent", "success", "past", "possible_past",
))  # fmt: skip
YES_NO = frozenset(("true", "false"))
TABLES: Mapping[str, Shape] = {
    "verbs": {"past": None, "present": None, "passive_past": None, "masdar": None},
    "reporting": {
        "word": None, "kind": frozenset(("verb", "adjunct", "noun")), "stance": STANCE, "also": None,
        "speaker": frozenset(("subject", "after", "before")), "channel": frozenset(("after",)),
    },
    "operators": {
        "word": None, "kind": frozenset(("verb", "particle", "noun", "adjunct")), "operator": OPERATORS, "status": STATUS,
        "scope": frozenset(("next", "clause")), "form": frozenset(("present", "past", "jussive", "subjunctive", "passive")),
    },
    "light_verbs": {
        "verb": None, "preposition": None, "subject": frozenset(("agent", "patient", "place", "event", "result")),
        "object": frozenset(("event", "result", "patient", "place")),
    },
    "harms": {"one": None, "many": None, "harm": HARM, "form": frozenset(("verb", "event_noun", "person_noun")), "loaded": YES_NO},
    "whom": {"one": None, "many": None, "whom": WHOM},
    "means": {"one": None, "many": None, "means": MEANS},
    "prepositions": {
        "word": None,
        "role": ROLES | frozenset(("purpose", "cause", "time", "speaker")),
    },
    "place_nouns": {"one": None, "many": None, "kind": KIND, "container": YES_NO},
    "furniture": {"phrase": None, "where": frozenset(("line", "rest"))},
    "wire": {"phrase": None, "kind": frozenset(("credit", "dateline")), "name": None},
}  # fmt: skip
HEADS = ("word", "verb", "past", "one", "phrase")  # the field of a table's row that is matched in reports
ACT_KEYS: Mapping[str, frozenset[str]] = {
    "": frozenset(("id", "family", "means", "not", "codes", "rank", "words", "means_implied", "frame", "cases")),
    "codes": frozenset(("plover", "acled")),
    "words/ar": frozenset(("verbs", "nouns", "adjectives", "contents", "not")),
    "frame": frozenset(("subject", "object", "idafa", "prepositions")),
    "frame/object": FILLERS,
    "frame/idafa": FILLERS,
    "frame/subject": FILLERS,
    "frame/prepositions": FILLERS | {"word"},
    "words/ar/verbs": frozenset(("one", "many")),
    "words/ar/nouns": frozenset(("one", "many")),
    "words/ar/adjectives": frozenset(("one", "many")),
    "words/ar/not": frozenset(),  # plain phrases only
    "cases/ar": frozenset(("text", "expect")),
    "cases/ar/expect": frozenset(("act", "status", "agent", "target", "counterpart", "place", "means", *HARM)),
}
FAMILIES = frozenset(("force", "movement", "politics"))


def check_knowledge(folder: Path) -> list[Problem]:
    """Every broken rule in a knowledge folder (or one of the same shape), in order of file and line."""
    acts = {path.stem for base in (folder, HERE) for path in (base / "acts").glob("*.yaml")}
    ranked: list[tuple[Path, int, str, Word]] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.yaml")):
        root, found = _read(path)
        problems += found
        if root is None:
            continue
        problems += _letters(path) + _repeated_keys(path, root)
        if path.parent.name == "acts":
            problems += _act(path, root, acts)
            ranked += [(path, _rank(root), path.stem, w) for w in _act_words(root) if w.group in ("verbs", "nouns")]
        elif path.parent.parent.name == "languages" and path.stem in TABLES:
            problems += _table(path, root, TABLES[path.stem], acts)
    return sorted(problems + _two_acts(ranked))


def _read(path: Path) -> tuple[yaml.Node | None, list[Problem]]:
    """The file's node tree, or the reason why there is none."""
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader), []
    except yaml.MarkedYAMLError as error:
        return None, [Problem(path, error.problem_mark.line + 1 if error.problem_mark else 1, f"does not parse: {error.problem}")]
    except UnicodeDecodeError:
        return None, [Problem(path, 1, "is not UTF-8")]


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def leaves(node: yaml.Node, keys: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Every scalar below a node, with the keys that lead to it."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from leaves(value, (*keys, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from leaves(value, keys)
    else:
        yield Leaf(keys, str(node.value), _line(node))


def _mappings(node: yaml.Node, keys: tuple[str, ...] = ()) -> Iterator[tuple[str, yaml.MappingNode]]:
    """Every mapping below a node with the keys that lead to it, joined by «/»."""
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value, keys)
    elif isinstance(node, yaml.MappingNode):
        yield "/".join(keys), node
        for key, value in node.value:
            yield from _mappings(value, (*keys, str(key.value)))


# Letters


def _letters(path: Path) -> list[Problem]:
    """Rules for every line: normal form, no hidden signs, one Arabic string a line."""
    problems = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for broken, message in LETTER_RULES:
            if broken(line):
                problems.append(Problem(path, number, message))
    return problems


def _many_strings(line: str) -> bool:
    """Whether a line holds more than one Arabic string; `expect` may."""
    code = line.split(" #")[0].strip()
    if code.startswith(("expect:", "text:", "#")):
        return False
    flow = re.search(r"[\[{](.*)[\]}]", code)
    return flow is not None and sum(has_arabic(part) for part in re.split("[,،:]", flow.group(1))) > 1


LETTER_RULES: tuple[tuple[Callable[[str], bool], str], ...] = (
    (lambda line: unicodedata.normalize("NFC", line) != line, "is not in Unicode normal form NFC"),
    (lambda line: PRESENTATION.search(line) is not None, "holds a presentation form; write the plain letter"),
    (lambda line: TATWEEL in line, "holds a tatweel"),
    (lambda line: MARKS.search(line) is not None, "holds an invisible direction or joining mark"),
    (_many_strings, "holds two Arabic strings; each stands alone on its line"),
)


def _repeated_keys(path: Path, root: yaml.Node) -> list[Problem]:
    problems = []
    for _, mapping in _mappings(root):
        counted = Counter(str(key.value) for key, _ in mapping.value)
        problems += [Problem(path, _line(mapping), f"key «{key}» stands twice") for key, n in counted.items() if n > 1]
    return problems


# Words


def _word_rules(path: Path, words: list[Word]) -> list[Problem]:
    """Rules for the words of one file that are matched in reports."""
    problems = []
    plain = {fold(w.text) for w in words if w.group != "not"}
    for group in dict.fromkeys(w.group for w in words):
        problems += _repeated(path, [w for w in words if w.group == group])
    for word in words:
        if FORBIDDEN.search(word.text):
            problems.append(Problem(path, word.line, f"«{word.text}» holds a sign of regular expressions; only … is allowed"))
        elif _inflects(word) and _has_clitic(word.text, plain):
            problems.append(Problem(path, word.line, f"«{word.text}» has a typed-in clitic; the form without it is an entry"))
    return problems + _derived(path, words)


def _repeated(path: Path, words: list[Word]) -> list[Problem]:
    first: dict[str, int] = {}
    return [
        Problem(path, w.line, f"«{w.text}» stands already on line {first[bare(w.text)]}")
        for w in words
        if first.setdefault(bare(w.text), w.line) != w.line
    ]


def _has_clitic(text: str, entries: set[str]) -> bool:
    """Whether the first word is another entry with a conjunction, preposition or article before it."""
    first = text.split()[0]
    if first in ROOT_LETTERS:
        return False
    letters = fold(first)
    return any(letters.startswith(c) and len(letters) - len(c) >= 3 and letters[len(c) :] in entries for c in CLITICS)


def _derived(path: Path, words: list[Word]) -> list[Problem]:
    """Entries that the grammar derives from another entry of the same list."""
    single = [w for w in words if " " not in w.text and _inflects(w)]
    by_group: dict[str, dict[str, Word]] = {}
    for word in single:
        by_group.setdefault(word.group, {})[fold(word.text)] = word
    problems = []
    for word in single:
        for form in _forms(word):
            other = by_group[word.group].get(form)
            if other is not None and other.text != word.text and form != fold(word.text):
                problems.append(Problem(path, other.line, f"«{other.text}» is derived from «{word.text}» on line {word.line}"))
    return problems


def _forms(word: Word) -> set[str]:
    """Forms that can hardly be another word's citation form: a verb's feminine, plural and «ي-» forms, a noun's plural."""
    if word.group == "verbs":
        return {f for f, what in verb_forms(Verb(word.text)) if what.person == 3 and _marked(what)}
    return {f for f, what in noun_forms(word.text) if what.number == "p"}


def _marked(what: Form) -> bool:
    """Whether a verb's form shows that it is inflected."""
    plain = what.gender == "m" and what.number == "s"
    return (
        what.gender == "m" and what.number == "s"
        if what.tense == "pres"
        else what.tense == "past" and not plain and not what.joined
    )


def _inflects(word: Word) -> bool:
    """Whether the code inflects the word; cues of a fixed form and refused phrases stand as they are."""
    return word.group != "not" and not word.group.startswith("cue")


# Tables


def _table(path: Path, root: yaml.Node, shape: Shape, acts: set[str]) -> list[Problem]:
    """One cue or noun table: keys, values, words."""
    problems = []
    for keys, mapping in _mappings(root):
        if keys:
            problems.append(Problem(path, _line(mapping), f"«{keys}» may not hold a mapping"))
        for key, value in mapping.value:
            problems += _field(path, shape, str(key.value), value, acts)
    return problems + _word_rules(path, _table_words(root))


def _field(path: Path, shape: Shape, key: str, value: yaml.Node, acts: set[str]) -> list[Problem]:
    if key not in shape:
        return [Problem(path, _line(value), f"unknown key «{key}»")]
    allowed = acts if key == "also" else shape[key]
    if allowed is None:
        return []
    return [Problem(path, leaf.line, f"unknown {key} «{leaf.text}»") for leaf in leaves(value) if leaf.text not in allowed]


def _table_words(root: yaml.Node) -> list[Word]:
    """The head word of each row; its list is told by its kind, so that a verb and its verbal noun do not clash."""
    words = []
    for _, mapping in _mappings(root):
        row = {str(k.value): v for k, v in mapping.value}
        head = next((row[h] for h in HEADS if h in row), None)
        if head is not None:
            words.append(Word(_group(row), str(head.value), _line(head)))
    return words


def _group(row: Mapping[str, yaml.Node]) -> str:
    """verbs, nouns, or cue (a fixed form); told apart further by what the row makes of its word."""
    if "past" in row or _value(row, "kind") == "verb" or _value(row, "form") == "verb":
        return "verbs"
    if "one" in row:
        return "nouns" + _value(row, "form")
    kind = "nouns" if _value(row, "kind") == "noun" else "cue"
    return kind + "".join(_value(row, k) for k in ("kind", "operator", "role", "form", "preposition", "subject", "stance"))


def _value(row: Mapping[str, yaml.Node], key: str) -> str:
    return str(row[key].value) if key in row else ""


# Acts


def _act(path: Path, root: yaml.Node, acts: set[str]) -> list[Problem]:
    """One act: keys, ids, words, cases."""
    top = {str(k.value): v for k, v in root.value} if isinstance(root, yaml.MappingNode) else {}
    problems = [
        Problem(path, 1, f"lacks «{key}»")
        for key in ("id", "family", "means", "rank", "words", "frame", "cases")
        if key not in top
    ]
    if _value(top, "id") != path.stem:
        problems.append(Problem(path, 1, f"id «{_value(top, 'id')}» is not the file's name"))
    for keys, mapping in _mappings(root):
        allowed = ACT_KEYS.get(keys)
        for key, value in mapping.value if allowed is not None else ():
            if str(key.value) not in cast(frozenset[str], allowed):
                problems.append(Problem(path, _line(value), f"unknown key «{key.value}» in «{keys or path.stem}»"))
    for leaf in leaves(root):
        problems += _act_leaf(path, leaf, acts)
    return problems + _cases(path, root) + _word_rules(path, _act_words(root))


def _act_leaf(path: Path, leaf: Leaf, acts: set[str]) -> list[Problem]:
    """Ids named in an act's frame and cases."""
    keys, last = leaf.keys, leaf.keys[-1] if leaf.keys else ""
    allowed: frozenset[str] | set[str] | None = None
    if keys == ("family",):
        allowed = FAMILIES
    elif keys[:1] == ("frame",) and last != "word":
        allowed = ROLES
    elif keys[-2:] == ("expect", "act"):
        allowed = acts
    elif keys[-2:] == ("expect", "status"):
        allowed = STATUS
    elif keys[-2:] == ("expect", "means"):
        allowed = MEANS
    if allowed is None or leaf.text in allowed:
        return []
    return [Problem(path, leaf.line, f"unknown {last if 'expect' in keys or keys == ('family',) else 'role'} «{leaf.text}»")]


def _act_words(root: yaml.Node) -> list[Word]:
    return [
        Word(leaf.keys[2], leaf.text, leaf.line)
        for leaf in leaves(root)
        if leaf.keys[:2] == ("words", "ar") and len(leaf.keys) > 2 and leaf.keys[-1] != "many"
    ]


def _rank(root: yaml.Node) -> int:
    return next((int(leaf.text) for leaf in leaves(root) if leaf.keys == ("rank",) and leaf.text.isdigit()), 0)


def _cases(path: Path, root: yaml.Node) -> list[Problem]:
    """At least two sentences that must match and one that must not, in every language of the file."""
    problems = []
    right = Counter[str]()
    wrong = Counter[str]()
    for leaf in leaves(root):
        if leaf.keys[:1] == ("cases",) and leaf.keys[2:] == ("expect",):
            wrong[leaf.keys[1]] += leaf.text == "nothing"
        elif leaf.keys[:1] == ("cases",) and leaf.keys[2:] == ("expect", "act"):
            right[leaf.keys[1]] += 1
    for language in {leaf.keys[1] for leaf in leaves(root) if leaf.keys[:1] == ("words",)}:
        if right[language] < 2:
            problems.append(Problem(path, 1, f"has {right[language]} cases that must match; at least 2 are wanted"))
        if wrong[language] < 1:
            problems.append(Problem(path, 1, "has no case that must not match («expect: nothing»)"))
    return problems


def _two_acts(ranked: list[tuple[Path, int, str, Word]]) -> list[Problem]:
    """The same word in two acts of equal rank: nothing would choose between them."""
    first: dict[tuple[str, str, int], str] = {}
    problems = []
    for path, rank, act, word in ranked:
        held = first.setdefault((word.group, bare(word.text), rank), act)
        if held != act:
            problems.append(Problem(path, word.line, f"«{word.text}» names «{held}» too, at the same rank"))
    return problems
