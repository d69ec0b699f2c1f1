"""Closed words about speakers from languages/ar/speaker_words.yaml, folded."""

from __future__ import annotations

from isnad.knowledge.files import HERE, read_yaml
from isnad.knowledge.letters import fold

_TABLE = {
    name: frozenset(map(fold, words)) for name, words in read_yaml(HERE / "languages" / "ar" / "speaker_words.yaml").items()
}
PERSONS: frozenset[str] = _TABLE["persons"]
MEDIA: frozenset[str] = _TABLE["media"]
TEXTS: frozenset[str] = _TABLE["texts"]
ADDRESSED: frozenset[str] = _TABLE["addressed"]
BODIES: frozenset[str] = _TABLE["bodies"]
ABSTRACT: frozenset[str] = _TABLE["abstract"]
MANY: frozenset[str] = _TABLE["many"]
ASIDE: frozenset[str] = _TABLE["aside"]
INNER: frozenset[str] = _TABLE["inner"]
FULL: frozenset[str] = _TABLE["full"]
FRONTS: frozenset[str] = _TABLE["fronts"]
POINTING: frozenset[str] = _TABLE["pointing"]
SAME: frozenset[str] = _TABLE["same"]
LOOKS: frozenset[str] = _TABLE["looks"]
THINGS_SAID: frozenset[str] = _TABLE["things_said"]
IMPERSONAL: frozenset[str] = _TABLE["impersonal"]
TAILS: frozenset[str] = _TABLE["tails"]
MEASURES: frozenset[str] = _TABLE["measures"]
CREDITS: frozenset[str] = _TABLE["credits"]
OPINION: frozenset[str] = _TABLE["opinion"]
TIMES: frozenset[str] = _TABLE["times"]
BREAKS: frozenset[str] = _TABLE["breaks"]
SELF: frozenset[str] = TEXTS - ADDRESSED  # texts that speak where nobody is named
SPEAKING: frozenset[str] = PERSONS | MEDIA | TEXTS | BODIES
