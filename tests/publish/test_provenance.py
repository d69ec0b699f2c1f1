"""Where a bundle comes from, and that its numbers are never chosen silently."""

import hashlib
import typing
from pathlib import Path

import pytest

from isnad import records
from isnad.errors import QueryError
from isnad.ledger.claims import Asked
from isnad.ledger.engines.duckdb import DuckEngine
from isnad.publish.bundle.provenance import CODEBOOK
from isnad.publish.bundle.query import Query, in_words
from isnad.publish.bundle.selection import select

from .conftest import MADE, fill

ACTS = Path(__file__).parents[2] / "src" / "isnad" / "knowledge" / "acts"
VOCABULARIES = ("Status", "PlaceRole", "PlaceKind", "Precision", "TimePrecision", "Stance", "Harm", "Whom", "LinkType", "TieType")


def test_the_codebook_has_a_new_version_when_its_words_change() -> None:
    words = [sorted(typing.get_args(getattr(records, name))) for name in VOCABULARIES] + [
        sorted(path.stem for path in ACTS.glob("*.yaml"))
    ]
    assert (CODEBOOK, hashlib.sha256(repr(words).encode()).hexdigest()[:12]) == ("1", "c2fbd9165464")


def test_the_same_ledger_has_the_same_digest_and_a_verdict_changes_it(tmp_path: Path) -> None:
    digests = []
    for name in ("a", "b"):
        with DuckEngine(tmp_path / f"{name}.duckdb", write=True) as engine:
            fill(engine)
            digests.append(select(engine, Query(), MADE).provenance.ledger)
            engine.query(
                "INSERT INTO verdicts VALUES ('v1', 'accept', ['i-strike'], 'me', '2031-05-01', 'because', '', 0, '', 'abc')"
            )
            assert select(engine, Query(), MADE).provenance.ledger != digests[-1]
    assert digests[0] == digests[1]


def test_a_query_in_words() -> None:
    assert in_words(Query()) == "every claim"
    assert (
        in_words(Query(Asked(actor="sdf", since="2031-01-01"), where="act = 'shell'"))
        == "--actor sdf --since 2031-01-01 --where \"act = 'shell'\""
    )


def test_what_is_not_there_is_said(engine: DuckEngine) -> None:
    with pytest.raises(QueryError, match="no policy 'highest' in this ledger; it has low_best_high, lowest"):
        select(engine, Query(policy="highest"))
    with pytest.raises(QueryError, match="no incident of this ledger has an id that begins with 'x'"):
        select(engine, Query(incident="x"))
    with pytest.raises(QueryError, match="several incidents have ids that begin with 'i-'"):
        select(engine, Query(incident="i-"))
    with pytest.raises(QueryError):
        select(engine, Query(where="no_such_column = 1"))
