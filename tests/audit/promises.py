"""The promises of deckgen for its own decks, beyond the demands of PowerPoint.

PowerPoint opens a deck that breaks one of these rules without complaint.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from deckgen.audit.validity.fault import Fault, code_of, parts_with_root
from deckgen.audit.validity.font_rules import embedded_font_entries, typeface_of
from deckgen.ooxml_rules.shape_queries import (
    SHAPES,
    TITLE_TYPES,
    find_first,
    name_of,
    placeholder_shapes,
    shape_properties,
    text_of,
)
from deckgen.opc.package_reader import read_package
from deckgen.opc.xml_parser import q
from tests.validity import report_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.audit.validity.fault import FaultRule
    from deckgen.ooxml_rules.shape_queries import PlaceholderShape
    from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
    from deckgen.opc.xml_parser import Element
    from deckgen.support.diagnostics import Diagnostics

COLOURS = ("a:srgbClr", "a:scrgbClr", "a:hslClr", "a:sysClr", "a:prstClr")
TYPEFACES = ("a:latin", "a:ea", "a:cs", "a:sym")
CONTENT_TYPES = {"obj", "body", "subTitle"}
DECORATIVE = "adec:decorative"
EQUATION_FONT = "Cambria Math"


def _runs(package: ParsedPackage, *tags: str) -> Iterator[tuple[ParsedPart, Element]]:
    """Yield the runs (or other elements) of slides and notes."""
    for tag in ("p:sld", "p:notes"):
        for part, root in parts_with_root(package, tag):
            for run in root.iter(*(q(name) for name in tags or ("a:r",))):
                yield part, run


def _titles(root: Element) -> list[PlaceholderShape]:
    """Return the title placeholders of a slide."""
    return [found for found in placeholder_shapes(root) if found.type in TITLE_TYPES]


def run_without_lang(package: ParsedPackage) -> Iterator[Fault]:
    """Every run says its language, for spelling and for screen readers (promises 1 and 6)."""
    for part, run in _runs(package):
        properties = find_first(run, "a:rPr")
        if properties is None or not properties.get("lang"):
            yield Fault(part.name, f"a run has no lang: {_words(run)!r}")


def hard_coded_colour(package: ParsedPackage) -> Iterator[Fault]:
    """Text takes theme colours, so that another master restyles the deck (promise 1)."""
    for part, properties in _runs(package, "a:rPr", "a:endParaRPr"):
        for colour in properties.iter(*(q(tag) for tag in COLOURS)):
            value = colour.get("val") or colour.get("lastClr")
            yield Fault(part.name, f"a run has the colour {value} of its own")


def hard_coded_font(package: ParsedPackage, code_font: str | None) -> Iterator[Fault]:
    """Text takes theme fonts; only inline code takes the brand's monospace face (promise 1).

    Equations are set in the one font that PowerPoint has for them.
    """
    for part, properties in _runs(package, "a:rPr", "a:endParaRPr"):
        for font in properties.iter(*(q(tag) for tag in TYPEFACES)):
            typeface = font.get("typeface", "")
            known = {code_font, EQUATION_FONT if _is_in_equation(properties) else None}
            if not typeface.startswith("+") and typeface not in known:
                yield Fault(part.name, f"a run has the font {typeface!r} of its own")


def _is_in_equation(properties: Element) -> bool:
    parent = properties.getparent()
    return parent is not None and "officeDocument/2006/math" in str(parent.tag)


def hard_coded_fill(package: ParsedPackage) -> Iterator[Fault]:
    """Shapes that are drawn on slides take theme colours, as their text does (promise 1)."""
    for part, root in parts_with_root(package, "p:sld"):
        for properties in root.iter(q("p:spPr")):
            for colour in properties.iter(*(q(tag) for tag in COLOURS)):
                value = colour.get("val") or colour.get("lastClr")
                yield Fault(part.name, f"a shape has the colour {value} of its own")


def missing_title(package: ParsedPackage) -> Iterator[Fault]:
    """Every slide has words in its title placeholder (promise 6)."""
    for part, root in parts_with_root(package, "p:sld"):
        if not any(title.text.strip() for title in _titles(root)):
            yield Fault(part.name, "has no title")


def several_titles(package: ParsedPackage) -> Iterator[Fault]:
    """No slide has two title placeholders (promise 6)."""
    for part, root in parts_with_root(package, "p:sld"):
        if len(_titles(root)) > 1:
            yield Fault(part.name, f"has {len(_titles(root))} titles")


def duplicate_slide_name(package: ParsedPackage) -> Iterator[Fault]:
    """Slides have names of their own, also where their titles are the same."""
    owners: dict[str, str] = {}
    for part, root in parts_with_root(package, "p:sld"):
        content = root.find(q("p:cSld"))
        name = "" if content is None else content.get("name", "")
        if name in owners:
            yield Fault(part.name, f"has the name of {owners[name]}: {name!r}")
        elif name:
            owners[name] = part.name


def empty_placeholder(package: ParsedPackage) -> Iterator[Fault]:
    """No placeholder of a slide is left empty: PowerPoint shows its prompt when editing."""
    for part, root in parts_with_root(package, "p:sld"):
        for placeholder in placeholder_shapes(root):
            is_text = placeholder.shape.tag == q("p:sp") and placeholder.type not in TITLE_TYPES
            has_field = next(placeholder.shape.iter(q("a:fld")), None) is not None
            if is_text and not has_field and not placeholder.text.strip():
                yield Fault(part.name, f"the placeholder “{name_of(placeholder.shape)}” is empty")


def title_not_first(package: ParsedPackage) -> Iterator[Fault]:
    """Each title is read first, or directly after a kicker (promise 6)."""
    shape_tags = {q(tag) for tag in SHAPES}
    for part, root in parts_with_root(package, "p:sld"):
        tree = find_first(root, "p:cSld/p:spTree")
        in_order = [] if tree is None else [shape for shape in tree if shape.tag in shape_tags]
        titles = [title.shape for title in _titles(root)]
        if titles and titles[0] not in in_order[:2]:
            yield Fault(part.name, "the title is not among the first two shapes")


def picture_without_description(package: ParsedPackage) -> Iterator[Fault]:
    """Each picture has alternative text, or says that it is decorative (promise 6, WCAG 1.1.1)."""
    for part, root in parts_with_root(package, "p:sld"):
        for picture in root.iter(q("p:pic")):
            properties = shape_properties(picture)
            if properties is None or not (properties.get("descr") or _is_decorative(properties)):
                yield Fault(part.name, f"the picture “{name_of(picture)}” has no description")


def chart_without_description(package: ParsedPackage) -> Iterator[Fault]:
    """Each chart has alternative text (promise 6, WCAG 1.1.1)."""
    for part, root in parts_with_root(package, "p:sld"):
        for frame in root.iter(q("p:graphicFrame")):
            properties = shape_properties(frame)
            is_chart = next(frame.iter(q("c:chart")), None) is not None
            if is_chart and (properties is None or not properties.get("descr")):
                yield Fault(part.name, f"the chart “{name_of(frame)}” has no description")


def chart_without_workbook(package: ParsedPackage) -> Iterator[Fault]:
    """Every chart has its workbook: “Edit Data” finds nothing to edit otherwise (promise 1)."""
    for part, root in parts_with_root(package, "c:chartSpace"):
        for data in root.iter(q("c:externalData")):
            found = part.related(data.get(q("r:id")))
            if found is None or (not found.external and found.target not in package.parts):
                yield Fault(part.name, "the workbook with its numbers is missing")


def hard_coded_chart(package: ParsedPackage) -> Iterator[Fault]:
    """Charts take theme colours and theme fonts, so another master restyles them (promise 1)."""
    for part, root in parts_with_root(package, "c:chartSpace"):
        for font in root.iter(*(q(tag) for tag in TYPEFACES)):
            if not font.get("typeface", "").startswith("+"):
                yield Fault(part.name, f"has the font {font.get('typeface')!r} of its own")
        for colour in root.iter(*(q(tag) for tag in COLOURS)):
            yield Fault(part.name, f"has the colour {colour.get('val')} of its own")


def text_outside_placeholder(package: ParsedPackage) -> Iterator[Fault]:
    """Every word of a slide sits in a placeholder, a table or a chart (promise 1).

    A caption is a text box, as its place depends on the picture: it is read after the picture. So
    is a column for which the layout has no placeholder: it is read after one that has. What is
    drawn as several shapes is a group with a name.
    """
    for part, root in parts_with_root(package, "p:sld"):
        for shape in root.iter(q("p:sp")):
            if _is_caption(shape) or _is_column(shape) or _is_drawn(shape):
                continue
            if find_first(shape, "p:nvSpPr/p:nvPr/p:ph") is None and text_of(shape).strip():
                yield Fault(part.name, f"“{name_of(shape)}” has text, but is no placeholder")


def _is_caption(shape: Element) -> bool:
    """Return whether a shape is a text box that is read after a picture, a table or a chart."""
    follows = next(shape.itersiblings(q("p:pic"), q("p:graphicFrame"), preceding=True), None)
    return follows is not None and _is_text_box(shape)


def _is_column(shape: Element) -> bool:
    """Return whether a shape is a text box beside a content placeholder with text."""
    siblings = shape.getparent()
    return (
        _is_text_box(shape)
        and siblings is not None
        and any(
            found.type in CONTENT_TYPES and found.text.strip()
            for found in placeholder_shapes(siblings)
        )
    )


def _is_text_box(shape: Element) -> bool:
    properties = find_first(shape, "p:nvSpPr/p:cNvSpPr")
    return properties is not None and properties.get("txBox") in {"1", "true"}


def _is_drawn(shape: Element) -> bool:
    """Return whether a shape belongs to a drawing: a group with a name."""
    group = next(shape.iterancestors(q("p:grpSp")), None)
    return group is not None and bool(name_of(group))


def _is_decorative(properties: Element) -> bool:
    """Return whether a shape is marked as decorative."""
    return any(mark.get("val") in ("1", "true") for mark in properties.iter(q(DECORATIVE)))


def _words(run: Element) -> str:
    """Return the first words of a run, for a message."""
    return "".join(text.text or "" for text in run.iter(q("a:t")))[:40]


def embedded_font_unused(package: ParsedPackage) -> Iterator[Fault]:
    """Of the fonts that we embed, every one is named by a theme or on a slide (FACTS)."""
    named = {
        font.get("typeface", "").casefold()
        for part in package.parts.values()
        if part.root is not None
        for font in part.root.iter(q("a:latin"), q("a:cs"), q("a:ea"))
    }
    for main, font in embedded_font_entries(package):
        name = typeface_of(font)
        ours = any(face.get(q("r:id"), "").startswith("deckgen") for face in font)
        if ours and name.casefold() not in named:
            yield Fault(main.name, f"embeds “{name}”, which nothing shows")


RULES: tuple[FaultRule, ...] = (
    embedded_font_unused,
    run_without_lang,
    hard_coded_colour,
    hard_coded_fill,
    missing_title,
    several_titles,
    duplicate_slide_name,
    empty_placeholder,
    title_not_first,
    picture_without_description,
    chart_without_description,
    chart_without_workbook,
    hard_coded_chart,
    text_outside_placeholder,
)


def audit_promises(
    data: bytes, diagnostics: Diagnostics, file: str = "deck.pptx", code_font: str | None = None
) -> None:
    """Report, as errors, the promises of deckgen that a deck breaks.

    `code_font` is the brand's monospace typeface: the only one that a run may name.
    """
    package = read_package(data, diagnostics, file)
    if package is None:
        return
    for rule in RULES:
        report_faults(code_of(rule), rule(package), diagnostics, file)
    fonts = partial(hard_coded_font, code_font=code_font)
    report_faults("hard-coded-font", fonts(package), diagnostics, file)
