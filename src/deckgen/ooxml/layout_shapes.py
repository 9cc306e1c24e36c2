"""The XML that all slides on one layout share: the shapes that fill its placeholders.

Slides refer to their layout by ECMA-376 Part 1, 13.3.8 and 19.3.1.36.
"""

from collections.abc import Mapping, Sequence
from posixpath import relpath
from typing import NamedTuple, get_args

from deckgen.brand.brand import Brand
from deckgen.brand.generate.layout_xml import MARKS
from deckgen.deck.layout import AnyRole, Layout, Placeholder, SchemeColor, TextStyle
from deckgen.deck.slide import LayoutKey, Slide
from deckgen.deck.text_body import TextBody
from deckgen.ooxml.drawingml import (
    RECTANGLE,
    color_xml,
    fill_xml,
    font_xml,
    placeholder_reference,
    text_frame_xml,
    transform_xml,
)
from deckgen.ooxml.text.text_body import DISC, RunLook
from deckgen.opc.package_writer import Relationship
from deckgen.support.xml_text import RELATIONSHIPS, escape

_FOOT_TYPES = frozenset({"dt", "ftr", "sldNum"})


class PlaceholderXml(NamedTuple):
    """The XML that each slide writes to fill a placeholder."""

    placeholder: Placeholder
    head: str
    """From the name of the shape to the end of `p:nvSpPr`."""
    wrap: str
    """The attribute of `a:bodyPr` that a slide has to repeat, or nothing."""
    style: str
    """The `a:lstStyle`."""
    properties: str
    """The `p:spPr` of a text without a box of its own."""
    look: RunLook


class LayoutXml(NamedTuple):
    """The XML that each slide on a layout writes."""

    layout: Layout
    placeholders: Mapping[AnyRole, PlaceholderXml]
    color_map: str
    """The `p:clrMapOvr`."""
    relationship: Relationship
    """From the slide to the layout."""


class DeckContext:
    """What a slide needs to know of its deck; the XML of a layout is made at its first use."""

    def __init__(self, brand: Brand, slides: Sequence[Slide]) -> None:
        """`slides` are all slides of the deck."""
        self.brand = brand
        self.targets = {slide.id: f"slide{place}.xml" for place, slide in enumerate(slides, 1)}
        """The files of all slides, by id."""
        master = relpath(brand.notes_master_part_name, "/ppt/notesSlides")
        self.notes_master = Relationship("rId1", f"{RELATIONSHIPS}/notesMaster", master)
        """From the notes of a slide to their master."""
        self._layouts: dict[LayoutKey, LayoutXml] = {}

    def layout(self, key: LayoutKey) -> LayoutXml:
        """Return the layout of the slides with a `layout_key`."""
        shapes = self._layouts.get(key)
        if shapes is None:
            shapes = self._layouts[key] = _layout_xml(self.brand.layout(*key))
        return shapes


def shape_xml(
    shape_id: int, placeholder: PlaceholderXml, paragraphs: str, content: TextBody | None = None
) -> str:
    """Return the shape that fills a placeholder; `paragraphs` are the XML of `content`."""
    place, head, attributes, style, properties, _ = placeholder
    if place.is_text_box:
        return text_box_xml(shape_id, _text_box(place, content), paragraphs)
    fitted = "/>"
    if content:
        _, sizes, box, side_insets, _, _, column_gap = content
        if side_insets:
            left, right = side_insets
            attributes = f'{attributes} lIns="{left}" rIns="{right}"'
        if column_gap:
            attributes = f'{attributes} numCol="2" spcCol="{column_gap}"'
        if sizes:
            # Sizes that fit are written; PowerPoint fits the text again when somebody edits it.
            fitted = "><a:normAutofit/></a:bodyPr>"
        if box:
            properties = f"<p:spPr>{transform_xml(box)}</p:spPr>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" {head}{properties}'
        f"<p:txBody><a:bodyPr{attributes}{fitted}{style}{paragraphs}</p:txBody></p:sp>"
    )


def _text_box(placeholder: Placeholder, content: TextBody | None) -> Placeholder:
    """Return a placeholder with the box and the insets that its text has on the slide."""
    if content is None:
        return placeholder
    left, right = content.side_insets or (placeholder.insets.left, placeholder.insets.right)
    insets = placeholder.insets._replace(left=left, right=right)
    return placeholder._replace(box=content.box or placeholder.box, insets=insets)


