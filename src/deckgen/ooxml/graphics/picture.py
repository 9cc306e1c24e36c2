"""Pictures as shapes of a slide (ECMA-376 Part 1, 19.3.1.37), with the parts that hold them."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.graphics.picture import Caption, Media, Picture
from deckgen.ooxml.graphics.caption import caption_xml
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, related
from deckgen.opc.part import Part
from deckgen.support.xml_text import RELATIONSHIPS, escape

_IMAGE = f"{RELATIONSHIPS}/image"
_HOLDS_PICTURES = frozenset({"obj", "pic", "clipArt"})
"""Types of placeholders that a picture can fill; in one for text it would stand beside it."""
_HOLDS_CLIPS = frozenset({"obj", "media"})


def picture_shape(picture: Picture, setting: ShapeContext) -> GraphicXml:
    """Return the shapes of a picture and its caption, and the picture's parts."""
    return with_caption(
        picture_xml(picture, setting),
        media_parts(picture.media, picture.vector),
        picture.caption,
        setting,
    )


def with_caption(
    xml: str, parts: tuple[Part, ...], caption: Caption | None, setting: ShapeContext
) -> GraphicXml:
    """Return a shape with its parts, and the caption that stands beside it, if there is one."""
    if caption is None:
        return GraphicXml(xml, parts)
    return GraphicXml(xml, parts, caption_xml(caption, setting), 2)


def media_parts(*media: Media | None) -> tuple[Part, ...]:
    """Return the parts of all media that there are."""
    return tuple(Part(one.part_name, one.content_type, one.data) for one in media if one)


class PlayingXml(NamedTuple):
    """What makes a picture play: ECMA-376 Part 1, 20.1.3, and [MS-PPTX] 2.3.1.18."""

    name: str
    """What the selection pane calls it."""
    inside: str
    """What stands in `p:nvPr`: the file that plays."""


def picture_xml(picture: Picture, setting: ShapeContext, plays: PlayingXml | None = None) -> str:
    """Return the `p:pic` of a picture that has been placed."""
    box = picture.box
    if box is None:
        raise LookupError(f"shape {setting.shape_id} has no place")
    described = f'descr="{escape(picture.alt)}"/>'
    if plays:
        click = '<a:hlinkClick r:id="" action="ppaction://media"/>'
        described = f'descr="{escape(picture.alt)}">{click}</p:cNvPr>'
    elif not picture.alt:
        described = f'descr="">{DECORATIVE}</p:cNvPr>'
    vector = ""
    if picture.vector is not None:
        vector = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            f'r:embed="{media_relationship(picture.vector, setting)}"/></a:ext></a:extLst>'
        )
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{setting.shape_id}" '
        f'name="{plays.name if plays else "Picture"} {setting.shape_id - 1}" {described}'
        '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f"{_placeholder(setting, plays)}"
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{media_relationship(picture.media, setting)}">'
        f"{vector}</a:blip>{_crop(picture)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f'<p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _placeholder(setting: ShapeContext, plays: PlayingXml | None) -> str:
    found, inside = setting.placeholder, plays.inside if plays else ""
    if found is None or found.type not in (_HOLDS_CLIPS if plays else _HOLDS_PICTURES):
        return f"<p:nvPr>{inside}</p:nvPr>" if inside else "<p:nvPr/>"
    kind = "" if found.type == "obj" else f' type="{found.type}"'
    idx = "" if found.idx is None else f' idx="{found.idx}"'
    return f"<p:nvPr><p:ph{kind}{idx}/>{inside}</p:nvPr>"


def _crop(picture: Picture) -> str:
    """Return `a:srcRect`, in thousandths of a per cent (20.1.8.55)."""
    sides = (
        (side, round(share * 100_000)) for side, share in zip("ltrb", picture.crop, strict=True)
    )
    cut = "".join(f' {side}="{share}"' for side, share in sides if share)
    return f"<a:srcRect{cut}/>" if cut else ""


def media_relationship(media: Media, setting: ShapeContext, kind: str = _IMAGE) -> str:
    """Return the id of the slide's relationship to a file."""
    return related(setting, media.part_name.replace("/ppt/", "../", 1), kind).id
