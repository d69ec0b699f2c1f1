"""Chains and options from sentence to claim, with weights that take whatever is offered nearest."""

from __future__ import annotations

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.contents import inherit
from isnad.extract.draft import begin
from isnad.extract.field import FieldReading
from isnad.extract.speech.isnad_chain import speakers_of
from isnad.extract.speech.quotations import quote_depth
from isnad.extract.speech.sayings import find_sayings
from isnad.extract.speech.speakers import speaker_name, speaker_options
from isnad.knowledge.load import load_knowledge
from isnad.records import Claim, Link, Report, Span, Speaker

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


def test_adjunct_before_what_another_says_is_no_voice() -> None:
    found = options("قال الوزير، وفق ما نقلت وكالة رويترز، إن القوات قصفت البلدة.", "قصفت")
    assert found == ["الوزير"]


def test_agency_relays_its_own_sources() -> None:
    assert options("وذكرت وكالة رويترز نقلا عن مصادرها أن القوات قصفت البلدة.", "قصفت") == ["مصادرها"]


def test_who_demands_is_no_speaker_of_the_demand() -> None:
    assert options("طالب الوزير بوقف القصف.", "طالب") == []


def test_who_accuses_speaks_for_the_accusation() -> None:
    assert options("اتهم مصدر أمني القوات بأنها قصفت البلدة.", "قصفت") == ["مصدر أمني"]


def test_article_hidden_in_the_preposition_comes_back() -> None:
    assert options("وجاء في بيان للمرصد أن القوات قصفت البلدة.", "قصفت")[0] in ("المرصد", "المرصد السوري لحقوق الإنسان")


def test_quotation_is_counted_and_a_short_one_closed() -> None:
    field = FieldReading("قال: «قصفوا البلدة» ثم «رحلوا» وحدهم", "text", None, KNOWLEDGE)
    assert max(quote_depth(field)) == 2 and quote_depth(field)[-1] == 0


def chain(text: str, word: str, agent: str = "", voice: int = 0) -> list[str]:
    """The names of the chain of an act in a voice of the report (the first, or -1: the outlet's own), told with an agent."""
    draft = begin(Report("r", text, "", "صحيفة البيدر"), KNOWLEDGE)
    field = draft.field
    head = next(i for i, h in enumerate(field.heads) if field.words.types[h.first].raw == word)
    draft.triggers = [Trigger(head, field.heads[head].acts[0][0], field.heads[head].last, 1.0, ())]
    draft.filled = [{"agent": [i for i, m in enumerate(field.actors) if agent and m.name.startswith(agent)]}]
    draft.voices, draft.statuses = [voice], ["happened"]
    return [s.name for s in speakers_of(draft, [0])]


def test_who_demands_in_the_first_person_is_no_speaker_of_it() -> None:
    assert chain("قال سالم البارودي: «نطالب الجيش بوقف إطلاق النار».", "نطالب") == []


def test_whom_he_told_his_demand_speaks_for_it() -> None:
    assert chain("قالت قوات الوادي لوكالة رويترز إنها تطالب بوقف إطلاق النار.", "تطالب", "قوات") == ["وكالة رويترز للأنباء"]


def test_who_says_what_must_be_done_demands_it() -> None:
    assert chain("قال سالم البارودي إنه يجب أن يتوقف القصف.", "يجب") == []


def test_interview_in_which_a_demand_was_made_is_its_voice() -> None:
    text = "طالب سالم البارودي الجيش بوقف إطلاق النار، وذلك في مقابلة أجراها مع قناة الجزيرة."
    assert "الجزيرة" in chain(text, "طالب", voice=-1)[0]


def test_subject_after_a_bare_complementizer_is_not_who_speaks() -> None:
    text = "قال سالم البارودي إن إحدى الرهائن طالبت بوقف إطلاق النار."
    assert chain(text, "طالبت", "سالم") == ["سالم البارودي"]


def test_person_speaks_for_his_country_that_demands() -> None:
    assert chain("قال سالم البارودي إن بلاده طالبت بوقف إطلاق النار.", "طالبت", "سالم") == ["سالم البارودي"]


def told(id: str, act: str, status: str, speaker: str, *links: Link) -> Claim:
    """An invented claim in one voice."""
    voices = (Speaker(speaker, 0, 1, speaker),) if speaker else ()
    return Claim(id, "r", act, status, (), trigger=Span(0, 1), speakers=voices, links=links)  # type: ignore[arg-type]


def test_content_of_a_demand_has_the_chain_of_the_demand() -> None:
    of = Link("content_of", "c1")
    claims = inherit((told("c1", "demand", "happened", ""), told("c2", "halt", "demanded", "مصدر أمني", of)))
    assert claims[1].speakers == ()


def test_content_of_a_deal_keeps_its_own_voice() -> None:
    of = Link("content_of", "c1")
    claims = inherit((told("c1", "agree", "happened", ""), told("c2", "halt", "agreed", "مصدر أمني", of)))
    assert [s.name for s in claims[1].speakers] == ["مصدر أمني"]
