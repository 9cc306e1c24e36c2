"""Layouts that authors name: on which layout each slide stands, and what is said of bad names."""

from pathlib import Path

import pptx
import pytest

from tests.sampled import sampled
from tests.talks import Talk, complaints, talk
from tests.tools.packages import edited, replace

PLAIN = None
TEMPLATE = Path(pptx.__file__).with_name("templates") / "default.pptx"
"""python-pptx's own: the eleven layouts of PowerPoint."""
BULLETS = "- title: One\n  bullets: [first, second]\n"
LEVELS = "- title: One\n  bullets:\n    - first:\n        - below: [third]\n"
QUESTION = "- title: Ours\n  question: Why?\n  bullets: [first]\n"
PICTURE = "- title: One\n  image:\n    file: plan.svg\n    alt: A plan\n"
TABLE = "- title: One\n  table:\n    - [a, b]\n    - [c, d]\n"
CLOSING = "- closing: Thanks\n  qr: https://example.org\n"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
    b'<rect width="9" height="9"/></svg>'
)


def made(entries: str, head: str, brand: Path | None) -> Talk:
    return talk(entries, head=head, brand=brand, files={"plan.svg": SVG})


@pytest.mark.parametrize(
    ("brand", "entries", "head", "expected"),
    sampled(
        [
            (PLAIN, BULLETS, "", "Title and bullets"),
            (PLAIN, BULLETS + "  layout: Two contents", "", "Two contents"),
            (PLAIN, BULLETS, "layouts: {bullets: Two contents}\n", "Two contents"),
            (PLAIN, BULLETS, "layouts: {quote: Two contents}\n", "Title and bullets"),
            (PLAIN, BULLETS, "layouts: {bullets: }\n", "Title and bullets"),
            (PLAIN, BULLETS + "  layout: Closing", "layouts: {bullets: Blank}\n", "Closing"),
            (PLAIN, QUESTION + "  layout: Title and text (dark)", "", "Title and text (dark)"),
            (PLAIN, PICTURE + "  layout: Question", "", "Question"),
            (PLAIN, TABLE + "  layout: Title only", "", "Title only"),
            (PLAIN, CLOSING + "  layout: Two contents", "", "Two contents"),
            (TEMPLATE, BULLETS, "", "Title and Content"),
            (TEMPLATE, BULLETS + "  layout: Two  Content", "", "Two Content"),
            (TEMPLATE, BULLETS, "layouts: {bullets: Two Content}\n", "Two Content"),
            (
                TEMPLATE,
                BULLETS,
                "vars: {page: Comparison}\nlayouts: {bullets: '${page}'}\n",
                "Comparison",
            ),
            (TEMPLATE, QUESTION + "  layout: Section Header", "", "Section Header"),
            (TEMPLATE, TABLE + "  layout: Title Only", "", "Title Only"),
            (TEMPLATE, PICTURE + "  layout: Title Only", "", "Title Only"),
            (TEMPLATE, "- cover: A talk\n  layout: Section Header", "", "Section Header"),
            (TEMPLATE, "- quote: Words\n  by: Me\n  layout: Title Slide", "", "Title Slide"),
            (TEMPLATE, CLOSING + "  layout: Title and Content", "", "Title and Content"),
        ],
        every=20,
    ),
)
def test_the_layout_of_a_slide(brand: Path | None, entries: str, head: str, expected: str) -> None:
    talk = made(entries, head, brand)
    (slide,) = talk.slides
    assert slide.slide_layout.name == expected
    assert not complaints(talk.data, brand.read_bytes() if brand else None)


@pytest.mark.parametrize(
    ("brand", "entries", "head", "line", "code", "hint"),
    sampled(
        [
            (PLAIN, BULLETS + "  layout: Two content", "", 7, "unknown-layout", "“Two contents”?"),
            (
                TEMPLATE,
                BULLETS + "  layout: Two contents",
                "",
                7,
                "unknown-layout",
                "“Two Content”?",
            ),
            (
                TEMPLATE,
                BULLETS,
                "layouts:\n  bullets: Folie\n",
                5,
                "unknown-layout",
                "It has “Title S",
            ),
            (PLAIN, BULLETS, "layouts:\n  bulets: Blank\n", 5, "unknown-kind", "`bullets`?"),
            (PLAIN, BULLETS + "  layout: Section", "", 7, "layout-without-place", "These have: “C"),
            (
                TEMPLATE,
                BULLETS + "  layout: Blank",
                "",
                7,
                "layout-without-place",
                "These have: “T",
            ),
            (
                TEMPLATE,
                BULLETS + "  layout: Title Only",
                "",
                7,
                "layout-without-place",
                "“Two Cont",
            ),
            (PLAIN, LEVELS + "  layout: Cover", "", 9, "layout-without-place", "“Two contents”"),
            (PLAIN, PICTURE + "  layout: Quote", "", 9, "layout-without-place", "“Two contents”"),
        ],
        every=4,
    ),
)
def test_a_layout_that_cannot_be_had(
    brand: Path | None, entries: str, head: str, line: int, code: str, hint: str
) -> None:
    """The finding stands at the line, and the hint names layouts that can be had."""
    (found,) = [one for one in made(entries, head, brand).diagnostics if one.severity == "error"]
    assert found.code == code
    assert found.span
    assert found.span.line == line
    assert hint in (found.hint or "")


def test_one_line_in_the_head_is_reported_once_and_every_slide_without_place_by_its_id() -> None:
    entries = BULLETS + BULLETS.replace("One", "Two")
    unknown = made(entries, "layouts: {bullets: Nowhere}\n", PLAIN)
    lacking = made(entries, "layouts: {bullets: Blank}\n", PLAIN)
    assert unknown.codes == ["unknown-layout"]
    assert [one.message for one in lacking.diagnostics] == [
        f"The layout “Blank” has no place for the headline and the text of the slide “{id_}”."
        for id_ in ("one", "two")
    ]


def test_no_word_is_lost_on_a_layout_that_was_made_for_something_else() -> None:
    on_section = made(QUESTION + "  layout: Section Header", "", TEMPLATE)
    (slide,) = on_section.slides
    text = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert all(word in text for word in ("Ours", "Why?", "first"))


def test_a_font_of_the_named_layout_is_told_if_it_cannot_be_measured() -> None:
    font = '<a:defRPr><a:latin typeface="Unheard Sans"/></a:defRPr>'
    edit = replace(
        "ppt/slideLayouts/slideLayout5.xml",
        "<a:lstStyle>",
        f"<a:lstStyle><a:lvl1pPr>{font}</a:lvl1pPr>",
    )
    brand = {"brand.potx": edited(TEMPLATE.read_bytes(), [edit])}
    for layout, told in (("Comparison", True), ("Title and Content", False)):
        found = talk(f"{BULLETS}  layout: {layout}", head="brand: brand.potx\n", files=brand).codes
        assert ("unknown-font" in found) == told


def test_layouts_of_a_brand_that_cannot_be_read_are_not_doubted() -> None:
    """The one mistake is told, at the line that names the brand."""
    named = made(BULLETS + "  layout: Two Content", "brand: corporate.potx\n", PLAIN)
    assert named.codes == ["missing-file"]
