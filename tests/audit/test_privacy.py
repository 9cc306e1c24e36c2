"""What a deck gives away: how much of a picture is cropped away, and still there."""

import pytest

from deckgen.audit.audit import audit_deck
from tests.audit.corpus.fault import PICTURES, base_deck
from tests.tools.packages import edited, replace


@pytest.mark.parametrize(
    ("crop", "share"),
    [
        ('l="30000"', [30]),
        # 60 % of the width and 50 % of the height are shown, which are 30 % of the picture.
        ('l="20000" t="10000" r="20000" b="40000"', [70]),
        ('l="60000" r="60000"', [100]),
        ('l="-30000"', []),
        ('t="4000"', []),
    ],
)
def test_what_is_cropped_away_is_told_with_its_share(crop: str, share: list[int]) -> None:
    deck = edited(
        base_deck(), [replace(PICTURES, "<a:stretch>", f"<a:srcRect {crop}/><a:stretch>")]
    )
    found = audit_deck(deck, "a.pptx").findings
    assert [each.values["share"] for each in found if each.rule.code == "cropped-picture"] == share
