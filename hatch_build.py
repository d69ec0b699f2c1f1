"""Build hook: copy the outlines of countries into the package (tools/outlines/copy.py)."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CopyOutlines(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel is built, also for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        copy = runpy.run_path(str(Path(self.root) / "tools" / "outlines" / "copy.py"))
        self.app.display_info(copy["copy_outlines"](Path(self.root)))
