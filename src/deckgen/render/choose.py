"""Who draws: the renderer that is asked for, or the best that is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from deckgen.deck.face import FaceKey
from deckgen.render.renderer import Renderer, RenderingError

Choice: TypeAlias = Literal["auto", "light", "libreoffice"]
CHOICES: tuple[Choice, ...] = ("auto", "light", "libreoffice")


def renderer(choice: Choice, own: Mapping[FaceKey, bytes]) -> Renderer:
    """Return a renderer; `own` holds a brand's font files.

    “auto” is the light one, which needs no office suite, else LibreOffice. Raises RenderingError
    (no-renderer).
    """
    from deckgen.render.light import light_renderer
    from deckgen.render.office import office_renderer

    if choice == "libreoffice":
        return office_renderer(own)
    try:
        return light_renderer(own)
    except RenderingError:
        if choice == "light":
            raise
    try:
        return office_renderer(own)
    except RenderingError as problem:
        raise RenderingError(
            "no-renderer",
            "Nothing that draws slides is installed.",
            f"Install it: pip install 'deckgen[show]'\n  Or LibreOffice. {problem.hint}",
        ) from None
