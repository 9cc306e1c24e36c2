"""The theme of a master, and what a layout overrides of it.

ECMA-376 Part 1, 20.1.6.9 theme and 20.1.6.12 themeOverride. Missing values are those of Office.
"""

from collections.abc import Mapping

from deckgen.brand.contrast import is_rgb
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.color_values import DEFAULT_COLOR_MAP, MappedColors, color_in
from deckgen.template.template import COLOR_SCHEME, OFFICE_THEME, Theme


def read_theme(root: Element | None) -> Theme:
    """Return the theme of an `a:theme`, with missing values from Office."""
    if root is None:
        return OFFICE_THEME
    elements = root.find(q("a:themeElements"))
    name = (root.get("name") or "").strip() or OFFICE_THEME.name
    return _changed(OFFICE_THEME._replace(name=name), root if elements is None else elements)


def overridden_theme(theme: Theme, root: Element | None) -> Theme:
    """Return a theme with the colours and fonts of an `a:themeOverride`."""
    return theme if root is None else _changed(theme, root)


def read_color_map(element: Element | None) -> Mapping[str, str] | None:
    """Return the mapping of a `p:clrMap` or `a:overrideClrMapping`; None if it is not valid."""
    if element is None:
        return None
    mapping = {name: element.get(name, "") for name in DEFAULT_COLOR_MAP}
    return mapping if all(target in COLOR_SCHEME for target in mapping.values()) else None


def _changed(theme: Theme, elements: Element) -> Theme:
    """Return a theme with the colour scheme and the font scheme of an element."""
    scheme, fonts = elements.find(q("a:clrScheme")), elements.find(q("a:fontScheme"))
    if scheme is not None:
        # The colours of a scheme must not refer to the scheme.
        plain = MappedColors({})
        own = {name: color_in(scheme.find(q(f"a:{name}")), plain) for name in COLOR_SCHEME}
        known = {name: color for name, color in own.items() if color and is_rgb(color)}
        theme = theme._replace(colors={**theme.colors, **known})
    if fonts is not None:
        theme = _with_fonts(theme, fonts)
    return theme


def _with_fonts(theme: Theme, scheme: Element) -> Theme:
    heading, body = (_typefaces(scheme.find(q(f"a:{which}Font"))) for which in ("major", "minor"))
    own = {
        script: (heading.get(script, ""), body.get(script, ""))
        for script in dict.fromkeys((*heading, *body))
        if script != "latin"
    }
    return theme._replace(
        heading=heading.get("latin") or theme.heading,
        body=body.get("latin") or theme.body,
        scripts={**theme.scripts, **own},
    )


def _typefaces(collection: Element | None) -> Mapping[str, str]:
    """Return the fonts of an `a:majorFont` by script, without empty ones."""
    if collection is None:
        return {}
    typefaces = {}
    for script in ("latin", "ea", "cs"):
        element = collection.find(q(f"a:{script}"))
        typefaces[script] = "" if element is None else element.get("typeface", "")
    for element in collection.iterchildren(q("a:font")):
        typefaces[element.get("script", "")] = element.get("typeface", "")
    named = {script: typeface.strip() for script, typeface in typefaces.items()}
    return {
        script: typeface
        for script, typeface in named.items()
        if script and typeface and not typeface.startswith("+")
    }
