"""What is wrong inside of a template is mended with a note, or told; never kept in silence."""

from pathlib import Path

import pytest

from deckgen.support.diagnostics import Diagnostic, Severity
from tests.sampled import sampled
from tests.talks import talk
from tests.template.edits import (
    LAYOUT,
    LAYOUT_RELS,
    PRESENTATION,
    THEME,
    Case,
    R,
    check_mended,
    check_mended_for_good,
    check_valid,
    related,
)
from tests.template.opened import opened, plain_template, put_together, two_layouts
from tests.tools.needs import need
from tests.tools.packages import Edit, edited, parts_of, replace

TITLE = "<a:bodyPr/><a:lstStyle/><a:p><a:r>"
"""How the text of the layout's title begins."""
RUN = '<a:rPr lang="en-US" smtClean="0"/>'
P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'


def run_with(properties: str) -> Edit:
    """Return an edit of the first run in the layout: its properties hold this."""
    return replace(LAYOUT, RUN, f'<a:rPr lang="en-US">{properties}</a:rPr>')


def colour(value: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>'


MENDED = [
    Case(
        "a second lstStyle",
        [replace(LAYOUT, TITLE, TITLE.replace("<a:lstStyle/>", "<a:lstStyle/><a:lstStyle/>"))],
        ["content-mended"],
        (LAYOUT, "<a:lstStyle/><a:lstStyle/>"),
    ),
    Case(
        "a second bodyPr, the first of which is empty",
        [replace(LAYOUT, TITLE, f'<a:bodyPr/><a:bodyPr wrap="none"/>{TITLE[11:]}')],
        ["content-mended"],
        (LAYOUT, "<a:bodyPr/><a:bodyPr"),
    ),
    Case(
        "properties behind the paragraphs",
        [replace(LAYOUT, f"{TITLE}{RUN}", f"<a:p/><a:bodyPr/><a:lstStyle/><a:p><a:r>{RUN}")],
        ["content-mended"],
        (LAYOUT, "<a:p/><a:bodyPr/>"),
    ),
    Case(
        "a fill behind the font",
        [run_with(f'<a:latin typeface="Arial"/>{colour("FF0000")}')],
        ["content-mended"],
        (LAYOUT, '"Arial"/><a:solidFill'),
    ),
    Case(
        "a language that is a number",
        [replace(LAYOUT, RUN, RUN.replace("en-US", "0"))],
        ["content-mended"],
        (LAYOUT, 'lang="0"'),
    ),
    Case(
        "a language that is none, in the presentation",
        [replace(PRESENTATION, 'lang="en-US"', 'lang=""')],
        ["content-mended"],
        (PRESENTATION, 'lang=""'),
    ),
    Case("an empty colour", [run_with(colour(""))], ["content-mended"], (LAYOUT, 'val=""')),
    Case("a colour by name", [run_with(colour("red"))], ["content-mended"], (LAYOUT, "red")),
    Case("a colour as on the web", [run_with(colour("#F00"))], ["content-mended"], (LAYOUT, "#F0")),
    Case(
        "a colour of the theme that there is not",
        [run_with('<a:solidFill><a:schemeClr val="accent9"/></a:solidFill>')],
        ["content-mended"],
        (LAYOUT, "accent9"),
    ),
    Case(
        "the last colour of a system",
        [replace(THEME, 'lastClr="000000"', 'lastClr="black"')],
        ["content-mended"],
        (THEME, "black"),
    ),
    Case(
        "a text without paragraphs",
        [replace(LAYOUT, '<a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>', "</p:txBody>")],
        ["content-mended"],
        (LAYOUT, "<a:lstStyle/></p:txBody>"),
    ),
    Case(
        "a text without properties",
        [replace(LAYOUT, TITLE, TITLE.removeprefix("<a:bodyPr/>"))],
        ["content-mended"],
        (LAYOUT, "<p:txBody><a:lstStyle/>"),
    ),
    Case(
        "a vertical tab",
        [replace(LAYOUT, "Click to", "Click_x000B_to")],
        ["content-mended"],
        (LAYOUT, "_x000B_"),
    ),
    Case(
        "two shapes with one id",
        [replace(LAYOUT, '<p:cNvPr id="3"', '<p:cNvPr id="2"')],
        ["content-mended"],
    ),
    Case(
        "an attribute of a later version",
        [
            replace(
                LAYOUT,
                "</p:clrMapOvr>",
                f'</p:clrMapOvr><p:transition {P14} p14:dur="700"><p:fade/></p:transition>',
            )
        ],
        ["content-mended"],
    ),
    Case(
        "a click that runs a program",
        [
            replace(
                LAYOUT,
                'name="Title 1"/>',
                'name="Title 1"><a:hlinkClick r:id="rId9" action="ppaction://program"/></p:cNvPr>',
            ),
            related(LAYOUT, "rId9", f"{R}/hyperlink", "calc.exe", "External"),
        ],
        ["link-removed"],
        (LAYOUT_RELS, "calc.exe"),
    ),
    Case(
        "a link to a script",
        [
            replace(
                LAYOUT, 'name="Title 1"/>', 'name="Title 1"><a:hlinkClick r:id="rId9"/></p:cNvPr>'
            ),
            related(LAYOUT, "rId9", f"{R}/hyperlink", "JavaScript:alert(1)", "External"),
        ],
        ["link-removed"],
        (LAYOUT_RELS, "alert"),
    ),
    Case(
        "a highlight in a colour that is none",
        [run_with('<a:highlight><a:srgbClr val="none"/></a:highlight>')],
        ["content-mended"],
        (LAYOUT, "highlight"),
    ),
]
"""Each leaves a template as sound as it was before the edit."""


@pytest.mark.parametrize("case", MENDED, ids=lambda case: case.name)
def test_mended(case: Case) -> None:
    check_mended(case)


@pytest.mark.parametrize("case", sampled({case.name: (case,) for case in MENDED}, every=9))
def test_mended_once_is_mended_for_good(case: Case) -> None:
    check_mended_for_good(case)


@pytest.mark.slow
def test_the_validator_agrees(tmp_path: Path) -> None:
    need("validator")
    check_valid(MENDED, tmp_path)


KEPT = [
    ("of two bodyPr, the one that says something", MENDED[1], '<a:bodyPr wrap="none"/>'),
    ("a colour that can be read", MENDED[8], '<a:srgbClr val="FF0000"/>'),
    ("the words", MENDED[13], "Click to edit Master title style"),
    ("what the attribute says", MENDED[15], 'p14:dur="700"'),
]


@pytest.mark.parametrize(
    ("case", "text"), [case[1:] for case in KEPT], ids=[case[0] for case in KEPT]
)
def test_nothing_is_lost_by_it(case: Case, text: str) -> None:
    after = parts_of(put_together(opened(edited(two_layouts(), case.edits))[0]))
    assert text in after[case.gone[0]].decode()


PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="77" name="Lost"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    "<p:blipFill><a:blip/></p:blipFill><p:spPr/></p:pic></p:spTree>"
)
TOLD = [
    (
        "a child that nobody knows",
        [replace(LAYOUT, "<p:spPr/>", "<p:spPr/><p:colour/>")],
        "unexpected-child",
        "slideLayout2.xml: colour may not stand in p:sp [unexpected-child]",
    ),
    (
        "two texts that both have words",
        [
            replace(
                LAYOUT,
                "</p:txBody>",
                "</p:txBody><p:txBody><a:bodyPr/><a:p><a:r><a:t>More</a:t></a:r></a:p></p:txBody>",
            )
        ],
        "repeated-child",
        "slideLayout2.xml: p:sp has a second txBody [repeated-child]",
    ),
    (
        "a colour of the theme itself",
        [replace(THEME, '<a:srgbClr val="1F497D"/>', '<a:srgbClr val="blue"/>')],
        "colour-not-hex",
        "theme1.xml: a colour is 'blue' [colour-not-hex]",
    ),
    (
        "pictures without an image, on two layouts",
        [
            replace(LAYOUT, "</p:spTree>", PICTURE),
            replace("ppt/slideLayouts/slideLayout3.xml", "</p:spTree>", PICTURE),
        ],
        "picture-without-image",
        "slideLayout2.xml: the picture “Lost” has no image (and 1 more) [picture-without-image]",
    ),
    (
        "a box of less than nothing",
        [replace(LAYOUT, '<a:ext cx="0" cy="0"/>', '<a:ext cx="-1" cy="0"/>')],
        "negative-extent",
        "slideLayout2.xml: a shape has cx=-1 [negative-extent]",
    ),
]
"""What cannot be mended: whose fault it is, and what is wrong."""


def told(edits: list[Edit], folder: Path) -> list[Diagnostic]:
    """Return what is told of the faults of a changed template, on which a deck is written."""
    template = folder / "corporate.pptx"
    template.write_bytes(edited(plain_template(), edits))
    made = talk("- cover", brand=template)
    assert made.data
    return [one for one in made.diagnostics if one.code == "kept-fault"]


@pytest.mark.faulty(*(case[2] for case in TOLD))
@pytest.mark.parametrize(
    ("edits", "message"),
    sampled([(case[1], case[3]) for case in TOLD], every=5),
    ids=[case[0] for case in TOLD],
)
def test_told_with_the_name_of_the_template(
    edits: list[Edit], message: str, tmp_path: Path
) -> None:
    (warning,) = told(edits, tmp_path)
    assert warning.severity is Severity.WARNING
    assert warning.message.startswith("corporate.pptx, ppt/")
    assert message in warning.message
    assert warning.hint


def test_of_a_sound_template_nothing_is_told(tmp_path: Path) -> None:
    assert told([], tmp_path) == []
