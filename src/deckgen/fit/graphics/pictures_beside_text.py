"""Slides with pictures beside their text: the pictures align outside, the text has the rest."""

from collections.abc import Sequence

from deckgen.deck.box import Box
from deckgen.deck.graphics import Clip, Picture
from deckgen.deck.layout import EMU_PER_INCH, Layout, Placeholder
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.arrangements import logo_wall
from deckgen.fit.graphics.captions import (
    caption_in,
    caption_style,
    text_size,
    with_credit_below,
)
from deckgen.fit.graphics.pictures import (
    arranged_pictures,
    covered_area,
    free_width,
    shifted,
    warn_of_coarse,
)
from deckgen.fit.graphics.shared_width import (
    COLUMNS_OF_GRAPHICS,
    GAP,
    beside_short_lines,
    columns_wide,
    divided,
    fits_at_own_size,
    shared_width,
    text_fits,
    with_box,
)
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.text_height import block_fits, measured_paragraphs, text_frame

_LEAST_GAIN = EMU_PER_INCH // 4
"""EMU of width below which text keeps its box."""
_COLUMNS_OF_PANORAMAS = (12, 11, 10, 9)
_LOW = 0.47
"""Share of the height of its place below which a picture beside text would be low."""
_LOW_ROW = 0.75
"""The same for several pictures below one another, or in a row."""
_LOW_BESIDE = 0.85
"""The same for a wider picture. Text beside a picture that is less low keeps its lines."""
BROKEN_LINES = 2
"""Lines that a paragraph has at most there, or beside a wider chart."""
_HEADLINE: tuple[PlaceholderRole, ...] = ("title", "kicker")


def text_role_beside(slide: Slide, role: PlaceholderRole) -> PlaceholderRole | None:
    """Return the placeholder of the text beside the pictures for `role`, on slides for two."""
    beside: PlaceholderRole = "second" if role == "body" else "body"
    roles = {role for role, _ in slide.placeholders}
    is_beside = slide.role == "two-contents" and beside in roles and role not in roles
    return beside if is_beside else None


def with_text_beside(
    slide: Slide,
    role: PlaceholderRole,
    beside: PlaceholderRole,
    pictures: Sequence[Picture],
    context: PlacementContext,
) -> tuple[Slide, tuple[Picture, ...]]:
    """Return a slide with its pictures for `role`, which stand at the outer edge of their area.

    The text for `beside` has the width that they leave.
    """
    area, text = context.layout.graphic_box(role), context.layout.placeholder(beside)
    placed = arranged_pictures(pictures, area, context)
    if text and (stacked := _stacked(slide, role, beside, pictures, context)):
        return stacked
    free = free_width(placed, area)
    content = dict(slide.placeholders)[beside]
    if text and free < _LEAST_GAIN and (wider := _wider(content, pictures, area, text, context)):
        area, text = wider[0], text._replace(box=wider[1])
        slide = with_box(slide, beside, text.box)
        placed = arranged_pictures(pictures, area, context)
        free = free_width(placed, area)
    warn_of_coarse(placed, context.diagnostics)
    if text is None:
        return slide, placed
    box = text.box._replace(cx=text.box.cx + free)
    if area.x > box.x:
        placed = tuple(shifted(picture, free) for picture in placed)
    else:
        box = box._replace(x=box.x - free)
    return slide if free < _LEAST_GAIN else with_box(slide, beside, box), placed


def _wider(
    content: TextBody,
    pictures: Sequence[Picture],
    area: Box,
    text: Placeholder,
    context: PlacementContext,
) -> tuple[Box, Box] | None:
    """Return the boxes of pictures and of a text that leaves them more of the page; None if none.

    Beside a picture that is wide for its place, lines may be broken, up to the height of it.
    """
    if found := beside_short_lines(content, area, text, context):
        return found
    if len(pictures) > 1 or pictures[0].fills_box:
        return None
    ratio = pictures[0].media.height / pictures[0].media.width
    for columns in COLUMNS_OF_GRAPHICS:
        wider, box = divided(area, text.box, columns)
        height = round(wider.cx * ratio)
        place = text._replace(box=box._replace(cy=height))
        if height <= area.cy * _LOW_BESIDE and fits_at_own_size(
            content, place, context, BROKEN_LINES
        ):
            return wider, box
    return None


