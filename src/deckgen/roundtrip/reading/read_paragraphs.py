"""The paragraphs of a text as colleagues left them (ECMA-376 Part 1, 21.1.2)."""

from collections.abc import Iterator
from itertools import accumulate, compress
from typing import NamedTuple

from deckgen.deck.deck_map import FormatMark, MappedParagraph
from deckgen.importing.powerpoint.reading.formulas import latex_of
from deckgen.ooxml_rules.shape_queries import words_in
from deckgen.ooxml_rules.text_formats import paragraph_level, run_format
from deckgen.opc.xml_parser import Element, q
from deckgen.roundtrip.reading.edited_deck import Paragraphs

_FORMATS: tuple[FormatMark, ...] = ("bold", "italic", "strike")


class _Piece(NamedTuple):
    words: str
    marks: tuple[FormatMark, ...] = ()
    is_formula: bool = False


def mapped_paragraphs(body: Element) -> Paragraphs:
    """Return the paragraphs of a `p:txBody` or `a:txBody`; none if there are no words."""
    paragraphs = tuple([_paragraph(each) for each in body.iterchildren(q("a:p"))])
    return paragraphs if any(each.words.strip() for each in paragraphs) else ()


def _paragraph(element: Element) -> MappedParagraph:
    pieces = list(_pieces(element))
    if pieces:  # a blank is often left at the end, where no outline has one
        pieces[-1] = pieces[-1]._replace(words=pieces[-1].words.rstrip(" "))
    starts = [0, *accumulate(len(piece.words) for piece in pieces)]
    return MappedParagraph(
        "".join([piece.words for piece in pieces]),
        paragraph_level(element),
        tuple(
            [(at, at + len(p.words)) for p, at in zip(pieces, starts, strict=False) if p.is_formula]
        ),
        tuple(sorted(_marks(pieces, starts))),
    )


def _marks(pieces: list[_Piece], starts: list[int]) -> Iterator[tuple[int, int, FormatMark]]:
    """Yield start, end and format of what is marked; neighbours with the same format are one."""
    for mark in dict.fromkeys(mark for piece in pieces for mark in piece.marks):
        begin = None
        for piece, at in zip(pieces, starts, strict=False):
            if mark in piece.marks:
                begin = at if begin is None else begin
            elif begin is not None and piece.words:
                yield begin, at, mark
                begin = None
        if begin is not None:
            yield begin, starts[-1], mark


def _pieces(element: Element) -> Iterator[_Piece]:
    for child in element:
        tag = child.tag
        if tag == q("a:r") or tag == q("a:fld"):
            yield from _run(child)
        elif tag == q("a:br"):
            yield _Piece("\v")
        elif tag == q("mc:AlternateContent"):
            yield from _alternatives(child)
        elif tag in {q("a14:m"), q("m:oMath"), q("m:oMathPara")}:
            for formula in child.iter(q("m:oMath")):
                yield _Piece(_formula_words(formula), is_formula=True)


def _run(element: Element) -> Iterator[_Piece]:
    text = "".join([each.text or "" for each in element.iterchildren(q("a:t"))])
    text = text.replace("_x000B_", "\v").replace("\n", "\v").replace("\r", "")
    if text:
        yield _Piece(text, tuple(_formats(element.find(q("a:rPr")))))


def _formats(properties: Element | None) -> Iterator[FormatMark]:
    *are_set, baseline = run_format(properties)
    yield from compress(_FORMATS, are_set)
    if baseline != "normal":
        yield baseline


def _alternatives(element: Element) -> Iterator[_Piece]:
    """Yield the words of an equation: those that are written for programs without equations."""
    fallback = element.find(q("mc:Fallback"))
    words = [] if fallback is None else list(_pieces(fallback))
    if words:
        yield _Piece("".join([each.words for each in words]), is_formula=True)
        return
    choice = element.find(q("mc:Choice"))
    if choice is not None:
        yield from _pieces(choice)


def _formula_words(formula: Element) -> str:
    """Return an equation in plain characters, as `formulas_as_text` gives it."""
    from deckgen.deck.equation_text import linear_parts
    from deckgen.outline.markup.latex.cursor import LatexError
    from deckgen.outline.markup.latex.parser import parse_latex

    latex = latex_of(formula)
    try:
        return "".join([text for text, _ in linear_parts(parse_latex(latex))])
    except LatexError:
        return words_in(formula, "m:t")
