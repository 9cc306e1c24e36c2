"""The facts about a template that `deckgen brand show` reports."""

from typing import NamedTuple

from deckgen.deck.layout import Placeholder
from deckgen.deck.slide import PlaceholderRole
from deckgen.fonts.text_width import Fonts
from deckgen.template.inspect.capacity import TextCapacity, text_capacity
from deckgen.template.inspect.compositions import Composition, compositions
from deckgen.template.inspect.template_fonts import TemplateFont, template_fonts
from deckgen.template.inspect.text_contrast import (
    LinkContrast,
    TextContrast,
    link_contrasts,
    text_contrasts,
)
from deckgen.template.match.choosing.match_layouts import LayoutMatch
from deckgen.template.match.roles import SLIDE_ROLES, TemplateRole
from deckgen.template.template import Master, Template, TemplateLayout

_CODE = "Consolas"
_TEXTS = frozenset({"title", "ctrTitle", "subTitle", "body", "obj", "dt", "ftr", "sldNum"})
_EMU_PER_MM = 36_000
_SHEETS = (("A3", 420, 297), ("A4", 297, 210), ("A3", 355.6, 266.7), ("A4", 275.17, 190.5))
"""Millimetres. PowerPoint's A3 and A4 are smaller by the margins of a printer."""
_SHAPES = (("16:9", 16 / 9), ("16:10", 16 / 10), ("4:3", 4 / 3), ("3:2", 3 / 2), ("1:1", 1.0))
_NEAR = 0.01


class PlaceholderFact(NamedTuple):
    """A placeholder of a layout, and its contents."""

    placeholder: Placeholder
    places: tuple[PlaceholderRole, ...]
    """The contents that slides put there; empty if only people fill it, by hand."""
    capacity: TextCapacity | None
    """None for a placeholder without text."""


class LayoutFact(NamedTuple):
    """A layout, and the roles that it serves."""

    layout: TemplateLayout
    roles: tuple[TemplateRole, ...]
    placeholders: tuple[PlaceholderFact, ...]


class MasterFact(NamedTuple):
    """A master with its layouts."""

    master: Master
    layouts: tuple[LayoutFact, ...]


class TemplateFacts(NamedTuple):
    """The facts about a template."""

    file: str
    width: int
    """EMU."""
    height: int
    """EMU."""
    format: str
    """“16:9”, “A4” …; empty for a format without a name."""
    masters: tuple[MasterFact, ...]
    matches: tuple[LayoutMatch, ...]
    """Empty if no layout can hold text."""
    fonts: tuple[TemplateFont, ...]
    contrasts: tuple[TextContrast, ...]
    links: tuple[LinkContrast, ...]
    """Links, and links that were followed."""
    compositions: tuple[Composition, ...]


def template_facts(template: Template, matches: tuple[LayoutMatch, ...] | None) -> TemplateFacts:
    """Return the facts about a template; `matches` are its layouts, None if none holds text."""
    chosen = matches or ()
    opened = template.opened
    return TemplateFacts(
        opened.file,
        opened.width,
        opened.height,
        slide_format(opened.width, opened.height),
        tuple(_master(master, chosen) for master in template.masters),
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
    if not shorter:
        return ""
    for name, wide, high in _SHEETS:
        if _near(longer, wide * _EMU_PER_MM) and _near(shorter, high * _EMU_PER_MM):
            return name + upright
    for name, ratio in _SHAPES:
        if _near(longer / shorter, ratio):
            return name + (upright if ratio > 1 else "")
    return ""


def _near(length: float, other: float) -> bool:
    return abs(length - other) <= _NEAR * other


def _master(master: Master, matches: tuple[LayoutMatch, ...]) -> MasterFact:
    named = Fonts(master.theme.heading, master.theme.body, _CODE)
    return MasterFact(master, tuple(_layout(layout, matches, named) for layout in master.layouts))


def _layout(layout: TemplateLayout, matches: tuple[LayoutMatch, ...], named: Fonts) -> LayoutFact:
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
                text_capacity(placeholder, named) if placeholder.type in _TEXTS else None,
            )
            for placeholder in layout.layout.placeholders
        ),
    )
