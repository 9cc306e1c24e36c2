"""Whether slides of another deck are as large as those of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.deck.layout import EMU_PER_INCH

if TYPE_CHECKING:
    from deckgen.brand.brand import Brand
    from deckgen.deck.foreign import ForeignSlide
    from deckgen.diagnostics import Diagnostics
    from deckgen.foreign.opening import OpenedDeck

_ALIKE = 0.005
"""Share of a side that nobody sees: programs round inches and centimetres differently."""
_CM = 360_000
"""EMU."""


def fits(there: OpenedDeck, brand: Brand, foreign: ForeignSlide, diagnostics: Diagnostics) -> bool:
    """Say whether the slides are of one size; if not, report what to do about it."""
    wide, high = there.width / brand.width, there.height / brand.height
    if abs(wide - 1) <= _ALIKE and abs(high - 1) <= _ALIKE:
        return True
    diagnostics.error(
        "other-size",
        f"The slides of {foreign.file} are {_size(there.width, there.height)}, those of this talk "
        f"{_size(brand.width, brand.height)}.",
        foreign.span,
        f"In PowerPoint, open a copy of {foreign.file}, choose Design › Slide Size › Custom Slide "
        f"Size, type {_inches(brand.width)} and {_inches(brand.height)} inches, and include that "
        "copy: PowerPoint scales what stands on the slides.",
    )
    return False


def _size(width: int, height: int) -> str:
    return f"{width / _CM:.1f} × {height / _CM:.1f} cm"


def _inches(emu: int) -> str:
    return f"{emu / EMU_PER_INCH:.3f}".rstrip("0").rstrip(".")
