"""The brand of an outline that names none: black, white and one accent."""

from deckgen.brand.tokens import BrandTokens, ColorTokens
from deckgen.support.diagnostics import Span

_SPAN = Span("embedded brand", 1, 1)

PLAIN_TOKENS = BrandTokens(
    name="Plain",
    colors=ColorTokens(
        ink="1A1A1A",
        paper="FFFFFF",
        deep="141414",
        sand="F2F1EE",
        accent="C22F1D",
        highlight="FF8B6B",
        muted="5E5C58",
        span=_SPAN,
        spans={},
    ),
    span=_SPAN,
    spans={},
)
