"""Slides with their graphics placed, where the layout has them or across the page.

On a template's layout, they may have little room. What does not fit there is tried on the layout
with a headline alone, and then in small text: a deck with a warning is better than none.
"""

from collections.abc import Iterator, Sequence

from deckgen.deck.bidi import is_turned
from deckgen.deck.box import Box
from deckgen.deck.graphics import Chart, Clip, Drawing, Graphic, Picture, Recording, Table
from deckgen.deck.layout import Layout
from deckgen.deck.slide import (
    LayoutChoice,
    PlaceholderRole,
    Slide,
    with_graphic_role,
    with_graphics,
)
from deckgen.fit.graphics.captions import with_balanced_captions
from deckgen.fit.graphics.full_bleed import place_full_bleed, place_to_edges
from deckgen.fit.graphics.pictures import (
    covered_area,
    mirrored_picture,
    placed_clip,
    placed_pictures,
)
from deckgen.fit.graphics.pictures_beside_text import (
    text_role_beside,
    with_headline_beside,
    with_text_beside,
)
from deckgen.fit.graphics.table_grid import measured
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.sizes.fill_placeholders import frames_below_headline, frames_of
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.support.diagnostics import Diagnostics

_MAY_BE_SMALLER = frozenset({"auto", "shrink"})
_MUCH_WIDER = 1.1
"""A place across the page is tried if it is so many times wider than the one beside the text; one
below a headline alone, if it is so many times larger than the place of lists."""
_MUCH_LARGER = 1.1
"""How many times larger graphics must be across the page than beside the text, to stand there."""
_MANY_COLUMNS, _MANY_NAMES = 5, 9
"""Columns of a table, and categories of a chart, from which it is tried across the page, as its
text may be larger, or its names level, only there."""
_LACKING = 0.8
"""Factor of the size of a table with broken names, and of a chart whose names are not level."""


