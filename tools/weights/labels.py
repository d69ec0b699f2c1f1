"""What coded reports say about each choice of the reader: rows (features, label, weight) a chooser."""

from __future__ import annotations

import importlib.machinery
import importlib.util
from collections import defaultdict
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from isnad.extract.claims import act_times, contents, links, merging, roles, second_days, status
from isnad.extract.claims.acts import Trigger, find_candidates
from isnad.extract.claims.claims import told_of
from isnad.extract.claims.first_sight import FirstLook
from isnad.extract.claims.scene import Scene
from isnad.extract.claims.second_look import NAME
from isnad.extract.draft import Draft, begin, carried, parent_act
from isnad.extract.losses import costs as costing
from isnad.extract.speech import speakers
from isnad.extract.times.anchored import Anchored
from isnad.extract.weights import features_of
from isnad.knowledge.load import Knowledge
from isnad.records import Report


class Row(NamedTuple):
    """One choice: its features, whether the coders made it, how much it counts; rows of one `group` say the same thing."""

    features: Any  # names; columns once they are counted
    label: int
    weight: float = 1.0
    group: str = ""


Rows = dict[str, list[Row]]
REPEATED = 0.4  # weight of a telling outside all quotes of an act that is coded: it may be the same act told again
OPTIONAL = 0.4  # weight of a claim that careful coders may leave out


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module: names are compared as it compares them."""
    loader = importlib.machinery.SourceFileLoader("score", str(path))
    spec = importlib.util.spec_from_loader("score", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


class Coded:
    """One coded report with its draft, its candidates, and for each candidate the claim that it tells."""

    def __init__(
        self, gold: dict[str, Any], record: dict[str, Any], knowledge: Knowledge, scorer: ModuleType, trust: float = 1.0
    ) -> None:
        if gold.get("sha256", told := _digest(record["text"])) != told:
            raise SystemExit(f"train: {record['id']}: the text is not the one that was coded")
        self.gold, self.scorer, self.trust = gold, scorer, trust
        self.report = Report(
            record["id"], record["text"], record.get("title") or "", record.get("outlet"), published=record.get("date")
        )
        self.draft: Draft = begin(self.report, knowledge)
        self.candidates = find_candidates(self.draft.field, knowledge)
        self.spans = [_spans(c, record["text"]) for c in gold["claims"]]
        self.claim_of = [self._claim(c.head, c.act) for c in self.candidates]

    def claims(self) -> list[int]:
        """The coded claim of each trigger that the draft holds now, or -1."""
        number = {(c.head, c.act): claim for c, claim in zip(self.candidates, self.claim_of, strict=True)}
        return [number[t.head, t.act] for t in self.draft.triggers]

    def _claim(self, head: int, act: str) -> int:
        """The coded claim whose shortest quote holds the head, or -1."""
        field = self.draft.field
        h = field.heads[head]
        start, end = field.words.starts[h.first], field.words.ends[h.first]
        fits = [
            (e - s, i)
            for i, claim in enumerate(self.gold["claims"])
            if claim["act"] == act
            for s, e in self.spans[i]
            if s <= start and end <= e
        ]
        return min(fits)[1] if fits else -1


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _spans(claim: dict[str, Any], text: str) -> list[tuple[int, int]]:
    """Evidence as [start, end) in the text: given so (tests/gold/coded), or by quotes."""
    if "evidence" in claim:
        return [(start, end) for start, end in claim["evidence"]]
    quotes = claim["quote"] if isinstance(claim["quote"], list) else [claim["quote"]]
    return [(text.find(q), text.find(q) + len(q)) for q in quotes if q in text]


def rows_of(coded: Coded, knowledge: Knowledge) -> Rows:
    """All rows that one coded report gives."""
    rows: Rows = defaultdict(list)
    told = {c["act"] for c in coded.gold["claims"]}
    for candidate, claim in zip(coded.candidates, coded.claim_of, strict=True):
        weight = _weight(coded, claim) if claim >= 0 or candidate.act not in told else REPEATED
        rows["act"].append(Row(features_of(candidate.parts), int(claim >= 0), weight))
    _as_coded(coded, rows, knowledge)
    rows["merge"] = merge_rows(coded, knowledge)
    return rows


def _weight(coded: Coded, claim: int) -> float:
    return OPTIONAL if claim >= 0 and coded.gold["claims"][claim].get("optional") else 1.0


def _as_coded(coded: Coded, rows: Rows, knowledge: Knowledge) -> None:
    """Fill the draft as the coders did, taking the rows of every later choice on the way."""
    draft = coded.draft
    best: dict[int, tuple[Trigger, int]] = {}
    for candidate, claim in zip(coded.candidates, coded.claim_of, strict=True):
        if claim >= 0 and candidate.head not in best:
            best[candidate.head] = (Trigger(candidate.head, candidate.act, candidate.last, 1.0, candidate.parts), claim)
    draft.triggers = [best[h][0] for h in sorted(best)]
    claims = [best[h][1] for h in sorted(best)]
    draft.own, draft.voices, draft.when, draft.statuses = [], [], [], []
    draft.contents = _content_rows(coded, claims, rows)
    for at, number in enumerate(claims):
        _rows_of_trigger(coded, at, coded.gold["claims"][number], rows, knowledge)
    contents.share_parties(draft.own, draft.triggers, draft.contents)
    draft.filled = draft.own
    draft.costs = _loss_rows(coded, claims, rows, knowledge)
    for wanted in ("agent", "place"):
        rows["carry:" + wanted] = carry_rows(coded, wanted)
    _link_rows(coded, claims, rows, knowledge)


def _rows_of_trigger(coded: Coded, at: int, claim: dict[str, Any], rows: Rows, knowledge: Knowledge) -> None:
    draft, field = coded.draft, coded.draft.field
    trigger = draft.triggers[at]
    speaking = frozenset(i for s in draft.sayings if s.actor for i, m in enumerate(field.actors) if m is s.actor)
    filled: dict[str, list[int]] = {role: [] for role in (*roles.ROLES, "place")}
    place = f"{coded.report.id}/{trigger.head}"
    scene, title = Scene(field, trigger), roles.headline(draft.title)
    for option in roles.actor_options(scene, knowledge, speaking, title):
        told = features_of(option.parts)
        for role in roles.ROLES:
            fits = _fitting(coded, claim[role], field.actors[option.mention])
            rows["role:" + role].append(Row(told, int(bool(fits)), group=f"{place}/{fits}" if fits else ""))
            if fits:
                filled[role].append(option.mention)
    for option in roles.place_options(scene, knowledge, title):
        fits = _fitting(coded, claim["place"], field.places[option.mention])
        rows["place"].append(Row(features_of(option.parts), int(bool(fits)), group=f"{place}/{fits}" if fits else ""))
        if fits:
            filled["place"].append(option.mention)
    draft.own.append(filled)
    draft.when.append(_time_rows(coded, trigger, claim, rows))
    age = act_times.age_of(draft.times, draft.when[-1], draft.published.day)
    features = features_of(status.status_parts(field, trigger, parent_act(draft, at), age, knowledge))
    for name in status.STATUSES:
        rows["status:" + name].append(Row(features, int(claim["status"] == name)))
    draft.statuses.append(claim["status"])
    draft.voices.append(_voice_rows(coded, trigger, claim, rows))


def _fitting(coded: Coded, wanted: list[str], mention: Any) -> str:
    """The coded filler that a mention names, or ""."""
    words = coded.draft.field.words.text[mention.start : mention.end]
    read = {"text": words, "name": getattr(mention, "name", words)}
    return next((gold for gold in wanted if coded.scorer.same_name(gold, read, False)), "")


def _fits(coded: Coded, wanted: list[str], mention: Any) -> bool:
    return bool(_fitting(coded, wanted, mention))


def _time_rows(coded: Coded, trigger: Trigger, claim: dict[str, Any], rows: Rows) -> int:
    draft, chosen = coded.draft, -1
    for option in act_times.time_options(Scene(draft.field, trigger), draft.times, draft.published.day):
        fits = _dates(claim, draft.times[option.time])
        rows["time"].append(Row(features_of(option.parts), int(fits)))
        chosen = option.time if fits else chosen
    return chosen


def _voice_rows(coded: Coded, trigger: Trigger, claim: dict[str, Any], rows: Rows) -> int:
    draft, chosen = coded.draft, -1
    for option in speakers.speaker_options(draft.field, trigger, draft.sayings, draft.quotes):
        saying = draft.sayings[option.saying]
        fits = bool(claim["speakers"]) and _says(coded, claim["speakers"][0], saying)
        rows["speaker"].append(Row(features_of(option.parts), int(fits)))
        chosen = option.saying if fits and chosen < 0 else chosen
    return chosen


def _says(coded: Coded, mouth: str, saying: Any) -> bool:
    """Whether a saying's speaker, as written or by the longest name of the same voice, is the coded one."""
    if saying.first < 0:
        return False
    field = coded.draft.field
    start, end = speakers.speaker_words(field, saying.first, saying.last)
    named = [
        speakers.speaker_name(field, s) for s in coded.draft.sayings if s.voice == saying.voice and 0 <= s.first <= saying.first
    ]
    return any(coded.scorer.same_name(mouth, {"text": field.words.text[start:end], "name": name}, False) for name in named)


