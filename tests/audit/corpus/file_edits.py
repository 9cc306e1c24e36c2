"""Edits of several parts: pictures, films, masters."""

from __future__ import annotations

import re
import struct
import zlib

from tests.audit.corpus.fault import (
    DECK,
    LAYOUT,
    MASTER,
    NOTES,
    NUMBERS_RELS,
    PICTURES,
    PICTURES_RELS,
    WORDS,
)
from tests.audit.film_faults import playing
from tests.tools.packages import Edit, Parts, add, png, replace


def photo_with_place(parts: Parts) -> None:
    """Give the picture a chunk of a camera's properties that states a place (Exif 2.32, 4.6.3)."""
    tiff = b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x8825, 4, 1, 26, 0)
    parts["ppt/media/image1.png"] = parts["ppt/media/image1.png"] + b"eXIf" + tiff


def moving_picture(parts: Parts, frames: int = 2) -> None:
    """Put a GIF of two frames for the picture."""
    frame = b"\x2c\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    gif = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    parts["ppt/media/image1.gif"] = gif + frames * frame + b"\x3b"
    del parts["ppt/media/image1.png"]
    replace("ppt/slides/_rels/slide3.xml.rels", "image1.png", "image1.gif")(parts)
    types = '<Default Extension="gif" ContentType="image/gif"/></Types>'
    replace("[Content_Types].xml", "</Types>", types)(parts)


def grey_on_master(parts: Parts) -> None:
    """Give all text of the master a weak colour: through the colour map, by its luminance."""
    head, tail = parts[MASTER].decode().split("<p:bodyStyle>")
    weak = '<a:schemeClr val="bg1"><a:lumMod val="75000"/></a:schemeClr>'
    tail = tail.replace('<a:schemeClr val="tx1"/>', weak, 2)
    parts[MASTER] = f"{head}<p:bodyStyle>{tail}".encode()


def film_with_notes(parts: Parts) -> None:
    """Put a film on the third slide, and on its notes page more words than a remark has."""
    for edit in playing():
        edit(parts)
    link = re.search(rb'<Relationship [^>]*notesSlide1.xml"[^>]*/>', parts[NUMBERS_RELS])
    assert link
    parts[NUMBERS_RELS] = parts[NUMBERS_RELS].replace(link[0], b"")
    moved = re.sub(rb'Id="[^"]*"', b'Id="rId70"', link[0])
    parts[PICTURES_RELS] = parts[PICTURES_RELS].replace(b"</Rel", moved + b"</Rel")
    replace("ppt/notesSlides/_rels/notesSlide1.xml.rels", "slide2.xml", "slide3.xml")(parts)
    replace(NOTES, "What to say", "What is said. " * 6)(parts)


def sound(parts: Parts) -> None:
    """Put a sound on the third slide."""
    for edit in (
        *playing(),
        replace(PICTURES, "<a:videoFile", "<a:audioFile"),
        replace(PICTURES, "<p:video>", "<p:audio>"),
        replace(PICTURES, "</p:video>", "</p:audio>"),
        replace(PICTURES_RELS, "relationships/video", "relationships/audio"),
        replace("[Content_Types].xml", "video/mp4", "audio/mp4"),
    ):
        edit(parts)


def further_files(kind: str, content: bytes, *names: str) -> tuple[Edit, ...]:
    """Return edits that add pictures which the third slide refers to but does not show."""
    entries = "".join(
        f'<Relationship Id="rId6{number}" Type="http://schemas.openxmlformats.org/officeDocument/'
        f'2006/relationships/image" Target="../media/{name}"/>'
        for number, name in enumerate(names)
    )
    types = f'<Default Extension="{kind}" ContentType="image/{kind}"/></Types>'
    return (
        *(add(f"ppt/media/{name}", content) for name in names),
        replace(PICTURES_RELS, "</Relationships>", entries + "</Relationships>"),
        *([replace("[Content_Types].xml", "</Types>", types)] if kind != "png" else []),
    )


def large_picture(parts: Parts) -> None:
    """Put a picture of many pixels for the small one, as large a file as a photo."""
    data = png(size=(4000, 10))
    header = data.index(b"IDAT") - 4
    chunk = b"tEXt" + b"a\0" + b"b" * 600_000
    framed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    parts["ppt/media/image1.png"] = data[:header] + framed + data[header:]


