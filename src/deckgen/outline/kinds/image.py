"""A picture, alone below its headline: as large as the slide allows.

Say in `alt` what can be seen, for people who cannot see it. A list shows up to six pictures.

    - title: The market square, ten years on
      image:
        file: images/market.png
        alt: The market square from above, with trees where cars stood
        credit: "Picture: Anna Muster"
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.deck.model import Slide
from deckgen.outline.entry import Context, Entry
from deckgen.outline.fields import Text, key
from deckgen.outline.illustrated import graphics_of
from deckgen.outline.lowering import line, slide
from deckgen.outline.pictures import Images

BARE = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSlide(Entry):
    """The keys of a slide with a picture."""

    title: Text = key("The headline.", "The market square")
    image: Images = key(
        "The picture, or several: a file, or keys such as `file` and `alt`.",
        "market.jpg",
        short="file",
    )
    kicker: Text | None = key("A small line above the headline.", "Looking back", default=None)


def lower(entry: ImageSlide, context: Context) -> Slide:
    """Lower to the layout for title and content."""
    made = slide(
        entry,
        context,
        "bullets",
        "light",
        [
            ("title", line(entry.title, context)),
            ("kicker", line(entry.kicker, context) if entry.kicker else None),
        ],
    )
    graphics = graphics_of(entry, "image", context)
    return made._replace(graphics=tuple(("body", one) for one in graphics))
