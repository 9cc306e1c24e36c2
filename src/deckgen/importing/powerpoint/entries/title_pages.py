"""Covers and sections: a headline with a few words, one picture, and what is left out of them."""

from collections.abc import Iterator, Sequence

from deckgen.importing.marked_text import SourceParagraph
from deckgen.importing.outline_text import goes_on, lines_of, title_text
from deckgen.importing.outline_yaml import Keys, with_values
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.entries.contents import image_keys
from deckgen.importing.powerpoint.reading.paragraphs import without_common_format
from deckgen.importing.powerpoint.reading.source_slide import (
    SourcePicture,
    SourceShape,
    SourceSlide,
    paragraphs_in,
)

_MOST_LINES = 4
"""Paragraphs of a cover beside its title."""
_LONGEST = 200
"""Characters below the title of a later slide on the layout for covers."""
_LOGO = 0.04
"""The share of the slide up to which one of several pictures on a title page is a logo."""


def without_logos(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return what stands on a title page without small pictures; one picture alone is no logo."""
    pictures = [each for each in shapes if isinstance(each.content, SourcePicture)]
    logos = [each for each in pictures if each.covers < _LOGO] if len(pictures) > 1 else []
    return [each for each in shapes if each not in logos]


def is_like_a_cover(slide: SourceSlide, texts: list[SourceShape], *, is_first: bool) -> bool:
    """Return whether a slide is a cover: by its layout, or a first one with a few words.

    On the layout for covers, a later slide may have whole sentences below its title: it is none.
    """
    lines = [line for each in texts for line in paragraphs_in(each)]
    if slide.layout_type == "title":
        return is_first or sum(len(line.words) for line in lines) <= _LONGEST
    is_list = any(line.mark != "none" for line in lines)
    return is_first and slide.layout_type != "secHead" and not is_list and len(lines) <= _MOST_LINES


def cover_keys(
    slide: SourceSlide,
    headline: str,
    texts: list[SourceShape],
    others: list[SourceShape],
    assets: AssetFiles,
) -> Iterator[Keys]:
    """Yield the keys of a cover without its logos; none if other things stand on it."""
    shown = others if slide.is_own else without_logos(others)
    pictures = [each.content for each in shown if isinstance(each.content, SourcePicture)]
    if len(pictures) < len(shown) or len(pictures) > 1:
        return
    keys: Keys = {"cover": headline}
    for key, lines in zip(("subtitle", "speaker"), _below_title(texts), strict=False):
        keys[key] = title_text(without_common_format(lines), ", ")
    for picture in pictures:
        keys["image"] = image_keys(picture, (), slide, assets)
    yield keys


def _below_title(texts: list[SourceShape]) -> list[Sequence[SourceParagraph]]:
    """Return the lines of a subtitle, then those of who speaks; in one text, the latter follow it.

    A line that begins with a small letter continues the one above.
    """
    if len(texts) > 1:
        first, *others = ([*lines_of(paragraphs_in(each))] for each in texts)
        return [first, [line for lines in others for line in lines]]
    lines = [line for each in texts for line in lines_of(paragraphs_in(each))]
    following = (at for at, line in enumerate(lines) if at and not goes_on(line.words.strip()))
    end = next(following, len(lines))
    return [each for each in (lines[:end], lines[end:]) if each]


def section_keys(
    headline: str, texts: list[SourceShape], others: list[SourceShape]
) -> Iterator[Keys]:
    """Yield the keys of a section; none if more than a text stands on it."""
    if not others and len(texts) <= 1:
        lines = (line for each in texts for line in paragraphs_in(each))
        yield {"section": headline, **with_values({"subtitle": title_text(lines, ", ")})}
