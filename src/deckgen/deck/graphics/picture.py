"""Pictures, their files and their captions, before any XML: pure values."""

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.text_body import TextBody
from deckgen.support.diagnostics import Span


class Media(NamedTuple):
    """A file's bytes as they go into the package: one part, however often it is shown."""

    part_name: str
    """Made from the bytes, so that the same picture has the same name: `/ppt/media/….png`."""
    content_type: str
    data: bytes
    width: int
    """Pixels; of a vector, any unit."""
    height: int
    ready: bool = True
    """Whether programs show the bytes as they are; if not, they are converted before writing."""


class Caption(NamedTuple):
    """A small text below a graphic: what it shows, or where it comes from."""

    body: TextBody
    box: Box | None = None
    """Where it stands, once it is placed."""
    size: int = 0
    """Points, once it is placed."""
    color: str = ""
    """A scheme colour or RRGGBB, once it is placed."""
    fill: str = ""
    """The scheme colour that it stands on, if it stands on the picture."""


class Picture(NamedTuple):
    """A picture. Text alternatives are the author's; one that only decorates has none."""

    media: Media
    alt: str
    span: Span
    vector: Media | None = None
    """The SVG that `media` is the raster twin of."""
    fills_box: bool = False
    """Whether it fills its box and is cropped, rather than shown whole."""
    focus: tuple[float, float] = (0.5, 0.5)
    """What is kept when it is cropped: from the left and from the top, 0 to 1."""
    box: Box | None = None
    """Where it stands, once it is placed."""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    """What is cut off on the left, top, right and bottom, 0 to 1, once it is placed."""
    caption: Caption | None = None
    behind_text: bool = False
    """Whether it stands behind the text of its slide."""
