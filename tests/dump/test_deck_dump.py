"""A deck as text: the format of the goldens, shown on one deck with everything in it."""

import pytest

from deckgen.dump.deck_dump import dump_deck
from deckgen.ooxml.timing import timing_xml
from deckgen.support.diagnostics import Diagnostics
from tests.dump.template_dump import dump_template
from tests.sampled import sampled
from tests.tools.packages import Edit, clean_deck, edited, replace

DECK = "ppt/presentation.xml"
WORDS = "ppt/slides/slide1.xml"
NUMBERS = "ppt/slides/slide2.xml"
PICTURES = "ppt/slides/slide3.xml"

CLEAN = """\
title: A clean deck
author: Ada
language: en-GB
created: 2013-01-27T09:14:16Z
modified: 2013-01-27T09:15:58Z
size: 25.40×19.05

section: All

slide 1 [Title and Content]
  title
    Words
  content 1
    Plain **bold*****both***[web](https://example.org/)[jump](#3)
      Second level

slide 2 [Title Only]
  title
    Numbers
  chart “Chart 2” at 1.00,5.00 size 8.00×6.00 alt: Tons by region
    barChart col clustered
      categories: North, South
      Tons: 1.5, 2 [General]
    catAx axPos=b orientation=minMax
    valAx axPos=l lines
    workbook xlsx
  table “Table 3” at 11.00,5.00 size 8.00×2.00
    (firstRow, bandRow)
    columns 4.00 ×2
    rows 1.00 ×2
    | Name | Value |
    | a | 1 |
  notes:
    What to say

slide 3 [Title Only] hidden
  title
    Pictures
  picture (png) “Picture 2” at 2.00,5.00 size 4.00×3.00 alt: A red field
"""

LANG = '<a:rPr lang="en-GB"/>'
PLAIN = f"<a:r>{LANG}<a:t>Plain </a:t></a:r>"
INVERTED = (
    '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1"'
    ' accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6"'
    ' hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
)
SPTREE_END = "</p:spTree>"


def run(attributes: str, words: str, inside: str = "") -> str:
    return f"<a:r><a:rPr {attributes}>{inside}</a:rPr><a:t>{words}</a:t></a:r>"


def group(inside: str) -> str:
    return (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="80" name="Pair"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr/>{inside}</p:grpSp>{SPTREE_END}"
    )


