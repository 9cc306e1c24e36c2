"""The keys of a picture."""

from typing import Any, Literal, TypeAlias

from deckgen.outline.schema.fields import Pattern, Text, key
from deckgen.support.records import LocatedRecord, record

FOCUS = Pattern(
    r"(center|left|right|top|bottom)( (center|left|right|top|bottom))?|"
    r"(100|\d{1,2}) ?% (100|\d{1,2}) ?%",
    "one or two of left, right, top, bottom and center, or two shares from the left and from the "
    "top, such as 30% 20%",
)


@record
class Image(LocatedRecord):
    """The keys of a picture."""

    file: Text = key("The file, as seen from the outline.", "market.jpg")
    alt: Text | None = key(
        "What can be seen, for people who cannot see it; one sentence.",
        "The market square, full of people, in the morning sun",
        default=None,
    )
    decorative: bool = key(
        "Whether the picture only decorates, so that screen readers pass over it.",
        "yes",
        default=False,
    )
    caption: Text | None = key("A line below the picture.", "Market day in May", default=None)
    credit: Text | None = key("Whose picture it is.", "Photo: Anna Muster", default=None)
    fit: Literal["contain", "cover"] | None = key(
        "Whether it is shown whole (contain), or fills its place and is cropped (cover). With "
        "`focus`, and where it reaches the edges of the slide, it is cropped; else it is whole; "
        "but several photographs may lose a little.",
        "cover",
        default=None,
    )
    focus: str | None = key(
        "What is kept when it is cropped.", "top", "30% 20%", default=None, pattern=FOCUS
    )


Images: TypeAlias = tuple[Image, ...]

Bleed: TypeAlias = Literal["no", "yes", "half", "full"]
"""Whether a picture reaches the edges of the slide: half of it, or the whole."""
Panel: TypeAlias = Literal["yes", "no", "scrim"]
"""The ground of a headline on a picture: a panel, none as it is hidden, or a scrim."""


def picture_key(place: str, keys: str) -> Any:
    """Return the field of a picture beside the words of a page that has few."""
    return key(
        f"A picture beside {place}: a file, or keys such as {keys}.",
        "market.jpg",
        default=None,
        short="file",
    )


def panel_key(what: str) -> Any:
    """Return the field of the ground of a headline on a full picture or film."""
    return key(
        f"What the headline stands on, on a {what} that fills the slide: on a panel (yes), or on "
        "the brand's deep colour that fades upwards (scrim). With `no` it is hidden.",
        "scrim",
        "no",
        default="yes",
    )
