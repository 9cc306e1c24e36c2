"""A template with the layouts matched in it, as the brand of a deck."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Layout, Placeholder
from deckgen.deck.slide import COLUMNS, PAGES, Fit, LayoutRole, PlaceholderRole
from deckgen.fonts.text_width import Fonts
from deckgen.language.quotation_marks import is_quotation_mark
from deckgen.template.match.choosing.layout_match import (
    SLIDE_ROLES,
    LayoutMatch,
    in_fonts_of,
    match_for,
)
from deckgen.template.match.choosing.match_layouts import layouts_by_name, placeholders_for
from deckgen.template.match.choosing.placeholder_roles import (
    PlaceholderMap,
    layout_contents,
    with_bodies,
)
from deckgen.template.match.compositions import display_page
from deckgen.template.match.compositions.kicker_box import with_kicker
from deckgen.template.match.compositions.small_text_box import (
    with_details,
    with_quotation,
    with_subtitle,
)
from deckgen.template.match.places import free_areas, picture_place
from deckgen.template.match.places.clear_box import (
    clear_box,
    with_clear_boxes,
    with_texts_apart,
    with_whole_line,
)
from deckgen.template.match.places.surroundings import (
    Surroundings,
    large_panels,
    seen_shapes,
    uncovered_grounds,
)
from deckgen.template.match.stated_levels import with_proportional_lines
from deckgen.template.match.text.placed_text import (
    footer_places,
    placed_text,
    seen_text,
    with_leading_lines,
)
from deckgen.template.match.text.readable_color import with_levels_as_first
from deckgen.template.match.text.readable_sizes import with_readable_sizes
from deckgen.template.match.text.text_sizes import (
    least_size,
    no_larger_than_title,
    page_scale,
    readable_size,
    with_list_marks,
    with_room_to_grow,
)
from deckgen.template.package.missing_parts import NEW_NOTES_MASTER, notes_parts
from deckgen.template.template import Master, Template

_LEAST_LEVELS = 3
"""PowerPoint indents bullets even where a template styles one level only."""


class TemplateSettings(NamedTuple):
    """What a brand.yaml may say about a template."""

    name: str
    code: str
    """The font of code."""
    minimum_size: int
    """Points."""
    least_size: int
    """Points below which no text is set, also where there is little room; 0: the template's own."""
    keeps_sizes: bool
    """Whether text that the template sets too small to be read keeps its size."""
    fit: Fit
    largest_size: int = 0
    """Points to which lists and text may grow; 0: as far as fits the template."""


class MatchedTemplate(NamedTuple):
    """A template with the layouts that were chosen in it."""

    template: Template
    matches: tuple[LayoutMatch, ...]
    """One for every role of a slide, and some by hand."""
    settings: TemplateSettings


def template_brand(matched: MatchedTemplate) -> Brand:
    """Return the brand: one layout for each role of a slide, parts and fonts of the template."""
    template, matches, settings = matched
    opened = template.opened
    master = _main_master(template, matches)
    theme, notes_master = master.theme, opened.notes_master_part_name
    if not settings.keeps_sizes:
        matches = display_page.with_leading_titles(matches)
    layouts = tuple(
        _layout(in_fonts_of(theme, match, template), match.role, template, settings)
        for match in matches
        if match.role in SLIDE_ROLES
    )
    # The layout of full pictures serves graphics that the one for bullets cannot hold.
    full = match_for("bleed", matches).layout.name
    lists = next(layout for layout in layouts if layout.role == "bullets")
    wide = named_layout(matched, "bullets", full)
    wide = wide and free_areas.beginning_like(lists, wide, theme.colors)
    return Brand(
        name=settings.name,
        width=opened.width,
        height=opened.height,
        layouts=(*layouts, *_half_pictures(layouts, matched)),
        parts=opened.parts,
        master_part_names=opened.master_part_names,
        notes_master_part_name=notes_master or NEW_NOTES_MASTER,
        fonts=Fonts(theme.heading, theme.body, settings.code, others=fonts_by_name(layouts)),
        minimum_size=_smallest(settings, opened.height),
        fit=settings.fit,
        body_levels=max(master.body_levels, _LEAST_LEVELS),
        cover_colors=_cover_colors(matches, theme.colors),
        theme_colors=theme.colors,
        presentation=opened.presentation,
        named_layouts={("bullets", full): wide} if wide else {},
        notes_parts=() if notes_master else notes_parts(opened),
    )


