"""Whole templates in the shapes of other programs: which layouts they write, how, and called what.

What is particular about each was seen in files that these programs saved: docs/facts/
template-writers.md. Boxes, words and looks are made up. How they pack a file: `writers.py`.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.support.xml_text import RELATIONSHIPS
from tests.template.small import COLORS, LIGHT_MAP, NAMESPACES

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_FORMATS = (
    '<a:fmtScheme name="Made"><a:fillStyleLst>{0}{0}{0}</a:fillStyleLst><a:lnStyleLst>{1}{1}{1}'
    "</a:lnStyleLst><a:effectStyleLst>{2}{2}{2}</a:effectStyleLst><a:bgFillStyleLst>{0}{0}{0}"
    "</a:bgFillStyleLst></a:fmtScheme>"
).format(
    '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>',
    '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>',
    "<a:effectStyle><a:effectLst/></a:effectStyle>",
)
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name="{}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


_BACKGROUND = (
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="lt1"/></a:solidFill><a:effectLst/></p:bgPr>'
    "</p:bg>"
)


Box: TypeAlias = tuple[int, int, int, int]
"""x, y, width and height."""


class LayoutXml(NamedTuple):
    """A layout as it is written."""

    name: str
    attributes: str
    shapes: tuple[str, ...]


class Design(NamedTuple):
    """A template of one master as it is written; lengths are EMU."""

    size: tuple[int, int]
    font: str
    master_shapes: tuple[str, ...]
    styles: str
    """The contents of `p:txStyles`; empty: there are none."""
    layouts: tuple[LayoutXml, ...]


def package(design: Design) -> bytes:
    """Return a design as a .pptx without a slide."""
    count = range(1, len(design.layouts) + 1)
    parts = {
        "ppt/presentation.xml": _presentation(design.size),
        "ppt/theme/theme1.xml": _theme(design.font),
        "ppt/slideMasters/slideMaster1.xml": _master(design),
        **{
            f"ppt/slideLayouts/slideLayout{number}.xml": _layout(layout)
            for number, layout in zip(count, design.layouts, strict=True)
        },
    }
    leads = {
        "": [("officeDocument", "ppt/presentation.xml")],
        "ppt/presentation.xml": [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("theme", "theme/theme1.xml"),
        ],
        "ppt/slideMasters/slideMaster1.xml": [
            *(("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in count),
            ("theme", "../theme/theme1.xml"),
        ],
        **{
            f"ppt/slideLayouts/slideLayout{number}.xml": [
                ("slideMaster", "../slideMasters/slideMaster1.xml")
            ]
            for number in count
        },
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _types(parts))
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')
        for name, targets in leads.items():
            folder, _, file = name.rpartition("/")
            archive.writestr(f"{folder}/_rels/{file}.rels".lstrip("/"), _relationships(targets))
    return stream.getvalue()


def _types(parts: Mapping[str, str]) -> str:
    kinds = {
        "ppt/presentation.xml": f"{_PML}.presentation.main+xml",
        "ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{_PML}.slideMaster+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kinds.get(name, f"{_PML}.slideLayout+xml")}"/>'
        for name in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _presentation(size: tuple[int, int]) -> str:
    width, height = size
    return (
        f'<p:presentation {NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648"'
        f' r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="{width}" cy="{height}"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def _theme(font: str) -> str:
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:theme {NAMESPACES} name="Made"><a:themeElements>{COLORS}<a:fontScheme name="Made">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f"{_FORMATS}</a:themeElements></a:theme>"
    )


def _master(design: Design) -> str:
    listed = "".join(
        f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>'
        for number in range(1, len(design.layouts) + 1)
    )
    styles = f"<p:txStyles>{design.styles}</p:txStyles>" if design.styles else ""
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{_BACKGROUND}<p:spTree>{_TREE.format('')}"
        f"{_numbered(design.master_shapes)}</p:spTree></p:cSld><p:clrMap {LIGHT_MAP}/>"
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>{styles}</p:sldMaster>"
    )


def _layout(layout: LayoutXml) -> str:
    name = layout.name.replace("&", "&amp;")
    return (
        f'<p:sldLayout {NAMESPACES} {layout.attributes}><p:cSld name="{name}"><p:spTree>'
        f"{_TREE.format('')}{_numbered(layout.shapes)}</p:spTree></p:cSld><p:clrMapOvr>"
        "<a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _numbered(shapes: Sequence[str]) -> str:
    return "".join(one.replace('id="ID"', f'id="{at}"') for at, one in enumerate(shapes, 2))


def placeholder(
    name: str,
    ph: str,
    box: Box | None,
    *,
    body: str = "<a:bodyPr/>",
    levels: str = "",
    text: str = "<a:p/>",
) -> str:
    """Return a placeholder; `levels` are those of its `a:lstStyle`."""
    frame = ""
    if box is not None:
        x, y, cx, cy = box
        frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    geometry = f'{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if frame else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="ID" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr><p:spPr>{geometry}</p:spPr><p:txBody>"
        f"{body}<a:lstStyle>{levels}</a:lstStyle>{text}</p:txBody></p:sp>"
    )


def bar(box: Box, color: str) -> str:
    """Return a rectangle that a layout draws."""
    x, y, cx, cy = box
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="ID" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{color}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def text_styles(sizes: Sequence[int], levels: int, **said: str) -> str:
    """Return `p:titleStyle`, `p:bodyStyle` and `p:otherStyle`, of one size each."""
    names = ("titleStyle", "bodyStyle", "otherStyle")
    return "".join(
        f"<p:{name}>{''.join(level(at, size, **said) for at in range(1, levels + 1))}</p:{name}>"
        for name, size in zip(names, sizes, strict=True)
    )


def level(
    number: int,
    size: int,
    *,
    attributes: str = "",
    mark: str = "",
    color: str = "dk1",
    run: str = "",
) -> str:
    """Return an `a:lvlNpPr`: its size in hundredths of a point, attributes, mark and colour."""
    fill = f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>' if color else ""
    return (
        f'<a:lvl{number}pPr {attributes}>{mark}<a:defRPr sz="{size}" {run}>{fill}</a:defRPr>'
        f"</a:lvl{number}pPr>"
    )
