"""Who denies an act makes a claim of their own: it joins no telling of the act, however alike."""

import pytest

from isnad.extract.claims.acts import Trigger
from isnad.extract.claims.merging import Told, merge
from isnad.extract.field import FieldReading
from isnad.knowledge.load import Knowledge, load_knowledge

TEXT = "قصفت قوات الوادي بلدة زمرود. ونفت قوات الوادي قصف البلدة."


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def told(head: int, status: str) -> Told:
    none = frozenset[str]()
    return Told(Trigger(head, "shell", 0, 0.9, ()), status, none, none, none, "", none, none, "")


@pytest.mark.parametrize(("status", "claims"), [("denied", 2), ("happened", 1)])
def test_a_denial_stands_by_itself(status: str, claims: int, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    field = FieldReading(TEXT, "text", None, knowledge)
    heads = [i for i, head in enumerate(field.heads) if any(act == "shell" for act, _ in head.acts)]
    monkeypatch.setitem(knowledge.weights, "merge", {"bias": 5.0})  # whatever tells one act tells it again
    assert len(merge(field, [told(heads[0], "happened"), told(heads[-1], status)], knowledge)) == claims
