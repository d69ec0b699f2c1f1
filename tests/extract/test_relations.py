"""What noun phrases are to a verb: subject before it, subject after it, object."""

from __future__ import annotations

import pytest

from isnad.extract.clauses.frames import frame_role
from isnad.knowledge.load import load_knowledge
from tests.extract.test_clauses import field_of


def relations(text: str, verb: str) -> dict[str, str]:
    """Phrase → relation for the verb, by the words as written."""
    field = field_of(text)
    syntax = field.syntax(0)
    at = next(i for i, chunk in enumerate(syntax.chunks) if field.words.slice(chunk.first, chunk.last) == verb)
    return {field.words.slice(syntax.chunks[i].first, syntax.chunks[i].last): r for i, r in syntax.relations(at).items()}


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("روسيا تدعو إسرائيل إلى وقف الغارات.", "تدعو", ("روسيا", "topic"), "إسرائيل"),
        ("دعت روسيا إسرائيل إلى وقف الغارات.", "دعت", ("روسيا", "subject"), "إسرائيل"),
        ("كانت روسيا قد دعت إسرائيل إلى وقف الغارات.", "دعت", ("روسيا", "topic"), "إسرائيل"),
    ],
)
def test_a_party_before_its_verb_makes_what_follows_the_object(
    text: str, verb: str, subject: tuple[str, str], object_: str
) -> None:
    found = relations(text, verb)
    assert found[subject[0]] == subject[1] and found[object_] == "object"


def test_a_relative_verb_without_a_pronoun_has_its_antecedent_for_subject() -> None:
    assert relations("رحل الوفد الذي دعا روسيا إلى الحوار.", "دعا")["روسيا"] == "object"
    assert relations("رحل الوفد الذي دعته روسيا إلى الحوار.", "دعته")["روسيا"] == "subject"


@pytest.mark.parametrize(
    ("text", "noun", "party", "relation", "role"),
    [
        ("تعرضت القوات الروسية لهجوم.", "لهجوم", "القوات الروسية", "patient-subject", "target"),
        ("القوات الروسية تتعرض لهجمات.", "لهجمات", "القوات الروسية", "patient-topic", "target"),
        ("شنت القوات الروسية هجوماً على البلدة.", "هجوماً", "القوات الروسية", "light-subject", "agent"),
    ],
)
def test_a_light_verb_says_whether_its_subject_does_or_suffers(
    text: str, noun: str, party: str, relation: str, role: str
) -> None:
    assert relations(text, noun)[party] == relation
    assert frame_role(load_knowledge().acts["attack"].frame, relation, "party", False) == role
