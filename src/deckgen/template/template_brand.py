"""A template and the layouts chosen in it, as a brand that decks are set on."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.brand.generate.notes_master import notes_master_xml
from deckgen.deck.box import Box
from deckgen.deck.layout import FramePlaceholderRole, Layout, Placeholder
from deckgen.deck.slide import Fit, LayoutRole, PlaceholderRole
from deckgen.fonts.text_width import Fonts
from deckgen.opc.part import Part, Relationship
from deckgen.support.xml_text import RELATIONSHIPS
from deckgen.template.match.free_areas import graphic_areas, with_columns
from deckgen.template.match.growth_limit import growth_limit
from deckgen.template.match.layout_names import TemplateRole
from deckgen.template.match.match_layouts import SLIDE_ROLES, LayoutMatch
from deckgen.template.template import Master, OpenedTemplate, Template

_LEAST_BODY = 0.1
"""Share of the slide below which a body is a line, and has to be given more room."""
_FRAME: dict[str, FramePlaceholderRole] = {"dt": "day", "ftr": "footer", "sldNum": "number"}
_LEAST_FRAME = 8
"""Points that a footer may be set down to; what stands there is not read from the last row."""
_NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml"
_GOING_ON: frozenset[TemplateRole] = frozenset(
    {"questions", "question", "bullets", "text", "two-contents", "three-contents"}
)


class TemplateSettings(NamedTuple):
    """What a brand.yaml may say about a template."""

    name: str
    code: str
    minimum_size: int
    """Points."""
    raised: bool
    """Whether text that the template itself sets smaller is set in that size, too."""
    fit: Fit


def template_brand(
    template: Template, choices: tuple[LayoutMatch, ...], settings: TemplateSettings
) -> Brand:
    """Return the brand: one layout for each role of a slide, parts and fonts of the template."""
    opened = template.opened
    layouts = tuple(
        _layout(choice, choice.role, template, settings)
        for choice in choices
        if choice.role in SLIDE_ROLES
    )
    theme = _master(template, choices).theme
    notes_master = opened.notes_master_part_name
    return Brand(
        name=settings.name,
        width=opened.width,
        height=opened.height,
        layouts=layouts,
        parts=opened.parts,
        master_part_names=opened.master_part_names,
        notes_master_part_name=notes_master or _NOTES_MASTER,
        fonts=Fonts(theme.heading, theme.body, settings.code, others=_fonts(layouts)),
        minimum_size=settings.minimum_size,
        fit=settings.fit,
        body_levels=max(_master(template, choices).body_levels, _LEAST_LEVELS),
        cover_colors=_cover_colors(template, choices),
        theme_colors=theme.colors,
        presentation=opened.presentation,
        notes_parts=() if notes_master else _notes_parts(opened),
    )


_LEAST_LEVELS = 3
"""PowerPoint indents bullets even where a template styles one level only."""


def _layout(
    choice: LayoutMatch, role: LayoutRole, template: Template, settings: TemplateSettings
) -> Layout:
    found = choice.layout.layout
    places = _boxes(choice, template)
    others = [one.box for one in places.values()]
    placeholders = [
        _placeholder(name, one, others, choice, template, settings) for name, one in places.items()
    ]
    frame = {
        _FRAME[one.type]: one._replace(role=_FRAME[one.type], minimum_size=_frame_size(one))
        for one in reversed(found.placeholders)
        if one.type in _FRAME
    }
    return found._replace(
        role=role,
        placeholders=(*placeholders, *frame.values()),
        graphic_boxes=graphic_areas(role, places, template.opened.width, template.opened.height),
    )


def _boxes(choice: LayoutMatch, template: Template) -> dict[PlaceholderRole, Placeholder]:
    """Return the places of a layout; a body of one line is given the page below the title.

    Columns that the layout lacks stand beside it.
    """
    return with_columns(choice.role, _bodied(choice, template))


def _bodied(choice: LayoutMatch, template: Template) -> dict[PlaceholderRole, Placeholder]:
    places = dict(choice.places)
    body, title = places.get("body"), places.get("title")
    width, height = template.opened.width, template.opened.height
    if body is None or choice.role not in _GOING_ON:
        return places
    if body.box.cx * body.box.cy >= _LEAST_BODY * width * height:
        return places
    left = round(width * 0.07)
    wide = width - 2 * left
    if title is not None:
        box = Box(left, round(height * 0.06), wide, round(height * 0.16))
        places["title"] = title._replace(box=box, overrides_box=True)
    box = Box(left, round(height * 0.25), wide, round(height * 0.62))
    return places | {"body": body._replace(box=box, overrides_box=True)}


def _placeholder(
    role: PlaceholderRole,
    placeholder: Placeholder,
    others: list[Box],
    choice: LayoutMatch,
    template: Template,
    settings: TemplateSettings,
) -> Placeholder:
    opened = template.opened
    larger = None
    if role not in {"body", "second", "third"} or choice.role not in _GOING_ON:
        larger = growth_limit(placeholder.box, others, opened.height)
    if settings.raised and role != "kicker":
        placeholder = _raised(placeholder, settings.minimum_size)
    return placeholder._replace(
        role=role,
        name=placeholder.name or role.capitalize(),
        minimum_size=min(settings.minimum_size, placeholder.level_styles[0].size),
        growth_limit=larger,
    )


def _raised(placeholder: Placeholder, size: int) -> Placeholder:
    """Return a placeholder with no text below a size in points."""
    if all(level.size >= size for level in placeholder.level_styles):
        return placeholder
    levels = tuple(level._replace(size=max(level.size, size)) for level in placeholder.level_styles)
    return placeholder._replace(level_styles=levels, overrides_sizes=True)


def _frame_size(placeholder: Placeholder) -> int:
    return min(_LEAST_FRAME, placeholder.level_styles[0].size)


def _fonts(layouts: tuple[Layout, ...]) -> tuple[str, ...]:
    """Return the fonts that single placeholders name, each once."""
    named = (
        style.font
        for layout in layouts
        for one in layout.placeholders
        for style in one.level_styles[:1]
    )
    return tuple(name for name in dict.fromkeys(named) if name not in {"heading", "body"})


def _master(template: Template, choices: tuple[LayoutMatch, ...]) -> Master:
    """Return the master of the layout for bullets."""
    name = next(one for one in choices if one.role == "bullets").layout.layout.part_name
    return next(
        master
        for master in template.masters
        if any(one.layout.part_name == name for one in master.layouts)
    )


def _cover_colors(template: Template, choices: tuple[LayoutMatch, ...]) -> tuple[str, str, str]:
    cover = next(one for one in choices if one.role == "cover")
    colors = _master(template, choices).theme.colors
    background = cover.layout.background or colors["lt1"]
    title = cover.places.get("title")
    text = title.level_styles[0].color if title else colors["dk1"]
    return background, text, colors["accent1"]


def _notes_parts(opened: OpenedTemplate) -> tuple[Part, ...]:
    """Return a notes master for a template that has none, with a theme part of its own."""
    names = {part.name for part in opened.parts}
    number = next(at for at in range(1, len(names) + 2) if f"/ppt/theme/theme{at}.xml" not in names)
    theme = _theme(opened)
    return (
        Part(
            _NOTES_MASTER,
            "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml",
            notes_master_xml(opened.width, opened.height).encode(),
            (Relationship("rId1", f"{RELATIONSHIPS}/theme", f"../theme/theme{number}.xml"),),
        ),
        theme._replace(name=f"/ppt/theme/theme{number}.xml"),
    )


def _theme(opened: OpenedTemplate) -> Part:
    """Return the theme of the first master; every master has one once it is opened."""
    master = opened.package.parts[opened.master_part_names[0]]
    name = master.target_of("theme")
    return next(part for part in opened.parts if part.name == name)
