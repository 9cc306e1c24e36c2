"""The keys of a picture."""

from typing import Literal, TypeAlias

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
    fit: Literal["contain", "cover"] = key(
        "Whether it is shown whole (contain), or fills its place and is cropped (cover).",
        "cover",
        default="contain",
    )
    focus: str | None = key(
        "What is kept when it is cropped.", "top", "30% 20%", default=None, pattern=FOCUS
    )


Images: TypeAlias = tuple[Image, ...]
