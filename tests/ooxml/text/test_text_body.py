"""Paragraphs and runs as they are written, where they differ from their layout."""

import re
from typing import Any

import pytest
from lxml import etree

from deckgen.deck.text_body import Inline, LineBreak, Paragraph, Run, SlideLink, TextBody, WebLink
from deckgen.ooxml.text.text_body import Links, RunLook, paragraphs_xml, runs_xml
from deckgen.support.diagnostics import Span
from deckgen.support.xml_text import DRAWING, RELATIONSHIPS

AS_LEVEL = RunLook()
HANGING = {"lvl": "0", "marL": "9", "indent": "-9"}
PLAIN, BOLD = Paragraph((Run("Title"),)), Paragraph((Run("Title", bold=True),))
SPACES = {
    "the layout's own size": (PLAIN, (), (-1 / 32,), []),
    "a smaller one": (PLAIN, (48,), (-1 / 32,), ["-150"]),
    "a smaller one of marked words": (BOLD, (48,), (-1 / 32,), ["-150"]),
    "the second level": (PLAIN._replace(level=1), (48, 20), (0.0, 0.1), ["200"]),
    "no tracking": (PLAIN, (48,), (), []),
}


@pytest.mark.parametrize("case", SPACES)
def test_runs_of_another_size_have_tracking_in_proportion(case: str) -> None:
    paragraph, sizes, tracking, expected = SPACES[case]
    body, look = TextBody((paragraph,), sizes), RunLook(tracking=tracking)
    xml = paragraphs_xml(body, "en", "Consolas", Links({}, 1), look)
    assert re.findall(r' spc="(-?\d+)"', xml) == expected


def written(paragraph: Paragraph, look: RunLook = AS_LEVEL, **keys: Any) -> Any:
    """Return the element of a paragraph."""
    body = TextBody((paragraph,))._replace(**keys)
    xml = paragraphs_xml(body, "en", "Consolas", Links({"a": "slide2.xml"}, 1), look)
    root = etree.fromstring(f'<x xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">{xml}</x>')
    return root[0]


@pytest.mark.parametrize(
    ("run", "attributes"),
    [
        (Run("a"), {}),
        (Run("a", bold=True), {"b": "1"}),
        (Run("a", italic=True), {"i": "1"}),
        (Run("a", strike=True), {"strike": "sngStrike"}),
        (Run("a", baseline="superscript"), {"baseline": "30000"}),
        (Run("a", baseline="subscript"), {"baseline": "-25000"}),
        (Run("a", bold=True, italic=True), {"b": "1", "i": "1"}),
    ],
)
def test_the_format_of_a_run(run: Run, attributes: dict[str, str]) -> None:
    """And nothing more: no colour and no font of its own."""
    properties = written(Paragraph((run,))).find("{*}r/{*}rPr")
    assert ({"lang": "en", **attributes}, []) == (dict(properties.attrib), [*properties])


def test_code_has_its_font_and_other_words_that_of_the_look() -> None:
    look = RunLook(font='<a:latin typeface="Georgia"/>', fill="<a:noFill/>")
    paragraph = written(Paragraph((Run("a", code=True), Run("b"))), look)
    fonts = [one.get("typeface") for one in paragraph.iter("{*}latin")]
    assert fonts == ["Consolas", "Georgia"]


@pytest.mark.parametrize(
    ("run", "color"),
    [
        (Run("a"), "tx1"),
        (Run("a", muted=True), "tx2"),
        (Run("a", link=WebLink("https://example.org/")), "accent2"),
    ],
)
def test_the_colour_of_a_run(run: Run, color: str) -> None:
    fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    look = RunLook(fill, quiet="tx2", link_color="accent2")
    xml = runs_xml((run,), 'lang="en"', "Consolas", Links({}, 1), look)
    assert re.findall(r'<a:solidFill><a:schemeClr val="(\w+)"/>', xml) == [color]


LINK, TO_SLIDE = WebLink("https://example.org/"), SlideLink("a", Span("talk.yaml", 1, 1))


