"""Decks to include slides from, made by python-pptx or by deckgen, and what becomes of them."""

import io
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.util import Cm, Emu

from deckgen.support.xml_text import RELATIONSHIPS
from tests.talks import Talk, talk
from tests.tools.packages import add, clean_deck, edited, png, replace, saved


def including(*entries: str, files: dict[str, bytes] | None = None, **more: Any) -> Talk:
    """Return a talk in 4:3 of an opening slide and some entries, beside a deck `partner.pptx`."""
    decks = {"partner.pptx": clean_deck(), **(files or {})}
    lines = "\n".join(("- section: Ours", *entries))
    return talk(lines, size="4:3", files=decks, **more)


@cache
def titled(*titles: str) -> bytes:
    """Return a deck in 4:3 with a slide for each title."""
    deck: Any = Presentation()
    for title in titles:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
    return saved(deck)


def of_size(width: float, height: float) -> bytes:
    """Return a deck with a slide of some inches."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(width * 914400)), Emu(round(height * 914400))
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "Large"
    return saved(deck)


def on_first_slide(xml: str, relationship: str = "") -> bytes:
    """Return the clean deck with something more on its first slide, and a relationship of it."""
    slide = "ppt/slides/slide1.xml"
    edits = [replace(slide, "</p:spTree>", f"{xml}</p:spTree>")]
    if relationship:
        holder = "ppt/slides/_rels/slide1.xml.rels"
        edits.append(replace(holder, "</Relationships>", f"{relationship}</Relationships>"))
    return edited(clean_deck(), edits)


def with_film() -> bytes:
    """Return a deck with a film, its poster, and the animation that plays it."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "A film"
    place = Cm(2), Cm(5), Cm(8), Cm(5)
    poster = io.BytesIO(png())
    slide.shapes.add_movie(io.BytesIO(b"film"), *place, poster, mime_type="video/mp4")
    return saved(deck)


def with_diagram() -> bytes:
    """Return the clean deck with a SmartArt graphic of four parts on its first slide."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    head = f'xmlns:dgm="{uri}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    kinds = {
        "Data": f'<dgm:dataModel {head}><dgm:ptLst><dgm:pt modelId="0" type="doc"/></dgm:ptLst>'
        "<dgm:cxnLst/></dgm:dataModel>",
        "Layout": f'<dgm:layoutDef {head} uniqueId="urn:a"><dgm:layoutNode name="a"/>'
        "</dgm:layoutDef>",
        "Style": f'<dgm:styleDef {head} uniqueId="urn:b"><dgm:styleLbl name="n"/></dgm:styleDef>',
        "Colors": f'<dgm:colorsDef {head} uniqueId="urn:c"/>',
    }
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="93" name="D" descr="d"/>'
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
        '<p:xfrm><a:off x="0" y="3000000"/><a:ext cx="3000000" cy="2000000"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{uri}"><dgm:relIds xmlns:dgm="{uri}" r:dm="rId40" r:lo="rId41"'
        ' r:qs="rId42" r:cs="rId43"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    types = "".join(
        f'<Override PartName="/ppt/diagrams/{kind.lower()}1.xml" ContentType="application/vnd.'
        f'openxmlformats-officedocument.drawingml.diagram{kind}+xml"/>'
        for kind in kinds
    )
    names = ("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors")
    arrows = "".join(
        f'<Relationship Id="rId{40 + at}" Type="{RELATIONSHIPS}/{name}"'
        f' Target="../diagrams/{kind.lower()}1.xml"/>'
        for at, (name, kind) in enumerate(zip(names, kinds, strict=True))
    )
    return edited(
        on_first_slide(frame, arrows),
        [
            replace("[Content_Types].xml", "</Types>", f"{types}</Types>"),
            *(
                add(f"ppt/diagrams/{kind.lower()}1.xml", xml.encode())
                for kind, xml in kinds.items()
            ),
        ],
    )
