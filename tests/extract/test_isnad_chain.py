"""Chains and options from sentence to claim, with weights that take whatever is offered nearest."""

from __future__ import annotations

from isnad.extract.claims.acts import Trigger
from isnad.extract.field import FieldReading
from isnad.extract.speech.quotations import quote_depth
from isnad.extract.speech.sayings import find_sayings
from isnad.extract.speech.speakers import speaker_name, speaker_options
from isnad.knowledge.load import load_knowledge

KNOWLEDGE = load_knowledge()


def options(text: str, word: str) -> list[str]:
    """The speakers offered for the act that `word` tells, those of its sentence first."""
    field = FieldReading(text, "text", None, KNOWLEDGE)
    sayings = find_sayings(field, KNOWLEDGE)
    head = next(i for i, h in enumerate(field.heads) if field.words.types[h.first].raw == word)
    act = field.heads[head].acts[0][0]
    found = speaker_options(field, Trigger(head, act, field.heads[head].last, 1.0, ()), sayings, quote_depth(field))
    return [speaker_name(field, sayings[o.saying]) for o in found]


def test_own_sentence_comes_first_and_an_earlier_voice_competes() -> None:
    assert options("قال مصدر طبي إن الوضع صعب. وأكد مصدر أمني أن القوات قصفت البلدة.", "قصفت") == ["مصدر أمني", "مصدر طبي"]


def test_who_demands_is_no_speaker_of_the_demand() -> None:
    assert options("طالب الوزير بوقف القصف.", "طالب") == []


def test_who_accuses_speaks_for_the_accusation() -> None:
    assert options("اتهم مصدر أمني القوات بأنها قصفت البلدة.", "قصفت") == ["مصدر أمني"]


def test_article_hidden_in_the_preposition_comes_back() -> None:
    assert options("وجاء في بيان للمرصد أن القوات قصفت البلدة.", "قصفت")[0] in ("المرصد", "المرصد السوري لحقوق الإنسان")


def test_quotation_is_counted_and_a_short_one_closed() -> None:
    field = FieldReading("قال: «قصفوا البلدة» ثم «رحلوا» وحدهم", "text", None, KNOWLEDGE)
    assert max(quote_depth(field)) == 2 and quote_depth(field)[-1] == 0
