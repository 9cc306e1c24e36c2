"""The measure itself: pages that are set badly by hand, and what is found on them."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from tests.sampled import sampled
from tests.template.measured_pages import measured_pages
from tests.template.page_faults import RULES

rgb: Any = RGBColor  # python-pptx gives colours no types
WHITE, BLACK = rgb(255, 255, 255), rgb(0, 0, 0)


def with_small_title(slide: Any) -> None:
    slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(20)


def with_small_body(slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(11)


def with_text_over_the_body(slide: Any) -> None:
    title, body = slide.shapes.title, slide.placeholders[1]
    box = slide.shapes.add_textbox(body.left, body.top, title.width, Pt(30))
    box.text_frame.text = "On top of the first bullet"


def with_a_logo_in_the_title(slide: Any) -> None:
    title = slide.shapes.title
    logo = slide.slide_layout.shapes._spTree
    line = slide.shapes.add_connector(1, title.left, title.top, title.left, title.top)
    line.left, line.top = title.left, title.top + title.height // 2
    line.width, line.height = title.width, 0
    line.line.color.rgb = BLACK
    logo.append(line._element)


def with_white_words(slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.color.rgb = WHITE


def with_a_black_bar(slide: Any) -> None:
    title = slide.shapes.title
    bar = slide.shapes.add_shape(1, 0, 0, title.left * 2 + title.width, title.top + title.height)
    bar.fill.solid()
    bar.fill.fore_color.rgb = BLACK
    slide.slide_layout.shapes._spTree.append(bar._element)


def with_the_title_last(slide: Any) -> None:
    slide.shapes._spTree.append(slide.shapes.title._element)


def with_a_mark_before_the_title(slide: Any) -> None:
    properties = slide.shapes.title.text_frame.paragraphs[0]._p.get_or_add_pPr()
    properties.append(parse_xml(f'<a:buChar {nsdecls("a")} char="•"/>'))


def with_a_kicker_in_the_title(slide: Any) -> None:
    slide.shapes.title.text_frame.text = "A kicker\vA headline"


def with_a_flat_list(slide: Any) -> None:
    second = slide.placeholders[1].text_frame.add_paragraph()
    second.text, second.level = "A lower bullet", 1
    second._p.get_or_add_pPr().set("marL", "0")
    second.runs[0].font.size = Pt(32)


def as_it_is(slide: Any) -> None:
    assert slide.shapes.title.text


@pytest.mark.parametrize(
    ("change", "rules"),
    sampled(
        [
            (as_it_is, []),
            (with_small_title, ["small headlines"]),
            (with_small_body, ["small texts"]),
            (with_text_over_the_body, ["overlaps"]),
            (with_a_logo_in_the_title, ["overlaps"]),
            (with_white_words, ["weak contrasts"]),
            (with_a_black_bar, ["weak contrasts"]),
            (with_the_title_last, ["late titles"]),
            (with_a_mark_before_the_title, ["marked headlines"]),
            (with_a_kicker_in_the_title, ["joined headlines"]),
            (with_a_flat_list, ["flat lists"]),
        ],
        every=4,
    ),
)
def test_what_is_wrong_is_found(change: Callable[[Any], None], rules: list[str]) -> None:
    deck = Presentation()
    slide: Any = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text_frame.text = "A headline"
    slide.placeholders[1].text_frame.text = "A bullet of several words"
    change(slide)
    stream = io.BytesIO()
    deck.save(stream)
    (page,) = measured_pages(stream.getvalue())
    assert [name for name, rule in RULES.items() if list(rule(page))] == rules
