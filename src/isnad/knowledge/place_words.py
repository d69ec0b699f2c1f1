"""Closed words about place names from languages/ar/place_words.yaml, folded."""

from __future__ import annotations

from isnad.knowledge.files import HERE, read_yaml
from isnad.knowledge.letters import fold

_TABLE = {name: frozenset(map(fold, words)) for name, words in read_yaml(HERE / "languages" / "ar" / "place_words.yaml").items()}
NAMING: frozenset[str] = _TABLE["naming"]
SITES: frozenset[str] = _TABLE["sites"]
GOVERNING: frozenset[str] = _TABLE["governing"]
NEAR: frozenset[str] = _TABLE["near"]
DIRECTIONS: frozenset[str] = _TABLE["directions"]
REGIONS: frozenset[str] = _TABLE["regions"]
LEADING: frozenset[str] = _TABLE["leading"]
QUALIFIERS: frozenset[str] = _TABLE["qualifiers"]
DESCRIBING: frozenset[str] = _TABLE["describing"]
TERRITORY: frozenset[str] = _TABLE["territory"]
MATTERS: frozenset[str] = _TABLE["matters"]
BEHIND: frozenset[str] = _TABLE["behind"]
JOINING: frozenset[str] = _TABLE["joining"]
KILOMETRES: frozenset[str] = _TABLE["kilometres"]
NORTH: frozenset[str] = _TABLE["north"]
SOUTH: frozenset[str] = _TABLE["south"]
EAST: frozenset[str] = _TABLE["east"]
WEST: frozenset[str] = _TABLE["west"]
OWN_NAMES: frozenset[str] = _TABLE["own_names"]
IDIOMS: frozenset[str] = _TABLE["idioms"]
