"""What every renderer offers: the slides of a deck as pictures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol, TypeAlias

from deckgen.support.diagnostics import CodedError

Feature: TypeAlias = Literal[
    "chart", "diagram", "struck-out text", "formula", "emoji", "two directions in a line"
]
"""What a renderer may draw differently from PowerPoint."""


class RenderingError(CodedError):
    """Slides cannot be drawn.

    Codes: no-renderer (it is not installed), not-a-deck, too-slow, rendering-failed.
    """


class SlideImage(NamedTuple):
    """A slide as a PNG."""

    number: int
    """From 1, as PowerPoint counts; hidden slides count."""
    png: bytes
    width: int
    """Pixels."""
    height: int
    differs: tuple[Feature, ...] = ()
    """What of it PowerPoint shows differently."""


class Renderer(Protocol):
    """Draws slides. May be used from any thread; keeps nothing between two calls."""

    @property
    def name(self) -> str:
        """Program and version, for people: “LibreOffice 24.8”, “betteroffice 0.2.1”."""

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        """Yield these slides of a .pptx, in this order, `width` pixels wide.

        Raises RenderingError.
        """

    def differences(self, deck: bytes) -> Mapping[int, tuple[Feature, ...]]:
        """Return what it draws differently from PowerPoint, by the number of the slide.

        Raises RenderingError.
        """
