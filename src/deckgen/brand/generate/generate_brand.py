"""A brand from tokens: the theme, the master, every layout and the notes master."""

from deckgen.brand.brand import Brand
from deckgen.brand.design.layout_design import LayoutDesign, LogoBox
from deckgen.brand.design.page import GRIDS, SlideFormat
from deckgen.brand.generate.contrast_pairs import color_pairs, report_weak_pairs
from deckgen.brand.generate.layout_xml import layout_xml, master_xml, notes_master_xml
from deckgen.brand.generate.logo import Logo, LogoParts, logo_parts, warn_of_hidden_logo
from deckgen.brand.generate.slide_layouts import left_half_layouts, with_following_bodies
from deckgen.brand.generate.theme_xml import (
    FontNames,
    Palette,
    complete_fonts,
    complete_palette,
    theme_colors,
    theme_xml,
)
from deckgen.brand.generate.visible_areas import (
    with_paper_panels,
    with_readable_scrims,
    with_visible_areas,
)
from deckgen.brand.styles import style_named
from deckgen.brand.tokens import BrandTokens, Limits, LogoPlaces
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.layout import EMU_PER_INCH, Layout
from deckgen.deck.slide import COLUMNS, Tone
from deckgen.fonts.text_width import Fonts
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.xml_text import RELATIONSHIPS

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_MASTER_ID = 2_147_483_648
"""Ids of masters and layouts share one range, which begins here (ECMA-376 Part 1, 19.7.13)."""
_DEFAULT_MINIMUM = 18
_MINIMUM_RANGE = (8, 40)
_MOST_LARGEST = 96
"""Points."""
_SMALL_ROLES = {"kicker", "date", "footer", "number", "day"}


def generate_brand(
    tokens: BrandTokens,
    size: SlideFormat,
    logo: Logo | None,
    diagnostics: Diagnostics,
    lang: str = "en",
) -> Brand:
    """Return the brand that the tokens describe; report colours with too little contrast.

    For a talk in a `lang` that is read from the right, the parts are mirrored already; the layouts
    are not, for slides are composed on them first.
    Raises KeyError if there is no style of the name in the tokens.
    """
    style = style_named(tokens.style)
    colors = complete_palette(tokens.colors, style.dark_shades)
    fonts = complete_fonts(tokens.fonts, style.fonts)
    theme = theme_colors(colors)
    drawn = tuple(
        with_paper_panels(_with_logo(design, tokens.logo_on), theme)
        for design in style.layouts(size)
    )
    pairs = color_pairs(drawn)
    report_weak_pairs(pairs, colors, tokens.colors, diagnostics)
    minimum = minimum_size(tokens.limits, diagnostics)
    largest = largest_size(tokens.limits, diagnostics)
    if logo is not None:
        warn_of_hidden_logo(logo, pairs, theme, tokens.spans.get("logo", tokens.span), diagnostics)
    layouts = tuple(
        with_readable_scrims(with_visible_areas(_with_minimum(layout, minimum), size, theme), theme)
        for layout in drawn
    )
    shown_layouts = tuple(
        with_following_bodies(_with_largest(design.layout, largest)) for design in layouts
    )
    grid = GRIDS[size]
    width, height, margin = (
        round(length * EMU_PER_INCH) for length in (grid.width, grid.height, grid.margin)
    )
    shown_layouts = (*shown_layouts, *left_half_layouts(shown_layouts, width, margin))
    if runs_right_to_left(lang):
        from deckgen.deck.mirrored import mirrored, to_be_mirrored

        shown_layouts = to_be_mirrored(shown_layouts)
        layouts = tuple(map(_with_logo_at_other_side, mirrored(layouts, width)))
    inks: dict[Tone, str] = {"light": colors.deep, "dark": colors.paper}
    forms = {tone: logo_parts(logo, tone, ink) for tone, ink in inks.items()} if logo else {}
    media = {part.name: part for form in forms.values() for part in form.parts}
    return Brand(
        name=tokens.name,
        width=width,
        height=height,
        layouts=shown_layouts,
        parts=(
            _master_part(layouts),
            *(_layout_part(design, forms.get(design.layout.tone)) for design in layouts),
            _theme_part(1, tokens.name, colors, fonts),
            Part(
                "/ppt/notesMasters/notesMaster1.xml",
                f"{_TYPE}.notesMaster+xml",
                notes_master_xml(width, height).encode(),
                (Relationship("rId1", f"{RELATIONSHIPS}/theme", "../theme/theme2.xml"),),
            ),
            # PowerPoint repairs a deck whose notes master shares its theme.
            _theme_part(2, tokens.name, colors, fonts),
            *media.values(),
        ),
        master_part_names=("/ppt/slideMasters/slideMaster1.xml",),
        notes_master_part_name="/ppt/notesMasters/notesMaster1.xml",
        fonts=Fonts(fonts.heading, fonts.body, fonts.code),
        minimum_size=minimum,
        fit=tokens.limits.fit if tokens.limits else "auto",
        body_levels=5,
        cover_colors=(colors.deep, colors.paper, colors.highlight),
        theme_colors=theme,
    )


