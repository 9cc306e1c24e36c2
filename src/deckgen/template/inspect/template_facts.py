"""The facts about a template that `deckgen brand show` reports."""

import math
from collections.abc import Mapping
from typing import NamedTuple

from deckgen.deck.layout import EMU_PER_POINT, Placeholder
from deckgen.deck.slide import PlaceholderRole
from deckgen.deck.text_body import Paragraph, Run
from deckgen.fit.text.line_breaking import Typeset, typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES, TITLE_TYPES
from deckgen.template.inspect.template_fonts import TemplateFont, template_fonts
from deckgen.template.inspect.text_contrast import (
    LinkContrast,
    TextContrast,
    link_contrasts,
    text_contrasts,
)
from deckgen.template.match.choosing.layout_match import SLIDE_ROLES, LayoutMatch, TemplateRole
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap, layout_contents
from deckgen.template.match.compositions import display_page
from deckgen.template.match.compositions.small_text_box import with_details, with_quotation
from deckgen.template.match.places import free_areas
from deckgen.template.match.places.surroundings import Surroundings, seen_shapes
from deckgen.template.resolve.placeholders import TEXTS
from deckgen.template.template import Master, Template, TemplateLayout, Theme

_CODE = "Consolas"
_EMU_PER_MM = 36_000
_SHEETS = (("A3", 420, 297), ("A4", 297, 210), ("A3", 355.6, 266.7), ("A4", 275.17, 190.5))
"""Millimetres. PowerPoint's A3 and A4 are smaller by the margins of a printer."""
_SHAPES = (("16:9", 16 / 9), ("16:10", 16 / 10), ("4:3", 4 / 3), ("3:2", 3 / 2), ("1:1", 1.0))
_NEAR = 0.01
_SAMPLE = (
    "What is the project worth to the people of the town, and what would you do differently "
    "if you began once more? Which partners would you win over first, and how?"
)
"""Ordinary English, for the average width of letters; that of German is the same."""
_PARAGRAPH = Paragraph((Run(_SAMPLE),))
_TOLERANCE = 0.01
_DISPLAY = "the title stands large in the middle, the text below it"
_BELOW = "the title stands above its text, which has one line above it"
_PAGE = "the list has the page below the headline"
_ABOVE = "the headline stands above the picture"
_JOINED = "one text has the width of all columns"
_COLUMNS = "the columns share the place of the text"
_DETAILS = "who speaks, where and when stand small below the title"
_QUOTATION = "the headline has the page, who said it stands small below"


class PlaceholderFact(NamedTuple):
    """A placeholder of a layout, and its contents."""

    placeholder: Placeholder
    places: tuple[PlaceholderRole, ...]
    """The contents that slides put there; empty if only people fill it, by hand."""
    capacity: tuple[int, int] | None
    """Letters on a line, and lines, as `text_capacity` has them; None without text."""


class LayoutFact(NamedTuple):
    """A layout, and the roles that it serves."""

    layout: TemplateLayout
    roles: tuple[TemplateRole, ...]
    placeholders: tuple[PlaceholderFact, ...]


class TemplateFacts(NamedTuple):
    """The facts about a template."""

    file: str
    width: int
    """EMU."""
    height: int
    """EMU."""
    format: str
    """“16:9”, “A4” …; empty for a format without a name."""
    masters: tuple[tuple[Master, tuple[LayoutFact, ...]], ...]
    """Each with its layouts."""
    matches: tuple[LayoutMatch, ...]
    """Empty if no layout can hold text."""
    fonts: tuple[TemplateFont, ...]
    contrasts: tuple[TextContrast, ...]
    links: tuple[LinkContrast, ...]
    """Links, and links that were followed."""
    compositions: Mapping[TemplateRole, str]
    """How slides of a role are set where their layout has another place for their text."""


def template_facts(template: Template, matches: tuple[LayoutMatch, ...] | None) -> TemplateFacts:
    """Return the facts about a template; `matches` are its layouts, None if none holds text."""
    chosen = matches or ()
    opened = template.opened
    return TemplateFacts(
        opened.file,
        opened.width,
        opened.height,
        slide_format(opened.width, opened.height),
        tuple(
            (master, tuple(_layout(layout, chosen, master.theme) for layout in master.layouts))
            for master in template.masters
        ),
        chosen,
        template_fonts(template),
        text_contrasts(template, chosen),
        link_contrasts(chosen),
        compositions(chosen, template),
    )


