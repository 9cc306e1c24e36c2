"""The protocol of an audit: what it says, where it marks places, and that it runs nothing."""

import datetime as dt

import pytest
from PIL import Image

from deckgen.audit.audit import RULES, audit_deck
from deckgen.audit.finding import (
    AuditReport,
    DeckFacts,
    Finding,
    ReportedSlide,
    Rule,
    ShapePlace,
    wcag,
)
from deckgen.deck.box import Box
from deckgen.export.protocol.audit_protocol import (
    MOST_PICTURES,
    audit_protocol,
    clause_line,
    slides_to_show,
)
from deckgen.export.protocol.protocol_page import protocol_page, tag_places
from deckgen.export.protocol.protocol_paper import protocol_pdf
from deckgen.export.protocol.protocol_values import (
    AuditProtocol,
    MarkedBox,
    ProtocolLanguage,
    protocol_language,
)
from deckgen.render.renderer import SlideImage
from deckgen.support.diagnostics import Severity
from tests.export.pages.test_html_page import Page
from tests.export.reading import read
from tests.media.sample_pictures import saved

DAY = dt.date(2026, 11, 28)
HOSTILE = '<script>alert(1)</script> & “#link("x")”'
PICTURES = Rule(
    "alt-missing",
    "Pictures are described",
    "“{shape}” is not.",
    "Why so.",
    "Describe “{shape}”.",
    "accessibility",
    Severity.ERROR,
    "graphics",
    (wcag("1.1.1"),),
)
NOTES = Rule(
    "hidden-slide", "No notes", "Notes.", "Why.", "Delete.", "privacy", Severity.NOTE, "slides"
)


def report(*findings: Finding, slides: int = 2) -> AuditReport:
    """Return a report on a deck of 1000 × 500 EMU a slide."""
    return AuditReport(
        "talks/talk.pptx",
        tuple(ReportedSlide(at, "", HOSTILE, hidden=at == 2) for at in range(1, slides + 1)),
        findings,
        {each.rule.code: sum(other.rule == each.rule for other in findings) for each in findings},
        frozenset({"file", "slides", "graphics", "notes"}),
        DeckFacts(HOSTILE, "", "de-DE", "", 1000, 500),
    )


def at_box(slide: int, *box: int) -> Finding:
    return Finding(PICTURES, slide, ShapePlace(slide, HOSTILE, Box(*box)))


def picture(number: int, width: int = 80, height: int = 40) -> SlideImage:
    """Return a white picture."""
    white = saved(Image.new("L", (width, height), 255), "PNG")
    return SlideImage(number, white, width, height)


def protocol(found: AuditReport, lang: ProtocolLanguage = "de") -> AuditProtocol:
    images = {number: picture(number) for number in slides_to_show(found)}
    return audit_protocol(found, b"data", images, "Remark.", lang, DAY)


@pytest.mark.parametrize(
    ("box", "marked"),
    [
        ((100, 50, 500, 250), MarkedBox(1, 0.1, 0.1, 0.5, 0.5)),
        ((-100, 450, 200, 200), MarkedBox(1, 0, 0.9, 0.1, 0.1)),
        ((0, -300, 1000, 200), None),
        ((1000, 0, 100, 100), None),
    ],
)
def test_a_place_is_marked_as_far_as_it_is_on_the_slide(
    box: tuple[int, int, int, int], marked: MarkedBox | None
) -> None:
    (slide,) = protocol(report(at_box(1, *box))).slides
    assert slide.boxes == (() if marked is None else (pytest.approx(marked),))
    assert [place.mark for place in slide.places] == [0 if marked is None else 1]


def test_a_shape_has_one_number_and_numbers_go_down_the_slide() -> None:
    low, high = at_box(1, 0, 400, 100, 100), at_box(1, 0, 10, 100, 100)
    (slide,) = protocol(report(low, high, low._replace(rule=NOTES))).slides
    assert [(place.code, place.mark) for place in slide.places] == [
        ("alt-missing", 1),
        ("alt-missing", 2),
        ("hidden-slide", 2),
    ]


def test_no_number_stands_over_another() -> None:
    boxes = [MarkedBox(mark, 0.98, 0, 0.02, 1) for mark in range(1, 5)]
    tags = tag_places(boxes, 100, 200)
    assert len({*tags}) == 4
    assert all(0 <= x <= 70 and 0 <= y <= 170 for x, y in tags)


