"""SmartArt becomes the list or the process that it is; other forms stay as they are."""

import pytest
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.old_slides import TITLE_ONLY, add_slide
from tests.tools.packages import saved

_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagram"
_RED = "<a:solidFill><a:srgbClr val='FF0000'/></a:solidFill>"

Point = tuple[str, str, str]
"""The words of a point, those of the point above it (none: the first level), and its look."""


def entry(category: str, points: list[Point]) -> str:
    """Return the entry of a slide with SmartArt, whose points come in the wrong order."""
    talk = Presentation()
    slide = add_slide(talk, TITLE_ONLY, "Plan")
    ids = {words: str(at) for at, (words, _, _) in enumerate(points, 1)} | {"": "0"}
    made = "".join(
        f"<dgm:pt modelId='{ids[words]}'><dgm:prSet/><dgm:spPr>{look}</dgm:spPr>"
        f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for words, _, look in reversed(points)
    )
    lines = "".join(
        f"<dgm:cxn modelId='c{at}' srcId='{ids[above]}' destId='{ids[words]}' srcOrd='{at}'/>"
        f"<dgm:cxn modelId='p{at}' type='presOf' srcId='{ids[words]}' destId='0' srcOrd='0'/>"
        for at, (words, above, _) in enumerate(points)
    )
    names = f"xmlns:dgm='{_DGM}' xmlns:a='{_A}'"
    parts = {
        "Data": f"<dgm:dataModel {names}><dgm:ptLst><dgm:pt modelId='0' type='doc'/>{made}"
        f"</dgm:ptLst><dgm:cxnLst>{lines}</dgm:cxnLst></dgm:dataModel>",
        "Layout": f"<dgm:layoutDef {names}><dgm:catLst><dgm:cat type='{category}' pri='1'/>"
        "</dgm:catLst></dgm:layoutDef>",
    }
    related = {
        name: slide.part.relate_to(
            Part(
                PackURI(f"/ppt/diagrams/{name.lower()}1.xml"),
                f"application/vnd.openxmlformats-officedocument.drawingml.diagram{name}+xml",
                slide.part.package,
                xml.encode(),
            ),
            _RELATED + name,
        )
        for name, xml in parts.items()
    }
    slide.shapes._spTree.append(
        parse_xml(
            f"<p:graphicFrame {nsdecls('p', 'a', 'r')} xmlns:dgm='{_DGM}'><p:nvGraphicFramePr>"
            "<p:cNvPr id='9' name='Diagram'/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
            "<p:xfrm><a:off x='900000' y='2000000'/><a:ext cx='6000000' cy='3000000'/></p:xfrm>"
            f"<a:graphic><a:graphicData uri='{_DGM}'><dgm:relIds r:dm='{related['Data']}' "
            f"r:lo='{related['Layout']}'/></a:graphicData></a:graphic></p:graphicFrame>"
        )
    )
    made_talk = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert made_talk is not None
    outline = made_talk.files["slides.yaml"].decode()
    return outline.partition("slides:\n")[2]


def flat(*words: str, marked: str = "") -> list[Point]:
    return [(each, "", _RED if each == marked else "") for each in words]


STEPS = (
    "  - title: Plan\n    steps:\n      - title: Ask\n      - title: Draw\n      - title: Build\n"
)
INCLUDED = "  # Slide 1 stays as it is: a SmartArt.\n  - include: original.pptx\n    slides: 1\n"
CASES: dict[str, tuple[str, list[Point], str]] = {
    "a process": ("process", flat("Ask", "Draw", "Build"), STEPS),
    "a process whose steps say more": (
        "process",
        [("Ask", "", ""), ("all of them", "Ask", ""), ("Build", "", "")],
        (
            "  - title: Plan\n    steps:\n      - {title: Ask, text: all of them}\n"
            "      - title: Build\n"
        ),
    ),
    "a list": (
        "list",
        flat("Trees", "Benches"),
        "  - title: Plan\n    bullets:\n      - Trees\n      - Benches\n",
    ),
    "a list with a point without words": (
        "list",
        flat("Trees", " ", "Benches"),
        "  - title: Plan\n    bullets:\n      - Trees\n      - Benches\n",
    ),
    "a list with one of another colour": (
        "list",
        flat("Trees", "Benches", "Lamps", marked="Benches"),
        "  - title: Plan\n    bullets:\n      - Trees\n      - '**Benches**'\n      - Lamps\n",
    ),
    "a list with lists": (
        "list",
        [("Trees", "", ""), ("limes", "Trees", ""), ("Benches", "", ""), ("red", "Benches", "")],
        (
            "  - title: Plan\n    columns:\n"
            "      - heading: Trees\n        bullets:\n          - limes\n"
            "      - heading: Benches\n        bullets:\n          - red\n"
        ),
    ),
    "a hierarchy": ("hierarchy", flat("Mayor", "Council"), INCLUDED),
    "with pictures": (
        "list",
        [("Trees", "", "<a:blipFill><a:blip/></a:blipFill>"), ("Benches", "", "")],
        INCLUDED,
    ),
}


@pytest.mark.parametrize(("category", "points", "expected"), CASES.values(), ids=CASES)
def test_smart_art_by_its_form(category: str, points: list[Point], expected: str) -> None:
    assert entry(category, points) == expected


def test_points_that_lead_in_a_circle_end() -> None:
    assert entry("list", [("A", "", ""), ("A", "A", "")]).startswith("  - title: Plan\n")
