"""The faces of fonts that a deck uses."""

from collections.abc import Iterable, Iterator

from deckgen.deck.graphics import Chart, Clip, Drawing, Graphic, Picture, ShapeStyle, Table
from deckgen.deck.layout import FooterRole, Layout, LayoutOf, TextStyle
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Run, TextBody
from deckgen.fonts.face import FaceKey
from deckgen.fonts.text_width import Fonts


def used_faces(deck: Deck, layouts: LayoutOf, fonts: Fonts) -> frozenset[FaceKey]:
    """Return the faces of the slides, each as font, bold and italic.

    The regular faces of body and heading are always included: new slides use them by the theme.
    """
    used: set[FaceKey] = {(fonts.heading, False, False), (fonts.body, False, False)}
    for slide in deck.slides:
        used.update(_of_slide(slide, layouts(*slide.layout_key), fonts))
    return frozenset(used)


def _of_slide(slide: Slide, layout: Layout, fonts: Fonts) -> Iterator[FaceKey]:
    foot: list[tuple[FooterRole, TextBody | None]] = [("footer", slide.footer), ("day", slide.day)]
    for role, body in (*slide.placeholders, *foot):
        place = layout.placeholder(role)
        if body and place:
            yield from _of_body(body, [_face(level, fonts) for level in place.level_styles], fonts)
    number = layout.placeholder("number") if slide.numbered else None
    for level in number.level_styles[:1] if number else ():
        yield _face(level, fonts)
    for _, graphic in slide.graphics:
        yield from _of_graphic(graphic, fonts)


def _face(style: TextStyle, fonts: Fonts) -> FaceKey:
    return fonts.named(style.font), style.bold, style.italic


def _of_graphic(graphic: Graphic, fonts: Fonts) -> Iterator[FaceKey]:
    plain, bold = (fonts.body, False, False), (fonts.body, True, False)
    match graphic:
        case Picture():
            if graphic.caption:
                yield from _of_body(graphic.caption.body, [plain], fonts)
        case Table():
            for row in (graphic.header, *graphic.rows):
                for cell in row:
                    yield from _of_body(cell, [plain], fonts)
            if graphic.header:
                yield bold
        case Chart():
            yield plain
            yield bold
        case Clip():
            yield from _of_graphic(graphic.picture, fonts)
        case Drawing():
            for shape in graphic.shapes:
                if shape.body:
                    faces = [_shape_face(style, fonts) for style in shape.styles]
                    yield from _of_body(shape.body, faces, fonts)


def _shape_face(style: ShapeStyle, fonts: Fonts) -> FaceKey:
    name = fonts.code if style.code else fonts.heading if style.heading else fonts.body
    return name, style.bold, False


def _of_body(body: TextBody, levels: list[FaceKey], fonts: Fonts) -> Iterable[FaceKey]:
    for paragraph in body.paragraphs if levels else ():
        name, bold, italic = levels[min(paragraph.level, len(levels) - 1)]
        for run in paragraph.runs:
            if isinstance(run, Run):
                font = fonts.code if run.code else name
                yield font, bold or run.bold, italic or run.italic