def second_master(parts: Parts) -> None:
    """Add a master with one layout that no slide uses."""
    master, layout = "ppt/slideMasters/slideMaster2.xml", "ppt/slideLayouts/slideLayout99.xml"
    parts["ppt/theme/theme9.xml"] = parts["ppt/theme/theme1.xml"]
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    parts[master] = parts[MASTER]
    listed = parts[master].decode()
    start, end = listed.index("<p:sldLayoutIdLst>"), listed.index("</p:sldLayoutIdLst>")
    parts[master] = (
        listed[:start]
        + '<p:sldLayoutIdLst><p:sldLayoutId id="2147483901" r:id="rId1"/>'
        + listed[end:]
    ).encode()
    parts["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = (
        f'{head}<Relationship Id="rId1" Type="{relations}/slideLayout" '
        f'Target="../slideLayouts/slideLayout99.xml"/><Relationship Id="rId2" '
        f'Type="{relations}/theme" Target="../theme/theme9.xml"/></Relationships>'
    ).encode()
    parts[layout] = parts[LAYOUT]
    parts["ppt/slideLayouts/_rels/slideLayout99.xml.rels"] = (
        f'{head}<Relationship Id="rId1" Type="{relations}/slideMaster" '
        f'Target="../slideMasters/slideMaster2.xml"/></Relationships>'
    ).encode()
    types = parts["[Content_Types].xml"].decode()
    for old, new in (
        ("/ppt/slideMasters/slideMaster1.xml", f"/{master}"),
        ("/ppt/slideLayouts/slideLayout2.xml", f"/{layout}"),
        ("/ppt/theme/theme1.xml", "/ppt/theme/theme9.xml"),
    ):
        start = types.index(f'<Override PartName="{old}"')
        entry = types[start : types.index("/>", start) + 2]
        types = types.replace("</Types>", entry.replace(old, new) + "</Types>")
    parts["[Content_Types].xml"] = types.encode()
    replace(
        DECK,
        "</p:sldMasterIdLst>",
        '<p:sldMasterId id="2147483900" r:id="rId79"/></p:sldMasterIdLst>',
    )(parts)
    entry = (
        f'<Relationship Id="rId79" Type="{relations}/slideMaster" '
        'Target="slideMasters/slideMaster2.xml"/></Relationships>'
    )
    replace("ppt/_rels/presentation.xml.rels", "</Relationships>", entry)(parts)


def smart_art(size: int = 1800, color: str = "000000") -> list[Edit]:
    """Return edits that put a SmartArt of one word, as PowerPoint drew it, on the first slide."""
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    drawn = "application/vnd.ms-office.drawingml.diagramDrawing+xml"
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    spaces = (
        'xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="95" name="Diagram" descr="One step"/>'
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>"
        '<a:off x="720000" y="5000000"/><a:ext cx="2880000" cy="720000"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{diagram}"><dgm:relIds xmlns:dgm="{diagram}" r:dm="rId81"/>'
        "</a:graphicData></a:graphic></p:graphicFrame></p:spTree>"
    )
    drawing = (
        f'<dsp:drawing {spaces}><dsp:spTree><dsp:sp><dsp:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2880000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="DDDDDD"/></a:solidFill></dsp:spPr><dsp:txBody><a:bodyPr/>'
        f'<a:p><a:r><a:rPr lang="en-GB" sz="{size}"><a:solidFill><a:srgbClr val="{color}"/>'
        "</a:solidFill></a:rPr><a:t>Step</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree>"
        "</dsp:drawing>"
    )
    data = (
        f'<dgm:dataModel xmlns:dgm="{diagram}" {spaces}><dgm:ptLst/><dgm:extLst>'
        '<a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram">'
        '<dsp:dataModelExt relId="rId82"/></a:ext></dgm:extLst></dgm:dataModel>'
    )
    relations = (
        '<Relationship Id="rId81" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/diagramData" Target="../diagrams/data1.xml"/><Relationship Id="rId82" '
        'Type="http://schemas.microsoft.com/office/2007/relationships/diagramDrawing" '
        'Target="../diagrams/drawing1.xml"/></Relationships>'
    )
    return [
        replace(WORDS, "</p:spTree>", frame),
        replace("ppt/slides/_rels/slide1.xml.rels", "</Relationships>", relations),
        replace(
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/ppt/diagrams/data1.xml" ContentType="{kind}"/>'
            f'<Override PartName="/ppt/diagrams/drawing1.xml" ContentType="{drawn}"/></Types>',
        ),
        add("ppt/diagrams/data1.xml", data.encode()),
        add("ppt/diagrams/drawing1.xml", drawing.encode()),
    ]
