"""Text of others on a page: shown as it is, never obeyed."""

from __future__ import annotations

from typing import Any

import msgspec
from markupsafe import Markup

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = [code for code in range(32) if chr(code) not in "\t\n\r"] + [127, *map(ord, _TURNING)]
_HARMLESS = dict.fromkeys(_CONTROLS, "�") | {13: " "}
_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029" + _TURNING}


def harmless(text: str) -> str:
    """The same number of code points and UTF-16 units, so that offsets hold: controls that turn or hide text become �.

    A carriage return becomes a space, since HTML would join it with the newline behind it.
    """
    return text.translate(_HARMLESS)


def for_script(value: Any) -> Markup:
    """JSON for a <script type="application/json">, which nothing inside can close or turn."""
    return Markup(msgspec.json.encode(value).decode().translate(_IN_SCRIPT))


def web_address(url: str | None) -> str:
    """The address where it is one of the web, else «»: javascript: and the like are no links."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""
