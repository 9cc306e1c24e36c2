"""What is no deck, what has another size, and what does not come along."""

import io
import re
import zipfile

import pytest

from deckgen.support.diagnostics import Diagnostics
from deckgen.support.xml_text import RELATIONSHIPS
from tests.merge.decks import including, of_size, on_first_slide
from tests.sampled import sampled
from tests.tools.packages import Edit, clean_deck, edited, parts_of, png, remove, replace
from tests.validity import check_validity

_SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Button">{link}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
    '</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB"/><a:t>B</a:t></a:r>'
    "</a:p></p:txBody></p:sp>"
)
_PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="91" name="P" descr="d"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    '<p:blipFill><a:blip r:link="rId9"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/>'
    "</p:pic>"
)
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_OLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="92" name="O"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
    '<p:oleObj r:id="rId9" imgW="1" imgH="1" progId="Package"><p:embed/></p:oleObj></a:graphicData>'
    "</a:graphic></p:graphicFrame>"
)


def _button(attributes: str) -> str:
    return _SHAPE.format(link=f'<a:hlinkClick r:id="" {attributes}/>')


def _arrow(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="rId9" Type="{RELATIONSHIPS}/{kind}" Target="{target}"{mode}/>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("gone.pptx", None, "missing-file"),
        ("a.pptx", b"%PDF-1.7 ...", "not-a-deck"),
        ("a.pptx", b"", "empty-file"),
        ("a.odp", b"no zip at all", "not-a-deck"),
        ("a.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted-or-old"),
        ("a.pptx", clean_deck()[:9000], "not-a-zip"),
        ("a.pptx", edited(clean_deck(), [remove("ppt/presentation.xml")]), "not-a-deck"),
        ("../a.pptx", None, "missing-file"),
    ],
)
def test_what_is_no_deck_is_told_where_it_is_named(
    name: str, data: bytes | None, code: str
) -> None:
    made = including(f"- include: {name}", files={name: data} if data is not None else {})
    (found,) = made.diagnostics
    assert (found.code, found.severity, bool(found.hint)) == (code, "error", True)
    assert found.span is not None
    assert (found.span.line, found.span.column) == (6, 14)


@pytest.mark.slow
def test_a_bomb_is_not_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * (100 << 20))
    assert including("- include: a.pptx", files={"a.pptx": stream.getvalue()}).codes == [
        "too-large"
    ]


@pytest.mark.parametrize(
    ("width", "height", "codes"),
    sampled(
        [
            (10, 7.5, []),
            (10.01, 7.49, []),
            (13.333, 7.5, ["other-size"]),
            (7.5, 10, ["other-size"]),
            (8, 6, ["scaled"]),
            (40, 30, ["scaled"]),
        ],
        every=5,
    ),
)
def test_slides_of_another_shape_are_refused_and_of_another_size_scaled(
    width: float, height: float, codes: list[str]
) -> None:
    made = including("- include: a.pptx", files={"a.pptx": of_size(width, height)})
    assert made.codes == codes
    for found in made.diagnostics:
        assert found.hint is not None
        assert "type 10 and 7.5 inches" in found.hint
        assert ("`size: 16:9`" in found.hint) == (width == 13.333)


@pytest.mark.parametrize(
    ("xml", "relationship", "said"),
    sampled(
        [
            (_button('action="ppaction://macro?name=Run"'), "", "a button that runs a macro"),
            (_button('action="ppaction://program"'), "", "a button that starts a program"),
            (_PICTURE, _arrow("image", "https://example.org/a.png"), "https://example.org/a.png"),
            ("", _arrow("video", "file:///C:/film.mp4"), "file:///C:/film.mp4"),
            ("", _arrow("oleObject", "file:///C:/a.xlsx"), "file:///C:/a.xlsx"),
            ("", _arrow("control", "../media/image1.png", ""), "an ActiveX control"),
            (_OLE, _arrow("image", "../media/image1.png", ""), "opens in a program of its own"),
        ],
        every=7,
    ),
)
def test_what_runs_or_lies_outside_is_refused(xml: str, relationship: str, said: str) -> None:
    deck = on_first_slide(xml, relationship)
    made = including("- include: a.pptx\n  slides: 1", files={"a.pptx": deck})
    (found,) = made.diagnostics
    assert found.code == "refused-content"
    assert found.message.startswith("Slide 1 of a.pptx has ")
    assert said in found.message
    assert "leave the slide out" in (found.hint or "")
    other = including("- include: a.pptx\n  slides: 2", files={"a.pptx": deck})
    assert other.codes == [], "only the slide that has it is refused"


def test_a_broken_slide_is_told_when_it_is_wanted() -> None:
    broken = edited(clean_deck(), [replace("ppt/slides/slide2.xml", "</p:sld>", "")])
    files = {"a.pptx": broken}
    assert "broken-slide" in including("- include: a.pptx\n  slides: 2", files=files).codes
    fine = including("- include: a.pptx\n  slides: 1", files=files)
    assert not fine.diagnostics.has_errors


