"""The colours of a palette that its author left open."""

import pytest

from deckgen.brand.contrast import contrast_ratio
from deckgen.brand.generate.theme_xml import complete_palette
from deckgen.brand.tokens import ColorTokens
from deckgen.support.diagnostics import Span

SPAN = Span("brand.yaml", 1, 1)

# Ink, paper and sand; the least and the most contrast of quiet text on paper. More would be as loud
# as the ink.
QUIET = {
    "on white": (("1A2233", "FFFFFF", "EEF2F8"), (4.8, 7)),
    "on a dark page, where grey looks weaker": (("EDEDF5", "0A0A0F", "17171F"), (7, 10)),
}


@pytest.mark.parametrize(("colors", "contrast"), QUIET.values(), ids=QUIET)
def test_quiet_text(colors: tuple[str, str, str], contrast: tuple[float, float]) -> None:
    ink, paper, sand = colors
    tokens = ColorTokens(ink=ink, paper=paper, sand=sand, deep=ink, accent=ink, span=SPAN, spans={})
    least, most = contrast
    muted = complete_palette(tokens, (100,)).muted
    assert least <= contrast_ratio(muted, sand)
    assert contrast_ratio(muted, paper) <= most
