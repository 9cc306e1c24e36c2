"""The plain brand, generated once for all tests of a process: most talks of tests stand on it."""

from functools import cache

import pytest

from deckgen.brand.brand import Brand
from deckgen.brand.design.grid import SlideFormat
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.generate.logo import Logo
from deckgen.brand.plain_brand import PLAIN_TOKENS
from deckgen.brand.tokens import BrandTokens
from deckgen.support.diagnostics import Diagnostics


def share_plain_brands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let talks without a brand of their own share one `Brand` a size; it is a frozen value."""
    monkeypatch.setattr("deckgen.pipeline.find_brand.generate_brand", _generated)


def _generated(
    tokens: BrandTokens, size: SlideFormat, logo: Logo | None, diagnostics: Diagnostics
) -> Brand:
    if tokens is PLAIN_TOKENS and logo is None:
        return _plain_brand(size)
    return generate_brand(tokens, size, logo, diagnostics)


@cache
def _plain_brand(size: SlideFormat) -> Brand:
    diagnostics = Diagnostics()
    brand = generate_brand(PLAIN_TOKENS, size, None, diagnostics)
    assert not list(diagnostics)
    return brand
