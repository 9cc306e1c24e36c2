"""The paragraphs of a text frame: runs with format, links, formulas; marks, also typed; size."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pptx.shapes.base import BaseShape

from deckgen.fonts.face import is_monospaced
from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.formulas import is_bold, latex_of
from deckgen.importing.powerpoint.reading.shape_properties import list_styles, mark_of
from deckgen.importing.powerpoint.reading.source_slide import SlideText, SourceShape, SourceSlide
from deckgen.ooxml_rules.attributes import is_web_address, parse_integer, parse_share
from deckgen.ooxml_rules.shape_queries import attribute, words_in
from deckgen.ooxml_rules.text_formats import first_list_number, paragraph_level, run_format
from deckgen.opc.xml_parser import Element, q

_USUAL_SIZE = 1800
"""Hundredths of a point: the size of text that no style sets."""
_WINGDINGS = str.maketrans(
    "\x22\x36\x4a\x4b\x4c\x6c\x6e\x6f\x71\x72\x76\xa7\xa8\xd8\xdf\xe0\xe1\xe2\xe7\xe8\xef\xf0\xf3"
    "\xfb\xfc\xfd\xfe",
    "✂⌛☺😐☹●■□❑❒❖▪◻➢←→↑↓←→⇦⇨⇔✗✓☒☑",
)
_SYMBOL = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzCDFGJLPQSUWXY\xa3\xa5\xac\xad\xae\xaf\xb0\xb1\xb3\xb4\xb7\xb9\xbb\xd7"
    "\xdb\xde",
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζΧΔΦΓϑΛΠΘΣΥΩΞΨ≤∞←↑→↓°±≥×•≠≈⋅⇔⇒",
)
_PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Signs of symbol fonts, U+F000 and their place there: PowerPoint types Wingdings for `-->`."""
_SIGN = re.compile(r"\s*([•‣◦▪▫●○■□➢➤►▶→✓✔·*–—−-])\s+(?=\S)")
_FEWEST = 2
"""Lines that are a list, or indented ones that are code; a single one may be anything."""
_CODE_SIGNS = frozenset("<>{}()[]=;")


def source_paragraphs(
    body: Element, styles: Sequence[Element], links: Mapping[str, str]
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
    element: Element, styles: Sequence[Element], links: Mapping[str, str]
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
    text = words_in(element).replace("_x000B_", "\n").replace("\v", "\n").replace("\r", "")
    text = "".join(sign for sign in text if sign in "\n\t" or sign >= " ")
    fonts = (attribute(properties, f"a:{each}", "typeface") for each in ("sym", "latin"))
    text = with_letters_of_unicode(text.replace("\t", " "), next(filter(None, fonts), ""))
    if not text:
        return
    address = links.get(attribute(properties, "a:hlinkClick", q("r:id")), "")
    bold, italic, strike, baseline = run_format(properties)
    is_marked = properties is not None and properties.find(q("a:highlight")) is not None
    yield SourceRun(
        text,
        bold=bold or is_marked,
        italic=italic,
        strike=strike,
        raised=baseline == "superscript",
        lowered=baseline == "subscript",
        code=is_monospaced(attribute(properties, "a:latin", "typeface")),
        link=address if address.startswith("#") or is_web_address(address) else "",
    )


def with_letters_of_unicode(text: str, font: str) -> str:
    """Return a text with the signs of Unicode for those of a font; others stay as they are."""
    table = _SYMBOL if font.casefold().startswith("symbol") else _WINGDINGS
    return _PRIVATE.sub(lambda sign: chr(table.get(ord(sign[0]) - 0xF000, ord(sign[0]))), text)


def without_common_format(paragraphs: Iterable[SourceParagraph]) -> tuple[SourceParagraph, ...]:
    """Return paragraphs without a format (bold, italic, code) that all of their words have.

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


def text_looks(shape: BaseShape, kind: str) -> tuple[float, float, bool]:
    """Return the largest and the usual size of a text in points, and whether all of it is code.

    Code is set in a font for it, or has indented lines below others, and signs of code in most.
    """
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
    paragraphs = source_paragraphs(body, (), {})
    runs = [run for each in paragraphs for run in each.runs if run.text.strip()]
    is_mono = bool(runs) and all(run.code for run in runs)
    return max(letters) / 100, usual, is_mono or _is_listing(paragraphs)


def _is_listing(paragraphs: Iterable[SourceParagraph]) -> bool:
    lines = [line for each in paragraphs for line in each.words.split("\n") if line.strip()]
    indented = sum(line[0].isspace() for line in lines)
    signs = sum(any(sign in _CODE_SIGNS for sign in line) for line in lines)
    return (
        indented >= _FEWEST
        and not lines[0][0].isspace()
        and 2 * signs > len(lines)
        and not any(map(_SIGN.match, lines))
    )


def _size(element: Element, path: str) -> int:
    """Return `sz` of the properties at a path, in hundredths of a point; 0 if it is not set."""
    return max(parse_integer(attribute(element, path, "sz")) or 0, 0)


def with_typed_lists(slide: SourceSlide) -> SourceSlide:
    """Return a slide whose typed bullets are bullets, each further sign one level below."""
    return slide._replace(shapes=tuple(map(_listed, slide.shapes)))


def _listed(shape: SourceShape) -> SourceShape:
    if not isinstance(shape.content, SlideText) or shape.is_mono:
        return shape
    lines = shape.content.paragraphs
    signs = [_sign(line) for line in lines]
    found = [(line, sign) for line, sign in zip(lines, signs, strict=True) if sign]
    if len(found) < _FEWEST:
        return shape
    kinds = list(dict.fromkeys(sign[1] for _, sign in found))
    has_levels = len({line.level for line, _ in found}) > 1
    listed = (
        _bullet(line, sign, 0 if has_levels else kinds.index(sign[1])) if sign else line
        for line, sign in zip(lines, signs, strict=True)
    )
    return shape._replace(content=SlideText(tuple(listed)))


def _sign(line: SourceParagraph) -> re.Match[str] | None:
    """Return the sign that a line without a mark begins with, and the blanks around it."""
    if line.mark != "none" or any(run.is_formula for run in line.runs[:1]):
        return None
    return _SIGN.match(line.words)


def _bullet(line: SourceParagraph, sign: re.Match[str], below: int) -> SourceParagraph:
    runs = tuple(_without_start(line.runs, sign.end()))
    return line._replace(runs=runs, level=line.level + below, mark="bullet")


def _without_start(runs: Iterable[SourceRun], length: int) -> Iterator[SourceRun]:
    """Yield runs without their first letters."""
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:] or run.is_formula:
            yield run._replace(text=run.text[cut:])
