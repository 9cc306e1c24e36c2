"""What draws the pages of a deck, whichever program it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol, TypeAlias

Feature: TypeAlias = Literal[
    "chart", "diagram", "struck-out text", "formula", "emoji", "two directions in a line"
]
"""What a program may draw otherwise than PowerPoint does."""


class RenderingError(Exception):
    """The pages cannot be drawn; `hint` is the way out.

    Codes: no-renderer (it is not installed), not-a-deck, too-slow, rendering-failed.
    """

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class SlideImage(NamedTuple):
    """One slide as a picture."""

    number: int
    """From 1, as PowerPoint counts; hidden slides count."""
    png: bytes
    width: int
    """Pixels."""
    height: int
    differs: tuple[Feature, ...] = ()
    """What of it is not drawn as PowerPoint shows it."""


class Renderer(Protocol):
    """Draws pages. May be used from any thread; holds nothing between two calls."""

    @property
    def name(self) -> str:
        """What people are told it was made with: “LibreOffice 24.8”, “betteroffice 0.2.1”."""
        ...

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        """Yield the pages of a .pptx that are asked for, in that order, `width` pixels wide.

        Raises RenderingError.
        """
        ...

    def differences(self, deck: bytes) -> Mapping[int, tuple[Feature, ...]]:
        """Return what this one draws otherwise than PowerPoint, by the number of the slide.

        Raises RenderingError.
        """
        ...
