"""What of a template is taken into a deck, and what is not."""

import pytest

from tests.template.edits import MAIN, PML, PRESENTATION, TYPES, R, related, typed
from tests.template.opened import opened, put_together, tried, two_layouts
from tests.tools.packages import Parts, add, clean_deck, edited, parts_of, replace

MS = "http://schemas.microsoft.com/office"


KINDS = [
    ("presentation", f"{PML}.presentation.main+xml", []),
    ("template", f"{PML}.template.main+xml", []),
    ("slide show", f"{PML}.slideshow.main+xml", []),
    (
        "presentation with macros",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        ["macros-dropped"],
    ),
    (
        "template with macros",
        "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
        ["macros-dropped"],
    ),
    (
        "slide show with macros",
        "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
        ["macros-dropped"],
    ),
]
MACROS = [
    add("ppt/vbaProject.bin", b"\0"),
    typed("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
    related(
        "ppt/presentation.xml", "rId90", f"{MS}/2006/relationships/vbaProject", "vbaProject.bin"
    ),
    add("customUI/customUI.xml", b"<customUI/>"),
    related("", "rId91", f"{MS}/2006/relationships/ui/extensibility", "customUI/customUI.xml"),
]


@pytest.mark.parametrize(
    ("content_type", "codes"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS]
)
def test_every_kind_of_presentation_opens(content_type: str, codes: list[str]) -> None:
    edits = [replace(TYPES, MAIN, content_type), *(MACROS if codes else ())]
    template, found = opened(edited(two_layouts(), edits))
    assert found == codes
    assert len(template.layout_part_names["/ppt/slideMasters/slideMaster1.xml"]) == 2
    assert (
        not {"ppt/vbaProject.bin", "customUI/customUI.xml"}
        & parts_of(put_together(template)).keys()
    )


def test_a_ribbon_without_macros_stays() -> None:
    template, found = opened(edited(two_layouts(), MACROS[3:]))
    assert found == []
    assert [one.target for one in template.presentation.package_relationships] == [
        "customUI/customUI.xml"
    ]


def test_a_signature_is_dropped_as_it_holds_for_no_other_file() -> None:
    type_ = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    edits = [
        add("_xmlsignatures/origin.sigs", b""),
        related("", "rId90", type_, "_xmlsignatures/origin.sigs"),
    ]
    template, codes = opened(edited(two_layouts(), edits))
    assert codes == ["signature-dropped"]
    assert "_xmlsignatures/origin.sigs" not in parts_of(put_together(template))


def test_sample_slides_and_what_only_they_use_are_gone() -> None:
    """The sample has notes, a chart with a workbook, a picture, a section."""
    template, found = opened(clean_deck())
    assert found == []
    names = {part.name for part in template.parts}
    gone = ("/slides/", "/notesSlides/", "/charts/", "/embeddings/", "/media/", "/docProps/")
    assert not [name for name in names if any(folder in name for folder in gone)]
    assert template.notes_master_part_name in names
    frame = template.presentation
    assert "sldIdLst" not in frame.head + frame.tail
    assert "section" not in frame.tail
    assert not [one for one in frame.relationships if one.type == f"{R}/slide"]


def test_the_presentation_is_cut_where_a_deck_puts_its_lists() -> None:
    frame = opened(clean_deck())[0].presentation
    assert frame.head.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:pres')
    assert frame.head.endswith("</p:sldMasterIdLst>")
    assert frame.notes_masters.startswith("<p:notesMasterIdLst")
    assert frame.notes_masters.endswith("</p:notesMasterIdLst>")
    assert frame.handouts == ""
    assert frame.tail.startswith("<p:sldSz ")
    assert frame.tail.endswith("</p:presentation>")


def test_ids_that_the_writer_gives_are_free() -> None:
    edits = [
        replace(PRESENTATION, 'r:id="rId1"', 'r:id="slide1"'),
        replace("ppt/_rels/presentation.xml.rels", 'Id="rId1"', 'Id="slide1"'),
        replace("ppt/_rels/presentation.xml.rels", 'Id="rId3"', 'Id="deckgen3"'),
    ]
    frame = opened(edited(two_layouts(), edits))[0].presentation
    ids = [found.id for found in frame.relationships]
    assert len(set(ids)) == len(ids) == 6
    assert not [id_ for id_ in ids if id_.startswith(("slide", "deckgen"))]
    master = next(one.id for one in frame.relationships if one.type == f"{R}/slideMaster")
    assert f'r:id="{master}"' in frame.head


NAMES = [
    ("in another case", "SLIDELAYOUTS/slidelayout2.XML", "../slideLayouts/slideLayout2.xml"),
    ("absolute", "slideLayouts/slideLayout2.xml", "/ppt/slideLayouts/slideLayout2.xml"),
    ("with backslashes", "slideLayouts/slideLayout2.xml", "..\\slideLayouts\\slideLayout2.xml"),
    ("with percent signs", "slideLayouts/Titel%20ü.xml", "../slideLayouts/Titel%20%C3%BC.xml"),
    (
        "with more steps than needed",
        "slideLayouts/slideLayout2.xml",
        "../../ppt/./slideLayouts/slideLayout2.xml",
    ),
]


@pytest.mark.parametrize(
    ("name", "target"), [case[1:] for case in NAMES], ids=[c[0] for c in NAMES]
)
def test_targets_however_they_are_spelt(name: str, target: str) -> None:
    def rename(parts: Parts) -> None:
        for folder, ending in (("", ""), ("_rels/", ".rels")):
            old = f"ppt/slideLayouts/{folder}slideLayout2.xml{ending}"
            path, _, last = name.rpartition("/")
            parts[f"ppt/{path}/{folder}{last}{ending}"] = parts.pop(old)
        replace(TYPES, "/ppt/slideLayouts/slideLayout2.xml", f"/ppt/{name}")(parts)
        replace(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            "../slideLayouts/slideLayout2.xml",
            target,
        )(parts)

    template, found = opened(edited(two_layouts(), [rename]))
    assert found == []
    (layouts,) = template.layout_part_names.values()
    assert len(layouts) == 2
    assert all(name.isascii() and "%" not in name for name in layouts)
    put_together(template)


def test_nothing_is_said_twice_and_everything_at_the_line() -> None:
    _, found = tried(edited(two_layouts(), MACROS))
    assert [str(finding.span) for finding in found] == ["talk.yaml:3:8"]
