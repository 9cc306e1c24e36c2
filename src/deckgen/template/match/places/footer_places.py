"""The placeholders for day, footer and number of a layout, as its slides fill them."""

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.deck.layout import FooterRole, Layout, Placeholder
from deckgen.template.match.places.growth_limit import whole_line

_ROLES: Mapping[str, FooterRole] = MappingProxyType(
    {"dt": "day", "ftr": "footer", "sldNum": "number"}
)
_LEAST = 8
"""Points: footers need not be read from the last row."""
_OWN_LEVEL = "<a:lvl1pPr><a:defRPr/></a:lvl1pPr>"
"""Says nothing: docs/facts/libreoffice.md tells how a footer without it looks."""


def footer_places(layout: Layout) -> dict[str, Placeholder]:
    """Return the placeholders of a layout for its footers, by their type, of each the first."""
    return {
        each.type: whole_line(each, (), ())._replace(
            role=_ROLES[each.type],
            minimum_size=min(_LEAST, each.level_styles[0].size),
            list_style=each.list_style or _OWN_LEVEL,
        )
        for each in reversed(layout.placeholders)
        if each.type in _ROLES
    }
