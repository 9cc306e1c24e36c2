"""What refers to parts that are not there: it goes, and what remains is valid."""

from pathlib import Path

import pytest

from tests.sampled import sampled
from tests.template.edits import (
    LAYOUT,
    Case,
    R,
    check_mended,
    check_mended_for_good,
    check_valid,
    related,
    set_after,
    typed,
)
from tests.tools.needs import need
from tests.tools.packages import Edit, add, png, replace

SLIDE = f"{R}/slide"
TITLE = '<p:cNvPr id="2" name="Title 1"/>'


def picture(fill: str) -> str:
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill>{fill}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:prstGeom"
        ' prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def frame(uri: str, content: str) -> str:
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="91" name="Frame"/><p:cNvGraphicFramePr/>'
        '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def shape(more: str) -> Edit:
    """Return an edit that adds to the shapes of a layout."""
    return replace(LAYOUT, "</p:spTree>", f"{more}</p:spTree>")


def linked(click: str) -> Edit:
    link = f'<p:cNvPr id="2" name="Title 1">{click}</p:cNvPr>'
    return replace(LAYOUT, TITLE, link)


def fill(content: str) -> Edit:
    background = f"<p:bg><p:bgPr>{content}<a:effectLst/></p:bgPr></p:bg><p:spTree>"
    return replace(LAYOUT, "<p:spTree>", background)


