"""Faults of a film on a slide of the clean deck, one at a time."""

from deckgen.deck.graphics import Clip, Media, Picture, Recording
from deckgen.ooxml.timing import timing_xml
from deckgen.support.diagnostics import Span
from tests.tools.packages import Edit, add, replace

SLIDE = "ppt/slides/slide3.xml"
MEDIA = Media("/ppt/media/f.mp4", "video/mp4", b"film", 16, 9)
SPAN = Span("x", 1, 1)
FILM = Clip(Recording(MEDIA, film=True, milliseconds=1000), Picture(MEDIA, "A film", SPAN), SPAN)
SHAPE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="9" name="Film" descr="A film"><a:hlinkClick r:id=""'
    ' action="ppaction://media"/></p:cNvPr><p:cNvPicPr/><p:nvPr><a:videoFile r:link="rId91"/>'
    '<p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"><p14:media r:embed="rId92"'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"/></p:ext></p:extLst>'
    '</p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch>'
    '</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="16" cy="9"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>'
)
RELATIONSHIPS = (
    '<Relationship Id="rId91" Target="../media/f.mp4" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/video"/><Relationship Id="rId92" Target="../media/f.mp4"'
    ' Type="http://schemas.microsoft.com/office/2007/relationships/media"/><Relationship'
    ' Id="rId93" Target="../media/g.mp4" Type="x/media"/></Relationships>'
)
TYPES = (
    '<Override PartName="/ppt/media/f.mp4" ContentType="video/mp4"/>'
    '<Override PartName="/ppt/media/g.mp4" ContentType="video/mp4"/></Types>'
)
AGAIN = (
    '<p:video><p:cMediaNode><p:cTn id="99"/><p:tgtEl><p:spTgt spid="9"/></p:tgtEl></p:cMediaNode>'
    "</p:video><p:video>"
)


def playing(where: str = "shape", old: str = "", new: str = "") -> list[Edit]:
    """Return edits that put a film on a slide, with one fault in one of the places it is said."""
    said = {
        "shape": SHAPE,
        "timing": timing_xml([], [(9, FILM)]),
        "relationships": RELATIONSHIPS,
        "types": TYPES,
    }
    assert old in said[where]
    said[where] = said[where].replace(old, new, 1)
    return [
        replace(SLIDE, "</p:spTree>", said["shape"]),
        replace(SLIDE, "</p:sld>", said["timing"] + "</p:sld>"),
        replace("ppt/slides/_rels/slide3.xml.rels", "</Relationships>", said["relationships"]),
        replace("[Content_Types].xml", "</Types>", said["types"]),
        add("ppt/media/f.mp4", b"film"),
        add("ppt/media/g.mp4", b"film"),
    ]


FILM_FAULTS: list[tuple[str, list[Edit]]] = [
    ("media-of-another-kind", playing("relationships", "ships/video", "ships/audio")),
    ("media-of-another-kind", playing("relationships", "ships/media", "ships/image")),
    ("media-of-another-kind", playing("shape", 'embed="rId92"', 'embed="rId93"')),
    ("media-of-another-type", playing("types", "video/mp4", "audio/mpeg")),
    ("media-node-on-still-shape", playing("timing", 'spid="9"', 'spid="2"')),
    (
        "media-node-on-still-shape",
        playing("timing", "<p:video>", AGAIN.replace('spid="9"', 'spid="2"')),
    ),
    ("media-played-twice", playing("timing", "<p:video>", AGAIN)),
]
