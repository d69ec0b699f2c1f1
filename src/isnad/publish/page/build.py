"""A selection as one page: what the template needs, and the hashes that allow its own style and script and no others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from isnad.publish.bundle.rows import Row, name_of
from isnad.publish.bundle.selection import Selection
from isnad.publish.page.claim_view import claim_view
from isnad.publish.page.map_view import map_view
from isnad.publish.page.moves_view import moves_view
from isnad.publish.page.template import asset, policy_of, render
from isnad.publish.page.timeline_view import timeline_view
from isnad.publish.page.version_view import versions_view
from isnad.publish.words.words import every_word

View = dict[str, Any]
MOST_MOVES = 120
MOST_DETAILED = 80
"""Incidents whose versions stand on one page; the rest are listed."""


def page_html(selection: Selection, lang: str = "en") -> str:
    """The whole page; `lang` (en or ar) is the language of its own words until the reader switches."""
    style, script = asset("page.css"), asset("page.js")
    return render(
        "page.html.j2",
        lang,
        style=style,
        script=script,
        csp=policy_of(style, script),
        words={key: {lang: words[lang] for lang in ("en", "ar")} for key, words in every_word().items()},
        provenance=selection.provenance,
        **page_view(selection),
    )


def page_view(selection: Selection) -> View:
    """Everything that the page shows, without its words."""
    claims = selection.claims
    of = {claim: incident["id"] for incident in selection.incidents for claim in incident["claims"]}
    incidents = [_incident(selection, incident) for incident in selection.incidents]
    return {
        "kind": _kind(selection),
        "incidents": incidents,
        "detailed": _detailed(incidents),
        "claims": [claim_view(claim, selection.reports, of.get(claim["id"], "")) for claim in claims],
        "counts": {"claims": len(claims), "reports": len({claim["report"] for claim in claims})},
        "map": map_view(claims),
        "unplaced": sum(1 for claim in claims if not claim["places"]),
        "timeline": timeline_view(claims),
        "moves": moves_view(_negotiated(selection)),
        "thread": selection.threads[0] if _kind(selection) == "thread" else None,
    }


def _kind(selection: Selection) -> str:
    if selection.provenance.query.startswith("--thread"):
        return "thread"
    return "incident" if selection.provenance.query.startswith("--incident") else "query"


def _negotiated(selection: Selection) -> Sequence[Row]:
    """Claims of the negotiations that a person can read at once: a thread's, those of a query's threads, or an unlinked query's."""
    if _kind(selection) == "incident":
        return []
    in_threads = {claim for thread in selection.threads for claim in thread["claims"]}
    linked = selection.provenance.linking is not None
    found = [claim for claim in selection.claims if claim["id"] in in_threads or not linked]
    return found if len(found) <= MOST_MOVES or _kind(selection) == "thread" else []


def _incident(selection: Selection, incident: Row) -> View:
    place = incident["place"]
    return {
        "id": incident["id"],
        "act": incident["act"],
        "place": name_of(place) if place else "",
        "precision": place["precision"] if place else "none",
        "days": (incident["start"][:10], (incident["end"] or incident["start"])[:10]) if incident["start"] else None,
        "reports": len(incident["reports"]),
        "voices": incident["voices"],
        "claims": len(incident["claims"]),
        **versions_view(selection, incident),
    }


def _detailed(incidents: list[View]) -> list[View]:
    """Those with more than one version, the disputed ones first; all where there are few."""
    if len(incidents) <= 3:
        return incidents
    told = [incident for incident in incidents if len(incident["rows"]) > 1]
    return sorted(told, key=lambda incident: (not incident["disputed"], -incident["voices"]))[:MOST_DETAILED]
