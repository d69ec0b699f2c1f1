"""Closed words from languages/ar/particles.yaml, folded."""

from __future__ import annotations

from isnad.knowledge.files import HERE, read_yaml
from isnad.knowledge.letters import fold

_TABLE = {name: frozenset(map(fold, words)) for name, words in read_yaml(HERE / "languages" / "ar" / "particles.yaml").items()}
FUNCTION_WORDS: frozenset[str] = _TABLE["function"]
# Particles that may carry a pronoun, or a preposition before it («لأنه»).
HOSTS: frozenset[str] = _TABLE["pronouns"]
# Words that are never split.
WHOLE: frozenset[str] = _TABLE["whole"]
# Particles that carry «ـك» and «ـي» too.
PERSONAL: frozenset[str] = _TABLE["personal"]
# Words that a preposition may be glued to although they are particles («لذلك»).
DEMONSTRATIVES: frozenset[str] = _TABLE["demonstratives"]
# Fixed expressions whose preposition is still split off («بسبب»).
GLUED: frozenset[str] = _TABLE["glued"]
# What makes one act an answer to another («ردا على», «إثر»).
ANSWERING: frozenset[str] = _TABLE["answering"]

__all__ = ["ANSWERING", "DEMONSTRATIVES", "FUNCTION_WORDS", "GLUED", "HOSTS", "PERSONAL", "WHOLE"]
