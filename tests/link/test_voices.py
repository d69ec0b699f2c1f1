"""Copies are one voice, and say why."""

from isnad.link.voices import Similar, Source, find_voices


def source(report: str, published: str = "2031-05-04", outlet: str = "", **more: set[str]) -> Source:
    told = {name: frozenset(more.get(name, set())) for name in ("wires", "mouths", "numbers")}
    return Source(report, published, outlet or report, **told)


def voices(*sources: Source, similar: Similar | None = None) -> dict[str, tuple[str, str]]:
    return {voice.report: (voice.voice, voice.reason) for voice in find_voices(sources, similar or {})}


def test_reports_that_share_nothing_are_as_many_voices() -> None:
    assert voices(source("a"), source("b")) == {"a": ("a", ""), "b": ("b", "")}


def test_near_duplicates_take_the_voice_of_the_earliest() -> None:
    found = voices(source("a", "2031-05-06"), source("b", "2031-05-04"), similar={("a", "b"): (64, 0)})
    assert found["a"] == ("b", "near duplicate: 64 % of the text in common (b)") and found["b"] == ("b", "")


def test_copied_clauses_make_one_voice_a_single_one_does_not() -> None:
    assert voices(source("a"), source("b"), similar={("a", "b"): (2, 3)})["b"][0] == "a"
    assert voices(source("a"), source("b"), similar={("a", "b"): (2, 1)})["b"][0] == "b"


def test_one_wire_is_one_voice_and_so_is_the_agency_itself() -> None:
    found = voices(source("a", outlet="وكالة المشرق"), source("b", wires={"وكالة المشرق"}), source("c", wires={"وكالة المشرق"}))
    assert {voice for voice, _ in found.values()} == {"a"} and found["b"][1] == "wire: وكالة المشرق (a)"


def test_one_speaker_with_one_number_is_one_voice() -> None:
    a, b = (source(name, mouths={"sohr"}, numbers={"killed 12"}) for name in "ab")
    assert voices(a, b)["b"] == ("a", "the same speaker, the same words or numbers: sohr (a)")
    assert voices(a, source("b", mouths={"sohr"}, numbers={"killed 3"}))["b"][0] == "b"


def test_voices_chain() -> None:
    found = voices(source("a"), source("b"), source("c"), similar={("a", "b"): (80, 0), ("b", "c"): (80, 0)})
    assert {voice for voice, _ in found.values()} == {"a"}