def _half_pictures(layouts: tuple[Layout, ...], matched: MatchedTemplate) -> Iterator[Layout]:
    """Return the layouts with a picture on one half, made from that for bullets."""
    opened = matched.template.opened
    page = Box(0, 0, opened.width, opened.height)
    layout = next(layout for layout in layouts if layout.role == "bullets")
    match = match_for("bullets", matched.matches)
    return picture_place.half_picture_layouts(layout, page, seen_shapes(match.layout, ()))


def layout_names(matched: MatchedTemplate) -> tuple[str, ...]:
    """Return the names of all layouts, those of the main master first, each once."""
    main = _main_master(matched.template, matched.matches)
    return tuple(layouts_by_name(matched.template, main))


def named_layout(matched: MatchedTemplate, role: LayoutRole, name: str) -> Layout | None:
    """Return a layout of the template, made ready for a role; None if it has none of that name.

    Of several with one name, it is the one that serves the role anyway, else the main master's.
    """
    template, matches, settings = matched
    main = _main_master(template, matches)
    own = match_for(role, matches).layout
    layout = own if own.name == name else layouts_by_name(template, main).get(name)
    if layout is None:
        return None
    placeholders = placeholders_for(role, layout, template)
    placeholders = placeholders or placeholders_for("title-only", layout, template)
    match = LayoutMatch(role, layout, placeholders, "the outline says so", is_named=True)
    match = in_fonts_of(main.theme, match, template)
    return _layout(match, role, template, settings)


def _layout(
    match: LayoutMatch, role: LayoutRole, template: Template, settings: TemplateSettings
) -> Layout:
    opened = template.opened
    layout, width, height = match.layout.layout, opened.width, opened.height
    footers = footer_places(layout)
    footer_boxes = [footer.box for footer in footers.values()] if role in PAGES else ()
    around = Surroundings(seen_shapes(match.layout, footer_boxes), match.layout, height)
    contents = layout_contents(layout, width, height)
    assigned = no_larger_than_title(match.placeholders)
    assigned = free_areas.with_joined_columns(role, assigned, contents)
    assigned = free_areas.with_large_body(role, assigned, width, height)
    assigned = free_areas.with_margins(assigned, width, match.layout.fills)
    if role in PAGES:
        assigned = free_areas.with_wide_title(assigned, around)
    if not settings.keeps_sizes:
        colors, most = match.layout.colors, settings.largest_size
        assigned = with_bodies(assigned, lambda body: with_levels_as_first(body, colors))
        assigned = with_bodies(assigned, with_proportional_lines)
        assigned = with_readable_sizes(
            role, assigned, settings.minimum_size, settings.least_size, _smallest(settings, height)
        )
        if role in PAGES:
            title = assigned.get("title")
            assigned = with_bodies(
                assigned, lambda body: with_room_to_grow(body, title, height, most)
            )
    if role in PAGES:
        assigned = with_bodies(assigned, with_list_marks)
    assigned = _composed(match, role, assigned, around)
    assigned = free_areas.with_lowered_title(assigned, around.drawn)
    assigned = free_areas.with_columns(role, with_clear_boxes(assigned, around.drawn))
    assigned = with_whole_line(with_clear_boxes(assigned, around.drawn), around.drawn)
    if role == "section":
        assigned = with_subtitle(assigned, around)
    lower: PlaceholderMap = {}
    if role in free_areas.KICKER_ROLES and "kicker" not in assigned:
        lower = with_kicker(assigned, around)
    assigned, lower = (with_leading_lines(role, each, around) for each in (assigned, lower))
    goes_on, least = role in PAGES, settings.minimum_size
    smallest = {each: _smallest(settings, height) for each in COLUMNS if goes_on}

    def placed(placeholders: PlaceholderMap) -> dict[PlaceholderRole, Placeholder]:
        boxes = [each.box for each in placeholders.values()]
        return {
            content: placed_text(
                content, each, boxes, around, smallest.get(content, least), goes_on=goes_on
            )
            for content, each in placeholders.items()
        }

    placeholders, below_kicker = placed(assigned), placed(lower)
    if "kicker" in below_kicker:
        placeholders["kicker"] = below_kicker["kicker"]
    areas = free_areas.text_areas(role, placeholders)
    areas += free_areas.graphic_areas(role, assigned, width, height)
    if role in picture_place.PICTURE_ROLES:
        if picture := picture_place.largest_free_picture(contents, assigned):
            placeholders["picture"] = picture
        elif free := picture_place.free_place(contents, assigned, around.drawn):
            areas += (("picture", free),)
    page = Box(0, 0, width, height)
    full = picture_place.full_area(page, around.drawn) if role == "bleed" else (None, ())
    return layout._replace(
        role=role,
        picture_area=full[0],
        covered=full[1],
        scale=page_scale(height),
        least_size=least_size(height),
        shared_span=display_page.shared_span(placeholders, around) if role == "cover" else None,
        is_divided=role == "two-contents" and free_areas.is_divided(placeholders, around.drawn),
        draws_quotation_marks=any(is_quotation_mark(shape.words) for shape in around.drawn),
        filled_areas=(*uncovered_grounds(match.layout), *large_panels(match.layout, page)),
        placeholders=(
            *placeholders.values(),
            *(seen_text(footer, around) for footer in footers.values()),
        ),
        graphic_boxes=tuple(
            (role_of_area, clear_box(box, Insets(), around.drawn)) for role_of_area, box in areas
        ),
        below_kicker=tuple(
            each for content, each in below_kicker.items() if each != placeholders[content]
        ),
    )


