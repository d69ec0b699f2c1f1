"""The rules of writing knowledge: one broken sample for each kind of mistake, and our own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from isnad.knowledge.check import check_knowledge
from isnad.knowledge.files import HERE

ACT = """id: shell
family: force
means: Fire.
not: Nothing.
codes:
  plover: ASSAULT
  acled: none
rank: 5
words:
  ar:
    verbs:
      - قصف
    nouns:
      - قصف مدفعي
means_implied: []
frame:
  subject: agent
  object: {place: place}
  prepositions:
    -
      word: على
      place: place
cases:
  ar:
    -
      text: قصفت القوات القرية
      expect: {act: shell, agent: القوات, place: القرية}
    -
      text: تجدد القصف على البلدة
      expect: {act: shell}
    -
      text: تعرض الوزير للنقد
      expect: nothing
"""


def messages(folder: Path, name: str, text: str) -> list[str]:
    """What the check says of one file with this text, each with its line."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [f"{p.line}: {p.message}" for p in check_knowledge(folder)]


def changed(old: str, new: str) -> str:
    """The good sample with one thing broken."""
    assert old in ACT
    return ACT.replace(old, new, 1)


def test_own_files_are_clean() -> None:
    assert [f"{p.path.name}:{p.line}: {p.message}" for p in check_knowledge(HERE)] == []


def test_the_good_sample_is_clean(tmp_path: Path) -> None:
    assert messages(tmp_path, "acts/shell.yaml", ACT) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "wanted"),
    [
        ("family: force", "family: force: x", 2, "does not parse"),
        ("family: force", "family: farce", 2, "unknown family «farce»"),
        ("rank: 5", "rank: 5\nranks: 6", 9, "unknown key «ranks»"),
        ("rank: 5", "rank: 5\nrank: 6", 1, "key «rank» stands twice"),
        ("id: shell", "id: shot", 1, "is not the file's name"),
        ("      - قصف\n", "      - قصف|ضرب\n", 12, "sign of regular expressions"),
        ("      - قصف\n", "      - قصف\n      - وقصف\n", 13, "typed-in clitic"),
        ("      - قصف\n", "      - قصف\n      - قصفت\n", 13, "«قصفت» is derived from «قصف» on line 12"),
        ("      - قصف مدفعي\n", "      - غارة\n      - غارات\n", 15, "«غارات» is derived from «غارة»"),
        ("      - قصف\n", "      - قصف\n      - قصف\n", 13, "stands already on line 12"),
        ("      - قصف\n", "      - قصـف\n", 12, "tatweel"),
        ("      - قصف\n", "      - \ufed7\ufebc\ufed2\n", 12, "presentation form"),
        ("      - قصف\n", "      - قصف\u200f\n", 12, "invisible"),
        ("      - قصف\n", "      - ا\u0653\n", 12, "NFC"),
        ("    verbs:\n      - قصف\n", "    verbs: [قصف, رمى]\n", 11, "two Arabic strings"),
        ("subject: agent", "subject: hero", 17, "unknown role «hero»"),
        ("object: {place: place}", "object: {places: place}", 18, "unknown key «places»"),
        ("act: shell, agent", "act: shelling, agent", 27, "unknown act «shelling»"),
        ("expect: {act: shell}", "expect: {act: shell, status: done}", 30, "unknown status «done»"),
        ("expect: {act: shell}", "expect: {act: shell, means: spear}", 30, "unknown means «spear»"),
        ("means_implied", "    not:\n      -\n        one: قصف الرعد\nmeans_implied", 17, "unknown key «one» in «words/ar/not»"),
        ("expect: {act: shell}", "expect: nothing", 1, "has 1 cases that must match"),
        ("      expect: nothing\n", "      expect: {act: shell}\n", 1, "no case that must not match"),
    ],
)
def test_a_broken_act(tmp_path: Path, old: str, new: str, line: int, wanted: str) -> None:
    found = messages(tmp_path, "acts/shell.yaml", changed(old, new))
    assert any(m.startswith(f"{line}: ") and wanted in m for m in found), found


@pytest.mark.parametrize(
    ("table", "text", "line", "wanted"),
    [
        ("harms", "-\n  one: قتيل\n  harm: dead\n  form: person_noun\n", 3, "unknown harm «dead»"),
        ("whom", "-\n  one: طفل\n  whom: boy\n", 3, "unknown whom «boy»"),
        ("means", "-\n  one: سيف\n  means: sword\n", 3, "unknown means «sword»"),
        ("reporting", "-\n  word: قال\n  kind: verb\n  stance: shouts\n  speaker: subject\n", 4, "unknown stance «shouts»"),
        ("reporting", "-\n  word: اتهم\n  kind: verb\n  stance: says\n  also: accuse_me\n", 5, "unknown also «accuse_me»"),
        ("operators", "-\n  word: لم\n  kind: particle\n  operator: nay\n", 4, "unknown operator «nay»"),
        ("place_nouns", "-\n  one: قرية\n  size: small\n", 3, "unknown key «size»"),
        ("whom", "-\n  one: سيدة\n  whom: woman\n-\n  one: سيدات\n  whom: woman\n", 5, "«سيدات» is derived from «سيدة»"),
        ("light_verbs", "-\n  verb: شنّ\n  subject: king\n  object: event\n", 3, "unknown subject «king»"),
    ],
)
def test_a_broken_table(tmp_path: Path, table: str, text: str, line: int, wanted: str) -> None:
    found = messages(tmp_path, f"languages/ar/{table}.yaml", text)
    assert any(m.startswith(f"{line}: ") and wanted in m for m in found), found


def test_one_word_in_two_acts_of_equal_rank(tmp_path: Path) -> None:
    messages(tmp_path, "acts/shell.yaml", ACT)
    found = messages(tmp_path, "acts/attack.yaml", ACT.replace("shell", "attack"))
    assert "12: «قصف» names «attack» too, at the same rank" in found


def test_the_more_particular_act_may_share_a_word(tmp_path: Path) -> None:
    messages(tmp_path, "acts/shell.yaml", ACT)
    assert messages(tmp_path, "acts/attack.yaml", ACT.replace("shell", "attack").replace("rank: 5", "rank: 2")) == []
