"""Covers, sections and closing pages on a layout that was made for a headline and a list."""

from collections.abc import Sequence

from deckgen.deck.box import Box, box_around
from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.template.match.choosing.layout_match import LayoutMatch, TemplateRole, match_for
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import HIGH
from deckgen.template.match.places.clear_box import clear_box, crosses, is_crossed
from deckgen.template.match.places.surroundings import Surroundings
from deckgen.template.match.stated_levels import with_alignment, with_first_size, with_space_before
from deckgen.template.match.text.text_sizes import least_size, page_scale
from deckgen.template.resolve.drawn_shapes import grown_box

DISPLAY_ROLES: frozenset[TemplateRole] = frozenset({"cover", "section", "closing"})
_LIST = 0.35
"""Share of the slide's height that a place for a list has at least."""
_TITLE_TO = 0.52
"""Share of the slide's height at which the title ends."""
_LEADING = 1.15
"""The least size of the title, in times that of headlines."""
_LINE, _WIDE_LINE = 1.25, 1.5
"""The height of a line in times its size, in most fonts and in those with high lines."""
_GAP = 0.02
"""Share of the slide's height between title and text."""
_DETAILS = 3
"""Lines below the subtitle of a cover: who speaks, what for and where, when."""
_SMALL = 16
"""Points of the smallest details."""
_TITLE_SHARE = 0.4
"""Share of the height of title and text that a title has where it is moved above the text."""
_SMALL_LINES = (1 + _DETAILS) * _SMALL * _LINE
"""Points of a subtitle and its details, in that size, on a page of a usual height."""
_CLOSE = 0.25
"""Space before a line of details, in times its size, where there is little room."""
_LARGER, _LARGE = 1.4, 60
"""How many times larger than a headline the title is, up to these points."""
_HEAD, _FOOT = 0.12, 0.93
"""Shares of the slide's height: where a title moved up begins, and a text moved down ends."""
_SHARE = 0.6
"""Share of the title's place that the text has at least."""
_COLUMN = 0.02
"""Share of the width of a title by which a text in its column may begin or end elsewhere."""


