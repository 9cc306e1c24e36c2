"""The renderer that the user names, or the best that is installed."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from deckgen.fonts.face import FaceKey
from deckgen.render.light.light_renderer import LightProcess, light_renderer
from deckgen.render.renderer import Renderer, RenderingError

RendererName: TypeAlias = Literal["auto", "light", "libreoffice"]


def choose_renderer(
    choice: RendererName, own: Mapping[FaceKey, bytes], process: LightProcess | None = None
) -> Renderer:
    """Return a renderer; `own` holds a brand's font files.

    “auto” is LibreOffice, which is closer to PowerPoint, else the light renderer, whose `process`
    several may share. Raises RenderingError (no-renderer).
    """
    from deckgen.render.libreoffice.libreoffice_renderer import libreoffice_renderer

    if choice == "light":
        return light_renderer(own, process)
    if choice == "libreoffice":
        return libreoffice_renderer(own)
    try:
        return libreoffice_renderer(own, "\n  Or let the light renderer draw: --renderer light")
    except RenderingError as no_office:
        missing = no_office
    try:
        return light_renderer(own, process)
    except RenderingError as no_light:
        office = "" if missing.hint == no_light.hint else f"\n  Or LibreOffice. {missing.hint}"
        message = "Nothing that draws slides is installed."
        raise RenderingError("no-renderer", message, no_light.hint + office) from None
