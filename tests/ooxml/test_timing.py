"""Text appears click by click; slides have the transition that was chosen."""

import io

import pytest
from pptx import Presentation

from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.tokens import PLAIN_TOKENS
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.ooxml.presentation import write
from deckgen.ooxml.timing import click_paragraphs
from deckgen.support.diagnostics import Diagnostics, Span
from tests.validity import check_validity

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SPAN = Span("talk.yaml", 1, 1)
BRAND = generate_brand(PLAIN_TOKENS, "16:9", None, Diagnostics())


def paragraphs(levels: str) -> TextBody:
    """Return a paragraph for each sign: its level; `s` for one that stays, `-` for an empty one."""
    return TextBody(
        tuple(
            Paragraph(
                () if sign == "-" else (Run("word"),),
                int(sign) if sign.isdecimal() else 0,
                stays=sign == "s",
            )
            for sign in levels
        )
    )


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("", []),
        ("000", [(0,), (1,), (2,)]),
        ("0110", [(0, 1, 2), (3,)]),
        ("0121", [(0, 1, 2, 3)]),
        ("110", [(0, 1), (2,)]),
        ("s00", [(1,), (2,)]),
        ("s1", [(1,)]),
        ("0-0", [(0,), (2,)]),
        ("ss", []),
    ],
)
def test_a_click_brings_a_paragraph_and_those_below_it(
    levels: str, expected: list[tuple[int, ...]]
) -> None:
    assert click_paragraphs(paragraphs(levels)) == expected


def page(slide: Slide) -> tuple[list[str], list[tuple[str, str, str]], bytes]:
    """Return the names of the slide's children, its effects, and the deck."""
    data = write(Deck("A talk", "en-GB", (slide,)), BRAND, None)
    (shown,) = Presentation(io.BytesIO(data)).slides
    effects = [
        (
            next(node.iterancestors(f"{P}cTn")).get("nodeType"),
            node.find(f"{P}cBhvr/{P}tgtEl/{P}spTgt").get("spid"),
            next(node.iter(f"{P}pRg")).get("st"),
        )
        for node in shown.element.iter(f"{P}set")
    ]
    return [child.tag.removeprefix(P) for child in shown.element], effects, data


def slide(levels: str) -> Slide:
    title = TextBody((Paragraph((Run("Title"),)),))
    return Slide(
        "one",
        "bullets",
        "light",
        "en-GB",
        (("title", title), ("body", paragraphs(levels))),
        SPAN,
        numbered=True,
    )


@pytest.mark.slow
def test_what_moves_stands_behind_the_colour_map_in_the_order_of_the_schema() -> None:
    plain, quiet = slide("00"), ["cSld", "clrMapOvr"]
    assert page(plain)[0] == quiet
    assert page(plain._replace(transition="fade"))[0] == [*quiet, "transition"]
    assert page(plain._replace(reveal=True))[0] == [*quiet, "timing"]
    both = page(plain._replace(reveal=True, transition="fade"))
    assert both[0] == [*quiet, "transition", "timing"]


@pytest.mark.slow
def test_the_effects_name_the_body_and_its_paragraphs() -> None:
    _, effects, data = page(slide("s010")._replace(reveal=True))
    # The title is shape 2, the body 3.
    assert effects == [
        ("clickEffect", "3", "1"),
        ("withEffect", "3", "2"),
        ("clickEffect", "3", "3"),
    ]
    diagnostics = Diagnostics()
    check_validity(data, diagnostics)
    assert list(diagnostics) == []


def test_a_slide_on_which_all_stays_has_no_timing() -> None:
    assert page(slide("ss")._replace(reveal=True))[0] == ["cSld", "clrMapOvr"]
