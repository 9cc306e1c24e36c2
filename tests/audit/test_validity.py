"""One fault at a time, seeded into a clean deck: exactly its code is reported."""

import re
from pathlib import Path

import pytest

from deckgen.audit.validity.fault import code_of
from deckgen.audit.validity.validity import STRUCTURE
from deckgen.ooxml.timing import timing_xml
from deckgen.support.diagnostics import Diagnostics
from tests.audit.film_faults import FILM_FAULTS, playing
from tests.audit.font_faults import FONT_FAULTS, embedded_font
from tests.sampled import sampled
from tests.tools import validator
from tests.tools.needs import need
from tests.tools.packages import Edit, add, clean_deck, edited, in_chart, remove, replace
from tests.validity import check_validity

TEMPLATES = Path(__file__).resolve().parents[3] / "shared" / "templates"

TYPES = "[Content_Types].xml"
DECK = "ppt/presentation.xml"
DECK_RELS = "ppt/_rels/presentation.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
WORDS = "ppt/slides/slide1.xml"
NUMBERS = "ppt/slides/slide2.xml"
PICTURES = "ppt/slides/slide3.xml"
NOTES = "ppt/notesSlides/notesSlide1.xml"


def rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def drop_relationship(part: str, kind: str) -> Edit:
    """Return an edit that takes the relationship of a kind away from a part."""

    def edit(parts: dict[str, bytes]) -> None:
        name = rels(part)
        pieces = parts[name].decode().split("<Relationship ")
        kept = [piece for piece in pieces if f'/{kind}"' not in piece]
        assert len(kept) < len(pieces)
        ending = "" if kept[-1].endswith("</Relationships>") else "</Relationships>"
        parts[name] = ("<Relationship ".join(kept) + ending).encode()

    return edit


def notes_master_late(parts: dict[str, bytes]) -> None:
    """List the notes master after the slides, as PptxGenJS does."""
    listed = re.search(rb"<p:notesMasterIdLst>.*</p:notesMasterIdLst>", parts[DECK])
    assert listed
    rest = parts[DECK].replace(listed[0], b"")
    parts[DECK] = rest.replace(b"</p:sldIdLst>", b"</p:sldIdLst>" + listed[0])


def animated(old: str, new: str, spid: int = 3) -> Edit:
    """Return an edit that lets two paragraphs come by a click each, with one fault."""
    timing = timing_xml([(spid, [(0,), (1,)])])
    assert old in timing
    return replace(WORDS, "</p:sld>", timing.replace(old, new, 1) + "</p:sld>")


def with_properties(inside: str) -> str:
    """Return the properties of a run with elements in them."""
    return f'<a:rPr lang="en-GB">{inside}</a:rPr>'


SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
LANG = '<a:rPr lang="en-GB"/>'
SECOND = '<p14:sldId id="257"/>'
NOTES_SIZE = '<p:notesSz cx="6858000" cy="9144000"/>'
COLOUR_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
RED = '<a:solidFill><a:srgbClr val="#FF0000"/></a:solidFill>'
BUILD = '<p:bldP spid="3" grpId="0" build="p"/>'
P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
SECTION_AGAIN = (
    '<p14:section name="Again" id="{6F2C9E0B-4D3C-4E5A-9B1D-0123456789AB}"><p14:sldIdLst/>'
    "</p14:section>"
)
VIEW_AGAIN = (
    '<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/viewProps" Target="viewProps.xml"/></Relationships>'
)
DATE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Date"/><p:cNvSpPr/><p:nvPr><p:ph type="{}" idx="{}"/>'
    "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp></p:spTree>"
)

