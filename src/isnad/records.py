"""The nouns of isnad, frozen: Report … Claim … Incident … Verdict.

Every field follows the codebook. Offsets are code points of the report's `text` (or `title`) exactly
as it was given, end exclusive. Days are ISO strings (`2020-12-22`), hours ISO minutes
(`2020-12-22T14:00`). An empty tuple or None says that the report does not tell.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Field = Literal["text", "title"]
Status = Literal["happened", "ongoing", "planned", "possible", "demanded", "offered", "agreed", "denied"]
Role = Literal["agent", "target", "counterpart"]
PlaceRole = Literal["at", "from", "to", "along", "about"]
PlaceKind = Literal["village", "town", "city", "subdistrict", "district", "governorate", "country", "road", "site", "area"]
Precision = Literal["exact", "locality", "subdistrict", "district", "governorate", "country", "none"]
TimePrecision = Literal["hour", "part_of_day", "day", "week", "month", "season", "year"]
Stance = Literal["says", "confirms", "claims", "denies", "doubts"]
Harm = Literal["killed", "injured", "killed_or_injured", "missing", "captured", "abducted", "detained", "displaced", "destroyed"]
Whom = Literal[
    "civilian", "child", "woman", "fighter", "soldier", "police", "journalist", "medic", "aid_worker",
    "official", "prisoner", "equipment", "building", "person",
]  # fmt: skip
LinkType = Literal["content_of", "condition_for", "in_exchange_for", "in_response_to", "breaks", "part_of", "purpose_of"]
TieType = Literal["backs", "loyal_to", "part_of", "allied_with"]


class Record(msgspec.Struct, frozen=True):
    """Every record is frozen: what was written down does not change."""


class Span(Record, frozen=True, order=True):
    """A stretch of the report: `field[start:end]`, in code points."""

    start: int
    end: int
    field: Field = "text"


class Why(Record, frozen=True):
    """Which rule, feature or knowledge entry filled a slot, and from which words."""

    slot: str
    rule: str
    words: str = ""


class Report(Record, frozen=True):
    """One published text, kept as received."""

    id: str
    text: str
    title: str = ""
    outlet: str | None = None
    url: str | None = None
    published: str | None = None  # ISO day, as given
    language: str = "ar"
    sha256: str = ""  # of title and text, see collect.identity
    raw_sha256: str = ""  # of the bytes that the report came in
    origin: str = ""  # file and line it was read from


class Block(Record, frozen=True):
    """A paragraph, or page furniture that is kept but not read."""

    span: Span
    kind: Literal["title", "headline", "dateline", "paragraph", "furniture"]
    reason: str = ""


class Actor(Record, frozen=True):
    """A party in a role: the report's words and, where known, whom they mean."""

    text: str
    start: int
    end: int
    name: str = ""
    id: str = ""
    kind: str = ""
    field: Field = "text"
    rule: str = ""


