"""What of a template is taken into a deck, and what is not."""

from __future__ import annotations

import pytest

from tests.template.opened import contents, opened, plain_template, put_together, tried
from tests.tools.packages import Edit, Parts, add, clean_deck, edited, replace

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MS = "http://schemas.microsoft.com/office"
TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
PML = "application/vnd.openxmlformats-officedocument.presentationml"


def related(source: str, id_: str, type_: str, target: str, mode: str = "") -> Edit:
    """Return an edit that adds a relationship to a part ("" for the package)."""
    folder, _, name = source.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    mode = f' TargetMode="{mode}"' if mode else ""
    entry = f'<Relationship Id="{id_}" Type="{type_}" Target="{target}"{mode}/></Relationships>'

    def edit(parts: Parts) -> None:
        empty = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            "</Relationships>"
        )
        parts.setdefault(rels, empty.encode())
        replace(rels, "</Relationships>", entry)(parts)

    return edit


def typed(part: str, content_type: str) -> Edit:
    entry = f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'
    return replace(TYPES, "</Types>", entry)


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
    template, found = opened(edited(plain_template(), edits))
    assert found == codes
    assert len(template.layout_part_names["/ppt/slideMasters/slideMaster1.xml"]) == 11
    assert (
        not {"ppt/vbaProject.bin", "customUI/customUI.xml"}
        & contents(put_together(template)).keys()
    )


def test_a_ribbon_without_macros_stays() -> None:
    template, found = opened(edited(plain_template(), MACROS[3:]))
    assert found == []
    assert [one.target for one in template.presentation.package_relationships] == [
        "customUI/customUI.xml"
    ]


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


CUT = ("head", "notes_masters", "handouts", "tail")


def test_the_presentation_is_cut_where_a_deck_puts_its_lists() -> None:
    frame = opened(clean_deck())[0].presentation
    assert frame.head.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:pres')
    assert frame.head.endswith("</p:sldMasterIdLst>")
    assert frame.notes_masters.startswith("<p:notesMasterIdLst")
    assert frame.notes_masters.endswith("</p:notesMasterIdLst>")
    assert frame.handouts == ""
    assert frame.tail.startswith("<p:sldSz ")
    assert frame.tail.endswith("</p:presentation>")


PRESENTATION = "ppt/presentation.xml"
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
    data = edited(plain_template(), [replace(PRESENTATION, old, new)])
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
    assert gone not in contents(put_together(template))[part].decode()


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
    after = contents(put_together(template))
    assert b"<p:sldLst/>" in after["ppt/viewProps.xml"]
    assert "ppt/_rels/viewProps.xml.rels" not in after


def test_a_deck_does_not_open_in_the_view_of_its_masters() -> None:
    edit = replace("ppt/viewProps.xml", "sldThumbnailView", "sldMasterView")
    template, _ = opened(edited(plain_template(), [edit]))
    assert b'lastView="sldView"' in contents(put_together(template))["ppt/viewProps.xml"]


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
    content = (
        b"<?xml version='1.0'?>\r\n<p:tagLst  xmlns:p = 'http://schemas.openxmlformats.org/"
        b"presentationml/2006/main' ><!-- as it was --></p:tagLst >"
    )
    edits = [add(name, content), typed(name, content_type), related(source, id_, type_, target)]
    template, found = opened(edited(plain_template(), edits))
    assert found == []
    assert contents(put_together(template))[name] == content


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
        for data in (plain_template(), edited(plain_template(), edits))
    )
    assert before == after


def test_ids_that_the_writer_gives_are_free() -> None:
    edits = [
        replace(PRESENTATION, 'r:id="rId1"', 'r:id="slide1"'),
        replace("ppt/_rels/presentation.xml.rels", 'Id="rId1"', 'Id="slide1"'),
        replace("ppt/_rels/presentation.xml.rels", 'Id="rId3"', 'Id="deckgen3"'),
    ]
    frame = opened(edited(plain_template(), edits))[0].presentation
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

    template, found = opened(edited(plain_template(), [rename]))
    assert found == []
    (layouts,) = template.layout_part_names.values()
    assert len(layouts) == 11
    assert all(name.isascii() and "%" not in name for name in layouts)
    put_together(template)


def test_nothing_is_said_twice_and_everything_at_the_line() -> None:
    _, found = tried(edited(plain_template(), MACROS))
    assert [str(finding.span) for finding in found] == ["talk.yaml:3:8"]