FAULTS: list[tuple[str, list[Edit]]] = [
    # the package
    ("content-type-missing", [replace(TYPES, 'Extension="png"', 'Extension="pgn"')]),
    ("content-type-wrong", [replace(TYPES, '"image/png"', '"image/jpg"')]),
    ("content-type-wrong", [replace(TYPES, SLIDE_TYPE, SLIDE_TYPE.replace("slide+", "sld+"))]),
    ("content-type-wrong", [replace(TYPES, "officedocument.theme+", "officedocument.thema+")]),
    (
        "content-type-without-part",
        [replace(TYPES, "</Types>", '<Override PartName="/a.xml" ContentType="x/y"/></Types>')],
    ),
    ("template-content-type", [replace(TYPES, "presentation.main", "template.main")]),
    ("presentation-missing", [replace("_rels/.rels", "relationships/officeDocument", "x/y")]),
    ("dangling-relationship", [replace(rels(WORDS), "slideLayout2.xml", "slideLayout99.xml")]),
    ("duplicate-relationship-id", [replace(DECK_RELS, "</Relationships>", VIEW_AGAIN)]),
    ("undefined-relationship", [replace(PICTURES, 'r:embed="', 'r:embed="x')]),
    ("wrong-relationship-target", [replace(rels(MASTER), "theme/theme1.xml", "presProps.xml")]),
    (
        "wrong-relationship-target",
        [replace(DECK_RELS, "relationships/viewProps", "relationships/tags")],
    ),
    ("orphan-part", [add("ppt/media/left-over.png", b"")]),
    ("faulty-core-properties", [replace("docProps/core.xml", ' xsi:type="dcterms:W3CDTF"', "")]),
    ("faulty-core-properties", [replace("docProps/core.xml", "<dc:title", "<dc:title/><dc:title")]),
    ("xml-not-well-formed", [replace("docProps/app.xml", "</Properties>", "")]),
    ("xml-not-well-formed", [replace(WORDS, "Plain ", "Plain\x0b")]),
    ("xml-doctype", [replace("docProps/app.xml", "<Properties", "<!DOCTYPE x><Properties")]),
    ("forbidden-scheme", [replace(rels(WORDS), "https://example.org/", "javascript:alert(1)")]),
    # the presentation
    (
        "duplicate-slide-id",
        [replace(DECK, '<p:sldId id="257"', '<p:sldId id="256"'), replace(DECK, SECOND, "")],
    ),
    ("slide-id-out-of-range", [replace(DECK, '"257"', '"255"', 2)]),
    ("slide-id-out-of-range", [replace(DECK, '"257"', '"first"', 2)]),
    (
        "duplicate-slide-entry",
        [
            replace(DECK, "</p:sldIdLst>", '<p:sldId id="259" r:id="rId8"/></p:sldIdLst>'),
            replace(DECK, SECOND, f'{SECOND}<p14:sldId id="259"/>'),
        ],
    ),
    ("duplicate-master-id", [replace(MASTER, '"2147483649"', '"2147483648"')]),
    ("master-id-out-of-range", [replace(MASTER, '"2147483649"', '"2147"')]),
    ("slide-size", [replace(DECK, 'cx="9144000"', 'cx="0"')]),
    (
        "notes-master-not-listed",
        [
            replace(DECK, "<p:notesMasterIdLst>", "<!--"),
            replace(DECK, "</p:notesMasterIdLst>", "-->"),
        ],
    ),
    ("notes-without-slide", [drop_relationship(NOTES, "slide")]),
    ("notes-master-late", [notes_master_late]),
    ("notes-without-master", [drop_relationship(NOTES, "notesMaster")]),
    ("notes-of-other-slide", [replace(rels(NOTES), "slides/slide2.xml", "slides/slide1.xml")]),
    (
        "shared-theme",
        [
            replace(rels("ppt/notesMasters/notesMaster1.xml"), "theme2", "theme1"),
            remove("ppt/theme/theme2.xml"),
            replace(TYPES, "theme2.xml", "theme1.xml"),
        ],
    ),
    ("slide-without-layout", [drop_relationship(WORDS, "slideLayout")]),
    ("layout-without-master", [drop_relationship(LAYOUT, "slideMaster")]),
    ("section-names-lost-slide", [replace(DECK, SECOND, f'{SECOND}<p14:sldId id="300"/>')]),
    ("slide-in-no-section", [replace(DECK, SECOND, "")]),
    (
        "duplicate-section-id",
        [replace(DECK, "</p14:sectionLst>", f"{SECTION_AGAIN}</p14:sectionLst>")],
    ),
    # the order of elements
    (
        "element-order",
        [replace(DECK, NOTES_SIZE, ""), replace(DECK, "<p:sldSz", f"{NOTES_SIZE}<p:sldSz")],
    ),
    ("element-order", [replace(WORDS, "<a:bodyPr/><a:lstStyle/>", "<a:lstStyle/><a:bodyPr/>")]),
    ("element-order", [replace(WORDS, '<a:pPr lvl="1"/>', '<a:br/><a:pPr lvl="1"/>')]),
    ("element-order", [replace(WORDS, f"{LANG}<a:t>Plain </a:t>", f"<a:t>Plain </a:t>{LANG}")]),
    (
        "element-order",
        [replace(WORDS, COLOUR_MAP, ""), replace(WORDS, "<p:cSld>", f"{COLOUR_MAP}<p:cSld>")],
    ),
    (
        "element-order",
        [replace(WORDS, LANG, with_properties('<a:latin typeface="+mn-lt"/><a:noFill/>'))],
    ),
    ("repeated-child", [replace(WORDS, '<a:pPr lvl="1"/>', '<a:pPr lvl="1"/><a:pPr/>')]),
    ("repeated-child", [replace(WORDS, "<a:bodyPr/>", "<a:bodyPr/><a:bodyPr/>")]),
    ("unexpected-child", [replace(WORDS, '<a:pPr lvl="1"/>', '<a:pPr lvl="1"><a:t/></a:pPr>')]),
    # slides
    ("duplicate-shape-id", [replace(WORDS, '<p:cNvPr id="3"', '<p:cNvPr id="2"')]),
    ("negative-extent", [replace(PICTURES, '<a:ext cx="', '<a:ext cx="-')]),
    ("number-not-whole", [replace(PICTURES, '<a:off x="', '<a:off x="0.5" z="')]),
    ("number-not-whole", [replace(WORDS, LANG, LANG.replace("/>", ' sz="18.5"/>'))]),
    ("number-not-whole", [replace(WORDS, LANG, LANG.replace("/>", ' sz="50"/>'))]),
    ("number-not-whole", [replace(WORDS, '<a:pPr lvl="1"/>', '<a:pPr lvl="1" marL="-1"/>')]),
    ("picture-without-image", [replace(PICTURES, "r:embed=", "cstate=")]),
    ("footer-not-on-layout", [replace(WORDS, "</p:spTree>", DATE.format("hdr", 10))]),
    ("placeholder-not-on-layout", [replace(WORDS, '<p:ph idx="1"/>', '<p:ph idx="77"/>')]),
    ("placeholder-not-on-layout", [replace(WORDS, 'ph idx="1"', 'ph type="pic" idx="1"')]),
    ("unexpected-child", [replace(WORDS, "<a:p>", '<a:p><p:ph idx="77"/>')]),
    (
        "unlisted-slide",
        [replace(DECK, '<p:sldId id="257" r:id="rId8"/>', ""), replace(DECK, SECOND, "")],
    ),
    ("jump-to-lost-slide", [replace(rels(WORDS), 'relationships/slide"', 'relationships/video"')]),
    ("program-action", [replace(WORDS, "ppaction://hlinksldjump", "ppaction://program")]),
    (
        "extension-not-ignorable",
        [replace(WORDS, "</p:sld>", f'<p:transition p14:dur="1" {P14}/></p:sld>')],
    ),
    # animations: shape 3 of the slide has two paragraphs
    ("duplicate-time-node", [animated('id="5"', 'id="3"')]),
    ("effect-on-lost-shape", [animated("", "", spid=99)]),
    ("effect-on-lost-paragraph", [animated('end="1"', 'end="2"')]),
    ("effect-on-lost-paragraph", [animated('st="1"', 'st="x"')]),
    ("build-without-effect", [animated('bldP spid="3"', 'bldP spid="2"')]),
    ("build-without-effect", [animated("</p:bldLst>", f"{BUILD}</p:bldLst>")]),
    # text
    (
        "text-body-without-paragraph",
        [replace(NUMBERS, f"<a:p><a:r>{LANG}<a:t>a</a:t></a:r></a:p>", "")],
    ),
    ("text-body-without-properties", [replace(WORDS, "<a:bodyPr/>", "")]),
    ("control-character", [replace(WORDS, "Plain ", "Plain\x85")]),
    ("control-character", [replace(WORDS, "Plain ", "Plain_x000B_")]),
    ("colour-not-hex", [replace(WORDS, LANG, with_properties(RED))]),
    ("invalid-lang", [replace(WORDS, 'lang="en-GB"', 'lang="English (UK)"')]),
    *FONT_FAULTS,
    # tables and charts
    ("table-cell-count", [replace(NUMBERS, "</a:tblGrid>", '<a:gridCol w="9"/></a:tblGrid>')]),
    ("chart-axis-undefined", [in_chart("<c:axId val=", '<c:axId val="7"/><c:axId val=')]),
    ("chart-value-not-a-number", [in_chart("<c:v>1.5</c:v>", "<c:v>None</c:v>")]),
    ("negative-axis-id", [in_chart('<c:crossAx val="', '<c:crossAx val="-')]),
    *FILM_FAULTS,
]