def _smallest(settings: TemplateSettings, slide_height: int) -> int:
    return max(settings.least_size, readable_size(settings.minimum_size, slide_height))


def _composed(
    match: LayoutMatch, role: LayoutRole, placeholders: PlaceholderMap, around: Surroundings
) -> PlaceholderMap:
    """Return the placeholders of a page with few words, set so also on a layout for lists."""
    if role == "quote":
        return with_quotation(placeholders, around)
    placeholders = with_texts_apart(placeholders)
    if role not in display_page.DISPLAY_ROLES:
        return placeholders
    if role != "section" or match.is_for_lists:
        placeholders = display_page.with_details_below(placeholders, around)
        placeholders = with_details(display_page.without_low_text(placeholders, around), around)
    if match.is_for_lists:
        placeholders = display_page.with_display_title(placeholders, around)
    if role != "cover":
        return placeholders
    placeholders = display_page.with_details_aligned(placeholders)
    placeholders = display_page.with_close_details(placeholders, around)
    placeholders = display_page.with_two_lines(placeholders, around)
    return display_page.with_details_elsewhere(placeholders, around)


def fonts_by_name(layouts: Iterable[Layout]) -> tuple[str, ...]:
    """Return the fonts beside those of the theme that placeholders name, each once."""
    names = (each.level_styles[0].font for layout in layouts for each in layout.placeholders)
    return tuple(name for name in dict.fromkeys(names) if name not in {"heading", "body"})


def _main_master(template: Template, matches: Sequence[LayoutMatch]) -> Master:
    """Return the master of the layout for bullets."""
    bullets = match_for("bullets", matches).layout
    return next(master for master in template.masters if bullets in master.layouts)


def _cover_colors(
    matches: Sequence[LayoutMatch], theme_colors: Mapping[str, str]
) -> tuple[str, str, str]:
    cover = match_for("cover", matches)
    title = cover.placeholders.get("title")
    text = title.level_styles[0].color if title else theme_colors["dk1"]
    return cover.layout.background or theme_colors["lt1"], text, theme_colors["accent1"]
