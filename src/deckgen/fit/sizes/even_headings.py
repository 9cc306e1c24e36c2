"""Columns with headings of one line and of several: what stands below begins at one height."""

from deckgen.deck.slide import COLUMNS
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import shown_height


def with_even_headings(slide: MeasuredSlide, reserve: float) -> MeasuredSlide:
    """Return a slide whose shorter headings of columns have the lines of the highest below them.

    It stays as it is where a column has no room for that, or where programs may break a heading
    otherwise than measured: `reserve` is how much wider than its measure text was taken to be.
    """
    columns = [text for text in slide.texts if text.role in COLUMNS]
    if len(columns) < 2 or not all(map(_has_heading, columns)):
        return slide
    heights = [_heading_height(text, 1.0) for text in columns]
    if heights != [_heading_height(text, reserve) for text in columns]:
        return slide
    moved = {
        text.role: _moved(text, round(max(heights) - height))
        for text, height in zip(columns, heights, strict=True)
    }
    if any(text.extent.height > text.frame.height for text in moved.values()):
        return slide
    contents = tuple(
        [
            (role, body._replace(paragraphs=(moved[role].block[0].paragraph, *body.paragraphs[1:])))
            if role in moved
            else (role, body)
            for role, body in slide.slide.placeholders
        ]
    )
    slide = slide._replace(slide=slide.slide._replace(placeholders=contents))
    return slide.with_texts([moved.get(text.role, text) for text in slide.texts])


def _has_heading(text: MeasuredText) -> bool:
    """Return whether a heading is above other paragraphs, in a box that is filled from the top."""
    is_above = len(text.block) > 1 and text.block[0].paragraph.space_after > 0
    return is_above and text.frame.placeholder.anchor == "t"


def _heading_height(text: MeasuredText, reserve: float) -> float:
    """Return the points of the lines of a heading."""
    heading = text.block[0]
    return shown_height(heading, text.sizes[heading.level], reserve)


def _moved(text: MeasuredText, by: int) -> MeasuredText:
    """Return a text with more points below its heading."""
    first, *others = text.block
    paragraph = first.paragraph._replace(space_after=first.paragraph.space_after + by)
    first = first._replace(paragraph=paragraph, after=first.after + by)
    extent = text.extent._replace(height=text.extent.height + by)
    return text._replace(block=(first, *others), extent=extent)
