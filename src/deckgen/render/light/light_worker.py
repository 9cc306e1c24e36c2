"""The program of the process that draws slides with betteroffice-pptx.

It reads a line of JSON from the standard input, with the bytes of a deck and of fonts if the line
gives their lengths, and answers with a line of JSON and the bytes of a PNG. The deck stays open
until another comes. The program ends with the pipe, or by a timer that works also in native code.
"""

import faulthandler
import json
import signal
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from betteroffice_pptx import PptxError, Presentation, Shape

from deckgen.fonts.face import FaceKey
from deckgen.render.fonts.deck_typefaces import DeckTypefaces, deck_typefaces
from deckgen.render.fonts.fallback_fonts import fallback_runs
from deckgen.render.fonts.system_fonts import FontData, faces_to_draw_with, system_fonts
from deckgen.render.light.plainer_slides import plainer_deck
from deckgen.render.renderer import RenderingError, SlideImage

_LIMITS = {
    "max_xml_bytes": 64 << 20,
    "max_xml_depth": 256,
    "max_relationships": 100_000,
    "max_shapes": 200_000,
    "max_paragraphs": 400_000,
    "max_runs": 800_000,
}
"""Far above what any talk needs."""
_PLAIN = "Arial"
"""The font where a deck names none."""
_MOST_FACES = 200
"""The library takes 256; the rest is for fallback fonts."""
_EMU_PER_PIXEL = 9525
"""At scale 1."""


class OpenDeck:
    """A .pptx whose slides can be drawn, in the thread that opened it."""

    def __init__(self, deck: bytes, own: Mapping[FaceKey, bytes]) -> None:
        """`own` holds a brand's font files. A broken deck is reported when a slide is drawn."""
        self._fonts = _fonts(deck, own)
        self._opened = _opened(plainer_deck(deck, self._fonts.families.body), self._fonts)

    def page(self, number: int, width: int) -> SlideImage:
        """Return a slide, from 1, `width` pixels wide. Raises RenderingError (rendering-failed)."""
        opened = self._opened
        page = opened if isinstance(opened, str) else _page(opened, number, width, self._fonts)
        if isinstance(page, str):
            raise RenderingError(
                "rendering-failed",
                f"Slide {number} cannot be drawn: {page}.",
                "Build the deck and open it in PowerPoint, or draw it with LibreOffice.",
            )
        return page


class _Fonts(NamedTuple):
    families: DeckTypefaces
    faces: tuple[FontData, ...]
    fallbacks: set[str]
    """The fallback fonts that were registered since."""

    def drawing(self, family: str) -> bytes:
        """Return the font file that draws text of a family."""
        regular = [face for face in self.faces if not face.bold and not face.italic]
        named = (face.data for face in regular if face.family == family)
        return next(named, regular[0].data if regular else b"")


def _fonts(deck: bytes, own: Mapping[FaceKey, bytes]) -> _Fonts:
    families = deck_typefaces(deck)
    faces = tuple(faces_to_draw_with((*families.every, _PLAIN), system_fonts(), own))
    return _Fonts(families, faces[:_MOST_FACES], set())


def _opened(deck: bytes, fonts: _Fonts) -> Presentation | str:
    """Return the deck with its fonts, or what is wrong with it."""
    try:
        presentation = Presentation.open(deck, limits=_LIMITS)
    except BaseException as problem:
        if not _is_of_library(problem):
            raise
        return str(problem)
    registered = [_registered(presentation, face) for face in fonts.faces]
    return presentation if any(registered) else "there is no font on this machine"


def _registered(presentation: Presentation, face: FontData) -> bool:
    try:
        presentation.register_font(face.family, face.data, bold=face.bold, italic=face.italic)
    except (PptxError, ValueError):
        return False
    return True


def _page(presentation: Presentation, number: int, width: int, fonts: _Fonts) -> SlideImage | str:
    """Return a slide, or why it cannot be drawn."""
    if not 1 <= number <= presentation.slide_count:
        return "the deck has no such slide"
    try:
        for shape in presentation.slide(number - 1).shapes:
            _set_fallback_fonts(presentation, shape, fonts)
        scale = width * _EMU_PER_PIXEL / presentation.width_emu
        png = presentation.render_png(number - 1, scale=scale)
    except BaseException as problem:
        if not _is_of_library(problem):
            raise
        return str(problem)
    return SlideImage(number, png.bytes, png.width, png.height)


def _is_of_library(problem: BaseException) -> bool:
    """Return whether the library raised it; its panics are BaseException and must not end us."""
    panicked = type(problem).__module__ == "pyo3_runtime"
    return panicked or isinstance(problem, (PptxError, ValueError, KeyError))


def _set_fallback_fonts(presentation: Presentation, shape: Shape, fonts: _Fonts) -> None:
    """Set fallback fonts for the characters that the fonts of a shape lack."""
    titled = shape.placeholder in {"title", "ctrTitle"}
    own = fonts.families.heading if titled else fonts.families.body
    for story in shape.stories:
        for start, end, family in fallback_runs(story.text, fonts.drawing(own), system_fonts()):
            if family not in fonts.fallbacks:
                fonts.fallbacks.add(family)
                for face in faces_to_draw_with((family,), system_fonts(), {}):
                    _registered(presentation, face)
            presentation.format_text(story.id, start, end, font_family=family)
    for child in shape.children:
        _set_fallback_fonts(presentation, child, fonts)


def main(seconds: int) -> None:
    """Answer until the pipe ends."""
    # Ctrl-C is for the caller, who then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders, answers = sys.stdin.buffer, sys.stdout.buffer
    deck: OpenDeck | None = None
    while line := orders.readline():
        order = json.loads(line)
        faulthandler.dump_traceback_later(seconds, exit=True)
        png, answer = b"", dict[str, Any]()
        try:
            if "deck" in order:
                deck = None  # before there are two
                data = orders.read(order["deck"])
                fonts = {tuple(face): orders.read(size) for *face, size in order["fonts"]}
                deck = OpenDeck(data, fonts)
            if deck is not None:
                number, png, width, height, _ = deck.page(order["number"], order["width"])
                answer = {"number": number, "width": width, "height": height}
        except RenderingError as problem:
            answer = {"problem": [problem.code, problem.message, problem.hint]}
        faulthandler.cancel_dump_traceback_later()
        answers.write(json.dumps(answer | {"size": len(png)}).encode() + b"\n" + png)
        answers.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
