"""The second step with parties: the report's day, its places and its outlet choose between the bearers of one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from isnad.extract.parties.actor_mentions import ActorMention
from isnad.knowledge.entries import ActorEntry
from isnad.knowledge.load import Knowledge

PRESENT = 2  # a bearer's country is told of at least half as often as the country told of most


def resolve_actors(
    mentions: Sequence[ActorMention], published: str, places: Iterable[str], outlet: str, knowledge: Knowledge
) -> list[ActorMention]:
    """The mentions, each with the bearer of its name that fits best; what fits alike stays as it was.

    `published` is an ISO day or ""; `places` are ids of places («sy.ain-issa»); `outlet` is a country code or "".
    """
    countries = Counter(place.split(".")[0] for place in places)
    countries[outlet] += 1
    del countries[""]
    return [_resolve(m, published, countries, knowledge) if m.rivals else m for m in mentions]


def _resolve(mention: ActorMention, published: str, countries: Counter[str], knowledge: Knowledge) -> ActorMention:
    ids = [i for i in dict.fromkeys((mention.id, *mention.rivals)) if i in knowledge.actors]
    held = [i for i in ids if holds(knowledge.actors[i], mention, published)] or ids
    near = {i: max((countries[c] for c in knowledge.actors[i].country), default=0) for i in held}
    top = max(near.values(), default=0)
    if not mention.id and PRESENT * top < max(countries.values(), default=0):
        return mention  # «الجيش» in a report about a country whose army bears another name
    best = [i for i in held if near[i] == top]
    if len(best) > 1 and mention.id in best:
        best = [mention.id]
    if len(best) != 1:
        return mention
    why = "the day" if len(held) < len(ids) else "the country"
    return mention._replace(
        id=best[0],
        name=knowledge.actors[best[0]].name,
        rivals=tuple(i for i in ids if i != best[0]),
        why=f"{mention.why}; {why} decides",
    )


def holds(entry: ActorEntry, mention: ActorMention, day: str) -> bool:
    """Whether a party was what the mention calls it on a day: itself, and for an office the office too."""
    if not day or not within(day, entry.since, entry.until):
        return not day
    if not mention.why.startswith("office"):
        return True
    return any(within(day, role.since, role.until) for role in entry.roles)


def within(day: str, since: str, until: str) -> bool:
    """Whether a day lies from `since` to before `until`; years and months stand for their first day, "" for open."""
    return (not since or day >= since) and (not until or day < until)
