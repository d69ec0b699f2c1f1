"""Look up a word of the interface (words.yaml) by its key and language."""

from __future__ import annotations

import functools
from importlib.resources import files

import yaml

LANGUAGES = ("en", "ar")


@functools.cache
def every_word() -> dict[str, dict[str, str]]:
    """Key → language → words. Keys are «act.shell», «status.denied», «page.map» …"""
    loaded = yaml.safe_load(files("isnad.publish.words").joinpath("words.yaml").read_text("utf-8"))
    return {f"{group}.{key}": words for group, entries in loaded.items() for key, words in entries.items()}


def word(key: str, language: str = "en", **values: object) -> str:
    """The words, `{name}` filled from `values`; the last part of a key that is not listed stands for itself."""
    found = every_word().get(key)
    return found[language].format(**values) if found and language in found else key.rpartition(".")[2].replace("_", " ")
