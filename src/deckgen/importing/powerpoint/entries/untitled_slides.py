"""Slides without a title: those that need none, and those that get that of the slide before."""

from collections.abc import Iterable, Iterator

from deckgen.importing.marked_text import SourceRun, marked_text
from deckgen.importing.outline_yaml import Keys
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.captions import with_captions
from deckgen.importing.powerpoint.entries.contents import content_keys, image_keys
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceChart,
    SourcePicture,
    SourceShape,
    SourceSlide,
)
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES

_LARGE, _FULL = 0.25, 0.98
"""The least share of the slide for a picture that is all there is to see, and for one that fills
it."""
_REMARK = "it had no title; this is that of the slide before"


def title_of(slide: SourceSlide) -> SourceShape | None:
    """Return the shape in a title placeholder; reading has also put other headlines there."""
    texts = (each for each in slide.shapes if isinstance(each.content, SlideText))
    return next((each for each in texts if each.placeholder in TITLE_TYPES), None)


def with_titles_of_before(slides: Iterable[SourceSlide]) -> Iterator[SourceSlide]:
    """Yield slides as they may be entries: one that lacks a title has that of the slide before.

    A remark tells so. It is no title page: its layout has another purpose, whatever it is.
    """
    before: SourceShape | None = None
    for slide in slides:
        title = title_of(slide)
        if before and not title and slide.shapes and not may_be_untitled(slide):
            shapes, remarks = (before, *slide.shapes), (*slide.remarks, _REMARK)
            yield slide._replace(shapes=shapes, remarks=remarks, layout_type="")
        else:
            yield slide
        before = title or before


def may_be_untitled(slide: SourceSlide) -> bool:
    """Return whether a slide shows one chart with a title, or one large picture."""
    shapes = with_captions(slide.shapes)
    if len(shapes) != 1:
        return False
    content = shapes[0].content
    if isinstance(content, SourceChart):
        return bool(content.title)
    return isinstance(content, SourcePicture) and shapes[0].covers >= _LARGE


def untitled_kinds(slide: SourceSlide, assets: AssetFiles) -> Iterator[Keys]:
    """Yield the keys of such a slide, with a headline for screen readers if it is a picture.

    A picture that leaves much of the slide free was not meant to be cropped.
    """
    (shape,) = with_captions(slide.shapes)
    if isinstance(shape.content, SourceChart):
        headline = marked_text([SourceRun(" ".join(shape.content.title.split()))])
        chart = shape._replace(content=shape.content._replace(title=""))
        for keys in content_keys(chart, slide, assets):
            yield {"title": headline, **keys}
    elif isinstance(shape.content, SourcePicture):
        title = marked_text([SourceRun(shape.content.alt or f"Slide {slide.number}")])
        image = image_keys(shape.content, shape.caption, slide, assets)
        whole = {"fit": "contain"} if shape.covers < _FULL else {}
        yield {"title": title, "image": {**image, **whole}, "bleed": True, "panel": False}
