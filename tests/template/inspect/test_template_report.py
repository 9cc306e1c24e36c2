"""What `deckgen brand show` knows of a template: facts, and how they are put into words."""

import pytest

from deckgen.brand.contrast import contrast_ratio
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Mark, Placeholder, TextStyle
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.terminal_text import display_width
from deckgen.template.inspect.template_facts import (
    TemplateFacts,
    slide_format,
    template_facts,
    text_capacity,
)
from deckgen.template.inspect.template_fonts import FontSource, TemplateFont, font_source
from deckgen.template.inspect.template_report import template_report
from deckgen.template.inspect.text_contrast import TextContrast
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.resolve.read_masters import read_masters
from deckgen.template.template import Template
from tests.sampled import sampled
from tests.template.small import opened, shape

CM = 360_000
POINT = 12_700
TITLE = (2 * CM, CM, 20 * CM, 2 * CM)
BODY = (2 * CM, 4 * CM, 20 * CM, 10 * CM)


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [
        (12_192_000, 6_858_000, "16:9"),
        (9_144_000, 5_143_500, "16:9"),
        (9_144_000, 5_715_000, "16:10"),
        (9_144_000, 6_858_000, "4:3"),
        (9_906_000, 6_858_000, "A4"),
        (10_692_000, 7_560_000, "A4"),
        (7_560_000, 10_692_000, "A4 upright"),
        (12_801_600, 9_601_200, "A3"),
        (6_858_000, 12_192_000, "16:9 upright"),
        (5_000_000, 5_000_000, "1:1"),
        (30_000_000, 6_000_000, ""),
    ],
)
def test_a_slide_has_the_name_of_its_shape(width: int, height: int, name: str) -> None:
    assert slide_format(width, height) == name


def placeholder(width: float, height: float, size: int, mark: Mark = "none") -> Placeholder:
    """Return a body without insets, measured in points, with 6 points before each paragraph."""
    style = TextStyle(size, "000000", "body", mark=mark, space_before=6)
    box = Box(0, 0, round(width * POINT), round(height * POINT))
    return Placeholder(None, "body", 1, "Text", box, (style,))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        # The code font of these tests is 0.55 em wide, in lines of 1.216 em.
        pytest.param(placeholder(550, 122, 20), (50, 5), id="running text"),
        pytest.param(placeholder(550, 122, 20, "dot"), (49, 4), id="bullets keep apart"),
        pytest.param(placeholder(550, 121, 20), (50, 4), id="no line in part"),
        pytest.param(placeholder(550, 20, 20), (50, 0), id="not even a line"),
        pytest.param(placeholder(10, 122, 20), (0, 5), id="not even a letter"),
        pytest.param(
            placeholder(550, 122, 20)._replace(insets=Insets(0, 24 * POINT, 110 * POINT, 0)),
            (40, 4),
            id="insets are no room",
        ),
        pytest.param(placeholder(550, 122, 20)._replace(columns=2), (25, 10), id="in two columns"),
    ],
)
def test_how_much_a_placeholder_holds(one: Placeholder, expected: tuple[int, int]) -> None:
    assert text_capacity(one, Fonts("Consolas", "Consolas", "Consolas")) == expected


@pytest.mark.parametrize(
    ("font", "comes_with"),
    [
        ("Calibri", "office"),
        ("ARIAL", "office"),
        ("游ゴシック", "office"),
        ("Aptos Display", "microsoft-365"),
        ("Segoe UI Semibold", "windows"),
        ("Helvetica Neue", "macos"),
        ("Gill Sans", "macos"),
        ("Gill Sans MT", "office"),
        ("Graphik", "unknown"),
    ],
)
def test_what_a_font_comes_with(font: str, comes_with: FontSource) -> None:
    assert font_source(font) == comes_with


EMBEDDED = (
    "</p:defaultTextStyle><p:embeddedFontLst><p:embeddedFont>"
    '<p:font typeface="Verdana"/></p:embeddedFont></p:embeddedFontLst><p:defaultTextStyle>'
)
GREY = '<a:lvl1pPr><a:defRPr sz="2400"><a:solidFill><a:srgbClr val="8A8A8A"/></a:solidFill>'
SMALL = GREY.replace("lvl1pPr", "lvl2pPr").replace("2400", "1200")
STYLE = f'{GREY}<a:latin typeface="Graphik"/></a:defRPr></a:lvl1pPr>{SMALL}</a:defRPr></a:lvl2pPr>'
WHITE = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></p:bgPr></p:bg>'
PICTURE = '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></p:bgPr></p:bg>'


def shown(*, background: str = WHITE, layout: str | None = None) -> TemplateFacts:
    """Return the facts about a template with one layout for title and content."""
    title = shape('type="title"', TITLE, name="Titel 1")
    body = shape('idx="1"', BODY, style=STYLE, name="Inhalt 2")
    picture = shape('type="pic" idx="2"', (CM, CM, CM, CM), name="Bild 3")
    small = opened(
        title + body + picture if layout is None else layout,
        defaults=EMBEDDED,
        layout_background=background,
        attributes='type="obj"',
    )._replace(width=24 * CM, height=18 * CM)
    diagnostics = Diagnostics()
    template = Template(small, read_masters(small))
    return template_facts(template, match_layouts(template, {}, diagnostics))


def section(text: str, title: str) -> list[str]:
    """Return the lines of a section of the text, from below its title."""
    (found,) = [one for one in text.split("\n\n") if one.startswith(title)]
    return found.splitlines()[1:]


def test_the_head_says_what_it_is() -> None:
    assert section(template_report(shown(), 100), "small.potx") == [
        "  Slides  24.00 × 18.00 cm, 4:3",
        "  Master  “Small” (1 layout)",
    ]


