"""Slides without a title that a kind shows: a chart with its own, a picture that fills all."""

from collections.abc import Iterator

from deckgen.importing.marked_text import SourceRun, marked_text
from deckgen.importing.outline_entry import Keys
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.contents import content_keys
from deckgen.importing.powerpoint.reading.source_slide import (
    SourceChart,
    SourcePicture,
    SourceSlide,
)

_FULL = 0.9
"""The share of the slide from which on a picture fills it."""


def may_be_untitled(slide: SourceSlide) -> bool:
    """Return whether a slide shows one chart with a title, or one picture that fills the slide."""
    if len(slide.shapes) != 1:
        return False
    content = slide.shapes[0].content
    if isinstance(content, SourceChart):
        return bool(content.title)
    return isinstance(content, SourcePicture) and slide.shapes[0].covers >= _FULL


def untitled_kinds(slide: SourceSlide, assets: AssetFiles) -> Iterator[Keys]:
    """Yield the keys of such a slide; the headline of a picture is there for screen readers."""
    (shape,) = slide.shapes
    if isinstance(shape.content, SourceChart):
        headline = marked_text([SourceRun(" ".join(shape.content.title.split()))])
        chart = shape._replace(content=shape.content._replace(title=""))
        for keys in content_keys(chart, slide, assets):
            yield {"title": headline, **keys}
    elif isinstance(shape.content, SourcePicture):
        alt = shape.content.alt or f"Slide {slide.number}"
        for keys in content_keys(shape, slide, assets):
            yield {"title": marked_text([SourceRun(alt)]), **keys, "bleed": True, "panel": False}
