"""Whether the text of a template can be read on its backgrounds, as WCAG 2.1 judges it."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio
from deckgen.deck.layout import TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.match_layouts import LayoutMatch
from deckgen.template.match.roles import SLIDE_ROLES
from deckgen.template.template import Template

LARGE_MINIMUM = 3.0
"""AA for large text (WCAG 2.1, success criterion 1.4.3): from 18 points, or 14 in bold."""
_LARGE, _LARGE_BOLD = 18, 14
_LEVELS = 5
"""How many levels of a list are looked at; deeper ones nobody reads. All else has one level."""


class TextContrast(NamedTuple):
    """One colour of text on one layout that deckgen sets slides on."""

    layout: str
    places: tuple[PlaceholderRole, ...]
    color: str
    """RRGGBB."""
    background: str | None
    """RRGGBB; None where it is a picture or a pattern."""
    ratio: float | None
    """From 1 to 21; None where nobody knows the background."""
    needed: float
    """What AA asks of text of this size."""

    @property
    def fails(self) -> bool:
        """Whether it is known to be too little."""
        return self.ratio is not None and self.ratio < self.needed


def text_contrasts(
    template: Template, matches: tuple[LayoutMatch, ...]
) -> tuple[TextContrast, ...]:
    """Return the colours of all text that slides of ours set on the chosen layouts.

    Each colour once, or twice if it is enough for large text and too weak for small.
    """
    themes = {
        one.layout.part_name: master.theme.colors
        for master in template.masters
        for one in master.layouts
    }
    found: dict[str, dict[tuple[str, bool], TextContrast]] = {}
    for match in matches:
        if match.role not in SLIDE_ROLES:
            continue
        name = match.layout.layout.part_name
        known = found.setdefault(name, {})
        for role, placeholder in match.placeholders.items():
            for style in placeholder.level_styles[: _LEVELS if role == "body" else 1]:
                color = themes[name].get(style.color, style.color)
                fact = _fact(match, role, color, _needed(style))
                key = color, fact.fails
                known[key] = _merged(known[key], fact) if key in known else fact
    return tuple(fact for known in found.values() for fact in known.values())


def _fact(match: LayoutMatch, role: PlaceholderRole, color: str, needed: float) -> TextContrast:
    behind = match.layout.background
    ratio = None if behind is None else contrast_ratio(color, behind)
    return TextContrast(match.layout.layout.name, (role,), color, behind, ratio, needed)


def _merged(one: TextContrast, other: TextContrast) -> TextContrast:
    places = tuple(dict.fromkeys((*one.places, *other.places)))
    return one._replace(places=places, needed=max(one.needed, other.needed))


def _needed(style: TextStyle) -> float:
    large = style.size >= (_LARGE_BOLD if style.bold else _LARGE)
    return LARGE_MINIMUM if large else TEXT_MINIMUM
