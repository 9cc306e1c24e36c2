"""How large slides of another deck are, compared with those of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.deck.layout import EMU_PER_INCH

if TYPE_CHECKING:
    from deckgen.brand.brand import Brand
    from deckgen.deck.included_slide import IncludedSlide
    from deckgen.merge.open_deck import OpenedDeck
    from deckgen.support.diagnostics import Diagnostics

_ALIKE = 0.005
"""Share of a side that nobody sees: programs round inches and centimetres differently."""
_CM = 360_000
"""EMU."""


def scale_factor(
    there: OpenedDeck, brand: Brand, foreign: IncludedSlide, diagnostics: Diagnostics
) -> float | None:
    """Return how many times as large slides become here; None, with an error, if they cannot.

    1 stands for those that are as large as ours, but for what nobody sees.
    """
    wide, high = brand.width / there.width, brand.height / there.height
    theirs, ours = _size(there.width, there.height), _size(brand.width, brand.height)
    if abs(wide - 1) <= _ALIKE and abs(high - 1) <= _ALIKE:
        return 1
    if abs(wide / high - 1) <= _ALIKE:
        diagnostics.warning(
            "scaled",
            f"The slides of {foreign.file} are {theirs}, those of this talk {ours}; what stands on "
            f"them is made {wide:.2f} times as large, text and lines as well.",
            foreign.span,
            f"Look them over; or {_in_powerpoint(foreign, brand)}.",
        )
        return wide
    diagnostics.error(
        "other-size",
        f"The slides of {foreign.file} are {theirs}, those of this talk {ours}: of another shape.",
        foreign.span,
        f"Let PowerPoint arrange them: {_in_powerpoint(foreign, brand)}.",
    )
    return None


def _in_powerpoint(foreign: IncludedSlide, brand: Brand) -> str:
    return (
        f"open a copy of {foreign.file}, choose Design › Slide Size › Custom Slide Size, type "
        f"{_inches(brand.width)} and {_inches(brand.height)} inches, and include that copy"
    )


def _size(width: int, height: int) -> str:
    return f"{width / _CM:.1f} × {height / _CM:.1f} cm"


def _inches(emu: int) -> str:
    return f"{emu / EMU_PER_INCH:.3f}".rstrip("0").rstrip(".")
