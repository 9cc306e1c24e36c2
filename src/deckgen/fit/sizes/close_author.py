"""Who said a quotation stands close below it, also where its lines were made even."""

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import SHARE_ABOVE, MeasuredSlide, MeasuredText
from deckgen.fit.text.line_breaking import paragraph_lines
from deckgen.fonts.text_width import Fonts


def with_close_author(slide: Slide, measured: MeasuredSlide, fonts: Fonts) -> Slide:
    """Return a slide with its fitted texts, a quotation's author as close as it was `measured`.

    Even lines may make a quotation smaller, or give it a line more. Only an author in a box of the
    deck's own moves.
    """
    if slide.role != "quote":
        return slide
    words, author = measured.text("title"), measured.text("by")
    if words is None or author is None:
        return slide
    place, contents = author.frame.placeholder, dict(slide.placeholders)
    box = contents["by"].box
    if not place.is_text_box or place.keeps_place or box is None:
        return slide
    less = words.extent.height * EMU_PER_POINT - _height(contents["title"], words, fonts)
    up = round(less * (1 - SHARE_ABOVE[words.frame.placeholder.anchor]))
    if not up:
        return slide
    contents["by"] = contents["by"]._replace(box=box._replace(y=box.y - up))
    return slide._replace(placeholders=tuple(contents.items()))


def _height(content: TextBody, words: MeasuredText, fonts: Fonts) -> float:
    """Return the EMU of the height of a quotation as it was fitted."""
    place = words.frame.placeholder
    left, right = content.side_insets or (place.insets.left, place.insets.right)
    width = (content.box or place.box).cx - left - right
    style, size = place.level_styles[0], content.sizes[0] if content.sizes else words.size
    if content.outdent:
        style = style._replace(margin=content.outdent, indent=-content.outdent)
    lines = [len(paragraph_lines(one, style, size, width, fonts)) for one in content.paragraphs]
    line = words.extent.height / words.extent.lines * size / words.size
    return line * sum(lines) * EMU_PER_POINT
