"""Every place mention of a report resolved with all that the report says: containers first, then neighbours, countries, beat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from isnad.extract.field import FieldReading
from isnad.extract.places.containers import find_containers
from isnad.extract.places.place_mentions import ADJECTIVE, BACK, PlaceMention
from isnad.extract.places.place_scores import Anchor, Evidence, Nearness, Neighbour, Scored, Steady, country_of, score, steady
from isnad.knowledge.entries import PlaceEntry
from isnad.knowledge.letters import fold
from isnad.knowledge.load import Knowledge

ROUNDS = 3
Key = tuple[str, int]  # field name and index of the mention
Group = tuple[str, ...]  # ids of all that a name can mean, or the folded name


class Resolved(NamedTuple):
    """A mention with its candidates, best first, and the mentions that contain it, nearest first."""

    mention: PlaceMention
    candidates: tuple[Scored, ...]
    containers: tuple[Key, ...]


def resolve_mentions(fields: Sequence[FieldReading], outlet: str | None, knowledge: Knowledge) -> dict[Key, Resolved]:
    """Candidates of every place mention in the fields of one report, scored.

    Mentions of one name are one place: they share nouns and containers. The scores are worked out in rounds, each
    with the neighbours as the round before saw them; until the last one only open mentions need them.
    """
    sheet = _Sheet(fields, outlet, knowledge)
    found: dict[Key, tuple[Scored, ...]] = {}
    for left in reversed(range(ROUNDS)):
        around = _Around(sheet.anchors(found))
        found = {key: sheet.candidates(key, around, left == 0) for key in sheet.mentions}
    return {key: Resolved(m, found[key], sheet.containers[key]) for key, m in sheet.mentions.items()}


class _Sheet:
    """The mentions of a report with the evidence that does not change from round to round."""

    def __init__(self, fields: Sequence[FieldReading], outlet: str | None, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._entries: dict[Group, tuple[PlaceEntry, ...]] = {}
        self.mentions: dict[Key, PlaceMention] = {}
        self.containers: dict[Key, tuple[Key, ...]] = {}
        self.sentence: dict[Key, int] = {}
        for field in fields:
            name = field.words.field
            for i, inside in enumerate(find_containers(field, knowledge)):
                key = (name, i)
                self.mentions[key] = field.places[i]
                self.containers[key] = tuple((name, j) for j in inside)
                self.sentence[key] = field.sentence_of[field.places[i].first] if name == "text" else 0
        self.group = {key: (m.ids or (fold(m.name),)) for key, m in self.mentions.items()}
        self.countries = _countries(fields, knowledge)
        self.beat = knowledge.beats.get((outlet or "").lower(), ())
        self.inside = self._inside()
        self.nearness = Nearness(knowledge.places)
        self.alike = self._alike()
        self.steady: dict[int, list[tuple[PlaceEntry, Steady]]] = {}

    def _alike(self) -> dict[Key, int]:
        """A number for each mention, the same for those whose candidates are rated alike."""
        numbers: dict[object, int] = {}
        return {
            key: numbers.setdefault((m.ids, m.noun, m.name, m.party, self.group[key]), len(numbers))
            for key, m in self.mentions.items()
        }

    def entries(self, key: Key) -> tuple[PlaceEntry, ...]:
        ids = self.mentions[key].ids
        held = self._entries.get(ids)
        if held is None:
            held = self._entries[ids] = tuple(self.knowledge.places[i] for i in ids)
        return held

    def _inside(self) -> dict[tuple[str, ...], tuple[tuple[PlaceEntry, ...], ...]]:
        """The containers named beside any mention of a name, once each."""
        found: dict[tuple[str, ...], dict[tuple[str, ...], tuple[PlaceEntry, ...]]] = {}
        for key, containers in self.containers.items():
            for other in containers:
                if self.mentions[other].ids and self.group[other] != self.group[key]:
                    found.setdefault(self.group[key], {})[self.group[other]] = self.entries(other)
        return {group: tuple(inside.values()) for group, inside in found.items()}

    def anchors(self, found: dict[Key, tuple[Scored, ...]]) -> dict[tuple[str, ...], list[Anchor]]:
        """Each place of the report by its group, with a weight: sure ones count whole, open ones little."""
        places: dict[tuple[str, ...], list[Anchor]] = {}
        for key, mention in self.mentions.items():
            entries = self.entries(key)
            if not entries or mention.form in (ADJECTIVE, BACK) or all(e.kind == "country" for e in entries):
                continue
            best, weight = _surest(found[key]) if key in found else (entries[0], 1.0 if len(entries) == 1 else 0.0)
            if weight and best.kind != "country":
                places.setdefault(self.group[key], []).append(Anchor(best, weight, self.sentence[key]))
        return places

    def candidates(self, key: Key, around: _Around, final: bool) -> tuple[Scored, ...]:
        """The candidates of a mention, best first; one without rivals is weighed in the last round only."""
        mention = self.mentions[key]
        if not final and len(mention.ids) == 1:
            return (Scored(self.knowledge.places[mention.ids[0]], 0.0, ""),)
        same = (self.alike[key], self.sentence[key])
        held = around.weighed.get(same)
        if held is None:
            held = around.weighed[same] = self._weigh(key, around, final)
        return held

    def _weigh(self, key: Key, around: _Around, final: bool) -> tuple[Scored, ...]:
        """Scored; the reasons are told in the last round only."""
        others = around.of(self.group[key], self.sentence[key]) if self.mentions[key].ids else ()
        rated = [score(entry, held, self.nearness(entry, others), final) for entry, held in self._steady(key)]
        return tuple(sorted(rated, key=_best_first)) if len(rated) > 1 else tuple(rated)

    def _steady(self, key: Key) -> list[tuple[PlaceEntry, Steady]]:
        """The candidates of a mention with what speaks for each in every round."""
        same = self.alike[key]
        if same not in self.steady:
            seen = Evidence(self.mentions[key], self.inside.get(self.group[key], ()), self.countries, self.beat)
            self.steady[same] = [(entry, steady(entry, seen)) for entry in self.entries(key)]
        return self.steady[same]


def _best_first(scored: Scored) -> tuple[float, str]:
    return -scored.score, scored.entry.id


class _Around:
    """The places of a report as one round sees them, weighed for a sentence."""

    def __init__(self, anchors: dict[Group, list[Anchor]]) -> None:
        self.weighed: dict[tuple[int, int], tuple[Scored, ...]] = {}
        self._places = [
            (frozenset(group), entry, tuple((a.weight, a.sentence) for a in held if a.entry is entry))
            for group, held in anchors.items()
            for entry in {a.entry.id: a.entry for a in held}.values()
        ]
        self._held: dict[tuple[Group, int], tuple[Neighbour, ...]] = {}
        self._seen: dict[int, list[tuple[frozenset[str], Neighbour]]] = {}

    def of(self, own: Group, sentence: int) -> tuple[Neighbour, ...]:
        """The other places with their weight, those of the same sentence most."""
        asked = (own, sentence)
        if asked not in self._held:
            self._held[asked] = tuple([other for group, other in self._from(sentence) if group.isdisjoint(own)])
        return self._held[asked]

    def _from(self, sentence: int) -> list[tuple[frozenset[str], Neighbour]]:
        """Every place as seen from a sentence, with all that its name can mean."""
        if sentence not in self._seen:
            self._seen[sentence] = seen = []
            for group, entry, mentions in self._places:
                most = every = 0.0
                for weight, at in mentions:
                    here = weight / (1.0 + 0.25 * abs(at - sentence))
                    most = here if here > most else most
                    every += here
                seen.append((group, Neighbour(entry, most, every)))
        return self._seen[sentence]


def _surest(candidates: tuple[Scored, ...]) -> tuple[PlaceEntry, float]:
    """The best candidate, and how sure it is: 1 where no rival lies elsewhere."""
    best = candidates[0]
    rival = next(
        (c for c in candidates[1:] if country_of(c.entry) != country_of(best.entry) or c.entry.kind == best.entry.kind), None
    )
    return best.entry, 1.0 if rival is None else min(1.0, max(0.1, (best.score - rival.score) / 2.0))


def _countries(fields: Sequence[FieldReading], knowledge: Knowledge) -> dict[str, float]:
    """The share of each country among the places and the countries' adjectives of a report."""
    seen: defaultdict[str, float] = defaultdict(float)
    for field in fields:
        for mention in field.places:
            seen[_one_country(mention, knowledge)] += 1.0
        for match in field.matches:
            if match.payload.table == "demonym":
                seen[match.payload.id] += 0.3
    seen.pop("", None)
    total = sum(seen.values())
    return {country: n / total for country, n in seen.items()} if total else {}


def _one_country(mention: PlaceMention, knowledge: Knowledge) -> str:
    """The country that a mention names, or in which all its candidates lie; "" where that is open."""
    named = next((i for i in mention.ids if knowledge.places[i].kind == "country"), "")
    here = {country_of(knowledge.places[i]) for i in mention.ids}
    return named or (here.pop() if len(here) == 1 else "")
