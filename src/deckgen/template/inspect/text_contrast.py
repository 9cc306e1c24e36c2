"""The contrast of a template's text on its backgrounds, judged by WCAG 2.1."""

from typing import NamedTuple

from deckgen.brand.contrast import contrast_ratio, needed_contrast
from deckgen.deck.slide import PlaceholderRole
from deckgen.template.match.choosing.layout_match import SLIDE_ROLES, LayoutMatch
from deckgen.template.template import Template

_LEVELS = 5
"""The levels of a body that are judged; of other placeholders, the first level."""


class TextContrast(NamedTuple):
    """A colour of text on a layout that serves slides."""

    layout: str
    places: tuple[PlaceholderRole, ...]
    color: str
    """RRGGBB."""
    background: str | None
    """RRGGBB; None if unknown, such as a picture."""
    ratio: float | None
    """From 1 to 21; None if the background is unknown."""
    needed: float
    """The ratio that level AA requires for text of this size."""

    @property
    def fails(self) -> bool:
        """Whether the contrast is known and too low."""
        return self.ratio is not None and self.ratio < self.needed


class LinkContrast(NamedTuple):
    """The colour of links on the layout for bullets."""

    layout: str
    color: str
    """RRGGBB."""
    background: str
    """RRGGBB."""
    ratio: float
    """From 1 to 21."""


def link_contrasts(matches: tuple[LayoutMatch, ...]) -> tuple[LinkContrast, ...]:
    """Return the colours of links and of those that were followed; none on an unknown background.

    `matches` are the layouts of the template; they may be empty.
    """
    bullets = next((match.layout for match in matches if match.role == "bullets"), None)
    behind = bullets and (bullets.background or bullets.paper)
    if bullets is None or behind is None:
        return ()
    name = bullets.name
    return tuple(
        LinkContrast(name, color, behind, contrast_ratio(color, behind))
        for color in bullets.link_colors
    )


def text_contrasts(
    template: Template, matches: tuple[LayoutMatch, ...]
) -> tuple[TextContrast, ...]:
    """Return the colours of the text that slides may have on the matched layouts.

    A colour occurs once for a layout and a background; twice, if only large text can be read in it.
    Each text is judged on what lies behind its own place.
    """
    owners = template.owners
    contrasts: dict[str, dict[tuple[str, str | None, bool], TextContrast]] = {}
    for match in matches:
        if match.role not in SLIDE_ROLES:
            continue
        name = match.layout.part_name
        of_layout = contrasts.setdefault(name, {})
        for role, placeholder in match.placeholders.items():
            for style in placeholder.level_styles[: _LEVELS if role == "body" else 1]:
                color = owners[name].theme.colors.get(style.color, style.color)
                fact = _fact(match, role, color, needed_contrast(style.size, bold=style.bold))
                key = color, fact.background, fact.fails
                of_layout[key] = _merged(of_layout[key], fact) if key in of_layout else fact
    return tuple(fact for facts in contrasts.values() for fact in facts.values())


def _fact(match: LayoutMatch, role: PlaceholderRole, color: str, needed: float) -> TextContrast:
    behind = match.placeholders[role].background or match.layout.background
    ratio = None if behind is None else contrast_ratio(color, behind)
    return TextContrast(match.layout.name, (role,), color, behind, ratio, needed)


def _merged(contrast: TextContrast, other: TextContrast) -> TextContrast:
    places = tuple(dict.fromkeys((*contrast.places, *other.places)))
    return contrast._replace(places=places, needed=max(contrast.needed, other.needed))
