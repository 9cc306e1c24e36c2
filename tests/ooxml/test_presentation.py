"""Decks as packages: stable numbers, stable bytes, links, notes, properties, and no clock."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.tokens import PLAIN_TOKENS
from deckgen.deck.slide import Deck, PlaceholderRole, Slide
from deckgen.deck.text_body import LineBreak, Paragraph, Run, SlideLink, TextBody, WebLink
from deckgen.ooxml.presentation import slide_numbers, write
from deckgen.support.diagnostics import Diagnostics, Span
from tests.building import FORMULAS, TOUR, built
from tests.tools.packages import parts_of

SPAN = Span("slides.yaml", 1, 1)
BRAND = generate_brand(PLAIN_TOKENS, "16:9", None, Diagnostics())
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def body(*runs: Run | LineBreak) -> TextBody:
    return TextBody((Paragraph(runs),))


def bullets(name: str, *runs: Run | LineBreak) -> Slide:
    placeholders: tuple[tuple[PlaceholderRole, TextBody], ...] = (
        ("title", body(Run(f"About {name}"))),
        ("body", body(*runs or (Run("x"),))),
    )
    return Slide(name, "bullets", "light", "de-DE", placeholders, SPAN)


def deck(*slides: Slide) -> Deck:
    return Deck("A talk", "de-DE", slides, author="Anna & Co")


def parts(deck: Deck, moment: dt.datetime | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write(deck, BRAND, moment))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide_xml(*runs: Run | LineBreak) -> etree._Element:
    found = parts(deck(bullets("one", *runs)))
    (name,) = (name for name in found if name.startswith("ppt/slides/slide"))
    return etree.fromstring(found[name])


def test_a_slide_keeps_its_number_when_others_come_and_go() -> None:
    one, two, three = bullets("one"), bullets("two"), bullets("three")
    before = dict(zip(("one", "three"), slide_numbers((one, three)), strict=True))
    after = dict(zip(("two", "one", "three"), slide_numbers((two, one, three)), strict=True))
    assert after["one"] == before["one"]
    assert after["three"] == before["three"]


def test_numbers_are_unique_and_within_what_powerpoint_takes() -> None:
    slide = bullets("slide")
    numbers = slide_numbers(tuple(slide._replace(id=f"slide-{n}") for n in range(20_000)))
    assert len(set(numbers)) == 20_000
    assert min(numbers) >= 256
    assert max(numbers) < 2_147_483_648


def test_the_other_slides_are_the_same_bytes_after_an_insertion() -> None:
    one, two = bullets("one"), bullets("two")
    before, after = parts(deck(one)), parts(deck(two, one))
    assert after["ppt/slides/slide2.xml"] == before["ppt/slides/slide1.xml"]


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert write(deck(bullets("one")), BRAND, None) == write(deck(bullets("one")), BRAND, None)


def test_inline_code_takes_the_brands_monospace() -> None:
    assert [font.get("typeface") for font in slide_xml(Run("x", code=True)).iter(f"{A}latin")] == [
        "Consolas"
    ]


def test_text_is_safe_in_xml() -> None:
    text = 'Bau & Umwelt <"Nord"> ]]> \u200b😊'
    (_, run) = slide_xml(Run(text)).iter(f"{A}t")
    assert run.text == text


def test_control_characters_never_reach_the_file() -> None:
    (_, run) = slide_xml(Run("a\x0bb\x00c")).iter(f"{A}t")
    assert run.text == "abc"


def test_a_link_has_a_tip_if_it_is_given_one() -> None:
    one, two = WebLink("https://example.org", 'a "tip" & more'), WebLink("https://example.org")
    clicks = slide_xml(Run("a", link=one), Run("b", link=two)).iter(f"{A}hlinkClick")
    assert [click.get("tooltip") for click in clicks] == ['a "tip" & more', None]


def test_a_link_has_the_colour_of_the_text_where_its_own_cannot_be_read() -> None:
    layouts = tuple(
        layout._replace(
            placeholders=tuple(one._replace(link_color="tx1") for one in layout.placeholders)
        )
        for layout in BRAND.layouts
    )
    slide = bullets("one", Run("a", link=WebLink("https://example.org")))
    data = write(deck(slide), BRAND._replace(layouts=layouts), None)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("ppt/slides/slide1.xml").decode()
    assert '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:hlinkClick' in xml
    assert '<ahyp:hlinkClr val="tx"/>' in xml
    assert "hlinkClr" not in parts(deck(slide))["ppt/slides/slide1.xml"].decode()


def test_links_lead_to_the_web_and_to_slides() -> None:
    address = "https://example.org/?a=1&b=2"
    web = Run("web", link=WebLink(address))
    jump = Run("jump", link=SlideLink("two", SPAN))
    data = write(deck(bullets("one", web, web, jump), bullets("two")), BRAND, None)
    first, second = Presentation(io.BytesIO(data)).slides
    paragraph = first.placeholders[1].text_frame.paragraphs[0]
    assert [run.hyperlink.address for run in paragraph.runs[:2]] == [address] * 2
    targets = [rel for rel in first.part.rels.values() if rel.reltype.endswith("/slide")]
    assert [rel.target_part for rel in targets] == [second.part]
    assert len(first.part.rels) == 3  # layout, one for both web links, one for the jump


def test_a_slide_may_link_to_itself() -> None:
    data = write(deck(bullets("one", Run("me", link=SlideLink("one", SPAN)))), BRAND, None)
    (slide,) = Presentation(io.BytesIO(data)).slides
    assert any(rel.reltype.endswith("/slide") for rel in slide.part.rels.values())


def test_notes_are_real_notes_with_links_of_their_own() -> None:
    notes = body(Run("Say "), Run("this", link=SlideLink("two", SPAN)))
    slides = (bullets("one")._replace(notes=notes), bullets("two"))
    first, second = Presentation(io.BytesIO(write(deck(*slides), BRAND, None))).slides
    assert first.notes_slide.notes_text_frame.text == "Say this"
    assert any(rel.target_part == second.part for rel in first.notes_slide.part.rels.values())
    assert not second.has_notes_slide


@pytest.mark.parametrize(("lang", "rtl"), [("ar", "1"), ("de-DE", None)])
def test_notes_run_as_their_language_does(lang: str, rtl: str | None) -> None:
    slide = bullets("one")._replace(notes=body(Run("A")), lang=lang)
    (page,) = Presentation(io.BytesIO(write(deck(slide), BRAND, None))).slides
    (paragraph,) = page.notes_slide.notes_text_frame.paragraphs
    properties = paragraph._p.pPr
    assert (None if properties is None else properties.get("rtl")) == rtl


def test_text_that_people_add_is_indented_by_half_an_inch_a_level() -> None:
    root = etree.fromstring(parts(deck(bullets("one")))["ppt/presentation.xml"])
    levels = [*root.iter(*(f"{A}lvl{number}pPr" for number in range(1, 10)))]
    assert [level.get("marL") for level in levels] == [str(457_200 * at) for at in range(9)]


def test_hidden_slides_are_in_the_deck() -> None:
    data = write(deck(bullets("one")._replace(hidden=True), bullets("two")), BRAND, None)
    shown = [slide.element.get("show") for slide in Presentation(io.BytesIO(data)).slides]
    assert shown == ["0", None]


def test_footer_and_number_are_real_fields() -> None:
    slide = bullets("one")._replace(footer=body(Run("Leipzig")), numbered=True)
    (page,) = Presentation(io.BytesIO(write(deck(slide), BRAND, None))).slides
    types = [shape.placeholder_format.type.name for shape in page.placeholders]
    assert types == ["TITLE", "OBJECT", "FOOTER", "SLIDE_NUMBER"]
    assert [field.get("type") for field in page.element.iter(f"{A}fld")] == ["slidenum"]


def test_the_slides_name_is_its_id() -> None:
    data = write(deck(bullets("mehrwert")), BRAND, None)
    assert [slide.name for slide in Presentation(io.BytesIO(data)).slides] == ["mehrwert"]


@pytest.mark.parametrize("moment", [NOON, NOON.astimezone(dt.timezone(dt.timedelta(hours=9)))])
def test_properties_come_from_the_deck_and_the_moment(moment: dt.datetime) -> None:
    full = deck(bullets("one"))._replace(subject="Towns", keywords="town, talk")
    found = Presentation(io.BytesIO(write(full, BRAND, moment))).core_properties
    assert (found.title, found.author, found.language) == ("A talk", "Anna & Co", "de-DE")
    assert (found.subject, found.keywords) == ("Towns", "town, talk")
    assert found.created == found.modified == dt.datetime(2026, 11, 22, 12)  # noqa: DTZ001


def test_without_a_moment_no_date_is_made_up() -> None:
    assert b"dcterms:created" not in parts(deck(bullets("one")))["docProps/core.xml"]


def test_the_thumbnail_is_a_picture() -> None:
    thumbnail = parts(deck(bullets("one")))["docProps/thumbnail.png"]
    assert thumbnail.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(thumbnail) < 2_000


@pytest.mark.slow
@pytest.mark.parametrize("outline", [TOUR, FORMULAS], ids=lambda path: path.stem)
def test_the_root_of_a_part_declares_all_its_namespaces(outline: Path) -> None:
    """Not every program looks elsewhere; the namespace of a chart is no extension."""
    within = {
        (name, found)
        for name, data in parts_of(built(outline, "talk")).items()
        if re.fullmatch(r"ppt/(slide|notesSlide|slideLayout|slideMaster)s/[^/]+", name)
        for found in re.findall(rb" xmlns:(\w+)=", data.partition(b"><p:cSld")[2])
    }
    assert {prefix for _, prefix in within} <= {b"c"}
