"""Pictures as shapes of a slide (ECMA-376 Part 1, 19.3.1.37), with the parts that hold them."""

from __future__ import annotations

from deckgen.brand.template_xml import DECORATIVE
from deckgen.deck.model import Media, Picture
from deckgen.ooxml.caption import caption_xml
from deckgen.ooxml.graphics import Drawn, Setting, related
from deckgen.opc.part import Part
from deckgen.xml import RELATIONSHIPS, escape

_IMAGE = f"{RELATIONSHIPS}/image"
_HOLDS_PICTURES = frozenset({"obj", "pic", "clipArt"})
"""Types of placeholders that a picture can fill; in one for text it would stand beside it."""


def picture_drawn(picture: Picture, setting: Setting) -> Drawn:
    """Return the shapes of a picture and its caption, and the picture's parts."""
    xml, caption = _picture_xml(picture, setting), ""
    if picture.caption is not None:
        caption = caption_xml(
            picture.caption,
            setting.shape_id + 1,
            setting.lang,
            setting.code_font,
            setting.links,
        )
    media = (picture.media, picture.vector) if picture.vector else (picture.media,)
    parts = tuple(Part(one.part_name, one.content_type, one.data) for one in media)
    return Drawn(xml, parts, caption, 2 if caption else 1)


def _picture_xml(picture: Picture, setting: Setting) -> str:
    box = picture.box
    if box is None:
        raise LookupError(f"shape {setting.shape_id} has no place")
    described = f'descr="{escape(picture.alt)}"/>'
    if not picture.alt:
        described = f'descr="">{DECORATIVE}</p:cNvPr>'
    vector = ""
    if picture.vector is not None:
        vector = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="{_relationship(picture.vector, setting)}"/></a:ext></a:extLst>'
        )
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{setting.shape_id}" '
        f'name="Picture {setting.shape_id - 1}" {described}<p:cNvPicPr>'
        f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>{_placeholder(setting)}'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{_relationship(picture.media, setting)}">'
        f"{vector}</a:blip>{_crop(picture)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f'<p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _placeholder(setting: Setting) -> str:
    found = setting.placeholder
    if found is None or found.type not in _HOLDS_PICTURES:
        return "<p:nvPr/>"
    kind = "" if found.type == "obj" else f' type="{found.type}"'
    idx = "" if found.idx is None else f' idx="{found.idx}"'
    return f"<p:nvPr><p:ph{kind}{idx}/></p:nvPr>"


def _crop(picture: Picture) -> str:
    """Return `a:srcRect`, in thousandths of a per cent (20.1.8.55)."""
    sides = (
        (side, round(share * 100_000)) for side, share in zip("ltrb", picture.crop, strict=True)
    )
    cut = "".join(f' {side}="{share}"' for side, share in sides if share)
    return f"<a:srcRect{cut}/>" if cut else ""


def _relationship(media: Media, setting: Setting) -> str:
    return related(setting, media.part_name.replace("/ppt/", "../", 1), _IMAGE).id
