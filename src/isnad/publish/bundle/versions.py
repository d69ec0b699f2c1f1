"""Who says what of one happening: its claims grouped by the voice that they come from."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from isnad.publish.bundle.rows import Row, key_of, name_of, plain
from isnad.publish.bundle.tolls import Toll, toll_of
from isnad.records import Record

DENIALS = ("denies",)


class Version(Record, frozen=True):
    """One voice's account. `speaker` is the mouth nearest the act, or the outlet where it speaks for itself (`own`).

    `claims` are rows by day of publication, `outlets` those that carry it, `copies` reports that speak with the same voice.
    """

    key: str
    speaker: str
    own: bool
    denies: bool
    claims: Sequence[Row]
    outlets: tuple[str, ...]
    copies: int


def versions_of(claims: Iterable[Row], voices: Iterable[Row] = ()) -> list[Version]:
    """Accounts with a toll first, then those without, denials last; each in the order of publication. `voices` are rows of the incident."""
    shared = {row["report"]: row["voice"] for row in voices}
    groups: dict[str, list[Row]] = {}
    for claim in sorted(claims, key=lambda claim: (claim["published"] or "9999", claim["report"], claim["position"])):
        groups.setdefault(_key(claim, shared), []).append(claim)
    found = [_version(key, group) for key, group in groups.items()]
    return sorted(found, key=lambda version: (version.denies, not told(version, "killed") and not told(version, "injured")))


def is_denial(claim: Row) -> bool:
    """A denied act, or one whose nearest mouth denies it."""
    return claim["status"] == "denied" or any(speaker["stance"] in DENIALS for speaker in claim["speakers"][:1])


def _key(claim: Row, shared: Mapping[str, str]) -> str:
    """A speaker who is known is one voice everywhere; «a medical source» is another in each independent report."""
    voice = shared.get(claim["report"], claim["report"])
    side = "denies" if is_denial(claim) else "tells"
    if not claim["speakers"]:
        return f"{side} outlet {voice}"
    nearest = claim["speakers"][0]
    known = nearest["id"] and not nearest["id"].startswith("kind.")
    return f"{side} {nearest['id']}" if known else f"{side} {key_of(nearest)} {voice}"


def _version(key: str, claims: list[Row]) -> Version:
    first = claims[0]
    outlets = dict.fromkeys(plain(claim["outlet"]) or claim["report"] for claim in claims)
    return Version(
        key=key,
        speaker=name_of(first["speakers"][0]) if first["speakers"] else plain(first["outlet"]) or first["report"],
        own=not first["speakers"],
        denies=is_denial(first),
        claims=claims,
        outlets=tuple(outlets),
        copies=len({claim["report"] for claim in claims}),
    )


def told(version: Version, harm: str) -> list[Toll]:
    """The version's distinct tolls, in the order told; what a denial names is not told."""
    found: dict[tuple[int, int | None], Toll] = {}
    for claim in () if version.denies else version.claims:
        if toll := toll_of(claim, harm):
            found.setdefault((toll.low, toll.high), toll)
    return list(found.values())


def is_disputed(versions: Iterable[Version]) -> bool:
    """Whether somebody denies what another tells, or voices blame different sides, or the tolls they tell do not fit each other."""
    kept = list(versions)
    if len({version.denies for version in kept}) > 1 or _blame_different(kept):
        return True
    return any(not _fit([tolls[-1] for version in kept if (tolls := told(version, harm))]) for harm in ("killed", "injured"))


def _blame_different(versions: Iterable[Version]) -> bool:
    """Whether two voices name known parties as agents, and none of one side."""
    blamed = [sides for version in versions if not version.denies and (sides := _sides(version))]
    return any(one.isdisjoint(other) for one, other in itertools.combinations(blamed, 2))


def _sides(version: Version) -> set[str]:
    """The sides of its agents: `sy.army` and `sy.gov` are of `sy`. Unknown gunmen and whoever is not known are of none."""
    actors = (actor["id"] for claim in version.claims for actor in claim["agent"])
    return {identity.split(".")[0] for identity in actors if identity and not identity.startswith("kind.")}


def _fit(tolls: Sequence[Toll]) -> bool:
    """Whether one number could satisfy all: «at least 5» and «7» fit, 3 and 12 do not; «about» leaves a fifth."""
    lows = [toll.low * (0.8 if toll.approximate else 1) for toll in tolls]
    highs = [toll.high * (1.2 if toll.approximate else 1) for toll in tolls if toll.high is not None]
    return not lows or not highs or max(lows) <= min(highs)