def _layout_xml(layout: Layout) -> LayoutXml:
    placeholders: dict[AnyRole, PlaceholderXml] = {}
    quiet = _quiet(layout)
    for placeholder in layout.placeholders:
        if placeholder.role is not None:
            placeholders.setdefault(placeholder.role, _placeholder_xml(placeholder, quiet))
    override = layout.color_map_override
    mapping = f"<a:overrideClrMapping {override}/>" if override else "<a:masterClrMapping/>"
    # A template may keep its layouts in any folder.
    target = relpath(layout.part_name, "/ppt/slides")
    return LayoutXml(
        layout,
        placeholders,
        f"<p:clrMapOvr>{mapping}</p:clrMapOvr>",
        Relationship("rId1", f"{RELATIONSHIPS}/slideLayout", target),
    )


def _placeholder_xml(placeholder: Placeholder, quiet: str) -> PlaceholderXml:
    size = ' sz="quarter"' if placeholder.type in _FOOT_TYPES else ""
    levels, styles, properties = placeholder.list_style, placeholder.level_styles, "<p:spPr/>"
    tracking = tuple([style.tracking for style in styles])
    numbering = tuple([style.numbering for style in styles])
    if placeholder.type in _FOOT_TYPES and placeholder.overrides_box:
        properties = f"<p:spPr>{transform_xml(placeholder.box)}</p:spPr>"
    return PlaceholderXml(
        placeholder,
        f'name="{escape(placeholder.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder_reference(placeholder, size)}</p:nvPr></p:nvSpPr>",
        (' wrap="square"' if placeholder.unwrapped else "")
        + (f' anchor="{placeholder.anchor}"' if placeholder.overrides_anchor else ""),
        f"<a:lstStyle>{levels}</a:lstStyle>" if levels else "<a:lstStyle/>",
        properties,
        RunLook(
            quiet=quiet,
            link_color=placeholder.link_color,
            tracking=tracking if any(tracking) else (),
            numbering=numbering if set(numbering) - {"arabicPlain"} else (),
        ),
    )


def _quiet(layout: Layout) -> str:
    """Return the theme colour for text that is less important, or nothing.

    Every generated brand has one that can be read. The colours of a template are known in RRGGBB,
    without their names in the theme: there, no text is muted.
    """
    kicker = layout.placeholder("kicker")
    color = kicker.level_styles[0].color if kicker else ""
    return color if color in get_args(SchemeColor) else ""


def text_box_xml(shape_id: int, placeholder: Placeholder, paragraphs: str) -> str:
    """Return a text box with the place, the insets and the levels of a placeholder."""
    anchor = "" if placeholder.anchor == "t" else placeholder.anchor
    styles = enumerate(placeholder.level_styles, 1)
    levels = "".join(_level(number, style) for number, style in styles)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{escape(placeholder.name)}"/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform_xml(placeholder.box)}'
        f"{RECTANGLE}<a:noFill/></p:spPr>"
        f"{text_frame_xml(placeholder.insets, anchor, levels, paragraphs)}</p:sp>"
    )


def _level(number: int, style: TextStyle) -> str:
    """Return one level of an `a:lstStyle` with all of its style (21.1.2.4.13).

    A text box takes all else from the presentation, which may show capitals, or wide letters.
    """
    # Most templates have a disc where a generated brand has a smaller dot.
    mark = DISC if style.mark == "dot" else MARKS[style.mark]
    if style.mark != "none":
        mark = f"<a:buClr>{color_xml(style.mark_color)}</a:buClr>{mark}"
    spacing = f'<a:spcPct val="{style.line_spacing * 1000}"/>'
    if style.line_points:
        spacing = f'<a:spcPts val="{round(style.line_points * 100)}"/>'
    capitals = "all" if style.capitals else "none"
    tracking = round(style.tracking * style.size * 100)
    return (
        f'<a:lvl{number}pPr marL="{style.margin}" indent="{style.indent}" algn="{style.align}"'
        f' rtl="{style.rtl:d}"><a:lnSpc>{spacing}</a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(style.space_before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(style.space_after * 100)}"/></a:spcAft>{mark}'
        f'<a:defRPr sz="{style.size * 100}" b="{style.bold:d}" i="{style.italic:d}"'
        f' cap="{capitals}" spc="{tracking}" baseline="0">{fill_xml(style.color)}'
        f"{font_xml(style.font)}</a:defRPr></a:lvl{number}pPr>"
    )
