"""What of a template is taken into a deck, byte for byte, and what is not."""

from pathlib import Path

import pytest

from deckgen.opc.package_reader import read_package
from deckgen.opc.parsed_package import ParsedPart
from deckgen.opc.xml_parser import parse_xml
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import part_label
from tests.sampled import sampled
from tests.talks import talk
from tests.template.edits import PML, PRESENTATION, R, related, typed
from tests.template.opened import opened, put_together, two_layouts
from tests.tools.packages import Parts, add, clean_deck, edited, parts_of, replace

MS = "http://schemas.microsoft.com/office"

GUIDES = (
    '<p:extLst><p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"><p15:sldGuideLst xmlns:p15='
    '"http://schemas.microsoft.com/office/powerpoint/2012/main"><p15:guide id="1" pos="2"/>'
    "</p15:sldGuideLst></p:ext></p:extLst></p:presentation>"
)
ALTERNATIVES = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><mc:Choice'
    ' Requires="p14"><p:extLst/></mc:Choice></mc:AlternateContent></p:presentation>'
)
KEPT_IN_PRESENTATION = [
    ("attributes", " saveSubsetFonts=", ' firstSlideNum="7" rtl="1" saveSubsetFonts='),
    ("guides and other extensions", "</p:presentation>", GUIDES),
    ("alternate content", "</p:presentation>", ALTERNATIVES),
]


@pytest.mark.parametrize(
    ("old", "new"),
    [case[1:] for case in KEPT_IN_PRESENTATION],
    ids=[c[0] for c in KEPT_IN_PRESENTATION],
)
def test_everything_else_in_the_presentation_stays(old: str, new: str) -> None:
    data = edited(two_layouts(), [replace(PRESENTATION, old, new)])
    frame = opened(data)[0].presentation
    assert new in frame.head + frame.tail


SHOW = (
    '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="rId7"/></p:sldLst>'
    "</p:custShow></p:custShowLst>"
)
SAMPLES_NAMED = [
    (
        "a custom show",
        PRESENTATION,
        "<p:defaultTextStyle>",
        f"{SHOW}<p:defaultTextStyle>",
        "custShow",
    ),
    (
        "a photo album",
        PRESENTATION,
        "<p:defaultTextStyle>",
        "<p:photoAlbum/><p:defaultTextStyle>",
        "photoAlbum",
    ),
    (
        "a range of slides to show",
        "ppt/presProps.xml",
        "<p:extLst>",
        '<p:showPr><p:present/><p:sldRg st="2" end="3"/></p:showPr><p:extLst>',
        "sldRg",
    ),
    (
        "a custom show to show",
        "ppt/presProps.xml",
        "<p:extLst>",
        '<p:showPr><p:present/><p:custShow id="0"/></p:showPr><p:extLst>',
        "custShow",
    ),
]


@pytest.mark.parametrize(
    ("part", "old", "new", "gone"),
    [case[1:] for case in SAMPLES_NAMED],
    ids=[c[0] for c in SAMPLES_NAMED],
)
def test_nothing_names_a_sample_slide_any_more(part: str, old: str, new: str, gone: str) -> None:
    data = edited(clean_deck(), [replace(part, old, new)])
    template, found = opened(data)
    assert found == []
    after = parts_of(put_together(template))[part].decode()
    assert gone not in after
    assert ("<p:sldAll/>" in after) is (part == "ppt/presProps.xml")


def test_a_presentation_with_other_prefixes_is_the_same() -> None:
    def renamed(parts: Parts) -> None:
        text = parts[PRESENTATION].decode()
        text = text.replace("<p:", "<q:").replace("</p:", "</q:").replace("xmlns:p=", "xmlns:q=")
        parts[PRESENTATION] = text.encode()

    usual, other = (opened(edited(two_layouts(), edits))[0] for edits in ([], [renamed]))
    words = other.presentation.tail.replace("<q:", "<p:").replace("</q:", "</p:")
    assert words == usual.presentation.tail
    assert "defaultTextStyle" in words


def test_slides_in_the_outline_view_are_gone_from_it() -> None:
    outline = (
        '<p:outlineViewPr><p:cViewPr><p:scale><a:sx n="1" d="3"/><a:sy n="1" d="3"/></p:scale>'
        '<p:origin x="0" y="0"/></p:cViewPr><p:sldLst><p:sld r:id="rId1" collapse="1"/></p:sldLst>'
        "</p:outlineViewPr><p:notesTextViewPr>"
    )
    data = edited(
        clean_deck(),
        [
            replace("ppt/viewProps.xml", "<p:notesTextViewPr>", outline),
            related("ppt/viewProps.xml", "rId1", f"{R}/slide", "slides/slide1.xml"),
        ],
    )
    template, found = opened(data)
    assert found == []
    after = parts_of(put_together(template))
    assert b"<p:sldLst/>" in after["ppt/viewProps.xml"]
    assert "ppt/_rels/viewProps.xml.rels" not in after


