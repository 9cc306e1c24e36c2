"""Pictures of a slide, films and sounds."""

from collections.abc import Mapping
from typing import Literal

from pptx.shapes.picture import Picture

from deckgen.importing.powerpoint.reading.shape_properties import description
from deckgen.importing.powerpoint.reading.source_slide import SourceClip, SourcePicture, Unread
from deckgen.media.poster import is_film_poster
from deckgen.media.raster import png_of
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import is_decorative, shape_properties
from deckgen.opc.xml_parser import q

_SHOWN = frozenset({"png", "jpg", "gif", "webp", "svg"})
_REDRAWN = frozenset({"tif", "tiff", "bmp", "emf"})
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
_SVG = q("asvg:svgBlip")


def picture_of(shape: Picture, media: Mapping[str, bytes]) -> SourcePicture | SourceClip | Unread:
    """Return a picture, film or sound, or what it is instead of one that can be shown.

    `media` are the bytes of parts by their names; other parts have their own.
    """
    for name, kind in _CLIPS.items():
        if shape.element.find(f".//{q('p:nvPr')}/{q(name)}") is not None:
            return _clip(shape, kind, media)
    blip = shape.element.find(f".//{q('a:blip')}")
    if blip is None or blip.get(q("r:embed")) is None:
        return Unread("linked picture")
    if shape.rotation % 360:
        return Unread("rotated picture")
    found = _data(shape, q("a:blip"), media)
    if found is None:
        return Unread("picture that is not there")
    data, extension = found
    if extension in _REDRAWN and (png := png_of(data)):
        data, extension = png, "png"
    if extension not in _SHOWN:
        return Unread(f"picture of type {extension.upper()}")
    # A crop below zero is a margin around the picture.
    left, top, right, bottom = shape.crop_left, shape.crop_top, shape.crop_right, shape.crop_bottom
    crop = max(left, 0), max(top, 0), max(right, 0), max(bottom, 0)
    if max(crop) <= _CROP:
        crop = 0, 0, 0, 0
    alt = _alt(description(shape))
    drawing, _ = _data(shape, _SVG, media) or (b"", "")
    decorative = is_decorative(shape_properties(shape.element))
    return SourcePicture(data, extension, alt, decorative, shape.name, crop, drawing)


def _clip(
    shape: Picture, kind: Literal["video", "audio"], media: Mapping[str, bytes]
) -> SourceClip | Unread:
    """Return the film or sound that a picture stands for ([MS-PPTX] 2.2.1.1, media)."""
    noun = "film" if kind == "video" else "sound"
    embedded = next(shape.element.iter(_MEDIA), None)
    try:
        part = shape.part.related_part("" if embedded is None else embedded.get(q("r:embed"), ""))
    except KeyError:
        return Unread(f"linked {noun}")
    extension = part.partname.ext.lower()
    if extension not in _PLAYED[kind]:
        return Unread(f"{noun} of type {extension.upper()}")
    drawing = _data(shape, _SVG, media) or (b"", "")
    found = _data(shape, q("a:blip"), media) if kind == "video" else None
    poster = None
    if found is not None and found[1] in {"png", "jpg"} and not is_film_poster(drawing[0]):
        poster = SourcePicture(*found, "", decorative=False, name="", drawing=drawing[0])
    return SourceClip(
        kind,
        media.get(part.partname, part.blob),
        extension,
        _alt(description(shape)),
        poster,
        shape.name,
        *_playing(shape),
    )


def _playing(shape: Picture) -> tuple[bool, bool]:
    """Return whether a clip plays again and again, and without its sound (19.5.13, 19.5.29)."""
    root = shape.element.getroottree().getroot()
    for node in root.iter(q("p:cMediaNode")):
        if any(each.get("spid") == str(shape.shape_id) for each in node.iter(q("p:spTgt"))):
            time = node.find(q("p:cTn"))
            loops = time is not None and time.get("repeatCount") == "indefinite"
            return loops, bool(parse_flag(node.get("mute")))
    return False, False


def _data(shape: Picture, tag: str, media: Mapping[str, bytes]) -> tuple[bytes, str] | None:
    """Return the bytes and the extension of a picture; `tag` is what names its part."""
    for each in shape.element.iter(tag):
        try:
            part = shape.part.related_part(each.get(q("r:embed"), ""))
        except KeyError:
            continue
        extension = part.partname.ext.lower()
        return media.get(part.partname, part.blob), _EXTENSIONS.get(extension, extension)
    return None


def _alt(text: str) -> str:
    """Return a description; one that is the name of a file says nothing."""
    is_file = " " not in text and text.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".svg"))
    return "" if is_file else text
