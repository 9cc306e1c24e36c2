"""The canvas of a drawing, and the measures of text in its shapes."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.drawing_style import ShapeStyle
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import TextBody
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.line_breaking import count_lines, typeset, widest_line, widest_piece
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts

_SLACK = 1.02
"""How much wider than measured a word may come out elsewhere, where it should not be broken."""


class Canvas(NamedTuple):
    """What a drawing is drawn on."""

    area: Box
    fonts: Fonts
    minimum_size: int
    """Points: no content is set smaller."""
    context: PlacementContext
    fit: str

    def sizes(self, largest: int) -> list[int]:
        """Return the sizes that text may have, the largest first."""
        return [*range(largest, self.minimum_size, -2), self.minimum_size]

    def report(self, drawing: Drawing, what: str, hint: str) -> None:
        """Report that a drawing cannot be drawn on a slide."""
        self.context.diagnostics.error("too-long", what, drawing.span, hint)


def shape_text_extent(
    body: TextBody, styles: tuple[ShapeStyle, ...], width: int, fonts: Fonts
) -> tuple[int, bool]:
    """Return the EMU that a text takes within a width, and whether all its words are whole."""
    high, whole = 0.0, True
    for number, paragraph in enumerate(body.paragraphs):
        said = styles[paragraph.level]
        style = as_text_style(said)
        plain = paragraph._replace(level=0, bullet="none")
        set_ = typeset(plain, style, fonts)
        count = count_lines(set_, line_space("none", 0, style, width), said.size)
        high += count * set_.line_height * said.size + (said.space_before if number else 0)
        words = set_.width if not plain.runs else widest_piece(set_)
        whole = whole and words * said.size * _SLACK * EMU_PER_POINT <= width
    return round(high * EMU_PER_POINT), whole


def line_width(body: TextBody, style: ShapeStyle, fonts: Fonts) -> int:
    """Return the EMU that the widest line takes, broken only where a break is forced."""
    return in_emu(line_em(body, style, fonts), style.size)


def line_em(body: TextBody, style: ShapeStyle, fonts: Fonts) -> float:
    """Return the width of the widest line in em, whatever the size of its style."""
    set_ = (typeset(one._replace(level=0), as_text_style(style), fonts) for one in body.paragraphs)
    return max(map(widest_line, set_))


def in_emu(em: float, size: int) -> int:
    """Return a width in EMU at a size in points, with what programs may measure otherwise."""
    return round(em * size * _SLACK * EMU_PER_POINT)


def as_text_style(style: ShapeStyle) -> TextStyle:
    """Return a style as text is measured in it."""
    return TextStyle(style.size, "dk1", "heading" if style.heading else "body", style.bold)


def joined_bodies(*bodies: TextBody | None) -> TextBody:
    """Return texts below each other, each on a level of its own, in one body."""
    return TextBody(
        tuple(
            paragraph._replace(level=level)
            for level, body in enumerate(bodies)
            if body is not None
            for paragraph in body.paragraphs
        )
    )


def text_shape(name: str, box: Box, body: TextBody, *styles: ShapeStyle) -> Shape:
    """Return a text without a ground of its own."""
    return Shape(name, box, body=body, styles=styles)