def slide_format(width: int, height: int) -> str:
    """Return the name of a slide size in EMU; empty if it has no name."""
    upright = " upright" if height > width else ""
    longer, shorter = max(width, height), min(width, height)
    for name, wide, high in _SHEETS:
        if _near(longer, wide * _EMU_PER_MM) and _near(shorter, high * _EMU_PER_MM):
            return name + upright
    for name, ratio in _SHAPES:
        if _near(longer / shorter, ratio):
            return name + (upright if ratio > 1 else "")
    return ""


def _near(length: float, other: float) -> bool:
    return abs(length - other) <= _NEAR * other


def _layout(layout: TemplateLayout, matches: tuple[LayoutMatch, ...], theme: Theme) -> LayoutFact:
    fonts = Fonts(theme.heading, theme.body, _CODE)
    own = [match for match in matches if match.layout.part_name == layout.part_name]
    places: dict[tuple[str, int | None], list[PlaceholderRole]] = {}
    for match in (each for each in own if each.role in SLIDE_ROLES):
        for place, placeholder in match.placeholders.items():
            roles = places.setdefault((placeholder.type, placeholder.idx), [])
            if place not in roles:
                roles.append(place)
    return LayoutFact(
        layout,
        tuple(each.role for each in own),
        tuple(
            PlaceholderFact(
                placeholder,
                tuple(places.get((placeholder.type, placeholder.idx), ())),
                text_capacity(placeholder, fonts)
                if placeholder.type in TITLE_TYPES | TEXTS | FOOT_TYPES
                else None,
            )
            for placeholder in layout.layout.placeholders
        ),
    )


def text_capacity(placeholder: Placeholder, fonts: Fonts) -> tuple[int, int]:
    """Return how many average Latin letters stand on a line of a placeholder, and how many lines.

    Both hold for the first level, and may be 0. With bullets, each line is a paragraph.
    """
    style, space = placeholder.level_styles[0], placeholder.inner_box
    measured = typeset(_PARAGRAPH, style, fonts)
    free = line_space("layout", 0, style, space.cx)
    letter = measured.width * style.size / len(_SAMPLE)
    letters = math.floor((free.right - max(free.left, free.first)) / letter + _TOLERANCE)
    return max(letters, 0), _lines(placeholder, measured)


def _lines(placeholder: Placeholder, measured: Typeset) -> int:
    style, height = placeholder.level_styles[0], placeholder.inner_box.cy / EMU_PER_POINT
    line = style.line_points or measured.line_height * style.size * style.line_spacing / 100
    between = line if style.mark == "none" else line + style.space_before + style.space_after
    if height + _TOLERANCE < line:
        return 0
    return 1 + math.floor((height - line) / between + _TOLERANCE)


def compositions(
    matches: tuple[LayoutMatch, ...], template: Template
) -> Mapping[TemplateRole, str]:
    """Return, in words, how those roles are set whose text has other places than in the layout."""
    return {
        match.role: words
        for match in matches
        if match.role in SLIDE_ROLES and (words := _composition(match, template))
    }


def _composition(match: LayoutMatch, template: Template) -> str:
    role, layout, own = match.role, match.layout, dict(match.placeholders)
    width, height = template.opened.width, template.opened.height
    around = Surroundings(seen_shapes(layout, ()), layout, height)
    contents = layout_contents(layout.layout, width, height)
    tried: list[tuple[str, PlaceholderMap]] = [
        (
            _ABOVE if role == "bleed" else _PAGE,
            free_areas.with_large_body(role, own, width, height),
        ),
        (_JOINED, free_areas.with_joined_columns(role, own, contents)),
        (_COLUMNS, free_areas.with_columns(role, own)),
    ]
    if role == "cover":
        tried.append((_DETAILS, with_details(own, around)))
    if role in {"cover", "closing"}:
        tried.append((_BELOW, display_page.with_details_below(own, around)))
    if role in display_page.DISPLAY_ROLES and match.is_for_lists:
        tried.insert(0, (_DISPLAY, display_page.with_display_title(own, around)))
    if role == "quote":
        tried.insert(0, (_QUOTATION, with_quotation(own, around)))
    return next((words for words, placed in tried if placed is not own), "")
