"""One claim as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from isnad.publish.bundle.rows import Row, days_of, name_of, names, plain, range_in_words
from isnad.publish.bundle.versions import is_denial
from isnad.publish.page.passages import SLOTS, passages
from isnad.publish.page.safe import harmless, web_address

View = dict[str, Any]


def claim_view(claim: Row, reports: Mapping[str, Row], incident: str = "") -> View:
    """Plain values for the template; every string of others is still to be escaped by it."""
    return {
        "id": claim["id"],
        "act": claim["act"],
        "status": claim["status"],
        "denies": is_denial(claim),
        "days": days_of(claim),
        "parties": [(slot, names(claim[slot])) for slot in ("agent", "target", "counterpart") if claim[slot]],
        "places": [_place(place) for place in claim["places"]],
        "losses": [loss_view(loss) for loss in claim["losses"]],
        "means": claim["means"],
        "chain": [_link(speaker) for speaker in claim["speakers"]],
        "outlet": plain(claim["outlet"]) or claim["report"],
        "title": plain(claim["title"]),
        "report": claim["report"],
        "published": claim["published"],
        "how": claim["published_how"],
        "url": web_address(claim["url"]),
        "passages": passages(claim, reports.get(claim["report"])),
        "words": _words(claim),
        "links": [(link["type"], link["to"]) for link in claim["links"]],
        "incident": incident,
    }


def loss_view(loss: Row) -> View:
    """Number, harm and whom; `part_of` names the whole."""
    number = range_in_words(loss["low"], loss["high"], loss["approximate"])
    return {"number": number, "harm": loss["harm"], "whom": loss["whom"], "part_of": loss["part_of"], "text": plain(loss["text"])}


def _place(place: Row) -> View:
    return {"name": name_of(place), "role": place["role"], "precision": place["precision"], "radius": place["radius_km"]}


def _link(speaker: Row) -> View:
    return {"name": name_of(speaker), "stance": speaker["stance"], "cue": plain(speaker["cue"])}


def _words(claim: Row) -> list[tuple[str, str]]:
    """(slot, the report's own words) in the order of the slots, each once: what the marks mean, for those who see none."""
    found = [(name, filler["text"]) for slot, name in SLOTS.items() for filler in claim[slot] if filler["text"]]
    if claim["time"] and claim["time"]["text"]:
        found.append(("time", claim["time"]["text"]))
    return list(dict.fromkeys((slot, harmless(words)) for slot, words in found))