def _stacked(
    slide: Slide,
    role: PlaceholderRole,
    beside: PlaceholderRole,
    pictures: Sequence[Picture],
    context: PlacementContext,
) -> tuple[Slide, tuple[Picture, ...]] | None:
    """Return a slide with a panorama across both columns, its text above or below it.

    It is as wide as the text at its own size leaves it height, in whole columns. None if that is
    less than nine columns, or if the picture is no panorama.
    """
    area, text = context.layout.graphic_box(role), context.layout.placeholder(beside)
    if text is None or len(pictures) > 1 or not _is_low(pictures[0], area):
        return None
    left, total, gutter = shared_width(area, text.box)
    paragraphs = dict(slide.placeholders)[beside].paragraphs
    is_first = role == "body"
    for columns in _COLUMNS_OF_PANORAMAS:
        width = columns_wide(columns, total, gutter)
        (placed,) = arranged_pictures(pictures, area._replace(x=left, cx=width), context)
        lowest = placed.caption.box if placed.caption else placed.box
        if placed.box is None or lowest is None:
            return None
        taken = lowest.bottom - area.y + GAP
        box = Box(left, area.y + (taken if is_first else 0), total, area.cy - taken)
        frame = text_frame(text._replace(box=box), context.minimum_size, context.fonts)
        block = measured_paragraphs(paragraphs, frame, context.fonts)
        if block_fits(block, frame.size_steps[0], frame):
            warn_of_coarse((placed,), context.diagnostics)
            down = 0 if is_first else area.cy + GAP - taken
            return with_box(slide, beside, box), (shifted(placed, 0, down),)
    return None


def _is_low(picture: Picture, area: Box) -> bool:
    """Return whether a whole picture would be low in an area: a panorama, or wide on 4:3."""
    height = area.cx * picture.media.height / picture.media.width
    return not picture.fills_box and height < _LOW * area.cy


def with_headline_beside(
    slide: Slide, above: PlacementContext, beside: PlacementContext
) -> Slide | None:
    """Return a slide of pictures or films beside its headline; None if they are no larger there.

    `beside` is for its layout, `above` for the one with the headline above the pictures. A single
    picture has its caption below the headline; logos have the whole width.
    """
    shown = [each for _, each in slide.graphics if isinstance(each, Picture | Clip)]
    pictures = [each.picture if isinstance(each, Clip) else each for each in shown]
    if not beside.layout.has_graphic_box("picture"):
        return None
    if not all(text_fits(slide, role, beside) for role in _HEADLINE):
        return None
    area = beside.layout.graphic_box("picture")
    if logo_wall(pictures, area):
        return None
    placed = arranged_pictures(pictures, area, beside)
    if len(pictures) == 1 and (picture := _with_caption_in_column(pictures[0], beside)):
        placed = (picture,)
    lower = arranged_pictures(pictures, above.layout.graphic_box("body"), above)
    there, here = _size(placed, area), _size(lower, above.layout.graphic_box("body"))
    heads = [(role, head.box) for role in _HEADLINE if (head := beside.layout.placeholder(role))]
    is_beside = all(box.right <= area.x for _, box in heads)
    if there < here or (there == here and not (is_beside and len(pictures) == 1)):
        return None
    warn_of_coarse(placed, beside.diagnostics)
    free = free_width(placed, area)
    if all(_is_on_one_ground(box, free, beside.layout) for _, box in heads):
        for role, box in heads:
            slide = with_box(slide, role, box._replace(cx=box.cx + free))
    elif is_beside:
        free //= 2  # the headline has a ground of its own, and the pictures theirs
    stood = [shifted(picture, free) for picture in placed]
    return slide._replace(
        graphics=tuple(
            [
                ("picture", each._replace(picture=picture) if isinstance(each, Clip) else picture)
                for each, picture in zip(shown, stood, strict=True)
            ]
        )
    )


def _size(pictures: Sequence[Picture], area: Box) -> float:
    """Return how large pictures are; several that leave much of their area count as smaller."""
    shown = [picture.box for picture in pictures if picture.box]
    words = [one.caption.box for one in pictures if one.caption and one.caption.box]
    wide = (max(box.right for box in shown) - area.x) / area.cx
    high = (max(box.bottom for box in shown + words) - area.y) / area.cy
    share = 1.0 if len(shown) == 1 else wide * min(high / _LOW_ROW, 1.0)
    return sum(map(covered_area, pictures)) * share


def _is_on_one_ground(box: Box, more: int, layout: Layout) -> bool:
    """Return whether a box that is wider by `more` EMU at its right has one colour behind it."""
    added = box._replace(x=box.right, cx=more)
    return layout.color_behind(added) == layout.color_behind(box)


def _with_caption_in_column(picture: Picture, context: PlacementContext) -> Picture | None:
    """Return a picture with its caption below the headline; None if there is no room.

    The headline must stand beside the picture: above it, the caption would lie on the picture.
    """
    title, area = context.layout.placeholder("title"), context.layout.graphic_box("picture")
    (placed,) = arranged_pictures([picture._replace(caption=None)], area, context)
    caption, style = picture.caption, caption_style(context.layout)
    if caption is None or title is None or placed.box is None:
        return None
    if title.box.x < area.right and area.x < title.box.right:
        return None
    caption = with_credit_below(caption)
    height = text_size(caption.body, style, title.box.cx, context.fonts)[1]
    top = placed.box.bottom - height
    if top < title.box.bottom:
        return None
    box = Box(title.box.x, top, title.box.cx, height)
    return placed._replace(caption=caption_in(caption, box, style))
