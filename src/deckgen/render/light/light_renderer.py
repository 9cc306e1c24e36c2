"""The renderer that needs no office suite: betteroffice-pptx, a few milliseconds a slide.

It is a young library of native code: a hostile deck can keep it busy for hours, make it take all
memory, or end its process. So it draws in a process of its own (`light_process.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from deckgen.fonts.face import FaceKey
from deckgen.render.deck_slides import deck_slides
from deckgen.render.light.light_process import LightProcess
from deckgen.render.renderer import Feature, Renderer, RenderingError, SlideImage
from deckgen.render.rendering_differences import rendering_differences
from deckgen.support.extras import INSTALL_SHOW

_WIDEST = 7680
_DIFFERS: tuple[Feature, ...] = get_args(Feature)
"""All else is close to PowerPoint (docs/facts/rendering.md)."""


def light_renderer(
    own: Mapping[FaceKey, bytes] | None = None, process: LightProcess | None = None
) -> Renderer:
    """Return the renderer that needs no office suite; `own` holds a brand's font files.

    Several renderers may share a `process`; None: its own. Raises RenderingError (no-renderer) if
    the library is not installed.
    """
    try:
        from betteroffice_pptx import __version__
    except ImportError:
        raise RenderingError(
            "no-renderer", "What draws the pages is not installed.", f"Type: {INSTALL_SHOW}"
        ) from None
    return _Light(f"betteroffice {__version__}", own or {}, process or LightProcess())


class _Light(NamedTuple):
    name: str
    own: Mapping[FaceKey, bytes]
    process: LightProcess

    def images(self, deck: bytes, numbers: Sequence[int], width: int) -> Iterator[SlideImage]:
        """Yield slides as `Renderer.images` promises."""
        if not 0 < width <= _WIDEST:
            raise RenderingError(
                "rendering-failed",
                f"A page cannot be {width} pixels wide.",
                f"Choose a width up to {_WIDEST}.",
            )
        differs = self.differences(deck) if numbers else {}
        for number in numbers:
            page = self.process.page(deck, self.own, number, width)
            yield page._replace(differs=differs.get(number, ()))

    def differences(self, deck: bytes) -> Mapping[int, tuple[Feature, ...]]:
        """Return what differs, as `Renderer.differences` promises."""
        found = rendering_differences(deck, _DIFFERS)
        if not any("chart" in features for features in found.values()):
            return found
        from deckgen.render.light.charts.chart_drawing import slides_with_other_charts

        # Most charts are drawn as PowerPoint draws them.
        others, slides = slides_with_other_charts(deck), deck_slides(deck)
        left = {
            number: tuple(
                feature
                for feature in features
                if feature != "chart" or slides[number - 1].part in others
            )
            for number, features in found.items()
        }
        return {number: features for number, features in left.items() if features}
