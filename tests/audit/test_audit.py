"""The audit of any deck: what it tells, and in which forms."""

import io
import json
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.audit.audit import RULES, audit_deck
from deckgen.audit.finding import AuditReport, Finding, Rule
from deckgen.audit.reports import audit_github, audit_json, audit_sarif, audit_text
from deckgen.support.diagnostics import Severity
from tests.tools.packages import clean_deck, damaged, edited, nonsense, replace

WORDS = "ppt/slides/slide1.xml"


def broken() -> AuditReport:
    """Return the report on a deck whose first slide has a text without its properties."""
    return audit_deck(edited(clean_deck(), [replace(WORDS, "<a:bodyPr/>", "")]), "talk.pptx")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", {"not-a-package"}),
        (b"PK\3\4", {"not-a-zip"}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), {"encrypted-or-old"}),
        # Without the types of its parts, the rest of a deck is read all the same.
        (
            edited(clean_deck(), [replace("[Content_Types].xml", "?>", "?><!DOCTYPE a>")]),
            {"xml-doctype", "content-type-missing"},
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(data: bytes, codes: set[str]) -> None:
    errors = (
        each for each in audit_deck(data, "deck.pptx").findings if each.rule.group == "validity"
    )
    assert {each.rule.code for each in errors} == codes


def test_a_damaged_picture_is_a_fault_although_no_rule_reads_it() -> None:
    """A picture is stored as it is: only its checksum tells that its bytes are others."""
    sound = clean_deck()
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        picture = next(each for each in archive.namelist() if each.endswith((".png", ".jpg")))
    report = audit_deck(damaged(sound, picture), "deck.pptx")
    (finding,) = (each for each in report.findings if each.rule.group == "validity")
    assert (finding.rule.code, finding.part) == ("not-a-zip", f"/{picture}")
    assert "its bytes are not those that were packed" in finding.message


def test_a_deck_in_the_strict_form_has_one_fault() -> None:
    name = "http://schemas.openxmlformats.org/presentationml/2006/main"
    strict = replace("ppt/presentation.xml", name, "http://purl.oclc.org/ooxml/presentationml/main")
    report = audit_deck(edited(clean_deck(), [strict]), "deck.pptx")
    (finding,) = (each for each in report.findings if each.rule.group == "validity")
    assert finding.rule.code == "presentation-missing"
    assert "Strict Open XML" in finding.message


def test_a_fault_is_told_at_its_slide() -> None:
    (finding,) = (each for each in broken().findings if each.rule.group == "validity")
    assert (finding.rule.code, finding.slide, finding.part) == (
        "text-body-without-properties",
        1,
        f"/{WORDS}",
    )


def test_codes_are_unique_and_every_rule_has_its_words() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert [rule.code for rule in RULES if not all(rule[:5])] == []


def test_the_report_as_text_names_slide_rule_and_way_out() -> None:
    text = audit_text(broken(), 100)
    assert text.startswith("talk.pptx: 3 slides, 1 error")
    assert "\nSlide 1: Words\n  error text-body-without-properties: " in text
    assert "What to do: Open the file in PowerPoint" in text


def test_the_report_for_programs() -> None:
    (deck,) = json.loads(audit_json([broken()]))
    assert deck["file"] == "talk.pptx"
    assert [(each["code"], each["slide"]) for each in deck["findings"]][:1] == [
        ("text-body-without-properties", 1)
    ]


def test_the_report_for_code_scanning_names_each_rule_that_it_uses() -> None:
    run = json.loads(audit_sarif([broken()], RULES, "1.0"))["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= rules
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "talk.pptx"
    }


def test_the_report_for_github() -> None:
    line = audit_github([broken()]).splitlines()[0]
    assert line.startswith("::error file=talk.pptx,title=text-body-without-properties::Slide 1: ")


@pytest.mark.parametrize(
    ("pages", "message"),
    [(1, "1 page is new"), (2, "2 pages are new"), (1_000, "1,000 pages are new")],
)
def test_numbers_in_messages_have_their_words(pages: int, message: str) -> None:
    words = "{pages:page is|pages are} new"
    rule = Rule("a", "n", words, "w", "r", "size", Severity.NOTE, "file")
    assert Finding(rule, None, None, {"pages": pages}).message == message


SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{}" name="N" descr="{}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="9" y="9"/><a:ext cx="900000" cy="900000"/></a:xfrm></p:spPr><p:txBody>'
    "<a:bodyPr/>{}</p:txBody></p:sp>"
)
PARAGRAPH = "<a:p><a:r><a:t>a\t b</a:t></a:r></a:p>"
AT_THE_END = "</p:spTree>"
MANY = {
    "shapes": "".join(SHAPE.format(100 + at, "", PARAGRAPH) for at in range(3_000)),
    "paragraphs": SHAPE.format(100, "", PARAGRAPH * 10_000),
    "letters": SHAPE.format(100, "", PARAGRAPH.replace("a", "a " * 100_000)),
    "brackets": SHAPE.format(100, "(" * 100_000 + "a", PARAGRAPH),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", MANY)
def test_much_of_something_takes_time_in_proportion(what: str) -> None:
    deck = edited(clean_deck(), [replace(WORDS, AT_THE_END, MANY[what] + AT_THE_END)])
    start = time.process_time()
    audit_deck(deck, "deck.pptx")
    assert time.process_time() - start < 15


def test_a_slide_that_is_listed_often_is_read_once() -> None:
    again = '<p:sldId id="{}" r:id="rId8"/>'
    entries = "".join(again.format(300 + at) for at in range(20))
    listed = replace("ppt/presentation.xml", "</p:sldIdLst>", f"{entries}</p:sldIdLst>")
    assert len(audit_deck(edited(clean_deck(), [listed]), "deck.pptx").slides) == 3


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_no_nonsense_in_a_deck_raises(data: st.DataObject) -> None:
    audit_deck(edited(clean_deck(), [nonsense(data)]), "deck.pptx")
