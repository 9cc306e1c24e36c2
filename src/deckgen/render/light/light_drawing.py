"""Pages drawn by betteroffice-pptx, in the process that is made for it (`light_worker.py`).

A presentation of that library belongs to the thread that opened it, and must be let go of there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from betteroffice_pptx import PptxError, Presentation, Shape

from deckgen.fonts.face import FaceKey
from deckgen.render.fonts.deck_typefaces import DeckTypefaces, deck_typefaces
from deckgen.render.fonts.fallback_fonts import fallback_runs
from deckgen.render.fonts.system_fonts import FontData, faces_to_draw_with, system_fonts
from deckgen.render.light.equation_fallbacks import without_equations
from deckgen.render.light.svg_fallbacks import with_svg_fallbacks
from deckgen.render.light.visible_links import with_visible_links
from deckgen.render.renderer import RenderingError, SlideImage

_LIMITS = {
    "max_xml_bytes": 64 << 20,
    "max_xml_depth": 256,
    "max_relationships": 100_000,
    "max_shapes": 200_000,
    "max_paragraphs": 400_000,
    "max_runs": 800_000,
}
"""What no talk comes near."""
_PLAIN = "Arial"
"""What is drawn with where a deck names no font."""
_MOST_FACES = 200
"""The library takes 256; the others are for characters that these lack."""
_EMU_PER_PIXEL = 9525
"""At scale 1."""


class OpenDeck:
    """A .pptx whose pages can be drawn."""

    def __init__(self, deck: bytes, own: Mapping[FaceKey, bytes]) -> None:
        """`own` holds a brand's font files. What is wrong with the deck is told with its pages."""
        self._fonts = _fonts(deck, own)
        self._presentation, self._wrong = _opened(
            with_svg_fallbacks(with_visible_links(deck)), self._fonts
        )

    def page(self, number: int, width: int) -> SlideImage:
        """Return a page, from 1, `width` pixels wide. Raises RenderingError (rendering-failed)."""
        page, wrong = None, self._wrong
        if self._presentation is not None:
            page, wrong = _page(self._presentation, number, width, self._fonts)
        if page is None:
            raise RenderingError(
                "rendering-failed",
                f"Slide {number} cannot be drawn: {wrong}.",
                "Build the deck and open it in PowerPoint, or draw it with LibreOffice.",
            )
        return page


class _Fonts(NamedTuple):
    families: DeckTypefaces
    faces: tuple[FontData, ...]
    lenders: set[str]
    """The fonts that were registered since, for characters that these lack."""

    def drawing(self, family: str) -> bytes:
        """Return the face that text of a family is drawn with."""
        regular = [face for face in self.faces if not face.bold and not face.italic]
        named = (face.data for face in regular if face.family == family)
        return next(named, regular[0].data if regular else b"")


def _fonts(deck: bytes, own: Mapping[FaceKey, bytes]) -> _Fonts:
    families = deck_typefaces(deck)
    faces = tuple(faces_to_draw_with((*families.every, _PLAIN), system_fonts(), own))
    return _Fonts(families, faces[:_MOST_FACES], set())


def _opened(deck: bytes, fonts: _Fonts) -> tuple[Presentation | None, str]:
    """Return the deck with its fonts, else what is wrong with it."""
    try:
        presentation = Presentation.open(without_equations(deck), limits=_LIMITS)
    except BaseException as problem:
        if not _is_of_library(problem):
            raise
        return None, str(problem)
    known = [_registered(presentation, face) for face in fonts.faces]
    return (presentation, "") if any(known) else (None, "there is no font on this machine")


def _registered(presentation: Presentation, face: FontData) -> bool:
    try:
        presentation.register_font(face.family, face.data, bold=face.bold, italic=face.italic)
    except (PptxError, ValueError):
        return False
    return True


def _page(
    presentation: Presentation, number: int, width: int, fonts: _Fonts
) -> tuple[SlideImage | None, str]:
    """Return a page, else what is wrong with it."""
    if not 1 <= number <= presentation.slide_count:
        return None, "the deck has no such slide"
    try:
        for shape in presentation.slide(number - 1).shapes:
            _lend(presentation, shape, fonts)
        scale = width * _EMU_PER_PIXEL / presentation.width_emu
        png = presentation.render_png(number - 1, scale=scale)
    except BaseException as problem:
        if not _is_of_library(problem):
            raise
        return None, str(problem)
    return SlideImage(number, png.bytes, png.width, png.height), ""


def _is_of_library(problem: BaseException) -> bool:
    """Return whether the library raised it; its panics are no Exception, and must not kill us."""
    panicked = type(problem).__module__ == "pyo3_runtime"
    return panicked or isinstance(problem, (PptxError, ValueError, KeyError))


def _lend(presentation: Presentation, shape: Shape, fonts: _Fonts) -> None:
    """Set what the fonts of a shape's text cannot draw in a font that can."""
    titled = shape.placeholder in {"title", "ctrTitle"}
    family = fonts.families.heading if titled else fonts.families.body
    for story in shape.stories:
        for start, end, lender in fallback_runs(story.text, fonts.drawing(family), system_fonts()):
            if lender not in fonts.lenders:
                fonts.lenders.add(lender)
                for face in faces_to_draw_with((lender,), system_fonts(), {}):
                    _registered(presentation, face)
            presentation.format_text(story.id, start, end, font_family=lender)
    for child in shape.children:
        _lend(presentation, child, fonts)
