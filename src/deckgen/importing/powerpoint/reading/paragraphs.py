"""The paragraphs of a text frame: runs with format, links, formulas, marks; and their size."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.formulas import is_bold, latex_of
from deckgen.importing.powerpoint.reading.shape_properties import list_styles, mark_of
from deckgen.importing.symbol_fonts import with_letters_of_unicode
from deckgen.ooxml_rules.attributes import parse_share
from deckgen.ooxml_rules.link_addresses import is_web_address
from deckgen.ooxml_rules.shape_queries import attribute, words_in
from deckgen.ooxml_rules.text_formats import first_list_number, paragraph_level, run_format
from deckgen.opc.xml_parser import Element, q

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape

_MONO = re.compile(r"(?i)\b(consolas|courier|menlo|monaco|mono|code|inconsolata|hack)\b|mono\b")
_USUAL_SIZE = 1800
"""Hundredths of a point: the size of text that no style sets."""


def source_paragraphs(
    body: Element, styles: tuple[Element, ...], links: Mapping[str, str]
) -> tuple[SourceParagraph, ...]:
    """Return the paragraphs of a `p:txBody`, without empty ones at both ends.

    `styles` are the list styles that it inherits, the nearest first; `links` are the addresses of
    relationships by id.
    """
    paragraphs = [_paragraph(each, styles, links) for each in body.iter(q("a:p"))]
    while paragraphs and not paragraphs[-1].words.strip():
        paragraphs.pop()
    while paragraphs and not paragraphs[0].words.strip():
        paragraphs.pop(0)
    return tuple(paragraphs)


def _paragraph(
    element: Element, styles: tuple[Element, ...], links: Mapping[str, str]
) -> SourceParagraph:
    level = paragraph_level(element)
    return SourceParagraph(
        tuple(_runs(element, links)),
        level,
        mark_of(element.find(q("a:pPr")), level, styles),
        first_list_number(element),
    )


def _runs(element: Element, links: Mapping[str, str]) -> Iterator[SourceRun]:
    for child in element:
        if child.tag == q("a:br"):
            yield SourceRun("\n")
        elif child.tag in {q("a:r"), q("a:fld")}:
            yield from _run(child, links)
        elif child.tag in {q("a14:m"), q("m:oMath"), q("m:oMathPara")}:
            yield from _formulas(child)


def _formulas(element: Element) -> Iterator[SourceRun]:
    for formula in element.iter(q("m:oMath")):
        words = words_in(formula, "m:t")
        latex = latex_of(formula)
        yield SourceRun(words, bold=is_bold(formula), latex=latex or "", is_formula=True)


def _run(element: Element, links: Mapping[str, str]) -> Iterator[SourceRun]:
    properties = element.find(q("a:rPr"))
    text = words_in(element).replace("\v", "\n").replace("\r", "")
    text = "".join(sign for sign in text if sign in "\n\t" or sign >= " ")
    text = with_letters_of_unicode(text.replace("\t", " "), _symbol_font(properties))
    if not text:
        return
    bold, italic, strike, baseline = run_format(properties)
    yield SourceRun(
        text,
        bold=bold,
        italic=italic,
        strike=strike,
        raised=baseline == "superscript",
        lowered=baseline == "subscript",
        code=bool(_MONO.search(attribute(properties, "a:latin", "typeface"))),
        link=_link(properties, links),
    )


def _symbol_font(properties: Element | None) -> str:
    fonts = (attribute(properties, f"a:{each}", "typeface") for each in ("sym", "latin"))
    return next(filter(None, fonts), "")


def _link(properties: Element | None, links: Mapping[str, str]) -> str:
    address = links.get(attribute(properties, "a:hlinkClick", q("r:id")), "")
    return address if address.startswith("#") or is_web_address(address) else ""


def without_common_format(paragraphs: Iterable[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """Return paragraphs without bold, italics and code that all of their words have.

    What all words have is no emphasis: it is how the slide looks, which the brand decides.
    """
    texts = tuple(paragraphs)
    runs = [run for each in texts for run in each.runs if run.text.strip() and not run.latex]
    bold, italic, code = (
        bool(runs) and all(getattr(run, name) for run in runs)
        for name in ("bold", "italic", "code")
    )
    return tuple(
        each._replace(
            runs=tuple(
                run._replace(
                    bold=run.bold and not bold,
                    italic=run.italic and not italic,
                    code=run.code and not code,
                )
                for run in each.runs
            )
        )
        for each in texts
    )


def text_looks(shape: "BaseShape", kind: str) -> tuple[float, float, bool]:
    """Return the largest and the usual size of a text in points, and whether all of it is code."""
    body = next(shape.element.iter(q("p:txBody"), q("a:txBody")), None)
    if body is None:
        return 0, 0, False
    sizes = (_size(style, "a:lvl1pPr/a:defRPr") for style in list_styles(shape, kind))
    inherited = next(filter(None, sizes), _USUAL_SIZE)
    letters: Counter[int] = Counter()
    for run in shape.element.iter(q("a:r")):
        letters[_size(run, "a:rPr") or inherited] += len(run.findtext(q("a:t")) or "")
    if not letters:
        return 0, 0, False
    scale = parse_share(attribute(body, "a:bodyPr/a:normAutofit", "fontScale"))
    usual = letters.most_common(1)[0][0] / 100 * (scale or 1)
    runs = [
        run for each in source_paragraphs(body, (), {}) for run in each.runs if run.text.strip()
    ]
    return max(letters) / 100, usual, bool(runs) and all(run.code for run in runs)


def _size(element: Element, path: str) -> int:
    """Return `sz` of the properties at a path, in hundredths of a point; 0 if it is not set."""
    size = attribute(element, path, "sz")
    return int(size) if size.isdigit() else 0
