"""A fault of the corpus, the deck that it is seeded into, and the edits that many faults share."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tests.tools.packages import Edit, Parts, clean_deck, edited, replace

WORDS = "ppt/slides/slide1.xml"
NUMBERS = "ppt/slides/slide2.xml"
PICTURES = "ppt/slides/slide3.xml"
NUMBERS_RELS = "ppt/slides/_rels/slide2.xml.rels"
PICTURES_RELS = "ppt/slides/_rels/slide3.xml.rels"
NOTES = "ppt/notesSlides/notesSlide1.xml"
DECK = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
CORE = "docProps/core.xml"
BODY = "Content Placeholder 2"
TITLE = '<p:ph type="title"/>'
LANG = '<a:rPr lang="en-GB"/>'
SECOND = '<a:pPr lvl="1"/>'
SECOND_TEXT = "<a:t>Second level</a:t>"
PLAIN = f"{LANG}<a:t>Plain </a:t>"
DESCRIPTION = 'descr="A red field"'
END = "</p:spTree>"
LONG = "More than forty letters without a pause make a line of text"


class Fault(NamedTuple):
    """A fault of a deck, and where the audit has to find it."""

    code: str
    edits: tuple[Edit, ...]
    slide: int | None
    shape: str | None
    """The name of the shape; None for the whole slide or deck."""


@cache
def base_deck() -> bytes:
    """Return the deck in which faults are seeded: the clean deck, with lines that stand apart."""
    spacing = '<a:lnSpc><a:spcPct val="115000"/></a:lnSpc><a:spcBef>'

    def apart(parts: Parts) -> None:
        head, tail = parts[MASTER].decode().split("<p:bodyStyle>")
        parts[MASTER] = f"{head}<p:bodyStyle>{tail.replace('<a:spcBef>', spacing, 9)}".encode()

    return edited(clean_deck(), [apart])


def fault(code: str, slide: int | None, shape: str | None, *edits: Edit) -> Fault:
    """Return a fault of the corpus."""
    return Fault(code, edits, slide, shape)


def paragraph(text: str, properties: str = "", run: str = 'lang="en-GB"', inside: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<a:p>{properties}<a:r><a:rPr {run}>{inside}</a:rPr><a:t>{text}</a:t></a:r></a:p>"


def shape(
    paragraphs: str = "",
    *,
    box: tuple[int, int, int, int] = (720_000, 5_000_000, 2_880_000, 720_000),
    fill: str = "",
    nonvisual: str = "",
    more: str = "",
    name: str = "New",
    attributes: str = "",
) -> str:
    """Return a shape with text, with a fill if one is named by its RRGGBB."""
    x, y, cx, cy = box
    paint = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="{name}" {attributes}>{more}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr>{nonvisual}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom>{paint}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>".replace("<a:p/>", paragraphs or "<a:p/>")
    )


def line(color: str, arrow: str = "", attributes: str = "") -> str:
    """Return a line in a colour (RRGGBB), with an arrow at an end, such as `tailEnd`."""
    end = f'<a:{arrow} type="triangle"/>' if arrow else ""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="91" name="New" descr="Leads on" {attributes}/>'
        "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm>"
        '<a:off x="720000" y="6000000"/><a:ext cx="2880000" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="25400"><a:solidFill>'
        f'<a:srgbClr val="{color}"/></a:solidFill>{end}</a:ln></p:spPr></p:cxnSp>'
    )


def filled(color: str) -> str:
    """Return the properties of a series with a fill, by its RRGGBB."""
    return f'<c:spPr><a:solidFill><a:srgbClr val="{color}"/></a:solidFill></c:spPr>'


def on(part: str, added: str) -> Edit:
    """Return an edit that adds a shape behind all others, read last."""
    return replace(part, END, added + END)


def body(*paragraphs: str) -> Edit:
    """Return an edit that puts paragraphs for the second one of the content."""
    return replace(WORDS, f"<a:p>{SECOND}<a:r>{LANG}{SECOND_TEXT}</a:r></a:p>", "".join(paragraphs))


def related(part: str, kind: str, target: str, mode: str = "External") -> Edit:
    """Return an edit that adds a relationship `rId80` to a part."""
    folder, _, name = part.rpartition("/")
    entry = (
        f'<Relationship Id="rId80" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return replace(f"{folder}/_rels/{name}.rels", "</Relationships>", entry)