def test_a_deck_does_not_open_in_the_view_of_its_masters() -> None:
    edit = replace("ppt/viewProps.xml", "sldThumbnailView", "sldMasterView")
    template, _ = opened(edited(two_layouts(), [edit]))
    assert b'lastView="sldView"' in parts_of(put_together(template))["ppt/viewProps.xml"]


PASSING = [
    (
        "an embedded font",
        PRESENTATION,
        "rId50",
        f"{R}/font",
        "fonts/font1.fntdata",
        "application/x-fontdata",
    ),
    (
        "custom XML",
        PRESENTATION,
        "rId51",
        f"{R}/customXml",
        "../customXml/item1.xml",
        "application/xml",
    ),
    ("tags", PRESENTATION, "rId52", f"{R}/tags", "tags/tag1.xml", f"{PML}.tags+xml"),
    (
        "a picture of a layout",
        "ppt/slideLayouts/slideLayout2.xml",
        "rId53",
        f"{R}/image",
        "../media/image1.png",
        "image/png",
    ),
    (
        "custom properties",
        "",
        "rId54",
        f"{R}/custom-properties",
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
]


@pytest.mark.parametrize(
    ("source", "id_", "type_", "target", "content_type"),
    [c[1:] for c in PASSING],
    ids=[c[0] for c in PASSING],
)
def test_what_templates_carry_passes_through(
    source: str, id_: str, type_: str, target: str, content_type: str
) -> None:
    folder = source.rpartition("/")[0]
    name = (
        target.replace("../", "ppt/" if folder.count("/") else "")
        if "../" in target
        else f"{folder}/{target}"
    )
    name = name.lstrip("/")
    root = "p:tagLst" if type_.endswith("/tags") else "p:own"
    content = (
        f"<?xml version='1.0'?>\r\n<{root}  xmlns:p = 'http://schemas.openxmlformats.org/"
        f"presentationml/2006/main' ><!-- as it was --></{root} >"
    ).encode()
    edits = [add(name, content), typed(name, content_type), related(source, id_, type_, target)]
    template, found = opened(edited(two_layouts(), edits))
    assert found == []
    assert parts_of(put_together(template))[name] == content


@pytest.mark.parametrize("id_", sampled(["rId1", "rId2", "rId3", "rId4", "rId5"], every=5))
def test_relationships_of_the_package_have_ids_of_their_own(id_: str, tmp_path: Path) -> None:
    """Whatever id a template gives its custom properties, as each that LibreOffice saved has."""
    name = "docProps/custom.xml"
    type_ = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    lead = related("", id_, f"{R}/custom-properties", name)
    template = tmp_path / "custom.pptx"
    template.write_bytes(
        edited(two_layouts(), [add(name, b"<Properties/>"), typed(name, type_), lead])
    )
    package = read_package(talk("- cover", brand=template).data, Diagnostics(), "deck.pptx")
    assert package is not None
    assert [(found.id, found.type) for found in package.relationships] == [
        ("rId1", "officeDocument"),
        ("rId2", "core-properties"),
        ("rId3", "extended-properties"),
        ("rId4", "thumbnail"),
        ("rId5", "custom-properties"),
    ]


def test_comments_and_their_authors_are_gone() -> None:
    edits = [
        add("ppt/commentAuthors.xml", b"<x/>"),
        related(PRESENTATION, "rId50", f"{R}/commentAuthors", "commentAuthors.xml"),
        add("ppt/authors.xml", b"<x/>"),
        related(PRESENTATION, "rId51", f"{MS}/2018/10/relationships/authors", "authors.xml"),
        add("ppt/revisionInfo.xml", b"<x/>"),
        related(
            PRESENTATION, "rId52", f"{MS}/2015/10/relationships/revisionInfo", "revisionInfo.xml"
        ),
    ]
    before, after = (
        {part.name for part in opened(data)[0].parts}
        for data in (two_layouts(), edited(two_layouts(), edits))
    )
    assert before == after


SPACE = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@pytest.mark.parametrize(
    ("xml", "label"),
    [
        (f'<p:sldLayout {SPACE}><p:cSld name="Titel"/></p:sldLayout>', "the layout “Titel”"),
        (f"<p:sldLayout {SPACE}><p:cSld/></p:sldLayout>", "the layout (part1.xml)"),
        (f"<p:sldMaster {SPACE}/>", "the slide master (part1.xml)"),
        (f"<p:notesMaster {SPACE}/>", "the notes master (part1.xml)"),
        (f"<p:handoutMaster {SPACE}/>", "the handout master (part1.xml)"),
        (f"<a:theme {SPACE}/>", "the theme (part1.xml)"),
        ("<other/>", "part1.xml"),
        ("", "part1.xml"),
    ],
)
def test_a_part_is_called_as_in_powerpoint(xml: str, label: str) -> None:
    data = xml.encode()
    root = parse_xml(data) if xml else None
    assert part_label(ParsedPart("/ppt/x/part1.xml", None, data, root, ())) == label
