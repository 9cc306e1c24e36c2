"""The canvas of a drawing, and the measures of text in its shapes."""

from math import ceil
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, DrawingItem, Shape, ShapeStyle
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import CLEARLY
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.last_words import with_bound_last_word
from deckgen.fit.text.line_breaking import count_lines, typeset, widest_line, widest_piece
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts

_BEHIND_HEADLINE = 0.9
"""The largest size of text in a drawing, as a share of the headline's, which may become smaller."""
_SLACK = 1.02
"""How much wider than measured a word may be in other programs, which then would break it."""


class Canvas(NamedTuple):
    """The area of a drawing, and what its text is measured with."""

    area: Box
    fonts: Fonts
    minimum_size: int
    """Points: the least size of text."""
    context: PlacementContext
    fit: str

    def below_headline(self, size: int) -> int:
        """Return a size in points, or a smaller one at which the headline still leads."""
        title = self.context.layout.placeholder("title")
        return min(size, int(title.level_styles[0].size * _BEHIND_HEADLINE)) if title else size

    def sizes(self, largest: int) -> list[int]:
        """Return the sizes that text may have in points, the largest first."""
        largest = max(self.below_headline(largest), self.minimum_size)
        return [*range(largest, self.minimum_size, -2), self.minimum_size]

    def display_sizes(self, largest: int) -> list[int]:
        """Return the sizes of text alone on its slide, which may be larger than the headline."""
        title = self.context.layout.placeholder("title")
        least = ceil(title.level_styles[0].size * CLEARLY) if title else largest
        return [*range(largest, least - 1, -2), *self.sizes(largest)]

    def report(self, drawing: Drawing, what: str, hint: str) -> None:
        """Report a drawing that does not fit on a slide."""
        self.context.diagnostics.error("too-long", what, drawing.span, hint)

    def extent(
        self, body: TextBody, styles: tuple[ShapeStyle, ...], width: int
    ) -> tuple[int, bool]:
        """Return the height of a text within a width, both in EMU, and whether words stay whole."""
        height, whole = 0.0, True
        for number, paragraph in enumerate(body.paragraphs):
            shape_style = styles[paragraph.level]
            size, style = shape_style.size, as_text_style(shape_style)
            text = typeset(paragraph._replace(level=0, bullet="none"), style, self.fonts)
            count = count_lines(text, line_space("none", 0, style, width), size)
            height += count * text.line_height * size + (shape_style.space_before if number else 0)
            words = widest_piece(text) if paragraph.runs else text.width
            whole = whole and in_emu(words, size) <= width
        return round(height * EMU_PER_POINT), whole

    def without_lost_words(self, shape: Shape, lang: str) -> Shape:
        """Return a shape whose text has no last line of one short word; `lang` is a BCP 47 tag."""
        if shape.body is None:
            return shape
        width, paragraphs = shape.box.cx - 2 * shape.inset, []
        for paragraph in shape.body.paragraphs:
            style = as_text_style(shape.styles[paragraph.level])
            text = typeset(paragraph._replace(level=0, bullet="none"), style, self.fonts)
            space = line_space("none", 0, style, width)
            paragraphs.append(with_bound_last_word(paragraph, text, space, style.size, lang=lang))
        return shape._replace(body=shape.body._replace(paragraphs=tuple(paragraphs)))

    def line_em(self, body: TextBody, style: ShapeStyle) -> float:
        """Return the em of the widest line between forced line breaks."""
        lines = (
            typeset(paragraph._replace(level=0), as_text_style(style), self.fonts)
            for paragraph in body.paragraphs
        )
        return max(map(widest_line, lines))


def in_emu(em: float, size: int) -> int:
    """Return a width in EMU at a size in points, with slack for other programs."""
    return round(em * size * _SLACK * EMU_PER_POINT)


def as_text_style(style: ShapeStyle) -> TextStyle:
    """Return a style of shapes as a style of text."""
    return TextStyle(style.size, "dk1", "heading" if style.heading else "body", style.bold)


def joined_bodies(*bodies: TextBody | None) -> TextBody:
    """Return texts as one body, each on its own level."""
    return TextBody(
        tuple(
            paragraph._replace(level=level)
            for level, body in enumerate(bodies)
            if body is not None
            for paragraph in body.paragraphs
        )
    )


def item_text(item: DrawingItem) -> TextBody:
    """Return the title and the text of an item, on levels 0 and 1."""
    return joined_bodies(item.title, item.text)
