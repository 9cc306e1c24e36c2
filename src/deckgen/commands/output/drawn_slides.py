"""Pictures of slides for a report, which is written without them if nothing can draw."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.commands.output.console import report
from deckgen.fonts.face import FaceKey
from deckgen.render.choose_renderer import RendererName, choose_renderer
from deckgen.render.renderer import RenderingError, SlideImage
from deckgen.support.diagnostics import Diagnostics


class DrawnSlides(NamedTuple):
    """Pictures by the number of their slide, and what drew them; or why there are none."""

    images: Mapping[int, SlideImage]
    by: str = ""
    problem: str = ""


def drawn_slides(
    deck: bytes,
    numbers: tuple[int, ...],
    width: int,
    renderer: RendererName,
    fonts: Mapping[FaceKey, bytes],
    wanted_for: str,
) -> DrawnSlides:
    """Return slides as pictures; none, with a note that `wanted_for` has none, if that fails."""
    if not numbers:
        return DrawnSlides({})
    try:
        draws = choose_renderer(renderer, fonts)
        images = {image.number: image for image in draws.images(deck, numbers, width)}
    except RenderingError as problem:
        notes, message = Diagnostics(), f"{wanted_for} has no pictures: {problem.message}"
        notes.note(problem.code, message, None, problem.hint)
        report(notes)
        return DrawnSlides({}, problem=f"{problem.message} {problem.hint}")
    return DrawnSlides(images, draws.name)
