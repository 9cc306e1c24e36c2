"""Masters and layouts as XML, from the values that describe them (ECMA-376 Part 1, 19.3.1)."""

from collections.abc import Iterable
from functools import lru_cache

from deckgen.brand.design.layout_design import DividingLine, LayoutDesign, LogoBox, Rectangle
from deckgen.deck.box import Box
from deckgen.deck.layout import Mark, Placeholder, ProgressTrack, TextStyle
from deckgen.support.xml_text import DECLARATION, NAMESPACES, escape, extension_namespaces

_FOOT_TYPES = {"dt", "ftr", "sldNum"}
_MASTERS_MARK = "accent1"
_FONTS = {"heading": "+mj", "body": "+mn"}
MARKS: dict[Mark, str] = {
    "none": "<a:buNone/>",
    "square": '<a:buSzPct val="120000"/><a:buFont typeface="Arial"/><a:buChar char="▪"/>',
    "dash": '<a:buSzPct val="110000"/><a:buFont typeface="Arial"/><a:buChar char="–"/>',
    "dot": '<a:buSzPct val="160000"/><a:buFont typeface="Arial"/><a:buChar char="·"/>',
    "number": '<a:buSzPct val="100000"/><a:buFont typeface="+mj-lt"/>'
    '<a:buAutoNum type="arabicPlain"/>',
}

_COLOR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
    'hlink="hlink" folHlink="folHlink"'
)
"""Which theme colour is text, background or link (19.3.1.6 clrMap)."""

TREE_START = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
NOTES_WIDTH, NOTES_HEIGHT = 6_858_000, 9_144_000
"""EMU: portrait, as PowerPoint has it."""


@lru_cache(maxsize=1024)
def paragraph_properties(tag: str, style: TextStyle) -> str:
    """Return one level (`a:lvl1pPr` …) with everything that `style` says."""
    mark = MARKS[style.mark]
    # So that a list in a text without marks has marks in this colour, not in the master's.
    if style.mark != "none" or style.mark_color != _MASTERS_MARK:
        mark = f'<a:buClr><a:schemeClr val="{style.mark_color}"/></a:buClr>{mark}'
    font = _FONTS[style.font]
    return (
        f'<a:{tag} marL="{style.margin}" indent="{style.indent}" algn="{style.align}"'
        f' defTabSz="914400" rtl="{style.rtl:d}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{style.line_spacing * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{style.space_before * 100}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{mark}'
        f'<a:defRPr sz="{style.size * 100}" b="{style.bold:d}" i="{style.italic:d}" kern="1200">'
        f'<a:solidFill><a:schemeClr val="{style.color}"/></a:solidFill>'
        f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/>'
        f'<a:cs typeface="{font}-cs"/></a:defRPr></a:{tag}>'
    )


@lru_cache(maxsize=64)
def levels_xml(levels: tuple[TextStyle, ...]) -> str:
    """Return `a:lvl1pPr` to `a:lvl9pPr`; levels past the last are set like it."""
    filled = (*levels, *(levels[-1:] * (9 - len(levels))))
    return "".join(
        paragraph_properties(f"lvl{number}pPr", style) for number, style in enumerate(filled, 1)
    )


def layout_xml(design: LayoutDesign, logo: str) -> str:
    """Return a layout part; `logo` is the `p:pic` of its logo, or nothing."""
    layout = design.layout
    shapes: list[str] = []
    for decoration in design.decorations:
        match decoration:
            case Rectangle():
                shapes.append(_rectangle_xml(decoration, len(shapes) + 2))
            case DividingLine(box, color):
                shapes.append(_rectangle_xml(Rectangle(box, color), len(shapes) + 2))
            case LogoBox():
                shapes += [logo] if logo else []
            case ProgressTrack():
                pass  # each slide has its own
    # Placeholders have no extensions, and by far the most XML.
    namespaces = extension_namespaces("".join(shapes))
    first = 20  # lower ids belong to decorations
    shapes += [
        placeholder_xml(placeholder, first + at)
        for at, placeholder in enumerate(layout.placeholders)
    ]
    override = (
        f"<a:overrideClrMapping {layout.color_map_override}/>"
        if layout.color_map_override
        else "<a:masterClrMapping/>"
    )
    return (
        f"{DECLARATION}<p:sldLayout {NAMESPACES}{namespaces}"
        f' type="{design.type}" preserve="1" userDrawn="1">'
        f'<p:cSld name="{escape(layout.name)}">{_background(design.background)}'
        f"{TREE_START}{''.join(shapes)}</p:spTree></p:cSld>"
        f"<p:clrMapOvr>{override}</p:clrMapOvr></p:sldLayout>"
    )


