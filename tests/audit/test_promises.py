"""What deckgen promises of its own decks: one broken promise at a time, exactly its code."""

import pytest

from deckgen.audit.validity.fault import code_of
from deckgen.support.diagnostics import Diagnostics
from tests.audit import promises
from tests.audit.promises import audit_promises
from tests.sampled import sampled
from tests.tools.packages import Edit, clean_deck, edited, in_chart, replace

WORDS = "ppt/slides/slide1.xml"
NUMBERS = "ppt/slides/slide2.xml"
PICTURES = "ppt/slides/slide3.xml"
NOTES = "ppt/notesSlides/notesSlide1.xml"

LANG = '<a:rPr lang="en-GB"/>'
TITLE = '<p:ph type="title"/>'
END = "</p:spTree>"


def run_with(inside: str) -> str:
    return f'<a:rPr lang="en-GB">{inside}</a:rPr>'


def shape(nonvisual: str, text: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="New"/><p:cNvSpPr/><p:nvPr>{nonvisual}</p:nvPr>'
        "</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p>"
        f'<a:r><a:rPr lang="en-GB"/><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def font(name: str) -> Edit:
    return replace(WORDS, LANG, run_with(f'<a:latin typeface="{name}"/>'))


def named(words: str, numbers: str) -> Edit:
    """Return an edit that names two slides."""
    edits = [
        replace(part, "<p:cSld>", f'<p:cSld name="{name}">')
        for part, name in ((WORDS, words), (NUMBERS, numbers))
    ]

    def edit(parts: dict[str, bytes]) -> None:
        for each in edits:
            each(parts)

    return edit


RED = '<a:srgbClr val="FF0000"/>'


def grouped(name: str, shapes: str) -> str:
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="91" name="{name}"/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:grpSp>"
    )


BROKEN: list[tuple[str, Edit]] = [
    ("run-without-lang", replace(WORDS, LANG, "")),
    ("run-without-lang", replace(WORDS, LANG, "<a:rPr/>")),
    ("run-without-lang", replace(NOTES, LANG, "")),
    (
        "hard-coded-colour",
        replace(WORDS, LANG, run_with('<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>')),
    ),
    ("hard-coded-font", font("Arial")),
    ("missing-title", replace(WORDS, "<a:t>Words</a:t>", "<a:t> </a:t>")),
    ("missing-title", replace(WORDS, TITLE, '<p:ph type="body" idx="5"/>')),
    ("several-titles", replace(WORDS, END, shape(TITLE, "Again") + END)),
    ("duplicate-slide-name", named("same", "same")),
    ("empty-placeholder", replace(WORDS, END, shape('<p:ph type="body" idx="9"/>', " ") + END)),
    (
        "title-not-first",
        replace(
            PICTURES,
            "<p:sp>",
            shape('<p:ph idx="8"/>', "One") + shape('<p:ph idx="9"/>', "Two") + "<p:sp>",
        ),
    ),
    ("picture-without-description", replace(PICTURES, "A red field", "")),
    ("chart-without-description", replace(NUMBERS, 'descr="Tons by region"', "")),
    ("chart-without-workbook", in_chart('<c:externalData r:id="', '<c:externalData r:id="no')),
    ("hard-coded-chart", in_chart("<c:cat>", '<c:spPr><a:srgbClr val="FF0000"/></c:spPr><c:cat>')),
    ("text-outside-placeholder", replace(WORDS, END, shape("", "Loose") + END)),
    (
        "embedded-font-unused",
        replace(
            "ppt/presentation.xml",
            '<p:notesSz cx="6858000" cy="9144000"/>',
            '<p:notesSz cx="6858000" cy="9144000"/><p:embeddedFontLst><p:embeddedFont>'
            '<p:font typeface="Own"/><p:regular r:id="deckgenFont1"/></p:embeddedFont>'
            "</p:embeddedFontLst>",
        ),
    ),
    ("text-outside-placeholder", replace(WORDS, END, grouped("", shape("", "Drawn")) + END)),
    (
        "hard-coded-fill",
        replace(
            WORDS,
            END,
            shape("", "").replace("<p:spPr/>", f"<p:spPr><a:solidFill>{RED}</a:solidFill></p:spPr>")
            + END,
        ),
    ),
]

KEPT: list[tuple[str, Edit]] = [
    ("two names", named("words", "numbers")),
    ("one title on two slides", replace(NUMBERS, "<a:t>Numbers</a:t>", "<a:t>Words</a:t>")),
    (
        "words of a drawing, a group that has a name",
        replace(WORDS, END, grouped("Steps", shape("", "Drawn")) + END),
    ),
    (
        "a column beside a placeholder",
        replace(
            WORDS,
            END,
            shape('<p:ph type="body" idx="9"/>', "One")
            + shape("", "Two").replace("<p:cNvSpPr/>", '<p:cNvSpPr txBox="1"/>')
            + END,
        ),
    ),
    ("the brand's monospace typeface", font("DejaVu Sans Mono")),
    ("a font of the theme", font("+mj-lt")),
    (
        "a colour of the theme",
        replace(WORDS, LANG, run_with('<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>')),
    ),
    (
        "a kicker before the title",
        replace(WORDS, "<p:sp>", shape('<p:ph type="body" idx="9"/>', "Kicker") + "<p:sp>"),
    ),
    (
        "a number that is a field",
        replace(
            WORDS,
            END,
            '<p:sp><p:nvSpPr><p:cNvPr id="90" name="N"/><p:cNvSpPr/><p:nvPr><p:ph type="sldNum"'
            ' idx="9"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:fld'
            ' id="{6F2C9E0B-4D3C-4E5A-9B1D-0123456789AB}" type="slidenum"/></a:p></p:txBody></p:sp>'
            + END,
        ),
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
    ),
]


def codes(data: bytes) -> list[str]:
    diagnostics = Diagnostics()
    audit_promises(data, diagnostics, code_font="DejaVu Sans Mono")
    return sorted({found.code for found in diagnostics})


def test_clean_deck_keeps_all_promises() -> None:
    assert codes(clean_deck()) == []


@pytest.mark.parametrize(
    ("code", "edit"), sampled(BROKEN, every=2), ids=[code for code, _ in BROKEN]
)
def test_broken_promise(code: str, edit: Edit) -> None:
    assert codes(edited(clean_deck(), [edit])) == [code]


@pytest.mark.parametrize("edit", [edit for _, edit in KEPT], ids=[name for name, _ in KEPT])
def test_allowed(edit: Edit) -> None:
    assert codes(edited(clean_deck(), [edit])) == []


def test_every_promise_is_broken_once() -> None:
    rules = {code_of(rule) for rule in promises.RULES} | {"hard-coded-font"}
    assert rules == {code for code, _ in BROKEN}