def _with_logo(design: LayoutDesign, places: LogoPlaces) -> LayoutDesign:
    """Return the design without a logo that the brand does not show there."""
    if places == "all":
        return design
    shown = (
        each for each in design.decorations if not (isinstance(each, LogoBox) and each.is_optional)
    )
    return design._replace(decorations=tuple(shown))


def _with_logo_at_other_side(design: LayoutDesign) -> LayoutDesign:
    turned = (
        each._replace(align="l" if each.align == "r" else "r")
        if isinstance(each, LogoBox)
        else each
        for each in design.decorations
    )
    return design._replace(decorations=tuple(turned))


def minimum_size(limits: Limits | None, diagnostics: Diagnostics) -> int:
    """Return the least size of text in points; report a limit out of range."""
    if limits is None:
        return _DEFAULT_MINIMUM
    least, most = _MINIMUM_RANGE
    if not least <= limits.size <= most:
        diagnostics.error(
            "bad-limit",
            f"The limit of {limits.size} points is not between {least} and {most}.",
            limits.spans["size"],
            f"Type a size that reads from the last row, such as {_DEFAULT_MINIMUM}.",
        )
    return min(max(limits.size, least), most)


def largest_size(limits: Limits | None, diagnostics: Diagnostics) -> int:
    """Return the size to which text may grow, in points; 0 without a limit. Report a bad limit."""
    if limits is None or limits.largest is None:
        return 0
    if not limits.size <= limits.largest <= _MOST_LARGEST:
        diagnostics.error(
            "bad-limit",
            f"The largest size of {limits.largest} points is not between the smallest one, "
            f"{limits.size}, and {_MOST_LARGEST}.",
            limits.spans["largest"],
            "Type a size such as 28, or leave the key out: then the style says how large.",
        )
    return limits.largest


def _with_largest(layout: Layout, largest: int) -> Layout:
    """Return the layout with bodies that grow to `largest` points at most; 0 changes none."""
    if not largest:
        return layout
    return layout._replace(
        placeholders=tuple(
            each._replace(
                largest_size=min(each.largest_size, largest),
                largest_few=min(each.largest_few, largest),
            )
            if each.role in COLUMNS
            else each
            for each in layout.placeholders
        )
    )


def _with_minimum(design: LayoutDesign, minimum: int) -> LayoutDesign:
    """Return the design with no text below the minimum, in points; small roles stay as they are."""
    placeholders = tuple(
        each
        if each.role in _SMALL_ROLES or all(level.size >= minimum for level in each.level_styles)
        else each._replace(
            level_styles=tuple(
                level._replace(size=max(level.size, minimum)) for level in each.level_styles
            )
        )
        for each in design.layout.placeholders
    )
    if placeholders == design.layout.placeholders:
        return design
    return design._replace(layout=design.layout._replace(placeholders=placeholders))


def _theme_part(number: int, name: str, colors: Palette, fonts: FontNames) -> Part:
    xml = theme_xml(name, colors, fonts)
    return Part(f"/ppt/theme/theme{number}.xml", _THEME_TYPE, xml.encode())


def _master_part(layouts: tuple[LayoutDesign, ...]) -> Part:
    """Return the master; its placeholders are those of the layout with title and bullets."""
    model = next(design.layout for design in layouts if design.layout.role == "bullets")
    placeholders = [
        each._replace(type="body", name="Text") if each.type == "obj" else each
        for each in model.placeholders
        if each.role != "kicker"
    ]
    body = next(each for each in placeholders if each.type == "body")
    xml = master_xml(
        placeholders,
        placeholders[0].level_styles,
        body.level_styles,
        ((_MASTER_ID + at, f"rId{at}") for at in range(1, len(layouts) + 1)),
    )
    relationships = (
        *(
            Relationship(
                f"rId{at}", f"{RELATIONSHIPS}/slideLayout", f"../slideLayouts/slideLayout{at}.xml"
            )
            for at in range(1, len(layouts) + 1)
        ),
        Relationship(f"rId{len(layouts) + 1}", f"{RELATIONSHIPS}/theme", "../theme/theme1.xml"),
    )
    return Part(
        "/ppt/slideMasters/slideMaster1.xml",
        f"{_TYPE}.slideMaster+xml",
        xml.encode(),
        relationships,
    )


def _layout_part(design: LayoutDesign, form: LogoParts | None) -> Part:
    picture = ""
    relationships: tuple[Relationship, ...] = (
        Relationship("rId1", f"{RELATIONSHIPS}/slideMaster", "../slideMasters/slideMaster1.xml"),
    )
    for frame in design.decorations:
        if form and isinstance(frame, LogoBox):
            picture = form.picture(frame.box, frame.align, "Logo")
            relationships += form.relationships
    return Part(
        design.layout.part_name,
        f"{_TYPE}.slideLayout+xml",
        layout_xml(design, picture).encode(),
        relationships,
    )
