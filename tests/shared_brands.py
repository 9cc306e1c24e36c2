"""Brands that talks of many tests stand on, made once in a process: generated ones, templates."""

from functools import lru_cache

import pytest

from deckgen.brand.brand import Brand
from deckgen.brand.design.page import SlideFormat
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.generate.logo import Logo
from deckgen.brand.tokens import BrandTokens
from deckgen.deck.bidi import runs_right_to_left
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.template.read_template import read_template
from deckgen.template.template import Template

MOST_BRANDS = 32
"""Those that were used last: the styles in both formats, and more. Each takes about a megabyte."""


def share_generated_brands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let talks on the same tokens share one `Brand` a size, which is a frozen value."""
    made: dict[object, tuple[Brand, tuple[Diagnostic, ...]]] = {}

    def generated(
        tokens: BrandTokens,
        size: SlideFormat,
        logo: Logo | None,
        diagnostics: Diagnostics,
        lang: str = "en",
    ) -> Brand:
        # Records compare by identity, so their text, with all spans, is the key.
        key = (repr(tokens), size, logo, runs_right_to_left(lang))
        if key not in made:
            made[key] = _generated(tokens, size, logo, lang)
        brand, messages = made[key] = made.pop(key)  # the last that was used
        if len(made) > MOST_BRANDS:
            del made[next(iter(made))]
        diagnostics.extend(messages)
        return brand

    monkeypatch.setattr("deckgen.pipeline.find_brand.generate_brand", generated)


def _generated(
    tokens: BrandTokens, size: SlideFormat, logo: Logo | None, lang: str
) -> tuple[Brand, tuple[Diagnostic, ...]]:
    found = Diagnostics()
    return generate_brand(tokens, size, logo, found, lang), tuple(found)


def share_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let talks on the same template share it, as the decks of all towns do in one run."""
    monkeypatch.setattr("deckgen.template.read_template.read_template", _read)


def _read(file: str, data: bytes, span: Span | None, diagnostics: Diagnostics) -> Template | None:
    template, found = _read_once(file, data, span)
    diagnostics.extend(found)
    return template


@lru_cache(maxsize=8)
def _read_once(
    file: str, data: bytes, span: Span | None
) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    diagnostics = Diagnostics()
    return read_template(file, data, span, diagnostics), tuple(diagnostics)