@pytest.mark.parametrize(
    ("runs", "linked"),
    [
        ((Run("form", link=LINK),), ["form"]),
        ((Run("form", link=LINK), Run(" here")), ["form", ""]),
        ((Run("form", link=LINK), Run("s", link=LINK)), ["form", "s"]),
        ((Run("form", link=LINK), LineBreak(), Run("here")), ["form", ""]),
        ((Run("the form", link=LINK), Run(" here")), ["the ", "form", ""]),
        ((Run("the form", link=TO_SLIDE), Run(" here")), ["the form", ""]),
    ],
    ids=["it ends", "words follow", "a link follows", "a line ends", "two words", "to a slide"],
)
def test_what_follows_a_link_gives_its_last_word_no_colour(
    runs: tuple[Inline, ...], linked: list[str]
) -> None:
    """LibreOffice colours the run before it: an empty one of the link."""
    paragraph = written(Paragraph(runs))
    found = [run for run in paragraph.iter("{*}r") if run.find("{*}rPr/{*}hlinkClick") is not None]
    assert [run.findtext("{*}t") for run in found] == linked


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("report", ["report"]),
        ("to the town", ["to ", "the ", "town"]),
        ("5\u00a0km on foot", ["5\u00a0km ", "on ", "foot"]),
        (" a  b ", [" a  ", "b "]),
        ("  ", ["  "]),
    ],
    ids=["one", "several", "a no-break space", "blanks at both ends", "blanks alone"],
)
def test_each_word_of_a_link_is_a_run_with_the_blank_behind_it(text: str, runs: list[str]) -> None:
    """So that LibreOffice breaks no word."""
    paragraph = written(Paragraph((Run(text, link=WebLink("https://example.org/")),)))
    assert [one.text for one in paragraph.iter("{*}t")] == runs
    assert len({one.values()[0] for one in paragraph.iter("{*}hlinkClick")}) == 1


@pytest.mark.parametrize(
    ("paragraph", "attributes", "mark"),
    [
        (Paragraph((), 1), {"lvl": "1"}, None),
        (Paragraph((), bullet="none"), {"lvl": "0", "marL": "0", "indent": "0"}, "buNone"),
        # A list that goes on after its first number says where.
        (Paragraph((), start_at=3), {"lvl": "0"}, "3"),
        (Paragraph((), bullet="number", hanging=9, start_at=3), HANGING, "3"),
        (Paragraph((), bullet="number", hanging=9), HANGING, "buAutoNum"),
        (Paragraph((), direction="rtl"), {"lvl": "0", "algn": "r", "rtl": "1"}, None),
        (Paragraph((), direction="ltr"), {"lvl": "0", "algn": "l", "rtl": "0"}, None),
        (Paragraph((), direction="centred-rtl"), {"lvl": "0", "rtl": "1"}, None),
        (Paragraph((), direction="centred-ltr"), {"lvl": "0", "rtl": "0"}, None),
    ],
)
def test_the_properties_of_a_paragraph(
    paragraph: Paragraph, attributes: dict[str, str], mark: str | None
) -> None:
    properties = written(paragraph).find("{*}pPr")
    assert dict(properties.attrib) == attributes
    marks = [
        one.get("startAt") or one.tag.partition("}")[2]
        for one in properties
        if one.tag.endswith(("buNone", "buAutoNum"))
    ]
    assert marks == ([mark] if mark else [])


@pytest.mark.parametrize(
    ("level", "numbering", "expected"),
    [
        (0, (), "arabicPlain"),
        (0, ("arabicPeriod", "alphaLcPeriod"), "arabicPeriod"),
        (1, ("arabicPeriod", "alphaLcPeriod"), "alphaLcPeriod"),
        (2, ("arabicPeriod", "alphaLcPeriod"), "alphaLcPeriod"),
    ],
)
def test_a_list_goes_on_with_numbers_as_its_layout_writes_them(
    level: int, numbering: tuple[str, ...], expected: str
) -> None:
    properties = written(Paragraph((), level, start_at=4), RunLook(numbering=numbering))
    assert [one.get("type") for one in properties.iter("{*}buAutoNum")] == [expected]


def test_a_plain_paragraph_has_no_properties() -> None:
    assert written(Paragraph((Run("a"),))).find("{*}pPr") is None


def test_space_before_and_after_a_paragraph_is_in_hundredths_of_a_point() -> None:
    paragraph = written(Paragraph((), 1, space_after=4), space_before=(0, 6))
    assert [one.get("val") for one in paragraph.iterfind("{*}pPr/*/{*}spcPts")] == ["600", "400"]