@pytest.mark.slow
@pytest.mark.parametrize(
    "edit",
    [
        replace(_MASTER, "sldLayoutIdLst", "extLst", 2),
        replace(_MASTER, "<p:txStyles>", '<p:sldId id="256" r:id="rId7"/><p:txStyles>'),
    ],
    ids=["lists none of its layouts", "names one where none may be named"],
)
def test_a_master_lists_the_layouts_that_come_along(edit: Edit) -> None:
    broken = edited(clean_deck(), [edit])
    made = including("- include: a.pptx\n  slides: 1", files={"a.pptx": broken})
    diagnostics = Diagnostics()
    check_validity(made.data, diagnostics)
    assert {one.code for one in diagnostics} <= {"unexpected-child"}  # which is told


def test_a_slide_whose_layout_has_no_master_is_refused() -> None:
    broken = edited(clean_deck(), [remove("ppt/slideMasters/slideMaster1.xml")])
    assert "broken-slide" in including("- include: a.pptx", files={"a.pptx": broken}).codes


@pytest.mark.parametrize(
    ("xml", "relationship"),
    sampled(
        [
            (
                _SHAPE.format(link='<a:hlinkClick r:id="rId9"/>'),
                _arrow("hyperlink", "javascript:x()"),
            ),
            (
                _SHAPE.format(link='<a:hlinkClick r:id="rId9"/>'),
                _arrow("hyperlink", "file:///C:/a"),
            ),
            (_button('action="ppaction://customshow?id=0"'), ""),
        ]
    ),
)
def test_links_that_lead_nowhere_are_removed_and_told(xml: str, relationship: str) -> None:
    files = {"a.pptx": on_first_slide(xml, relationship)}
    made = including("- include: a.pptx", files=files)
    assert made.codes == ["link-removed"]
    slide = parts_of(made.data)
    name = next(one for one in slide if b">Second level<" in slide[one])
    assert b'name="Button"/>' in slide[name], "the shape stays"


@pytest.mark.slow
def test_a_link_is_kept_if_its_slide_comes_along_and_told_if_not() -> None:
    made = including("- include: partner.pptx\n  slides: [3, 1]")
    _, pictures, words = made.slides
    jump = words.placeholders[1].text_frame.paragraphs[0].runs[4]
    assert words.part.related_part(jump._r.rPr.hlinkClick.rId) is pictures.part
    assert made.codes == []
    alone = including("- include: partner.pptx\n  slides: 1")
    assert alone.codes == ["link-removed"]
    run = alone.slides[1].placeholders[1].text_frame.paragraphs[0].runs[4]
    assert (run.text, run._r.rPr.hlinkClick) == ("jump", None)


def test_comments_do_not_come_along() -> None:
    name = "ppt/slides/_rels/slide1.xml.rels"
    comments = _arrow("comments", "../comments/comment1.xml", "").replace("rId9", "rId8")

    def add(parts: dict[str, bytes]) -> None:
        parts["ppt/comments/comment1.xml"] = b"<p:cmLst xmlns:p='urn:p'>secret</p:cmLst>"
        parts["ppt/media/unused.png"] = png()

    deck = edited(clean_deck(), [replace(name, "</Rel", f"{comments}</Rel"), add])
    made = including("- include: a.pptx", files={"a.pptx": deck})
    assert made.codes == []
    assert not any("comment" in one or "unused" in one for one in parts_of(made.data))


BOX = '<a:xfrm><a:off x="9" y="9"/><a:ext cx="9" cy="9"/></a:xfrm>'
LOST = {
    "nowhere to stand": ('idx="77"', "", ["[placeholder-not-on-layout]"]),
    "with a box of its own": ('idx="77"', BOX, []),
    "a footer": ('type="ftr" idx="77"', "", ["[footer-not-on-layout]"]),
}


@pytest.mark.parametrize(
    "head", sampled(["", "brand: a.pptx\n"], every=2), ids=["other brand", "own brand"]
)
@pytest.mark.parametrize(("kind", "box", "codes"), sampled(LOST.values()), ids=LOST)
def test_placeholders_that_a_layout_has_lost_are_told(
    kind: str, box: str, codes: list[str], head: str
) -> None:
    lost = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="93" name="L"/><p:cNvSpPr/><p:nvPr><p:ph {kind}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{box}</p:spPr><p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>"
    )
    layout = "ppt/slideLayouts/slideLayout2.xml"
    deck = edited(on_first_slide(lost), [replace(layout, 'type="ftr"', 'type="hdr"')])
    made = including("- include: a.pptx", files={"a.pptx": deck}, head=head)
    told = [one.message for one in made.diagnostics if one.code == "kept-fault"]
    assert re.findall(r"\[[a-z-]+\]", "".join(told)) == codes


def test_a_sound_without_a_file_is_told() -> None:
    sound = _SHAPE.format(link="").replace("<p:nvPr/>", "<p:nvPr><a:audioFile/></p:nvPr>")
    deck = edited(on_first_slide(sound), [])
    made = including("- include: a.pptx", files={"a.pptx": deck})
    told = [one.message for one in made.diagnostics if one.code == "kept-fault"]
    assert any("[media-of-another-kind]" in one for one in told), told