def codes(data: bytes, file: str = "deck.pptx") -> list[str]:
    """Return the codes that lint reports, each once."""
    diagnostics = Diagnostics()
    check_validity(data, diagnostics, file)
    return sorted({found.code for found in diagnostics})


SVG_ALONE = (
    '<a:blip><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId2"/>'
    "</a:ext></a:extLst></a:blip>"
)
IGNORABLE = f'<p:transition p14:dur="1" mc:Ignorable="p14" {MC} {P14}/></p:sld>'
SOUND: dict[str, list[Edit]] = {
    "the deck itself": [],
    "a font that is embedded as it should": embedded_font(),
    "a film": playing(),
    "a transition of a later version": [replace(WORDS, "</p:sld>", IGNORABLE)],
    "an SVG alone": [replace(PICTURES, '<a:blip r:embed="rId2"/>', SVG_ALONE)],
}


@pytest.mark.parametrize("name", sampled([*SOUND], every=2))
def test_what_is_sound_has_no_fault(name: str) -> None:
    assert codes(edited(clean_deck(), SOUND[name])) == []


@pytest.mark.slow
def test_the_validator_too_finds_the_clean_deck_clean(tmp_path: Path) -> None:
    need("validator")
    deck = tmp_path / "clean.pptx"
    deck.write_bytes(clean_deck())
    assert validator.validate([deck]) == {deck: []}


