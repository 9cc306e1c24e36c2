"""Text that is smaller than its layout's has its letters no closer than the layout has them."""

import re

import pytest

from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.ooxml.text.text_body import Links, RunLook, paragraphs_xml

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
