"""Pictures as shapes of a slide (ECMA-376 Part 1, 19.3.1.37), with the parts that hold them."""

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio, is_rgb
from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box, Insets
from deckgen.deck.graphics import Caption, Media, Picture
from deckgen.deck.layout import Color, PlaceholderType
from deckgen.ooxml.backdrop import Backdrop, link_color
from deckgen.ooxml.drawingml import RECTANGLE, fill_xml, font_xml, text_frame_xml, transform_xml
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, placed_box
from deckgen.ooxml.text.text_body import RunLook, paragraphs_xml
from deckgen.opc.package_writer import Part
from deckgen.support.xml_text import RELATIONSHIPS, escape

_IMAGE = f"{RELATIONSHIPS}/image"
_HOLDS_PICTURES: frozenset[PlaceholderType] = frozenset({"obj", "pic", "clipArt"})
"""Types of placeholders that a picture can fill; in one for text it would stand beside it."""
_HOLDS_CLIPS: frozenset[PlaceholderType] = frozenset({"obj", "media"})
_INSET = 73_152
"""EMU around the words of a caption that has a fill: 0.08 in."""


def picture_shape(picture: Picture, context: ShapeContext) -> GraphicXml:
    """Return the shapes of a picture and its caption, and the picture's parts."""
    parts = media_parts(picture.media, picture.vector)
    return with_caption(picture_xml(picture, context), parts, picture.caption, context)


def with_caption(
    xml: str, parts: tuple[Part, ...], caption: Caption | None, context: ShapeContext
) -> GraphicXml:
    """Return a shape with its parts, and the caption that stands beside it, if there is one."""
    if caption is None:
        return GraphicXml(xml, parts)
    return GraphicXml(xml, parts, caption_xml(caption, context), 2)


def media_parts(*media: Media | None) -> tuple[Part, ...]:
    """Return the parts of media; None stands for none."""
    return tuple(Part(file.part_name, file.content_type, file.data) for file in media if file)


def picture_xml(
    picture: Picture, context: ShapeContext, what: str = "Picture", plays: str = ""
) -> str:
    """Return the `p:pic` of a picture; raises LookupError if it was not placed.

    `what` it is stands in the selection pane. `plays` are the elements of `p:nvPr` that name the
    file of a film or a sound (ECMA-376 Part 1, 20.1.3; [MS-PPTX] 2.3.1.18).
    """
    box = placed_box(picture)
    described = f'descr="{escape(picture.alt)}"/>'
    inside = context.reference(_HOLDS_CLIPS if plays else _HOLDS_PICTURES) + plays
    if plays:
        click = '<a:hlinkClick r:id="" action="ppaction://media"/>'
        described = f'descr="{escape(picture.alt)}">{click}</p:cNvPr>'
    elif not picture.alt:
        described = f'descr="">{DECORATIVE}</p:cNvPr>'
    vector = ""
    if picture.vector is not None:
        vector = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            f'r:embed="{media_relationship(picture.vector, context)}"/></a:ext></a:extLst>'
        )
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{context.shape_id}" '
        f'name="{what} {context.shape_id - 1}" {described}'
        '<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>'
        f"{f'<p:nvPr>{inside}</p:nvPr>' if inside else '<p:nvPr/>'}"
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{media_relationship(picture.media, context)}">'
        f"{vector}</a:blip>{_crop(picture)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{transform_xml(box)}{RECTANGLE}</p:spPr></p:pic>"
    )


def _crop(picture: Picture) -> str:
    """Return `a:srcRect`, in thousandths of a per cent (20.1.8.55)."""
    shares = (round(share * 100_000) for share in picture.crop)
    sides = zip("ltrb", shares, strict=True)
    cut = "".join(f' {side}="{share}"' for side, share in sides if share)
    return f"<a:srcRect{cut}/>" if cut else ""


def media_relationship(media: Media, context: ShapeContext, kind: str = _IMAGE) -> str:
    """Return the id of the slide's relationship to a media part, which is added if it is new."""
    return context.links.related(media.part_name.replace("/ppt/", "../", 1), kind).id


def caption_xml(caption: Caption, context: ShapeContext) -> str:
    """Return the text box of a graphic's caption, in the theme's font for text.

    Its shape id follows that of the graphic. Raises LookupError if it was not placed.
    """
    shape_id, lang = context.shape_id + 1, context.lang
    if caption.box is None:
        raise LookupError("a caption was not placed")
    backdrop = _backdrop(caption, caption.box, context)
    color = _color(caption, backdrop)
    look = RunLook(link_color=link_color(context.layout, backdrop, color))
    text = paragraphs_xml(caption.body, lang, context.code_font, context.links, look)
    inset = _INSET if caption.fill else 0
    side = ' algn="r" rtl="1"' if runs_right_to_left(lang) else ' algn="l" rtl="0"'
    style = (
        f'<a:lvl1pPr marL="0" indent="0"{side}><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{caption.size * 100}">{fill_xml(color)}'
        f"{font_xml(context.layout.font('body'))}</a:defRPr></a:lvl1pPr>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Caption {shape_id - 1}"/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform_xml(caption.box)}'
        f"{RECTANGLE}{fill_xml(caption.fill) if caption.fill else '<a:noFill/>'}</p:spPr>"
        f"{text_frame_xml(Insets(*(inset,) * 4), '', style, text)}</p:sp>"
    )


def _backdrop(caption: Caption, box: Box, context: ShapeContext) -> Backdrop:
    """Return what is behind a caption: its own fill, or what the layout draws at its place."""
    if caption.fill:
        return context.backdrop.below(caption.fill)
    color = context.layout.color_behind(box)
    return context.backdrop._replace(rgb=color) if color else context.backdrop


def _color(caption: Caption, backdrop: Backdrop) -> Color:
    """Return the caption's own colour if it can be read on its backdrop, else one that can."""
    rgb = backdrop.colors.get(caption.color, caption.color)
    if is_rgb(rgb) and contrast_ratio(rgb, backdrop.rgb) < TEXT_MINIMUM:
        return backdrop.readable()
    return caption.color