def _loss_rows(coded: Coded, claims: list[int], rows: Rows, knowledge: Knowledge) -> list[int]:
    """A loss belongs to a trigger whose claim lists it by harm and bounds."""
    draft, costs = coded.draft, []
    for loss in draft.losses:
        chosen = -1
        for option in costing.loss_options(draft.field, loss, draft.triggers, knowledge):
            wanted = coded.gold["claims"][claims[option.trigger]]["losses"]
            fits = any(
                coded.scorer.same_loss(w, {"harm": loss.loss.harm, "low": loss.loss.low, "high": loss.loss.high}) for w in wanted
            )
            rows["loss"].append(Row(features_of(option.parts), int(fits)))
            chosen = option.trigger if fits else chosen
        costs.append(chosen)
    return costs


def carry_rows(coded: Coded, wanted: str) -> list[Row]:
    """What could fill a role that an act's own sentence leaves open, as the draft holds it now: read or coded."""
    draft, rows = coded.draft, []
    claims = coded.claims()
    mentions = draft.field.places if wanted == "place" else draft.field.actors
    for at in range(len(draft.triggers)):
        if draft.own[at][wanted] or claims[at] < 0:
            continue
        gold = coded.gold["claims"][claims[at]][wanted]
        for option in carried(draft, at, wanted):
            fillers = [mentions[i] for i in option.fillers]
            rows.append(Row(features_of(option.parts), int(bool(gold) and any(_fits(coded, gold, m) for m in fillers))))
    return rows