def text_box(words: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="81" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


LINES: list[tuple[str, Edit, str]] = [
    (
        "superscript and subscript",
        replace(WORDS, PLAIN, run('baseline="30000"', "up") + run('baseline="-25000"', "down")),
        "    ^up^~down~**bold*****both***[web](https://example.org/)[jump](#3)",
    ),
    (
        "strike and code",
        replace(
            WORDS,
            PLAIN,
            run('strike="sngStrike"', "gone")
            + run("", "x = 1", '<a:latin typeface="DejaVu Sans Mono"/>'),
        ),
        "    ~~gone~~`x = 1`**bold*****both***[web](https://example.org/)[jump](#3)",
    ),
    (
        "neighbours that are set alike are one",
        replace(WORDS, PLAIN, run('b="1" lang="en-GB"', "very ")),
        "    **very bold*****both***[web](https://example.org/)[jump](#3)",
    ),
    (
        "the size and language of a whole paragraph",
        replace(WORDS, f"{LANG}<a:t>Second", '<a:rPr lang="de-DE" sz="1050"/><a:t>Second'),
        "      Second level {10.5pt, lang de-DE}",
    ),
    (
        "the size of one run",
        replace(WORDS, f"<a:r>{LANG}<a:t>Second", run('sz="4000"', "Big") + f"<a:r>{LANG}<a:t>, s"),
        "      Big{40pt}, s level",
    ),
    (
        "a field",
        replace(
            WORDS,
            f"<a:r>{LANG}<a:t>Second",
            f'<a:fld type="slidenum" id="x">{LANG}<a:t>7</a:t></a:fld><a:r>{LANG}<a:t>',
        ),
        "      <slidenum 7> level",
    ),
    (
        "a line break",
        replace(WORDS, f"<a:r>{LANG}<a:t>Second", f"<a:br/><a:r>{LANG}<a:t>Second"),
        "      ⏎Second level",
    ),
    (
        "numbers of the paragraph's own",
        replace(
            WORDS,
            '<a:pPr lvl="1"/>',
            '<a:pPr lvl="1"><a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>',
        ),
        "      (arabicPeriod from 3) Second level",
    ),
    (
        "no bullet",
        replace(WORDS, '<a:pPr lvl="1"/>', '<a:pPr lvl="1"><a:buNone/></a:pPr>'),
        "      (no bullet) Second level",
    ),
    (
        "the name of a slide, in its heading",
        replace(WORDS, "<p:cSld>", '<p:cSld name="start">'),
        "slide 1 start [Title and Content]",
    ),
    (
        "the name of a slide, in a jump",
        replace(PICTURES, "<p:cSld>", '<p:cSld name="end">'),
        "    Plain **bold*****both***[web](https://example.org/)[jump](#end)",
    ),
    (
        "inverted colours",
        replace(WORDS, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>", INVERTED),
        "slide 1 [Title and Content] colours bg1=dk1 tx1=lt1 bg2=dk2 tx2=lt2",
    ),
    (
        "a background of the slide's own",
        replace(
            WORDS,
            "<p:cSld>",
            '<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
            "<a:effectLst/></p:bgPr></p:bg>",
        ),
        "slide 1 [Title and Content] background accent1",
    ),
    ("an empty placeholder", replace(WORDS, "<a:t>Words</a:t>", "<a:t/>"), "    (empty)"),
    ("shapes in a group", replace(WORDS, SPTREE_END, group(text_box("In"))), "      In"),
    (
        "a graphic that is not known",
        replace(NUMBERS, "drawingml/2006/table", "drawingml/2006/diagram"),
        "  diagram “Table 3” at 11.00,5.00 size 8.00×2.00",
    ),
    (
        "a shape that is not known",
        replace(WORDS, SPTREE_END, f'<x:model xmlns:x="urn:x"/>{SPTREE_END}'),
        "  model",
    ),
    (
        "a decorative picture",
        replace(
            PICTURES,
            'descr="A red field"/>',
            '><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
            ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
            "</a:ext></a:extLst></p:cNvPr>",
        ),
        "  picture (png) “Picture 2” at 2.00,5.00 size 4.00×3.00 decorative",
    ),
    (
        "a transition",
        replace(WORDS, "</p:sld>", "<p:transition><p:fade/></p:transition></p:sld>"),
        "slide 1 [Title and Content] transition fade",
    ),
    (
        "what a click brings",
        replace(WORDS, "</p:sld>", timing_xml([(3, [(0, 1)])]) + "</p:sld>"),
        "  click 1: “Content Placeholder 2” 1–2",
    ),
    (
        "signs that would steer a terminal",
        replace(WORDS, "Second level", "Second\x9b31m\nlevel"),
        "      Second�31m level",
    ),
]


def text_of(data: bytes) -> str:
    diagnostics = Diagnostics()
    text = dump_deck(data, diagnostics)
    assert text is not None
    assert list(diagnostics) == []
    return text


def test_deck() -> None:
    assert text_of(clean_deck()) == CLEAN


@pytest.mark.parametrize(
    ("edit", "line"),
    sampled([case[1:] for case in LINES], every=2),
    ids=[case[0] for case in LINES],
)
def test_line(edit: Edit, line: str) -> None:
    assert line in text_of(edited(clean_deck(), [edit])).splitlines()
    assert line not in CLEAN.splitlines()


def test_what_is_no_deck_is_reported() -> None:
    diagnostics = Diagnostics()
    assert dump_deck(b"no deck", diagnostics, "talk.pptx") is None
    assert [found.code for found in diagnostics] == ["not-a-package"]


def test_brand() -> None:
    text = dump_template(clean_deck(), Diagnostics())
    assert text is not None
    lines = text.splitlines()
    assert lines[:3] == [
        "master background bg1",
        "  theme: Office Theme",
        (
            "  colours: dk1=#000000 lt1=#FFFFFF dk2=#1F497D lt2=#EEECE1 accent1=#4F81BD"
            " accent2=#C0504D accent3=#9BBB59 accent4=#8064A2 accent5=#4BACC6 accent6=#F79646"
            " hlink=#0000FF folHlink=#800080"
        ),
    ]
    layout = lines.index("layout Title Slide (title)")
    assert lines[layout + 1] == "  ctrTitle at 1.91,5.92 size 21.59×4.08"
    assert "    1: tx1 tint=75000, align ctr, margin 0, indent 0, no bullet" in lines[layout:]
