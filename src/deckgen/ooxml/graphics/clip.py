"""Films and sounds as shapes of a slide: pictures that play (ECMA-376 Part 1, 20.1.3).

PowerPoint 2010 and later play the part that `p14:media` embeds ([MS-PPTX] 2.3.1.18); older ones,
and most other programs, the one that `a:videoFile` or `a:audioFile` links to. Both are one part.
"""

import hashlib

from deckgen.brand.contrast import GRAPHIC_MINIMUM
from deckgen.deck.graphics import Clip, Media, Picture
from deckgen.media.poster import PosterColors, film_poster, sound_symbol
from deckgen.ooxml.backdrop import ACCENTS, Backdrop
from deckgen.ooxml.graphics.drawing import DrawingColors, drawing_colors
from deckgen.ooxml.graphics.picture import (
    media_parts,
    media_relationship,
    picture_xml,
    with_caption,
)
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext
from deckgen.support.xml_text import RELATIONSHIPS

_MEDIA = "http://schemas.microsoft.com/office/2007/relationships/media"
_TRACK = "http://schemas.microsoft.com/office/2017/04/relationships/track"


def clip_shape(clip: Clip, context: ShapeContext) -> GraphicXml:
    """Return the shapes of a clip and its caption, and its parts."""
    picture = clip.picture if clip.has_poster else _with_poster(clip, context)
    what = "Video" if clip.recording.film else "Audio"
    xml = picture_xml(picture, context, what, _file_xml(clip, context))
    parts = media_parts(picture.media, picture.vector, clip.recording.media, clip.subtitles)
    return with_caption(xml, parts, picture.caption, context)


def _file_xml(clip: Clip, context: ShapeContext) -> str:
    kind = "video" if clip.recording.film else "audio"
    media = clip.recording.media
    link = media_relationship(media, context, f"{RELATIONSHIPS}/{kind}")
    embedded = media_relationship(media, context, _MEDIA)
    tracks = _tracks(clip.subtitles, context) if clip.subtitles else ""
    return (
        f'<a:{kind}File r:link="{link}"/><p:extLst>'
        '<p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}">'
        f'<p14:media r:embed="{embedded}">{tracks}</p14:media>'
        "</p:ext></p:extLst>"
    )


def _tracks(subtitles: Media, context: ShapeContext) -> str:
    """Return the list of subtitles ([MS-PPTX] 2.13.1.1), the only one in the slide's language."""
    track = media_relationship(subtitles, context, _TRACK)
    digits = hashlib.sha256(subtitles.data).hexdigest().upper()
    guid = f"{{{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}}}"
    return (
        '<p14:extLst><p:ext uri="{3AFAAA56-56D3-431D-BCD4-E75A35582382}">'
        f'<p173:tracksInfo displayLoc="media"><p173:trackLst>'
        f'<p173:track id="{guid}" label="{context.lang}" lang="{context.lang}" r:embed="{track}"/>'
        "</p173:trackLst></p173:tracksInfo></p:ext></p14:extLst>"
    )


def _with_poster(clip: Clip, context: ShapeContext) -> Picture:
    """Return the picture that shows until the clip plays, drawn in colours of the theme."""
    colors = drawing_colors(context.layout, context.backdrop)
    film = clip.recording.media
    if clip.recording.film:
        raster, vector = film_poster(film.width, film.height, _film_colors(colors))
    else:
        disc = context.backdrop.below(colors.accent)
        raster, vector = sound_symbol(_poster_colors(disc, colors.accent))
    return clip.picture._replace(media=raster, vector=vector)


def _film_colors(colors: DrawingColors) -> PosterColors:
    """Return a screen that is dark where the slide is light, and its sign in an accent."""
    slide = colors.backdrop
    name = slide.readable("dk2", "dk1") if slide.is_light else colors.panel or colors.text
    screen = slide.below(name)
    seen = (accent for accent in ACCENTS if screen.reads(accent, GRAPHIC_MINIMUM))
    return _poster_colors(screen, next(seen, screen.readable()))


def _poster_colors(screen: Backdrop, disc: str) -> PosterColors:
    mark = screen.below(disc).readable()
    return PosterColors(screen.rgb, screen.rgb_of(disc), screen.rgb_of(mark))