ANIMATION = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst>'
    '<p:set><p:cBhvr><p:cTn id="2" dur="1"/><p:tgtEl><p:spTgt spid="90"/></p:tgtEl></p:cBhvr>'
    '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:tnLst>'
    "</p:timing>"
)
CASES = [
    Case(
        "a button to a sample slide",
        [
            linked('<a:hlinkClick r:id="rId9" action="ppaction://hlinksldjump"/>'),
            related(LAYOUT, "rId9", SLIDE, "../slides/slide1.xml"),
            add("ppt/slides/slide1.xml", b"<x/>"),
        ],
        ["sample-links-removed"],
        (LAYOUT, "hlinkClick"),
    ),
    Case(
        "a link that leads nowhere",
        [linked('<a:hlinkClick r:id="rId9"/>')],
        ["dangling-removed"],
        (LAYOUT, "hlinkClick"),
    ),
    Case(
        "a picture that is missing",
        [
            shape(picture('<a:blip r:embed="rId9"/>')),
            related(LAYOUT, "rId9", f"{R}/image", "../media/NULL"),
        ],
        ["dangling-removed"],
        (LAYOUT, "p:pic"),
    ),
    Case(
        "a picture that is missing, and moves",
        [
            shape(picture('<a:blip r:embed="rId9"/>')),
            related(LAYOUT, "rId9", f"{R}/image", "../media/NULL"),
            replace(LAYOUT, "</p:sldLayout>", f"{ANIMATION}</p:sldLayout>"),
        ],
        ["dangling-removed"],
        (LAYOUT, "p:timing"),
    ),
    Case(
        "a better version of a picture that is missing",
        [
            shape(
                picture(
                    '<a:blip r:embed="rId8"><a:extLst><a:ext'
                    ' uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg='
                    '"http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId9"/>'
                    "</a:ext></a:extLst></a:blip>"
                )
            ),
            add("ppt/media/a.png", png()),
            typed("ppt/media/a.png", "image/png"),
            related(LAYOUT, "rId8", f"{R}/image", "../media/a.png"),
            related(LAYOUT, "rId9", f"{R}/image", "../media/a.svg"),
        ],
        ["dangling-removed"],
        (LAYOUT, "svgBlip"),
    ),
    Case(
        "a background that is missing",
        [
            fill('<a:blipFill><a:blip r:embed="rId9"/><a:stretch/></a:blipFill>'),
            related(LAYOUT, "rId9", f"{R}/image", "../media/a.png"),
        ],
        ["dangling-removed"],
        (LAYOUT, "blipFill"),
    ),
    Case(
        "a bullet that is missing",
        [
            replace(
                LAYOUT,
                "<a:lstStyle/>",
                '<a:lstStyle><a:lvl1pPr><a:buBlip><a:blip r:embed="rId9"/></a:buBlip></a:lvl1pPr>'
                "</a:lstStyle>",
            ),
            related(LAYOUT, "rId9", f"{R}/image", "../media/a.png"),
        ],
        ["dangling-removed"],
        (LAYOUT, "buBlip"),
    ),
    Case(
        "a chart that is missing",
        [
            shape(
                frame(
                    "http://schemas.openxmlformats.org/drawingml/2006/chart",
                    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
                    ' r:id="rId9"/>',
                )
            ),
            related(LAYOUT, "rId9", f"{R}/chart", "../charts/chart1.xml"),
        ],
        ["dangling-removed"],
        (LAYOUT, "graphicFrame"),
    ),
    Case(
        "tags that are missing",
        [
            set_after(
                LAYOUT, "</p:spTree>", '<p:custDataLst><p:tags r:id="rId9"/></p:custDataLst>'
            ),
            related(LAYOUT, "rId9", f"{R}/tags", "../tags/tag1.xml"),
        ],
        ["dangling-removed"],
        (LAYOUT, "custDataLst"),
    ),
    Case(
        "a control that is missing",
        [
            set_after(
                LAYOUT,
                "</p:spTree>",
                '<p:controls><p:control name="Box" r:id="rId9" imgW="1" imgH="1"/></p:controls>',
            ),
            related(LAYOUT, "rId9", f"{R}/control", "../activeX/activeX1.xml"),
        ],
        ["dangling-removed"],
        (LAYOUT, "control"),
    ),
    Case(
        "a picture that is missing, in alternate content",
        [
            shape(
                "<mc:AlternateContent xmlns:mc="
                '"http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice'
                ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
                f""" Requires="p14">{picture('<a:blip r:embed="rId9"/>')}</mc:Choice>"""
                "<mc:Fallback/></mc:AlternateContent>"
            ),
            related(LAYOUT, "rId9", f"{R}/image", "../media/NULL"),
        ],
        ["dangling-removed"],
        (LAYOUT, "AlternateContent"),
    ),
    Case(
        "the sound of a transition that is missing",
        [
            replace(
                LAYOUT,
                "</p:sldLayout>",
                '<p:transition><p:sndAc><p:stSnd><p:snd r:embed="rId9" name="a"/></p:stSnd>'
                "</p:sndAc></p:transition></p:sldLayout>",
            ),
            related(LAYOUT, "rId9", f"{R}/audio", "../media/a.wav"),
        ],
        ["dangling-removed"],
        (LAYOUT, "sndAc"),
    ),
    Case(
        "an id that breaks out of its attribute",
        [
            related(
                LAYOUT, "a&quot; b=&quot;c", f"{R}/hyperlink", "https://example.org/", "External"
            ),
            linked('<a:hlinkClick r:id="a&quot; b=&quot;c"/>'),
        ],
        ["relationships-mended"],
        (LAYOUT, "b="),
    ),
    Case(
        "a picture that lies outside",
        [
            shape(picture('<a:blip r:link="rId9"/>')),
            related(LAYOUT, "rId9", f"{R}/image", "file:///C:/logo.png", "External"),
            related(LAYOUT, "rId10", f"{R}/image", "https://example.org/a.png", "External"),
        ],
        ["external-link"],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mended(case: Case) -> None:
    check_mended(case)


@pytest.mark.parametrize("case", sampled({case.name: (case,) for case in CASES}, every=6))
def test_mended_once_is_mended_for_good(case: Case) -> None:
    check_mended_for_good(case)


@pytest.mark.slow
def test_the_validator_agrees(tmp_path: Path) -> None:
    need("validator")
    check_valid(CASES, tmp_path)
