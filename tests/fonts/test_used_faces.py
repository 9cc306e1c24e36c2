"""The faces of fonts that the slides of a deck use."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import (
    Caption,
    Chart,
    Drawing,
    Graphic,
    Media,
    Picture,
    Shape,
    ShapeStyle,
    Table,
)
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fonts.face import FaceKey
from deckgen.fonts.text_width import Fonts
from deckgen.fonts.used_faces import used_faces
from deckgen.support.diagnostics import Span
from tests.talks import talk

FONTS = Fonts("Heading", "Body", "Code")
ALWAYS = {("Heading", False, False), ("Body", False, False)}
SPAN, BOX = Span("talk.yaml", 1, 1), Box(0, 0, 9, 9)
MEDIA = Media("/ppt/media/a.png", "image/png", b"", 9, 9)


def body(*runs: Run) -> TextBody:
    return TextBody((Paragraph(runs),))


def faces(*graphics: Graphic, words: TextBody | None = None) -> set[FaceKey]:
    """Return the faces of a slide with these words in its body, beside those of every deck."""
    brand = talk("- title: T\n  text: A").compiled.brand
    slide = Slide("one", "bullets", "light", "en-GB", (), SPAN)
    if words:
        slide = slide._replace(placeholders=(("body", words),))
    slide = slide._replace(graphics=tuple(("body", graphic) for graphic in graphics))
    return {*used_faces(Deck("T", "en-GB", (slide,)), brand.layout, FONTS)} - ALWAYS


def drawn(style: ShapeStyle) -> Drawing:
    shape = Shape("Box", BOX, body=body(Run("A")), styles=(style,))
    return Drawing("figures", (), SPAN, "Figures", (Shape("Line", BOX), shape))


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (Run("a"), set()),
        (Run("a", bold=True), {("Body", True, False)}),
        (Run("a", italic=True), {("Body", False, True)}),
        (Run("a", bold=True, italic=True), {("Body", True, True)}),
        (Run("a", code=True), {("Code", False, False)}),
        (Run("a", bold=True, code=True), {("Code", True, False)}),
    ],
)
def test_faces_of_words(run: Run, expected: set[FaceKey]) -> None:
    assert faces(words=body(run)) == expected


TABLE = Table((), ((body(Run("a", italic=True)),),), ("l",), "", SPAN)
PICTURE = Picture(MEDIA, "", SPAN)


@pytest.mark.parametrize(
    ("graphic", "expected"),
    [
        (PICTURE, set()),
        (PICTURE._replace(caption=Caption(body(Run("a", bold=True)))), {("Body", True, False)}),
        (TABLE, {("Body", False, True)}),
        (TABLE._replace(header=(body(Run("a")),)), {("Body", False, True), ("Body", True, False)}),
        (Chart("pie", ("a",), (), "en-GB", "", SPAN), {("Body", True, False)}),
        (drawn(ShapeStyle(18)), set()),
        (drawn(ShapeStyle(18, bold=True)), {("Body", True, False)}),
        (drawn(ShapeStyle(18, bold=True, heading=True)), {("Heading", True, False)}),
        (drawn(ShapeStyle(18, code=True)), {("Code", False, False)}),
    ],
    ids=["picture", "caption", "table", "header", "chart", "drawing", "bold", "heading", "code"],
)
def test_faces_of_graphics(graphic: Graphic, expected: set[FaceKey]) -> None:
    assert faces(graphic) == expected
