"""Pictures of a slide, films and sounds."""

import posixpath
from collections.abc import Mapping
from typing import Literal

from deckgen.importing.powerpoint.reading.shape_properties import SlideShape, description
from deckgen.importing.powerpoint.reading.source_slide import (
    Crop,
    SourceClip,
    SourcePicture,
    Unread,
)
from deckgen.media.poster import is_film_poster
from deckgen.media.raster import png_of
from deckgen.ooxml_rules.attributes import parse_flag, parse_share
from deckgen.ooxml_rules.shape_queries import attribute, shape_properties
from deckgen.opc.parsed_package import ParsedPart
from deckgen.opc.xml_parser import q

_SHOWN = frozenset({"png", "jpg", "gif", "webp", "svg"})
_REDRAWN = frozenset({"tif", "tiff", "bmp"})
"""Pictures without a loss that no browser shows: they become PNG."""
_EXTENSIONS = {"jpeg": "jpg", "jpe": "jpg"}
_CLIPS: Mapping[str, Literal["video", "audio"]] = {
    "a:videoFile": "video",
    "a:audioFile": "audio",
    "a:wavAudioFile": "audio",
}
_PLAYED = {"video": ("mp4", "m4v", "mov"), "audio": ("mp3", "m4a", "wav")}
_MEDIA = q("p14:media")
_CROP = 0.005
"""The share of a side from which on a picture counts as cropped."""
_DECORATIVE = q("adec:decorative")
_SVG = q("asvg:svgBlip")


def picture_of(shape: SlideShape) -> SourcePicture | SourceClip | Unread:
    """Return a picture, film or sound, or what it is instead of one that can be shown."""
    for name, kind in _CLIPS.items():
        if shape.element.find(f".//{q('p:nvPr')}/{q(name)}") is not None:
            return _clip(shape, kind)
    if why := _not_shown(shape):
        return Unread(why)
    found = _data(shape, q("a:blip"))
    if found is None:
        return Unread("picture that is not there")
    data, extension = found
    if extension in _REDRAWN and (png := png_of(data)):
        data, extension = png, "png"
    if extension not in _SHOWN:
        return Unread(f"picture of type {extension.upper()}")
    is_decorative = any(parse_flag(each.get("val")) for each in shape.element.iter(_DECORATIVE))
    alt, crop = _alt(description(shape)), _crop(shape)
    drawing = _data(shape, _SVG) or (b"", "")
    return SourcePicture(data, extension, alt, is_decorative, shape.name, crop, drawing[0])


def _crop(shape: SlideShape) -> Crop:
    sides = (attribute(shape.element, "p:blipFill/a:srcRect", side) for side in "ltrb")
    left, top, right, bottom = (parse_share(side) or 0 for side in sides)
    crop = left, top, right, bottom
    return crop if any(abs(side) > _CROP for side in crop) else (0, 0, 0, 0)


def _clip(shape: SlideShape, kind: Literal["video", "audio"]) -> SourceClip | Unread:
    """Return the film or sound that a picture stands for ([MS-PPTX] 2.2.1.1)."""
    noun = "film" if kind == "video" else "sound"
    embedded = next(shape.element.iter(_MEDIA), None)
    part = None if embedded is None else shape.related(embedded.get(q("r:embed")))
    if part is None:
        return Unread(f"linked {noun}")
    extension = _extension(part)
    if extension not in _PLAYED[kind]:
        return Unread(f"{noun} of type {extension.upper()}")
    drawing = _data(shape, _SVG) or (b"", "")
    found = _data(shape, q("a:blip")) if kind == "video" else None
    poster = None
    if found is not None and found[1] in {"png", "jpg"} and not is_film_poster(drawing[0]):
        poster = SourcePicture(*found, "", decorative=False, name="", drawing=drawing[0])
    return SourceClip(
        kind,
        part.data,
        extension,
        _alt(description(shape)),
        poster,
        shape.name,
        *_playing(shape),
    )


def _playing(shape: SlideShape) -> tuple[bool, bool]:
    """Return whether a clip plays again and again, and without its sound (19.5.13, 19.5.29)."""
    properties = shape_properties(shape.element)
    id_ = None if properties is None else properties.get("id")
    root = shape.element.getroottree().getroot()
    for node in root.iter(q("p:cMediaNode")):
        if any(each.get("spid") == id_ for each in node.iter(q("p:spTgt"))):
            time = node.find(q("p:cTn"))
            loops = time is not None and time.get("repeatCount") == "indefinite"
            return loops, bool(parse_flag(node.get("mute")))
    return False, False


def _not_shown(shape: SlideShape) -> str:
    """Return what a shape is, if it is no picture within the deck that stands upright."""
    blip = shape.element.find(f".//{q('a:blip')}")
    if blip is None or blip.get(q("r:embed")) is None:
        return "linked picture"
    return "rotated picture" if shape.is_rotated else ""


def _data(shape: SlideShape, tag: str) -> tuple[bytes, str] | None:
    """Return the bytes and the extension of a picture; `tag` is what names its part."""
    for each in shape.element.iter(tag):
        part = shape.related(each.get(q("r:embed")))
        if part is not None:
            extension = _extension(part)
            return part.data, _EXTENSIONS.get(extension, extension)
    return None


def _extension(part: ParsedPart) -> str:
    """Return the ending of a part's name in lower case, without its dot."""
    return posixpath.splitext(part.name)[1][1:].lower()


def _alt(text: str) -> str:
    """Return a description; one that is the name of a file says nothing."""
    is_file = " " not in text and text.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".svg"))
    return "" if is_file else text
