"""What is mended of a template: said in a note, and sound afterwards."""

from pathlib import Path

import pytest

from tests.sampled import sampled
from tests.template.edits import (
    LAYOUT,
    LAYOUT_RELS,
    MASTER,
    MASTER_RELS,
    PML,
    PRESENTATION,
    THEME,
    TYPES,
    Case,
    R,
    check_mended,
    check_mended_for_good,
    check_valid,
    related,
    set_after,
    typed,
)
from tests.template.opened import opened, put_together, two_layouts
from tests.tools.needs import need
from tests.tools.packages import Edit, Parts, add, edited, parts_of, png, remove, replace

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

BODY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="More"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="9"/>'
    "</p:nvPr>"
)
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
        "a layout that another relationship leads to",
        [
            lambda parts: parts.update({"ppt/drawings/drawing1.xml": parts[LAYOUT]}),
            related(LAYOUT, "rId9", f"{R}/chartUserShapes", "../drawings/drawing1.xml"),
        ],
        ["dangling-removed"],
        (LAYOUT_RELS, "drawing1"),
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
        ["theme-mended", "content-mended"],
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
        "a layout with two masters",
        [related(LAYOUT, "rId9", f"{R}/slideMaster", "../slideMasters/slideMaster1.xml")],
        ["relationships-mended"],
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mended(case: Case) -> None:
    check_mended(case)


@pytest.mark.parametrize("case", sampled({case.name: (case,) for case in CASES}, every=9))
def test_mended_once_is_mended_for_good(case: Case) -> None:
    check_mended_for_good(case)


@pytest.mark.slow
def test_the_validator_agrees(tmp_path: Path) -> None:
    need("validator")
    check_valid(CASES, tmp_path)


def test_the_last_of_two_entries_counts() -> None:
    def last(parts: Parts) -> None:
        parts[LAYOUT] = parts[LAYOUT].replace(b'name="Title and Content"', b'name="Changed"')

    data = edited(two_layouts(), [last], twice=[LAYOUT])
    template, codes = opened(data)
    assert codes == ["repeated-entries"]
    assert b'name="Changed"' in parts_of(put_together(template))[LAYOUT]


def test_a_composed_layout_has_what_its_master_has() -> None:
    """Each kind once, though the master has a second text."""
    edits = [remove(f"ppt/slideLayouts/slideLayout{number}.xml") for number in (1, 2)]
    second = f"{BODY}</p:nvSpPr><p:spPr/></p:sp></p:spTree>"
    template, codes = opened(
        edited(two_layouts(), [*edits, replace(MASTER, "</p:spTree>", second)])
    )
    assert codes == ["list-mended", "layout-composed"]
    ((name,),) = template.layout_part_names.values()
    xml = parts_of(put_together(template))[name[1:]].decode()
    kinds = ('type="title"', '<p:ph idx="1"/>', 'type="ftr"')
    assert [xml.count(kind) for kind in kinds] == [1, 1, 1]


@pytest.mark.parametrize(
    ("width", "is_right"),
    [("914399", False), ("914400", True), ("51206400", True), ("51206401", False), ("x", False)],
)
def test_a_slide_is_an_inch_to_56_inches_wide(width: str, *, is_right: bool) -> None:
    """Else it has the size that PowerPoint gives to new presentations of 4:3."""
    edit = replace(PRESENTATION, '<p:sldSz cx="9144000"', f'<p:sldSz cx="{width}"')
    template, codes = opened(edited(two_layouts(), [edit]))
    assert codes == ([] if is_right else ["slide-size-mended"])
    size = (template.width, template.height)
    assert size == (int(width) if is_right else 9_144_000, 6_858_000)