@pytest.mark.parametrize(
    ("code", "edits"), sampled(FAULTS, every=6), ids=[code for code, _ in FAULTS]
)
def test_fault(code: str, edits: list[Edit]) -> None:
    assert codes(edited(clean_deck(), edits)) == [code]


def test_zip_entry_that_stands_twice() -> None:
    assert codes(edited(clean_deck(), [], twice=[WORDS])) == ["duplicate-zip-entry"]


def test_names_that_differ_only_in_case() -> None:
    seeded = edited(clean_deck(), [add("docProps/APP.xml", b"<a/>")])
    assert codes(seeded) == ["duplicate-zip-entry", "orphan-part"]


def test_lost_part_is_reported_from_both_sides() -> None:
    seeded = edited(clean_deck(), [remove("docProps/app.xml")])
    assert codes(seeded) == ["content-type-without-part", "dangling-relationship"]


def test_every_rule_has_a_seeded_fault() -> None:
    seeded = {code for code, _ in FAULTS} | {"duplicate-zip-entry"}
    assert {code_of(rule) for rule in STRUCTURE} <= seeded


def test_template_may_have_a_templates_type() -> None:
    template = edited(clean_deck(), [replace(TYPES, "presentation.main", "template.main")])
    assert codes(template, "brand.potx") == []


def test_message_names_file_and_part() -> None:
    diagnostics = Diagnostics()
    check_validity(
        edited(clean_deck(), [replace(WORDS, 'id="3"', 'id="2"')]), diagnostics, "talk.pptx"
    )
    assert [found.message for found in diagnostics] == [
        "talk.pptx: /ppt/slides/slide1.xml: two shapes have the id 2"
    ]


@pytest.mark.slow
@pytest.mark.skipif(not TEMPLATES.is_dir(), reason="needs the folder ../shared/templates")
def test_templates_of_all_kinds_are_read_without_a_crash() -> None:
    for file in sorted(TEMPLATES.glob("*.p[op]*")):
        found = codes(file.read_bytes(), file.name)
        assert found == (["not-a-zip"] if file.name == "broken-zip.pptx" else []), file.name


def test_the_page_of_facts_names_every_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "facts" / "repair-prompts.md").read_text("utf-8")
    assert [code for code in map(code_of, STRUCTURE) if f"`{code}`" not in page] == []
