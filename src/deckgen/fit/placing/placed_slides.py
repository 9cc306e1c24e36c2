"""Slides with their graphics placed, where the layout has them or across the page.

On a template's layout, they may have little room. What does not fit there is tried on the layout
with a headline alone, and then in small text: a deck with a warning is better than none.
"""

from collections.abc import Iterator

from deckgen.deck.graphics import Clip, Picture
from deckgen.deck.slide import LayoutChoice, Slide, with_graphic_role
from deckgen.fit.graphics.captions import with_balanced_captions
from deckgen.fit.graphics.pictures_beside_text import with_headline_beside
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.placing.across_page import across_page, lowered, may_stand_across, stands_across
from deckgen.fit.placing.place_graphics import place_graphics
from deckgen.fit.sizes.fill_placeholders import frames_below_headline, frames_of
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.support.diagnostics import Diagnostics

_MAY_BE_SMALLER = frozenset({"auto", "shrink"})


def placed_slides(slide: Slide, context: FitContext) -> list[Slide]:
    """Return the slide with its graphics placed, and the slides that continue it.

    On a template, they are placed by the first way that fits, else as the first says, whose errors
    are then told.
    """
    if not context.layouts(*slide.layout_key).least_size:
        return _placed(slide, context, context.minimum_size)
    found: list[tuple[list[Slide], FitContext]] = []
    for tried, size in _ways(slide, context):
        trial = context._replace(diagnostics=Diagnostics(), slide_ids=set(context.slide_ids))
        found.append((_placed(tried, trial, size), trial))
        if not trial.diagnostics.has_errors:
            if size < context.minimum_size:
                _warn_of_small_text(slide, size, context)
            found = found[-1:]
            break
    placed, trial = found[0]
    context.diagnostics.extend(trial.diagnostics)
    context.slide_ids.update(trial.slide_ids)
    return placed


def _ways(slide: Slide, context: FitContext) -> Iterator[tuple[Slide, int]]:
    """Yield a slide on its own layout and on one with a headline alone, and the least sizes."""
    layout, usual = context.layouts(*slide.layout_key), context.minimum_size
    layouts = [slide]
    if slide.role == "bullets" and not slide.layout:
        name = context.layouts("bleed", slide.tone, "").name
        wide = slide._replace(layout=LayoutChoice(name, slide.span))
        found = context.layouts(*wide.layout_key)
        if found != layout and all(found.placeholder(role) for role, _ in slide.placeholders):
            layouts.append(wide)
    sizes = [usual]
    if layout.least_size < usual and slide.fit in _MAY_BE_SMALLER:
        sizes.append(layout.least_size)
    yield from ((tried, size) for size in sizes for tried in layouts)


def _warn_of_small_text(slide: Slide, size: int, context: FitContext) -> None:
    name = context.layouts(*slide.layout_key).name
    context.diagnostics.warning(
        "small-text",
        f"On the template's layout “{name}” this fits with text of {size} points or little more.",
        slide.span,
        "Shorten it, make two slides of it, or name a layout with more room: `layout: …`.",
    )


def _placed(slide: Slide, context: FitContext, minimum_size: int) -> list[Slide]:
    """Return the slide with its graphics placed, no text below `minimum_size` points."""
    placement = _placement(slide, context)._replace(minimum_size=minimum_size)
    is_whole = slide.role == "bullets" and not slide.layout and not slide.has("body")
    headed = slide._replace(role="two-contents")
    is_across = (
        is_whole
        and may_stand_across(slide, placement.layout, context.layouts(*headed.layout_key))
        and stands_across(slide, placement, _placement(headed, context))
    )
    if is_across:
        slide = lowered(slide)
        placement = _placement(slide, context)
        placement = placement._replace(layout=across_page(placement.layout))
    elif is_whole and not slide.has("progress") and _has_only_pictures(slide):
        alternative = with_graphic_role(slide, "picture")
        beside = _placement(alternative, context)
        if found := with_headline_beside(alternative, placement, beside):
            return [with_balanced_captions(found, beside.fonts)]
    placed = place_graphics(slide, placement)
    if len(placed) > 1:
        numbered = frames_below_headline(placed[-1], frames_of(slide, context), context).layout
        numbered = across_page(numbered) if is_across else numbered
        if numbered != placement.layout:
            placement.slide_ids.difference_update([part.id for part in placed[1:]])
            placed = place_graphics(slide, placement._replace(layout=numbered))
    return [with_balanced_captions(part, placement.fonts) for part in placed]


def _has_only_pictures(slide: Slide) -> bool:
    """Return whether all graphics are pictures or films."""
    return all(
        graphic.recording.film if isinstance(graphic, Clip) else isinstance(graphic, Picture)
        for _, graphic in slide.graphics
    )


def _placement(slide: Slide, context: FitContext) -> PlacementContext:
    """Return what the placement of a slide's graphics needs to know of its layout."""
    layout = frames_below_headline(slide, frames_of(slide, context), context).layout
    heading, body = (context.fonts.named(layout.font(role)) for role in ("heading", "body"))
    fonts = context.fonts._replace(heading=heading, body=body)
    return PlacementContext(
        layout, fonts, context.minimum_size, context.diagnostics, context.slide_ids
    )