def master_xml(
    placeholders: Iterable[Placeholder],
    title: tuple[TextStyle, ...],
    body: tuple[TextStyle, ...],
    layout_ids: Iterable[tuple[int, str]],
) -> str:
    """Return the slide master; `layout_ids` are each layout's id and relationship id."""
    shapes = "".join(
        placeholder_xml(placeholder, number, levels=False)
        for number, placeholder in enumerate(placeholders, 2)
    )
    ids = "".join(f'<p:sldLayoutId id="{id_}" r:id="{rel}"/>' for id_, rel in layout_ids)
    other = TextStyle(18, "dk1", align="r" if title[0].rtl else "l", rtl=title[0].rtl)
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>{_background('bg1')}{TREE_START}{shapes}"
        f"</p:spTree></p:cSld><p:clrMap {_COLOR_MAP}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{_on_map(paragraph_properties('lvl1pPr', title[0]))}"
        f"</p:titleStyle><p:bodyStyle>{_on_map(levels_xml(body))}</p:bodyStyle><p:otherStyle>"
        f"{_on_map(levels_xml((other,)))}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def placeholder_xml(placeholder: Placeholder, shape_id: int, *, levels: bool = True) -> str:
    """Return a placeholder of a master or layout, with its own text styles if `levels`."""
    kind = placeholder.type
    type_ = "" if kind == "obj" else f' type="{kind}"'
    idx = "" if placeholder.idx is None else f' idx="{placeholder.idx}"'
    size = ' sz="quarter"' if kind in _FOOT_TYPES else ""
    style, (left, top, right, bottom) = "<a:lstStyle/>", placeholder.insets
    if levels and kind in {"body", "obj"}:
        style = f"<a:lstStyle>{levels_xml(placeholder.level_styles)}</a:lstStyle>"
    elif levels:
        first = paragraph_properties("lvl1pPr", placeholder.level_styles[0])
        style = f"<a:lstStyle>{first}</a:lstStyle>"
    fit = "<a:normAutofit/>" if kind not in _FOOT_TYPES else ""
    fill = ""
    if placeholder.scrim:
        fill = _scrim_xml(placeholder)
    elif placeholder.fill:
        fill = f'<a:solidFill><a:schemeClr val="{placeholder.fill}"/></a:solidFill>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{escape(placeholder.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{type_}{size}{idx}/>'
        f"</p:nvPr></p:nvSpPr><p:spPr>{_xfrm(placeholder.box)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}"'
        f' bIns="{bottom}" rtlCol="{placeholder.level_styles[0].rtl:d}"'
        f' anchor="{placeholder.anchor}">{fit}</a:bodyPr>{style}'
        f"{_prompt(placeholder)}</p:txBody></p:sp>"
    )


def _scrim_xml(placeholder: Placeholder) -> str:
    """Return the fill of a scrim: a gradient from top to middle, then even (20.1.8.33)."""
    stops = "".join(
        f'<a:gs pos="{at}"><a:schemeClr val="{placeholder.fill}">'
        f'<a:alpha val="{round(placeholder.scrim * share)}"/></a:schemeClr></a:gs>'
        for at, share in ((0, 0), (25_000, 550), (50_000, 1_000), (100_000, 1_000))
    )
    return (
        f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>'
        '<a:lin ang="5400000" scaled="0"/></a:gradFill>'
    )


def _prompt(placeholder: Placeholder) -> str:
    """Return the text that an empty placeholder shows to people who fill it by hand."""
    if placeholder.type == "sldNum":
        return (
            '<a:p><a:fld id="{7A0C7C8E-3B0B-4B55-9F6E-5D1B1F4C2E01}" type="slidenum">'
            '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld></a:p>'
        )
    if placeholder.type in {"dt", "ftr"}:
        # Not left empty: LibreOffice takes no style from an empty footer.
        return f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{placeholder.name}</a:t></a:r></a:p>'
    names = [placeholder.name] + [f"Level {n}" for n in range(2, len(placeholder.level_styles) + 1)]
    return "".join(
        f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="en-US"/>'
        f"<a:t>{escape(name)}</a:t></a:r></a:p>"
        for level, name in enumerate(names)
    )


def _rectangle_xml(area: Rectangle, shape_id: int) -> str:
    shade = f'<a:lumMod val="{area.shade * 1000}"/>' if area.shade != 100 else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Area {shape_id - 1}">'
        f'{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_xfrm(area.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{area.color}">{shade}</a:schemeClr></a:solidFill><a:ln><a:noFill/>'
        "</a:ln></p:spPr></p:sp>"
    )


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative val="1"/></a:ext></a:extLst>'
)
"""Marks a shape as decoration, so that screen readers pass over it ([MS-ODRAWXML] 2.25)."""


def _xfrm(box: Box) -> str:
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm>'


def _background(color: str) -> str:
    return (
        f'<p:bg><p:bgPr><a:solidFill><a:schemeClr val="{color}"/></a:solidFill><a:effectLst/>'
        "</p:bgPr></p:bg>"
    )


_ON_MAP = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def _on_map(xml: str) -> str:
    """Return XML in which colours go through the colour map, which dark layouts override."""
    for slot, mapped in _ON_MAP.items():
        xml = xml.replace(f'schemeClr val="{slot}"', f'schemeClr val="{mapped}"')
    return xml


def notes_master_xml(slide_width: int, slide_height: int) -> str:
    """Return the notes master (19.3.1.27): the slide above, notes below, a number at the foot."""
    image_height = 3_086_100
    image_width = round(image_height * slide_width / slide_height)
    image_left = (NOTES_WIDTH - image_width) // 2
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 228600}" algn="l" defTabSz="914400" rtl="0"'
        ' eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="300"/></a:spcBef>'
        '<a:defRPr sz="1200" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 10)
    )
    return (
        f'{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001">'
        f'<a:schemeClr val="bg1"/></p:bgRef></p:bg>{TREE_START}'
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1"'
        ' noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{image_left}" y="685800"/><a:ext cx="{image_width}"'
        f' cy="{image_height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        '<a:ln w="9525"><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:ln></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="685800" y="4114800"/><a:ext cx="5486400" cy="4114800"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>'
        '<a:lstStyle/><a:p><a:pPr lvl="0"/><a:r><a:rPr lang="en-US"/><a:t>Notes</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Number"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="3886200" y="8458200"/><a:ext cx="2286000" cy="381000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr anchor="b"/>'
        '<a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle><a:p>'
        '<a:fld id="{3C1A5B52-2E0D-4B8D-8C57-0E8D1B7B5A10}" type="slidenum"><a:rPr lang="en-US"/>'
        "<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
        f"</p:spTree></p:cSld><p:clrMap {_COLOR_MAP}/><p:notesStyle>{levels}</p:notesStyle>"
        "</p:notesMaster>"
    )