def again_rows(coded: Coded, knowledge: Knowledge) -> Rows:
    """The second look at roles, places and days, as the first one saw them in the draft."""
    draft, rows = coded.draft, defaultdict[str, list[Row]](list)
    first = FirstLook(draft.field, draft.triggers, draft.looks, draft.contents, knowledge)
    for at, claim in enumerate(coded.claims()):
        for option in first.again(at) if claim >= 0 else ():
            role = option.seen.role
            mention = (draft.field.places if role == "place" else draft.field.actors)[option.seen.mention]
            fits = _fitting(coded, coded.gold["claims"][claim][role], mention)
            group = f"{coded.report.id}/{draft.triggers[at].head}/{fits}" if fits else ""
            rows[NAME[role]].append(Row(features_of(option.parts), int(bool(fits)), group=group))
    days = second_days.FirstDays(draft.field, draft.triggers, draft.times, draft.sights)
    for at, claim in enumerate(coded.claims()):
        for offered in days.again(at) if claim >= 0 else ():
            fits_day = _dates(coded.gold["claims"][claim], draft.times[offered.seen.option.time])
            rows[second_days.NAME].append(Row(features_of(offered.parts), int(fits_day)))
    return rows


def _dates(claim: dict[str, Any], at: Anchored) -> bool:
    """Whether a time is the coded one."""
    return bool(claim["date"] and at.time) and act_times.days_of(at) == tuple(str(d)[:10] for d in claim["date"])


def merge_rows(coded: Coded, knowledge: Knowledge) -> list[Row]:
    """Pairs of tellings of one act, as the draft holds them now: read or coded."""
    draft = coded.draft
    claims = coded.claims()
    told = [told_of(draft, at, knowledge) for at in range(len(draft.triggers))]
    rows: list[Row] = []
    for j, later in enumerate(draft.triggers):
        same = [i for i in range(j) if draft.triggers[i].act == later.act]
        for n, i in enumerate(same):
            label, weight = _same_claim(coded, claims[i], claims[j], later.act)
            if weight:
                rows.append(
                    Row(features_of(merging.merge_parts(draft.field, told[i], told[j], len(same) - 1 - n)), label, weight)
                )
    return rows


def _same_claim(coded: Coded, a: int, b: int, act: str) -> tuple[int, float]:
    """(label, weight): where one telling is in no quote, it likely repeats the only claim of its act."""
    if a >= 0 and b >= 0:
        return int(a == b), 1.0
    only = sum(c["act"] == act for c in coded.gold["claims"]) == 1
    return 1, REPEATED if only and max(a, b) >= 0 else 0.0


def _wanted_links(coded: Coded) -> set[tuple[int, int, str]]:
    """(from, to, type) over the coded claims."""
    ids = [c.get("id") for c in coded.gold["claims"]]
    linked = [(i, link) for i, c in enumerate(coded.gold["claims"]) for link in c["links"]]
    return {(i, ids.index(link["to"]), link["type"]) for i, link in linked if link["to"] in ids}


def _content_rows(coded: Coded, claims: list[int], rows: Rows) -> list[int]:
    """Of the tellings of the coded demand or deal the nearest is the parent; the others say neither yes nor no."""
    draft, wanted, chosen = coded.draft, _wanted_links(coded), []
    for at, claim in enumerate(claims):
        options = contents.content_options(draft.field, draft.triggers, at)
        fit = [o for o in options if (claim, claims[o.parent], "content_of") in wanted]
        best = min(fit, key=lambda o: abs(draft.triggers[o.parent].head - draft.triggers[at].head), default=None)
        rows["content"] += [Row(features_of(o.parts), int(o is best)) for o in options if o is best or o not in fit]
        chosen.append(best.parent if best else -1)
    return chosen


def _link_rows(coded: Coded, claims: list[int], rows: Rows, knowledge: Knowledge) -> None:
    draft, wanted = coded.draft, _wanted_links(coded)
    told = [told_of(draft, at, knowledge) for at in range(len(draft.triggers))]
    numbers = sorted(set(claims))
    groups = [[at for at, claim in enumerate(claims) if claim == n] for n in numbers]
    for option in links.link_options(draft.field, groups, told, knowledge):
        for kind in option.types:
            rows["relation:" + kind].append(
                Row(features_of(option.parts), int((numbers[option.a], numbers[option.b], kind) in wanted))
            )


Labeller = Callable[[Coded, Knowledge], Rows]
