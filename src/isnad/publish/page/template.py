"""Templates with the interface's words in them: every word says which it is, so that the page can change its language."""

from __future__ import annotations

import base64
import functools
import hashlib
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from isnad.publish.page.safe import for_script
from isnad.publish.words.words import word


def render(template: str, lang: str, **values: Any) -> str:
    """Fill a template of this folder; everything that is no markup of ours is escaped."""
    return _environment(lang).get_template(template).render(lang=lang, dir="rtl" if lang == "ar" else "ltr", **values)


@functools.cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("isnad.publish.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        t=functools.partial(_said, lang), w=functools.partial(_attributes, lang), ltr=ltr, bdi=bdi, days=days
    )
    environment.globals.update(for_script=for_script)
    return environment


def _said(lang: str, key: str) -> Markup:
    """A word of the interface in an element that names it."""
    return Markup('<span data-t="{}">{}</span>').format(key, word(key, lang))


def _attributes(lang: str, key: str) -> Markup:
    """The same for an element that stands already (SVG text): ` data-t="key">word`."""
    return Markup(' data-t="{}">{}').format(key, word(key, lang))


def ltr(value: object) -> Markup:
    """A date, number, range, id or coordinate, which no surrounding text may turn."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(value)


def bdi(words: object) -> Markup:
    """Words of others, fenced off from what stands around them."""
    return Markup("<bdi>{}</bdi>").format(words)


def days(pair: tuple[str, str] | None) -> Markup:
    """A day, or the first and the last of several."""
    if pair is None:
        return Markup("–")
    if pair[0] == pair[1]:
        return Markup('<bdi dir="ltr"><time>{}</time></bdi>').format(pair[0])
    return Markup('<bdi dir="ltr"><time>{}</time> – <time>{}</time></bdi>').format(*pair)


@functools.cache
def asset(name: str) -> Markup:
    """Style or script, as written: nothing in them comes from a ledger."""
    return Markup(files("isnad.publish.page").joinpath("assets", name).read_text("utf-8"))


def policy_of(style: str, script: str) -> str:
    """The content security policy: this style, this script, nothing from anywhere else."""
    return f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
