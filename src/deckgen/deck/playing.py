"""How a film or a sound plays."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Playing(NamedTuple):
    """How a film or a sound plays on its slide."""

    start: Literal["click", "auto"] = "click"
    """With the next click, or as soon as the slide is shown; a click on it always stops it."""
    loop: bool = False
    mute: bool = False
