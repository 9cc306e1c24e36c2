"""Pictures of slides for a report, written without them if nothing can draw; where they differ."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from deckgen.commands.output.console import report
from deckgen.fonts.face import FaceKey
from deckgen.render.choose_renderer import RendererName, choose_renderer
from deckgen.render.renderer import Feature, RenderingError, SlideImage
from deckgen.support.diagnostics import Diagnostics

_MOST_NAMED = 12
"""Slides that are named; the others are counted."""


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
    """Return slides as pictures; if that fails, none, with a note that `wanted_for` has none."""
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


def differing_pages(pages: Iterable[SlideImage]) -> dict[int, tuple[Feature, ...]]:
    """Return the features that differ on the drawn pages, by the number of the slide."""
    return {page.number: page.differs for page in pages if page.differs}


def differences_text(differing: Mapping[int, tuple[Feature, ...]], by: str) -> str:
    """Return the lines that follow a summary, each after a line feed; empty if nothing differs.

    `by` is the name of the renderer.
    """
    from deckgen.render.libreoffice.find_libreoffice import find_libreoffice
    from deckgen.render.libreoffice.libreoffice_renderer import differing_features

    if not differing:
        return ""
    named = [f"{at} ({', '.join(has)})" for at, has in sorted(differing.items())]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED:] = [f"and {len(named) - _MOST_NAMED:,} more"]
    lines = f"\n  PowerPoint shows these slides differently: {', '.join(named)}."
    features = {feature for has in differing.values() for feature in has}
    if by.startswith("LibreOffice") or features <= {*differing_features(by)}:
        return lines
    way = "--renderer libreoffice" if find_libreoffice() else "https://www.libreoffice.org/download"
    return f"{lines}\n  LibreOffice draws them nearer to PowerPoint: {way}"
