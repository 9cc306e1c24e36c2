"""Brands that talks of many tests stand on, made once in a process: the plain one, templates."""

from functools import cache, lru_cache

import pytest

from deckgen.brand.brand import Brand
from deckgen.brand.design.grid import SlideFormat
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.generate.logo import Logo
from deckgen.brand.plain_brand import PLAIN_TOKENS
from deckgen.brand.tokens import BrandTokens
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.support.records import changed
from deckgen.template.read_template import read_template
from deckgen.template.template import Template


def share_plain_brands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let talks without a brand of their own share one `Brand` a style and size, a frozen value."""
    monkeypatch.setattr("deckgen.pipeline.find_brand.generate_brand", _generated)


def share_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let talks on the same template share it, as the decks of all towns do in one run."""
    monkeypatch.setattr("deckgen.template.read_template.read_template", _read)


def _generated(
    tokens: BrandTokens, size: SlideFormat, logo: Logo | None, diagnostics: Diagnostics
) -> Brand:
    if logo is None and _but_style(tokens) == _but_style(PLAIN_TOKENS):
        return _plain_brand(tokens.style, size)
    return generate_brand(tokens, size, logo, diagnostics)


def _but_style(tokens: BrandTokens) -> dict[str, object]:
    """Return the given tokens; those of one talk compare by identity, as all records do."""
    return {name: value for name, value in vars(tokens).items() if name != "style"}


@cache
def _plain_brand(style: str, size: SlideFormat) -> Brand:
    diagnostics = Diagnostics()
    brand = generate_brand(changed(PLAIN_TOKENS, style=style), size, None, diagnostics)
    assert not list(diagnostics)
    return brand


def _read(file: str, data: bytes, span: Span | None, diagnostics: Diagnostics) -> Template | None:
    template, found = _read_once(file, data, span)
    diagnostics.extend(found)
    return template


@lru_cache(maxsize=32)
def _read_once(
    file: str, data: bytes, span: Span | None
) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    diagnostics = Diagnostics()
    return read_template(file, data, span, diagnostics), tuple(diagnostics)
