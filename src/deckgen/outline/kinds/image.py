"""A picture with its headline: as large as the slide allows.

Say in `alt` what can be seen, for people who cannot see it. A list shows up to nine pictures. The
headline stands above them, or beside them if that makes them larger. Several photographs (JPEG) may
be cropped a little, so that they fill the page together; `fit: contain` keeps one whole.

With `bleed: yes` one picture fills the slide to its edges, and the headline stands on a panel. With
`panel: scrim` it stands on the picture, which fades into the brand's deep colour below it; with
`panel: no` it is not visible, but screen readers and lists of slides know it. With `bleed: half`
the picture fills the right half of the slide. Where it is cropped, `focus` says what must stay;
`fit: contain` shows it whole, as large as the slide allows.

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
    - title: And in the evening?
      image: {file: images/market.png, alt: The square from above}
      bleed: yes
      panel: scrim
    - title: Half a page for the square
      image: {file: images/market.png, alt: The square from above}
      bleed: half
    - title: Four seasons
      image:
        - {file: images/market.png, alt: The square in spring, caption: Spring}
        - {file: images/market.png, alt: The square in summer, caption: Summer}
        - {file: images/market.png, alt: The square in autumn, caption: Autumn}
        - {file: images/market.png, alt: The square in winter, caption: Winter}
"""

from deckgen.deck.slide import Slide
from deckgen.outline.lower.graphics.illustrated import content_or_bleed
from deckgen.outline.schema.entry import Context, Entry
from deckgen.outline.schema.fields import Bleed, Images, Panel, Text, key, panel_key
from deckgen.support.records import record


@record
class ImageSlide(Entry):
    """The keys of a slide with a picture."""

    title: Text = key("The headline.", "The market square")
    image: Images = key(
        "The picture, or several: a file, or keys such as `file` and `alt`.",
        "market.jpg",
        short="file",
    )
    kicker: Text | None = key("A small line above the headline.", "Looking back")
    bleed: Bleed = key(
        "Whether the picture reaches the edges of the slide: of the whole (yes, full) or of its "
        "right half (half).",
        "yes",
        "half",
        default="no",
    )
    panel: Panel = panel_key("picture")


def lower(entry: ImageSlide, context: Context) -> Slide:
    """Lower to the layout for title and content, or to that for a full picture."""
    texts = (entry.title, entry.kicker)
    return content_or_bleed(entry, context, "image", texts, bleed=entry.bleed, panel=entry.panel)
