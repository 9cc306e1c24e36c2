"""The renderer that the user names, or the best that is installed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from deckgen.fonts.face import FaceKey
from deckgen.render.light.light_process import LightProcess
from deckgen.render.renderer import Feature, Renderer, RenderingError, SlideImage
from deckgen.support.extras import INSTALL_SHOW

RendererName: TypeAlias = Literal["auto", "light", "libreoffice"]


def choose_renderer(
    choice: RendererName, own: Mapping[FaceKey, bytes], process: LightProcess | None = None
) -> Renderer:
    """Return a renderer; `own` holds a brand's font files.

    “auto” is LibreOffice, which is closer to PowerPoint, or else the light renderer, which needs no
    office suite. `process` is the process of the light renderer, where several share it. Raises
    RenderingError (no-renderer).
    """
    from deckgen.render.libreoffice.libreoffice_renderer import libreoffice_renderer
    from deckgen.render.light.light_renderer import light_renderer

    if choice == "light":
        return light_renderer(own, process)
    try:
        office = libreoffice_renderer(own)
    except RenderingError as no_office:
        if choice == "libreoffice":
            raise
        missing = no_office
    else:
        return office if choice == "libreoffice" else _WithWayOut(office)
    try:
        return light_renderer(own, process)
    except RenderingError:
        raise RenderingError(
            "no-renderer",
            "Nothing that draws slides is installed.",
            f"Install it: {INSTALL_SHOW}\n  Or LibreOffice. {missing.hint}",
        ) from None


class _WithWayOut(NamedTuple):
    """LibreOffice chosen by “auto”: where it fails, the hint offers the light renderer."""

    office: Renderer

    @property
    def name(self) -> str:
        """Its name."""
        return self.office.name

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        """Yield slides as `Renderer.images` promises."""
        try:
            yield from self.office.images(deck, numbers, width)
        except RenderingError as problem:
            if problem.code in {"too-slow", "rendering-failed"}:
                hint = f"{problem.hint}\n  Or let the quick renderer draw: --renderer light"
                raise RenderingError(problem.code, problem.message, hint) from None
            raise

    def differences(self, deck: bytes) -> Mapping[int, tuple[Feature, ...]]:
        """Return what differs, as `Renderer.differences` promises."""
        return self.office.differences(deck)
