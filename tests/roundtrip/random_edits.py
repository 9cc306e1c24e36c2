"""Random edits of words in a deck, as people make them: places, and what is typed there."""

import random
from typing import NamedTuple

from deckgen.deck.deck_map import MappedParagraph
from deckgen.roundtrip.reading.edited_deck import EditedDeck, EditedShape, EditedSlide, Paragraphs

_PLAIN = "town square people water summer library street tree Zürich café 12 1,200 2027"
_SPECIAL = (
    "*star* **two** _under_ `code` a:b key: #1 #tag [x] {y} $5 ${name} $x$ \\ <b> @name % & | > "
    "- -- --- ... “quoted” \"straight\" 'single' it's ! ? !tag ~~gone~~ x^2^ H~2~O a@b.example "
    "[text](x) http://a.example § yes no null ~ 0123 12:30"
)
"""Words that mean something in YAML, in markup, or to typography."""

_SPECIAL_SHARE = 0.15


class Place(NamedTuple):
    """A paragraph of an edited deck."""

    slide: int
    shape: int
    """-1: the notes."""
    row: int
    column: int
    paragraph: int


def places(deck: EditedDeck) -> list[Place]:
    """Return the paragraphs of a deck that have words."""
    found = []
    for slide, each in enumerate(deck.slides):
        found += [Place(slide, -1, 0, 0, at) for at in _worded(each.notes)]
        for number, shape in enumerate(each.shapes):
            if shape.placeholder != "sldNum":
                found += [Place(slide, number, -1, 0, at) for at in _worded(shape.paragraphs)]
            for row, cells in enumerate(shape.cells):
                for column, cell in enumerate(cells):
                    found += [Place(slide, number, row, column, at) for at in _worded(cell)]
    return found


def _worded(paragraphs: Paragraphs) -> list[int]:
    """Return the paragraphs with words that are no formula."""
    return [
        at
        for at, each in enumerate(paragraphs)
        if any(not _in_formula(each, stretch) for stretch in _stretches(each.words))
    ]


def edited_deck(deck: EditedDeck, place: Place, rng: random.Random) -> tuple[EditedDeck, str, str]:
    """Return a deck with other words in a place; the old words and the new ones."""
    slide = deck.slides[place.slide]
    if place.shape < 0:
        notes, old, new = _edited(slide.notes, place.paragraph, rng)
        slide = slide._replace(notes=notes)
    else:
        shape, old, new = _edited_shape(slide.shapes[place.shape], place, rng)
        shapes = (*slide.shapes[: place.shape], shape, *slide.shapes[place.shape + 1 :])
        slide = slide._replace(shapes=shapes)
    slide = slide._replace(digest="edited")
    slides = (*deck.slides[: place.slide], slide, *deck.slides[place.slide + 1 :])
    if place.shape >= 0 and slide.shapes[place.shape].placeholder == "ftr":
        # Footers are changed for all slides at once.
        slides = tuple(_with_footer(each, old, new) for each in slides)
    return deck._replace(slides=slides), old, new


def _with_footer(slide: EditedSlide, old: str, new: str) -> EditedSlide:
    return slide._replace(
        shapes=tuple(
            shape._replace(
                paragraphs=tuple(
                    each._replace(words=new) if each.words == old else each
                    for each in shape.paragraphs
                )
            )
            if shape.placeholder == "ftr"
            else shape
            for shape in slide.shapes
        )
    )


def _edited_shape(
    shape: EditedShape, place: Place, rng: random.Random
) -> tuple[EditedShape, str, str]:
    if place.row < 0:
        paragraphs, old, new = _edited(shape.paragraphs, place.paragraph, rng)
        return shape._replace(paragraphs=paragraphs), old, new
    rows = [list(row) for row in shape.cells]
    cell, old, new = _edited(rows[place.row][place.column], place.paragraph, rng)
    rows[place.row][place.column] = cell
    return shape._replace(cells=tuple(map(tuple, rows))), old, new


def _edited(paragraphs: Paragraphs, at: int, rng: random.Random) -> tuple[Paragraphs, str, str]:
    old = paragraphs[at]
    new = _retyped(old, *_edit(old, rng))
    return (*paragraphs[:at], new, *paragraphs[at + 1 :]), old.words, new.words


def _edit(paragraph: MappedParagraph, rng: random.Random) -> tuple[int, int, str]:
    """Return an edit as people make them: start and end of what goes, and what comes."""
    words = paragraph.words
    stretches = [m for m in _stretches(words) if not _in_formula(paragraph, m)] or [(0, 0)]
    start, end = rng.choice(stretches)
    typed = rng.choice((_SPECIAL if rng.random() < _SPECIAL_SHARE else _PLAIN).split())
    kind = rng.randrange(8)
    edit = (start, end, typed)
    if kind == 0:
        edit = end, end, f" {typed}"
    elif kind == 1:
        edit = start, start, f"{typed} "
    elif kind == 2 and len(stretches) > 1:
        edit = (start, end + 1, "") if end < len(words) else (start - 1, end, "")
    elif kind == 3:
        edit = len(words), len(words), f" {typed}" if rng.random() < 0.7 else f", {typed}"
    elif kind == 4 and end - start > 2:
        at = rng.randrange(start, end)
        edit = at, at + 1, ""
    elif kind == 5:
        edit = start, end, words[start:end].swapcase()
    elif kind == 6:
        last = rng.choice(stretches)
        edit = min(start, last[0]), max(end, last[1]), f"{typed} {rng.choice(_PLAIN.split())}"
    return edit


def _stretches(words: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = None
    for at, sign in enumerate(f"{words} "):
        if sign.isspace():
            if start is not None:
                found.append((start, at))
            start = None
        elif start is None:
            start = at
    return found


def _in_formula(paragraph: MappedParagraph, stretch: tuple[int, int]) -> bool:
    return any(s < stretch[1] and stretch[0] < e for s, e in paragraph.formulas)


def _retyped(paragraph: MappedParagraph, start: int, end: int, typed: str) -> MappedParagraph:
    """Return a paragraph with other characters; they look as those that they replace."""
    start, end = max(start, 0), min(end, len(paragraph.words))
    by = len(typed) - (end - start)

    def moved(at: int) -> int:
        return at if at <= start else max(at + by, start) if at >= end else start

    formulas = tuple((moved(s), moved(e)) for s, e in paragraph.formulas)
    marks = tuple((moved(s), moved(e), mark) for s, e, mark in paragraph.marks)
    return paragraph._replace(
        words=paragraph.words[:start] + typed + paragraph.words[end:],
        formulas=formulas,
        marks=tuple(each for each in marks if each[0] < each[1]),
    )
