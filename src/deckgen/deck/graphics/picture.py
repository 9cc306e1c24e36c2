"""Pictures, their files and their captions, before any XML: pure values."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.text_body import Run, TextBody
from deckgen.support.diagnostics import Span


class Media(NamedTuple):
    """A media part of the package; one part, even if it is shown several times."""

    part_name: str
    """`/ppt/media/….png`, made from the bytes, so that equal pictures share a part."""
    content_type: str
    data: bytes
    width: int
    """Pixels; of a vector picture, any unit."""
    height: int
    ready: bool = True
    """Whether programs can show it; if not, it is converted before writing."""


BEFORE_CREDIT = Run("  ·  ")
"""What stands between a caption and the credit on its line."""


class Caption(NamedTuple):
    """A small text below a graphic: its content or its source."""

    body: TextBody
    box: Box | None = None
    """Its box, once it is placed."""
    size: int = 0
    """Points, once it is placed."""
    color: str = ""
    """A scheme colour or RRGGBB, once it is placed."""
    fill: str = ""
    """The scheme colour of its fill, if it is on the picture."""


class Picture(NamedTuple):
    """A picture. The author gives its alternative text; a decorative picture has none."""

    media: Media
    alt: str
    span: Span
    vector: Media | None = None
    """The SVG of which `media` is the raster version."""
    fills_box: bool = False
    """Whether it is cropped to fill its box."""
    may_be_cropped: bool = False
    """Whether it may lose a little at its edges, to be as large as its neighbours."""
    focus: tuple[float, float] = (0.5, 0.5)
    """The point that cropping keeps: from the left and from the top, 0 to 1."""
    box: Box | None = None
    """Its box, once it is placed."""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    """The cropped shares at the left, top, right and bottom, 0 to 1, once it is placed."""
    caption: Caption | None = None
    behind_text: bool = False
    """Whether it is behind the text of its slide."""
    alt_span: Span | None = None
    """The place of `alt` in the outline; None if the author did not write it."""