def test_faults_are_shown_before_what_a_person_judges() -> None:
    judged = [Finding(NOTES, number) for number in range(1, MOST_PICTURES + 1)]
    found = report(*judged, at_box(MOST_PICTURES + 5, 0, 0, 1, 1), slides=MOST_PICTURES + 5)
    numbers = slides_to_show(found)
    assert (len(numbers), numbers[-1]) == (MOST_PICTURES, MOST_PICTURES + 5)
    assert protocol(found).unshown == 1


@pytest.mark.parametrize(("lang", "ratio"), [("de", "1,60:1"), ("en", "1.60:1")])
def test_measures_are_written_as_the_language_does(lang: ProtocolLanguage, ratio: str) -> None:
    weak = next(rule for rule in RULES if rule.code == "contrast-weak")
    values = {"words": "v1.2", "color": "CCCCCC", "behind": "FFFFFF", "ratio": "1.60"}
    (place,) = protocol(report(Finding(weak, None, None, {**values, "needed": "4.5"})), lang).whole
    assert ratio in place.message
    assert "v1.2" in place.message


def test_clauses_by_their_norm() -> None:
    clauses = (wcag("1.3.1"), wcag("2.4.6"), "EN 301 549 10.5")
    assert clause_line(clauses) == "EN 301 549 10.1.3.1, 10.2.4.6, 10.5 · WCAG 1.3.1, 2.4.6"


@pytest.mark.parametrize(
    ("lang", "protocol_lang"), [("de-AT", "de"), ("en-GB", "en"), ("", "en"), ("fr", "en")]
)
def test_the_language_is_that_of_the_deck(lang: str, protocol_lang: str) -> None:
    assert protocol_language(lang) == protocol_lang


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["Test protocol", "Faults in 1 of ", "28 November 2026", "not stated"]),
        ("de", ["Prüfprotokoll", "Mängel in 1 von ", "28. November 2026", "2 (1 ausgeblendet)"]),
    ],
)
def test_the_page_says_it_in_two_languages(lang: ProtocolLanguage, words: list[str]) -> None:
    page = protocol_page(protocol(report(at_box(1, 0, 0, 9, 9), Finding(NOTES, None)), lang))
    text = page.decode()
    assert [word for word in words if word not in text] == []
    assert f'<html lang="{lang}">' in text
    assert "3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7" in text


def test_every_rule_and_every_check_has_its_line_and_every_link_its_target() -> None:
    page = Page(protocol_page(protocol(report(at_box(1, 0, 0, 9, 9), Finding(NOTES, None)))))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len({*ids})
    assert {f"rule-{rule.code}" for rule in RULES} <= {*ids}
    targets = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    assert [target for target in targets if (target or "")[1:] not in ids] == []


def test_words_of_a_deck_are_never_markup() -> None:
    page = Page(protocol_page(protocol(report(at_box(1, 0, 0, 9, 9)))))
    assert not [tag for tag, _ in page.elements if tag == "script"]


@pytest.mark.slow
def test_the_paper_is_tagged_and_its_pictures_say_what_is_marked() -> None:
    pytest.importorskip("typst")
    found = report(at_box(1, 0, 0, 9, 9), Finding(NOTES, None))
    made = protocol_pdf(protocol(found), dt.datetime(2026, 11, 28, tzinfo=dt.UTC))
    seen = read(made.pdf)
    assert made.missing == ""
    assert b"pdfuaid:part>1<" in made.pdf.replace(b" ", b"")
    assert (seen.tagged, seen.lang, seen.title) == (True, "de", f"Prüfprotokoll: {HOSTILE}")
    assert {"Table", "TH", "TD", "H1", "Figure"} <= {*seen.tags}
    assert seen.alts == ["Folie 1, markierte Stellen: 1"]
    for words in ("Unterschrift", "nicht erfüllt", "entfällt", "Folie 1", "kein Programm"):
        assert words in seen.text


def test_a_file_that_cannot_be_read_has_a_protocol() -> None:
    made = audit_protocol(audit_deck(b"", "a.pptx"), b"", {}, "", "de", DAY)
    assert made.verdict.startswith("Die Datei lässt sich nicht lesen")
    assert not any(check.applies for check in made.checks)
    assert b"not-a-zip" in protocol_page(made)
