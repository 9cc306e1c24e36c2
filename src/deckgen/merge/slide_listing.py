"""The slides of a deck that is opened: titles, layouts, notes."""

import re
from collections.abc import Iterator

from deckgen.deck.included_slide import SlideSummary, letters_of
from deckgen.deck.text_body import Baseline, Bullet, LineBreak, Paragraph, Run, TextBody, WebLink
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.link_addresses import is_web_address
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES, attribute, placeholder_shapes, words_in
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import Element, q
from deckgen.template.package.kept_parts import PRESENTATION_PART, tree_of

_STARTS = re.compile("[1-9][0-9]{0,4}")
"""The numbers that a list may begin with (ECMA-376 Part 1, 20.1.10.67: up to 32767)."""


def slide_part_names(package: ParsedPackage) -> tuple[str, ...]:
    """Return the part name of each slide in order; empty for a slide that is missing."""
    part = package.parts[PRESENTATION_PART]
    entries = tree_of(part).findall(f"{q('p:sldIdLst')}/{q('p:sldId')}")
    return tuple(_slide(package, part.related(entry.get(q("r:id")))) for entry in entries)


def _slide(package: ParsedPackage, relationship: ParsedRelationship | None) -> str:
    is_inside = relationship is not None and not relationship.external
    part = package.parts.get(relationship.target) if relationship and is_inside else None
    is_there = part is not None and part.root is not None and part.root.tag == q("p:sld")
    return part.name if part is not None and is_there else ""


def listed_slide(package: ParsedPackage, name: str) -> SlideSummary:
    """Return title, layout and notes of a slide."""
    part = package.parts.get(name)
    if part is None:
        return SlideSummary("", "", hidden=False, notes=None)
    root = tree_of(part)
    return SlideSummary(
        title=_title(root),
        layout=attribute(package.related_root(part, "slideLayout"), "p:cSld", "name"),
        hidden=parse_flag(root.get("show")) is False,
        notes=_notes(package, part),
        letters=letters_of(words_in(root)),
    )


def _title(root: Element) -> str:
    for each in placeholder_shapes(root):
        if each.type in TITLE_TYPES:
            words = " ".join(_words(element) for element in each.shape.iter(q("a:p")))
            return " ".join(words.split())
    return ""


def _words(paragraph: Element) -> str:
    words = paragraph.iter(q("a:t"), q("a:br"))
    return "".join(" " if word.tag == q("a:br") else (word.text or "") for word in words)


def _notes(package: ParsedPackage, slide: ParsedPart) -> TextBody | None:
    """Return the words of a slide's notes; None if there are none."""
    part = package.related_part(slide, "notesSlide")
    if part is None or part.root is None:
        return None
    bodies = (each.shape for each in placeholder_shapes(part.root) if each.type == "body")
    body = next(bodies, None)
    paragraphs = [] if body is None else [_paragraph(each, part) for each in body.iter(q("a:p"))]
    while paragraphs and not paragraphs[-1].text.strip():
        paragraphs.pop()
    return TextBody(tuple(paragraphs)) if paragraphs else None


def _paragraph(element: Element, part: ParsedPart) -> Paragraph:
    properties = element.find(q("a:pPr"))
    runs: list[Run | LineBreak] = []
    for child in element:
        if child.tag == q("a:br"):
            runs.append(LineBreak())
        elif child.tag in {q("a:r"), q("a:fld")}:
            runs += _runs(child, part)
    level = attribute(element, "a:pPr", "lvl", "0")
    start = attribute(properties, "a:buAutoNum", "startAt", "1")
    return Paragraph(
        tuple(runs),
        int(level) if level in "012345678" and level else 0,
        _bullet(properties),
        start_at=int(start) if _STARTS.fullmatch(start) else 1,
    )


def _runs(element: Element, part: ParsedPart) -> Iterator[Run | LineBreak]:
    """Yield a run with its formatting; a line feed inside, as in old files, is a line break."""
    properties = element.find(q("a:rPr"))
    attributes = (
        {} if properties is None else {str(name): str(of) for name, of in properties.items()}
    )
    linked = None if properties is None else properties.find(q("a:hlinkClick"))
    part_linked = None if linked is None else part.related(linked.get(q("r:id")))
    link = (
        WebLink(part_linked.target)
        if part_linked and part_linked.external and is_web_address(part_linked.target)
        else None
    )
    text = words_in(element)
    for at, line in enumerate(text.replace("\v", "\n").split("\n")):
        if at:
            yield LineBreak()
        if line:
            yield Run(
                line,
                bold=bool(parse_flag(attributes.get("b"))),
                italic=bool(parse_flag(attributes.get("i"))),
                strike=attributes.get("strike") in {"sngStrike", "dblStrike"},
                baseline=_baseline(attributes.get("baseline", "")),
                link=link,
            )


def _baseline(attributes: str) -> Baseline:
    if not attributes.strip("-0%"):
        return "normal"
    return "subscript" if attributes.startswith("-") else "superscript"


def _bullet(properties: Element | None) -> Bullet:
    if properties is None:
        return "layout"
    if properties.find(q("a:buAutoNum")) is not None:
        return "number"
    return "disc" if properties.find(q("a:buChar")) is not None else "layout"