class Candidate(Record, frozen=True):
    """A place that the name could mean, with the score and the reason for it."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    score: float
    reason: str = ""


class Place(Record, frozen=True):
    """Where, with its rivals."""

    text: str
    start: int
    end: int
    name: str = ""
    id: str = ""
    kind: str = ""
    role: PlaceRole = "at"
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "none"
    radius_km: float | None = None
    within: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    field: Field = "text"
    rule: str = ""


class Time(Record, frozen=True):
    """[start, end] in days, or minutes where told; `text` are the words that gave it."""

    start: str
    end: str
    precision: TimePrecision
    text: str = ""
    span: Span | None = None
    approximate: bool = False
    rule: str = ""


class Count(Record, frozen=True):
    """A number as told: bounds, approximation, vague class, and what it counts."""

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    approximate: bool = False
    vague: str = ""  # tens, hundreds, thousands, some, few
    of: str = ""  # the noun counted, as written
    of_start: int = -1
    part: bool = False  # counts a part of another («بينهم طفلان»)
    total: bool = False  # a running total («ارتفاع الحصيلة إلى»)
    field: Field = "text"
    rule: str = ""


class Loss(Record, frozen=True):
    """A cost in people or things; `low` and `high` are whole numbers, `high` None where open."""

    harm: Harm
    whom: Whom
    low: int | None
    high: int | None
    text: str = ""
    start: int = -1
    end: int = -1
    party: str = ""
    part_of: str = ""
    approximate: bool = False
    vague: str = ""
    total: bool = False
    field: Field = "text"
    rule: str = ""


class Speaker(Record, frozen=True):
    """One link of the chain, nearest mouth first."""

    text: str
    start: int
    end: int
    name: str = ""
    id: str = ""
    stance: Stance = "says"
    cue: str = ""
    field: Field = "text"
    rule: str = ""


class Link(Record, frozen=True):
    type: LinkType
    to: str
    rule: str = ""


class Tie(Record, frozen=True):
    """Who the report says stands with whom."""

    type: TieType
    who: str
    whom: str
    text: str = ""
    start: int = -1
    end: int = -1
    who_id: str = ""
    whom_id: str = ""
    speaker: str = ""
    field: Field = "text"
    rule: str = ""


class Label(Record, frozen=True):
    """A loaded name, the party meant, and whose voice uses it."""

    text: str
    of: str
    voice: str = ""
    start: int = -1
    end: int = -1
    of_id: str = ""
    field: Field = "text"
    rule: str = ""


class Clause(Record, frozen=True):
    """A stretch with one verb or event noun; `operator` is what the clause above makes of it."""

    id: int
    parent: int  # -1 for a sentence's root
    start: int
    end: int
    operator: str = ""
    cue: str = ""
    trigger: str = ""
    field: Field = "text"


class Act(Record, frozen=True):
    """A trigger with its code, before discourse and merging."""

    id: int
    act: str
    start: int
    end: int
    text: str
    clause: int
    score: float = 0.0
    rule: str = ""
    field: Field = "text"


class Claim(Record, frozen=True):
    """One act, in one status, on the authority of one chain of speakers."""

    id: str
    report: str
    act: str
    status: Status
    evidence: tuple[Span, ...]
    trigger: Span
    agent: tuple[Actor, ...] = ()
    target: tuple[Actor, ...] = ()
    counterpart: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    losses: tuple[Loss, ...] = ()
    means: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    links: tuple[Link, ...] = ()
    confidence: float = 0.0
    why: tuple[Why, ...] = ()


class Published(Record, frozen=True):
    """The day of publication, how it is known, and what it rests on."""

    day: str | None
    how: Literal["given", "inferred", "open"] = "open"
    why: str = ""
    years: tuple[int, ...] = ()  # what stays open


class Signature(Record, frozen=True):
    """What `link` compares instead of text: MinHash values and hashes of quotations and long clauses."""

    minhash: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()


class Reading(Record, frozen=True):
    """All that was read out of one report. The same report and knowledge always give the same rows."""

    report: str
    published: Published
    blocks: tuple[Block, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    counts: tuple[Count, ...] = ()
    clauses: tuple[Clause, ...] = ()
    acts: tuple[Act, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    labels: tuple[Label, ...] = ()
    wire: tuple[str, ...] = ()
    signature: Signature = Signature()


class SetAside(Record, frozen=True):
    """An input that could not be read, with the reason. Nothing is lost: the raw bytes stay."""

    origin: str
    reason: str
    report: str = ""


class Verdict(Record, frozen=True):
    """A person's decision about claims or incidents."""

    id: str
    kind: Literal["same", "not_same", "merge", "split", "accept", "reject", "unsure", "edit", "undo"]
    subjects: tuple[str, ...]
    author: str
    at: str
    because: str
    undoes: str = ""


class Figure(Record, frozen=True):
    """A number by a named policy, with the claims it comes from."""

    policy: str
    version: str
    harm: Harm
    whom: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...] = ()
    reason: str = ""
    grade: str = ""


class Incident(Record, frozen=True):
    """The claims, from any number of reports, that speak of one happening."""

    id: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    voices: int
    act: str
    start: str | None
    end: str | None
    place: Place | None
    figures: tuple[Figure, ...] = ()