def placed_slides(slide: Slide, context: FitContext) -> list[Slide]:
    """Return the slide with its graphics placed, and the slides that continue it.

    On a template's layout, the first way that fits is taken; else the first, with its errors.
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
        own, larger = (each.graphic_box("body").area for each in (layout, found))
        # Else the headline would stand elsewhere for nothing.
        is_larger = larger > own * _MUCH_WIDER
        if is_larger and all(found.placeholder(role) for role, _ in slide.placeholders):
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
    across = _across_page(slide, placement, context) if is_whole else None
    if across:
        slide, placement = across
    elif is_whole and not slide.has("progress") and _has_only_pictures(slide):
        alternative = with_graphic_role(slide, "picture")
        beside = _placement(alternative, context)
        if found := with_headline_beside(alternative, placement, beside):
            return [with_balanced_captions(found, beside.fonts)]
    placed = _with_graphics_placed(slide, placement)
    if len(placed) > 1:
        numbered = frames_below_headline(placed[-1], frames_of(slide, context), context).layout
        numbered = _with_one_place(numbered) if across else numbered
        if numbered != placement.layout:
            placement.slide_ids.difference_update([part.id for part in placed[1:]])
            placed = _with_graphics_placed(slide, placement._replace(layout=numbered))
    return [with_balanced_captions(part, placement.fonts) for part in placed]


def _across_page(
    slide: Slide, usual: PlacementContext, context: FitContext
) -> tuple[Slide, PlacementContext] | None:
    """Return a slide of one content with its graphics below the headline, across the page.

    It stands on the layout for two contents, which has its headline above the contents also where
    other layouts have it beside the text. None if the graphics are not much larger there.
    """
    above = slide._replace(role="two-contents")
    layout = context.layouts(*above.layout_key)
    if not layout.headline_gap or not usual.layout.has_graphic_box("body"):
        return None
    if _both(layout).cx <= usual.layout.graphic_box("body").cx * _MUCH_WIDER:
        return None
    if len(slide.graphics) == 1 and not _is_wide(slide.graphics[0][1]):
        return None
    wider, lowered = _placement(above, context), with_graphic_role(above, "body")
    wider = wider._replace(layout=_with_one_place(wider.layout))
    if _size(lowered, wider) <= _size(slide, usual) * _MUCH_LARGER:
        return None
    placement = _placement(lowered, context)
    return lowered, placement._replace(layout=_with_one_place(placement.layout))


def _with_one_place(layout: Layout) -> Layout:
    """Return the layout for two contents with one place across both."""
    return layout._replace(graphic_boxes=(("body", _both(layout)),))


def _both(layout: Layout) -> Box:
    """Return the box that holds those of both contents."""
    first, second = (layout.graphic_box(role) for role in ("body", "second"))
    left, right = min(first.x, second.x), max(first.right, second.right)
    return first._replace(x=left, cx=right - left)


def _is_wide(graphic: Graphic) -> bool:
    if isinstance(graphic, Table):
        return len(graphic.aligns) >= _MANY_COLUMNS
    if isinstance(graphic, Chart):
        return graphic.is_horizontal or len(graphic.categories) >= _MANY_NAMES
    if isinstance(graphic, Drawing):
        return graphic.kind in {"code", "people"}
    return isinstance(graphic, Picture) or graphic.recording.film is not None


def _size(slide: Slide, context: PlacementContext) -> float:
    """Return how large the graphics of a slide would be; 0 if they need several, or do not fit.

    A listing that goes on is as large as its code, on as many slides.
    """
    tried = context._replace(diagnostics=Diagnostics(), slide_ids=set(context.slide_ids))
    slides = _with_graphics_placed(slide, tried)
    if tried.diagnostics.has_errors:
        return 0
    graphics = [graphic for _, graphic in slides[0].graphics]
    shapes = [shape for each in graphics if isinstance(each, Drawing) for shape in each.shapes]
    codes = [shape.styles[0].size for shape in shapes if shape.styles and shape.styles[0].code]
    if codes:
        return max(codes) / len(slides)
    if len(slides) > 1:
        return 0
    tables = [
        table.size * (_LACKING if grid.has_broken_names(table.size, table.widths) else 1)
        for table in graphics
        if isinstance(table, Table) and (grid := measured(table, slide.lang, context.fonts))
    ]
    from deckgen.fit.placing.charts_beside_text import LEAST_BARS, share_for_bars

    # Names below a plot that are not all there and level count twice, small ones once.
    charts = [
        _LACKING ** (2 if plot.category_step > 1 or plot.rotated_names else plot.has_small_names)
        * min(share_for_bars(graphic, context.fonts), LEAST_BARS)
        for graphic in graphics
        if isinstance(graphic, Chart) and (plot := graphic.plot)
    ]
    if sized := [*tables, *charts]:
        return min(sized)
    shown = (each.picture if isinstance(each, Clip) else each for each in graphics)
    pictures = sum([covered_area(each) for each in shown if isinstance(each, Picture)])
    filled = [shape.box.area for shape in shapes if shape.fill]
    words = min([shape.styles[0].size for shape in shapes if shape.styles], default=1)
    return (pictures + sum(filled)) * words**2


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


def _with_graphics_placed(slide: Slide, context: PlacementContext) -> list[Slide]:
    """Return the slide with its graphics placed; several, if a table or a listing goes on."""
    if any(isinstance(graphic, Picture | Clip) for _, graphic in slide.graphics):
        slide = (
            place_full_bleed(slide, context) if slide.role == "bleed" else _pictured(slide, context)
        )
    slides = [slide]
    for role, graphic in slide.graphics:
        slides = [made for part in slides for made in _on_its_place(part, role, graphic, context)]
    return slides


def _pictured(slide: Slide, context: PlacementContext) -> Slide:
    """Return the slide with pictures and clips placed; pictures of one role share its box."""
    graphics: list[tuple[PlaceholderRole, Graphic]] = []
    roles = dict.fromkeys(role for role, _ in slide.graphics)
    for role in roles:
        here = [graphic for there, graphic in slide.graphics if there == role]
        pictures = [graphic for graphic in here if isinstance(graphic, Picture)]
        beside = text_role_beside(slide, role)
        match here:
            case [Clip(recording=Recording(film=True)) as film] if beside:
                shown = (film.picture,)
                slide, (picture,) = with_text_beside(slide, role, beside, shown, context)
                graphics.append((role, film._replace(picture=picture)))
                continue
        for graphic in here:
            if isinstance(graphic, Clip):
                graphics.append((role, placed_clip(graphic, role, slide.lang, context)))
            elif not isinstance(graphic, Picture):
                graphics.append((role, graphic))
        if not pictures:
            continue
        placed: Sequence[Picture] = ()
        if not context.layout.has_graphic_box(role):
            _report_no_place(pictures[0], context)
        elif role == "picture":
            placed = [place_to_edges(pictures[0], context)]
        elif beside and len(pictures) == len(here):
            slide, placed = with_text_beside(slide, role, beside, pictures, context)
        else:
            area = context.layout.graphic_box(role)
            placed = placed_pictures(pictures, area, context)
            if is_turned(slide.lang, context.layout):
                placed = [mirrored_picture(picture, area) for picture in placed]
        graphics += ((role, picture) for picture in placed)
    return slide._replace(graphics=tuple(graphics))


def _report_no_place(picture: Picture, context: PlacementContext) -> None:
    context.diagnostics.warning(
        "no-place-for-picture",
        f"The layout “{context.layout.name}” has no place for a picture; the slide shows none.",
        picture.span,
        "Show it on a slide of its own, or name a layout with a placeholder for pictures: "
        "`layout: …`.",
    )


def _on_its_place(
    slide: Slide, role: PlaceholderRole, graphic: Graphic, context: PlacementContext
) -> list[Slide]:
    match graphic:
        case Picture() | Clip():
            return [slide]  # placed with the others of its slide
        case Drawing():
            from deckgen.fit.drawings.place_drawing import place_drawing

            return place_drawing(slide, role, graphic, context)
        case Table():
            from deckgen.fit.placing.tables_beside_text import tables_beside_text

            parts = tables_beside_text(slide, role, graphic, context)
            return [with_graphics(part, role, [rows]) for part, rows in parts]
        case Chart():
            from deckgen.fit.placing.charts_beside_text import chart_beside_text

            slide, chart = chart_beside_text(slide, role, graphic, context)
            return [with_graphics(slide, role, [chart])]