def with_display_title(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a page with few words: the title large and low, the text below.

    A layout for lists would look as if its list was forgotten. Where something is drawn across
    title and text, such as a bar behind the headline, both get the box of the text. Both stay on
    layouts without a large place below the headline, and where the title has a fill.
    """
    title, text = placeholders.get("title"), _text(placeholders)
    if title is None or text is None or not _is_for_list(title.box, text.box, around):
        return placeholders
    height, style = around.slide_height, title.level_styles[0]
    places = (box_around((title.box, text.box)), text.box)
    both = next((box for box in places if not is_crossed(box, title.insets, around.drawn)), None)
    if both is None or title.idx in around.layout.fills:
        return placeholders
    size = max(min(round(style.size * _LARGER), round(_LARGE * page_scale(height))), style.size)
    split = round(height * _TITLE_TO)
    below = split + round(height * _GAP)
    large = with_first_size(title, size).in_box(both._replace(cy=split - both.y)).anchored("b")
    lower = with_alignment(text, style.align).in_box(both.from_top(below)).anchored("t")
    return _with_texts(placeholders, (title, large), (text, lower))


def with_details_below(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a cover; a text that stood above the title stands below it.

    Its designer set one line there, and did not think of details: who speaks, when and where. The
    text stays if it has room for them, or if something is drawn behind the title.
    """
    title, text = placeholders.get("title"), _text(placeholders)
    if title is None or text is None or title.idx in around.layout.fills:
        return placeholders
    first, *lower = text.level_styles
    lines = round((first.size + _DETAILS * (lower or [first])[0].size) * _LINE * EMU_PER_POINT)
    if not _is_above(text, title) or text.inner_box.cy >= lines:
        return placeholders
    both = box_around((title.box, text.box))
    page = grown_box(both, (), around.drawn, around.slide_height) or both
    below = max(both.bottom - lines, both.y + round(both.cy * _TITLE_SHARE))
    top = max(below - title.box.cy, page.y)
    area = both.from_top(top)
    if any(
        crosses(shape, area, title.insets) and not crosses(shape, title.box, title.insets)
        for shape in around.drawn
    ):
        return placeholders
    upper = title.in_box(title.box._replace(y=top, cy=below - top)).anchored("b")
    under = text.in_box(text.box._replace(y=below, cy=both.bottom - below)).anchored("t")
    return _with_texts(placeholders, (title, upper), (text, under))


def with_leading_titles(matches: Sequence[LayoutMatch]) -> tuple[LayoutMatch, ...]:
    """Return the matches; titles of pages with few words are larger than headlines of lists."""
    headline = match_for("bullets", matches).placeholders.get("title")
    if headline is None:
        return tuple(matches)
    least = round(headline.level_styles[0].size * _LEADING)

    def leading(match: LayoutMatch) -> LayoutMatch:
        title = match.placeholders.get("title")
        is_led = match.role in DISPLAY_ROLES and title and not title.list_style
        if not (title and is_led) or title.level_styles[0].size >= least:
            return match
        large = with_first_size(title, least)
        return match._replace(placeholders={**match.placeholders, "title": large})

    return tuple(map(leading, matches))


def with_two_lines(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a cover, its title with the height of two lines.

    Its box grows in the direction of further lines, as far as nothing stands there. Otherwise the
    title would be set smaller before it gets more room.
    """
    title = placeholders.get("title")
    if title is None or title.anchor == "ctr" or title.vertical:
        return placeholders
    style, box = title.level_styles[0], title.box
    lines = 2 * style.size * _LINE * max(style.line_spacing, 100) / 100
    lack = round(lines * EMU_PER_POINT) - title.inner_box.cy
    others = [each.box for each in placeholders.values()]
    free = grown_box(box, others, around.drawn, around.slide_height)
    if lack <= 0 or free is None:
        return placeholders
    if title.anchor == "t":
        box = box._replace(cy=min(box.cy + lack, free.bottom - box.y))
    else:
        box = box.from_top(max(box.y - lack, free.y))
    return {**placeholders, "title": title.in_box(box)}


def with_details_aligned(placeholders: PlaceholderMap) -> PlaceholderMap:
    """Return the placeholders of a cover whose text has all its lines at one side.

    Themes of Office centre the second level, of the details, where the subtitle itself begins or
    ends at a margin. A centred text in the column of a title at a margin stands there too.
    """
    title, text = placeholders.get("title"), _text(placeholders)
    if title is None or text is None:
        return placeholders
    first, *lower = text.level_styles
    own, box = title.box, text.box
    in_column = max(abs(own.x - box.x), abs(own.right - box.right)) <= own.cx * _COLUMN
    is_centred = first.align == "ctr" and in_column
    if not is_centred and (not lower or lower[0].size >= first.size):
        return placeholders
    align = title.level_styles[0].align if is_centred else first.align
    return _with_texts(placeholders, (text, with_alignment(text, align)))


def with_close_details(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a cover; where its text has little room, the details stand close.

    A designer who set only a paragraph or two there did not see how far more of them stand apart.
    """
    text = _text(placeholders)
    if text is None:
        return placeholders
    is_line = text.inner_box.cy < 2 * text.level_styles[0].size * EMU_PER_POINT
    if not is_line and _room(text, placeholders, around) >= _details_height(text, lines=2):
        return placeholders
    return _with_texts(placeholders, (text, with_space_before(text, _CLOSE)))


def shared_span(placeholders: PlaceholderMap, around: Surroundings) -> tuple[int, int] | None:
    """Return the y between which title and text of a cover may divide the page anew, in EMU.

    None where the text stands above or beside the title, or would cross something that is drawn.
    """
    title, text = placeholders.get("title"), _text(placeholders)
    if title is None or text is None or title.vertical or title.idx in around.layout.fills:
        return None
    boxes, height = [each.box for each in placeholders.values()], around.slide_height
    above = grown_box(title.box, boxes, around.drawn, height) or title.box
    below = grown_box(text.box, boxes, around.drawn, height) or text.box
    head = title.box.y if title.anchor == "t" else min(title.box.y, round(height * _HEAD))
    foot = max(text.box.bottom, round(height * _FOOT))
    top, bottom = max(head, above.y), min(below.bottom, foot)
    columns = [each.in_box(each.box._replace(y=top, cy=bottom - top)) for each in (title, text)]
    meets = any(is_crossed(each.box, each.insets, around.drawn) for each in columns)
    return None if meets or text.inner_box.y < title.inner_box.bottom else (top, bottom)


def without_low_text(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a cover without a text that is too low for its details.

    It is a line above the title, or stands on a strip below a title that has no room to give.
    """
    title, text = placeholders.get("title"), _text(placeholders)
    if title is None or text is None or text.box.overlaps(title.box):
        return placeholders
    on_strip = any(
        shape.kind == "fill"
        and shape.box.contains(text.inner_box)
        and not shape.box.overlaps(title.inner_box)
        for shape in around.drawn
    )
    is_line = _is_above(text, title) and _details_height(with_space_before(text, 0)) > text.box.cy
    lines = (1 + _DETAILS) * least_size(around.slide_height) * _WIDE_LINE * EMU_PER_POINT
    room = _room(text, placeholders, around)
    if (on_strip and room < lines) or (is_line and room < _details_height(text)):
        return {role: each for role, each in placeholders.items() if each is not text}
    return placeholders


def _details_height(text: Placeholder, lines: int = 1) -> int:
    """Return the EMU of a subtitle of so many lines with details below it, in their own sizes."""
    first, *lower = text.level_styles
    details = (lower or [first])[0]
    points = (lines * first.size + _DETAILS * details.size) * _LINE * first.line_spacing / 100
    return round((points + _DETAILS * details.space_before) * EMU_PER_POINT)


def _room(text: Placeholder, placeholders: PlaceholderMap, around: Surroundings) -> int:
    """Return the EMU from the top to the bottom of a text that has grown as far as it may."""
    others = [each.box for each in placeholders.values()]
    grown = grown_box(text.box, others, around.drawn, around.slide_height) or text.box
    return grown.cy - text.insets.top - text.insets.bottom


def _is_above(text: Placeholder, title: Placeholder) -> bool:
    return text.box.bottom <= title.box.y + title.insets.top and not title.vertical


def _with_texts(
    placeholders: PlaceholderMap, *changed: tuple[Placeholder, Placeholder]
) -> PlaceholderMap:
    """Return placeholders, each `old` one replaced by its `other`; one may serve several roles."""
    new = {id(old): other for old, other in changed}
    return {role: new.get(id(each), each) for role, each in placeholders.items()}


def _text(placeholders: PlaceholderMap) -> Placeholder | None:
    return placeholders.get("subtitle") or placeholders.get("body")


def _is_for_list(title: Box, text: Box, around: Surroundings) -> bool:
    """Return whether a headline stands high, and below it a place for a list."""
    height = around.slide_height
    is_below = text.bottom > height * _TITLE_TO + text.cy / 4
    return title.y + title.cy / 2 <= height * HIGH and text.cy >= height * _LIST and is_below


def with_details_elsewhere(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a cover; a text without room for its details stands elsewhere.

    It stands below what is drawn there, or else under the lines of the title, which ends higher.
    """
    title, text = placeholders.get("title"), placeholders.get("subtitle")
    if title is None or text is None or title.vertical or text.box.y < title.box.y:
        return placeholders
    need = round(_SMALL_LINES * page_scale(around.slide_height) * EMU_PER_POINT)
    sides = text.insets._replace(top=0, bottom=0)
    clear = clear_box(text.box, text.insets, around.drawn).inside(sides)
    others = [each.box for each in placeholders.values() if each is not text]
    grown = grown_box(clear, others, around.drawn, around.slide_height) or clear
    if grown.cy - text.insets.top - text.insets.bottom >= need:
        return placeholders
    if below := _below(text, need, around):
        return _with_texts(placeholders, (text, text.in_box(below).anchored("t")))
    own = title.box
    page = grown_box(own, (), around.drawn, around.slide_height) or own
    line = title.level_styles[0].size * EMU_PER_POINT  # it may be set smaller
    given = max(need, round(page.cy * _SHARE))
    if page.cy < given + line or is_crossed(page, title.insets, around.drawn):
        return placeholders
    under = page.bottom - given
    upper = title.in_box(own._replace(y=page.y, cy=under - page.y)).anchored("b")
    lower = text.in_box(own._replace(y=under, cy=given)).anchored("t")
    return _with_texts(placeholders, (title, upper), (text, lower))


def _below(text: Placeholder, need: int, around: Surroundings) -> Box | None:
    """Return the place of a text below what it meets; None if that is not `need` EMU high."""
    height = around.slide_height
    ends = (shape.box.bottom for shape in around.drawn if shape.box.overlaps(text.box))
    top = max(ends, default=text.box.bottom) + round(height * _GAP)
    page = text.box._replace(y=top, cy=max(round(height * _FOOT) - top, 0))
    box = clear_box(page, text.insets, around.drawn)
    return None if is_crossed(box, text.insets, around.drawn) or box.cy < need else box
