"""Causes of repairs are gone, and every slide is still listed, once, in one section."""

import pytest

from deckgen.audit.validity.fault import code_of
from deckgen.audit.validity.validity import STRUCTURE
from deckgen.mend.repair_causes import without_repair_causes
from deckgen.opc.xml_parser import q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import PRESENTATION_PART
from tests.audit.test_validity import FAULTS
from tests.linted import read_to_mend
from tests.tools.packages import Edit, clean_deck, edited
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
    deck = made.parts[PRESENTATION_PART].root
    assert deck is not None
    assert [each.get("id") for each in deck.iter(q("p:sldId"))] == SLIDES[code]
    assert [each.get("id") for each in deck.iter(q("p14:sldId"))] == SLIDES[code]
