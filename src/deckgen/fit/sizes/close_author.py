"""Who said a quotation stands close below it, also where its lines were set smaller."""

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Slide
from deckgen.fit.measured_slide import SHARE_ABOVE, MeasuredSlide


def with_close_author(slide: Slide, measured: MeasuredSlide) -> Slide:
    """Return a slide with its fitted texts, a quotation's author as close as it was `measured`.

    Even lines may make a quotation smaller. Only an author in a box of the deck's own moves.
    """
    if slide.role != "quote":
        return slide
    words, author = measured.text("title"), measured.text("by")
    if words is None or author is None:
        return slide
    place, contents = author.frame.placeholder, dict(slide.placeholders)
    sizes, content = contents["title"].sizes, contents["by"]
    if not place.is_text_box or place.keeps_place or not sizes or content.box is None:
        return slide
    less = words.extent.height * (1 - sizes[0] / words.size) * EMU_PER_POINT
    up = round(less * (1 - SHARE_ABOVE[words.frame.placeholder.anchor]))
    if up <= 0:
        return slide
    contents["by"] = content._replace(box=content.box._replace(y=content.box.y - up))
    return slide._replace(placeholders=tuple(contents.items()))
