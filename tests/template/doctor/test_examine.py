"""What is found about a template: one edit, one finding, with the way to mend it in PowerPoint."""

import re
from functools import cache
from typing import NamedTuple

import pytest

from deckgen.template.doctor.examine import examine_template
from deckgen.template.doctor.finding import DoctorFinding
from deckgen.template.doctor.missing import WANTED_LAYOUTS
from deckgen.template.match.choosing.layout_names import roles_named
from tests.template.doctor.test_mend import no_languages, picture, without_footers
from tests.template.edits import LAYOUT, MASTER, THEME
from tests.template.opened import plain_template, read_with_matches, two_layouts
from tests.tools.packages import Edit, Parts, edited, replace

_TITLE_BOX = '<a:off x="457200" y="274638"/><a:ext cx="8229600" cy="1143000"/>'
"""Of the title on the master of the plain template; EMU."""


def drawn(part: str, box: tuple[int, int, int, int], words: str = "") -> Edit:
    """Return an edit that draws a rectangle, or a text, on a layout or master."""
    x, y, cx, cy = box
    fill = "" if words else '<a:solidFill><a:srgbClr val="808080"/></a:solidFill>'
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="78" name="Address"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr><p:txBody><a:bodyPr/><a:p>'
        f"<a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
    )
    return replace(part, "</p:spTree>", shape)


def sized(points: int) -> Edit:
    """Return an edit that sets the text of the master in a size."""

    def edit(parts: Parts) -> None:
        before, body, after = re.split(r"(<p:bodyStyle>.*?</p:bodyStyle>)", parts[MASTER].decode())
        body = re.sub(r'sz="\d+"', f'sz="{points * 100}"', body)
        parts[MASTER] = f"{before}{body}{after}".encode()

    return edit


class Case(NamedTuple):
    name: str
    edits: list[Edit]
    weight: str
    code: str
    message: str
    """A part of it."""
    menu: str
    """Where PowerPoint has what is to be done."""


CASES = [
    Case(
        "no footers",
        [without_footers(LAYOUT)],
        "fault",
        "missing-footer",
        "“Title and Content” has no placeholder for the date, the footer and the slide number",
        "Slide Master > tick Footers",
    ),
    Case(
        "not on the master either",
        [without_footers(LAYOUT), without_footers(MASTER)],
        "fault",
        "missing-footer",
        "“Title and Content” has no placeholder",
        "Slide Master > Master Layout: tick the date, the footer and the slide number",
    ),
    Case(
        "a picture without a description",
        picture(MASTER, "Stadtwappen"),
        "fault",
        "missing-alt",
        "1 picture has no alternative text: “Stadtwappen”",
        "View Alt Text",
    ),
    Case(
        "no languages",
        [no_languages],
        "advice",
        "missing-language",
        "6 sample texts of masters and layouts have no language",
        "Review > Language",
    ),
    Case(
        "two languages",
        [replace(LAYOUT, 'lang="en-US"', 'lang="de-DE"')],
        "advice",
        "mixed-languages",
        "de-DE (",
        "Review > Language",
    ),
    Case(
        "a font that nobody has",
        [replace(THEME, '<a:latin typeface="Calibri"/>', '<a:latin typeface="Altenburg Sans"/>')],
        "fault",
        "missing-font",
        "“Altenburg Sans” (headlines) comes neither with Office nor with the file",
        "Embed fonts in the file",
    ),
    Case(
        "grey on grey",
        [drawn(MASTER, (0, 0, 9_144_000, 6_858_000))],
        "fault",
        "weak-contrast",
        "On “Title Slide”, the subtitle and the text in 898989 on 808080 have a contrast of",
        "Home > Font Color: a darker colour",
    ),
    Case(
        "text of 12 points",
        [sized(12)],
        "fault",
        "small-text",
        "On “Title and Content”, the text has 12 points",
        "Home > Font Size",
    ),
    Case(
        "text larger than its title",
        [sized(60)],
        "advice",
        "title-below-text",
        "the title (44 points) is smaller than the text below it (60 points)",
        "Home > Font Size",
    ),
    Case(
        "few lines of text",
        [sized(60)],
        "advice",
        "little-room",
        "On “Title and Content”, the text takes 4 × ",
        "enlarge the placeholder",
    ),
    Case(
        "an address in the title",
        [drawn(LAYOUT, (6_000_000, 300_000, 2_500_000, 400_000), "Markt 1")],
        "advice",
        "drawn-over",
        "On “Title and Content”, a text (“Address”) stands in the box of the title",
        "make the placeholder end before it",
    ),
    Case(
        "a title over its text",
        [replace(MASTER, _TITLE_BOX, _TITLE_BOX.replace("1143000", "4143000"))],
        "fault",
        "overlapping-placeholders",
        "On “Title and Content”, the title and the text overlap",
        "move them apart",
    ),
    Case(
        "a name twice",
        [replace(LAYOUT, 'name="Title and Content"', 'name="Title Slide"')],
        "fault",
        "duplicate-name",
        "2 layouts are called “Title Slide”",
        "Rename Layout",
    ),
    Case(
        "the name of a copy",
        [replace(LAYOUT, 'name="Title and Content"', 'name="1_Title and Content"')],
        "advice",
        "unclear-name",
        "“1_Title and Content”",
        "Rename Layout",
    ),
    Case(
        "two placeholders of one name",
        [replace(LAYOUT, 'name="Content Placeholder 2"', 'name="Title 1"')],
        "advice",
        "duplicate-placeholder-name",
        "several placeholders are called “Title 1”",
        "Selection Pane",
    ),
    Case(
        "no type",
        [replace(LAYOUT, ' type="obj"', "")],
        "advice",
        "missing-type",
        "“Title and Content” does not say what it is for (type “obj”)",
        "Insert Slide Master",
    ),
]


