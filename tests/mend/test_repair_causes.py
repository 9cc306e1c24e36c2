"""Causes of repairs are gone, and every slide is still listed, once, in one section."""

import re

import pytest

from deckgen.audit.validity.fault import code_of
from deckgen.audit.validity.validity import STRUCTURE
from deckgen.mend.repair_causes import without_repair_causes
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import q
from deckgen.support.diagnostics import Diagnostics
from tests.audit.test_validity import FAULTS
from tests.linted import read_to_mend
from tests.tools.packages import SECTIONS, Edit, Parts, clean_deck, edited, replace
from tests.validity import check_package

ALL = ["256", "257", "258"]
SLIDES = {
    "template-content-type": ALL,
    "notes-master-not-listed": ALL,
    "faulty-core-properties": ALL,
    "negative-axis-id": ALL,
    # The ids 256 to 258 are taken, so 259 is the first that is free.
    "duplicate-slide-id": ["256", "259", "258"],
    "slide-id-out-of-range": ["256", "259", "258"],
    "section-names-lost-slide": ALL,
    "slide-in-no-section": ALL,
    "duplicate-section-id": ALL,
    "orphan-part": ALL,
    "unlisted-slide": ["256", "258"],
}
"""The ids of the slides after a fault was mended."""
CASES = [(code, edits) for code, edits in FAULTS if code in SLIDES]


@pytest.mark.parametrize(("code", "edits"), CASES, ids=[code for code, _ in CASES])
def test_a_cause_of_repairs_is_gone_and_slides_stay_listed(code: str, edits: list[Edit]) -> None:
    told = Diagnostics()
    package = read_to_mend(edited(clean_deck(), edits), told, "deck.pptx")
    assert package is not None
    made = without_repair_causes(package, frozenset({code}))
    check_package(made, [rule for rule in STRUCTURE if code_of(rule) == code], told)
    assert [each.code for each in told] == []
    deck = made.parts[MAIN_PART].root
    assert deck is not None
    assert [each.get("id") for each in deck.iter(q("p:sldId"))] == SLIDES[code]
    assert [each.get("id") for each in deck.iter(q("p14:sldId"))] == SLIDES[code]


MORE = "</p14:sectionLst>"
SECOND = (
    '<p14:section name="More" id="{6F2C9E0B-4D3C-4E5A-9B1D-0123456789AC}"><p14:sldIdLst>'
    '<p14:sldId id="258"/><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst>'
)


def mended(code: str, *edits: Edit) -> ParsedPackage:
    package = read_to_mend(edited(clean_deck(), edits), Diagnostics(), "deck.pptx")
    assert package is not None
    return without_repair_causes(package, frozenset({code}))


def test_each_slide_stays_in_the_section_that_names_it_first() -> None:
    deck = "ppt/presentation.xml"
    edits = [replace(deck, '<p14:sldId id="258"/>', ""), replace(deck, MORE, SECOND)]
    root = mended("duplicate-section-id", *edits).parts[MAIN_PART].root
    assert root is not None
    sections = [[*each.iter(q("p14:sldId"))] for each in root.iter(q("p14:section"))]
    assert [[each.get("id") for each in listed] for listed in sections] == [ALL[:2], ALL[2:]]


def test_a_deck_without_sections_gets_none() -> None:
    edits = [
        replace("ppt/presentation.xml", SECTIONS, "</p:presentation>"),
        replace("ppt/presentation.xml", 'sldId id="257"', 'sldId id="256"'),
    ]
    root = mended("duplicate-slide-id", *edits).parts[MAIN_PART].root
    assert root is not None
    assert [each.get("id") for each in root.iter(q("p:sldId"))] == SLIDES["duplicate-slide-id"]
    assert list(root.iter(q("p14:sldId"))) == []


def test_a_positive_axis_id_is_one_that_no_other_axis_has() -> None:
    (chart,) = (
        part.root
        for part in mended("negative-axis-id", _negative_axes).parts.values()
        if part.root is not None and part.root.tag == q("c:chartSpace")
    )
    assert {each.get("val") for each in chart.iter(q("c:axId"))} == {"7", "8"}


def _negative_axes(parts: Parts) -> None:
    """Let the two axes of the chart have the ids -7 and 7."""
    (name,) = (name for name in parts if name.startswith("ppt/charts/chart"))
    ids = sorted({*re.findall(rb'<c:axId val="(\d+)"', parts[name])})
    for old, new in zip(ids, (b"-7", b"7"), strict=True):
        parts[name] = parts[name].replace(b'val="%b"' % old, b'val="%b"' % new)
