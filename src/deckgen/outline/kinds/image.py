"""A picture, alone below its headline: as large as the slide allows.

Say in `alt` what can be seen, for people who cannot see it. A list shows up to six pictures. With
`bleed: yes`, one picture fills the slide to its edges, and the headline stands on a panel. With
`panel: no`, the headline is not visible, but screen readers and lists of slides know it.

PNG, JPEG, GIF, WebP and SVG are shown. A picture with more than 200 pixels an inch is scaled down.
What a camera noted (place, time, owner) is left out. Text in an SVG must be converted to paths,
because every computer has other fonts; the message says how to do that in the program that made it.

    - title: The market square, ten years on
      image:
        file: images/market.png
        alt: The market square from above, with trees where cars stood
        credit: "Picture: Anna Muster"
    - title: A place to stay
      image: {file: images/market.png, alt: The trees of the market square, focus: bottom}
      bleed: yes
    - title: Four seasons
      image:
        - {file: images/market.png, alt: The square in spring, caption: Spring}
        - {file: images/market.png, alt: The square in summer, caption: Summer}
        - {file: images/market.png, alt: The square in autumn, caption: Autumn}
        - {file: images/market.png, alt: The square in winter, caption: Winter}
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.full_bleed import content_or_full_bleed
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Text, key
from deckgen.outline.schema.image_keys import Images
from deckgen.support.records import record

BARE = False


@record
class ImageSlide(Entry):
    """The keys of a slide with a picture."""

    title: Text = key("The headline.", "The market square")
    image: Images = key(
        "The picture, or several: a file, or keys such as `file` and `alt`.",
        "market.jpg",
        short="file",
    )
    kicker: Text | None = key("A small line above the headline.", "Looking back", default=None)
    bleed: bool = key("Whether the picture fills the slide to its edges.", "yes", default=False)
    panel: bool = key(
        "Whether the headline stands on a picture that fills the slide.", "no", default=True
    )


def lower(entry: ImageSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, or to that for a full picture."""
    if entry.bleed and len(entry.image) > 1:
        context.diagnostics.error(
            "two-graphics",
            f"One picture fills the slide; here are {len(entry.image)}.",
            entry.image[1].span,
            "Make a slide of each, or delete `bleed`.",
        )
    texts = (entry.title, entry.kicker)
    return content_or_full_bleed(
        entry, context, "image", texts, bleed=entry.bleed, panel=entry.panel
    )
