"""A loss where it is told."""

from __future__ import annotations

from typing import NamedTuple

from isnad.records import Loss


class LossMention(NamedTuple):
    """A loss told at the harm word `head`, in words [first, last)."""

    head: int
    first: int
    last: int
    loss: Loss