def test_fonts_are_told_with_their_uses_and_whether_they_will_be_there() -> None:
    assert shown().fonts == (
        TemplateFont("Georgia", ("headlines",), measured=True, venue="office", embedded=False),
        TemplateFont("Verdana", ("text",), measured=True, venue="office", embedded=True),
        TemplateFont(
            "Yu Gothic",
            ("Chinese, Japanese, Korean",),
            measured=False,
            venue="office",
            embedded=False,
        ),
        TemplateFont("Graphik", ("“Layout”",), measured=False, venue="unknown", embedded=False),
    )
    assert section(template_report(shown(), 90), "Fonts") == [
        "  FONT       USED FOR                   WIDTHS   AT THE VENUE",
        "  Georgia    headlines                  known    comes with Office, on Windows and macOS",
        "  Verdana    text                       known    embedded in the file; else it comes with",
        "                                                 Office, on Windows and macOS",
        "  Yu Gothic  Chinese, Japanese, Korean           comes with Office, on Windows and macOS",
        "  Graphik    “Layout”                   guessed  is not on every computer: install it at",
        "                                                 the venue",
    ]


def test_contrast_is_judged_for_every_colour_that_slides_are_set_in() -> None:
    assert shown().contrasts == (
        TextContrast(
            "Layout", ("title", "body"), "111111", "FFFFFF", contrast_ratio("111111", "FFFFFF"), 3.0
        ),
        TextContrast(
            "Layout",
            ("subtitle", "body"),
            "8A8A8A",
            "FFFFFF",
            contrast_ratio("8A8A8A", "FFFFFF"),
            3.0,
        ),
        TextContrast(
            "Layout", ("body",), "8A8A8A", "FFFFFF", contrast_ratio("8A8A8A", "FFFFFF"), 4.5
        ),
    )
    assert section(template_report(shown(), 100), "Whether the text can be read") == [
        "  LAYOUT  TEXT                     ON      CONTRAST",
        "  Layout  111111 (title, body)     FFFFFF  18.8:1    good",
        "          8A8A8A (subtitle, body)  FFFFFF  3.4:1     enough, as it is large",
        "          8A8A8A (body)            FFFFFF  3.4:1     TOO WEAK where small, needs 4.5:1",
    ]


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        pytest.param(
            "FFFFFF", "have 0563C1 (5.8:1) and 954F72 (5.7:1) on FFFFFF.", id="both can be read"
        ),
        pytest.param(
            "808080",
            "have 0563C1 (1.4:1) and 954F72 (1.4:1) on 808080. "
            "That is TOO WEAK, so that links in running text have the colour of the text and are "
            "underlined; overviews and agendas have it on every template.",
            id="too weak",
        ),
    ],
)
def test_links_are_told_with_their_contrast(paper: str, said: str) -> None:
    text = template_report(shown(background=WHITE.replace("FFFFFF", paper)), 1000)
    assert f"\n  Links on “Layout”, new and followed, {said}\n" in text


def test_fonts_that_are_only_guessed_are_named() -> None:
    assert "deckgen does not know how wide Graphik is." in template_report(shown(), 100)


def test_what_is_composed_otherwise_than_the_layout_has_it_is_told_by_its_look() -> None:
    title = shape('type="title"', TITLE, name="Titel 1")
    left = shape('idx="1"', (2 * CM, 4 * CM, 9 * CM, 10 * CM), name="Inhalt 2")
    right = shape('idx="2"', (13 * CM, 4 * CM, 9 * CM, 10 * CM), name="Inhalt 3")
    text = template_report(shown(layout=title + left + right), 1000)
    assert (
        "\n  Composed otherwise than the layout has it: cover, section, closing: the title stands "
        "large in the middle, the text below it; questions, question, bullets, text: one text has "
        "the width of all columns; quote: the headline has the page, who said it stands small "
        "below; three_contents: the columns share the place of the text.\n"
    ) in text


def test_of_several_masters_the_one_is_named_that_slides_stand_on() -> None:
    found = shown()
    ((master, layouts),) = found.masters
    other = master._replace(name="Other"), tuple(one._replace(roles=()) for one in layouts)
    text = template_report(found._replace(masters=(other, (master, layouts))), 100)
    assert "  All of them are layouts of the master “Small”.\n" in text
    assert "Master “Other”\n" in text


def test_on_a_picture_nobody_judges() -> None:
    assert {one.ratio for one in shown(background=PICTURE).contrasts} == {None}
    text = template_report(shown(background=PICTURE), 100)
    assert "a picture" in text
    assert "look at it" in text


def test_placeholders_are_told_with_their_boxes_and_what_fits() -> None:
    text = template_report(shown(), 100)
    (told,) = [one for one in text.split("\n\n") if one.startswith("  “Layout”")]
    assert told[told.index("    PLACE") :].splitlines() == [
        "    PLACE           BOX          AT        SIZES     FITS    NAME",
        "    title           20.0 × 2.0   2.0, 1.0  18        60 × 2  Titel 1",
        "    subtitle, body  20.0 × 10.0  2.0, 4.0  24/12/18  43 × 9  Inhalt 2",
        "    (picture)       1.0 × 1.0    1.0, 1.0                    Bild 3",
    ]


def test_what_holds_no_text_is_still_shown() -> None:
    found = shown(layout=shape('type="pic" idx="2"', (CM, CM, CM, CM), name="Bild 3"))
    text = template_report(found, 100)
    assert found.matches == ()
    assert "no layout of this template can hold text" in text
    assert "(picture)" in text


@pytest.mark.parametrize("width", sampled([60, 80, 100, 120], every=2))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert [
        line for line in template_report(shown(), width).splitlines() if display_width(line) > width
    ] == []
