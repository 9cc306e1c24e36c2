"""Drawings: what all of them need to know of their text, and which module draws which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.drawing_style import ShapeStyle
from deckgen.deck.graphics.graphic import Drawing, Graphic, Shape
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.slide import PlaceholderRole, Slide, TextBody
from deckgen.fit.slide_continuation import numbered
from deckgen.fit.text.line_breaking import count_lines, typeset, widest_line, widest_piece
from deckgen.fit.text.line_space import room
from deckgen.fonts.text_width import Fonts

if TYPE_CHECKING:
    from deckgen.fit.place_graphics import Placing

_SLACK = 1.02
"""How much wider than measured a word may come out elsewhere, where it should not be broken."""


class Sheet(NamedTuple):
    """What a drawing is drawn on."""

    area: Box
    fonts: Fonts
    least: int
    """Points: no content is set smaller."""
    placing: Placing
    fit: str

    def sizes(self, largest: int) -> list[int]:
        """Return the sizes that text may have, the largest first."""
        return [*range(largest, self.least, -2), self.least]

    def report(self, drawing: Drawing, what: str, hint: str) -> None:
        """Report that a drawing cannot be drawn on a slide."""
        self.placing.diagnostics.error("too-long", what, drawing.span, hint)


def drawn_up(
    slide: Slide, role: PlaceholderRole, drawing: Drawing, placing: Placing
) -> list[Slide]:
    """Return the slide with a drawing in its place, or the slides that it goes on over.

    One that no slide holds is an error, and left without shapes.
    """
    area = _room(role, placing)
    sheet = Sheet(area, placing.fonts, placing.minimum_size, placing, slide.fit)
    found: list[Graphic]
    match drawing.kind:
        case "figures":
            from deckgen.fit.drawings.figures import figures

            found = [drawing._replace(shapes=figures(drawing, sheet))]
        case "steps":
            from deckgen.fit.drawings.steps import steps

            found = [drawing._replace(shapes=steps(drawing, sheet))]
        case "code":
            from deckgen.fit.drawings.listing import listing

            pages = [drawing._replace(shapes=shapes) for shapes in listing(drawing, sheet)]
            slides = numbered(slide, len(pages), placing.ids) if len(pages) > 1 else [slide]
            return [
                _with(one, role, drawing, [page])
                for one, page in zip(slides, pages or [drawing], strict=True)
            ]
        case "scan":
            from deckgen.fit.drawings.qr_code import scanned

            found = [drawing._replace(shapes=scanned(drawing, sheet))]
        case "people":
            from deckgen.fit.drawings.people import people

            found = people(drawing, sheet) or [drawing]
    if runs_right_to_left(slide.lang):
        found = [_mirrored(graphic, area) for graphic in found]
    return [_with(slide, role, drawing, found)]


def _room(role: PlaceholderRole, placing: Placing) -> Box:
    """Return where a drawing stands: what its placeholder has for text, so that edges line up."""
    found, box = placing.layout.placeholder(role), placing.layout.area(role)
    if found is None:
        return box
    left, top, right, bottom = found.insets
    return Box(box.x + left, box.y + top, box.cx - left - right, box.cy - top - bottom)


def _with(slide: Slide, role: PlaceholderRole, drawing: Drawing, found: list[Graphic]) -> Slide:
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    for other, graphic in slide.graphics:
        if other == role and graphic == drawing:
            graphics += ((role, one) for one in found)
        else:
            graphics.append((other, graphic))
    return slide._replace(graphics=tuple(graphics))


def _mirrored(graphic: Graphic, area: Box) -> Graphic:
    """Return a graphic as it stands where one reads from the right."""

    def turned(box: Box) -> Box:
        return box._replace(x=2 * area.x + area.cx - box.x - box.cx)

    if isinstance(graphic, Drawing):
        shapes = tuple(shape._replace(box=turned(shape.box)) for shape in graphic.shapes)
        return graphic._replace(shapes=shapes)
    if isinstance(graphic, Clip):
        box = graphic.picture.box
        return graphic._replace(picture=graphic.picture._replace(box=box and turned(box)))
    return graphic._replace(box=turned(graphic.box)) if graphic.box else graphic


def extent(
    body: TextBody, styles: tuple[ShapeStyle, ...], width: int, fonts: Fonts
) -> tuple[int, bool]:
    """Return the EMU that a text takes within a width, and whether all its words are whole."""
    high, whole = 0.0, True
    for number, paragraph in enumerate(body.paragraphs):
        said = styles[paragraph.level]
        style = as_text_style(said)
        plain = paragraph._replace(level=0, bullet="none")
        set_ = typeset(plain, style, fonts)
        count = count_lines(set_, room("none", 0, style, width), said.size)
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


def joined(*bodies: TextBody | None) -> TextBody:
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
