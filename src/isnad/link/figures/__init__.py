"""Numbers by named rule. Each policy is a file here with NAME, VERSION and `figure`; a new file is a new policy."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Sequence
from types import ModuleType

from isnad.link.figures.tellings import Telling
from isnad.records import Figure

PARTS = ("tellings",)
"""Modules here that are no policy."""


@functools.cache
def policies() -> dict[str, ModuleType]:
    """Name → the policy's module, in alphabetical order."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if module.name not in PARTS]
    return {name: importlib.import_module(f"{__name__}.{name}") for name in sorted(names)}


def figures_of(tellings: Sequence[Telling]) -> list[Figure]:
    """Every policy's answer for every (harm, whom) that is told, policies in alphabetical order."""
    kinds = sorted({(telling.harm, telling.whom) for telling in tellings})
    found = []
    for policy in policies().values():
        for harm, whom in kinds:
            compute: Callable[[list[Telling]], Figure] = policy.figure
            found.append(compute([telling for telling in tellings if (telling.harm, telling.whom) == (harm, whom)]))
    return found
