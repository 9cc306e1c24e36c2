"""The map of a deck as it is written: a line for each shape, then the lines of its paragraphs."""

import re
from functools import cache
from typing import Any

import pytest
from lxml import etree

from deckgen.brand.brand import Brand
from deckgen.deck.slide import DeckOrigin, SectionStart, Slide, lasting_slide_number
from deckgen.deck.text_body import LineBreak, Paragraph, Run, TextBody
from deckgen.ooxml.map.map_element import MapWriter
from deckgen.support.diagnostics import Span
from tests.talks import talk

SPAN = Span("talk.yaml", 1, 1)
TITLE = TextBody((Paragraph((Run("Bus & Bahn"),), span=SPAN),))
NAMED = lasting_slide_number("one")
"""The number that the id of the slide gives it."""


@cache
def brand() -> Brand:
    return talk("- title: T\n  text: A").compiled.brand


def mapped(*slides: Slide, number: int = NAMED, origin: DeckOrigin | None = None) -> Any:
    """Return the map of slides, of which the first has this number."""
    words = MapWriter(brand())
    for at, each in enumerate(slides, number):
        words.add(each, at)
    return etree.fromstring(words.element(origin or DeckOrigin()))


def slide(*body: Paragraph, **keys: Any) -> Slide:
    """Return a slide with a title, and a body if it has paragraphs."""
    made = Slide("one", "bullets", "light", "en-GB", (("title", TITLE),), SPAN)
    if body:
        made = made._replace(placeholders=(("title", TITLE), ("body", TextBody(body))))
    return made._replace(**keys)


def lines(element: Any) -> list[str]:
    """Return the lines of a slide, without the boxes of its shapes."""
    return [re.sub(r"@[-\d ]+", "", line) for line in element.text.split("\n")]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (slide(), ["title:0", "Bus & Bahn"]),
        (
            slide(Paragraph((Run("A"),), span=SPAN), Paragraph((Run("B"),), 1, span=SPAN)),
            ["title:0", "Bus & Bahn", "body:01", "A", "B"],
        ),
        (slide(notes=TITLE), ["title:0", "Bus & Bahn", "notes:0", "Bus & Bahn"]),
        # What nobody wrote has a letter; a further line a plus; a format its place.
        (slide(Paragraph((Run("A"),))), ["title:0", "Bus & Bahn", "body:a", "A"]),
        (
            slide(Paragraph((Run("A"), LineBreak(), Run("B")), span=SPAN)),
            ["title:0", "Bus & Bahn", "body:0+", "A", "B"],
        ),
        (
            slide(Paragraph((Run("so "), Run("it", bold=True)), span=SPAN)),
            ["title:0", "Bus & Bahn", "body:0 1/3-5-bold", "so it"],
        ),
    ],
    ids=["title", "levels", "notes", "generated", "two lines", "bold"],
)
def test_the_lines_of_a_slide(made: Slide, expected: list[str]) -> None:
    assert lines(mapped(made)[0]) == expected


def test_a_box_is_written_where_it_is_not_that_of_the_slide_before() -> None:
    first, second = mapped(slide(), slide())
    box = brand().layout("bullets", "light").placeholders[0].box
    assert first.text.startswith(f"title@{box.x} {box.y} {box.cx} {box.cy}:0\n")
    assert second.text.startswith("title:0\n")


@pytest.mark.parametrize(
    ("made", "number", "more"),
    [
        (slide(), NAMED, {}),
        (slide(hidden=True), NAMED, {"hidden": "1"}),
        (slide(), NAMED + 1, {"number": str(NAMED + 1)}),
        (slide(transition="fade"), NAMED, {"transition": "fade"}),
        (slide(section=SectionStart("one", "A & B")), NAMED, {"section": "A & B"}),
    ],
    ids=["as its id says", "hidden", "another number", "transition", "section"],
)
def test_the_attributes_of_a_slide(made: Slide, number: int, more: dict[str, str]) -> None:
    layout = brand().layout("bullets", "light").name
    (element,) = mapped(made, number=number)
    assert dict(element.attrib) == {"id": "one", "layout": layout, **more}


def test_where_a_deck_comes_from() -> None:
    """What is not known is left out."""
    origin = DeckOrigin(
        outline="a&b.yaml", town="gera", tags=("long",), variables=(("day", "<1>"),)
    )
    root = mapped(slide(), origin=origin)
    known = {name: value for name, value in root.attrib.items() if "}" not in name}
    assert known == {"version": "3", "outline": "a&b.yaml", "town": "gera"}
    assert [(one.tag, one.text) for one in root[:2]] == [("tag", "long"), ("variable", "<1>")]
    assert root[1].get("name") == "day"