def findings(*edits: Edit) -> tuple[DoctorFinding, ...]:
    return examine_template(*read_with_matches(edited(plain_template(), edits)))


@cache
def before() -> frozenset[str]:
    """Return what is found about a template of two layouts before it is edited."""
    return frozenset(one.message for one in examine_template(*read_with_matches(two_layouts())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_wrong_is_found_with_the_way_to_mend_it(case: Case) -> None:
    known = before()
    after = examine_template(*read_with_matches(edited(two_layouts(), case.edits)))
    found = [one for one in after if one.code == case.code]
    fitting = [one for one in found if case.message in one.message and one.message not in known]
    assert fitting, [one.message for one in found]
    assert case.menu in fitting[0].advice
    assert fitting[0].weight == case.weight


def test_a_layout_that_is_missing_is_told_with_a_name_that_deckgen_knows() -> None:
    found = {one.role: one for one in findings() if one.code == "missing-layout"}
    assert set(found) >= {"question", "questions", "quote", "closing", "three-contents"}
    assert "“Quote”" in found["quote"].advice
    for role, (_, name, _) in WANTED_LAYOUTS.items():
        if role != "bleed":
            assert role in roles_named(name), name


def test_what_is_composed_otherwise_is_told_with_the_layout_that_is_missing() -> None:
    found = {one.role: one for one in findings() if one.code == "missing-layout"}
    assert "; the headline has the page, who said it" in found["quote"].message
    assert found["closing"].message.endswith("such slides are set on “Title Slide”.")


def test_columns_that_bullets_stand_across_are_told() -> None:
    column = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Right"/><p:cNvSpPr/><p:nvPr>'
        '<p:ph idx="20"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="6000000" y="1600200"/>'
        '<a:ext cx="3000000" cy="4525963"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p/></p:txBody>'
        "</p:sp></p:spTree>"
    )
    (found,) = [
        one
        for one in findings(replace(LAYOUT, "</p:spTree>", column))
        if one.code == "composed-page" and one.role == "bullets"
    ]
    assert found.weight == "advice"
    assert "one text has the width of all columns" in found.message


def test_faults_of_a_group_come_before_its_advice() -> None:
    found = findings(without_footers(LAYOUT), sized(12))
    assert next(one.weight for one in found if one.group == "missing") == "fault"
    assert [one.group for one in found] == sorted(
        (one.group for one in found),
        key=["missing", "unreadable", "too small", "badly named", "unused"].index,
    )
