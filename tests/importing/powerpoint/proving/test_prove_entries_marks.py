"""Bullets in a template whose lists have no marks are dashes in a text, which have some."""

import pytest
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, add_slide
from tests.tools.packages import saved

BULLETS = "    bullets:\n      - Ask\n      - Plan\n"
DASHES = "    text: |\n      - Ask\n      - Plan\n"


@pytest.mark.parametrize(
    ("in_template", "on_slide", "expected"),
    [
        ("<a:buChar char='•'/>", "", BULLETS),
        ("<a:buNone/>", "<a:buChar char='•'/>", DASHES),
    ],
    ids=["marks of the template", "marks of the author alone"],
)
def test_bullets_keep_their_marks(in_template: str, on_slide: str, expected: str) -> None:
    talk = Presentation()
    holder = talk.slide_layouts[TITLE_AND_BODY].placeholders[1].element
    level = f"<a:lvl1pPr {nsdecls('a')} marL='0' indent='0'>{in_template}</a:lvl1pPr>"
    for styles in holder.iter(qn("a:lstStyle")):
        styles[:] = [parse_xml(level)]
    slide = add_slide(talk, TITLE_AND_BODY, "Order", "Ask\nPlan")
    for paragraph in slide.placeholders[1].text_frame.paragraphs if on_slide else ():
        mark = parse_xml(on_slide.replace("/>", f" {nsdecls('a')}/>"))
        paragraph._p.get_or_add_pPr().append(mark)
    made = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert made is not None
    assert expected in made.files["slides.yaml"].decode()
