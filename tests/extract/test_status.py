"""Status by folding the operators above an act."""

from __future__ import annotations

import pytest

from isnad.extract.clauses_shown import clause_line
from tests.extract.reading import knowledge


def folded(text: str, act: str) -> str:
    """The status of the last head that may tell the act."""
    heads = [h for s in clause_line({"text": text}, knowledge())["sentences"] for h in s["heads"]]
    return str([h["status"] for h in heads if act in h["acts"]][-1])


@pytest.mark.parametrize(
    ("text", "act", "status"),
    [
        ("أعلنت قوات الوادي خطة لشن عمل عسكري في الوادي.", "operation", "planned"),
        ("قال الوزير إن بلاده ليس لديها أي خطط لشن عمل عسكري في الوادي.", "operation", "denied"),
        ("لم يسجل رصد أي انسحاب للمقاتلين من البلدة.", "withdraw", "denied"),
        ("سجل المرصد انسحاب المقاتلين من البلدة.", "withdraw", ""),
        ("طالبت اللجنة بانسحاب المقاتلين من البلدة.", "withdraw", "demanded"),
        ("تكررت المطالبة خلال محادثات السلام في برج القصب.", "meet", ""),
        ("كان جيش الوادي قد قصف البلدة.", "shell", ""),
        ("قال مصدر إن جيش الوادي قد يقصف البلدة.", "shell", "possible"),
        ("جرت مفاوضات غير مباشرة بوساطة لجنة الوادي.", "meet", ""),
        ("أصيب شاهد بعدما قصف جيش الوادي البلدة.", "shell", ""),
        ("قصف جيش الوادي ما لا يقل عن 6 بلدات بغارات.", "airstrike", ""),
        ("ضرب حريق طائرة بدون طيار استهدفت البلدة.", "attack", ""),
        ("رفضت اللجنة مشروع قرار طرحته الدول الخمس يدين القصف.", "accuse", "offered"),
        ("توصلت الأطراف إلى اتفاق في برج القصب.", "agree", ""),
        ("شددت اللجنة على أن قوات الوادي قصفت البلدة.", "shell", ""),
        ("طالبت اللجنة بالتهدئة، إلا أن قوات الوادي قصفت البلدة.", "shell", ""),
        ("طالبت اللجنة بالتهدئة بعد أن قصفت قوات الوادي البلدة.", "shell", ""),
        ("طالبت اللجنة القوات التي قصفت البلدة بالتهدئة.", "shell", ""),
        ("تقدمت القوات لاستعادة البلدة.", "capture", "possible"),
    ],
)
def test_the_nearest_operator_decides_and_a_negation_turns_it(text: str, act: str, status: str) -> None:
    assert folded(text, act) == status
