"""What is mended of a template: said in a note, and sound afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from deckgen.diagnostics import Diagnostics
from deckgen.ooxml.lint import lint
from tests.template.opened import contents, opened, plain_template, put_together
from tests.template.test_opening import PRESENTATION, TYPES, R, related, typed
from tests.tools import validator
from tests.tools.needs import need
from tests.tools.packages import Edit, Parts, add, edited, png, remove, replace

MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
THEME = "ppt/theme/theme1.xml"
PML = "application/vnd.openxmlformats-officedocument.presentationml"
SLIDE = f"{R}/slide"
TITLE = '<p:cNvPr id="2" name="Title 1"/>'


def set_after(part: str, old: str, new: str) -> Edit:
    return replace(part, old, old + new)


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
SECOND_MASTER: list[Edit] = [
    lambda parts: parts.update(
        {
            "ppt/slideMasters/slideMaster2.xml": parts[MASTER],
            "ppt/slideMasters/_rels/slideMaster2.xml.rels": parts[MASTER_RELS],
        }
    ),
    typed("ppt/slideMasters/slideMaster2.xml", f"{PML}.slideMaster+xml"),
    related(PRESENTATION, "rId80", f"{R}/slideMaster", "slideMasters/slideMaster2.xml"),
    replace(
        PRESENTATION,
        "</p:sldMasterIdLst>",
        '<p:sldMasterId id="2147483700" r:id="rId80"/></p:sldMasterIdLst>',
    ),
]
"""A second master that has the layouts and the theme of the first."""

NOTES_MASTER = (
    '<p:notesMaster xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p='
    '"http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr>'
    '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree>'
    '</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1"'
    ' accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6"'
    ' hlink="hlink" folHlink="folHlink"/></p:notesMaster>'
)
NOTES: list[Edit] = [
    add("ppt/notesMasters/notesMaster1.xml", NOTES_MASTER.encode()),
    typed("ppt/notesMasters/notesMaster1.xml", f"{PML}.notesMaster+xml"),
    related(PRESENTATION, "rId81", f"{R}/notesMaster", "notesMasters/notesMaster1.xml"),
    related("ppt/notesMasters/notesMaster1.xml", "rId1", f"{R}/theme", "../theme/theme1.xml"),
]
"""A notes master with the theme of the slides, in no list."""


class Case(NamedTuple):
    name: str
    edits: list[Edit]
    codes: list[str]
    gone: tuple[str, str] = (LAYOUT, "there is no such text")
    """A part, and what may not stand in it any more."""


CASES = [
    Case(
        "two layouts with one id",
        [replace(MASTER, 'id="2147483650"', 'id="2147483649"')],
        ["ids-mended"],
    ),
    Case(
        "a layout with the id of its master",
        [replace(MASTER, 'id="2147483650"', 'id="2147483648"')],
        ["ids-mended"],
    ),
    Case("an id too low", [replace(MASTER, 'id="2147483650"', 'id="256"')], ["ids-mended"]),
    Case("an id too high", [replace(MASTER, 'id="2147483650"', 'id="4294967296"')], ["ids-mended"]),
    Case("an id that is none", [replace(MASTER, 'id="2147483650"', 'id="x"')], ["ids-mended"]),
    Case(
        "a layout that is missing",
        [remove(LAYOUT), remove(LAYOUT_RELS)],
        ["list-mended"],
        (MASTER, "rId2"),
    ),
    Case(
        "a layout listed twice",
        [
            set_after(
                MASTER,
                '<p:sldLayoutId id="2147483650" r:id="rId2"/>',
                '<p:sldLayoutId id="2147483690" r:id="rId2"/>',
            )
        ],
        ["list-mended"],
        (MASTER, "2147483690"),
    ),
    Case(
        "a layout that is not listed",
        [replace(MASTER, '<p:sldLayoutId id="2147483650" r:id="rId2"/>', "")],
        [],
        (MASTER_RELS, "slideLayout2.xml"),
    ),
    Case(
        "a layout that is no layout",
        [lambda parts: parts.update({LAYOUT: parts[THEME]})],
        ["list-mended"],
        (MASTER, "rId2"),
    ),
    Case(
        "a layout that is not well-formed",
        [replace(LAYOUT, "</p:sldLayout>", "")],
        ["part-dropped", "list-mended"],
        (MASTER, "rId2"),
    ),
    Case(
        "no layout is listed",
        [
            lambda parts: parts.update(
                {MASTER: parts[MASTER].replace(b"sldLayoutIdLst>", b"sldLayoutIdLsts>")}
            ),
            replace(MASTER, "<p:sldLayoutIdLsts>", "<!--"),
            replace(MASTER, "</p:sldLayoutIdLsts>", "-->"),
        ],
        ["list-mended"],
    ),
    Case(
        "a layout without its master",
        [replace(LAYOUT_RELS, "slideMaster1", "slideMaster9")],
        ["layout-master-mended"],
        (LAYOUT_RELS, "slideMaster9"),
    ),
    Case("a layout without relationships", [remove(LAYOUT_RELS)], ["layout-master-mended"]),
    Case(
        "a master that is missing",
        [SECOND_MASTER[3], SECOND_MASTER[2]],
        ["list-mended"],
        (PRESENTATION, "rId80"),
    ),
    Case("no master is listed", [replace(PRESENTATION, "rId1", "rId9")], ["list-mended"]),
    Case(
        "two masters with everything in common",
        SECOND_MASTER,
        ["list-mended", "theme-mended", "layout-composed"],
    ),
    Case(
        "a notes master that is not listed, with the theme of the slides",
        NOTES,
        ["list-mended", "theme-mended"],
    ),
    Case(
        "a notes master that is missing",
        [
            set_after(
                PRESENTATION,
                "</p:sldMasterIdLst>",
                '<p:notesMasterIdLst><p:notesMasterId r:id="rId77"/></p:notesMasterIdLst>',
            )
        ],
        ["list-mended"],
        (PRESENTATION, "notesMaster"),
    ),
    Case("a theme that is missing", [remove(THEME)], ["theme-mended"]),
    Case(
        "lists in the wrong order",
        [
            *NOTES[:3],
            replace(
                PRESENTATION,
                "</p:presentation>",
                '<p:notesMasterIdLst><p:notesMasterId r:id="rId81"/></p:notesMasterIdLst>'
                "</p:presentation>",
            ),
        ],
        ["theme-mended"],
    ),
    Case(
        "no content types of layouts and pictures",
        [
            lambda parts: parts.update(
                {TYPES: parts[TYPES].replace(b".slideLayout+xml", b".x+xml")}
            ),
            add("ppt/media/a.png", png()),
            related(LAYOUT, "rId9", f"{R}/image", "../media/a.png"),
        ],
        ["content-types-mended"],
    ),
    Case(
        "a JPEG with a content type that there is not",
        [
            add("ppt/media/a.jpg", b"\xff\xd8\xff"),
            typed("ppt/media/a.jpg", "image/jpg"),
            related(LAYOUT, "rId9", f"{R}/image", "../media/a.jpg"),
        ],
        ["content-types-mended"],
        (TYPES, "image/jpg"),
    ),
    Case(
        "a content type that breaks out of its attribute",
        [
            add("ppt/media/a.gif", b"GIF89a"),
            typed("ppt/media/a.gif", "image/gif&quot;/>&lt;x y=&quot;"),
            related(LAYOUT, "rId9", f"{R}/image", "../media/a.gif"),
        ],
        ["content-types-mended"],
        (TYPES, "<x"),
    ),
    Case(
        "two relationships with one id",
        [related(LAYOUT, "rId1", f"{R}/slideMaster", "../slideMasters/slideMaster1.xml")],
        ["relationships-mended"],
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
        "a picture that lies outside",
        [
            shape(picture('<a:blip r:link="rId9"/>')),
            related(LAYOUT, "rId9", f"{R}/image", "file:///C:/logo.png", "External"),
            related(LAYOUT, "rId10", f"{R}/image", "https://example.org/a.png", "External"),
        ],
        ["external-link"],
    ),
    Case(
        "no sizes",
        [
            replace(PRESENTATION, '<p:sldSz cx="9144000" cy="6858000" type="screen4x3"/>', ""),
            replace(PRESENTATION, '<p:notesSz cx="6858000" cy="9144000"/>', ""),
        ],
        ["slide-size-mended"],
    ),
    Case(
        "a slide as wide as a hair",
        [replace(PRESENTATION, '<p:sldSz cx="9144000"', '<p:sldSz cx="12"')],
        ["slide-size-mended"],
    ),
    Case(
        "a password against changes",
        [
            replace(
                PRESENTATION, "</p:defaultTextStyle>", "</p:defaultTextStyle><p:modifyVerifier/>"
            )
        ],
        ["protection-dropped"],
        (PRESENTATION, "modifyVerifier"),
    ),
    Case(
        "custom XML with a DOCTYPE",
        [
            add("customXml/item1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
            related(PRESENTATION, "rId9", f"{R}/customXml", "../customXml/item1.xml"),
        ],
        ["part-dropped", "dangling-removed"],
    ),
    Case(
        "a DOCTYPE where nobody looks",
        [add("ppt/slides/slide1.xml", b"<!DOCTYPE x><x/>"), add("orphan.xml", b"<!DOCTYPE x><x/>")],
        [],
    ),
]

each = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def faults(data: bytes) -> list[str]:
    diagnostics = Diagnostics()
    lint(data, diagnostics)
    return [finding.message for finding in diagnostics]


@each
def test_mended(case: Case) -> None:
    template, codes = opened(edited(plain_template(), case.edits))
    assert codes == case.codes
    after = put_together(template)
    assert faults(after) == faults(plain_template())
    part, text = case.gone
    assert text not in contents(after)[part].decode()


@each
def test_mended_once_is_mended_for_good(case: Case) -> None:
    """Opened again, the result has nothing to mend, and not a byte changes."""
    once = put_together(opened(edited(plain_template(), case.edits))[0])
    template, codes = opened(once)
    assert set(codes) <= {"external-link"}
    assert put_together(template) == once


def test_the_validator_agrees(tmp_path: Path) -> None:
    need("validator")
    files = []
    for number, case in enumerate(CASES):
        files.append(tmp_path / f"{number}.pptx")
        files[-1].write_bytes(put_together(opened(edited(plain_template(), case.edits))[0]))
    found = validator.validate(files)
    faulty = {
        case.name: [str(one) for one in found[file]]
        for case, file in zip(CASES, files, strict=True)
        if found[file]
    }
    assert faulty == {}


def test_the_last_of_two_entries_counts() -> None:
    def last(parts: Parts) -> None:
        parts[LAYOUT] = parts[LAYOUT].replace(b'name="Title and Content"', b'name="Changed"')

    data = edited(plain_template(), [last], twice=[LAYOUT])
    template, codes = opened(data)
    assert codes == ["repeated-entries"]
    assert b'name="Changed"' in contents(put_together(template))[LAYOUT]


def test_a_composed_layout_has_what_its_master_has() -> None:
    edits: list[Edit] = [
        *(remove(f"ppt/slideLayouts/slideLayout{number}.xml") for number in range(1, 12)),
    ]
    template, codes = opened(edited(plain_template(), edits))
    assert codes == ["list-mended", "layout-composed"]
    ((name,),) = template.layout_part_names.values()
    xml = contents(put_together(template))[name[1:]].decode()
    assert [kind in xml for kind in ('type="title"', '<p:ph idx="1"/>', 'type="ftr"')] == [True] * 3
