"""Which fonts replace one that is not installed, the most similar first."""

from deckgen.fonts.face import is_monospaced

_SIMILAR: dict[str, tuple[str, ...]] = {
    # The same widths, so that lines break at the same words.
    "arial": ("Liberation Sans", "Arimo", "Helvetica", "Nimbus Sans"),
    "calibri": ("Carlito",),
    "calibri light": ("Calibri", "Carlito"),
    "cambria": ("Caladea",),
    "consolas": ("Inconsolata",),
    "courier new": ("Liberation Mono", "Cousine", "Courier", "Nimbus Mono PS"),
    "georgia": ("Gelasio",),
    "helvetica": ("Arial", "Liberation Sans", "Arimo", "Nimbus Sans"),
    "segoe ui": ("Selawik",),
    "times": ("Times New Roman", "Liberation Serif", "Tinos"),
    "times new roman": ("Liberation Serif", "Tinos", "Times", "Nimbus Roman"),
    # Similar.
    "aptos": ("Segoe UI", "Helvetica Neue"),
    "aptos display": ("Aptos", "Segoe UI", "Helvetica Neue"),
    "aptos mono": ("Cascadia Mono", "Consolas"),
    "helvetica neue": ("Helvetica", "Arial"),
    "segoe ui light": ("Segoe UI", "Selawik Light", "Selawik", "Open Sans"),
    "segoe ui semibold": ("Segoe UI", "Selawik Semibold", "Selawik", "Open Sans"),
    "source sans 3": ("Source Sans Pro",),
    "source sans pro": ("Source Sans 3",),
    "tahoma": ("DejaVu Sans Condensed",),
    "trebuchet ms": ("Fira Sans",),
    "verdana": ("DejaVu Sans",),
}
_SANS = ("Liberation Sans", "Arial", "Helvetica", "Noto Sans", "Open Sans", "DejaVu Sans")
_SERIF = ("Liberation Serif", "Times New Roman", "Times", "Noto Serif", "DejaVu Serif")
_CODE = ("Liberation Mono", "Courier New", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono")
_SERIF_WORDS = ("antiqua", "bodoni", "cambria", "garamond", "georgia", "palatino", "serif", "times")

_FALLBACKS = """\
Segoe UI Symbol, Apple Symbols, Noto Sans Symbols 2, Noto Sans Symbols2, Noto Sans Symbols
Noto Sans Math, Cambria Math
Noto Emoji, Symbola, Segoe UI Emoji
Arial, Liberation Sans, Segoe UI, Tahoma, Noto Sans Arabic, Geeza Pro, Noto Sans Hebrew
Arial Hebrew, DejaVu Sans, Noto Sans
Microsoft YaHei, PingFang SC, Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC
WenQuanYi Micro Hei, Droid Sans Fallback
Yu Gothic, Hiragino Sans, Hiragino Kaku Gothic ProN, MS Gothic, Noto Sans CJK JP, Noto Sans JP
Malgun Gothic, Apple SD Gothic Neo, Noto Sans CJK KR, Noto Sans KR
Nirmala UI, Noto Sans Devanagari, Noto Sans Bengali, Noto Sans Tamil
Leelawadee UI, Noto Sans Thai
Noto Sans Georgian, Noto Sans Armenian, Noto Sans Ethiopic, Arial Unicode MS, Unifont
"""
FALLBACK_FAMILIES = tuple(_FALLBACKS.strip().replace("\n", ", ").split(", "))
"""Fonts for characters that the fonts of a deck lack, in the order of preference."""


def substitute_families(family: str) -> tuple[str, ...]:
    """Return the families that can replace one, the most similar first, without itself."""
    folded = family.casefold()
    last: tuple[str, ...] = _SANS
    if is_monospaced(family):
        last = _CODE
    elif any(word in folded for word in _SERIF_WORDS) and "sans" not in folded:
        last = _SERIF
    names = dict.fromkeys((*_SIMILAR.get(folded, ()), *last, *_SANS))
    return tuple(name for name in names if name.casefold() != folded)
